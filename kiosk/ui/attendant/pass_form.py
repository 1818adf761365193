"""Selling, renewing and topping up: the few things a pass needs, the price, and what was given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.money import Money
from kiosk.domain.passes import Group, Pass, PassKind
from kiosk.domain.payment import Method
from kiosk.domain.wording import Text
from kiosk.reports.wording import METHODS, PASS_KINDS
from kiosk.ui.attendant.amounts import decimal_sign
from kiosk.ui.attendant.field import StaffField, step_focus
from kiosk.ui.attendant.keyed import KeyedButton
from kiosk.ui.attendant.staff_words import StaffWords
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme
from kiosk.ui.widgets import Card, restyle
from kiosk.views.cash import AMOUNT_SYMBOLS_MAX, Tender, amount, tender
from kiosk.views.charging import Charging, charging_text
from kiosk.views.passes import (
    PASS_ORDERS,
    TERMS,
    PassAction,
    PassesView,
    Renew,
    Sale,
    Sell,
    Term,
    TopUp,
)
from kiosk.views.tilling import Missing

CANCEL, LEAVE = Text("Cancel"), Text("Do something else")
GROUP = Text("Group: {name}")
HOLDER, PLATE = Text("Holder"), Text("Plate, if it has one")
ENTRIES, PRICE, GIVEN = Text("Entries"), Text("Price"), Text("Given")
STORED = Text("Price, and stored on it")
GIVE_BACK = Text("Change: {change}")
SHORT = Text(
    "The drawer cannot give {short} of the change. Alt Enter again gives a voucher for it."
)
WAYS = (Method.CASH, Method.CARD)
NAME_LETTERS_MAX, PLATE_LETTERS_MAX, ENTRY_DIGITS_MAX = 60, 16, 3


class PassForm(Card):
    """By keys alone: Alt and a number for kind, term and way to pay, Tab for fields, Alt Enter.

    While a card is asked for, nothing but giving up can be done; what was entered stays.
    """

    filled = Signal(object)
    """A `Sell`, `Renew` or `TopUp`."""
    cancelled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._language: Language | None = None
        self._action = PassAction.SELL
        self._pass: Pass | None = None
        self._view: PassesView | None = None
        self._group = 0
        self._title = StaffWords(Size.LARGE, bold=True)
        self._line = StaffWords(Size.BODY, bold=True)
        self._title.dress(theme)
        self._line.dress(theme)
        self.kinds = {
            kind: self._chip(theme, f"Alt+{place}") for place, kind in enumerate(PassKind, 1)
        }
        self.terms = {
            term: self._chip(theme, f"Alt+{place}")
            for place, term in enumerate(Term, len(PassKind) + 1)
        }
        self.ways = {
            method: self._chip(theme, f"Alt+{place}")
            for place, method in enumerate(WAYS, len(PassKind) + len(Term) + 1)
        }
        self.group = KeyedButton(theme, "Alt+G", size=Size.SMALL, stacked=True)
        self.group.clicked.connect(self._next_group)
        fields = ("holder", "plate", "price", "given", "entries")
        self.fields = {name: self._field(theme, name) for name in fields}
        self._labels = {name: StaffWords(Size.SMALL, tone="muted", wrap=False) for name in fields}
        for label in self._labels.values():
            label.dress(theme)
        self.confirm = KeyedButton(theme, "Alt+Return", kind="main", size=Size.LARGE)
        self.confirm.setObjectName("sell")
        self.confirm.clicked.connect(self._confirm)
        self.cancel = KeyedButton(theme)  # its key is the page's own
        self.cancel.clicked.connect(self.cancelled)
        self._lay_out(theme)

    def ask(self, language: Language, action: PassAction, view: PassesView) -> None:
        """Begin a new form for this action; renewing and topping up are about the chosen pass."""
        pass_ = view.card.pass_ if view.card and action is not PassAction.SELL else None
        self._action, self._pass, self._group = action, pass_, 0
        for field in self.fields.values():
            field.clear()
        self.kinds[pass_.kind if pass_ else PassKind.SEASON].setChecked(True)
        self.terms[Term.MONTH].setChecked(True)
        _check(self.ways, self.ways[Method.CASH])
        self.speak(language, replace(view, short=None))
        first = "holder" if action is PassAction.SELL else "price"
        self.fields[first].setFocus()

    def speak(self, language: Language, view: PassesView) -> None:
        """Take the reader's language, and what is asked for meanwhile; what was typed stays."""
        self._language, self._view = language, view
        say = language.say
        label = PASS_ORDERS[self._action].label
        self._title.show_words(say(label))
        self.confirm.say(say(label), "Alt Enter")
        self.cancel.say(say(LEAVE if self._doubts() else CANCEL), "Esc")
        for kind, chip in self.kinds.items():
            chip.say(say(PASS_KINDS[kind]))
        for term, chip in self.terms.items():
            chip.say(say(TERMS[term][0]))
        for method, chip in self.ways.items():
            chip.say(say(METHODS[method]))
        self._show()

    def busy(self) -> bool:
        """Whether something was typed."""
        return any(field.text() for field in self.fields.values())

    def _chip(self, theme: Theme, key: str) -> KeyedButton:
        chip = KeyedButton(theme, key, size=Size.SMALL, stacked=True)
        chip.setCheckable(True)
        chip.clicked.connect(self._picked)
        return chip

    def _field(self, theme: Theme, name: str) -> StaffField:
        field = StaffField()
        field.setObjectName(name)
        field.setFont(theme.font(Size.LARGE))
        field.setMinimumHeight(theme.touch)
        most = {"holder": NAME_LETTERS_MAX, "plate": PLATE_LETTERS_MAX}
        field.setMaxLength(most.get(name, AMOUNT_SYMBOLS_MAX))
        if name == "entries":
            field.setValidator(QRegularExpressionValidator(rf"\d{{0,{ENTRY_DIGITS_MAX}}}"))
        field.textChanged.connect(self._show)
        field.returnPressed.connect(self._next_field)
        return field

    def _lay_out(self, theme: Theme) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.cancel)
        self._kind_row, self._term_row, self._way_row = QWidget(), QWidget(), QWidget()
        for box, chips in (
            (self._kind_row, (*self.kinds.values(), self.group)),
            (self._term_row, tuple(self.terms.values())),
            (self._way_row, tuple(self.ways.values())),
        ):
            row = QHBoxLayout(box)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(theme.space(0.75))
            for chip in chips:
                row.addWidget(chip, 1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.space())
        grid.setVerticalSpacing(theme.space(0.25))
        places = {"holder": (0, 0, 2), "plate": (0, 2, 1), "entries": (2, 2, 1)}
        places |= {"price": (2, 0, 1), "given": (2, 1, 1)}
        for name, (row_, column, wide) in places.items():
            grid.addWidget(self._labels[name], row_, column, 1, wide)
            grid.addWidget(self.fields[name], row_ + 1, column, 1, wide)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._line, 1)
        foot.addWidget(self.confirm)
        column_ = QVBoxLayout(self)
        margin = theme.space(2)
        column_.setContentsMargins(margin, theme.space(1.5), margin, theme.space(1.5))
        column_.setSpacing(theme.space(0.75))
        column_.addLayout(head)
        column_.addWidget(self._kind_row)
        column_.addWidget(self._term_row)
        column_.addWidget(self._way_row)
        column_.addLayout(grid)
        column_.addStretch(1)
        column_.addLayout(foot)

    def _next_field(self) -> None:
        self.focusNextPrevChild(True)

    def _picked(self) -> None:
        """Behave as rows of radio buttons."""
        sender = self.sender()
        rows: tuple[Mapping[Any, KeyedButton], ...] = (self.kinds, self.terms, self.ways)
        _check(next(row for row in rows if sender in row.values()), sender)
        self._show()

    def _next_group(self) -> None:
        if self._groups():
            self._group = (self._group + 1) % len(self._groups())
            self._show()

    def _groups(self) -> tuple[Group, ...]:
        return tuple(row.group for row in self._view.groups) if self._view else ()

    def _charging(self) -> Charging | None:
        return self._view.charging if self._view else None

    def _doubts(self) -> bool:
        charging = self._charging()
        return charging is not None and charging.doubt

    def _method(self) -> Method:
        """The way that is chosen; cash where there is no choice."""
        offered = self._view.methods if self._view else ()
        chosen = next((way for way, chip in self.ways.items() if chip.isChecked()), Method.CASH)
        return chosen if chosen in offered else Method.CASH

    def _short(self) -> Money | None:
        """Change that the drawer lacks; a card needs none."""
        if self._view is None or self._method() is not Method.CASH:
            return None
        return self._view.short

    def _kind(self) -> PassKind:
        if self._pass is not None:
            return self._pass.kind
        return next((k for k, chip in self.kinds.items() if chip.isChecked()), PassKind.SEASON)

    def _amount(self, name: str) -> Money | None:
        if self._language is None or self._view is None:
            return None
        typed = self.fields[name].text()
        return amount(typed, self._view.currency, decimal_sign(self._language)) if typed else None

    def _tender(self) -> Tender:
        price = self._amount("price")
        if price is None or self._language is None:
            return Tender(None, None)
        if self._method() is not Method.CASH:
            return Tender(price, price - price)
        return tender(self.fields["given"].text(), price, decimal_sign(self._language))

    def _show(self) -> None:
        language, view = self._language, self._view
        if language is None or view is None:
            return
        say = language.say
        selling, stores = self._action is PassAction.SELL, self._kind() is PassKind.VALUE
        counts = self._kind() is PassKind.MULTI_ENTRY and self._action is not PassAction.TOP_UP
        shown = {"holder": selling, "plate": selling, "entries": counts}
        shown["given"] = self._method() is Method.CASH
        free = view.charging is None
        words = {"holder": HOLDER, "plate": PLATE, "entries": ENTRIES, "given": GIVEN}
        words["price"] = STORED if stores and self._action is not PassAction.RENEW else PRICE
        for name, field in self.fields.items():
            field.setVisible(shown.get(name, True))
            field.setEnabled(free)
            field.setAccessibleName(say(words[name]))
            self._labels[name].show_words(say(words[name]) if shown.get(name, True) else "")
        self._kind_row.setVisible(free and selling)
        self._term_row.setVisible(free and self._action is not PassAction.TOP_UP)
        self._way_row.setVisible(free and len(view.methods) > 1)
        for method, chip in self.ways.items():
            chip.setVisible(method in view.methods)
        groups = self._groups()
        group = groups[self._group].name if groups else ""
        self.group.say(say(GROUP.with_values(name=group)))
        self._judge(language)

    def _judge(self, language: Language) -> None:
        now = self._tender()
        for name, wrong in (
            ("price", bool(self.fields["price"].text()) and self._amount("price") is None),
            ("given", now.trouble is not None),
        ):
            word = "true" if wrong else "false"
            if self.fields[name].property("trouble") != word:
                self.fields[name].setProperty("trouble", word)
                restyle(self.fields[name])
        charging, short = self._charging(), self._short()
        if charging is not None:
            said, tone = language.say(charging_text(charging)), "wait"
        elif short is not None:
            said, tone = language.say(SHORT.with_values(short=short)), "wait"
        elif now.trouble is not None:
            said, tone = language.say(now.trouble), "stop"
        else:
            change = now.change
            said = language.say(GIVE_BACK.with_values(change=change)) if change else " "
            tone = "go"
        self._line.set_tone(tone)
        self._line.show_words(said)
        self.confirm.setVisible(charging is None)
        self.confirm.setEnabled(self._sale() is not None)

    def _sale(self) -> Sale | None:
        """What was filled in, if it is all that is needed."""
        price, now, method = self._amount("price"), self._tender(), self._method()
        busy = self._charging() is not None
        if busy or price is None or now.given is None or now.change is None:
            return None
        missing = Missing.VOUCHER if self._short() else None
        term = next((t for t, chip in self.terms.items() if chip.isChecked()), Term.MONTH)
        entries = int(self.fields["entries"].text() or 0)
        match self._action:
            case PassAction.RENEW if self._pass is not None:
                return Renew(self._pass.pass_id, term, price, now.given, entries, missing, method)
            case PassAction.TOP_UP if self._pass is not None and price:
                return TopUp(self._pass.pass_id, price, now.given, missing, method)
            case PassAction.SELL:
                return self._new(price, now.given, term, entries, missing)
            case _:
                return None

    def _new(
        self, price: Money, given: Money, term: Term, entries: int, missing: Missing | None
    ) -> Sell | None:
        kind, holder = self._kind(), " ".join(self.fields["holder"].text().split())
        groups = self._groups()
        if not holder or not groups or (kind is PassKind.MULTI_ENTRY and not entries):
            return None
        return Sell(
            kind=kind,
            group_id=groups[self._group].group_id,
            holder=holder,
            term=term,
            price=price,
            given=given,
            plate="".join(self.fields["plate"].text().split()).upper(),
            entries=entries,
            missing=missing,
            method=self._method(),
        )

    def _confirm(self) -> None:
        sale = self._sale()
        if sale is not None:
            self.filled.emit(sale)

    def focusNextPrevChild(self, forward: bool, /) -> bool:
        """Tab and Enter stay among the fields that are shown."""
        return step_focus(self.fields.values(), forward=forward)


def _check(row: Mapping[Any, KeyedButton], chosen: object) -> None:
    for chip in row.values():
        chip.setChecked(chip is chosen)
