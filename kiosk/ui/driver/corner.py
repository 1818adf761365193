"""The corner where staff leave the kiosk: nothing shows it, and stray touches open nothing."""

from __future__ import annotations

from PySide6.QtCore import QPointF

CORNER_MM = 20.0
TOUCHES = 5
WITHIN_MS = 3000


class Corner:
    """Counts touches where lines of text begin at the top; five in three seconds are meant."""

    def __init__(self) -> None:
        self._times_ms: list[int] = []

    def touched(self, at: QPointF, width: int, side: float, at_ms: int, *, mirrored: bool) -> bool:
        """A touch of the window, `width` wide: whether it is the last of five. All in pixels."""
        across = width - at.x() if mirrored else at.x()
        if across > side or at.y() > side:
            self._times_ms.clear()
            return False
        self._times_ms = [each for each in self._times_ms if at_ms - each <= WITHIN_MS] + [at_ms]
        if len(self._times_ms) < TOUCHES:
            return False
        self._times_ms.clear()
        return True
