"""Shifts: a float counted in, drops and odd cash, a blind count, and the Z that closes the period.

Blind means that nobody hears what the drawer must hold before they have said what it does hold. A
count that is far off is on record even when it does not close the shift: counting again until the
figure fits leaves its trace.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.domain.cash import CashCause, Counted, Miscounted, count, leaving
from kiosk.domain.event import Circumstances
from kiosk.domain.facts import booth
from kiosk.domain.facts.cash import DrawerCounted, Pieces, ZTaken
from kiosk.domain.money import Money
from kiosk.domain.staff import Right, Staff
from kiosk.reports.figures import Figures
from kiosk.runtime import drawer
from kiosk.runtime.answers import DrawerShort, NoShift, SecondNeeded, SecondRefused
from kiosk.runtime.counter import Counter
from kiosk.runtime.reckoning import note_inside, unsent, x_figures, z_figures
from kiosk.runtime.second import Second, WrongPin
from kiosk.store.books import Z
from kiosk.store.shifts import Shift
from kiosk.store.unit import Transaction


@dataclass(frozen=True, slots=True)
class Opened:
    """A shift runs, with this float."""

    shift: Shift


@dataclass(frozen=True, slots=True)
class AlreadyOpen:
    """A shift runs already; its drawer is counted before another begins."""

    shift: Shift


@dataclass(frozen=True, slots=True)
class Moved:
    """Cash came into the drawer, or left it in these pieces."""

    amount: Money
    pieces: Pieces


@dataclass(frozen=True, slots=True)
class Closed:
    """The shift is over; `z` is its report, `over_short` counted minus expected."""

    z: Figures
    over_short: Money


@dataclass(frozen=True, slots=True)
class HandedOver:
    """The shift is over, and the next one runs: `staff` holds it and the booth."""

    closed: Closed
    shift: Shift
    staff: Staff


class ShiftDesk:
    """The drawer's day at one counter."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter
        self._site = counter.site
        self._currency = counter.site.settings.facility.currency

    def current(self) -> Shift | None:
        """The shift that runs."""
        with self._site.store.read() as unit:
            return unit.shifts.current()

    def pieces(self) -> dict[int, int]:
        """What the drawer holds by notes and coins, as far as that is known."""
        with self._site.store.read() as unit:
            shift = unit.shifts.current()
            return drawer.pieces_in(unit, shift.shift_id) if shift else drawer.UNKNOWN

    def open(self, numbers: Mapping[int, int]) -> Opened | AlreadyOpen | Miscounted:
        """Begin a shift with a float counted by notes and coins (value to number).

        A shift that runs without a float and has moved no cash yet is given this one.
        """
        self._counter.need(Right.RUN_SHIFT)
        counted = count(numbers, self._currency)
        if isinstance(counted, Miscounted):
            return counted
        here = self._counter.here()
        with self._site.store.write() as unit:
            running = unit.shifts.current()
            if running is not None and unit.drawer.moves(running.shift_id):
                return AlreadyOpen(running)
            if running is None:
                running = self._begin(unit, counted, here)
            else:
                self._put_in(unit, running, counted, here)
        return Opened(running)

    def drop(
        self, amount: Money, reason: str = "", pieces: Pieces = ()
    ) -> Moved | NoShift | DrawerShort:
        """Take cash out of the drawer into the safe."""
        return self._out(CashCause.DROP, amount, reason, pieces)

    def paid_out(
        self, amount: Money, reason: str, pieces: Pieces = ()
    ) -> Moved | NoShift | DrawerShort:
        """Take cash out for something that is no refund: a parcel, a taxi."""
        if not reason:
            raise ValueError("cash paid out has a reason")
        return self._out(CashCause.PAID_OUT, amount, reason, pieces)

    def paid_in(self, amount: Money, reason: str, pieces: Pieces = ()) -> Moved | NoShift:
        """Put cash in that is no payment: change from the bank, money that was found."""
        if not reason:
            raise ValueError("cash paid in has a reason")
        self._right_amount(amount)
        here = self._counter.here()
        with self._site.store.write() as unit:
            shift = drawer.running_shift(self._site, unit, here)
            if shift is None:
                return NoShift()
            came = drawer.inward(unit, shift.shift_id, amount, pieces)
            cause = CashCause.PAID_IN
            drawer.moved(unit, here, shift.shift_id, cause, amount, came, reason=reason)
        self._counter.paperwork().kick_drawer()
        return Moved(amount, came)

    def close(
        self, numbers: Mapping[int, int], second: Second | None = None
    ) -> Closed | SecondNeeded | SecondRefused | Miscounted | NoShift:
        """End the shift by a blind count: count, close and Z are one commit."""
        done = self._close(numbers, second, None)
        return done[0] if isinstance(done, tuple) else done

    def hand_over(
        self, numbers: Mapping[int, int], to: Second, second: Second | None = None
    ) -> HandedOver | SecondNeeded | SecondRefused | Miscounted | NoShift:
        """End the shift, and let the next person begin theirs with what was counted as its float.

        `to` proves with a PIN that they take it; they hold the booth from then on.
        """
        with self._site.store.read() as unit:
            person = unit.staff.find(to.staff_id)
        if person is None or not person.may(Right.RUN_SHIFT):
            return SecondRefused(0)
        checked = self._counter.pins.check(to.staff_id, to.pin)
        if isinstance(checked, WrongPin):
            return SecondRefused(checked.left)
        done = self._close(numbers, second, checked)
        if not isinstance(done, tuple):
            return done
        self._counter.staff = checked
        return HandedOver(*done, checked)

    def x(self) -> Figures:
        """The figures since the last Z, as they stand; nothing is closed."""
        self._counter.need(Right.RUN_SHIFT)
        with self._site.store.read() as unit:
            return x_figures(self._site, unit)

    def z(self, number: int) -> Figures | None:
        """A Z as it was taken, to be printed again."""
        self._counter.need(Right.RUN_SHIFT)
        with self._site.store.read() as unit:
            found = unit.books.z(number)
            return z_figures(self._site, unit, found) if found else None

    def last(self, limit: int = 20) -> tuple[Z, ...]:
        """The last Zs of this device, the newest first."""
        with self._site.store.read() as unit:
            return unit.books.recent(limit)

    def _out(
        self, cause: CashCause, amount: Money, reason: str, pieces: Pieces
    ) -> Moved | NoShift | DrawerShort:
        self._counter.need(Right.MOVE_CASH)
        self._right_amount(amount)
        here = self._counter.here()
        with self._site.store.write() as unit:
            shift = drawer.running_shift(self._site, unit, here)
            if shift is None:
                return NoShift()
            out = drawer.outward(unit, shift.shift_id, amount, pieces)
            if isinstance(out, DrawerShort):
                return out
            drawer.moved(unit, here, shift.shift_id, cause, -amount, leaving(out), reason=reason)
        self._counter.paperwork().kick_drawer()
        return Moved(amount, out)

    def _right_amount(self, amount: Money) -> None:
        self._counter.need(Right.MOVE_CASH)
        if amount.minor <= 0 or amount.currency != self._currency:
            raise ValueError(f"{amount} is no amount that moves")

    def _close(
        self, numbers: Mapping[int, int], second: Second | None, to: Staff | None
    ) -> tuple[Closed, Shift] | SecondNeeded | SecondRefused | Miscounted | NoShift:
        """The end of this shift and, for the person it goes `to`, the beginning of the next.

        Without such a person the second of the pair is the shift that ended.
        """
        self._counter.need(Right.CLOSE_SHIFT)
        counted = count(numbers, self._currency)
        if isinstance(counted, Miscounted):
            return counted
        word: str | SecondNeeded | SecondRefused | None = None
        if second is not None:
            word = self._counter.pins.agreed(second, Right.CLOSE_SHIFT, self._counter.actor)
        if isinstance(word, SecondNeeded | SecondRefused):
            return word
        here, limit = self._counter.here(), self._site.settings.facility.over_short_limit_minor
        with self._site.store.write() as unit:
            shift = unit.shifts.current()
            if shift is None:
                return NoShift()
            over_short = self._counted(unit, shift, counted, word, here)
            if abs(over_short.minor) > limit and word is None:
                return SecondNeeded(Right.CLOSE_SHIFT)
            unit.record(booth.ShiftClosed(shift.shift_id, counted.total), here)
            number = self._take_z(unit, shift, here)
            following = shift
            if to is not None:
                taken_over = self._site.here(actor=to.staff_id)
                unit.record(booth.StaffSignedOn(to.staff_id), taken_over)
                following = self._begin(unit, counted, taken_over)
        return Closed(self._z(number), over_short), following

    def _z(self, number: int) -> Figures:
        with self._site.store.read() as unit:
            z = unit.books.z(number)
            if z is None:
                raise LookupError(f"Z {number} was taken, and is not there")
            return z_figures(self._site, unit, z)

    def _counted(
        self,
        unit: Transaction,
        shift: Shift,
        counted: Counted,
        word: str | None,
        here: Circumstances,
    ) -> Money:
        expected = unit.drawer.expected(shift.shift_id)
        over_short = counted.total - expected
        unit.record(
            DrawerCounted(
                shift.shift_id, counted.total, expected, over_short, counted.pieces, word
            ),
            here,
        )
        return over_short

    def _take_z(self, unit: Transaction, shift: Shift, here: Circumstances) -> int:
        """Everything of this device that is in no Z yet goes into this one."""
        moved, last, head = unit.books.pending(), unit.books.last_z(), unit.journal.head()
        number = last.number + 1 if last else 1
        perpetual = last.perpetual if last else self._site.nothing()
        unit.record(
            ZTaken(
                number=number,
                shift_id=shift.shift_id,
                upto_seq=head.seq,
                currency=self._currency,
                gross_minor=moved.gross.minor,
                refunded_minor=moved.refunded.minor,
                perpetual_minor=(perpetual + moved.gross - moved.refunded).minor,
                payments=moved.payment_count,
                refunds=moved.refund_count,
                unsent=unsent(unit),
                head=head.hash.hex(),
            ),
            here,
        )
        note_inside(unit, number)
        return number

    def _begin(self, unit: Transaction, counted: Counted, here: Circumstances) -> Shift:
        opened = booth.ShiftOpened(self._site.clock.new_id(), here.actor, counted.total)
        unit.record(opened, here)
        shift = unit.shifts.current()
        if shift is None:
            raise LookupError("a shift was opened, and none runs")
        self._put_in(unit, shift, counted, here)
        return shift

    def _put_in(
        self, unit: Transaction, shift: Shift, counted: Counted, here: Circumstances
    ) -> None:
        drawer.moved(unit, here, shift.shift_id, CashCause.FLOAT, counted.total, counted.pieces)
