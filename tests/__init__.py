"""The tests: unit mirrors kiosk, then qt, integration, e2e and bench."""
