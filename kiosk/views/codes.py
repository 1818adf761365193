"""How a code is shown to people: in groups, so that it can be read aloud."""

from __future__ import annotations

from kiosk.domain.ticket import spoken_code

SHORT_SYMBOLS = 7
"""A ticket's short code; anything longer is a raw scan and no use to a reader."""


def grouped(code: str) -> str:
    """Groups of three: "4K72MX9" reads "4K7-2MX-9"; what is no short code stays out of sight."""
    if len(code) > SHORT_SYMBOLS:
        return ""
    return spoken_code(code)
