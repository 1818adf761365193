"""Who may validate how much, and when a voucher still stands."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.money import Money
from kiosk.domain.ticket import Refusal
from kiosk.domain.validation import (
    Benefit,
    BenefitKind,
    Merchant,
    Source,
    Validation,
    may_apply,
    voucher_refusal,
)

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)
HOUR_OFF = Benefit(BenefitKind.TIME, 60)
ALL_OFF = Benefit(BenefitKind.FULL)
CINEMA = Merchant("cinema", "Cinema", (HOUR_OFF,), daily_count=3, monthly_minor=1_000)
GIVEN = Validation("v1", "s1", "cinema", "Cinema", HOUR_OFF, Source.VOUCHER)


@pytest.mark.parametrize(
    ("merchant", "benefit", "today", "month", "worth", "refusal"),
    [
        (CINEMA, HOUR_OFF, 0, 0, 150, None),
        (CINEMA, HOUR_OFF, 2, 850, 150, None),
        (CINEMA, HOUR_OFF, 3, 0, 0, Refusal.LIMIT_REACHED),
        (CINEMA, HOUR_OFF, 0, 851, 150, Refusal.LIMIT_REACHED),
        (CINEMA, HOUR_OFF, 0, 1_000, 0, None),  # nothing taken off is within every limit
        (replace(CINEMA, daily_count=None), HOUR_OFF, 999, 0, 150, None),
        (replace(CINEMA, monthly_minor=None), HOUR_OFF, 0, 99_999, 150, None),
        (replace(CINEMA, daily_count=0), HOUR_OFF, 0, 0, 150, Refusal.LIMIT_REACHED),
        (replace(CINEMA, active=False), HOUR_OFF, 0, 0, 150, Refusal.NOT_ACCEPTED),
        (CINEMA, replace(HOUR_OFF, value=120), 0, 0, 150, Refusal.NOT_ACCEPTED),
        (CINEMA, ALL_OFF, 0, 0, 150, Refusal.NOT_ACCEPTED),
        (None, HOUR_OFF, 0, 0, 150, Refusal.NOT_ACCEPTED),
    ],
)
def test_a_merchant_gives_what_it_may_as_often_as_it_may(
    merchant: Merchant | None,
    benefit: Benefit,
    today: int,
    month: int,
    worth: int,
    refusal: Refusal | None,
) -> None:
    answer = may_apply(
        merchant, benefit, given_today=today, worth_this_month=month, worth=Money(worth)
    )
    assert answer is refusal


@pytest.mark.parametrize(
    ("already", "refusal"),
    [
        ((), None),
        ((replace(GIVEN, merchant_id="baker"),), None),
        ((GIVEN,), Refusal.ALREADY_VALIDATED),
        ((replace(GIVEN, benefit=ALL_OFF, source="attendant"),), Refusal.ALREADY_VALIDATED),
        ((replace(GIVEN, merchant_id="baker"), GIVEN), Refusal.ALREADY_VALIDATED),
    ],
)
def test_a_merchant_counts_once_for_a_stay(
    already: tuple[Validation, ...], refusal: Refusal | None
) -> None:
    answer = may_apply(
        CINEMA, HOUR_OFF, given_today=0, worth_this_month=0, worth=Money(150), already=already
    )
    assert answer is refusal


@given(st.lists(st.integers(0, 400), max_size=12))
def test_what_a_merchant_gives_stays_within_both_limits(worths: list[int]) -> None:
    given_today = taken_off = 0
    for worth in worths:
        refused = may_apply(
            CINEMA,
            HOUR_OFF,
            given_today=given_today,
            worth_this_month=taken_off,
            worth=Money(worth),
        )
        if refused is None:
            given_today += 1
            taken_off += worth
        else:
            assert given_today == 3 or taken_off + worth > 1_000
    assert given_today <= 3
    assert taken_off <= 1_000


@pytest.mark.parametrize(
    ("expires_in", "used", "bound_to", "refusal"),
    [
        (SECOND, False, "", None),
        (SECOND, False, "4K72MX9", None),
        (SECOND, False, "8XB7H0E", Refusal.OTHER_TICKET),
        (0 * SECOND, False, "", Refusal.EXPIRED),
        (-SECOND, False, "4K72MX9", Refusal.EXPIRED),
        (SECOND, True, "", Refusal.VOUCHER_USED),
        (-SECOND, True, "8XB7H0E", Refusal.VOUCHER_USED),
    ],
)
def test_a_voucher_stands_once_in_its_time_and_for_its_ticket(
    expires_in: timedelta, used: bool, bound_to: str, refusal: Refusal | None
) -> None:
    answer = voucher_refusal(
        now=NOON, expires_at=NOON + expires_in, used=used, bound_to=bound_to, code="4K72MX9"
    )
    assert answer is refusal


def test_a_chaser_shown_without_its_ticket_is_refused() -> None:
    answer = voucher_refusal(now=NOON, expires_at=NOON + SECOND, used=False, bound_to="4K72MX9")
    assert answer is Refusal.OTHER_TICKET
