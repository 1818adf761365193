"""The attendant's window: lanes, tickets, payments, shifts."""
