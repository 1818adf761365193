"""Reading a tariff file: the example works, and every mistake is named with its remedy."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.money import Money
from kiosk.tariff.blocks import Blocks, DailyCap
from kiosk.tariff.catalogue import load_tariff
from kiosk.tariff.reading import TariffErrors

EXAMPLE = Path(__file__).parents[3] / "resources" / "config" / "tariff.toml"
NOON = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)
GOOD = """
name = "night"
currency = "INR"
strategy = "blocks"
[blocks]
minutes = 60
[prices.car]
price_minor = 2000
"""


def keys(text: str) -> list[str]:
    with pytest.raises(TariffErrors) as caught:
        load_tariff(text)
    return [error.key for error in caught.value.errors]


def only_error(text: str) -> str:
    with pytest.raises(TariffErrors) as caught:
        load_tariff(text)
    (error,) = caught.value.errors
    return str(error)


def test_the_commented_example_is_a_working_tariff() -> None:
    tariff = load_tariff(EXAMPLE.read_text())
    assert (tariff.name, tariff.version, tariff.currency) == ("standard", 1, "EUR")
    assert tariff.rates["car"] == Blocks(
        Money(150), 30, 10, cap=DailyCap(Money(1500), ZoneInfo("Europe/Berlin"))
    )
    assert tariff.quote(NOON, NOON + timedelta(hours=2)).total == Money(600)
    assert tariff.quote(NOON, NOON + timedelta(hours=2), "motorcycle").total == Money(320)


def test_what_is_left_out_has_the_plain_meaning() -> None:
    tariff = load_tariff(GOOD)
    assert tariff.version == 1
    assert tariff.rates["car"] == Blocks(Money(2000, "INR"), 60)


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
    ],
)
def test_a_mistake_is_named_with_its_key_and_its_remedy(
    change: tuple[str, str], message: str
) -> None:
    broken = GOOD.replace(*change)
    assert broken != GOOD
    with pytest.raises(TariffErrors) as caught:
        load_tariff(broken)
    first = caught.value.errors[0]
    assert message in str(first)
    assert first.remedy


def test_every_mistake_is_found_at_once() -> None:
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
    assert keys("") == ["name", "currency", "strategy"]


def test_a_calendar_cap_needs_a_zone() -> None:
    capped = GOOD.replace("minutes = 60", 'minutes = 60\ncap_day = "calendar"')
    assert only_error(capped).startswith("zone: is missing. Write the facility's IANA time zone")


values = st.recursive(
    st.one_of(st.integers(), st.booleans(), st.floats(), st.text()),
    lambda inner: st.lists(inner, max_size=2),
    max_leaves=3,
)


@given(key=st.sampled_from(["minutes", "grace_minutes", "grace_counts", "cap_day"]), value=values)
def test_any_value_is_taken_or_refused_by_name(key: str, value: object) -> None:
    text = GOOD.replace("minutes = 60\n", "minutes = 60\n" if key != "minutes" else "")
    text = text.replace("[prices.car]", f"{key} = {_toml(value)}\n[prices.car]")
    assert refused_keys(text) <= {f"blocks.{key}", "zone"}


def refused_keys(text: str) -> set[str]:
    try:
        load_tariff(text)
    except TariffErrors as refused:
        return {error.key for error in refused.errors}
    return set()


def _toml(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case float():
            return repr(value)
        case int():
            return str(value)
        case list():
            return "[" + ", ".join(map(_toml, value)) + "]"
        case _:
            escaped = "".join(f"\\U{ord(letter):08x}" for letter in str(value))
            return f'"{escaped}"'
