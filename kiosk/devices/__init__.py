"""Devices over the wire: messages, pure codecs, one link for all ports, simulated other ends."""
