"""The only door into Qt: frozen messages from any thread arrive on the main thread, in order."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot


class Bridge(QObject):
    """Carries immutable messages to the main thread.

    The slot is a decorated method of a QObject: undecorated callables connected across threads
    crash in PySide6 since 6.8 (PYSIDE-3124).
    """

    _arrived = Signal(object)

    def __init__(self, receive: Callable[[object], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._receive = receive
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    def post(self, message: object) -> None:
        """Hand over a message; callable from any thread."""
        self._arrived.emit(message)

    @Slot(object)
    def _on_arrived(self, message: object) -> None:
        self._receive(message)
