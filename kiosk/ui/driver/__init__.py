"""What a driver sees and touches at the entry and the exit."""
