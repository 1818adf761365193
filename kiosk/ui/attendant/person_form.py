"""One form for everything that is asked about a person: name, role, old PIN, new PIN twice.

Which of them it asks for is the form's kind. What is wrong is said at the key that makes it wrong,
and nothing that was typed is lost by it.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kiosk.domain.staff import NAME_LETTERS_MAX, PIN_DIGITS_MIN, Role
from kiosk.domain.wording import Text
from kiosk.ui.attendant.field import StaffField, step_focus
from kiosk.ui.attendant.keyed import KeyedButton
from kiosk.ui.attendant.sign_on import PinField, PinPad
from kiosk.ui.attendant.staff_words import StaffWords
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme
from kiosk.ui.widgets import Card, restyle
from kiosk.views.sign_on import ROLES
from kiosk.views.staff_page import (
    Asking,
    ChangePerson,
    Member,
    MyPin,
    NewPerson,
    NewPin,
    StaffView,
    TakeBack,
    Wish,
    typed_pins_done,
    typed_pins_trouble,
)

NAME, OLD = Text("Name"), Text("Your PIN until now")
PIN = Text("New PIN, at least {digits} digits").with_values(digits=PIN_DIGITS_MIN)
AGAIN = Text("The same PIN again")
CANCEL = Text("Cancel")
TITLES: Mapping[Asking, tuple[Text, Text]] = {
    Asking.NEW: (Text("New person"), Text("Enrol")),
    Asking.CHANGE: (Text("Name and role of {name}"), Text("Save")),
    Asking.PIN: (Text("New PIN for {name}"), Text("Set this PIN")),
    Asking.MINE: (Text("Change my PIN"), Text("Set this PIN")),
    Asking.BACK: (Text("Take {name} back"), Text("Take back")),
}
"""What stands above each form, and on the button that ends it."""
FIELDS: Mapping[Asking, tuple[str, ...]] = {
    Asking.NEW: ("name", "pin", "again"),
    Asking.CHANGE: ("name",),
    Asking.PIN: ("pin", "again"),
    Asking.MINE: ("old", "pin", "again"),
    Asking.BACK: ("pin", "again"),
}
WITH_ROLES = (Asking.NEW, Asking.CHANGE, Asking.BACK)
LABELS: Mapping[str, Text] = {"name": NAME, "old": OLD, "pin": PIN, "again": AGAIN}


class PersonForm(Card):
    """By keys alone: Enter and Tab go from field to field, Alt and a number picks a role."""

    filled = Signal(object)
    """A wish of `views.staff_page`."""
    cancelled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._language: Language | None = None
        self._view: StaffView | None = None
        self._kind = Asking.MINE
        self._member: Member | None = None
        self._title = StaffWords(Size.LARGE, bold=True)
        self._line = StaffWords(Size.BODY, bold=True, tone="stop")
        self._title.dress(theme)
        self._line.dress(theme)
        self.fields: dict[str, QLineEdit] = {
            name: StaffField() if name == "name" else PinField(theme) for name in LABELS
        }
        self._labels = {name: StaffWords(Size.SMALL, tone="muted", wrap=False) for name in LABELS}
        for name, field in self.fields.items():
            self._labels[name].dress(theme)
            field.setObjectName(name)
            field.textChanged.connect(self._judge)
            field.returnPressed.connect(self._next_field)
        self.fields["name"].setFont(theme.font(Size.LARGE))
        self.fields["name"].setMinimumHeight(theme.touch)
        self.fields["name"].setMaxLength(NAME_LETTERS_MAX)
        self.roles = {role: self._chip(theme, place) for place, role in enumerate(Role, 1)}
        self._pad = PinPad(theme)
        self.confirm = KeyedButton(theme, "Alt+Return", kind="main", size=Size.LARGE)
        self.confirm.setObjectName("confirm")
        self.confirm.clicked.connect(self._confirm)
        self.cancel = KeyedButton(theme)  # its key is the page's own
        self.cancel.setObjectName("cancel")
        self.cancel.clicked.connect(self.cancelled)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]
        self._lay_out(theme)

    def ask(
        self, language: Language, kind: Asking, view: StaffView, member: Member | None = None
    ) -> None:
        """Begin a new form; all but a new person's and one's own PIN are about a `member`."""
        self._kind, self._member = kind, member
        self.wipe()
        if member is not None:
            self.fields["name"].setText(member.name)
        for role, chip in self.roles.items():
            chip.setChecked(role is (member.role if member else Role.ATTENDANT))
        self.speak(language, view)
        for name, field in self.fields.items():
            field.setVisible(name in FIELDS[kind])
            self._labels[name].setVisible(name in FIELDS[kind])
        for role, chip in self.roles.items():
            # One's own role is somebody else's to change.
            mine = member is not None and member.staff_id == view.me
            offered = kind in WITH_ROLES and role in view.roles and not mine
            chip.setVisible(offered)
        self._pad.setVisible("pin" in FIELDS[kind])
        self.cancel.setVisible(view.may_enrol)
        self._column.activate()  # rows came and went: measure anew before the page does
        self.take_focus()

    def speak(self, language: Language, view: StaffView) -> None:
        """Take the reader's language; what was typed stays."""
        self._language, self._view = language, view
        say = language.say
        title, go = TITLES[self._kind]
        name = self._member.name if self._member else ""
        self._title.show_words(say(title.with_values(name=name) if name else title))
        self.confirm.say(say(go), "Alt Enter")
        self.cancel.say(say(CANCEL), "Esc")
        for field_name, text in LABELS.items():
            self._labels[field_name].show_words(say(text))
            self.fields[field_name].setAccessibleName(say(text))
        for role, chip in self.roles.items():
            chip.say(say(ROLES[role]))
        self._pad.speak(language)
        self._judge()

    def wipe(self) -> None:
        """Forget everything that was typed."""
        for field in self.fields.values():
            field.clear()

    def take_focus(self) -> None:
        """The first field that is empty, or the first."""
        shown = [self.fields[name] for name in FIELDS[self._kind]]
        next((field for field in shown if not field.text()), shown[0]).setFocus()

    def _chip(self, theme: Theme, place: int) -> KeyedButton:
        chip = KeyedButton(theme, f"Alt+{place}", size=Size.SMALL, stacked=True)
        chip.setCheckable(True)
        chip.setAutoExclusive(True)
        chip.clicked.connect(self._judge)
        return chip

    def _lay_out(self, theme: Theme) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.cancel)
        chips = QWidget()
        roles = QHBoxLayout(chips)
        roles.setContentsMargins(0, 0, 0, 0)
        roles.setSpacing(theme.space(0.75))
        for role, chip in self.roles.items():
            chip.setObjectName(f"role-{role.value}")
            roles.addWidget(chip, 1)
        fields = QVBoxLayout()
        fields.setSpacing(theme.space(0.25))
        for name, field in self.fields.items():
            fields.addWidget(self._labels[name])
            fields.addWidget(field)
            if name == "name":
                fields.addWidget(chips)
        fields.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(theme.space(4))
        both.addLayout(fields, 1)
        both.addWidget(self._pad, 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.addWidget(self._line, 1)
        foot.addWidget(self.confirm)
        self._column = column = QVBoxLayout(self)
        margin = theme.space(2)
        column.setContentsMargins(margin, theme.space(1.5), margin, theme.space(1.5))
        column.setSpacing(theme.space())
        column.addLayout(head)
        column.addLayout(both, 1)
        column.addLayout(foot)

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        """The pad types where the digits belong."""
        if isinstance(now, PinField) and now in self.fields.values():
            self._pad.type_into(now)

    def _next_field(self) -> None:
        self.focusNextPrevChild(True)

    def _typed(self, name: str) -> str:
        return " ".join(self.fields[name].text().split())

    def _role(self) -> Role:
        return next((role for role, chip in self.roles.items() if chip.isChecked()), Role.ATTENDANT)

    def _judge(self) -> None:
        """Say what is wrong with the PINs as soon as it is."""
        language = self._language
        if language is None:
            return
        pins = "pin" in FIELDS[self._kind]
        trouble = typed_pins_trouble(self._typed("pin"), self._typed("again")) if pins else None
        self._line.show_words(language.say(trouble) if trouble else " ")
        word = "true" if trouble else "false"
        if self.fields["again"].property("trouble") != word:
            self.fields["again"].setProperty("trouble", word)
            restyle(self.fields["again"])
        self.confirm.setEnabled(self._wish() is not None)

    def _wish(self) -> Wish | None:
        """What was filled in, if it is all that is needed."""
        needed = FIELDS[self._kind]
        name, old, pin = (self._typed(each) for each in ("name", "old", "pin"))
        if "name" in needed and not name:
            return None
        if "old" in needed and len(old) < PIN_DIGITS_MIN:
            return None
        if "pin" in needed and not typed_pins_done(pin, self._typed("again")):
            return None
        who = self._member.staff_id if self._member else ""
        match self._kind:
            case Asking.NEW:
                return NewPerson(name, self._role(), pin)
            case Asking.CHANGE:
                return ChangePerson(who, name, self._role())
            case Asking.PIN:
                return NewPin(who, pin)
            case Asking.MINE:
                return MyPin(old, pin)
            case Asking.BACK:
                return TakeBack(who, self._role(), pin)

    def _confirm(self) -> None:
        wish = self._wish()
        if wish is not None:
            self.filled.emit(wish)

    def focusNextPrevChild(self, forward: bool, /) -> bool:
        """Tab and Enter stay among the fields that are shown."""
        return step_focus(self.fields.values(), forward=forward)
