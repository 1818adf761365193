"""Passes bought by card, and the books they leave: each has its money, or the money goes back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from kiosk.domain.passes import PassKind
from kiosk.domain.quote import Stay
from kiosk.runtime.orders import Asked
from kiosk.runtime.pass_goods import NewPass
from kiosk.runtime.pass_sales import Charge, PassSales
from kiosk.runtime.stay_cards import StayCards
from kiosk.store.unit import Transaction


def a_pass(sales: PassSales, charge: Charge, now: datetime) -> object:
    """Ask a card for a season pass of group "g"."""
    return sales.sell(NewPass(PassKind.SEASON, "g", "Eve", now, now.replace(year=2090)), charge)


def a_stay(cards: StayCards, stay: Stay) -> Callable[[], None]:
    """Ask a card for what this stay owes."""
    return lambda: asked(cards.ask(stay))


def asked(answer: object) -> None:
    """A card was asked for."""
    assert isinstance(answer, Asked), answer


def sold_for_a_card(unit: Transaction, origin: str, moved: Mapping[str, int], own: str) -> int:
    """Judge every sale of passes by this booth; returns what cards stored on the pass `own`.

    `moved` is the money that really moved, by attempt. What moved for a pass that was not sold
    waits to go back; `own` alone was not bought.
    """
    events = unit.journal.since(origin, 1, 0, 1_000_000)
    started = (e.body for e in events if e.kind == "payment.started")
    ordered = {each.attempt_id for each in started if not unit.sessions.find(each.session_id)}
    sold = {e.body.attempt_id: e.body.pass_id for e in events if e.kind == "pass.sold"}
    issued = sorted(e.body.pass_id for e in events if e.kind == "pass.issued")
    owed = {each.attempt_id for each in unit.refunds.orphans()} & ordered
    assert not owed & set(sold)
    assert ordered & set(moved) == owed | set(sold)
    assert issued == sorted({own, *sold.values()})
    credited = [e.body for e in events if e.kind == "pass.wallet_credited"]
    return sum(each.amount.minor for each in credited if each.reference in sold)
