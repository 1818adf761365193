"""The keypads for codes and PINs: ours, since no system keyboard may stand over a kiosk's window.

Only symbols a code can hold have a key, so a mistyped look-alike is not possible at all. On a
seven-inch panel the keys are smaller than a finger's twenty millimetres, as a phone's are; every
other target keeps its size.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.domain.staff import PIN_DIGITS_MAX, PIN_DIGITS_MIN
from kiosk.domain.ticket import spoken_code
from kiosk.domain.wording import Text
from kiosk.ui.driver.fitting import OVERFULL, FittedPage, fit
from kiosk.ui.icons import icon
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme
from kiosk.ui.widgets import TouchButton, Words
from kiosk.wire.codes import ALPHABET, CODE_LENGTH, SECRET_LENGTH

DONE = Text("OK")
ERASE = Text("Erase")
FINGER_MM, KEY_MM = 20.0, 12.0
GROWS = QSizePolicy.Policy.Expanding


@dataclass(frozen=True, slots=True)
class Entry:
    """What is typed: its symbols, the lengths it may have, and how it is shown.

    `columns` are those of a wide and of a tall screen; two more keys share the end of the last row.
    """

    prompt: Text
    symbols: str
    lengths: frozenset[int]
    columns: tuple[int, int]
    shown: Callable[[str], str]
    empty: str


CODE = Entry(
    prompt=Text("Type the code under the square"),
    symbols=ALPHABET,
    lengths=frozenset({CODE_LENGTH, SECRET_LENGTH}),
    columns=(9, 6),
    shown=spoken_code,
    empty="___-___-_",
)
PIN = Entry(
    prompt=Text("Staff only: your PIN closes the program"),
    symbols="1234567890",
    lengths=frozenset(range(PIN_DIGITS_MIN, PIN_DIGITS_MAX + 1)),
    columns=(7, 4),
    shown=lambda pin: "\u2022" * len(pin),
    empty=" ".join("_" * PIN_DIGITS_MIN),
)


class KeypadPage(FittedPage):
    """Collects a code; says nothing about whether it is a good one, that is the lane's to say.

    Its keys are made when somebody wants to type: most windows never show them.
    """

    code_typed = Signal(str)
    pressed = Signal()
    """Any of its keys: it clicks."""
    prompt: Words
    display: Words
    keys: list[TouchButton]
    erase: TouchButton
    done: TouchButton

    def __init__(self, entry: Entry = CODE) -> None:
        super().__init__()
        self._entry = entry
        self.code = ""
        self._busy = False
        self._theme: Theme | None = None

    def _build(self) -> None:
        self.prompt = Words(Size.BODY)
        self.display = Words(Size.HEADLINE, bold=True, wrap=False, trailing=True)
        self.keys = [TouchButton("key", size=Size.LARGE) for _ in self._entry.symbols]
        self.erase = TouchButton("plain")
        self.done = TouchButton("main", size=Size.LARGE)
        for key in (*self.keys, self.erase, self.done):
            key.pressed.connect(self.pressed)
        for symbol, key in zip(self._entry.symbols, self.keys, strict=True):
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
        if self._theme is None:
            self._build()
        self._theme = theme
        self.prompt.show_words(language.say(self._entry.prompt))
        self.done.say(language.say(DONE))
        self.erase.setIcon(
            icon("backspace", theme.palette.ink, 48, mirrored=language.right_to_left)
        )
        self.erase.say(language.say(ERASE))
        self._show_code()
        self.arrange()

    def set_out(self) -> float:
        """As many keys a row as a wide or a tall screen takes."""
        if self._theme is None:
            return OVERFULL
        columns = self._entry.columns[self.height() > self.width()]
        while self._grid.count():
            self._grid.takeAt(0)
        places = count()
        for key, place in zip(self.keys, places, strict=False):
            self._grid.addWidget(key, place // columns, place % columns)
        last, rest = divmod(len(self.keys), columns)
        span = (columns - rest) // 2
        self._grid.addWidget(self.erase, last, rest, 1, span)
        self._grid.addWidget(self.done, last, rest + span, 1, span)
        for column in range(max(self._entry.columns)):
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
        if symbol and symbol in self._entry.symbols:
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
        if len(self.code) < max(self._entry.lengths):
            self.code += symbol
            self._show_code()

    def _on_erase(self) -> None:
        self._busy = True
        self.code = self.code[:-1]
        self._show_code()

    def _on_done(self) -> None:
        if len(self.code) in self._entry.lengths:
            self.code_typed.emit(self.code)

    def _show_code(self) -> None:
        """Digits and dashes run from the left in every language."""
        shown = self._entry.shown(self.code) if self.code else self._entry.empty
        self.display.show_words(f"\u2066{shown}\u2069")
        self.display.set_tone("" if self.code else "muted")
        self.done.setEnabled(len(self.code) in self._entry.lengths)
        self.erase.setEnabled(bool(self.code))
