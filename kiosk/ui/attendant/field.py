"""A text field that never types what was meant as a button's key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit


class StaffField(QLineEdit):
    """Leaves every key with Alt to the window.

    While a button cannot be pressed its key means nothing, and Qt would type its letter here: a
    digit into an amount, of all places.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, but nothing that Alt is held for."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)
