"""Makes a signed entry ticket of a number and an instant."""

from __future__ import annotations

from datetime import datetime

from kiosk.config.settings import LaneAt
from kiosk.domain.ticket import Ticket
from kiosk.runtime.site import Site
from kiosk.store.price_lists import STANDARD
from kiosk.wire.ticket import EntryTicket, entry_ticket_payload


def new_ticket(site: Site, at: LaneAt, number: int, session_id: str, issued_at: datetime) -> Ticket:
    """The ticket with this number of this lane. It exists once it is on record."""
    facility_id = site.settings.facility.id
    paper = EntryTicket(facility_id, at.number, number, issued_at, STANDARD, "car")
    return Ticket(
        code=paper.code,
        number=number,
        facility_id=facility_id,
        lane_id=at.id,
        session_id=session_id,
        issued_at=issued_at,
        payload=entry_ticket_payload(paper, site.signer),
        tariff=STANDARD,
    )
