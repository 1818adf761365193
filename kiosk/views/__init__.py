"""What each screen shows, as plain values."""
