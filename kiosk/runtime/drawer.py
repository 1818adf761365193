"""The drawer's side of everything: shifts, pieces, change, and the one fact each movement leaves.

Functions of one write transaction, for whoever moves cash. Which notes and coins lie in the drawer
is known only in a shift that began with a counted float; in any other nothing is said about pieces.
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.cash import (
    CashCause,
    Exactly,
    Nearest,
    TooLittle,
    Unchecked,
    before_accepting,
    change,
    leaving,
    together,
    usual,
    worth,
)
from kiosk.domain.event import Circumstances
from kiosk.domain.facts import booth
from kiosk.domain.facts.cash import CashMoved, Pieces
from kiosk.domain.money import Money
from kiosk.runtime.answers import DrawerShort
from kiosk.runtime.site import Site
from kiosk.store.shifts import Shift
from kiosk.store.unit import Transaction

UNKNOWN: dict[int, int] = {}
"""The pieces of a drawer that nobody counted."""


@dataclass(frozen=True, slots=True)
class Handed:
    """A tender against a price: what goes back in which pieces, and what is `short` of that.

    `moved` are the signed pieces of tender and change together; empty where nobody counts them.
    """

    change: Money
    back: Pieces
    moved: Pieces
    short: Money


def running_shift(site: Site, unit: Transaction, here: Circumstances) -> Shift | None:
    """The shift whose drawer this is; opened without a float where the booth asks for none."""
    shift = unit.shifts.current()
    if shift is None and not site.settings.booth.float_required:
        opened = booth.ShiftOpened(site.clock.new_id(), here.actor, site.nothing())
        unit.record(opened, here)
        shift = unit.shifts.current()
    return shift


def current_shift(unit: Transaction) -> str | None:
    """The id of the shift that runs, if one does: for money that needs no drawer."""
    shift = unit.shifts.current()
    return shift.shift_id if shift else None


def pieces_in(unit: Transaction, shift_id: str) -> dict[int, int]:
    """How many of each piece the drawer holds; empty when its float was not counted."""
    floats = (each for each in unit.drawer.moves(shift_id) if each.cause == CashCause.FLOAT)
    return unit.drawer.pieces(shift_id) if any(each.pieces for each in floats) else UNKNOWN


def weigh(
    unit: Transaction, shift_id: str | None, due: Money, tendered: Money, pieces: Pieces = ()
) -> Handed | TooLittle:
    """What would go back for `tendered`. Where its pieces were not said, they are the fewest."""
    if pieces and worth(pieces) != tendered.minor:
        raise ValueError(f"the pieces are not {tendered}")
    drawer = pieces_in(unit, shift_id) if shift_id else UNKNOWN
    tender = (pieces or usual(tendered)) if drawer else ()
    given_back = before_accepting(drawer, due, tendered, tender)
    if isinstance(given_back, TooLittle):
        return given_back
    short = given_back.short if isinstance(given_back, Nearest) else Money(0, due.currency)
    known = bool(drawer) and worth(tender) == tendered.minor
    back = given_back.pieces
    moved = together(tender, leaving(back)) if known else ()
    return Handed(tendered - due - short, back, moved, short)


def outward(
    unit: Transaction, shift_id: str, amount: Money, pieces: Pieces = ()
) -> Pieces | DrawerShort:
    """The pieces in which `amount` leaves the drawer (as they lie there), if it can."""
    if pieces and worth(pieces) != amount.minor:
        raise ValueError(f"the pieces are not {amount}")
    drawer = pieces_in(unit, shift_id)
    if not drawer:
        return pieces
    if pieces:
        lacking = any(drawer.get(value, 0) < number for value, number in pieces)
        return DrawerShort(unit.drawer.expected(shift_id)) if lacking else pieces
    match change(drawer, amount):
        case Exactly(back) | Unchecked(back):
            return back
        case Nearest():
            return DrawerShort(unit.drawer.expected(shift_id))


def inward(unit: Transaction, shift_id: str, amount: Money, pieces: Pieces = ()) -> Pieces:
    """The pieces in which `amount` comes in, where pieces are counted: as said, or the fewest."""
    if pieces and worth(pieces) != amount.minor:
        raise ValueError(f"the pieces are not {amount}")
    if pieces or not pieces_in(unit, shift_id):
        return pieces
    guessed = usual(amount)
    return guessed if worth(guessed) == amount.minor else ()


def moved(
    unit: Transaction,
    here: Circumstances,
    shift_id: str,
    cause: CashCause,
    amount: Money,
    pieces: Pieces = (),
    *,
    reference: str = "",
    reason: str = "",
    second_person: str | None = None,
) -> None:
    """Record that cash moved (`amount` and `pieces` signed); a sale also that the drawer opened."""
    unit.record(
        CashMoved(
            shift_id=shift_id,
            cause=cause.value,
            amount=amount,
            pieces=pieces,
            reference=reference,
            reason=reason,
            second_person=second_person,
        ),
        here,
    )
    if cause is CashCause.SALE:
        unit.record(booth.DrawerOpened(cause.value), here)
