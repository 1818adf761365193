"""kill -9 between every pair of steps of a payment, and what the next start makes of it.

A booth is a forked process. It counts its steps (every fact, both sides of every commit, both sides
of the outside world's act) and ends itself with SIGKILL at the one it was told. The next one starts
on the same disk, asks what became of the attempts and refunds that are open, and holds the books
against the outside world, which is a file: what was written there has happened.
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path
from random import Random

from kiosk.domain.cash import CashCause
from kiosk.domain.counter import at_counter
from kiosk.domain.event import Body, Circumstances, Event
from kiosk.domain.facts import passes, stays
from kiosk.domain.facts.booth import ShiftOpened
from kiosk.domain.money import Money
from kiosk.domain.passes import Group, PassKind
from kiosk.domain.payment import Declined, Intent, Method, Paid
from kiosk.domain.quote import Stay
from kiosk.domain.refund import RefundIntent
from kiosk.domain.staff import Role, Staff
from kiosk.payments.provider import Provider, Report
from kiosk.runtime import change_vouchers
from kiosk.runtime.cashier import CashTaken, VoucherTaken, WalletTaken
from kiosk.runtime.clock import ShiftedClock, SystemClock
from kiosk.runtime.desk import Desk
from kiosk.runtime.paperwork import Paperwork
from kiosk.runtime.pass_sales import Charge, PassSales
from kiosk.runtime.refund_desk import RefundBegun
from kiosk.runtime.refunds import ASK_AFTER
from kiosk.runtime.till import Till
from kiosk.store.store import Store
from kiosk.store.unit import Transaction
from kiosk.store.verify import verify
from tests.support import site
from tests.support.card_sales import a_pass, a_stay, asked, sold_for_a_card
from tests.support.site import EXIT, drive_in, new_settings, open_booth

WALLET = 100_000_000
PASS, PASS_CODE = "wallet", "EXGPRV35R"
DONE, BROKEN = 0, 3
APART_SECONDS = 2 * ASK_AFTER.total_seconds()
"""Each start is so much later than the one before: it asks about what that left open."""
CARS = 4
"""More than one start lets in."""


class Steps:
    """Counts, and ends the process at the step it was told (0: never)."""

    def __init__(self, last: int = 0) -> None:
        self.taken = 0
        self._last = last

    def step(self) -> None:
        """One more."""
        self.taken += 1
        if self.taken == self._last:
            os.kill(os.getpid(), signal.SIGKILL)


@dataclass(slots=True)
class Outside:
    """A bank that moves money at once; its memory is a file that outlives every booth."""

    file: Path
    steps: Steps

    def collect(self, intent: Intent, report: Report) -> None:
        """Take it, write it down, say so."""
        self._move(intent.attempt_id, intent.amount.minor)
        report(Paid(intent.attempt_id, f"ref-{intent.attempt_id}"))

    def refund(self, refund: RefundIntent, report: Report) -> None:
        """Give it back, write it down, say so."""
        self._move(refund.refund_id, -refund.amount.minor)
        report(Paid(refund.refund_id, f"ref-{refund.refund_id}"))

    def settle(self, intent: Intent, report: Report) -> None:
        """What is not written down never happened: the booth that asked is dead."""
        self._settle(intent.attempt_id, report)

    def settle_refund(self, refund: RefundIntent, report: Report) -> None:
        """The same."""
        self._settle(refund.refund_id, report)

    def cancel(self, intent: Intent) -> None:
        """Too late."""

    def show(self, intent: Intent) -> str:
        """Nothing."""
        return ""

    def moved(self) -> dict[str, int]:
        """Everything that ever moved, by id."""
        lines = self.file.read_text().splitlines() if self.file.exists() else []
        pairs = [line.split() for line in lines]
        assert len({name for name, _ in pairs}) == len(pairs), "the same id was moved twice"
        return {name: int(minor) for name, minor in pairs}

    def _move(self, name: str, minor: int) -> None:
        self.steps.step()
        with self.file.open("a") as file:
            file.write(f"{name} {minor}\n")
        self.steps.step()

    def _settle(self, name: str, report: Report) -> None:
        known = name in self.moved()
        report(Paid(name, f"ref-{name}") if known else Declined(name, "not_found"))


class Booth:
    """One start of the booth on what lies in the folder."""

    def __init__(self, folder: Path, steps: Steps, seed: int) -> None:
        self.dice = Random(seed)
        site._numbers = count(seed * CARS)  # a fork begins to count where its parent stood
        self.clock = ShiftedClock(SystemClock(), seed * APART_SECONDS)
        self.services = open_booth(folder, self.clock, new_settings(folder))
        self.site = self.services.site
        self.outside = Outside(folder / "outside", steps)
        methods: Mapping[Method, Provider] = {Method.CARD: self.outside, Method.UPI: self.outside}
        self.till = Till(self.site, {EXIT: methods}, lambda _lane, _told: None)
        papers = {EXIT: Paperwork(self.site, EXIT, "Exit 1", "TM-T88III")}
        self.desk = Desk(self.site, self.till, {}, papers, self.services.pepper)
        self.desk.staff = Staff("olga", "Olga", Role.ADMIN)

    def prepare(self) -> None:
        """A pass with money on it, and a shift."""
        now, here = self.clock.now(), self.site.here()
        with self.site.store.write() as unit:
            unit.record(passes.PassGroupSet(Group("g", "Group")), here)
            issued = passes.PassIssued(
                PASS, PASS_CODE, PassKind.VALUE, "g", "Ann", now, now.replace(year=2090), "PAPER"
            )
            unit.record(issued, here)
            unit.record(passes.WalletCredited(PASS, Money(WALLET), "top_up", "test"), here)
            unit.record(ShiftOpened("shift", "olga", Money(0)), here)

    def car(self) -> Stay:
        """A stay that owes some amount, whatever the time."""
        car = drive_in(self.services)
        fee = Money(self.dice.randrange(2, 40) * 50)
        with self.site.store.write() as unit:
            here = self.site.here(EXIT, car.session_id)
            unit.record(stays.FeeFixed(car.session_id, fee, "test"), here)
            session = unit.sessions.find(car.session_id)
            assert session is not None
            return self.site.stay(unit, session, self.clock.now())

    def paid(self, method: Method) -> str:
        """An attempt that was paid, before anything is counted."""
        stay = self.car()
        if method is Method.CASH:
            assert isinstance(self.desk.cashier.take_cash(stay, stay.due), CashTaken)
            return self.desk.cashier.parts(stay.session_id)[-1].attempt_id
        return self.till.begin(EXIT, stay, method).attempt_id

    def voucher(self, face: Money) -> str:
        """A change voucher, before anything is counted."""
        stay = self.car()
        with self.site.store.write() as unit:
            here = self.site.here(EXIT, stay.session_id)
            voucher = change_vouchers.issue(self.site, unit, here, stay.session_id, "attempt", face)
        return voucher.payload

    def recover(self) -> None:
        """What a start does about what the one before left open."""
        with self.site.store.read() as unit:
            opened = [each.intent for each in unit.payments.open_attempts()]
        left = [each.attempt_id for each in opened if not at_counter(each.lane_id)]
        for attempt_id in left:
            self.till.settle(attempt_id)
        self.desk.look()

    def judge(self) -> None:
        """Nothing is lost, nothing is doubled: books, drawer, pass, vouchers and outside agree."""
        moved = self.outside.moved()
        with self.site.store.read() as unit:
            assert unit.payments.open_attempts() == []
            assert unit.refunds.open() == ()
            items = {each.item_id: each for each in unit.books.pending_items()}
            outside = {
                name: (-1 if each.kind == "refund" else 1) * each.amount.minor
                for name, each in items.items()
                if each.method in (Method.CARD, Method.UPI)
            }
            assert outside == moved, "what moved outside is in the books, and nothing else"
            cash = _signed(items.values(), Method.CASH)
            shift = unit.shifts.current()
            in_drawer = unit.drawer.moves(shift.shift_id) if shift else ()
            for_stays = (CashCause.SALE, CashCause.REFUND)
            assert sum(m.amount.minor for m in in_drawer if m.cause in for_stays) == cash
            pass_ = unit.passes.find(PASS)
            assert pass_ is not None
            bought = sold_for_a_card(unit, self.site.settings.booth.id, moved, PASS)
            spent = _signed(items.values(), Method.WALLET)
            assert WALLET + bought - pass_.balance.minor == spent
            self._judge_vouchers(unit, _signed(items.values(), Method.VOUCHER))

    def _judge_vouchers(self, unit: Transaction, paid_by_voucher: int) -> None:
        events = unit.journal.since(self.site.settings.booth.id, 1, 0, 1_000_000)
        redeemed = sum(e.body.amount.minor for e in events if e.kind.endswith("voucher_redeemed"))
        rests = {
            each.voucher_id: each
            for e in events
            if e.kind.endswith("voucher_issued") and e.body.attempt_id != "attempt"
            if (each := unit.change_vouchers.find(e.body.voucher_id))
        }
        assert redeemed == paid_by_voucher + sum(each.amount.minor for each in rests.values())

    def close(self) -> None:
        """End in order."""
        self.services.close()


def _signed(items: object, method: Method) -> int:
    return sum(
        (-1 if each.kind == "refund" else 1) * each.amount.minor
        for each in items  # type: ignore[attr-defined]
        if each.method is method
    )


# --- what is interrupted: a preparation, and the act whose steps are counted

Act = Callable[[], None]


def _cash(booth: Booth) -> Act:
    stay = booth.car()

    def act() -> None:
        assert isinstance(booth.desk.cashier.take_cash(stay, stay.due + Money(50)), CashTaken)

    return act


def _wallet(booth: Booth) -> Act:
    stay = booth.car()

    def act() -> None:
        assert isinstance(booth.desk.cashier.take_wallet(stay, PASS_CODE), WalletTaken)

    return act


def _voucher(booth: Booth) -> Act:
    stay = booth.car()
    text = booth.voucher(stay.due + Money(100))

    def act() -> None:
        assert isinstance(booth.desk.cashier.take_voucher(stay, text), VoucherTaken)

    return act


def _at_the_lane(method: Method) -> Callable[[Booth], Act]:
    def prepare(booth: Booth) -> Act:
        stay = booth.car()

        def act() -> None:
            booth.till.begin(EXIT, stay, method)

        return act

    return prepare


def _buy(goods: Callable[[PassSales, Charge, datetime], object]) -> Callable[[Booth], Act]:
    def prepare(booth: Booth) -> Act:
        charge = Charge(Money(9000), Method.CARD, lambda _attempt_id: None)
        return lambda: asked(goods(booth.desk.pass_sales, charge, booth.clock.now()))

    return prepare


def _refund(method: Method) -> Callable[[Booth], Act]:
    def prepare(booth: Booth) -> Act:
        attempt_id = booth.paid(method)

        def act() -> None:
            done = booth.desk.refunds.give_back(attempt_id, Money(50), "test")
            assert isinstance(done, RefundBegun)

        return act

    return prepare


SCENARIOS: Mapping[str, Callable[[Booth], Act]] = {
    "cash": _cash,
    "card": _at_the_lane(Method.CARD),
    "upi": _at_the_lane(Method.UPI),
    "wallet": _wallet,
    "voucher": _voucher,
    "counter card": lambda booth: a_stay(booth.desk.stay_cards, booth.car()),
    "pass by card": _buy(a_pass),
    "top-up by card": _buy(lambda sales, charge, _now: sales.top_up(PASS, charge)),
    "refund in cash": _refund(Method.CASH),
    "refund by card": _refund(Method.CARD),
}


def run(folder: Path, scenario: str, at: int, seed: int) -> int:
    """One start: recover and judge what the one before left, then act until killed at step `at`.

    Returns how many steps the act has, if it was not killed (`at` 0).
    """
    answer, say = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(answer)
        code = BROKEN
        try:
            steps = _live(folder, scenario, at, seed)
            os.write(say, str(steps).encode())
            code = DONE
        except BaseException:  # noqa: BLE001 - said to the parent, which fails with it
            os.write(say, traceback.format_exc().encode())
        finally:
            sys.stdout.flush()
            os._exit(code)
    os.close(say)
    with os.fdopen(answer) as file:
        said = file.read()
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return 0
    assert os.WEXITSTATUS(status) == DONE, said
    return int(said)


def _live(folder: Path, scenario: str, at: int, seed: int) -> int:
    first = not (folder / "boomgate-data").exists()
    steps = Steps()
    booth = Booth(folder, steps, seed)
    if first:
        booth.prepare()
    booth.recover()
    booth.judge()
    if not scenario:
        assert verify(booth.site.store) == []
        booth.close()
        return 0
    act = SCENARIOS[scenario](booth)
    booth.outside.steps = counted = Steps(at)
    with _counting(counted):
        act()
    return counted.taken


@contextmanager
def _counting(steps: Steps) -> Iterator[None]:
    """Every fact, and both sides of every commit, is a step from here on."""
    record, write = Transaction.record, Store.write

    def counted_record(self: Transaction, body: Body, here: Circumstances) -> Event:
        steps.step()
        return record(self, body, here)

    @contextmanager
    def counted_write(self: Store, facility_id: str | None = None) -> Iterator[Transaction]:
        with write(self, facility_id) as unit:
            yield unit
            steps.step()
        steps.step()

    Transaction.record = counted_record  # type: ignore[assignment, method-assign]
    Store.write = counted_write  # type: ignore[method-assign]
    try:
        yield
    finally:
        Transaction.record = record  # type: ignore[method-assign]
        Store.write = write  # type: ignore[method-assign]


def kill_at_every_step(folder: Path, scenario: str, times: int, seed: int = 0) -> int:
    """Kill this scenario at each of its steps, so many times; returns how many kills there were."""
    seeds = count(1 + seed)
    steps = run(folder, scenario, 0, next(seeds))
    assert steps > 1
    for _ in range(times):
        for at in range(1, steps + 1):
            assert run(folder, scenario, at, next(seeds)) == 0, "it was to be killed"
    run(folder, "", 0, next(seeds))
    return steps * times
