"""Any stay as somebody types it, field by field, read into a visit or into what is wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from types import MappingProxyType
from zoneinfo import ZoneInfo

from kiosk.domain.money import Money
from kiosk.domain.validation import Benefit, BenefitKind
from kiosk.domain.wording import Text
from kiosk.tariff.civil import first_showing, to_moment
from kiosk.tariff.tariff import Tariff
from kiosk.tariff.visit import CAR, Interval, Visit


class Field(StrEnum):
    """What may be said of a stay."""

    ENTERED = "entered"
    LEFT = "left"
    VEHICLE = "vehicle"
    SPOT = "spot"
    ZONE = "zone"
    OCCUPANCY = "occupancy"
    BOOKED = "booked"
    PASS_GROUP = "pass_group"  # noqa: S105 - a group of season passes
    VALIDATIONS = "validations"


@dataclass(frozen=True, slots=True)
class FieldWords:
    """A field's label, and an example that shows in it while it is empty."""

    label: Text
    example: Text


FIELDS: Mapping[Field, FieldWords] = MappingProxyType(
    {
        Field.ENTERED: FieldWords(Text("Entered"), Text("2026-11-20 08:15")),
        Field.LEFT: FieldWords(Text("Left"), Text("2026-11-20 10:30, or +2:15")),
        Field.VEHICLE: FieldWords(Text("Vehicle"), Text("car")),
        Field.SPOT: FieldWords(Text("Type of spot"), Text("any")),
        Field.ZONE: FieldWords(Text("Zone"), Text("any")),
        Field.OCCUPANCY: FieldWords(Text("How full, in %"), Text("not known")),
        Field.BOOKED: FieldWords(Text("Booked from / until"), Text("08:00 / 12:00, or no booking")),
        Field.PASS_GROUP: FieldWords(Text("Group of the pass"), Text("no pass")),
        Field.VALIDATIONS: FieldWords(
            Text("Validations"), Text("60 min; 25 %; 5.00; full; a rate")
        ),
    }
)
_LASTED = re.compile(r"\+\s*(\d{1,4}):([0-5]\d)")
_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
_MINUTES = re.compile(r"(\d{1,6})\s*min")
_PERCENT = re.compile(r"(\d{1,3})\s*%")
_AMOUNT = re.compile(r"(\d{1,7})(?:[.,](\d{1,3}))?")


def read_form(typed: Mapping[Field, str], tariff: Tariff) -> Visit | Mapping[Field, Text]:
    """A visit, or for every wrong field what to do. Times of day are those of the tariff's zone."""
    zone = tariff.zone or ZoneInfo("UTC")
    wrong: dict[Field, Text] = {}
    given = {field: typed.get(field, "").strip() for field in Field}
    entered = _moment(given[Field.ENTERED], zone)
    if entered is None:
        wrong[Field.ENTERED] = Text("Write a date and a time, such as 2026-11-20 08:15.")
    left = _left(given[Field.LEFT], entered, zone)
    if left is None:
        wrong[Field.LEFT] = Text("Write a date and a time, or a length such as +2:15.")
    elif entered is not None and left < entered:
        wrong[Field.LEFT] = Text("That is before the entry.")
    occupancy = _occupancy(given[Field.OCCUPANCY], wrong)
    booking = _booking(given[Field.BOOKED], entered, zone, wrong)
    benefits = _benefits(given[Field.VALIDATIONS], tariff, wrong)
    if wrong or entered is None or left is None:
        return wrong
    return Visit(
        entered_at=entered,
        left_at=left,
        vehicle_class=given[Field.VEHICLE] or CAR,
        spot_type=given[Field.SPOT],
        zone=given[Field.ZONE],
        occupancy_percent=occupancy,
        booking=booking,
        pass_group=given[Field.PASS_GROUP] or None,
        validations=benefits,
    )


def _moment(text: str, zone: ZoneInfo) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
        return moment.astimezone(UTC) if moment.tzinfo else _at(zone, moment)
    except (ValueError, OverflowError):  # the first and the last day there are lie nowhere in UTC
        return None


def _at(zone: ZoneInfo, wall: datetime) -> datetime:
    """A time of day read as the tariff reads its own, also where clocks skip it; in UTC."""
    return to_moment(first_showing(zone, wall))


def _left(text: str, entered: datetime | None, zone: ZoneInfo) -> datetime | None:
    lasted = _LASTED.fullmatch(text)
    if lasted is None:
        return _moment(text, zone)
    if entered is None:
        return None
    try:
        return entered + timedelta(hours=int(lasted[1]), minutes=int(lasted[2]))
    except OverflowError:
        return None


def _occupancy(text: str, wrong: dict[Field, Text]) -> int | None:
    if not text:
        return None
    number = text.removesuffix("%").strip()
    if number.isascii() and number.isdecimal() and len(number) <= 3:
        return int(number)
    wrong[Field.OCCUPANCY] = Text("Write a whole number of percent, or nothing.")
    return None


def _booking(
    text: str, entered: datetime | None, zone: ZoneInfo, wrong: dict[Field, Text]
) -> Interval | None:
    """Two moments, or two times of the day of the entry."""
    if not text:
        return None
    parts = [part.strip() for part in text.split("/")]
    moments = [_on_day(part, entered, zone) for part in parts]
    match moments:
        case [datetime() as begins, datetime() as ends] if begins <= ends:
            return begins, ends
    wrong[Field.BOOKED] = Text("Write when it begins and ends, such as 08:00 / 12:00.")
    return None


def _on_day(text: str, entered: datetime | None, zone: ZoneInfo) -> datetime | None:
    clock = _CLOCK.fullmatch(text)
    if clock is None or entered is None:
        return _moment(text, zone)
    day = entered.astimezone(zone).date()
    return _at(zone, datetime.combine(day, time(int(clock[1]), int(clock[2]))))


def _benefits(text: str, tariff: Tariff, wrong: dict[Field, Text]) -> tuple[Benefit, ...]:
    found = [_benefit(part.strip(), tariff) for part in _parts(text)]
    benefits = (*(each for each in found if each is not None),)
    if len(benefits) < len(found):
        names = ", ".join(rate.name for rate in tariff.rates)
        sentence = Text("Write 60 min; 25 %; 5.00; full; or one of these rates: {names}.")
        wrong[Field.VALIDATIONS] = sentence.with_values(names=names)
    return benefits


def _parts(text: str) -> list[str]:
    return [part for part in text.split(";") if part.strip()]


def _benefit(text: str, tariff: Tariff) -> Benefit | None:
    if minutes := _MINUTES.fullmatch(text):
        return Benefit(BenefitKind.TIME, int(minutes[1]))
    if percent := _PERCENT.fullmatch(text):
        return Benefit(BenefitKind.PERCENT, int(percent[1]))
    if text in {rate.name for rate in tariff.rates}:
        return Benefit(BenefitKind.RATE, rate=text)
    if text.casefold() == "full":
        return Benefit(BenefitKind.FULL)
    return _amount(text, tariff.currency)


def _amount(text: str, currency: str) -> Benefit | None:
    amount = _AMOUNT.fullmatch(text)
    digits = Money(0, currency).digits
    if amount is None or len(amount[2] or "") not in (0, digits):
        return None
    return Benefit(BenefitKind.AMOUNT, int(amount[1] + (amount[2] or "0" * digits)))
