"""The first start: no default account exists, so the first person names themselves here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.staff import NAME_LETTERS_MAX, PIN_DIGITS_MIN, Role
from kiosk.domain.wording import Text
from kiosk.ui.attendant.field import StaffField
from kiosk.ui.attendant.keyed import KeyedButton
from kiosk.ui.attendant.sign_on import PinField, PinPad
from kiosk.ui.attendant.staff_words import StaffWords
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme
from kiosk.ui.widgets import Card
from kiosk.views.sign_on import FIRST_ROLES, ROLES, SignOnView, pin_trouble

WELCOME = Text("Welcome. Nobody is known here yet.")
EXPLAIN = Text(
    "The first person runs this booth and lets the others in. Choose a PIN you can keep."
)
NAME = Text("Your name")
PIN = Text("PIN, at least {digits} digits").with_values(digits=PIN_DIGITS_MIN)
AGAIN = Text("The same PIN again")
ENROL = Text("Start")
NO_NAME = Text("Please type your name.")


class EnrolPage(QWidget):
    """Name, role, PIN twice; Enter goes from field to field and starts at the end."""

    enrolled = Signal(str, str, str)
    """(name, Role, pin)."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._language: Language | None = None
        self._title = StaffWords(Size.HEADLINE, bold=True)
        self._explain = StaffWords(Size.BODY, tone="muted")
        self._trouble = StaffWords(Size.BODY, bold=True, tone="stop")
        self._labels = [StaffWords(Size.SMALL, tone="muted") for _ in range(3)]
        for words in (self._title, self._explain, self._trouble, *self._labels):
            words.dress(theme)
        self.name = StaffField()
        self.name.setFont(theme.font(Size.LARGE))
        self.name.setMinimumHeight(theme.touch)
        self.name.setMaxLength(NAME_LETTERS_MAX)
        self.pin, self.again = PinField(theme), PinField(theme)
        for field, name in ((self.name, "name"), (self.pin, "pin"), (self.again, "pin_again")):
            field.setObjectName(name)
        self.roles = {role: KeyedButton(theme, size=Size.BODY) for role in FIRST_ROLES}
        for number, button in enumerate(self.roles.values()):
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setChecked(number == 0)
        self.go = KeyedButton(theme, kind="main", size=Size.LARGE)
        self.go.setObjectName("enrol")
        self.go.clicked.connect(self._enrol)
        self._pad = PinPad(theme)
        self._pad.type_into(self.pin)
        self.name.returnPressed.connect(self.pin.setFocus)
        self.pin.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self._enrol)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]
        self._lay_out(theme)

    def render_view(self, view: SignOnView, language: Language) -> None:
        """Take the language; what was typed stays."""
        self._language = language
        say = language.say
        self._title.show_words(say(WELCOME))
        self._explain.show_words(say(EXPLAIN))
        for label, text in zip(self._labels, (NAME, PIN, AGAIN), strict=True):
            label.show_words(say(text))
        for field, text in ((self.name, NAME), (self.pin, PIN), (self.again, AGAIN)):
            field.setAccessibleName(say(text))
        for role, button in self.roles.items():
            button.say(say(ROLES[role]))
        self.go.say(say(ENROL), "Enter")
        self._pad.speak(language)
        if view.trouble is not None:
            self._trouble.show_words(say(view.trouble))

    def _lay_out(self, theme: Theme) -> None:
        roles = QHBoxLayout()
        roles.setSpacing(theme.space())
        for button in self.roles.values():
            roles.addWidget(button, 1)
        fields = QVBoxLayout()
        fields.setSpacing(theme.space(0.75))
        for label, field in zip(self._labels, (self.name, self.pin, self.again), strict=True):
            fields.addWidget(label)
            fields.addWidget(field)
            if field is self.name:
                fields.addLayout(roles)
        fields.addWidget(self._trouble)
        fields.addStretch(1)
        pad = QVBoxLayout()
        pad.setSpacing(theme.space())
        pad.addWidget(self._pad)
        pad.addWidget(self.go)
        pad.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(theme.space(4))
        both.addLayout(fields, 3)
        both.addLayout(pad, 2)
        card = Card()
        card.setMaximumWidth(theme.px(210))
        inside = QVBoxLayout(card)
        margin = theme.space(4)
        inside.setContentsMargins(margin, theme.space(3), margin, theme.space(3))
        inside.setSpacing(theme.space())
        inside.addWidget(self._title)
        inside.addWidget(self._explain)
        inside.addLayout(both)
        page = QVBoxLayout(self)
        page.addStretch(1)
        page.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        page.addStretch(1)

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now in (self.pin, self.again):
            self._pad.type_into(self.pin if now is self.pin else self.again)

    def _enrol(self) -> None:
        name = " ".join(self.name.text().split())
        trouble = pin_trouble(self.pin.text(), self.again.text()) if name else NO_NAME
        if trouble is not None:
            if self._language is not None:
                self._trouble.show_words(self._language.say(trouble))
            if name:
                self.pin.clear()
                self.again.clear()
            (self.pin if name else self.name).setFocus()
            return
        role = next((role for role, b in self.roles.items() if b.isChecked()), Role.OWNER)
        self.again.clear()
        self.enrolled.emit(name, role.value, self.pin.take())
