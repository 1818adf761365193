"""The other end of each codec: devices that speak the same bytes on a pty, and can misbehave."""
