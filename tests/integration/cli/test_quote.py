"""`kiosk quote` as a person or a program calls it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk.cli.quote import quote

EXAMPLE = Path(__file__).parents[3] / "resources" / "config" / "tariff.toml"


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


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (stay("yesterday", "2026-11-20"), "--in: 'yesterday' is no instant"),
        (stay("2026-11-20", "2026-11-19"), "--out is before --in"),
        ((*stay("2026-11-19", "2026-11-20"), "--vehicle", "bus"), "no price for 'bus', only for"),
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
