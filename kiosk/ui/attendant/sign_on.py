"""Signing on: who, and their PIN. The very first person makes themselves known here instead."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QRegularExpressionValidator, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kiosk.domain.staff import PIN_DIGITS_MAX, PIN_DIGITS_MIN
from kiosk.domain.wording import Text
from kiosk.ui.attendant.field import StaffField
from kiosk.ui.attendant.keyed import KeyedButton
from kiosk.ui.attendant.staff_words import StaffWords
from kiosk.ui.icons import icon
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme
from kiosk.ui.widgets import Card
from kiosk.views.sign_on import Person, SignOnView

WHO = Text("Who are you?")
PIN_OF = Text("PIN of {name}")
PIN = Text("PIN")
LOCKED = Text("locked")
SIGN_ON = Text("Sign on")
CLEAR = Text("Clear")
CANCEL = Text("Cancel")
BACK = Text("Delete the last digit")
SECOND = Text("Who agrees?")
AGREE = Text("Agree")
PEOPLE_SHOWN = 6
KEY_MM = (22.0, 12.0)


class PinField(StaffField):
    """Dots for digits. Nothing but digits gets in, and nothing gets out by copying."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setValidator(QRegularExpressionValidator(rf"\d{{0,{PIN_DIGITS_MAX}}}"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setFont(theme.font(Size.HEADLINE, bold=True))
        self.setMinimumHeight(theme.touch)

    def take(self) -> str:
        """Hand the digits over and forget them."""
        pin = self.text()
        self.clear()
        return pin


class PinPad(QWidget):
    """Ten digits, clear and delete, typing into whichever field is told."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._field: QLineEdit | None = None
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a keypad is not mirrored anywhere
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.space(0.75))
        for place, sign in enumerate("123456789"):
            grid.addWidget(self._digit(theme, sign), *divmod(place, 3))
        self._clear = KeyedButton(theme, kind="key", size=Size.SMALL)
        self._back = KeyedButton(theme, kind="key")
        self._back.setIcon(icon("backspace", theme.palette.ink, theme.px(6)))
        self._back.setIconSize(QSize(theme.px(6), theme.px(6)))
        for button in (self._clear, self._back):
            button.setMinimumSize(theme.px(KEY_MM[0]), theme.px(KEY_MM[1]))
        grid.addWidget(self._clear, 3, 0)
        grid.addWidget(self._digit(theme, "0"), 3, 1)
        grid.addWidget(self._back, 3, 2)
        self._clear.clicked.connect(self._wipe)
        self._back.clicked.connect(self._delete)

    def type_into(self, field: QLineEdit) -> None:
        """Send the digits there from now on."""
        self._field = field

    def speak(self, language: Language) -> None:
        """Take the reader's language."""
        self._clear.say(language.say(CLEAR))
        self._back.setAccessibleName(language.say(BACK))

    def _digit(self, theme: Theme, sign: str) -> KeyedButton:
        button = KeyedButton(theme, kind="key", size=Size.LARGE)
        button.say(sign)
        button.setMinimumSize(theme.px(KEY_MM[0]), theme.px(KEY_MM[1]))
        button.setProperty("sign", sign)
        button.clicked.connect(self._press)
        return button

    def _press(self) -> None:
        if self._field is not None:
            self._field.insert(str(self.sender().property("sign")))

    def _wipe(self) -> None:
        if self._field is not None:
            self._field.clear()

    def _delete(self) -> None:
        if self._field is not None:
            self._field.backspace()


class SignOnPage(QWidget):
    """People on one side (up and down choose), the PIN on the other (Enter signs on)."""

    signed_on = Signal(str, str)
    """(staff_id, pin)."""
    cancelled = Signal()

    def __init__(self, theme: Theme, who: Text = WHO, go: Text = SIGN_ON) -> None:
        """`who` and `go` are what is asked, and the word on the button that answers."""
        super().__init__()
        self._question, self._answer = who, go
        self._theme = theme
        self._language: Language | None = None
        self._people: tuple[Person, ...] = ()
        self._chosen = ""
        self._who = StaffWords(Size.LARGE, bold=True)
        self._whose = StaffWords(Size.LARGE, bold=True)
        self._trouble = StaffWords(Size.BODY, bold=True, tone="stop")
        self._hint = StaffWords(Size.BODY, tone="wait")
        for words in (self._who, self._whose, self._trouble, self._hint):
            words.dress(theme)
        self._buttons = [KeyedButton(theme) for _ in range(PEOPLE_SHOWN)]
        self.pin = PinField(theme)
        self.pin.setObjectName("pin")
        self.pin.textChanged.connect(self._judge)
        self.pin.returnPressed.connect(self._sign_on)
        self._pad = PinPad(theme)
        self._pad.type_into(self.pin)
        self.go = KeyedButton(theme, kind="main", size=Size.LARGE)
        self.go.setObjectName("sign_on")
        self.go.clicked.connect(self._sign_on)
        self.cancel = KeyedButton(theme, "Esc")
        self.cancel.clicked.connect(self.cancelled)
        self.cancel.hide()
        for place, button in enumerate(self._buttons):
            button.setCheckable(True)
            button.setProperty("place", place)
            button.clicked.connect(self._pressed)
        for key, step in ((Qt.Key.Key_Up, -1), (Qt.Key.Key_Down, 1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setProperty("step", step)
            shortcut.activated.connect(self._step)
        self._lay_out(theme)

    def render_view(self, view: SignOnView, language: Language) -> None:
        """Show the people; a refused PIN leaves its person chosen."""
        self._people, self._language = view.people, language
        if all(person.staff_id != self._chosen for person in view.people):
            self._chosen = view.people[0].staff_id if view.people else ""
        say = language.say
        self._who.show_words(say(self._question))
        self._trouble.show_words(say(view.trouble) if view.trouble else "")
        self._hint.show_words(say(view.hint) if view.hint else "")
        self._pad.speak(language)
        self.pin.setAccessibleName(say(PIN))
        self.go.say(say(self._answer), "Enter")
        self.cancel.say(say(CANCEL))
        self._show_people()

    def focus_pin(self) -> None:
        """Ready for the PIN."""
        self.pin.clear()
        self.pin.setFocus()

    def _lay_out(self, theme: Theme) -> None:
        people = QVBoxLayout()
        people.setSpacing(theme.space())
        people.addWidget(self._who)
        people.addWidget(self._hint)
        for button in self._buttons:
            people.addWidget(button)
        people.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(theme.space())
        right.addWidget(self._whose)
        right.addWidget(self.pin)
        right.addWidget(self._trouble)
        right.addWidget(self._pad)
        right.addWidget(self.go)
        right.addWidget(self.cancel)
        right.addStretch(1)
        card = Card()
        inside = QHBoxLayout(card)
        margin = theme.space(3)
        inside.setContentsMargins(margin, margin, margin, margin)
        inside.setSpacing(theme.space(5))
        inside.addLayout(people, 1)
        inside.addLayout(right, 1)
        card.setMaximumWidth(theme.px(210))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 8)
        row.addStretch(1)
        page = QVBoxLayout(self)
        page.addStretch(1)
        page.addLayout(row)
        page.addStretch(1)

    def _show_people(self) -> None:
        """A window of people around the chosen one, so that the page never scrolls."""
        language = self._language
        if language is None:
            return
        first = max(0, min(self._place() - PEOPLE_SHOWN // 2, len(self._people) - PEOPLE_SHOWN))
        for offset, button in enumerate(self._buttons):
            place = first + offset
            button.setVisible(place < len(self._people))
            if place < len(self._people):
                person = self._people[place]
                locked = language.say(LOCKED) if person.locked else language.say(person.role)
                button.setObjectName(f"person-{person.staff_id}")
                button.say(person.name, locked)
                button.setChecked(person.staff_id == self._chosen)
                button.setProperty("place", place)
        name = self._people[self._place()].name if self._people else ""
        self._whose.show_words(language.say(PIN_OF.with_values(name=name)))
        self._judge()

    def _place(self) -> int:
        ids = [person.staff_id for person in self._people]
        return ids.index(self._chosen) if self._chosen in ids else 0

    def _pressed(self) -> None:
        self._choose(int(self.sender().property("place")))

    def _step(self) -> None:
        if self._people:
            self._choose((self._place() + int(self.sender().property("step"))) % len(self._people))

    def _choose(self, place: int) -> None:
        """Somebody else: their PIN starts from nothing and an old refusal is not theirs."""
        self._chosen = self._people[place].staff_id
        self._trouble.show_words("")
        self.focus_pin()
        self._show_people()

    def _judge(self) -> None:
        locked = bool(self._people) and self._people[self._place()].locked
        self.pin.setEnabled(bool(self._people) and not locked)
        self.go.setEnabled(self._ready() and not locked)

    def _ready(self) -> bool:
        return bool(self._chosen) and len(self.pin.text()) >= PIN_DIGITS_MIN

    def _sign_on(self) -> None:
        if self._ready() and self.pin.isEnabled():
            self.signed_on.emit(self._chosen, self.pin.take())


class SecondPage(SignOnPage):
    """The second person's word: who agrees, and their PIN; Esc goes back to what was begun."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, SECOND, AGREE)
        self.setObjectName("second")
        self.cancel.show()
