"""What a parking site is made of, as plain frozen values: money, sessions, tickets, events."""
