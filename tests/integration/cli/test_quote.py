"""`kiosk quote` as a person or a program calls it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk.cli.quote import quote

EXAMPLE = Path(__file__).parents[3] / "resources" / "config" / "tariff.toml"

WORDY = """
name = "wordy"
currency = "EUR"
reentry_minutes = 15
[tax]
label = "VAT"
basis_points = 1900
[[rate]]
name = "vip"
strategy = "subscription"
[rate.when]
vehicle_class = "van"
spot_type = "charging"
zone = "P2"
pass_group = "vip"
booked = true
[rate.subscription]
otherwise = "busy"
[rate.overstay]
after_booking = true
price_minor = 700
[[rate]]
name = "busy"
strategy = "demand"
by_name_only = true
[rate.demand]
rate = "plain"
[[rate.demand.steps]]
from_percent = 90
price_percent = 200
[[rate]]
name = "plain"
strategy = "blocks"
[rate.blocks]
minutes = 60
price_minor = 100
"""


def run(*words: str, tariff: Path = EXAMPLE) -> Result:
    return CliRunner().invoke(quote, ["--tariff", str(tariff), *words])


def stay(begin: str, end: str) -> tuple[str, ...]:
    return ("--in", begin, "--out", end)


def test_a_program_gets_currency_total_and_lines() -> None:
    result = run(*stay("2026-03-28T22:00+01:00", "2026-03-29T09:00+02:00"), "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == {
        "currency": "EUR",
        "total_minor": 2100,
        "lines": [{"text": "20 × 30 min", "minor": 3000}, {"text": "Daily cap", "minor": -900}],
        "taxes": [],
    }


def test_a_person_gets_a_table() -> None:
    result = run(*stay("2026-11-20T08:00", "2026-11-20T09:05"), "--vehicle", "motorcycle")
    assert result.stdout.split("\n") == [
        f"{'3 × 30 min':<32} {'€2.40':>14}",
        f"{'Total':<32} {'€2.40':>14}",
        "",
    ]


def test_instants_without_an_offset_are_the_tariffs_local_time() -> None:
    local = run(*stay("2026-10-25T01:00", "2026-10-25T04:00"), "--json")
    exact = run(*stay("2026-10-25T01:00+02:00", "2026-10-25T04:00+01:00"), "--json")
    assert local.stdout == exact.stdout
    assert json.loads(local.stdout)["total_minor"] == 8 * 150


def test_every_fact_of_a_stay_can_be_said_and_is_priced(tmp_path: Path) -> None:
    path = tmp_path / "tariff.toml"
    path.write_text(WORDY, "utf-8")
    result = run(
        *stay("2026-11-20T08:00Z", "2026-11-20T11:30Z"),
        *("--vehicle", "van", "--spot-type", "charging", "--zone", "P2", "--occupancy", "90"),
        *("--booking", "2026-11-20T08:00Z/2026-11-20T11:00Z", "--pass-group", "vip"),
        *("--pass-valid", "2026-11-20T08:00Z/2026-11-20T09:00Z"),
        *("--earlier", "2026-11-20T07:00Z/2026-11-20T07:50Z"),
        *("--validation", "time:60", "--validation", "percent:10", "--validation", "amount:5"),
        *("--validation", "rate:plain", "--json"),
        tariff=path,
    )
    answer = json.loads(result.stdout)
    assert answer["lines"] == [
        {"text": "Covered by a pass", "minor": 0},
        {"text": "1 × 60 min", "minor": 100},
        {"text": "Demand 200 %", "minor": 100},
        {"text": "3 × 60 min", "minor": 300},
        {"text": "Demand 200 %", "minor": 300},
        {"text": "Overstay", "minor": 700},
        {"text": "Charged with the earlier stay", "minor": -200},
        {"text": "Validated rate plain", "minor": -200},
        {"text": "Validation 60 min", "minor": -100},
        {"text": "Validation 10 %", "minor": -30},
        {"text": "Validation €0.05", "minor": -5},
    ]
    assert answer["taxes"] == [
        {
            "label": "VAT",
            "basis_points": 1900,
            "net_minor": 811,
            "tax_minor": 154,
            "gross_minor": 965,
        }
    ]


def test_a_table_shows_the_tax_under_the_total(tmp_path: Path) -> None:
    path = tmp_path / "tariff.toml"
    path.write_text(WORDY, "utf-8")
    result = run(*stay("2026-11-20T08:00Z", "2026-11-20T09:00Z"), tariff=path)
    assert result.stdout.splitlines()[1:] == [
        f"{'Total':<32} {'€1.00':>14}",
        f"{'  VAT, 19 % of €0.84':<32} {'€0.16':>14}",
    ]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (stay("yesterday", "2026-11-20"), "--in: 'yesterday' is no instant"),
        (stay("2026-11-20", "2026-11-19"), "--out is before --in"),
        ((*stay("2026-11-19", "2026-11-20"), "--vehicle", "bus"), "no price for 'bus', only for"),
        ((*stay("2026-11-19", "2026-11-20"), "--validation", "time:-5"), "'time:-5' is none"),
        ((*stay("2026-11-19", "2026-11-20"), "--validation", "rate:x"), "one of car, motorcycle"),
        ((*stay("2026-11-19", "2026-11-20"), "--validation", "full:1"), "'full:1' is none"),
        ((*stay("2026-11-19", "2026-11-20"), "--booking", "2026-11-20"), "'' is no instant"),
        (
            (*stay("2026-11-19", "2026-11-20"), "--earlier", "2026-11-18/2026-11-17"),
            "ends before it begins",
        ),
    ],
)
def test_bad_input_is_named_and_ends_with_2(words: tuple[str, ...], message: str) -> None:
    result = run(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


@pytest.mark.parametrize(
    ("content", "messages"),
    [
        (None, ["No such file"]),
        (b"\xff\xfe", ["is not UTF-8"]),
        (b"name =", ["file: is not TOML"]),
        (
            b'strategy = "blocks"',
            ["name: is missing", "currency: is missing", "blocks: is missing"],
        ),
    ],
)
def test_a_bad_tariff_is_refused_with_every_mistake(
    tmp_path: Path, content: bytes | None, messages: list[str]
) -> None:
    path = tmp_path / "tariff.toml"
    if content is not None:
        path.write_bytes(content)
    result = run(*stay("2026-11-19", "2026-11-20"), tariff=path)
    assert (result.exit_code, result.stdout) == (2, "")
    assert all(message in result.stderr for message in messages)
    assert all(line.startswith(str(path)) for line in result.stderr.splitlines())


def test_without_zone_or_offset_nobody_guesses(tmp_path: Path) -> None:
    path = tmp_path / "tariff.toml"
    path.write_text(
        'name = "n"\ncurrency = "EUR"\nstrategy = "blocks"\n'
        "[blocks]\nminutes = 30\n[prices.car]\nprice_minor = 1\n"
    )
    result = run(*stay("2026-11-19T10:00", "2026-11-20T10:00Z"), tariff=path)
    assert result.exit_code == 2
    assert "has no offset and the tariff no zone" in result.stderr


@pytest.mark.parametrize(
    ("begin", "end", "minor"),
    [
        ("2026-03-29T02:30", "2026-03-29T03:30", 100),  # from the jump at 02:00, which is 03:00
        ("2026-03-29T02:30:30", "2026-03-29T03:00", 100),
        ("2026-10-25T02:30", "2026-10-25T03:00", 200),  # twice: the first
    ],
)
def test_a_time_without_an_offset_is_read_as_the_tariff_reads_its_own(
    tmp_path: Path, begin: str, end: str, minor: int
) -> None:
    path = tmp_path / "tariff.toml"
    path.write_text('zone = "Europe/Berlin"' + WORDY, "utf-8")
    result = run(*stay(begin, end), "--json", tariff=path)
    net = {100: 84, 200: 168}
    assert json.loads(result.output)["taxes"][0]["net_minor"] == net[minor]
