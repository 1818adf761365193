"""Counting notes and coins: one field for each piece, the sum beside them, nothing else to read.

The sum is what was counted, never what should be there: a count is blind.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.money import Money
from kiosk.domain.wording import Text
from kiosk.ui.attendant.amounts import amount_words
from kiosk.ui.attendant.field import StaffField
from kiosk.ui.attendant.keyed import KeyedButton
from kiosk.ui.attendant.staff_words import StaffWords
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme
from kiosk.ui.widgets import Card

COLUMNS = 3
FIELD_MM = (24.0, 11.0)
DIGITS_MAX = 4
CANCEL = Text("Cancel")
COUNTED = Text("Counted")
PIECES = Text("How many of {value}")
ENTER_GOES_ON = Text("Enter goes to the next. What you leave empty counts as none.")


class PieceField(StaffField):
    """How many of one piece; Up and Down walk through the fields, as Enter does."""

    left = Signal(int)
    """+1 to the next field, -1 to the one before."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setValidator(QRegularExpressionValidator(rf"\d{{0,{DIGITS_MAX}}}"))
        self.setFont(theme.font(Size.LARGE, bold=True))
        self.setFixedSize(theme.px(FIELD_MM[0]), theme.px(FIELD_MM[1]))
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def number(self) -> int:
        """What was typed; nothing is none."""
        return int(self.text() or 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and the arrows leave the field; a wedge scanner's Enter books nothing."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Down if plain:
                self.left.emit(1)
            case Qt.Key.Key_Up if plain:
                self.left.emit(-1)
            case _:
                super().keyPressEvent(event)


class CountPanel(Card):
    """Asks for a count. `counted` carries it as a mapping, value in minor units to number."""

    counted = Signal(object)
    cancelled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._language: Language | None = None
        self._pieces: tuple[Money, ...] = ()
        self.fields: list[PieceField] = []
        self._labels: list[StaffWords] = []
        self._title = StaffWords(Size.LARGE, bold=True)
        self._hint = StaffWords(Size.SMALL, tone="muted")
        self._sum_label = StaffWords(Size.BODY, tone="muted", wrap=False)
        self._sum = StaffWords(Size.GIANT, bold=True, wrap=False)
        for words in (self._title, self._hint, self._sum_label, self._sum):
            words.dress(theme)
        self.confirm = KeyedButton(theme, "Alt+Return", kind="main", size=Size.LARGE)
        self.confirm.setObjectName("counted")
        self.confirm.clicked.connect(self._confirmed)
        self._cancel = KeyedButton(theme)  # its key is the page's own
        self._cancel.clicked.connect(self.cancelled)
        self._lay_out(theme)

    def ask(self, language: Language, pieces: Sequence[Money], title: Text, go: Text) -> None:
        """Begin a new count of these pieces."""
        self._language, self._pieces = language, tuple(pieces)
        while len(self.fields) < len(pieces):
            self._add_field()
        self._arrange()
        for field in self.fields:
            field.clear()
        self.speak(language, title, go)
        self.fields[0].setFocus()

    def speak(self, language: Language, title: Text, go: Text) -> None:
        """Take the reader's language; what was counted stays."""
        self._language = language
        self._title.show_words(language.say(title))
        self._hint.show_words(language.say(ENTER_GOES_ON))
        self._sum_label.show_words(language.say(COUNTED))
        self._cancel.say(language.say(CANCEL), "Esc")
        self.confirm.say(language.say(go), "Alt Enter")
        for field, label, piece in zip(self.fields, self._labels, self._pieces, strict=False):
            words = amount_words(language, piece)
            label.show_words(words)
            field.setAccessibleName(language.say(PIECES.with_values(value=piece)))
        self._add_up()

    def numbers(self) -> dict[int, int]:
        """The count as it stands: value in minor units to number."""
        pairs = zip(self._pieces, self.fields, strict=False)
        return {piece.minor: field.number() for piece, field in pairs if field.number()}

    def busy(self) -> bool:
        """Whether something was counted already."""
        return bool(self.numbers())

    def _lay_out(self, theme: Theme) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._cancel)
        box = QWidget()
        self._grid = QGridLayout(box)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.space())
        self._grid.setVerticalSpacing(theme.space(0.5))
        total = QHBoxLayout()
        total.addWidget(self._sum_label)
        total.addWidget(self._sum, 1)
        total.addWidget(self.confirm)
        column = QVBoxLayout(self)
        margin = theme.space(2)
        column.setContentsMargins(margin, theme.space(1.5), margin, theme.space(1.5))
        column.setSpacing(theme.space(0.75))
        column.addLayout(head)
        column.addWidget(self._hint)
        column.addWidget(box)
        column.addLayout(total)

    def _add_field(self) -> None:
        field, label = PieceField(self._theme), StaffWords(Size.BODY, wrap=False)
        label.dress(self._theme)
        field.setProperty("place", len(self.fields))
        field.textChanged.connect(self._add_up)
        field.left.connect(self._walk)
        self.fields.append(field)
        self._labels.append(label)

    def _arrange(self) -> None:
        """Down the columns, as money lies in a drawer."""
        rows = -(-len(self._pieces) // COLUMNS)
        for place, (label, field) in enumerate(zip(self._labels, self.fields, strict=True)):
            column, row = divmod(place, rows)
            self._grid.addWidget(label, row, 3 * column)
            self._grid.addWidget(field, row, 3 * column + 1)
            shown = place < len(self._pieces)
            label.setVisible(shown)
            field.setVisible(shown)
        for column in range(COLUMNS):
            self._grid.setColumnStretch(3 * column, 0)
            self._grid.setColumnStretch(3 * column + 2, 1)

    def _walk(self, step: int) -> None:
        place = (int(self.sender().property("place")) + step) % len(self._pieces)
        self.fields[place].setFocus()
        self.fields[place].selectAll()

    def _add_up(self) -> None:
        if self._language is None or not self._pieces:
            return
        total = sum(value * number for value, number in self.numbers().items())
        self._sum.show_words(amount_words(self._language, Money(total, self._pieces[0].currency)))

    def _confirmed(self) -> None:
        self.counted.emit(self.numbers())
