"""Telling a wedge scanner from a person at the keys.

A scanner that plays keyboard types faster than anybody can and ends with Enter. Its Enter must not
press whatever button happens to have the focus; what it typed is a scan.
"""

from __future__ import annotations

GAP_MS = 60
"""Symbols nearer together than this were not typed by a hand."""
LEAST_SYMBOLS = 4


class WedgeScan:
    """Collects symbols at a scanner's pace. Times are milliseconds of any steady clock."""

    def __init__(self) -> None:
        self._symbols = ""
        self._last_ms = 0

    def add(self, symbol: str, at_ms: int) -> None:
        """A printable symbol arrived."""
        if at_ms - self._last_ms > GAP_MS:
            self._symbols = ""
        self._symbols += symbol
        self._last_ms = at_ms

    def runs(self, at_ms: int) -> bool:
        """Whether a burst is under way: a space in it is a symbol, not a press."""
        return bool(self._symbols) and at_ms - self._last_ms <= GAP_MS

    def end(self, at_ms: int) -> str:
        """Enter arrived: the scan it ends, or nothing when a person pressed it."""
        symbols, self._symbols = self._symbols, ""
        quick = at_ms - self._last_ms <= GAP_MS
        return symbols if quick and len(symbols) >= LEAST_SYMBOLS else ""
