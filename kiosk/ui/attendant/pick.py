"""Lists to pick from: what it is, a figure at its end, and Alt with its number picks it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kiosk.ui.attendant.staff_words import StaffWords
from kiosk.ui.theme import Size, Theme
from kiosk.ui.widgets import restyle

KEYS_MAX = 9


@dataclass(frozen=True, slots=True)
class Item:
    """One row: what it is and more of it on the left, a figure on the right. All are shown words.

    `tone` colours the figure; the words say the same.
    """

    key: str
    title: str
    detail: str = ""
    figure: str = ""
    tone: str = "ink"


class PickRow(QFrame):
    """One row under the mouse."""

    picked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._key = ""
        self._title = StaffWords(Size.BODY, bold=True)
        self._detail = StaffWords(Size.SMALL, tone="muted")
        self._figure = StaffWords(Size.BODY, bold=True, wrap=False, trailing=True)
        self._hint = StaffWords(Size.SMALL, tone="muted", wrap=False, trailing=True)
        for words in (self._title, self._detail, self._figure, self._hint):
            words.dress(theme)
            words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setMinimumHeight(theme.touch)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self._title)
        said.addWidget(self._detail)
        side = QVBoxLayout()
        side.setSpacing(0)
        side.addWidget(self._figure)
        side.addWidget(self._hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(
            theme.space(1.5), theme.space(0.5), theme.space(1.5), theme.space(0.5)
        )
        row.setSpacing(theme.space(1.5))
        row.addLayout(said, 1)
        row.addLayout(side)

    def render_view(self, item: Item, hint: str, *, chosen: bool) -> None:
        """Become this row."""
        self._key = item.key
        self._title.show_words(item.title)
        self._detail.show_words(item.detail)
        self._figure.show_words(item.figure)
        self._figure.set_tone(item.tone)
        self._hint.show_words(hint)
        self.setAccessibleName(" · ".join(filter(None, (item.title, item.detail, item.figure))))
        tile = "chosen" if chosen else "calm"
        if self.property("tile") != tile:
            self.setProperty("tile", tile)
            restyle(self)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """A press picks."""
        self.picked.emit(self._key)


class PickList(QScrollArea):
    """Rows that scroll; the first nine have keys, where this list owns them."""

    picked = Signal(str)

    def __init__(self, theme: Theme, *, keyed: bool = True) -> None:
        super().__init__()
        self._theme = theme
        self._keyed = keyed
        self._items: tuple[Item, ...] = ()
        self._rows: list[PickRow] = []
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, theme.space(), 0)
        self._column.setSpacing(theme.space(0.75))
        self._column.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inner)
        self._shortcuts = [
            QShortcut(QKeySequence(f"Alt+{number}"), self)
            for number in range(1, KEYS_MAX + 1 if keyed else 1)
        ]
        for place, shortcut in enumerate(self._shortcuts):
            shortcut.setProperty("place", place)
            shortcut.activated.connect(self._pressed)

    def listen(self, *, keyed: bool) -> None:
        """Take the keys, or leave them to a panel that asks something meanwhile."""
        self._keyed = keyed
        for shortcut in self._shortcuts:
            shortcut.setEnabled(keyed)

    def show_items(self, items: Sequence[Item], chosen: str = "") -> None:
        """Show these rows, one of them marked."""
        self._items = tuple(items)
        while len(self._rows) < len(items):
            row = PickRow(self._theme)
            row.picked.connect(self.picked)
            self._rows.append(row)
            self._column.insertWidget(len(self._rows) - 1, row)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(items))
            if place < len(items):
                hint = f"Alt {place + 1}" if self._keyed and place < KEYS_MAX else ""
                row.render_view(items[place], hint, chosen=items[place].key == chosen)

    def _pressed(self) -> None:
        place = int(self.sender().property("place"))
        if place < len(self._items):
            self.picked.emit(self._items[place].key)
