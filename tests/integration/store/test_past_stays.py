"""Stays that are over, as both engines give them."""

from datetime import timedelta

from kiosk.domain.facts import bookings, stays, validations
from kiosk.domain.money import Money
from kiosk.domain.validation import Benefit, BenefitKind
from kiosk.store.past_stays import Period
from kiosk.store.store import Store
from tests.support.stores import NOW, here, started

HOUR = timedelta(hours=1)


def test_a_past_stay_carries_all_that_its_price_depends_on(store: Store) -> None:
    off = Benefit(BenefitKind.AMOUNT, 300)
    with store.write() as unit:
        for body in (
            bookings.BookingConfirmed("b1", "BOOK1", NOW, NOW + 2 * HOUR),
            started("s1", booking="b1"),
            stays.SessionActivated("s1"),
            stays.DemandFixed("s1", 85),
            validations.ValidationApplied("v1", "s1", "cinema", off, "attendant", Money(300)),
            stays.SessionEnded("s1", NOW + HOUR),
            started("s2"),
            stays.SessionActivated("s2"),
        ):
            unit.record(body, here("entry-1"))
    with store.read() as unit:
        assert unit.past_stays.count(Period()) == 1
        page = unit.past_stays.page(Period(NOW, NOW + HOUR))
        assert unit.past_stays.page(Period(NOW + HOUR)).stays == ()
    (past,) = page.stays
    assert page.after is None
    assert (past.tariff, past.tariff_version, past.pass_) == ("standard", 1, None)
    assert (past.visit.entered_at, past.visit.left_at) == (NOW, NOW + HOUR)
    assert past.visit.booking == (NOW, NOW + 2 * HOUR)
    assert past.visit.occupancy_percent == 85
    assert past.visit.validations == (off,)
