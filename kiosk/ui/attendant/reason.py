"""Why: every order on a lane waits here until somebody has said the reason. No dialog box.

Confirming is Alt+Enter: a wedge scanner ends its code with a plain Enter, which must open nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout

from kiosk.domain.wording import Text
from kiosk.ui.attendant.keyed import KeyedButton
from kiosk.ui.attendant.staff_words import StaffWords
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme
from kiosk.ui.widgets import Card

COLUMNS = 4
NOTE_LETTERS_MIN = 3
NOTE_LETTERS_MAX = 80
ASK = Text("Why?")
CANCEL = Text("Cancel")
NOTE = Text("Other reason, or a note")


class ReasonPanel(Card):
    """A title, choices where the order has some (modes, exits), reasons, a note, and go."""

    confirmed = Signal(str, str)
    """(chosen choice or "", reason)."""
    cancelled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._choices: dict[str, KeyedButton] = {}
        self._reasons: dict[str, KeyedButton] = {}
        self._title = StaffWords(Size.BODY, bold=True, wrap=False)
        self._title.dress(theme)
        self._chips = QGridLayout()
        self._chips.setSpacing(theme.space(0.75))
        self.note = QLineEdit()
        self.note.setObjectName("note")
        self.note.setFont(theme.font())
        self.note.setMinimumHeight(theme.touch)
        self.note.setMaxLength(NOTE_LETTERS_MAX)
        self.note.textChanged.connect(self._judge)
        self.confirm = KeyedButton(theme, "Alt+Return", kind="main")
        self.confirm.setObjectName("confirm")
        self.confirm.clicked.connect(self._go)
        self._cancel = KeyedButton(theme, "Esc")
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
    ) -> None:
        """Ask anew. `choices` are (key, shown words), one of them `chosen` from the start."""
        self._title.show_words(f"{title} · {language.say(ASK)}")
        self.note.clear()
        self.note.setPlaceholderText(language.say(NOTE))
        self.note.setAccessibleName(language.say(NOTE))
        self.confirm.say(language.say(go), "Alt Enter")
        self._cancel.say(language.say(CANCEL))
        self._fill(language, reasons, choices)
        for key, button in self._choices.items():
            button.setChecked(key == chosen)
        self._judge()
        self.note.setFocus()

    def _lay_out(self, theme: Theme) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(theme.space())
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
        buttons = [
            self._chip(number, words, stacked=number > count)
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
        self.confirm.setEnabled(bool(self._reason()) and chosen)

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
        """The note is the only field: Tab stays in it."""
        self.note.setFocus(Qt.FocusReason.TabFocusReason)
        return True
