"""What can happen, one frozen body per fact, grouped by what it is about."""
