"""Row 3: from a scanned paid ticket to the open pulse, with a million stays in the store.

As in row 2, with the exit: the scanner's bytes in, the signature checked, the ledger asked, the
exit authorised and committed, the board told. The board is being polled 20 times a second
meanwhile, and the pulse waits for the poll that is under way and for the silence RTU wants.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path

from kiosk.boot.lanes import build_lanes
from kiosk.boot.services import Services
from kiosk.domain.facts import lanes, payments, stays
from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.domain.session import Admittance
from kiosk.lane import effects as do
from kiosk.lane import events as ev
from kiosk.lane.state import Armed, Opening
from kiosk.wire.ticket import EntryTicket, entry_ticket_payload
from tests.bench import big_store
from tests.bench.device_end import DeviceEnd
from tests.bench.figures import Line, at_most, interleaved, pause, times
from tests.bench.raw_lane import RawExit
from tests.bench.raw_sqlite import Leave, RawBooth, leaves
from tests.bench.site import EXIT, FACILITY, RunningLanes, services_of, write_site

WARM_UP = 5
ENTRY_NUMBER = 1
GONE = ev.LaneResetOrdered(ev.Authority("bench", "next"))
"""Sends the driver away again after each measurement."""


@dataclass(frozen=True, slots=True)
class PaidTicket:
    """A ticket whose stay is paid: what the ledger calls it, and what its QR says."""

    session_id: str
    code: str
    payload: str


def measure(folder: Path, *, rounds: int, each: int, stays_before: int) -> list[Line]:
    """The goals of row 3; `each` cars a round, `stays_before` in the full store."""
    count = rounds * (each + WARM_UP)
    ports = folder / "ports"
    empty, full = folder / "empty", folder / "full"
    for site in (empty, full):
        write_site(site, ports=ports, terminals=False)
        services_of(site).close()
    big_store.fill(full / "data" / "booth.db", stays_before)
    tickets = {site: iter(_pay(site, count)) for site in (empty, full)}
    raw, raw_tickets, public_key = _recorded(folder / "recorded", count)
    with DeviceEnd(ports) as devices:
        by_full, by_empty, limit = interleaved(
            rounds,
            [
                partial(_ours, full, devices, tickets[full], each),
                partial(_ours, empty, devices, tickets[empty], each),
                partial(_raw, devices, raw, public_key, iter(raw_tickets), each),
            ],
        )
    raw.close()
    what = f"paid ticket's bytes to open pulse, {stays_before:,} stays"
    return [
        times(3, what, "the same, empty store", "ms", by_full, by_empty, 1.2),
        times(3, what, "raw pty, raw reads and commit", "ms", by_full, limit, 2.5),
        at_most(3, f"{what}, median", "ms", by_full.median, 2.0),
        at_most(3, f"{what}, p99", "ms", by_full.p99, 10.0),
    ]


def _ours(
    folder: Path, devices: DeviceEnd, tickets: Iterator[PaidTicket], each: int
) -> list[float]:
    running = RunningLanes(services_of(folder))
    devices.ask(f"car {EXIT} on")
    found = []
    for number in range(WARM_UP + each):
        running.until(EXIT, lambda lane: isinstance(lane.phase, Armed), "to wait for a ticket")
        pause()
        seconds = devices.ask(f"scan {next(tickets).payload}")
        running.until(EXIT, lambda lane: isinstance(lane.phase, Opening), "to open")
        running.tell(EXIT, GONE)
        if number >= WARM_UP:
            found.append(seconds * 1000)
    devices.ask(f"car {EXIT} off")
    running.stop()
    return found


def _raw(
    devices: DeviceEnd,
    booth: RawBooth,
    public_key: bytes,
    tickets: Iterator[tuple[PaidTicket, Leave]],
    each: int,
) -> list[float]:
    raw = RawExit(devices, booth, public_key)
    found = []
    for number in range(WARM_UP + each):
        pause()
        ticket, leave = next(tickets)
        seconds = raw.serve(ticket.code, ticket.payload, leave)
        if number >= WARM_UP:
            found.append(seconds * 1000)
    raw.close()
    return found


def _recorded(folder: Path, count: int) -> tuple[RawBooth, list[tuple[PaidTicket, Leave]], bytes]:
    """A file with paid stays, what a booth writes when they leave, and its public key."""
    write_site(folder)
    tickets = _pay(folder, count)
    services = services_of(folder)
    database = folder / "data" / "booth.db"
    public_key = services.site.signer.public_key
    with services.site.store.read() as unit:
        arrival = unit.journal.last_arrival()
    services.close()
    shutil.copyfile(database, folder / "before.db")
    services = services_of(folder)
    exit_lane = build_lanes(services, lambda _lane_id, _lane: None).runners[EXIT]
    for ticket in tickets:
        bodies = (stays.ExitAuthorised(ticket.session_id, "grace"), lanes.BarrierOrdered("grace"))
        exit_lane._perform(do.Record(bodies, ticket.session_id))
    services.close()
    facts = {each.session_id: each for each in leaves(database, FACILITY, arrival)}
    found = [(ticket, facts[ticket.session_id]) for ticket in tickets]
    return RawBooth(folder / "before.db", FACILITY, EXIT), found, public_key


def _pay(folder: Path, count: int) -> list[PaidTicket]:
    """Let so many cars in and have them paid, in the booth of this folder."""
    services = services_of(folder)
    with services.site.store.write() as unit:
        first = unit.tickets.next_number("entry-1")
    tickets = [_pay_one(services, number) for number in range(first, first + count)]
    services.close()
    return tickets


def _pay_one(services: Services, number: int) -> PaidTicket:
    site = services.site
    session_id, attempt_id = site.clock.new_id(), site.clock.new_id()
    now = site.clock.now()
    paper = EntryTicket(FACILITY, ENTRY_NUMBER, number, now, "standard", "car")
    payload = entry_ticket_payload(paper, site.signer)
    price = Money(150, "EUR")
    leave_by = now + timedelta(days=1)
    facts = (
        stays.SessionStarted(
            session_id, paper.code, Admittance.TICKET, now, "standard", 1, "car", None
        ),
        stays.TicketIssued(paper.code, number, session_id, now, payload),
        stays.TicketTaken(paper.code),
        stays.SessionActivated(session_id, now),
        payments.PaymentStarted(attempt_id, session_id, Method.CARD, price),
        payments.PaymentSucceeded(attempt_id, session_id, Method.CARD, price, leave_by),
    )
    with site.store.write() as unit:
        for fact in facts:
            unit.record(fact, site.here("entry-1", session_id))
    return PaidTicket(session_id, paper.code, payload)
