"""The till: what the driver gives, what goes back, and the one button that Enter presses.

Too little is refused in words and stays typed, or is taken as a part. Too much asks once more, with
the change shown big: only then is it booked, so that a stray Enter cannot book a mistyped amount.
What the drawer cannot give back is said before that question, which then asks what becomes of it.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.money import Money
from kiosk.domain.wording import Text
from kiosk.ui.attendant.amounts import amount_words, decimal_sign, pieces_words, typed_amount
from kiosk.ui.attendant.field import StaffField
from kiosk.ui.attendant.keyed import KeyedButton
from kiosk.ui.attendant.staff_words import StaffWords
from kiosk.ui.icons import icon
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme
from kiosk.ui.widgets import Card, restyle
from kiosk.views.cash import (
    AMOUNT_SYMBOLS_MAX,
    NOBODY_COUNTED,
    QUICK_NOTES,
    Tender,
    amount,
    tender,
)
from kiosk.views.cashier import CashierAction, CashierView
from kiosk.views.tilling import Missing, TakeCash

TITLE = Text("Cash")
GIVEN = Text("Given")
CHANGE = Text("Change")
GIVE_BACK = Text("Give back")
EXACT = Text("Exact")
PAY = Text("Paid")
PAY_AND_OPEN = Text("Paid, open {lane}")
CONFIRM = Text("Change given")
CONFIRM_VOUCHER = Text("Voucher for {short}")
WAIVE = Text("Driver waives {short}")
PART = Text("Part")
THIS_PART = Text("This part")
AS_PART = Text("{trouble}. Alt P takes it as a part.")
PART_TOO_MUCH = Text("A part is less than {due}.")
VOUCHER_OUT = Text("A voucher for {amount} is printed.")
BOOKED = Text("Booked")
TYPE_FIRST = Text("Type what the driver gave.")
BACK = Text("Delete the last digit")
ZERO_KEY_ROW = 3
GIVEN_MM = 13.0
PART_MM = 10.0


class CashPanel(Card):
    """Given, change, notes, keypad, Pay."""

    given_confirmed = Signal(object)
    """A `TakeCash`: never less is given than the price, or the part of it that is asked for."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._language: Language | None = None
        self._view: CashierView | None = None
        self._confirming = self._in_parts = False
        self._title = StaffWords(Size.BODY, bold=True, wrap=False)
        self._due = StaffWords(Size.BODY, tone="muted", wrap=False)
        self._part_label = StaffWords(tone="muted", wrap=False)
        self._given_label = StaffWords(tone="muted", wrap=False)
        self._change_label = StaffWords(Size.SMALL, tone="muted", wrap=False)
        self._change = StaffWords(Size.GIANT, bold=True, tone="go", wrap=False, trailing=True)
        self._line = StaffWords(Size.SMALL, tone="muted")
        labels = (self._part_label, self._given_label, self._change_label)
        for words in (self._title, self._due, *labels, self._change, self._line):
            words.dress(theme)
        self.given = self._amount_field("given", Size.GIANT, GIVEN_MM)
        self.given.returnPressed.connect(self._pay)
        self.part = self._amount_field("part", Size.LARGE, PART_MM)
        self.part.returnPressed.connect(self.given.setFocus)
        self.in_parts = KeyedButton(theme, "Alt+P", size=Size.SMALL)
        self.in_parts.setObjectName("in_parts")
        self.in_parts.setCheckable(True)
        self.waive = KeyedButton(theme, "Alt+K", kind="choice", size=Size.SMALL)
        self.waive.setObjectName("waive")
        self.notes = [KeyedButton(theme, kind="key") for _ in range(QUICK_NOTES)]
        self.exact = KeyedButton(theme, "Alt+E", kind="key", size=Size.SMALL)
        self.keys = {sign: KeyedButton(theme, kind="key", size=Size.LARGE) for sign in "7894561230"}
        self._decimal = KeyedButton(theme, kind="key", size=Size.LARGE)
        self._back = KeyedButton(theme, kind="key", size=Size.LARGE)
        self.pay = KeyedButton(theme, kind="pay", size=Size.LARGE)
        self.pay.setObjectName("pay")
        self.exact.setObjectName("exact")
        self._lay_out(theme)
        self._connect()

    def render_view(self, view: CashierView, language: Language) -> None:
        """Show the till for this stay; what was typed is forgotten with another, or a payment."""
        before, now = _payable(self._view), _payable(view)
        self._view, self._language = view, language
        if now != before:
            self.clear()
        for button, note in zip(self.notes, view.quick_notes, strict=False):
            button.say(typed_amount(note, language))
        for place, button in enumerate(self.notes):
            button.setVisible(place < len(view.quick_notes))
        self._show()

    def stand_beside(self, button: KeyedButton) -> None:
        """Another way to pay, beside the price: it leaves no room for the title."""
        self._head.insertWidget(self._head.count() - 1, button)

    def clear(self) -> None:
        """Forget what was typed."""
        self._confirming = self._in_parts = False
        self.part.clear()
        self.given.clear()
        self._show()

    def step_back(self) -> None:
        """Out of the question about the change, then out of what was typed."""
        if self._confirming:
            self._confirming = False
            self._show()
        else:
            self.clear()
            self.given.setFocus()

    def busy(self) -> bool:
        """Whether money lies on the counter: an amount is typed and not booked."""
        return bool(self.given.text() or self.part.text())

    def asked_part(self) -> Money | None:
        """The part of the price that is paid now; None for all of it, or while it is no amount."""
        if not self._in_parts or self._language is None or (due := self._whole()) is None:
            return None
        part = amount(self.part.text(), due.currency, decimal_sign(self._language))
        return part if part is not None and 0 < part.minor < due.minor else None

    def _amount_field(self, name: str, size: Size, height_mm: float) -> StaffField:
        field = StaffField()
        field.setObjectName(name)
        field.setProperty("part", "given")
        field.setFont(self._theme.font(size, bold=True))
        field.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        field.setFixedHeight(self._theme.px(height_mm))
        field.setMaxLength(AMOUNT_SYMBOLS_MAX)
        field.textChanged.connect(self._typed)
        return field

    def _connect(self) -> None:
        for sign, key in self.keys.items():
            key.say(sign)
            key.clicked.connect(self._digit)
            key.setProperty("sign", sign)
        self._back.setIcon(icon("backspace", self._theme.palette.ink, self._theme.px(6)))
        self._back.setIconSize(QSize(self._theme.px(6), self._theme.px(6)))
        self._back.clicked.connect(lambda: self._field().backspace())
        self._decimal.clicked.connect(self._digit)
        self.exact.clicked.connect(self._exact)
        self.pay.clicked.connect(self._pay)
        self.waive.clicked.connect(self._waive)
        self.in_parts.clicked.connect(self._split)
        for place, button in enumerate(self.notes):
            button.setProperty("place", place)
            button.clicked.connect(self._note)

    def _lay_out(self, theme: Theme) -> None:
        self._head = head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._due)
        head.addWidget(self.in_parts)
        sums = QGridLayout()
        sums.setVerticalSpacing(theme.space(0.5))
        sums.setColumnStretch(1, 1)
        sums.addWidget(self._part_label, 0, 0)
        sums.addWidget(self.part, 0, 1)
        sums.addWidget(self._given_label, 1, 0)
        sums.addWidget(self.given, 1, 1)
        back = QHBoxLayout()
        back.setContentsMargins(0, 0, theme.space(0.5), 0)  # ends where typed amounts do
        back.addWidget(self._change_label)
        back.addWidget(self._change, 1)
        sums.addLayout(back, 2, 0, 1, 2)
        self._quick = QWidget()
        notes = QHBoxLayout(self._quick)
        notes.setContentsMargins(0, 0, 0, 0)
        notes.setSpacing(theme.space(0.75))
        notes.addWidget(self.exact, 2)
        for button in self.notes:
            notes.addWidget(button, 1)
        box = QWidget()
        box.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a keypad is not mirrored anywhere
        pad = QGridLayout(box)
        pad.setContentsMargins(0, 0, 0, 0)
        pad.setSpacing(theme.space(0.75))
        for place, sign in enumerate("789456123"):
            pad.addWidget(self.keys[sign], *divmod(place, 3))
        pad.addWidget(self._decimal, ZERO_KEY_ROW, 0)
        pad.addWidget(self.keys["0"], ZERO_KEY_ROW, 1)
        pad.addWidget(self._back, ZERO_KEY_ROW, 2)
        column = QVBoxLayout(self)
        margin = theme.space(2.5)
        column.setContentsMargins(margin, theme.space(), margin, theme.space(1.5))
        column.setSpacing(theme.space(0.75))
        column.addLayout(head)
        column.addLayout(sums)
        column.addWidget(self._line)
        column.addStretch(1)
        column.addWidget(self._quick)
        column.addWidget(box)
        column.addWidget(self.waive)
        column.addWidget(self.pay)

    def _typed(self) -> None:
        self._confirming = False
        self._show()

    def _digit(self) -> None:
        field = self._field()
        field.insert(str(self.sender().property("sign")))
        field.setFocus()

    def _field(self) -> StaffField:
        """Where the keypad types: the part while somebody is at it, else what was given."""
        return self.part if self.part.hasFocus() else self.given

    def _note(self) -> None:
        """A note laid on the counter adds to what already lies there."""
        if self._view is None:
            return
        note = self._view.quick_notes[int(self.sender().property("place"))]
        lying = self._tender().given
        self._put(note if lying is None else lying + note)

    def _exact(self) -> None:
        if (due := self._due_money()) is not None:
            self._put(due)

    def _split(self) -> None:
        """Into parts: what was given is this part, if it is too little for all; else it is asked.

        Pressed again, all is asked for as before.
        """
        whole, given = self._whole(), self._tender().given
        self._in_parts = not self._in_parts
        self.part.clear()
        is_less = whole is not None and given is not None and given.minor < whole.minor
        if self._in_parts and is_less and given and self._language is not None:
            self.part.setText(typed_amount(given, self._language))
        self._confirming = False
        self._show()
        (self.part if self._in_parts and not self.part.text() else self.given).setFocus()

    def _put(self, money: Money) -> None:
        if self._language is not None:
            self.given.setText(typed_amount(money, self._language))
            self.given.setFocus()

    def _tender(self) -> Tender:
        due = self._due_money()
        if due is None or self._language is None:
            return Tender(None, None)
        drawer = self._view.drawer if self._view else NOBODY_COUNTED
        return tender(self.given.text(), due, decimal_sign(self._language), drawer)

    def _whole(self) -> Money | None:
        view = self._view
        return view.card.due if view and view.card and view.may_take_money else None

    def _due_money(self) -> Money | None:
        """What is asked for now: this part, else all."""
        return self.asked_part() or self._whole()

    def _pay(self) -> None:
        """Enter: book what is exact, ask back what is too much, refuse what is too little."""
        now = self._tender()
        if not self._due_money():
            return
        if self._in_parts and self.asked_part() is None:
            self.part.setFocus()
            self._show(pressed=True)
        elif now.given is None or now.change is None:
            self._show(pressed=True)
        elif now.change and not self._confirming:
            self._confirming = True
            self._show()
        else:
            self._book(now.given, Missing.VOUCHER if now.short else None)

    def _waive(self) -> None:
        now = self._tender()
        if now.given is not None and now.short:
            self._book(now.given, Missing.KEPT)

    def _book(self, given: Money, missing: Missing | None) -> None:
        self._confirming = False
        if self._view is not None and self._view.card is not None:
            session_id = self._view.card.session_id
            self.given_confirmed.emit(TakeCash(session_id, given, self.asked_part(), missing))

    def _show(self, *, pressed: bool = False) -> None:
        view, language = self._view, self._language
        if view is None or language is None:
            return
        say = language.say
        due = self._due_money()
        now = self._tender()
        self._decimal.say(decimal_sign(language))
        self._back.setAccessibleName(say(BACK))
        self._decimal.setProperty("sign", decimal_sign(language))
        self._title.show_words("" if CashierAction.CARD in view.actions else say(TITLE))
        self._due.show_words(amount_words(language, due) if due else "")
        self._part_label.show_words(say(THIS_PART) if self._in_parts else "")
        self.part.setVisible(self._in_parts)
        self.part.setEnabled(bool(due))
        self.part.setAccessibleName(say(THIS_PART))
        self.in_parts.say(say(PART))
        self.in_parts.setChecked(self._in_parts)
        self._given_label.show_words(say(GIVEN))
        self.given.setEnabled(bool(due))
        self.given.setAccessibleName(say(GIVEN))
        self._change_label.show_words(say(GIVE_BACK if self._confirming else CHANGE))
        self._change_label.set_tone("go" if self._confirming else "muted")
        back = now.change - now.short if now.change is not None and now.short else now.change
        self._change.show_words("–" if back is None else amount_words(language, back))
        self._explain(now, pressed=pressed)
        self.exact.say(say(EXACT))
        keypad = (*self.notes, self.exact, *self.keys.values(), self._decimal, self._back)
        for button in (*keypad, self.in_parts, self.pay):
            button.setEnabled(bool(due))
        self.pay.say(self._pay_words(view, language, now), "Enter")
        self.waive.setVisible(self._confirming and bool(now.short))
        self._quick.setVisible(not self._in_parts and not self.waive.isVisibleTo(self))
        if now.short:
            self.waive.say(say(WAIVE.with_values(short=now.short)))
        if view.settled and not now.given and not due:
            self._show_settled(view, language)

    def _explain(self, now: Tender, *, pressed: bool) -> None:
        assert self._language is not None  # noqa: S101 - _show looked
        say = self._language.say
        trouble = now.trouble
        if pressed and trouble is None and now.warning is None:
            trouble = TYPE_FIRST
        said = say(trouble) if trouble else ""
        if now.given is not None and trouble and not self._in_parts:
            said = say(AS_PART.with_values(trouble=said))
        told = pieces_words(now.pieces, self._language)
        if now.warning:
            told = f"{say(now.warning)}.\n{told}".strip()
        whole = self._whole()
        if whole and self._in_parts and self.part.text() and self.asked_part() is None:
            said = say(PART_TOO_MUCH.with_values(due=whole))
            trouble = PART_TOO_MUCH
        self._line.set_tone("stop" if trouble else "wait" if now.warning else "muted")
        self._line.show_words(said or told or " ")
        state = "true" if trouble and pressed else "false"
        if self.given.property("trouble") != state:
            self.given.setProperty("trouble", state)
            restyle(self.given)

    def _show_settled(self, view: CashierView, language: Language) -> None:
        """The payment just booked, until the next ticket: the change must be counted right."""
        assert view.settled is not None  # noqa: S101 - the caller looked
        done = view.settled
        self._title.show_words(language.say(BOOKED))
        self._due.show_words(amount_words(language, done.amount))
        self._change_label.show_words(language.say(GIVE_BACK if done.change else CHANGE))
        self._change.show_words(amount_words(language, done.change) if done.change else "–")
        told = pieces_words(done.pieces, language)
        if done.voucher:
            told = f"{told}\n{language.say(VOUCHER_OUT.with_values(amount=done.voucher))}".strip()
        self._line.show_words(told or " ")

    def _pay_words(self, view: CashierView, language: Language, now: Tender) -> str:
        if self._confirming and now.short:
            return language.say(CONFIRM_VOUCHER.with_values(short=now.short))
        if self._confirming:
            return language.say(CONFIRM)
        name = next((e.name for e in view.exits if e.lane_id == view.chosen), "")
        if view.car_at_exit and name and not self._in_parts:
            return language.say(PAY_AND_OPEN.with_values(lane=name))
        return language.say(PAY)


def _payable(view: CashierView | None) -> tuple[str, Money] | None:
    """What is being paid: another stay, or the same with another part paid, is another thing."""
    return (view.card.session_id, view.card.paid) if view and view.card else None
