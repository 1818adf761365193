"""Reading tariff files: the examples work, and what is written is what is read."""

import json
import re
import tomllib
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.domain.money import Money
from kiosk.tariff.blocks import Block, Blocks
from kiosk.tariff.catalogue import STRATEGIES, load_tariff
from kiosk.tariff.period import Per
from tests.support.tariffs import BERLIN, EVERYTHING, SHORT_FORM, stay

CONFIG = Path(__file__).parents[3] / "resources" / "config"
EXAMPLES = {path.stem: path.read_text("utf-8") for path in (CONFIG / "tariffs").iterdir()}
HANDBOOK = (Path(__file__).parents[3] / "resources" / "handbook" / "tariffs.md").read_text("utf-8")
NOON = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)


def test_the_commented_example_is_a_working_tariff() -> None:
    tariff = load_tariff((CONFIG / "tariff.toml").read_text("utf-8"))
    assert (tariff.name, tariff.version, tariff.currency) == ("standard", 1, "EUR")
    assert tariff.rates[0].strategy == Blocks(Block(30, Money(150)))
    assert tariff.quote(NOON, NOON + timedelta(hours=2)).total == Money(600)
    assert tariff.quote(NOON, NOON + timedelta(hours=2), "motorcycle").total == Money(320)


@pytest.mark.parametrize(
    ("example", "parked", "facts", "minor"),
    [
        ("flat", "30:00", {}, 1200),
        ("flat", "30:00", {"vehicle_class": "coach"}, 7000),
        ("blocks", "0:10", {}, 0),
        ("blocks", "3:00", {}, 700),
        ("blocks", "3:00", {"vehicle_class": "motorcycle"}, 150),
        ("slabs", "49:00", {}, 3000 + 2 * 2400),
        ("slabs", "20:00", {"zone": "forecourt"}, 5000),
        ("bands", "1:00", {}, 975),  # 9.00 and 8.88 % are 9.80; quarters make it 9.75
        ("demand", "1:00", {"occupancy": 90}, 900),
        ("demand", "1:00", {"occupancy": 10}, 480),
        ("demand", "30:00", {"occupancy": 90}, 6000),
        ("subscription", "3:00", {}, 9000),
        ("subscription", "3:00", {"pass_group": "staff"}, 0),
        ("subscription", "300:00", {"pass_group": "directors"}, 0),
        ("hourly", "3:00", {}, 600),
    ],
)
def test_every_example_prices_a_stay_on_a_monday_at_ten(
    example: str, parked: str, facts: dict[str, str], minor: int
) -> None:
    tariff = load_tariff(EXAMPLES[example])
    came = f"2026-06-01 10:00{'+05:30' if example == 'subscription' else ''}"
    came += "-04:00" if example == "bands" else ""
    assert stay(tariff, came, parked, **facts).total.minor == minor  # type: ignore[arg-type]


def test_there_is_an_example_of_every_strategy() -> None:
    assert STRATEGIES.keys() <= EXAMPLES.keys()


def completed(block: str) -> str:
    """The handbook shows a whole file, whole rates, a table of the head, or a part of a rate."""
    head = 'name = "n"\ncurrency = "EUR"\nzone = "Europe/Berlin"\n'
    flat = 'strategy = "flat"\n[rate.flat]\nprice_minor = 1\n'
    last = f'[[rate]]\nname = "visitors"\n{flat}'
    if block.startswith("name"):
        return block
    if block.startswith(("[[rate]]", "[tax]", "[rounding]")):
        return head + block + last
    strategy = re.match(r"\[+rate\.(flat|blocks|slabs|bands|demand|subscription)\b", block)
    part = f'strategy = "{strategy[1]}"\n{block}' if strategy else flat + block
    return f'{head}[[rate]]\nname = "x"\nwhen = {{ with_pass = true }}\n{part}{last}'


@pytest.mark.parametrize(
    "block", [block.split("```")[0] for block in HANDBOOK.split("```toml\n")[1:]]
)
def test_every_example_in_the_handbook_can_be_loaded(block: str) -> None:
    assert load_tariff(completed(block)).rates


def test_json_says_the_same_with_dates_as_text() -> None:
    values = tomllib.loads(EVERYTHING)
    text = json.dumps(values, default=str, indent=1)
    from_json, from_toml = load_tariff(text), load_tariff(EVERYTHING)
    assert from_json == from_toml
    assert from_json.valid_from == datetime(2026, 11, 30, 23, tzinfo=UTC)
    assert from_json.holidays == {date(2026, 12, 25).toordinal()}


def test_what_is_left_out_has_the_plain_meaning() -> None:
    tariff = load_tariff(SHORT_FORM)
    (car,) = tariff.rates
    assert (tariff.version, tariff.zone, tariff.valid_from) == (1, None, None)
    assert (tariff.taxation, tariff.rounding, tariff.reentry_minutes) == (None, None, 0)
    assert car.strategy == Blocks(Block(60, Money(2000, "INR")))
    assert (car.free_minutes, car.caps, car.overstay, car.entry_grace_minutes) == (0, (), None, 0)


def test_a_file_is_read_as_it_is_written() -> None:
    tariff = load_tariff(EVERYTHING)
    assert [rate.name for rate in tariff.rates] == ["staff", "busy", "board", "coach", "visitors"]
    assert tariff.rates[0].strategy.otherwise == tariff.rates[1]  # type: ignore[attr-defined]
    assert tariff.rates[1].strategy.rate == tariff.rates[2]  # type: ignore[attr-defined]
    (cap,) = tariff.rates[4].caps
    assert (cap.period.per, cap.period.zone) == (Per.BUSINESS_DAY, BERLIN)
