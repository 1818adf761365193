"""The rail: where one can go, who is on, and the lock."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.wording import Text
from kiosk.ui.attendant.keyed import KeyedButton
from kiosk.ui.attendant.staff_words import StaffWords
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme
from kiosk.ui.widgets import restyle

LOCK = Text("Lock")
RAIL_MM = (42.0, 50.0)
"""No narrower, no wider."""
MARGIN_STEPS = 1.25


class Rail(QWidget):
    """One button per page, from a list; below them the person and the lock."""

    page_tapped = Signal(int)
    lock_tapped = Signal()

    def __init__(self, theme: Theme, pages: Sequence[tuple[Text, str]]) -> None:
        """`pages` are (title, key) in their order."""
        super().__init__()
        self.setProperty("part", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._titles = [title for title, _ in pages]
        self.buttons = [KeyedButton(theme, key, kind="rail") for _, key in pages]
        self._site = StaffWords(Size.BODY, bold=True)
        self._who = StaffWords(Size.BODY, bold=True)
        self._role = StaffWords(Size.SMALL, tone="muted")
        for words in (self._site, self._who, self._role):
            words.dress(theme)
        self.lock = KeyedButton(theme, "Alt+Q")
        self.lock.setObjectName("lock")
        self.lock.clicked.connect(self.lock_tapped)
        column = QVBoxLayout(self)
        margin = theme.space(MARGIN_STEPS)
        column.setContentsMargins(margin, theme.space(2.5), margin, theme.space(2))
        column.setSpacing(theme.space())
        column.addWidget(self._site)
        column.addSpacing(theme.space())
        for place, button in enumerate(self.buttons):
            button.setObjectName(f"page-{place + 1}")
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setProperty("place", place)
            button.clicked.connect(self._tapped)
            column.addWidget(button)
        column.addStretch(1)
        column.addWidget(self._who)
        column.addWidget(self._role)
        column.addWidget(self.lock)

    def render_view(self, site: str, who: str, role: Text | None, language: Language) -> None:
        """Show where, and who."""
        self._site.show_words(site)
        self._who.show_words(who)
        self._role.show_words(language.say(role) if role else "")
        begins = "right" if language.right_to_left else "left"
        for button, title in zip(self.buttons, self._titles, strict=True):
            button.say(language.say(title))
            if button.property("begins") != begins:
                button.setProperty("begins", begins)
                restyle(button)
        self.lock.say(language.say(LOCK))
        self._widen()

    def _widen(self) -> None:
        """As wide as the longest title, within reason: all of them are set in one size then."""
        longest = max(button.sizeHint().width() for button in self.buttons)
        least, most = (self._theme.px(mm) for mm in RAIL_MM)
        self.setFixedWidth(min(max(least, longest + 2 * self._theme.space(MARGIN_STEPS)), most))

    def offer(self, place: int, *, offered: bool) -> None:
        """Show the way to a page, or hide it from those who have no business there."""
        self.buttons[place].setVisible(offered)

    def show_page(self, place: int) -> None:
        """Mark the page that is shown."""
        self.buttons[place].setChecked(True)

    def _tapped(self) -> None:
        self.page_tapped.emit(int(self.sender().property("place")))
