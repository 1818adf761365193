"""Calls a function on the window's thread: once when the loop is free, or again and again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot


class Ticker(QObject):
    """Keeps its timers alive; `after` runs once, `every` until the application ends."""

    def __init__(self) -> None:
        super().__init__()
        self._running: list[_Call] = []

    def every(self, seconds: float, call: Callable[[], None]) -> None:
        """Call again and again, first after `seconds`."""
        self._running.append(_Call(self, seconds, call, once=False))

    def after(self, seconds: float, call: Callable[[], None]) -> None:
        """Call once; 0 means after everything that waits now, painting included."""
        self._running.append(_Call(self, seconds, call, once=True))


class _Call(QObject):
    def __init__(
        self, parent: QObject, seconds: float, call: Callable[[], None], *, once: bool
    ) -> None:
        super().__init__(parent)
        self._call = call
        self._timer = QTimer(self)
        self._timer.setSingleShot(once)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start(round(seconds * 1000))

    @Slot()
    def _on_timeout(self) -> None:
        self._call()
