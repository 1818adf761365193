"""What `check` finds in tariffs that are legal and yet look wrong."""

from pathlib import Path

import pytest

from kiosk.tariff.catalogue import load_tariff
from kiosk.tariff.check import Problem, check
from tests.support.tariffs import HOURLY, RATE, tariff

CONFIG = Path(__file__).parents[3] / "resources" / "config"
EXAMPLES = [CONFIG / "tariff.toml", *sorted((CONFIG / "tariffs").iterdir())]

FALLING = """
    strategy = "slabs"
    [[rate.slabs]]
    up_to_minutes = 125
    price_minor = 900
    [[rate.slabs]]
    up_to_minutes = 127
    price_minor = 800
    [[rate.slabs]]
    price_minor = 1000
"""


def findings(rules: str, head: str = "") -> list[str]:
    return [str(finding) for finding in check(tariff(rules, head), 2026)]


def bands(*rows: str) -> str:
    bands = "".join(f"[[rate.bands]]\n{row}\nflat_minor = 1\n" for row in rows)
    return f'strategy = "bands"\n{bands}'


DAY = 'name = "Day"\nfrom = "06:00"\nto = "20:00"'
NIGHT = 'name = "Night"\nfrom = "20:00"\nto = "06:00"'
FRIDAY = 'name = "Friday"\ndays = ["fri"]\nfrom = "22:00"\nto = "04:00"'
WORKDAYS = 'name = "Work"\ndays = ["mon", "tue", "wed", "thu", "fri"]'
ALWAYS = 'name = "Always"'
DEAD = "unreachable: rate 'visitors':"


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: str(path.name))
def test_the_examples_have_nothing_to_warn_of(path: Path) -> None:
    found = check(load_tariff(path.read_text("utf-8")), 2026)
    assert not [finding for finding in found if finding.warns]


@pytest.mark.parametrize(
    ("rules", "head", "found"),
    [
        (bands(DAY, NIGHT), "", []),
        (bands(FRIDAY, ALWAYS), "", []),
        (
            bands(DAY),
            "",
            [
                f"gap: rate 'visitors': {day} {hours}: no band holds, parking is free"
                for day in ("tue", "wed", "thu", "fri", "sat", "sun", "mon")
                for hours in ("00:00 to 06:00", "20:00 to 24:00")
            ],
        ),
        (
            bands(WORKDAYS),
            "",
            [
                "gap: rate 'visitors': sat 00:00 to 24:00: no band holds, parking is free",
                "gap: rate 'visitors': sun 00:00 to 24:00: no band holds, parking is free",
            ],
        ),
        (
            bands(WORKDAYS, 'name = "Weekend"\ndays = ["sat", "sun"]'),
            "holidays = [2026-12-25]",
            ["gap: rate 'visitors': holiday 00:00 to 24:00: no band holds, parking is free"],
        ),
        (
            bands(FRIDAY, DAY, NIGHT),
            "",
            ["overlap: rate 'visitors': band 'Friday' takes a part of 'Night'"],
        ),
        (
            bands(ALWAYS, DAY),
            "",
            [f"{DEAD} band 'Day' never holds: earlier bands take all of its hours"],
        ),
    ],
)
def test_gaps_overlaps_and_hidden_bands(rules: str, head: str, found: list[str]) -> None:
    assert findings(rules, head) == found


def test_an_overlap_is_only_a_remark() -> None:
    (finding,) = check(tariff(bands(FRIDAY, DAY, NIGHT)), 2026)
    assert (finding.problem, finding.warns) == (Problem.OVERLAP, False)


def test_a_slab_below_an_earlier_one_is_never_reached() -> None:
    rules = 'strategy = "slabs"\n' + "".join(
        f"[[rate.slabs]]\nup_to_minutes = {minutes}\nprice_minor = {minutes}\n"
        for minutes in (60, 180, 120)
    )
    assert findings(rules + "[[rate.slabs]]\nprice_minor = 999") == [
        f"{DEAD} slab 3 (up to 120 min) is never reached: an earlier one goes up to 180 min"
    ]


def when(name: str, conditions: str) -> str:
    return RATE.replace("visitors", name) + f"when = {{ {conditions} }}\n" + HOURLY


@pytest.mark.parametrize(
    ("rates", "dead"),
    [
        (when("a", 'vehicle_class = "car"') + when("b", 'vehicle_class = ["car", "van"]'), []),
        (when("a", 'vehicle_class = ["car", "van"]') + when("b", 'vehicle_class = "car"'), ["b"]),
        (when("a", "booked = true") + when("b", "booked = false"), ["visitors"]),
        (when("a", "with_pass = true") + when("b", 'pass_group = "x"'), ["b"]),
        (when("a", 'pass_group = "x"') + when("b", "with_pass = true"), []),
        (when("a", 'zone = "P1"') + when("b", 'zone = "P1", spot_type = "x"'), ["b"]),
        (when("a", 'pass_group = "x", with_pass = false'), ["a"]),
    ],
)
def test_a_rate_that_earlier_ones_hide_can_never_apply(rates: str, dead: list[str]) -> None:
    found = check(tariff(rates + RATE + HOURLY), 2026)
    assert [each.rate for each in found] == dead
    assert {each.problem for each in found} <= {Problem.UNREACHABLE}


def test_a_rate_that_is_only_named_is_not_missed() -> None:
    named = RATE.replace("visitors", "cinema") + "by_name_only = true\n" + HOURLY
    assert findings(named + RATE + HOURLY) == []


def test_a_price_that_falls_is_found_though_it_soon_rises_again() -> None:
    (finding,) = check(tariff(FALLING), 2026)
    assert finding.problem is Problem.FALLS
    assert finding.text == (
        "a stay from Mon 2026-06-01 08:00 of just over 02:05 h costs 800, "
        "just over 02:00 h costs 900"
    )


def test_without_a_zone_it_is_swept_as_well() -> None:
    rules = 'name = "n"\ncurrency = "EUR"\n[[rate]]\nname = "visitors"\n' + FALLING
    (finding,) = check(load_tariff(rules), 2026)
    assert finding.text == "a stay of just over 02:05 h costs 800, just over 02:00 h costs 900"


@pytest.mark.parametrize(
    ("rates", "dead"),
    [
        (when("a", 'entered_from = "06:00"') + when("b", 'entered_to = "06:00"'), ["visitors"]),
        (when("a", 'entered_from = "06:00"') + when("b", 'entered_to = "06:01"'), ["visitors"]),
        (when("a", 'entered_from = "06:01"') + when("b", 'entered_to = "06:00"'), []),
        (when("a", 'entered_days = ["sat"]') + when("b", 'entered_days = ["sat", "sun"]'), []),
        (
            when("a", 'entered_days = ["sat", "sun"]') + when("b", 'entered_days = ["sun"]'),
            ["b"],
        ),
        # Friday's evening runs into Saturday, so Saturday's small hours never come.
        (
            when("a", 'entered_days = ["fri"], entered_from = "20:00", entered_to = "04:00"')
            + when("b", 'entered_days = ["sat"], entered_to = "04:00"'),
            ["b"],
        ),
        (
            when("a", 'vehicle_class = "van", entered_from = "06:00"')
            + when("b", 'vehicle_class = "van"'),
            [],
        ),
        (
            when("a", 'entered_from = "06:00"')
            + when("b", 'vehicle_class = "van", entered_from = "07:00"'),
            ["b"],
        ),
    ],
)
def test_entries_that_earlier_rates_take_are_missed(rates: str, dead: list[str]) -> None:
    found = check(tariff(rates + RATE + HOURLY), 2026)
    assert [each.rate for each in found] == dead
    assert {each.problem for each in found} <= {Problem.UNREACHABLE}


def test_a_rate_for_holidays_needs_some() -> None:
    rates = when("a", 'entered_days = ["holiday"]') + RATE + HOURLY
    assert findings(rates) == [
        "unreachable: rate 'a': can never apply: no date is of the kind on which it is entered"
    ]
    assert findings(rates, "holidays = [2026-12-25]") == []


@pytest.mark.parametrize(
    ("per", "days", "head", "dead"),
    [
        ("calendar_day", ["sun"], "", False),
        ("calendar_day", ["holiday"], "", True),
        ("calendar_day", ["holiday"], "holidays = [2026-12-25]", False),
        ("calendar_week", ["sun"], "holidays = [2026-12-25]", True),
        ("calendar_week", ["mon"], "", False),
        ("calendar_week", ["holiday"], "holidays = [2026-12-28]", False),
        ("7d_from_entry", ["sun"], "", False),
    ],
)
def test_a_cap_whose_days_never_come_is_found(
    per: str, days: list[str], head: str, dead: bool
) -> None:
    cap = f'[[rate.caps]]\nper = "{per}"\namount_minor = 5000\ndays = {days}\n'
    text = f"{DEAD} cap 1 never applies: none of its periods begins on such a day"
    assert findings(HOURLY + cap, head) == ([text] if dead else [])


def test_a_rate_is_swept_from_entries_that_it_takes() -> None:
    rates = when("b", 'entered_days = ["sun"], entered_from = "10:00", entered_to = "11:00"')
    falling = rates.replace(HOURLY, FALLING) + RATE + HOURLY
    (finding,) = check(tariff(falling), 2026)
    assert finding.text.startswith("a stay from Sun 2026-03-29 10:00 of just over 02:05 h")


def test_a_fall_that_a_cap_hides_at_most_hours_is_found() -> None:
    cap = '[[rate.caps]]\nper = "business_day"\nfrom = "14:00"\namount_minor = 50\n'
    (finding,) = check(tariff(FALLING + cap), 2026)
    assert finding.text.startswith("before the caps, a stay from Mon 2026-06-01 08:00 of just over")
