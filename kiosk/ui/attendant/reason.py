"""Why: every order waits here until somebody has said the reason, and how much. No dialog box.

Confirming is Alt+Enter: a wedge scanner ends its code with a plain Enter, which must open nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout

from kiosk.domain.money import Money
from kiosk.domain.wording import Text
from kiosk.ui.attendant.amounts import decimal_sign, typed_amount
from kiosk.ui.attendant.field import StaffField
from kiosk.ui.attendant.keyed import KeyedButton
from kiosk.ui.attendant.staff_words import StaffWords
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme
from kiosk.ui.widgets import Card, restyle
from kiosk.views.cash import AMOUNT_SYMBOLS_MAX, amount

COLUMNS = 4
AMOUNT_MM = 40.0
SHORT_LETTERS = 14
"""Choices with longer words get two lines each."""
NOTE_LETTERS_MIN = 3
NOTE_LETTERS_MAX = 80
ASK = Text("Why?")
CANCEL = Text("Cancel")
NOTE = Text("Other reason, or a note")
AMOUNT = Text("Amount")


class ReasonPanel(Card):
    """A title, choices where the order has some, reasons, an amount if one is asked, a note, go."""

    confirmed = Signal(str, str)
    """(chosen choice or "", reason)."""
    cancelled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._choices: dict[str, KeyedButton] = {}
        self._reasons: dict[str, KeyedButton] = {}
        self._language: Language | None = None
        self._most: Money | None = None
        self._needs_reason = True
        self._title = StaffWords(Size.BODY, bold=True)
        self._title.dress(theme)
        self._chips = QGridLayout()
        self._chips.setSpacing(theme.space(0.75))
        self.sum = StaffField()
        self.sum.setObjectName("amount")
        self.sum.setFont(theme.font(Size.LARGE, bold=True))
        self.sum.setMinimumHeight(theme.touch)
        self.sum.setFixedWidth(theme.px(AMOUNT_MM))
        self.sum.setMaxLength(AMOUNT_SYMBOLS_MAX)
        self.sum.textChanged.connect(self._judge)
        self.note = StaffField()
        self.note.setObjectName("note")
        self.note.setFont(theme.font())
        self.note.setMinimumHeight(theme.touch)
        self.note.setMaxLength(NOTE_LETTERS_MAX)
        self.note.textChanged.connect(self._judge)
        self.confirm = KeyedButton(theme, "Alt+Return", kind="main")
        self.confirm.setObjectName("confirm")
        self.confirm.clicked.connect(self._go)
        self._cancel = KeyedButton(theme)  # its key is the page's own
        self._cancel.setObjectName("cancel")
        self._cancel.clicked.connect(self.cancelled)
        self._lay_out(theme)

    def ask(
        self,
        language: Language,
        title: str,
        go: Text,
        reasons: Sequence[Text],
        choices: Sequence[tuple[str, str]] = (),
        chosen: str = "",
        *,
        most: Money | None = None,
        note: Text = NOTE,
        needs_reason: bool = True,
    ) -> None:
        """Ask anew. `choices` are (key, shown words), one of them `chosen` from the start.

        `most` asks for an amount too, at most that much (nothing: any amount in its currency).
        """
        self._language, self._most, self._needs_reason = language, most, needs_reason
        why = f" · {language.say(ASK)}" if reasons else ""
        self._title.show_words(title + why)
        self.note.clear()
        self.note.setVisible(needs_reason or not choices)
        self.note.setPlaceholderText(language.say(note))
        self.note.setAccessibleName(language.say(note))
        self.sum.setVisible(most is not None)
        self.sum.setText(typed_amount(most, language) if most else "")
        self.sum.setPlaceholderText(language.say(AMOUNT))
        self.sum.setAccessibleName(language.say(AMOUNT))
        self.confirm.say(language.say(go), "Alt Enter")
        self._cancel.say(language.say(CANCEL), "Esc")
        self._fill(language, reasons, choices)
        for key, button in self._choices.items():
            button.setChecked(key == chosen)
        self._judge()
        self.take_focus()

    def take_focus(self) -> None:
        """The amount first, where one is asked."""
        if self._most is not None:
            self.sum.setFocus()
            self.sum.selectAll()
        elif self.note.isVisibleTo(self):
            self.note.setFocus()
        else:
            self.setFocus()

    def amount(self) -> Money | None:
        """What was typed as an amount: more than nothing, and not more than there is."""
        if self._most is None or self._language is None:
            return None
        typed = amount(self.sum.text(), self._most.currency, decimal_sign(self._language))
        if typed is None or typed.minor <= 0 or 0 < self._most.minor < typed.minor:
            return None
        return typed

    def _lay_out(self, theme: Theme) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(theme.space())
        foot.addWidget(self.sum)
        foot.addWidget(self.note, 1)
        foot.addWidget(self.confirm)
        column = QVBoxLayout(self)
        margin = theme.space(2)
        column.setContentsMargins(margin, theme.space(1.5), margin, theme.space(1.5))
        column.setSpacing(theme.space())
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._cancel)
        column.addLayout(head)
        column.addLayout(self._chips)
        column.addLayout(foot)

    def _fill(
        self, language: Language, reasons: Sequence[Text], choices: Sequence[tuple[str, str]]
    ) -> None:
        for button in (*self._choices.values(), *self._reasons.values()):
            button.hide()
            button.deleteLater()
        shown = [*choices, *((reason.template, language.say(reason)) for reason in reasons)]
        count = len(choices)
        long = any(len(words) > SHORT_LETTERS for _, words in choices)
        buttons = [
            self._chip(number, words, stacked=number > count or long)
            for number, (_, words) in enumerate(shown, 1)
        ]
        keys = [key for key, _ in shown]
        self._choices = dict(zip(keys[:count], buttons[:count], strict=True))
        self._reasons = dict(zip(keys[count:], buttons[count:], strict=True))
        rows = -(-count // COLUMNS)
        for column in range(COLUMNS):
            self._chips.setColumnStretch(column, 1)
        for place, button in enumerate(buttons):
            row, column = divmod(place if place < count else place - count, COLUMNS)
            self._chips.addWidget(button, row + (rows if place >= count else 0), column)
            button.show()  # its key must work at once

    def _chip(self, number: int, words: str, *, stacked: bool) -> KeyedButton:
        chip = KeyedButton(self._theme, f"Alt+{number}", size=Size.SMALL, stacked=stacked)
        policy = chip.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        chip.setSizePolicy(policy)
        chip.setObjectName(f"choice-{number}")
        chip.setCheckable(True)
        chip.say(words)
        chip.clicked.connect(self._picked)
        return chip

    def _picked(self) -> None:
        """Behave as two rows of radio buttons; a second press takes a reason back."""
        sender = self.sender()
        choosing = sender in self._choices.values()
        for button in (self._choices if choosing else self._reasons).values():
            if button is not sender:
                button.setChecked(False)
            elif choosing:
                button.setChecked(True)
        self._judge()

    def _judge(self) -> None:
        chosen = not self._choices or any(b.isChecked() for b in self._choices.values())
        said = bool(self._reason()) or not self._needs_reason
        counted = self._most is None or self.amount() is not None
        self.confirm.setEnabled(said and chosen and counted)
        wrong = "true" if self.sum.text() and not counted else "false"
        if self.sum.property("trouble") != wrong:
            self.sum.setProperty("trouble", wrong)
            restyle(self.sum)

    def _reason(self) -> str:
        """The picked reason and the note; a note alone must be a word at least."""
        picked = next((key for key, b in self._reasons.items() if b.isChecked()), "")
        note = " ".join(self.note.text().split())
        if picked:
            return f"{picked}: {note}" if note else picked
        return note if len(note) >= NOTE_LETTERS_MIN else ""

    def _go(self) -> None:
        choice = next((key for key, b in self._choices.items() if b.isChecked()), "")
        self.confirmed.emit(choice, self._reason())

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Tab goes between amount and note, and nowhere else."""
        to_sum = self._most is not None and not self.sum.hasFocus()
        (self.sum if to_sum else self.note).setFocus(Qt.FocusReason.TabFocusReason)
        return True
