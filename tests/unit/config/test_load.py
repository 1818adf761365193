"""A settings file: what is read, and that every mistake is named at once with its remedy."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.config.load import SettingsErrors, load
from kiosk.config.terms import groups_of, merchants_of
from kiosk.domain.passes import Firmness, Group
from kiosk.domain.signals import LaneKind
from kiosk.domain.validation import Benefit, BenefitKind, Merchant
from kiosk.lane.rules import Unreachable

GOOD = """
tariff = "tariff.toml"

[facility]
id = "hlavna"
name = "Garage Hlavná"
zone = "Europe/Bratislava"

[[lane]]
id = "entry-1"
kind = "entry"
name = "Entry 1"
number = 1
board = { port = "/dev/ttyUSB0", model = "modbus8" }

[lane.rules]
take_remind_seconds = 20

[[lane]]
id = "exit-1"
kind = "exit"
name = "Exit 1"
number = 2

[lane.unreachable]
centre = "call_attendant"
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "tariff.toml").write_text("")
    return tmp_path / "site.toml"


def errors(site: Path, text: str) -> list[str]:
    site.write_text(text, "utf-8")
    with pytest.raises(SettingsErrors) as caught:
        load(site)
    return [str(mistake) for mistake in caught.value.mistakes]


def test_a_good_file_is_read(site: Path) -> None:
    site.write_text(GOOD, "utf-8")
    settings = load(site)
    entry, out = settings.lane
    assert settings.facility.name == "Garage Hlavná"
    assert entry.kind is LaneKind.ENTRY
    assert entry.board is not None
    assert entry.board.port == "/dev/ttyUSB0"
    assert entry.rules.take_remind_seconds == 20
    assert out.unreachable == {"centre": Unreachable.CALL_ATTENDANT}
    assert settings.centre is None


def test_every_mistake_is_named_at_once(site: Path) -> None:
    text = (
        GOOD.replace('zone = "Europe/Bratislava"', 'zone = "Europe/Atlantis"')
        .replace("number = 2", "number = 1")
        .replace('model = "modbus8"', 'model = "modbus9"')
    )
    site.write_text(text, "utf-8")
    with pytest.raises(SettingsErrors) as caught:
        load(site, lambda _kind, model: "Known: modbus8" if model == "modbus9" else None)
    keys = [mistake.key for mistake in caught.value.mistakes]
    assert keys == ["facility.zone", "lane[2].number", "lane[1].board.model"]


@pytest.mark.parametrize(
    ("good", "bad", "key", "remedy"),
    [
        ('id = "hlavna"\n', "", "facility.id: is missing", 'id = "hlavna"'),
        ("number = 1", 'number = "one"', "lane[1].number: expected `int`", "number = 1"),
        ("number = 1", "number = 99", "lane[1].number: expected `int` <= 63", "number = 1"),
        ('kind = "exit"', 'kind = "out"', "lane[2].kind: invalid enum value", 'kind = "entry"'),
        ('name = "Exit 1"', 'nmae = "Exit 1"', "lane[2].nmae: is not a key we know", "name"),
        ("take_remind_seconds = 20", 'take_remind_seconds = "x"', "lane[1].rules.take", "float"),
        ('tariff = "tariff.toml"', 'tariff = "no.toml"', "tariff: there is no file", "tariff.toml"),
    ],
)
def test_a_mistake_says_where_what_and_what_instead(
    site: Path, good: str, bad: str, key: str, remedy: str
) -> None:
    assert good in GOOD
    found = [line for line in errors(site, GOOD.replace(good, bad, 1)) if line.startswith(key)]
    assert found, errors(site, GOOD.replace(good, bad, 1))
    assert remedy in found[0]


def test_a_missing_file_and_a_file_that_is_not_toml_say_so(site: Path) -> None:
    with pytest.raises(SettingsErrors, match="there is no such file"):
        load(site)
    assert "is not TOML" in errors(site, "facility = [")[0]


def test_two_devices_do_not_share_a_port(site: Path) -> None:
    text = GOOD.replace(
        "number = 2", 'number = 2\nscanner = { port = "/dev/ttyUSB0", model = "scanner" }'
    )
    assert errors(site, text) == [
        "lane[2].scanner.port: '/dev/ttyUSB0' is used by lane[1].board. One device per port"
    ]


def test_the_counters_terminal_is_checked_as_a_lanes(site: Path) -> None:
    text = GOOD + '\n[booth]\nterminal = { port = "/dev/ttyUSB0", model = "card-line" }\n'
    assert errors(site, text) == [
        "lane[1].board.port: '/dev/ttyUSB0' is used by booth.terminal. One device per port"
    ]


def test_no_lane_goes_by_the_counters_name(site: Path) -> None:
    assert errors(site, GOOD.replace('id = "entry-1"', 'id = "counter"')) == [
        "lane[1].id: 'counter' is the counter's own name. Give the lane another"
    ]


@given(noise=st.text(max_size=300))
def test_any_text_is_refused_in_words_or_read(
    noise: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("noise") / "site.toml"
    path.write_text(noise, "utf-8", errors="surrogateescape")
    with pytest.raises(SettingsErrors) as caught:
        load(path)
    assert caught.value.mistakes


def test_the_commented_example_is_a_good_file() -> None:
    example = Path(__file__).parents[3] / "resources/config/site.toml"
    settings = load(example)
    assert [lane.id for lane in settings.lane] == ["entry-1", "exit-1"]


@pytest.mark.parametrize("url", ["http://192.168.1.9:8080", "http://centre.example", "https://"])
def test_a_centre_that_others_could_listen_to_is_a_mistake(site: Path, url: str) -> None:
    assert errors(site, f'{GOOD}\n[centre]\nurl = "{url}"\n')[0].startswith("centre.url: ")


@pytest.mark.parametrize("url", ["https://centre.example:8443", "http://127.0.0.1:80"])
def test_a_centre_behind_tls_or_on_this_machine_is_fine(site: Path, url: str) -> None:
    site.write_text(f'{GOOD}\n[centre]\nurl = "{url}"\n', "utf-8")
    settings = load(site)
    assert settings.centre is not None


UPI = """
[facility.upi]
payee = "garage@bank"
name = "Garage"
psp = "https://psp.example"
"""


def with_upi(upi: str, currency: str = "INR") -> str:
    """The good file of a facility that has an account for UPI."""
    zone = 'zone = "Europe/Bratislava"'
    return GOOD.replace(zone, f'{zone}\ncurrency = "{currency}"') + upi


def test_an_account_for_upi_is_read(site: Path) -> None:
    site.write_text(with_upi(UPI), "utf-8")
    account = load(site).facility.upi
    assert account is not None
    assert (account.payee, account.psp) == ("garage@bank", "https://psp.example")


@pytest.mark.parametrize(
    ("upi", "currency", "key"),
    [
        (UPI, "EUR", "facility.upi"),
        (UPI.replace("https", "http"), "INR", "facility.upi.psp"),
        (UPI.replace("garage@bank", "garage"), "INR", "facility.upi.payee"),
    ],
)
def test_an_account_that_cannot_be_is_named(site: Path, upi: str, currency: str, key: str) -> None:
    (mistake,) = errors(site, with_upi(upi, currency))
    assert mistake.startswith(f"{key}: ")


TERMS = """
[[merchant]]
id = "cinema"
name = "Cinema"
benefits = ["60 min", "25 %", "2.50", "full", "rate evening"]
monthly_minor = 150000

[[merchant]]
id = "Bakery+Co"
name = "Bakery"
benefits = ["30min"]
daily_count = 5
active = false

[[pass_group]]
id = "staff"
name = "Staff"
spaces = 20
passback = "soft"

[[pass_group]]
id = "roof"
name = "Roof"
zone = "roof"
warn_days = 0
"""


def test_shops_and_groups_of_passes_are_read(site: Path) -> None:
    site.write_text(GOOD + TERMS, "utf-8")
    settings = load(site)
    every = (
        Benefit(BenefitKind.TIME, 60),
        Benefit(BenefitKind.PERCENT, 25),
        Benefit(BenefitKind.AMOUNT, 250),
        Benefit(BenefitKind.FULL),
        Benefit(BenefitKind.RATE, rate="evening"),
    )
    half_an_hour = (Benefit(BenefitKind.TIME, 30),)
    assert merchants_of(settings) == (
        Merchant("cinema", "Cinema", every, monthly_minor=150000),
        Merchant("Bakery+Co", "Bakery", half_an_hour, daily_count=5, active=False),
    )
    assert groups_of(settings) == (
        Group("staff", "Staff", spaces=20, passback=Firmness.SOFT),
        Group("roof", "Roof", zone="roof", warn_days=0),
    )


@pytest.mark.parametrize(
    ("good", "bad", "key", "remedy"),
    [
        ('"25 %"', '"125 %"', "merchant[1].benefits[2]: '125 %' is no benefit", '"25 %"'),
        ('"60 min"', '"0 min"', "merchant[1].benefits[1]: ", '"60 min"'),
        ('"2.50"', '"2.5"', "merchant[1].benefits[3]: ", '"2.50"'),
        ('"2.50"', '"0.00"', "merchant[1].benefits[3]: ", '"2.50"'),
        ('["30min"]', "[]", "merchant[2].benefits: ", 'benefits = ["60 min","2.50"]'),
        ('"Bakery+Co"', '"cinema"', "merchant[2].id: 'cinema' is taken", "its own"),
        ('"Bakery+Co"', '"Bakery and Co"', "merchant[2].id: ", 'id = "cinema"'),
        ('"Bakery+Co"', '"1234567890123456789012345"', "merchant[2].id: ", 'id = "cinema"'),
        ('id = "roof"', 'id = "staff"', "pass_group[2].id: 'staff' is taken", "its own"),
        ('name = "Roof"\n', "", "pass_group[2].name: is missing", 'name = "Staff"'),
        ('passback = "soft"', 'passback = "weak"', "pass_group[1].passback: ", '"soft"'),
        ("daily_count = 5", "daily_count = -5", "merchant[2].daily_count: ", "= 200"),
    ],
)
def test_a_mistake_of_a_shop_or_a_group_says_where_and_what_instead(
    site: Path, good: str, bad: str, key: str, remedy: str
) -> None:
    assert good in TERMS
    (mistake,) = errors(site, GOOD + TERMS.replace(good, bad))
    assert mistake.startswith(key)
    assert remedy in mistake


def test_the_examples_of_shops_and_groups_are_good_when_they_are_used(site: Path) -> None:
    example = (Path(__file__).parents[3] / "resources/config/site.toml").read_text("utf-8")
    begins, ends = example.index("# [[merchant]]"), example.index("[[lane]]")
    used = example[begins:ends].replace("# Groups", "## Groups").replace("\n# ", "\n")
    site.write_text(GOOD + used.removeprefix("# "), "utf-8")
    settings = load(site)
    assert [each.name for each in merchants_of(settings)] == ["Cinema Hlavná"]
    assert [each.spaces for each in groups_of(settings)] == [20]
