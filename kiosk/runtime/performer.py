"""Carries out what one lane asks for: facts to the store, bytes to wires, questions to the till.

Runs on the lane's own thread. An effect that is answered at once returns its events; one that is
answered later (printer, terminal) returns nothing and its report arrives by `post`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from kiosk.config.settings import LaneAt
from kiosk.devices import messages as device
from kiosk.devices.link import Link
from kiosk.domain.event import Circumstances
from kiosk.domain.facts import passes, stays
from kiosk.domain.quote import Stay
from kiosk.domain.session import Admission
from kiosk.domain.signals import Device
from kiosk.domain.ticket import Refusal, Ticket, TicketState
from kiosk.lane import effects as do
from kiosk.lane import events as ev
from kiosk.lane.engine import Event
from kiosk.runtime import holders, lost_tickets, resync
from kiosk.runtime.credentials import look_up
from kiosk.runtime.new_tickets import new_ticket
from kiosk.runtime.paperwork import Paperwork
from kiosk.runtime.site import Site
from kiosk.runtime.till import Till
from kiosk.store.unit import Transaction
from kiosk.tariff.tariff import Tariff
from kiosk.wire.ticket import check_code

PULSE_EXPIRES_SECONDS = 1.0
"""A boom command that could not be sent at once is not wanted any more."""


@dataclass(slots=True)
class Performer:
    """One lane's hands."""

    site: Site
    at: LaneAt
    till: Till
    paperwork: Paperwork
    spread_evacuation: Callable[[str], None]
    links: dict[Device, Link[Any]] = field(default_factory=dict)

    def __call__(self, effect: do.Effect) -> Iterable[Event]:  # noqa: C901 - one arm per effect
        """Do it; see the module."""
        match effect:
            case do.Record():
                self._record(effect)
            case do.BeginSession():
                return (ev.SessionBegun(self._begin_session(effect)),)
            case do.LookUp(code, _, beside):
                return (self._look_up(code, beside),)
            case do.Requote(session_id):
                return self._requote(session_id)
            case do.PrintTicket(ticket):
                return self.paperwork.print_ticket(ticket)
            case do.PrintReceipt(session_id):
                self.paperwork.print_receipt(session_id)
            case do.PrintSlip(session_id, stay):
                self.paperwork.print_slip(session_id, stay)
            case do.ReissueTicket(code, actor, reason):
                return self._reissue(code, actor, reason)
            case do.DeclareLost():
                return (self._declare_lost(effect),)
            case do.BeginPayment(stay, method):
                return (self.till.begin(self.at.id, stay, method),)
            case do.SettlePayment(attempt_id):
                self.till.settle(attempt_id)
            case do.CancelPayment(attempt_id):
                self.till.cancel(attempt_id)
            case do.OpenBarrier():
                self._board(device.PulseOpen(), expires=True)
            case do.CloseBarrier():
                self._board(device.PulseClose(), expires=True)
            case do.KeepOpenBarrier(on):
                self._board(device.KeepOpen(on))
            case do.SetLight(light):
                self._board(device.SetLight(light))
            case do.SpreadEvacuation():
                self.spread_evacuation(self.at.id)
            case do.CallAttendant() | do.StopCalling():
                pass  # the published lane rings: `Lane.calling`
            case do.StartTimer() | do.StopTimer():
                raise TypeError("timers belong to the runner")
        return ()

    def _record(self, effect: do.Record) -> None:
        here = self.site.here(self.at.id, effect.session_id, effect.actor, forced=effect.forced)
        with self.site.store.write() as unit:
            for body in effect.bodies:
                resync.propose(unit, body, here)
                unit.record(body, here)
                if isinstance(body, stays.SessionActivated | stays.SessionEnded):
                    holders.follow(unit, body, here)

    def _look_up(self, text: str, beside: str | None) -> Event:
        """A voucher counts for the stay whose price is shown; everything else is somebody."""
        hand_out = self.paperwork.print_change_voucher if self.paperwork.link else None
        if beside is not None and (said := self.till.redeem(self.at.id, beside, text, hand_out)):
            return ev.StayFound(said) if isinstance(said, Stay) else ev.CredentialRefused(said)
        return look_up(self.site, self.at.kind, text, self.at.id, beside)

    def _begin_session(self, begin: do.BeginSession) -> Admission:
        site, session_id = self.site, self.site.clock.new_id()
        here = site.here(self.at.id, session_id)
        ticket: Ticket | None = None
        with site.store.write() as unit:
            tariff, version = site.tariff_now(unit, here.occurred_at)
            code, vehicle_class = _credential(unit, begin)
            if not code:
                number = unit.tickets.next_number(self.at.id)
                ticket = new_ticket(site, self.at, number, session_id, here.occurred_at)
                code = ticket.code
            unit.record(
                stays.SessionStarted(
                    session_id=session_id,
                    code=code,
                    admittance=begin.admittance,
                    entered_at=here.occurred_at,
                    tariff=tariff,
                    tariff_version=version,
                    vehicle_class=vehicle_class,
                    booking_id=begin.booking_id,
                ),
                here,
            )
            if ticket is not None:
                unit.record(
                    stays.TicketIssued(
                        ticket.code, ticket.number, session_id, ticket.issued_at, ticket.payload
                    ),
                    here,
                )
            self._what_prices_it(unit, begin, site.tariff(unit, tariff, version), code, here)
        return Admission(
            session_id,
            here.occurred_at,
            begin.admittance,
            ticket,
            begin.booking_id,
            begin.pass_id,
            begin.note,
        )

    def _what_prices_it(
        self,
        unit: Transaction,
        begin: do.BeginSession,
        tariff: Tariff,
        code: str,
        here: Circumstances,
    ) -> None:
        """What only now can be known of a stay: its pass, how full it is, where it came from."""
        session_id = str(here.session_id)
        if begin.pass_id is not None:
            used = passes.PassUsed(begin.pass_id, session_id, begin.soft)
            unit.record(used, replace(here, forced=bool(begin.soft)))
        if tariff.asks_occupancy and (spaces := unit.sessions.spaces()):
            percent = 100 * max(0, unit.sessions.occupancy()) // spaces
            unit.record(stays.DemandFixed(session_id, percent), here)
        if tariff.reentry_minutes and (begin.booking_id or begin.pass_id):
            last = unit.sessions.last_ended(code)
            gap = timedelta(minutes=tariff.reentry_minutes)
            if last and last.exited_at and here.occurred_at - last.exited_at <= gap:
                unit.record(stays.StayContinued(session_id, last.session_id), here)

    def _requote(self, session_id: str) -> Iterable[Event]:
        with self.site.store.read() as unit:
            session = unit.sessions.find(session_id)
            if session is None:
                return (ev.CredentialRefused(Refusal.UNKNOWN),)
            return (ev.StayFound(self.site.stay(unit, session, self.site.clock.now())),)

    def _reissue(self, code: str, actor: str, reason: str) -> Iterable[Event]:
        with self.site.store.write() as unit:
            old = unit.tickets.find(check_code(code) or code)
            if old is None or old.state not in (TicketState.ISSUED, TicketState.TAKEN):
                return (ev.CredentialRefused(Refusal.UNKNOWN, code),)
            here = self.site.here(self.at.id, old.session_id, actor, forced=True)
            number = unit.tickets.next_number(self.at.id)
            ticket = new_ticket(self.site, self.at, number, old.session_id, old.issued_at)
            unit.record(
                stays.TicketReplaced(
                    old.code, ticket.code, number, old.session_id, ticket.payload, reason
                ),
                here,
            )
        return (ev.TicketReissued(ticket),)

    def _declare_lost(self, lost: do.DeclareLost) -> Event:
        with self.site.store.write() as unit:
            declared = lost_tickets.declare(self.site, unit, self.at, lost)
        if isinstance(declared, Refusal):
            return ev.CredentialRefused(declared)
        return ev.StayFound(declared)

    def _board(self, command: device.BoardCommand, *, expires: bool = False) -> None:
        if link := self.links.get(Device.BOARD):
            expires_at = self.site.wire_monotonic() + PULSE_EXPIRES_SECONDS if expires else None
            link.send(command, expires_at)


def _credential(unit: Transaction, begin: do.BeginSession) -> tuple[str, str]:
    """The code and vehicle class of what let the car in; no code where it gets a ticket."""
    if begin.booking_id is not None:
        booking = unit.bookings.find(begin.booking_id)
        if booking is None:
            raise LookupError(f"no booking {begin.booking_id!r}, and yet it was granted")
        return booking.code, "car"
    if begin.pass_id is not None:
        pass_ = unit.passes.find(begin.pass_id)
        if pass_ is None:
            raise LookupError(f"no pass {begin.pass_id!r}, and yet it was granted")
        return pass_.code, pass_.vehicle_class
    return "", "car"
