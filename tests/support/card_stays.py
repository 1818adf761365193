"""Stays at a desk whose card terminal hangs on a wire: asked, heard of, and the books after."""

from __future__ import annotations

from kiosk.domain.facts import payments, stays
from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.domain.quote import Stay
from kiosk.payments.simulated_terminal import Card
from kiosk.reports.documents import Receipt
from kiosk.runtime import receipts
from kiosk.runtime.orders import Asked
from kiosk.runtime.stay_cards import CardPaid
from kiosk.store.payments import Payment
from kiosk.store.verify import verify
from tests.support.card_desk import DEADLINE_SECONDS, CardDesk
from tests.support.site import (
    EXIT,
    Car,
    stay_of,
)


def listen(desk: CardDesk) -> None:
    """News of stays are told as those of passes are."""
    desk.desk.stay_cards.told = desk.told.put


def restart(desk: CardDesk) -> None:
    """The program ends and begins again; its first look takes up what was left."""
    desk.restart()
    listen(desk)


def ask(desk: CardDesk, car: Car, card: Card = Card.APPROVE, part: Money | None = None) -> str:
    """Ask a card that does this for what the car owes; returns the attempt's id."""
    desk.far.hold(card)
    asked = desk.desk.stay_cards.ask(stay_of(desk.services, car), part)
    assert isinstance(asked, Asked), asked
    assert (asked.lane_id, asked.doubt) == (desk.place, False)
    return asked.attempt_id


def news(desk: CardDesk) -> object:
    """What became of the attempt there is news of next."""
    return desk.desk.stay_cards.became(desk.told.get(timeout=DEADLINE_SECONDS))


def paid(answer: object) -> CardPaid:
    """It was paid."""
    assert isinstance(answer, CardPaid), answer
    return answer


def parts(desk: CardDesk, car: Car) -> list[Payment]:
    """What was taken for it."""
    return list(desk.desk.cashier.parts(car.session_id))


def books_agree(desk: CardDesk) -> None:
    """What the terminal charged is in the books, and nothing else; the ledger is whole."""
    charged = {each.attempt_id: each.amount for each in desk.far.ledger}
    with desk.services.site.store.read() as unit:
        items = {
            each.item_id: each.amount
            for each in unit.books.pending_items()
            if each.method is Method.CARD
        }
        assert unit.payments.open_attempts() == []
    assert items == charged
    assert verify(desk.services.site.store) == []


def receipt_of(desk: CardDesk, car: Car) -> Receipt:
    """The receipt of what was paid last."""
    site = desk.services.site
    with site.store.write() as unit:
        session = unit.sessions.find(car.session_id)
        assert session is not None
        here = site.here(EXIT, car.session_id)
        made = receipts.receipt(site, unit, session, "Exit 1", here)
    assert made is not None
    return made


def leave_owing(desk: CardDesk, car: Car) -> Stay:
    """The car goes without paying; its debt, as the cashier sees it."""
    site = desk.services.site
    due = stay_of(desk.services, car).due
    with site.store.write() as unit:
        here = site.here(EXIT, car.session_id)
        unit.record(payments.AmountOwed(car.session_id, due, "iou", "test"), here)
        unit.record(stays.SessionEnded(car.session_id, site.clock.now()), here)
    debt = desk.desk.fees.debt(car.code)
    assert isinstance(debt, Stay)
    return debt
