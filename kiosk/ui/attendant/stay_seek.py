"""Looks for a stay by when its car came in: a time is typed, and what fits stands below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.ticket import spoken_code
from kiosk.domain.wording import Text
from kiosk.ui.attendant.amounts import amount_words
from kiosk.ui.attendant.field import StaffField
from kiosk.ui.attendant.keyed import KeyedButton
from kiosk.ui.attendant.pick import Item, PickList
from kiosk.ui.attendant.reason import CANCEL
from kiosk.ui.attendant.staff_words import StaffWords
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme
from kiosk.ui.widgets import restyle
from kiosk.views.seeking import FoundStay

CAME = Text("Came in at? 8:15, or 18.11. 22:30")
MOMENT, LASTED = Text("{at:moment}"), Text("{duration}")
LETTERS_MAX = 30


class StaySeek(QWidget):
    """The field, what is wrong with it, and the list; the owner says what the rows are."""

    sought = Signal(str)
    """What is typed now, at every key press."""
    picked = Signal(str)
    """The key of a row."""
    cancelled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._title = StaffWords(Size.BODY, bold=True)
        self._title.dress(theme)
        self._cancel = KeyedButton(theme)  # its key is the page's own
        self._cancel.setObjectName("cancel-seek")
        self._cancel.clicked.connect(self.cancelled)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._cancel)
        self.field = StaffField()
        self.field.setObjectName("came")
        self.field.setFont(theme.font(Size.LARGE))
        self.field.setMinimumHeight(theme.touch)
        self.field.setMaxLength(LETTERS_MAX)
        self.field.textEdited.connect(self.sought)
        self._wrong = StaffWords(Size.BODY, bold=True, tone="stop")
        self._wrong.dress(theme)
        self.list = PickList(theme)
        self.list.picked.connect(self.picked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space())
        column.addLayout(head)
        column.addWidget(self.field)
        column.addWidget(self._wrong)
        column.addWidget(self.list, 1)

    def begin(self, language: Language, title: str) -> None:
        """Nothing is typed yet. `title` says what the stay is looked for."""
        self._title.show_words(title)
        self._cancel.say(language.say(CANCEL), "Esc")
        self.field.clear()
        self.field.setPlaceholderText(language.say(CAME))
        self.field.setAccessibleName(language.say(CAME))
        self.sought.emit("")

    def show_rows(self, items: Sequence[Item], wrong: Text | None, language: Language) -> None:
        """Show what fits, or what is wrong with what was typed."""
        self._wrong.show_words(language.say(wrong) if wrong else "")
        state = "true" if wrong else "false"
        if self.field.property("trouble") != state:
            self.field.setProperty("trouble", state)
            restyle(self.field)
        self.list.show_items(items)

    def take_focus(self) -> None:
        """Where a time is typed."""
        self.field.setFocus()


def stay_item(found: FoundStay, language: Language) -> Item:
    """One stay: when and where it began, how long ago, its code, and what it costs."""
    at = language.say(MOMENT.with_values(at=found.entered_at))
    lasted = language.say(LASTED.with_values(duration=found.lasted))
    title = " · ".join(filter(None, (at, found.lane)))
    detail = " · ".join(filter(None, (lasted, spoken_code(found.code))))
    return Item(found.session_id, title, detail, amount_words(language, found.total))
