"""Calls a function on the window's thread: when a screen stands, or again and again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

UNPAINTED_SECONDS = 0.5
"""A window that nobody can see is never painted; what comes after it must not wait for ever."""


class Ticker(QObject):
    """Keeps its timers alive; `once` and `after_paint` call once, `every` until the end."""

    def __init__(self) -> None:
        super().__init__()
        self._running: list[QObject] = []

    def every(self, seconds: float, call: Callable[[], None]) -> None:
        """Call again and again, first after `seconds`."""
        self._running.append(_Call(self, seconds, call))

    def once(self, seconds: float, call: Callable[[], None]) -> None:
        """Call once, after `seconds`."""
        self._running.append(_Call(self, seconds, call, single=True))

    def after_paint(self, window: QWidget, call: Callable[[], None]) -> None:
        """Call once, when the window has been painted for the first time.

        A timer of 0 would not do: Qt lets timers go before it paints.
        """
        self._running.append(_AfterPaint(self, window, call))


class _AfterPaint(QObject):
    def __init__(self, parent: QObject, window: QWidget, call: Callable[[], None]) -> None:
        super().__init__(parent)
        self._window = window
        self._call = call
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start(round(UNPAINTED_SECONDS * 1000))
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """See `QObject.eventFilter`: the paint that begins here is over when the timer fires."""
        if event.type() is QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            self._timer.start(0)
        return False

    @Slot()
    def _on_timeout(self) -> None:
        self._window.removeEventFilter(self)
        self._call()


class _Call(QObject):
    def __init__(
        self, parent: QObject, seconds: float, call: Callable[[], None], *, single: bool = False
    ) -> None:
        super().__init__(parent)
        self._call = call
        self._timer = QTimer(self)
        self._timer.setSingleShot(single)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start(round(seconds * 1000))

    @Slot()
    def _on_timeout(self) -> None:
        self._call()
