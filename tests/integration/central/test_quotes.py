"""Quotes over HTTP: the centre prices as the booth does, from what the booth reported."""

import json
from datetime import datetime
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from kiosk.cli.quote import quote
from kiosk.domain.facts.booth import TariffPublished
from kiosk.domain.facts.stays import SessionActivated, SessionStarted
from kiosk.domain.facts.validations import MerchantSet, ValidationApplied
from kiosk.domain.money import Money
from kiosk.domain.session import Admittance
from kiosk.domain.validation import Benefit, BenefitKind, Merchant
from kiosk.store.price_lists import PriceLists
from kiosk.store.pricing import stay_at
from kiosk.tariff.catalogue import load_tariff
from kiosk.tariff.visit import Visit
from kiosk.wire.quotes import Quoted, quoted
from tests.support.centre import FACILITY, Booth, Site, paid_stay
from tests.support.tariffs import SHORT_FORM

QUOTES = f"/v1/facilities/{FACILITY}/quotes"
RULES = """
name = "city"
currency = "EUR"
zone = "Europe/Berlin"
[tax]
label = "VAT"
basis_points = 1900
[[rate]]
name = "visitors"
strategy = "blocks"
[rate.blocks]
minutes = 60
price_minor = 200
[[rate]]
name = "residents"
by_name_only = true
strategy = "flat"
[rate.flat]
price_minor = 100
"""
DEARER = RULES.replace("price_minor = 200", "price_minor = 300").replace(
    'zone = "Europe/Berlin"', 'zone = "Europe/Berlin"\nvalid_from = 2026-11-20T13:00:00Z'
)
ENTERED, LEFT = "2026-11-20T09:00:00Z", "2026-11-20T11:30:00Z"
STAY = {"entered_at": ENTERED, "left_at": LEFT}
HOUR_FREE = Benefit(BenefitKind.TIME, 60)


def publish(north: Booth, *versions: str) -> None:
    """Let the booth publish these, and report it."""
    known = range(1, len(versions) + 1)
    north.record(*(TariffPublished("standard", n, v) for n, v in zip(known, versions, strict=True)))
    north.drain()


def test_a_quote_is_what_the_tariff_says_line_by_line(site: Site, north: Booth) -> None:
    publish(north, RULES)
    told = site.admin.post(QUOTES, json=STAY)
    assert told.status_code == 200, told.text
    entered, left = (datetime.fromisoformat(each) for each in (ENTERED, LEFT))
    expected = quoted(load_tariff(RULES).price(Visit(entered, left)))
    assert msgspec.json.decode(told.content, type=Quoted) == expected
    assert (told.json()["total_minor"], told.json()["taxes"][0]["tax_minor"]) == (600, 96)


def test_the_command_line_says_the_same(site: Site, north: Booth, tmp_path: Path) -> None:
    publish(north, RULES)
    file = tmp_path / "city.toml"
    file.write_text(RULES, encoding="utf-8")
    arguments = ["--tariff", str(file), "--in", ENTERED, "--out", LEFT, "--json"]
    by_hand = CliRunner().invoke(quote, [*arguments, "--validation", "time:60"])
    wanted = STAY | {"validations": [{"kind": "time", "value": 60}]}
    assert json.loads(by_hand.output) == site.admin.post(QUOTES, json=wanted).json()


@pytest.mark.parametrize(
    ("asked", "total"),
    [
        ({}, 600),
        ({"entered_at": "2026-11-20T13:00:00Z", "left_at": "2026-11-20T15:30:00Z"}, 900),
        ({"version": 2}, 900),
        ({"validations": [{"kind": "rate", "rate": "residents"}]}, 100),
        ({"validations": [{"kind": "percent", "value": 50}, {"kind": "time", "value": 60}]}, 200),
        ({"left_at": ENTERED}, 200),
    ],
    ids=[
        "as it was",
        "from 13:00 on",
        "by version",
        "another rate",
        "two benefits",
        "its first second",
    ],
)
def test_every_stay_gets_the_version_it_began_under(
    site: Site, north: Booth, asked: dict[str, object], total: int
) -> None:
    publish(north, RULES, DEARER)
    told = site.admin.post(QUOTES, json=STAY | asked)
    assert (told.status_code, told.json().get("total_minor")) == (200, total), told.text


@pytest.mark.parametrize(
    ("asked", "status", "error"),
    [
        ({"left_at": "2026-11-20T08:00:00Z"}, 422, "bad_times"),
        ({"entered_at": "1990-01-01T00:00:00Z"}, 422, "bad_times"),
        ({"left_at": "2028-01-01T00:00:00Z"}, 422, "bad_times"),
        ({"entered_at": "2026-11-20T09:00:00"}, 422, "bad_message"),
        ({"validations": [{"kind": "rate", "rate": "gold"}]}, 422, "unknown_rate"),
        ({"validations": [{"kind": "gift"}]}, 422, "bad_message"),
        ({"version": 3}, 404, "no_tariff"),
    ],
)
def test_what_cannot_be_priced_is_refused_by_name(
    site: Site, north: Booth, asked: dict[str, object], status: int, error: str
) -> None:
    publish(north, RULES)
    refused = site.admin.post(QUOTES, json=STAY | asked)
    assert (refused.status_code, refused.json()["error"]) == (status, error)


def test_a_vehicle_without_a_price_is_refused(site: Site, north: Booth) -> None:
    publish(north, SHORT_FORM)
    refused = site.admin.post(QUOTES, json=STAY | {"vehicle_class": "boat"})
    assert (refused.status_code, refused.json()["error"]) == (422, "unknown_vehicle_class")


def test_a_facility_without_a_tariff_quotes_nothing(site: Site, north: Booth) -> None:
    refused = site.admin.post(QUOTES, json=STAY)
    assert (refused.status_code, refused.json()["error"]) == (404, "no_tariff")


def test_a_quote_needs_the_administrator(site: Site, north: Booth) -> None:
    headers = {"Authorization": "Bearer nonsense"}
    for refused in (
        site.admin.post(QUOTES, json=STAY, headers=headers),
        site.admin.get(stay_under("AAAA"), headers=headers),
    ):
        assert refused.status_code == 401


def stay_under(code: str) -> str:
    """Where a stay's price is found."""
    return f"/v1/facilities/{FACILITY}/stays/{code}/quote"


def test_a_stay_costs_at_the_centre_what_it_costs_at_its_booth(site: Site, north: Booth) -> None:
    publish(north, RULES)
    entered = datetime.fromisoformat(ENTERED)
    cinema = Merchant("cinema", "Cinema Lux", (HOUR_FREE,))
    north.record(
        SessionStarted("s1", "K7", Admittance.TICKET, entered, "standard", 1, "car"),
        SessionActivated("s1", entered),
        MerchantSet(cinema),
        ValidationApplied("v1", "s1", "cinema", HOUR_FREE, "attendant", Money(200)),
    )
    north.drain()
    told = site.admin.get(stay_under("K7"), params={"at": LEFT}).json()
    with north.store.read() as unit:
        session = unit.sessions.find("s1")
        assert session is not None
        booths = stay_at(PriceLists(), unit, session, datetime.fromisoformat(LEFT))
    assert told["quote"] == msgspec.to_builtins(quoted(booths.quote))
    assert (told["due_minor"], told["paid_minor"]) == (booths.due.minor, 0) == (400, 0)
    assert "Cinema Lux" in told["quote"]["lines"][-1]["text"]


def test_a_paid_stay_owes_nothing_until_its_grace_is_over(site: Site, north: Booth) -> None:
    publish(north, RULES)
    north.record(*paid_stay("s1", 600))  # came at 10:00, paid 3 hours, may leave until 13:00
    north.drain()
    code = "Cs1"
    dues = [
        site.admin.get(stay_under(code), params={"at": at}).json()["due_minor"]
        for at in ("2026-11-20T12:59:00Z", "2026-11-20T13:00:01Z")
    ]
    assert dues == [0, 200]


@pytest.mark.parametrize("code", ["Cs9", "nobody", "%00"])
def test_a_code_without_a_car_is_not_found(site: Site, north: Booth, code: str) -> None:
    publish(north, RULES)
    refused = site.admin.get(stay_under(code))
    assert refused.status_code in (404, 422)


def test_a_stay_whose_price_list_has_not_arrived_is_not_priced(site: Site, north: Booth) -> None:
    north.record(*paid_stay("s1"))
    north.drain()
    refused = site.admin.get(stay_under("Cs1"))
    assert (refused.status_code, refused.json()["error"]) == (404, "no_tariff")


def test_a_price_list_of_a_newer_booth_is_a_named_no(site: Site, north: Booth) -> None:
    publish(north, RULES.replace('strategy = "blocks"', 'strategy = "auction"'))
    refused = site.admin.post(QUOTES, json=STAY)
    assert (refused.status_code, refused.json()["error"]) == (503, "unread_tariff")
