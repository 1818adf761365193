"""`kiosk tariff check` as an owner calls it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from kiosk.cli.tariff import app

EXAMPLES = Path(__file__).parents[3] / "resources" / "config" / "tariffs"
FALLING = """
name = "falling"
currency = "EUR"
zone = "Europe/Berlin"
[[rate]]
name = "visitors"
strategy = "slabs"
[[rate.slabs]]
up_to_minutes = 60
price_minor = 400
[[rate.slabs]]
price_minor = 300
"""


def check(*words: object) -> Result:
    return CliRunner().invoke(app, ["check", *map(str, words)])


@pytest.fixture
def falling(tmp_path: Path) -> Path:
    path = tmp_path / "falling.toml"
    path.write_text(FALLING, "utf-8")
    return path


def test_the_prices_of_every_rate_stand_in_a_table_and_a_chart() -> None:
    result = check(EXAMPLES / "flat.toml", "--from", "2026-06-01T10:00")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0].endswith("flat.toml: stadium, version 1, GBP")
    assert "  Stays from Monday 2026-06-01 10:00" in lines
    table = [line.split() for line in lines]
    assert ["coaches", "cars"] in table
    assert ["15", "min", "£35.00", "£0.00"] in table
    assert ["7", "d", "£280.00", "£12.00"] in table
    chart = lines.index("  coaches: 48 hours, up to £105.00")
    assert lines[chart + 1 : chart + 3] == ["  |" + " " * 38 + "#" * 10] * 2
    assert lines[chart + 11] == "  +" + "-" * 48


def test_without_a_start_it_shows_a_monday_morning_to_come() -> None:
    assert "Stays from Monday 20" in check(EXAMPLES / "demand.toml").stdout


def test_odd_things_are_warned_of_and_strict_makes_them_an_error(falling: Path) -> None:
    assert "  warning: falls: rate 'visitors'" in check(falling).stdout
    assert check(falling).exit_code == 0
    assert check(falling, "--strict").exit_code == 1


def test_a_remark_is_no_error() -> None:
    result = check(EXAMPLES / "bands.toml", "--strict")
    assert "  remark: overlap" in result.stdout
    assert result.exit_code == 0


def test_every_mistake_of_a_file_is_named_and_nothing_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "bad.toml"
    path.write_text('name = 1\ncurrency = "EUR"\n[[rate]]\nname = "x"\n', "utf-8")
    result = check(EXAMPLES / "flat.toml", path)
    assert (result.exit_code, result.stdout) == (2, "")
    named = [line.split(": ")[1] for line in result.stderr.splitlines()]
    assert named == ["name", "rate[1].strategy"]


def test_the_curve_is_drawn_with_a_step_where_the_price_rises(tmp_path: Path) -> None:
    png = tmp_path / "curve.png"
    words = ("--png", png, "--from", "2026-06-01T00:00")
    assert check(EXAMPLES / "subscription.toml", *words).exit_code == 0
    with Image.open(png) as picture:
        assert picture.size == (1200, 700)
        colours = {colour for _, colour in picture.getcolors(100_000) or ()}
    assert {(0x0B, 0x63, 0xCE), (0x11, 0x18, 0x27)} <= colours  # the first rate and the fifth


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((EXAMPLES / "flat.toml", EXAMPLES / "slabs.toml", "--png", "x.png"), "Give one file"),
        ((EXAMPLES / "flat.toml", "--png", "/nowhere/x.png"), "No such file"),
        ((EXAMPLES / "flat.toml", "--from", "soon"), "'soon' is no instant"),
    ],
)
def test_options_that_cannot_be_used_are_named(words: tuple[object, ...], message: str) -> None:
    result = check(*words)
    assert result.exit_code == 2
    assert message in result.stderr
