"""Turns what a lane wants printed into bytes for its printer.

A job's id names what it is (`ticket:4K72MX9`), so that an answer can never be taken for another
paper's. Nothing here decides anything: what is printed was committed before.
"""

from __future__ import annotations

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from kiosk.devices.link import Link
from kiosk.devices.messages import KickDrawer, PrinterCommand, PrintJob
from kiosk.domain.facts import stays
from kiosk.domain.quote import Stay
from kiosk.domain.ticket import Ticket
from kiosk.domain.wording import NOTHING, Text
from kiosk.lane import events as ev
from kiosk.reports import vouchers
from kiosk.reports.documents import Debt, Issuer, PaidStay, Receipt
from kiosk.reports.paper import (
    exit_pass_paper,
    receipt_paper,
    set_paper,
    slip_paper,
    ticket_paper,
)
from kiosk.reports.sheet import Sheet
from kiosk.runtime import receipts
from kiosk.runtime.site import Say, Site
from kiosk.store.change_vouchers import ChangeVoucher
from kiosk.wire.ticket import DebtSlip, ExitPass, debt_slip_payload, exit_pass_payload

JOB_EXPIRES_SECONDS = 15.0
DRAWER_EXPIRES_SECONDS = 2.0
NO_PRINTER = "no_printer"


class Paperwork:
    """One lane's printer. `say` is the language of the driver who stands there."""

    def __init__(self, site: Site, lane_id: str, lane_name: str, profile: str) -> None:
        self.say: Say = site.say
        self.link: Link[PrinterCommand] | None = None
        self.tariff: Text = NOTHING
        self._site = site
        self._lane_id = lane_id
        self.lane_name = lane_name
        self._profile = profile

    def print_ticket(self, ticket: Ticket) -> Iterable[ev.PrintFailed]:
        """Send an entry ticket; the printer's own answer arrives later as `TicketPrinted`."""
        data = ticket_paper(ticket, self.issuer(), self.say, self._profile)
        if not self._send(f"ticket:{ticket.code}", data):
            return (ev.PrintFailed(ticket.code, NO_PRINTER),)
        return ()

    def print_receipt(self, session_id: str) -> None:
        """Print the receipt of the last payments of a session; a second one says COPY."""
        receipt = self.receipt(session_id)
        if receipt is not None:
            self.print_made(receipt)

    def print_made(self, receipt: Receipt) -> None:
        """Print a receipt that has its number."""
        data = receipt_paper(receipt, self.issuer(), self.say, self._profile)
        self._send(f"receipt:{receipt.number}", data)

    def receipt(self, session_id: str) -> Receipt | None:
        """The receipt of the last payments of a session, its number used up; None without one."""
        with self._site.store.write() as unit:
            session = unit.sessions.find(session_id)
            if session is None:
                return None
            here = self._site.here(self._lane_id, session_id)
            return receipts.receipt(self._site, unit, session, self.lane_name, here)

    def print_sheet(self, job_id: str, sheet: Sheet) -> None:
        """Print any other paper."""
        self._send(job_id, set_paper(sheet, self._profile))

    def print_change_voucher(self, voucher: ChangeVoucher) -> None:
        """Print paper that stands for change; one that is printed again is the same one."""
        paper = vouchers.ChangeVoucher(
            code=voucher.voucher_id,
            payload=voucher.payload,
            amount=voucher.amount,
            issued_at=voucher.issued_at,
            expires_at=voucher.expires_at,
            booth=self._site.settings.booth.id,
        )
        sheet = vouchers.change_voucher_sheet(paper, self.issuer(), self.say)
        self.print_sheet(f"voucher:{voucher.voucher_id}", sheet)

    def print_slip(self, session_id: str, stay: Stay) -> None:
        """Print what a released car owes and how it can pay."""
        now = self._site.clock.now()
        slip = DebtSlip(self._site.settings.facility.id, stay.code, now, stay.due, self._lane_id)
        debt = Debt(
            session_id=session_id,
            code=stay.code,
            entered_at=stay.entered_at,
            released_at=now,
            quote=stay.quote,
            amount=stay.due,
            payload=debt_slip_payload(slip, self._site.signer),
        )
        data = slip_paper(debt, self.issuer(), self.say, self._profile)
        self._send(f"slip:{session_id}", data)

    def print_exit_pass(self, stay: Stay) -> None:
        """Print the signed pass that opens an exit without any network."""
        if stay.leave_by_at is None:
            raise ValueError("an exit pass is for a paid stay")
        exit_pass = ExitPass(
            facility_id=self._site.settings.facility.id,
            code=stay.code,
            leave_by_at=stay.leave_by_at,
            amount=stay.paid,
            till=self._lane_id,
        )
        payload = exit_pass_payload(exit_pass, self._site.signer)
        with self._site.store.write() as unit:
            unit.record(
                stays.ExitPassIssued(stay.session_id, stay.leave_by_at, payload),
                self._site.here(self._lane_id, stay.session_id),
            )
        paid = PaidStay(stay.code, payload, stay.paid, stay.leave_by_at)
        data = exit_pass_paper(paid, self.issuer(), self.say, self._profile)
        self._send(f"pass:{stay.session_id}", data)

    def kick_drawer(self) -> None:
        """Open the cash drawer that hangs on this printer."""
        if self.link is not None:
            self.link.send(KickDrawer(), self._site.wire_monotonic() + DRAWER_EXPIRES_SECONDS)

    def _send(self, job_id: str, data: bytes) -> bool:
        if self.link is None:
            return False
        expires_at = self._site.wire_monotonic() + JOB_EXPIRES_SECONDS
        self.link.send(PrintJob(job_id, data), expires_at)
        return True

    def issuer(self) -> Issuer:
        """Who gives this lane's papers."""
        facility = self._site.settings.facility
        return Issuer(
            site=facility.name,
            place=self.lane_name,
            zone=ZoneInfo(facility.zone),
            supplier=facility.supplier,
            tariff=self.tariff,
            vat_basis_points=facility.vat_percent * 100 if facility.vat_percent else None,
        )
