"""The tariff page: what somebody typed, read and priced; who may publish; words on a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.money import Money
from kiosk.domain.staff import Role, Staff
from kiosk.domain.validation import Benefit, BenefitKind
from kiosk.tariff.catalogue import load_tariff
from kiosk.tariff.visit import Visit
from kiosk.views.stay_form import Field, read_form
from kiosk.views.tariff import Trial, tariff_view
from tests.support import tariff_views as told
from tests.support.tariffs import BERLIN, HOURLY, tariff

PRICES = tariff(HOURLY)
ENTERED = datetime(2026, 11, 20, 8, 15, tzinfo=BERLIN)
PLAIN = {Field.ENTERED: "2026-11-20 08:15", Field.LEFT: "2026-11-20 10:30"}


def read(**typed: str) -> Visit | Mapping[Field, object]:
    return read_form({**PLAIN, **{Field(name): text for name, text in typed.items()}}, PRICES)


# --- the form


def test_a_plain_stay_is_a_car_between_two_local_times() -> None:
    assert read() == Visit(ENTERED, datetime(2026, 11, 20, 10, 30, tzinfo=BERLIN))


def test_every_field_says_its_part() -> None:
    visit = read(
        left="+2:15",
        vehicle=" van ",
        spot="charging",
        zone="P2",
        occupancy="85 %",
        booked="08:00 / 12:00",
        pass_group="staff",
        validations="60 min; 25%; 5.00; full; visitors",
    )
    assert visit == Visit(
        ENTERED,
        datetime(2026, 11, 20, 9, 30, tzinfo=UTC),
        "van",
        "charging",
        "P2",
        occupancy_percent=85,
        booking=(ENTERED.replace(hour=8, minute=0), ENTERED.replace(hour=12, minute=0)),
        pass_group="staff",
        validations=(
            Benefit(BenefitKind.TIME, 60),
            Benefit(BenefitKind.PERCENT, 25),
            Benefit(BenefitKind.AMOUNT, 500),
            Benefit(BenefitKind.FULL),
            Benefit(BenefitKind.RATE, rate="visitors"),
        ),
    )


def test_a_length_is_elapsed_time_also_when_the_clocks_change() -> None:
    visit = read(entered="2026-10-24 22:00", left="+10:00")
    assert isinstance(visit, Visit)
    assert visit.left_at.astimezone(BERLIN).strftime("%d %H:%M") == "25 07:00"


def test_an_hour_that_clocks_skip_is_the_moment_they_jump() -> None:
    visit = read(entered="2026-03-29 02:30", left="2026-03-29 03:10", booked="02:15 / 03:05")
    assert isinstance(visit, Visit)
    jump = datetime(2026, 3, 29, 1, tzinfo=UTC)
    assert visit.entered_at == jump
    assert visit.left_at == jump + timedelta(minutes=10)
    assert visit.booking == (jump, jump + timedelta(minutes=5))


def test_an_hour_that_comes_twice_is_the_first_one() -> None:
    visit = read(entered="2026-10-25 02:30", left="+1:00", booked="02:10 / 02:20")
    assert isinstance(visit, Visit)
    assert visit.entered_at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    later = read(entered="2026-10-25T02:30+01:00", left="+1:00", booked="02:10 / 02:20")
    assert isinstance(later, Visit)
    assert later.booking == visit.booking


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (Field.ENTERED, "0001-01-01 00:00"),
        (Field.LEFT, "9999-12-31T23:59-14:00"),
        (Field.ENTERED, "tomorrow"),
        (Field.ENTERED, ""),
        (Field.LEFT, ""),
        (Field.LEFT, "2026-11-20 08:14"),
        (Field.LEFT, "+2"),
        (Field.OCCUPANCY, "half"),
        (Field.OCCUPANCY, "-1"),
        (Field.BOOKED, "08:00"),
        (Field.BOOKED, "12:00 / 08:00"),
        (Field.VALIDATIONS, "cinema"),
        (Field.VALIDATIONS, "5.0"),
        (Field.VALIDATIONS, "60 min 25 %"),
    ],
)
def test_what_cannot_be_read_is_named_by_its_field(field: Field, text: str) -> None:
    wrong = read(**{field.value: text})
    assert isinstance(wrong, Mapping)
    assert set(wrong) == {field}


def test_an_amount_has_as_many_decimals_as_its_currency() -> None:
    yen = load_tariff(
        'name = "y"\ncurrency = "JPY"\nzone = "Asia/Tokyo"\n[[rate]]\nname = "v"\n'
        'strategy = "flat"\n[rate.flat]\nprice_minor = 300\n'
    )
    visit = read_form({**PLAIN, Field.VALIDATIONS: "500"}, yen)
    assert isinstance(visit, Visit)
    assert visit.validations == (Benefit(BenefitKind.AMOUNT, 500),)
    assert isinstance(read_form({**PLAIN, Field.VALIDATIONS: "5.00"}, yen), Mapping)


def test_a_stay_longer_than_time_is_named_too() -> None:
    wrong = read(entered="9999-12-30 00:00", left="+9999:00")
    assert isinstance(wrong, Mapping)
    assert set(wrong) == {Field.LEFT}


@given(st.dictionaries(st.sampled_from(list(Field)), st.text(max_size=30)))
def test_nothing_typed_ever_breaks_the_page(typed: dict[Field, str]) -> None:
    told_of = replace(told.facts(tariff=PRICES), typed=typed)
    view = tariff_view(told_of, told.OWNER)
    assert (view.stay.total is None) is bool(view.stay.wrong)


# --- the answer


def test_lines_tax_and_total_are_those_of_the_quote() -> None:
    view = tariff_view(told.facts(opened=told.opened()), told.OWNER)
    other = told.opened().tariff
    assert other is not None
    visit = read_form(told.TYPED, other)
    assert isinstance(visit, Visit)
    quote = other.price(visit)
    assert (view.stay.lines, view.stay.total) == (quote.lines, quote.total)
    assert view.stay.taxes == (("MwSt. 19 %", quote.taxes[0].tax),)
    assert view.stay.now == told.own().price(visit).total, "what it costs today stands beside it"
    assert view.stay.rate == "visitors"
    assert view.stay.parked == 36 * 60 + 30


def test_the_curve_begins_at_the_entry_and_is_the_same_whenever_the_car_leaves() -> None:
    short = tariff_view(told.facts(), told.OWNER).stay
    long = tariff_view(told.facts(typed={**told.TYPED, Field.LEFT: "+90:00"}), told.OWNER).stay
    assert short.curve == long.curve
    assert short.curve[0].minutes == 0
    assert short.curve[-1].minutes == 48 * 60


def test_before_anybody_types_a_morning_stands_there() -> None:
    view = tariff_view(told.facts(typed=None), told.OWNER)
    assert view.stay.typed == {Field.ENTERED: "2026-11-20 08:00", Field.LEFT: "+2:00"}
    assert view.stay.total is not None


# --- files and rights


@pytest.mark.parametrize("role", list(Role))
def test_only_who_has_the_right_may_publish_and_only_what_has_no_mistake(role: Role) -> None:
    staff = Staff("x", "X", role)
    may = role in (Role.OWNER, Role.ADMIN)
    assert tariff_view(told.facts(opened=told.opened()), staff).may_publish is may
    assert not tariff_view(told.facts(opened=told.broken()), staff).may_publish
    assert not tariff_view(told.facts(), staff).may_publish


def test_every_mistake_is_listed_with_its_place_and_what_to_do() -> None:
    view = tariff_view(told.facts(opened=told.broken()), told.OWNER)
    assert [remark.place for remark in view.remarks] == ["currency", "rate[1].blocks.minutes"]
    assert all(remark.bars and remark.remedy for remark in view.remarks)
    assert view.stay.now is None, "prices are those in force"
    assert not view.may_try


def test_a_file_stands_beside_the_version_in_force_length_by_length() -> None:
    view = tariff_view(told.facts(opened=told.opened()), told.OWNER)
    hour = next(row for row in view.lengths if row.minutes == 60)
    assert (hour.now, hour.then) == (Money(300), Money(300))
    alone = tariff_view(told.facts(), told.OWNER)
    assert {row.then for row in alone.lengths} == {None}


def test_a_new_version_gets_the_number_after_the_last_one() -> None:
    view = tariff_view(told.facts(opened=told.opened(), latest=7), told.OWNER)
    assert dict(view.publish.values) == {"version": 8}


def test_one_trial_at_a_time() -> None:
    running = told.facts(opened=told.opened(), trial=Trial(running=True))
    assert not tariff_view(running, told.OWNER).may_try
    assert tariff_view(told.facts(opened=told.opened()), told.OWNER).may_try


def test_a_comparison_is_told_in_sentences_and_four_tables() -> None:
    found = told.comparison()
    view = tariff_view(told.facts(trial=Trial(found=found)), told.OWNER)
    titles = [row.title.template for row in view.shares if row.title]
    assert titles == ["Altogether", "By rate", "By length of stay", "By day"]
    assert view.shares[0].stays == found.total.stays
    assert view.shares[0].change == found.money(found.total.change_minor)
    assert dict(view.summary[0].values)["count"] == found.dearer.stays
    assert view.shares[5].name.values == (("length", timedelta(minutes=60)),)
