"""Random lives of stays' money, beside a model of plain integers.

Every step is taken at a real desk on a real ledger, and by a few additions here. After each one the
two must agree about every number there is: what is due, what went back, what lies in the drawer.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from kiosk.boot.services import Services
from kiosk.domain.facts import passes, stays
from kiosk.domain.money import Money
from kiosk.domain.passes import Group, PassKind
from kiosk.domain.payment import Method
from kiosk.domain.quote import Stay
from kiosk.domain.refund import RefundCause
from kiosk.domain.staff import Role, Staff
from kiosk.runtime.answers import CardRunning, TooMuch
from kiosk.runtime.cashier import BalanceShort, CashTaken, WalletTaken
from kiosk.runtime.desk import Desk
from kiosk.runtime.paperwork import Paperwork
from kiosk.runtime.refund_desk import RefundBegun
from kiosk.runtime.till import Till
from kiosk.store.verify import verify
from tests.support.scripted import Scripted
from tests.support.site import EXIT, drive_in, new_clock, new_settings, open_booth

STEPS = 7
WALLET = 1_000_000
PASS = "wallet"


@dataclass(slots=True)
class PaidPart:
    """One attempt as the model has it."""

    method: Method
    amount: int
    orphan: bool = False
    back: int = 0
    """Given back, or about to be."""


@dataclass(slots=True)
class Life:
    """One stay: its price, what people changed of it, what was paid and what went back."""

    session_id: str
    price: int
    adjusted: int = 0
    paid: int = 0
    parts: dict[str, PaidPart] = field(default_factory=dict)
    running: str = ""
    """The attempt without an outcome."""
    failed: list[str] = field(default_factory=list)
    refunds: dict[str, tuple[str, int, RefundCause]] = field(default_factory=dict)
    """Refunds without an outcome: (attempt, amount, cause)."""

    @property
    def due(self) -> int:
        """What is still to be paid."""
        return max(0, max(0, self.price + self.adjusted) - self.paid)


class World:
    """A booth, a supervisor, and lives that are lived one after the other."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.dice = Random(seed)
        self.clock = new_clock()
        settings = new_settings(folder, exit_grace_minutes=0, refund_limit_minor=1_000_000)
        self.services: Services = open_booth(folder, self.clock, settings)
        self.site = self.services.site
        self.card = Scripted()
        self.till = Till(self.site, {EXIT: {Method.CARD: self.card}}, lambda _lane, _told: None)
        papers = {EXIT: Paperwork(self.site, EXIT, "Exit 1", "TM-T88III")}
        self.desk = Desk(self.site, self.till, {}, papers, self.services.pepper)
        self.desk.staff = Staff("olga", "Olga", Role.ADMIN)
        self.drawer = self.gross = self.refunded = 0
        self.wallet = WALLET
        self._fill_wallet()

    def close(self) -> None:
        """End."""
        self.services.close()

    def live(self) -> None:
        """One stay from its first payment to its last refund; every step is compared."""
        car = drive_in(self.services)
        life = Life(car.session_id, self.dice.randrange(1, 40) * 50)
        with self.site.store.write() as unit:
            fixed = stays.FeeFixed(life.session_id, Money(life.price), "test")
            unit.record(fixed, self.site.here(EXIT, life.session_id))
        acts: list[Callable[[Life], None]] = [
            self._cash,
            self._wallet,
            self._card,
            self._outcome,
            self._late,
            self._refund,
            self._refund,
            self._refund_outcome,
            self._adjust,
        ]
        for _ in range(STEPS):
            self.clock.pass_time(1)
            self.dice.choice(acts)(life)
            self.compare(life)

    def compare(self, life: Life) -> None:
        """The ledger and the model say the same of this stay, and of the drawer."""
        self.clock.pass_time(1)
        with self.site.store.read() as unit:
            session = unit.sessions.find(life.session_id)
            assert session is not None
            stay = self.site.stay(unit, session, self.clock.now())
            assert session.paid.minor == life.paid
            assert stay.due.minor == life.due
            for attempt_id, part in life.parts.items():
                assert unit.refunds.refunded_minor(attempt_id) == part.back <= part.amount
            shift = unit.shifts.current()
            assert (unit.drawer.expected(shift.shift_id).minor if shift else 0) == self.drawer
            pass_ = unit.passes.find(PASS)
            assert pass_ is not None
            assert pass_.balance.minor == self.wallet

    def audit(self) -> None:
        """The whole file: books, tables against journal, and a Z that closes all of it."""
        with self.site.store.read() as unit:
            moved = unit.books.pending()
        assert (moved.gross.minor, moved.refunded.minor) == (self.gross, self.refunded)
        assert sum(self.card.moved.values()) == sum(
            each.amount.minor for each in moved.payments + moved.orphans if _is_card(each)
        ) - sum(each.amount.minor for each in moved.refunds if _is_card(each))
        x = self.desk.shifts.x()
        assert (x.gross.amount.minor, x.refunded.amount.minor) == (self.gross, self.refunded)
        assert x.perpetual.minor == self.gross - self.refunded
        assert verify(self.site.store) == []

    # --- what happens

    def _cash(self, life: Life) -> None:
        self._at_the_counter(life, Method.CASH)

    def _wallet(self, life: Life) -> None:
        self._at_the_counter(life, Method.WALLET)

    def _at_the_counter(self, life: Life, method: Method) -> None:
        stay = self._shown(life)
        if not stay.due:
            return
        part = Money(self.dice.randint(1, stay.due.minor))
        taken: object
        if method is Method.CASH:
            given = part + Money(self.dice.randrange(0, 500, 50))
            taken = self.desk.cashier.take_cash(stay, given, part=part)
        else:
            taken = self.desk.cashier.take_wallet(stay, self._pass_code(), part)
        if life.running:
            assert taken == CardRunning()
            return
        if isinstance(taken, BalanceShort):
            assert self.wallet < part.minor
            return
        assert isinstance(taken, CashTaken | WalletTaken), taken
        if method is Method.CASH:
            self.drawer += part.minor
        else:
            self.wallet -= part.minor
        newest = self.desk.cashier.parts(life.session_id)[-1]
        self._came(life, newest.attempt_id, method, part.minor)

    def _card(self, life: Life) -> None:
        stay = self._shown(life)
        if not stay.due:
            return
        begun = self.till.begin(EXIT, stay, Method.CARD).attempt_id
        if life.running:
            assert begun not in self.card.waiting, "nobody was asked twice"
            return
        life.running = begun
        if self.dice.random() < 0.6:
            self._outcome(life)

    def _outcome(self, life: Life) -> None:
        name = life.running
        if not name:
            return
        amount = self.card.waiting[name][0].amount.minor
        match self.dice.choice(["paid", "declined", "cancelled", "unknown", "silent"]):
            case "paid":
                self.card.pay(name)
                life.running = ""
                self._came(life, name, Method.CARD, amount)
            case "silent":
                self.card.move(name)
                self.till.settle(name)
                life.running = ""
                self._came(life, name, Method.CARD, amount)
            case "declined" | "cancelled" as no:
                self.card.decline(name) if no == "declined" else self.card.cancelled(name)
                life.running = ""
                life.failed.append(name)
            case _:
                self.card.lose(name)

    def _late(self, life: Life) -> None:
        """Money for an attempt that was given up: somebody's, and no payment."""
        if not life.failed:
            return
        name = life.failed.pop()
        self.card.pay(name)
        amount = self.card.moved[name]
        life.parts[name] = PaidPart(Method.CARD, amount, orphan=True)
        self.gross += amount

    def _refund(self, life: Life) -> None:
        if not life.parts:
            return
        attempt_id = self.dice.choice(sorted(life.parts))
        part = life.parts[attempt_id]
        left = part.amount - part.back
        amount = self.dice.randint(1, max(1, left + 1))
        causes = [RefundCause.ORPHAN] if part.orphan else [RefundCause.REFUND, RefundCause.VOID]
        cause, in_cash = self.dice.choice(causes), self.dice.random() < 0.2
        answer = self.desk.refunds.give_back(
            attempt_id, Money(amount), "test", cause=cause, in_cash=in_cash
        )
        if amount > left:
            assert answer == TooMuch(Money(left))
            return
        assert isinstance(answer, RefundBegun), answer
        part.back += amount
        method = Method.CASH if in_cash else part.method
        if method is Method.CARD:
            life.refunds[answer.refund_id] = attempt_id, amount, cause
            return
        if method is Method.CASH:
            self.drawer -= amount
        else:
            self.wallet += amount
        self._went_back(life, amount, cause)

    def _refund_outcome(self, life: Life) -> None:
        if not life.refunds:
            return
        name = self.dice.choice(sorted(life.refunds))
        attempt_id, amount, cause = life.refunds[name]
        match self.dice.choice(["paid", "twice", "declined", "unknown", "silent"]):
            case "unknown":
                self.card.lose(name)
                return
            case "declined":
                self.card.decline(name)
                life.parts[attempt_id].back -= amount
            case "silent":
                self.card.move(name)
                self.till.refunds.settle(name)
                self._went_back(life, amount, cause)
            case said:
                for _ in range(2 if said == "twice" else 1):
                    self.card.pay(name)
                self._went_back(life, amount, cause)
        del life.refunds[name]

    def _adjust(self, life: Life) -> None:
        stay = self._shown(life)
        if not stay.due or life.running:
            return
        by = self.dice.randint(-stay.due.minor, 200) or 1
        self.desk.fees.adjust(stay, Money(by), "test")
        life.adjusted += by

    # --- what it comes to

    def _came(self, life: Life, attempt_id: str, method: Method, amount: int) -> None:
        life.parts[attempt_id] = PaidPart(method, amount)
        life.paid += amount
        self.gross += amount

    def _went_back(self, life: Life, amount: int, cause: RefundCause) -> None:
        self.refunded += amount
        if cause is not RefundCause.ORPHAN:
            life.paid -= amount
        if cause is RefundCause.REFUND:
            life.adjusted -= amount

    def _shown(self, life: Life) -> Stay:
        with self.site.store.read() as unit:
            session = unit.sessions.find(life.session_id)
            assert session is not None
            return self.site.stay(unit, session, self.clock.now())

    def _pass_code(self) -> str:
        with self.site.store.read() as unit:
            pass_ = unit.passes.find(PASS)
        assert pass_ is not None
        return pass_.code

    def _fill_wallet(self) -> None:
        now, here = self.clock.now(), self.site.here()
        with self.site.store.write() as unit:
            unit.record(passes.PassGroupSet(Group("g", "Group")), here)
            issued = passes.PassIssued(
                PASS, "EXGPRV35R", PassKind.VALUE, "g", "Ann", now, now.replace(year=2040), "PAPER"
            )
            unit.record(issued, here)
            unit.record(passes.WalletCredited(PASS, Money(WALLET), "top_up", "test"), here)


def _is_card(takings: object) -> bool:
    return getattr(takings, "method", None) is Method.CARD


def live_many(folder: Path, seed: int, number: int) -> None:
    """So many lives in one file, then its audit."""
    world = World(folder, seed)
    try:
        for _ in range(number):
            world.live()
        world.audit()
    finally:
        world.close()
