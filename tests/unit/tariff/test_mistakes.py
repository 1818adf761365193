"""Mistakes in tariff files: all at once, each with its place and its remedy."""

import json
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.tariff.catalogue import load_tariff
from kiosk.tariff.reading import TariffError, TariffErrors
from tests.support.tariffs import EVERYTHING, SHORT_FORM

BY_ENTRY = """
name = "by entry"
currency = "EUR"
zone = "Europe/Berlin"
[[rate]]
name = "early"
when = { entered_days = ["mon"], entered_from = "06:00", entered_to = "09:30" }
strategy = "bands"
[[rate.bands]]
name = "Day"
first_minutes = 60
first_price_minor = 200
minutes = 30
price_minor = 50
[[rate.caps]]
name = "Sundays"
per = "calendar_day"
days = ["sun", "holiday"]
amount_minor = 500
[[rate]]
name = "visitors"
strategy = "flat"
[rate.flat]
price_minor = 900
[[rate]]
name = "cinema"
by_name_only = true
strategy = "flat"
[rate.flat]
price_minor = 300
"""
SAME_STEP = "[[rate.demand.steps]]\nfrom_percent = 50\nprice_percent = 1"


def mistakes(text: str) -> tuple[TariffError, ...]:
    try:
        load_tariff(text)
    except TariffErrors as refused:
        return refused.errors
    return ()


def keys(text: str) -> list[str]:
    return [error.key for error in mistakes(text)]


def only_error(text: str) -> str:
    (error,) = mistakes(text)
    return str(error)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (('"INR"', '"Rupee"'), "currency: 'Rupee' is not a currency code"),
        (('"blocks"', '"block"'), "strategy: 'block' is not known (did you mean 'blocks'?)"),
        (("minutes = 60", "minutes = 0"), "blocks.minutes: 0 is out of range"),
        (("minutes = 60", "minutes = true"), "blocks.minutes: True is not a whole number"),
        (("minutes = 60", "minutes = 60\ngrace_counts = 1"), "neither true nor false"),
        (("2000", "20.0"), "prices.car.price_minor: 20.0 is not a whole number"),
        (("2000", '"2000"'), "prices.car.price_minor: '2000' is not a whole number"),
        (("2000", "-1"), "prices.car.price_minor: -1 is out of range"),
        (("2000", "2000\nprice = 3"), "prices.car.price: there is no such key"),
        (("2000", "2000\ndaily_cap_minor = 9000"), "blocks.cap_day: is missing"),
        (('name = "night"', "name = 7"), "name: 7 is not a text"),
        (('name = "night"', 'name = " "'), "name: ' ' is not a text"),
        (("[prices.car]\nprice_minor", "[prices]\ncar"), "prices.car: 2000 is not a table"),
        (('name = "night"', 'name = "night"\nzone = "Berlin"'), "'Berlin' is not a time zone"),
        (('name = "night"', 'name = "night"\nzone = "Europe"'), "'Europe' is not a time zone"),
        (('name = "night"', 'name = "night"\nzone = "../x"'), "'../x' is not a time zone"),
        (('name = "night"', "name = night"), "file: is not TOML"),
        (('name = "night"', "rate = []"), "name: is missing"),
    ],
)
def test_a_mistake_in_the_short_form_is_named_with_its_remedy(
    change: tuple[str, str], message: str
) -> None:
    broken = SHORT_FORM.replace(*change)
    assert broken != SHORT_FORM
    first = mistakes(broken)[0]
    assert message in str(first)
    assert first.remedy


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (('zone = "Europe/Berlin"', ""), "zone: is missing"),
        (("[2026-12-25]", '["Christmas"]'), "holidays: ['Christmas'] is no list of dates"),
        (("[2026-12-25]", "2026-12-25"), "is no list of dates"),
        (("2026-12-01", '"soon"'), "valid_from: 'soon' is neither a date nor a date and time"),
        (("2026-12-01", "1"), "valid_from: 1 is neither a date nor a date and time"),
        (("1900", "19.0"), "tax.basis_points: 19.0 is not a whole number"),
        (("fees = 0", "fine = 0"), "tax.kinds.fine: there is no such key"),
        (("[rounding]", '[rounding]\nmode = "up_half"'), "rounding.mode: 'up_half' is not known"),
        (("step_minor = 10", "step_minor = 0"), "rounding.step_minor: 0 is out of range"),
        (('name = "coach"', 'name = "board"'), "rate[3].name: another rate is called 'board' too"),
        (('name = "coach"', ""), "rate[4].name: is missing"),
        (('"flat"', '"flad"'), "rate[4].strategy: 'flad' is not known (did you mean 'flat'?)"),
        (('otherwise = "busy"', 'otherwise = "bus"'), "no rate further down is called 'bus' (did"),
        (('rate = "board"', 'rate = "staff"'), "rate[2].demand.rate: no rate further down"),
        (('"staff" }', "[] }"), "rate[1].when.pass_group: [] is neither a word nor a list"),
        (('"staff" }', '"staff", zone = 1 }'), "rate[1].when.zone: 1 is neither a word nor"),
        (('pass_group = "staff"', 'zone = "P2"'), "rate[1].when: a subscription is for passes"),
        (("by_name_only = true", "by_name_only = true\nwhen = {}"), "a rate that is only named"),
        (('["mon"]', '["monday"]'), "rate[1].subscription.covers[1].days: ['monday'] is no list"),
        (("from_percent = 50", "from_percent = 101"), "steps[1].from_percent: 101 is out of range"),
        (
            ("price_percent = 150", f"price_percent = 150\n{SAME_STEP}"),
            "rate[2].demand.steps: two of them begin at 50 %",
        ),
        (("each_minor = 100", ""), "rate[3].slabs[2].each_minor: is missing"),
        (("each_minutes = 30", "up_to_minutes = 90"), "rate[3].slabs[2].up_to_minutes: the last"),
        (("up_to_minutes = 60\n", ""), "rate[3].slabs[1].up_to_minutes: is missing"),
        (
            ("price_minor = 900", 'price_minor = 900\nper = "night"'),
            "flat.per: 'night' is not known",
        ),
        (("price_minor = 900", 'price_minor = 900\nper = "business_day"'), "flat.from: is missing"),
        (('"20:00"', '"8pm"'), "rate[5].bands[1].from: '8pm' is no time of day"),
        (('"20:00"', '"24:00"'), "rate[5].bands[1].from: '24:00' is no time of day"),
        (('"20:00"', '"24:01"'), "rate[5].bands[1].from: '24:01' is no time of day"),
        (('"20:00"', '"06:00"'), "rate[5].bands[1].to: is when it begins"),
        (("flat_minor = 500", ""), "rate[5].bands[1].minutes: is missing"),
        (("flat_minor = 500", "flat_minor = 500\nminutes = 5"), "minutes: there is no such key"),
        (('per = "business_day"', 'per = "day"'), "rate[5].caps[1].per: 'day' is not known"),
        (('per = "business_day"', 'per = "entry"'), "rate[5].caps[1].from: there is no such key"),
        (('per = "business_day"', 'per = "night"'), "rate[5].caps[1].to: is missing"),
        (
            ('per = "business_day"', 'per = "night"\nto = "04:00"'),
            "rate[5].caps[1].to: is when it begins",
        ),
        (("max_stay_minutes = 600", ""), "rate[5].overstay.max_stay_minutes: is missing"),
        (('name = "visitors"', 'name = "visitors"\nwhen = {}'), "the last rate must be for every"),
        (
            ('name = "visitors"', 'name = "visitors"\nby_name_only = true'),
            "the last rate must be for every",
        ),
        (("[[rate]]", "[[tariff]]"), "rate: is no list of tables"),
    ],
)
def test_a_mistake_is_named_with_its_place_and_its_remedy(
    change: tuple[str, str], message: str
) -> None:
    broken = EVERYTHING.replace(*change)
    assert broken != EVERYTHING
    found = [str(error) for error in mistakes(broken)]
    assert any(message in error for error in found), found


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (('["mon"]', '["monday"]'), "rate[1].when.entered_days: ['monday'] is no list of days"),
        (('"06:00"', '"6:00"'), "rate[1].when.entered_from: '6:00' is no time of day"),
        (('"09:30"', '"06:00"'), 'entered_to: is when it begins. Write entered_to = "24:00"'),
        (("entered_to", "entered_until"), "rate[1].when.entered_until: there is no such key"),
        (("first_minutes = 60\n", ""), "rate[1].bands[1].first_minutes: is missing"),
        (("first_price_minor = 200\n", ""), "rate[1].bands[1].first_price_minor: is missing"),
        (("minutes = 30\nprice_minor = 50", "flat_minor = 1"), "first_minutes: there is no such"),
        (('"sun", "holiday"', ""), "rate[1].caps[1].days: [] is no list of days"),
        (('"Sundays"', '" "'), "rate[1].caps[1].name: ' ' is not a text"),
        (('zone = "Europe/Berlin"', ""), "zone: is missing"),
        (
            ('name = "visitors"', 'name = "visitors"\nwhen = { entered_days = ["tue"] }'),
            "rate[2].when: the last rate must be for everybody",
        ),
        (
            ('name = "visitors"', 'name = "visitors"\nby_name_only = true'),
            "rate[1].when: the last rate must be for everybody",
        ),
    ],
)
def test_a_mistake_in_a_rate_by_entry_is_named_as_well(
    change: tuple[str, str], message: str
) -> None:
    assert mistakes(BY_ENTRY) == ()
    found = [str(error) for error in mistakes(BY_ENTRY.replace(*change))]
    assert any(message in error for error in found), found


def test_when_every_rate_is_only_named_the_last_is_told_so() -> None:
    named = '[[rate]]\nname = "x"\nby_name_only = true\nstrategy = "flat"\nflat.price_minor = 1\n'
    text = f'name = "n"\ncurrency = "EUR"\n{named}{named.replace("x", "y")}'
    assert only_error(text).startswith("rate[2].when: the last rate must be for everybody")


def test_every_mistake_is_found_at_once_in_the_order_of_the_file() -> None:
    broken = """
        name = "x"
        currency = "EUR"
        [[rate]]
        name = "a"
        strategy = "flat"
        [rate.flat]
        price = 1
        [[rate]]
        name = "b"
        strategy = "demand"
        [rate.demand]
        rate = "c"
        [[rate]]
        name = "c"
        strategy = "bands"
        colour = "red"
        [[rate.bands]]
        name = "Day"
        minutes = 0
        price_minor = 1
    """
    assert keys(broken) == [
        "rate[1].flat.price_minor",
        "rate[1].flat.price",
        "rate[2].demand.steps",
        "rate[3].bands[1].minutes",
        "rate[3].colour",
        "zone",
    ]


def test_every_mistake_of_the_short_form_is_found_at_once() -> None:
    broken = """
        currency = "euro"
        zone = "Berlin"
        strategy = "blocks"
        colour = "red"
        [blocks]
        minuts = 30
        cap_day = "monday"
        [prices.car]
        price_minor = 500
        daily_cap_minor = 100
        [prices.bus]
    """
    assert keys(broken) == [
        "name",
        "currency",
        "zone",
        "blocks.minutes",
        "prices.car.daily_cap_minor",
        "prices.bus.price_minor",
        "blocks.cap_day",
        "blocks.minuts",
        "colour",
    ]


def test_an_empty_file_says_what_a_tariff_needs() -> None:
    assert keys("") == ["name", "currency", "rate"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "file: is not JSON"),
        ('{"name": "x", "name": "y"}', "file: is not JSON: 'name' is there twice"),
        ("{" * 100_000, "file: is not JSON"),
    ],
)
def test_json_that_is_none_is_refused(text: str, message: str) -> None:
    assert only_error(text).startswith(message)


def test_a_calendar_cap_needs_a_zone() -> None:
    capped = SHORT_FORM.replace("minutes = 60", 'minutes = 60\ncap_day = "calendar"')
    assert only_error(capped).startswith("zone: is missing. Write the facility's IANA time zone")


values = st.recursive(
    st.one_of(st.none(), st.integers(), st.booleans(), st.floats(), st.text()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=2), st.dictionaries(st.text(), inner, max_size=2)
    ),
    max_leaves=3,
)


def places(value: object, at: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Every place in a file at which there is something."""
    inner: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        inner = list(value.items())
    elif isinstance(value, list):
        inner = list(enumerate(value))
    found = [place for key, each in inner for place in places(each, (*at, key))]
    return [at, *found] if at else found


@pytest.mark.parametrize("file", [EVERYTHING, BY_ENTRY], ids=["everything", "by entry"])
@given(data=st.data())
def test_anything_anywhere_is_taken_or_refused_by_name(file: str, data: st.DataObject) -> None:
    place = data.draw(st.sampled_from(places(tomllib.loads(file))))
    value = data.draw(values)
    whole = json.loads(json.dumps(tomllib.loads(file), default=str))
    table = whole
    for key in place[:-1]:
        table = table[key]
    table[place[-1]] = value
    assert all(
        error.key and error.problem and error.remedy for error in mistakes(json.dumps(whole))
    )
