"""Words that keep to their side of a right-to-left window, be they a Latin name or a code.

Qt aligns a label by the direction of its own text, so "Entry 1" would stray to the wrong side of an
Arabic tile. Here the window's direction decides.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt

from kiosk.ui.theme import Size
from kiosk.ui.widgets import Words


class StaffWords(Words):
    """Words leaning to where lines begin, or with `trailing` to where they end."""

    def __init__(
        self,
        size: Size = Size.BODY,
        *,
        bold: bool = False,
        tone: str = "",
        wrap: bool = True,
        trailing: bool = False,
    ) -> None:
        super().__init__(size, bold=bold, tone=tone, wrap=wrap)
        self._trailing = trailing
        self._lean()

    def changeEvent(self, event: QEvent) -> None:
        """Change sides with the window."""
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._lean()
        super().changeEvent(event)

    def _lean(self) -> None:
        right = self.isRightToLeft() != self._trailing
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        middle = Qt.AlignmentFlag.AlignVCenter
        self.setAlignment(Qt.AlignmentFlag.AlignAbsolute | side | middle)
