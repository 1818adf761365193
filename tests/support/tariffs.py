"""Price lists for tests, and their prices as a site's owner would write them on a board."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from kiosk.domain.money import Money
from kiosk.domain.quote import Quote
from kiosk.domain.validation import Benefit, BenefitKind
from kiosk.tariff.catalogue import load_tariff
from kiosk.tariff.tariff import Tariff
from kiosk.tariff.visit import Interval, Visit

BERLIN = ZoneInfo("Europe/Berlin")
HEAD = 'name = "n"\ncurrency = "EUR"\nzone = "Europe/Berlin"\n'
RATE = '[[rate]]\nname = "visitors"\n'
HOURLY = 'strategy = "blocks"\n[rate.blocks]\nminutes = 60\nprice_minor = 100\n'
"""1.00 for every started hour."""

SHORT_FORM = """
name = "night"
currency = "INR"
strategy = "blocks"
[blocks]
minutes = 60
[prices.car]
price_minor = 2000
"""
"""The form of before there were rates."""
EVERYTHING = """
name = "city"
currency = "EUR"
zone = "Europe/Berlin"
holidays = [2026-12-25]
reentry_minutes = 30
valid_from = 2026-12-01
[tax]
label = "VAT"
basis_points = 1900
[tax.kinds]
fees = 0
[rounding]
step_minor = 10
[[rate]]
name = "staff"
when = { pass_group = "staff" }
strategy = "subscription"
[rate.subscription]
otherwise = "busy"
[[rate.subscription.covers]]
days = ["mon"]
[[rate]]
name = "busy"
by_name_only = true
strategy = "demand"
[rate.demand]
rate = "board"
[[rate.demand.steps]]
from_percent = 50
price_percent = 150
[[rate]]
name = "board"
when = { booked = true }
strategy = "slabs"
[[rate.slabs]]
up_to_minutes = 60
price_minor = 200
[[rate.slabs]]
each_minutes = 30
each_minor = 100
[[rate]]
name = "coach"
when = { vehicle_class = "coach" }
strategy = "flat"
[rate.flat]
price_minor = 900
[[rate]]
name = "visitors"
strategy = "bands"
[[rate.bands]]
name = "Night"
from = "20:00"
to = "06:00"
flat_minor = 500
[[rate.caps]]
per = "business_day"
from = "04:00"
amount_minor = 1500
[rate.overstay]
max_stay_minutes = 600
price_minor = 2000
"""
"""A file with nearly every key there is."""


def tariff(rate: str, head: str = "") -> Tariff:
    """A price list in Berlin with one rate for everybody, or with `[[rate]]`s of its own."""
    rates = rate if "[[rate]]" in rate else RATE + rate
    return load_tariff(f"{HEAD}{head}\n{rates}")


def at(local: str, zone: ZoneInfo = BERLIN) -> datetime:
    """A moment by the wall clock in Berlin; an hour that comes twice: the first of the two."""
    moment = datetime.fromisoformat(local)
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def after(moment: datetime, parked: timedelta) -> datetime:
    """So much later, by elapsed time."""
    return moment.astimezone(UTC) + parked


def length(text: str) -> timedelta:
    """ "1:30" is an hour and a half; a plus after it, a microsecond more; a minus, one less."""
    hours, _, minutes = text.rstrip("+-").partition(":")
    odd = text.endswith("+") - text.endswith("-")
    return timedelta(hours=int(hours), minutes=int(minutes or 0), microseconds=odd)


def stay(
    prices: Tariff,
    came: str,
    left: str,
    vehicle_class: str = "car",
    *,
    spot_type: str = "",
    zone: str = "",
    occupancy: int | None = None,
    booking: tuple[str, str] | None = None,
    pass_group: str | None = None,
    pass_valid: tuple[str, str] | None = None,
    earlier: tuple[tuple[str, str], ...] = (),
    validations: tuple[Benefit, ...] = (),
    given_by: tuple[tuple[BenefitKind, str], ...] = (),
) -> Quote:
    """The quote of a stay; `left` is a moment, or a length such as "1:30"."""
    begin = at(came)
    visit = Visit(
        begin,
        at(left) if "-" in left[1:-1] else after(begin, length(left)),
        vehicle_class,
        spot_type,
        zone,
        occupancy_percent=occupancy,
        booking=booking and _interval(booking),
        pass_group=pass_group,
        pass_valid=pass_valid and _interval(pass_valid),
        earlier=tuple(map(_interval, earlier)),
        validations=validations,
        given_by=given_by,
    )
    return prices.price(visit)


def bill(quote: Quote) -> list[tuple[str, int]]:
    """The lines as text and minor units."""
    return [
        (line.text.template.format(**{k: _word(v) for k, v in line.text.values}), line.amount.minor)
        for line in quote.lines
    ]


def _interval(words: tuple[str, str]) -> Interval:
    return at(words[0]), at(words[1])


def _word(value: object) -> object:
    return f"{value.minor} {value.currency}" if isinstance(value, Money) else value
