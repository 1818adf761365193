"""The tariff page as values: any stay priced live, a file and what is wrong with it, a comparison.

Everything here is computed from a parsed tariff and what somebody typed. What takes longer than a
key press (the check, the rate simulator) comes in as a result.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from pathlib import PurePath
from types import MappingProxyType

from kiosk.domain.money import Money
from kiosk.domain.quote import Line, Quote
from kiosk.domain.staff import Right, Staff
from kiosk.domain.wording import Text
from kiosk.tariff.check import Finding, Problem
from kiosk.tariff.comparison import LONGER, Comparison, Share
from kiosk.tariff.curve import TELLING_MINUTES, Point, price_curve
from kiosk.tariff.rate import Rate
from kiosk.tariff.reading import TariffError
from kiosk.tariff.tariff import Tariff, UnknownVehicleClass
from kiosk.tariff.visit import CAR, Visit
from kiosk.views.stay_form import Field, read_form

CHART_MINUTES = (*range(0, 12 * 60, 30), *range(12 * 60, 48 * 60 + 1, 60))
"""Lengths of stay in the chart: as fine as it can be at every key press."""
PROBLEMS: Mapping[Problem, Text] = MappingProxyType(
    {
        Problem.GAP: Text("Gap"),
        Problem.OVERLAP: Text("Overlap"),
        Problem.UNREACHABLE: Text("Never applies"),
        Problem.FALLS: Text("Price falls"),
    }
)


@dataclass(frozen=True, slots=True)
class PriceStay:
    """A wish: what does this stay cost?"""

    typed: Mapping[Field, str]


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A wish: read this tariff file."""

    path: str


@dataclass(frozen=True, slots=True)
class TryFile:
    """A wish: price past stays under the opened file. Dates (ISO 8601), or empty."""

    since: str
    until: str


@dataclass(frozen=True, slots=True)
class StopTrial:
    """A wish: no more of that."""


@dataclass(frozen=True, slots=True)
class PublishFile:
    """A wish: new stays shall pay what the opened file says."""


Wish = PriceStay | OpenFile | TryFile | StopTrial | PublishFile


@dataclass(frozen=True, slots=True)
class Opened:
    """A tariff file somebody opened: its text, and the tariff or the mistakes in it.

    `findings` are None while the check runs.
    """

    path: str
    rules: str = ""
    tariff: Tariff | None = None
    errors: tuple[TariffError, ...] = ()
    findings: tuple[Finding, ...] | None = None
    trouble: Text | None = None
    """Why it could not be read at all."""


@dataclass(frozen=True, slots=True)
class Trial:
    """How far the rate simulator is. Nothing was asked where `of` is None."""

    running: bool = False
    done: int = 0
    of: int | None = None
    found: Comparison | None = None
    trouble: Text | None = None


@dataclass(frozen=True, slots=True)
class TariffFacts:
    """All that the page is told. `latest` is the last version published, `version` the one of now.

    `typed` is the stay as it stands in the fields; None: nobody has typed yet.
    """

    today: date
    version: int = 0
    latest: int = 0
    tariff: Tariff | None = None
    opened: Opened | None = None
    typed: Mapping[Field, str] | None = None
    trial: Trial = Trial()
    message: Text | None = None


@dataclass(frozen=True, slots=True)
class StayAnswer:
    """What stands in the fields and what that costs, line by line, or which fields are wrong.

    `now` is what it costs under the version in force, where another is shown.
    """

    typed: Mapping[Field, str]
    wrong: Mapping[Field, Text] = field(default_factory=dict)
    rate: str = ""
    lines: tuple[Line, ...] = ()
    total: Money | None = None
    taxes: tuple[tuple[str, Money], ...] = ()
    now: Money | None = None
    curve: tuple[Point, ...] = ()
    parked: int | None = None
    """Whole minutes."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One mistake or finding: where, what, and what to do about it. Only mistakes bar the way."""

    place: str
    text: str
    remedy: str = ""
    kind: Text | None = None
    bars: bool = False


@dataclass(frozen=True, slots=True)
class LengthRow:
    """A length of stay under both price lists; None: no such price."""

    minutes: int
    now: Money | None
    then: Money | None


@dataclass(frozen=True, slots=True)
class ShareRow:
    """A group of past stays under both price lists. `title` begins a new table."""

    name: Text
    stays: int
    now: Money
    then: Money
    title: Text | None = None

    @property
    def change(self) -> Money:
        """What the other list brings more, or less."""
        return self.then - self.now


@dataclass(frozen=True, slots=True)
class TariffView:
    """The whole page for one person."""

    source: Text
    stay: StayAnswer
    path: str
    state: Text
    remarks: tuple[Remark, ...]
    lengths: tuple[LengthRow, ...]
    may_publish: bool
    publish: Text
    """What the button says."""
    trial: Trial
    may_try: bool
    summary: tuple[Text, ...]
    """What the rate simulator found, in sentences."""
    shares: tuple[ShareRow, ...]
    message: Text | None


def tariff_view(facts: TariffFacts, staff: Staff) -> TariffView:
    """The page for this person. Prices are those of the opened file where it has no mistake."""
    opened = facts.opened
    other = opened.tariff if opened else None
    shown = other or facts.tariff
    fits = opened is not None and other is not None and not opened.errors
    found = facts.trial.found
    return TariffView(
        source=_source(facts),
        stay=_answer(facts, shown),
        path=opened.path if opened else "",
        state=_state(opened),
        remarks=_remarks(opened),
        lengths=_lengths(facts.tariff, other, facts.today),
        may_publish=fits and facts.latest > 0 and staff.may(Right.SET_TARIFF),
        publish=Text("Publish as version {version}").with_values(version=facts.latest + 1),
        trial=facts.trial,
        may_try=fits and not facts.trial.running,
        summary=_summary(found) if found else (),
        shares=_shares(found) if found else (),
        message=facts.message,
    )


# --- a stay


def _answer(facts: TariffFacts, shown: Tariff | None) -> StayAnswer:
    typed = facts.typed or {Field.ENTERED: f"{facts.today} 08:00", Field.LEFT: "+2:00"}
    if shown is None:
        return StayAnswer(typed)
    read = read_form(typed, shown)
    if not isinstance(read, Visit):
        return StayAnswer(typed, read)
    try:
        rate = shown.rate_for(read)
        quote = shown.price_by(rate, read)
    except UnknownVehicleClass:
        return StayAnswer(typed, {Field.VEHICLE: Text("This tariff has no price for it.")})
    return StayAnswer(
        typed,
        rate=rate.name,
        lines=quote.lines,
        total=quote.total,
        taxes=_taxes(quote),
        now=_total(facts.tariff, read) if shown is not facts.tariff else None,
        curve=_curve(shown, rate, replace(read, left_at=read.entered_at)),
        parked=(read.left_at - read.entered_at) // timedelta(minutes=1),
    )


@lru_cache(maxsize=4)
def _curve(tariff: Tariff, rate: Rate, visit: Visit) -> tuple[Point, ...]:
    """Remembered: it is the same whenever the car leaves."""
    return (*price_curve(tariff, rate, visit, CHART_MINUTES),)


def _taxes(quote: Quote) -> tuple[tuple[str, Money], ...]:
    return (*((f"{tax.label} {tax.basis_points / 100:g} %", tax.tax) for tax in quote.taxes),)


def _total(tariff: Tariff | None, visit: Visit) -> Money | None:
    if tariff is None:
        return None
    try:
        return tariff.price(visit).total
    except UnknownVehicleClass:
        return None


# --- a file


def _source(facts: TariffFacts) -> Text:
    if facts.opened is not None and facts.opened.tariff is not None:
        text = Text("{file}, not published; version {version} is in force")
        name = PurePath(facts.opened.path).name
        return text.with_values(file=name, version=facts.version)
    if facts.tariff is None:
        return Text("No tariff was published yet")
    return Text("Version {version}, in force").with_values(version=facts.version)


def _state(opened: Opened | None) -> Text:
    if opened is None:
        return Text("Type the path of a tariff file, or choose one.")
    if opened.trouble is not None:
        return opened.trouble
    if opened.errors:
        text = Text("Mistakes: {count}. Mend them and open the file again; nothing of it is used.")
        return text.with_values(count=len(opened.errors))
    if opened.findings is None:
        return Text("No mistakes. Looking for what is odd …")
    if not opened.findings:
        return Text("No mistakes, and nothing odd.")
    return Text("No mistakes. Things to look at: {count}.").with_values(count=len(opened.findings))


def _remarks(opened: Opened | None) -> tuple[Remark, ...]:
    if opened is None:
        return ()
    mistakes = (
        Remark(error.key, error.problem, error.remedy, Text("Mistake in the file"), bars=True)
        for error in opened.errors
    )
    odd = (
        Remark(finding.rate, finding.text, kind=PROBLEMS[finding.problem])
        for finding in opened.findings or ()
    )
    return (*mistakes, *odd)


@lru_cache(maxsize=4)
def _lengths(own: Tariff | None, other: Tariff | None, today: date) -> tuple[LengthRow, ...]:
    """What a plain car pays for telling lengths from the next Monday, 08:00.

    Remembered: a key press asks for the same again.
    """
    shown = other or own
    if shown is None:
        return ()
    monday = today + timedelta(days=7 - today.weekday())
    zone = shown.zone or (own.zone if own else None) or UTC
    begin = datetime(monday.year, monday.month, monday.day, 8, tzinfo=zone)
    visits = [
        Visit(begin, begin.astimezone(UTC) + timedelta(minutes=minutes), CAR)
        for minutes in TELLING_MINUTES
    ]
    return (
        *(
            LengthRow(minutes, _total(own, visit), _total(other, visit))
            for minutes, visit in zip(TELLING_MINUTES, visits, strict=True)
        ),
    )


# --- past stays


def _summary(found: Comparison) -> tuple[Text, ...]:
    sentences = [
        Text("{count} stays would cost more, {least} less, {same} the same.").with_values(
            count=found.dearer.stays, least=found.cheaper.stays, same=found.unchanged
        ),
        Text("{count} would pay more than double; {free} were free and would pay.").with_values(
            count=found.doubled, free=found.newly_charged
        ),
        Text("The most that one stay would cost more: {amount}").with_values(
            amount=found.money(found.most_more_minor)
        ),
    ]
    sentences += (
        Text("{count} stays of class {vehicle} have no price there.").with_values(
            count=count, vehicle=vehicle
        )
        for vehicle, count in found.unpriced
    )
    return (*sentences,)


def _shares(found: Comparison) -> tuple[ShareRow, ...]:
    def rows(title: Text, named: list[tuple[Text, Share]]) -> list[ShareRow]:
        made = [
            ShareRow(
                name, share.stays, found.money(share.before_minor), found.money(share.after_minor)
            )
            for name, share in named
        ]
        return [replace(row, title=title if place == 0 else None) for place, row in enumerate(made)]

    lengths = [
        (
            Text("Longer") if minutes == LONGER else _length(minutes),
            share,
        )
        for minutes, share in found.by_length
    ]
    rates = [(Text("{name}").with_values(name=name), share) for name, share in found.by_rate]
    days = [
        (Text("{name}").with_values(name=day.isoformat()), share) for day, share in found.by_day
    ]
    whole = [
        (Text("All stays"), found.total),
        (Text("Dearer"), found.dearer),
        (Text("Cheaper"), found.cheaper),
    ]
    return (
        *rows(Text("Altogether"), whole),
        *rows(Text("By rate"), rates),
        *rows(Text("By length of stay"), lengths),
        *rows(Text("By day"), days),
    )


def _length(minutes: int) -> Text:
    return Text("Up to {length}").with_values(length=timedelta(minutes=minutes))
