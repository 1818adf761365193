"""Quotes over HTTP: the price of a stay, line by line, as the booth's screens and papers say it.

Both come from the same published versions and the same ledger; nothing is priced here.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from kiosk.central.centre import Centre
from kiosk.central.door import FacilityId, Refused, answer, describe, read
from kiosk.domain.validation import Benefit, BenefitKind
from kiosk.store.price_lists import PriceLists
from kiosk.store.pricing import stay_at
from kiosk.tariff.reading import TariffErrors
from kiosk.tariff.tariff import Tariff, UnknownVehicleClass
from kiosk.tariff.visit import Interval, Visit
from kiosk.wire.codes import check_code
from kiosk.wire.instants import instant_of, ms_of
from kiosk.wire.quotes import Quoted, QuoteWanted, Span, StayQuoted, quoted

LONGEST = timedelta(days=366)
OLDEST = timedelta(days=10 * 366)
FURTHEST = timedelta(days=2 * 366)

Code = Annotated[str, Path(description="The code under a ticket's QR", max_length=24)]
At = Annotated[
    datetime | None, Query(description="When the car leaves (ISO 8601 with offset); now without it")
]


def routes(centre: Centre) -> APIRouter:
    """`POST .../quotes` for any stay, `GET .../stays/{code}/quote` for one that is under way."""
    router = APIRouter(tags=["quotes"])
    lists = PriceLists()

    @router.post(
        "/v1/facilities/{facility_id}/quotes",
        **describe(QuoteWanted, Quoted, refuses=(400, 401, 404, 413, 415, 422, 503)),
    )
    async def quote(facility_id: FacilityId, request: Request) -> Response:
        """Price any stay (administrator)."""
        await centre.admin(request)
        wanted = await read(request, QuoteWanted, centre.settings.max_body_bytes)
        return answer(await centre.work(lambda: _quote(centre, lists, facility_id, wanted)))

    @router.get(
        "/v1/facilities/{facility_id}/stays/{code}/quote",
        **describe(None, StayQuoted, refuses=(401, 404, 422, 503)),
    )
    async def stay(
        facility_id: FacilityId, code: Code, request: Request, at: At = None
    ) -> Response:
        """Price the stay under a ticket, as far as its booths have reported it (administrator)."""
        await centre.admin(request)
        return answer(await centre.work(lambda: _stay(centre, lists, facility_id, code, at)))

    return router


def _quote(centre: Centre, lists: PriceLists, facility_id: str, wanted: QuoteWanted) -> Quoted:
    entered_at, left_at = _span(centre, Span(starts_at=wanted.entered_at, ends_at=wanted.left_at))
    with centre.store.read(facility_id) as unit, _priced_here(facility_id):
        name, newest = lists.at(unit, entered_at)
        tariff = lists.tariff(unit, name, newest if wanted.version is None else wanted.version)
    visit = Visit(
        entered_at,
        left_at,
        wanted.vehicle_class,
        wanted.spot_type,
        wanted.zone,
        occupancy_percent=wanted.occupancy_percent,
        booking=_span(centre, wanted.booking) if wanted.booking else None,
        pass_group=wanted.pass_group,
        pass_valid=_span(centre, wanted.pass_valid) if wanted.pass_valid else None,
        earlier=tuple(_span(centre, each) for each in wanted.earlier),
        validations=tuple(_known(each.benefit(), tariff) for each in wanted.validations),
    )
    try:
        return quoted(tariff.price(visit))
    except UnknownVehicleClass as unknown:
        raise Refused(422, "unknown_vehicle_class", f"{unknown}") from unknown


@contextmanager
def _priced_here(facility_id: str) -> Iterator[None]:
    """A version that has not arrived yet, or that a newer booth wrote, is a no and no accident."""
    try:
        yield
    except LookupError as unknown:
        raise Refused(404, "no_tariff", f"{unknown.args[0]} for {facility_id!r}") from unknown
    except TariffErrors as unread:
        detail = "this centre cannot read the tariff: it is older than the booth that published it"
        raise Refused(503, "unread_tariff", detail) from unread


def _stay(
    centre: Centre, lists: PriceLists, facility_id: str, text: str, at: datetime | None
) -> StayQuoted:
    code = check_code(text) or text
    with centre.store.read(facility_id) as unit:
        session = unit.sessions.by_code(code)
        if session is None:
            raise Refused(404, "no_stay", "no car is inside on a ticket with this code")
        now = centre.settings.clock.now() if at is None else at
        _, now = _span(centre, Span(starts_at=session.entered_at, ends_at=now))
        with _priced_here(facility_id):
            stay = stay_at(lists, unit, session, now)
    return StayQuoted(
        session_id=stay.session_id,
        code=stay.code,
        tariff=session.tariff,
        version=session.tariff_version,
        entered_at=stay.entered_at,
        quoted_at=stay.quoted_at,
        quote=quoted(stay.quote),
        paid_minor=stay.paid.minor,
        due_minor=stay.due.minor,
        leave_by_at=stay.leave_by_at,
    )


def _span(centre: Centre, span: Span) -> Interval:
    """Both ends in whole milliseconds, where a calendar has no surprises."""
    now = centre.settings.clock.now()
    ends = span.starts_at, span.ends_at
    if any(end.tzinfo is None for end in ends):
        raise Refused(422, "bad_times", "an instant has an offset, such as Z or +01:00")
    if not (now - OLDEST < ends[0] <= ends[1] < now + FURTHEST and ends[1] - ends[0] <= LONGEST):
        raise Refused(
            422,
            "bad_times",
            f"a stay ends after it begins, lasts {LONGEST.days} days at most, and lies within "
            f"{OLDEST.days} days before and {FURTHEST.days} after now",
        )
    begin, end = (instant_of(ms_of(each)) for each in ends)
    return begin, end


def _known(benefit: Benefit, tariff: Tariff) -> Benefit:
    if benefit.kind is BenefitKind.RATE and benefit.rate not in {r.name for r in tariff.rates}:
        raise Refused(422, "unknown_rate", f"the tariff has no rate {benefit.rate!r}")
    return benefit
