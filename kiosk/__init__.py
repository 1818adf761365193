"""Boomgate, the open-source parking booth."""
