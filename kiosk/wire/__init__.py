"""What booth and centre say to each other, and the tickets both can check."""
