"""Stays on a pass: what it covers is free, and what is beyond it is priced as the stay it is."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kiosk.domain.money import Money
from kiosk.domain.passes import Pass, PassKind, PassState, Presence
from kiosk.tariff.passes import price_on_pass
from kiosk.tariff.visit import Visit
from tests.support.tariffs import HOURLY, RATE, at, tariff

EVENING = """
[[rate]]
name = "evening"
when = { entered_from = "17:00", entered_to = "04:00" }
strategy = "flat"
[rate.flat]
price_minor = 500
"""
PRICES = tariff(EVENING + RATE + HOURLY)


def ending(moment: str) -> Pass:
    """A season pass that is good until then."""
    until = at(moment)
    return Pass(
        pass_id="p1",
        code="P1",
        kind=PassKind.SEASON,
        group_id="staff",
        holder="Jana Nová",
        valid_from=until - timedelta(days=30),
        valid_until=until,
        state=PassState.ACTIVE,
        presence=Presence.INSIDE,
        balance=Money(0),
    )


@pytest.mark.parametrize(
    ("came", "ran_out", "left", "cents"),
    [
        ("2026-06-01 09:00", "2026-06-01 20:00", "2026-06-01 19:59", 0),
        ("2026-06-01 09:00", "2026-06-01 12:00", "2026-06-01 14:00", 200),
        # It came in by day: that it begins to pay in the evening makes it no evening's car.
        ("2026-06-01 09:00", "2026-06-01 18:00", "2026-06-02 04:00", 1000),
        # It came in the evening, and stays one of the evening's when the pass ends by day.
        ("2026-06-01 18:00", "2026-06-02 09:00", "2026-06-02 19:00", 500),
        # A pass that had run out before covers nothing.
        ("2026-06-01 18:00", "2026-06-01 12:00", "2026-06-02 03:00", 500),
    ],
)
def test_a_pass_that_ran_out_moves_the_clock_and_not_the_entry(
    came: str, ran_out: str, left: str, cents: int
) -> None:
    priced = price_on_pass(PRICES, Visit(at(came), at(left)), ending(ran_out))
    assert priced.total == Money(cents)
