"""The keypad for codes: ours, because no system keyboard can be trusted over a kiosk's window.

Only symbols a code can hold have a key, so a mistyped look-alike is not possible at all. On a
seven-inch panel the keys are smaller than a finger's twenty millimetres, as a phone's are; every
other target keeps its size.
"""

from __future__ import annotations

from itertools import count

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.domain.ticket import spoken_code
from kiosk.domain.wording import Text
from kiosk.ui.driver.fitting import OVERFULL, FittedPage, fit
from kiosk.ui.icons import icon
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme
from kiosk.ui.widgets import TouchButton, Words
from kiosk.wire.codes import ALPHABET, CODE_LENGTH, SECRET_LENGTH

PROMPT = Text("Type the code under the square")
DONE = Text("OK")
ERASE = Text("Erase")
FINGER_MM, KEY_MM = 20.0, 12.0
GROWS = QSizePolicy.Policy.Expanding
EMPTY = "___-___-_"
LENGTHS = frozenset({CODE_LENGTH, SECRET_LENGTH})


class KeypadPage(FittedPage):
    """Collects a code; says nothing about whether it is a good one, that is the lane's to say."""

    code_typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.prompt = Words(Size.BODY)
        self.display = Words(Size.HEADLINE, bold=True, wrap=False, trailing=True)
        self.keys = [TouchButton("key", size=Size.LARGE) for _ in ALPHABET]
        self.erase = TouchButton("plain")
        self.done = TouchButton("main", size=Size.LARGE)
        self.code = ""
        self._busy = False
        self._theme: Theme | None = None
        self._build()

    def _build(self) -> None:
        for symbol, key in zip(ALPHABET, self.keys, strict=True):
            key.say(symbol)
            key.setSizePolicy(GROWS, GROWS)
            key.clicked.connect(self._on_key)
        for key in (self.erase, self.done):
            key.setSizePolicy(GROWS, GROWS)
        self.erase.clicked.connect(self._on_erase)
        self.done.clicked.connect(self._on_done)
        head = QHBoxLayout()
        head.addWidget(self.prompt, 1)
        head.addWidget(self.display)
        pad = QWidget()
        pad.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._grid = QGridLayout(pad)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(head)
        self._rows.addWidget(pad, 1)

    def open_for(self, language: Language, theme: Theme) -> None:
        """Start with an empty code."""
        self.code = ""
        self._busy = False
        self.show_words(language, theme)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def took_a_key(self) -> bool:
        """Whether anything was typed or erased since this was asked last."""
        busy, self._busy = self._busy, False
        return busy

    def show_words(self, language: Language, theme: Theme) -> None:
        """Speak this language; what was typed stays."""
        self._theme = theme
        self.prompt.show_words(language.say(PROMPT))
        self.done.say(language.say(DONE))
        self.erase.setIcon(
            icon("backspace", theme.palette.ink, 48, mirrored=language.right_to_left)
        )
        self.erase.say(language.say(ERASE))
        self._show_code()
        self.arrange()

    def set_out(self) -> float:
        """Nine keys a row on a wide screen, six on a tall one; four and six rows."""
        if self._theme is None:
            return OVERFULL
        columns = 6 if self.height() > self.width() else 9
        while self._grid.count():
            self._grid.takeAt(0)
        places = count()
        for key, place in zip(self.keys, places, strict=False):
            self._grid.addWidget(key, place // columns, place % columns)
        last = len(self.keys) // columns
        self._grid.addWidget(self.erase, last, len(self.keys) % columns, 1, 2)
        self._grid.addWidget(self.done, last, len(self.keys) % columns + 2, 1, 2)
        for column in range(9):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        return fit(self, self.size())

    def dress(self, scale: float) -> None:
        """Set all type and spacing."""
        if self._theme is None:
            return
        theme = self._theme
        for words in (self.prompt, self.display):
            words.dress(theme, scale)
        for key in (*self.keys, self.erase, self.done):
            key.dress(theme, scale)
            key.set_least(theme.px(FINGER_MM if scale == 1 else KEY_MM))
        self._grid.setSpacing(theme.space())
        margin = theme.space(1.5)
        self._rows.setContentsMargins(margin, theme.space(0.5), margin, theme.space())
        self._rows.setSpacing(theme.space(0.5))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A real keyboard works too."""
        symbol = event.text().upper()
        if symbol and symbol in ALPHABET:
            self._add(symbol)
        elif event.key() == Qt.Key.Key_Backspace:
            self._on_erase()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_done()
        else:
            super().keyPressEvent(event)

    def _on_key(self) -> None:
        key = self.sender()
        if isinstance(key, TouchButton):
            self._add(key.text())

    def _add(self, symbol: str) -> None:
        self._busy = True
        if len(self.code) < SECRET_LENGTH:
            self.code += symbol
            self._show_code()

    def _on_erase(self) -> None:
        self._busy = True
        self.code = self.code[:-1]
        self._show_code()

    def _on_done(self) -> None:
        if len(self.code) in LENGTHS:
            self.code_typed.emit(self.code)

    def _show_code(self) -> None:
        """Digits and dashes run from the left in every language."""
        shown = spoken_code(self.code) if self.code else EMPTY
        self.display.show_words(f"\u2066{shown}\u2069")
        self.display.set_tone("" if self.code else "muted")
        self.done.setEnabled(len(self.code) in LENGTHS)
        self.erase.setEnabled(bool(self.code))
