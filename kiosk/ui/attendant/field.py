"""Staff's text fields: none types what was meant for a button, and Tab stays among them."""

from __future__ import annotations

from collections.abc import Iterable

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


def step_focus(fields: Iterable[QLineEdit], *, forward: bool) -> bool:
    """To the next of the fields that are shown, round and round; False where none is."""
    shown = [field for field in fields if field.isVisible()]
    if not shown:
        return False
    at = next((place for place, field in enumerate(shown) if field.hasFocus()), -1)
    shown[(at + (1 if forward else -1)) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)
    return True
