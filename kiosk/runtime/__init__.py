"""Threads and time: where pure lanes meet the clock, the store and the wires."""
