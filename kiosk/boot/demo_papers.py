"""What a visitor of the demo has in the pocket: passes, a cinema's vouchers, a café's chaser.

All of it is real: issued by this booth into its journal under the terms of the demo's site file,
signed with its key, drawn from the bytes a printer would get. Passes are issued once per data
folder, vouchers at every start.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from kiosk.domain.facts import passes, validations
from kiosk.domain.money import Money
from kiosk.domain.passes import Pass, PassKind
from kiosk.domain.wording import Text
from kiosk.reports.cards import card_sheet
from kiosk.reports.paper import set_paper
from kiosk.reports.parts import Issuer
from kiosk.reports.vouchers import Voucher, voucher_sheet
from kiosk.reports.wording import PASS_KINDS
from kiosk.runtime.change_vouchers import new_code
from kiosk.runtime.site import Site
from kiosk.store.unit import Transaction
from kiosk.views.garage import Paper
from kiosk.wire.ticket import EntryTicket, read_payload
from kiosk.wire.vouchers import PassPaper, VoucherPaper, pass_payload, voucher_payload

CINEMA, CAFE = "kino", "kaviaren"
"""Merchants of `demo_site`; each gives the first of its benefits here."""
HOLDERS = (
    (PassKind.SEASON, "residents", "Jana Nováková", 200),
    (PassKind.VALUE, "guests", "Peter Horváth", 400),
    (PassKind.SEASON, "residents", "Eva Kováčová", 5),
)
"""Kind, group of `demo_site`, holder, and for how many days: the last ends soon, and says so."""
STORED_MINOR = 2000
VOUCHERS = 2
VOUCHER_DAYS = 30


class Pocket:
    """Makes the papers; `number` counts them, as a printer would."""

    def __init__(self, site: Site, issuer: Issuer) -> None:
        self._site = site
        self._issuer = issuer
        self._number = 0

    def papers(self) -> tuple[Paper, ...]:
        """Everything a visitor begins with."""
        with self._site.store.write() as unit:
            for kind, group_id, holder, days in HOLDERS:
                if not unit.passes.search(holder):
                    self._issue(unit, kind, group_id, holder, days)
            held = [self._held(unit, holder) for _, _, holder, _ in HOLDERS]
            return (*held, *self._vouchers(unit, CINEMA, VOUCHERS))

    def chaser(self, ticket: str) -> Paper | None:
        """What the café hands out for this ticket; None for any other paper."""
        site = self._site
        paper = read_payload(ticket, site.keyring, site.settings.facility.id)
        if not isinstance(paper, EntryTicket):
            return None
        with site.store.write() as unit:
            return next(self._vouchers(unit, CAFE, 1, paper.code))

    def _issue(
        self, unit: Transaction, kind: PassKind, group_id: str, holder: str, days: int
    ) -> None:
        site = self._site
        start = site.clock.now().replace(microsecond=0)
        until = start + timedelta(days=days)
        code, pass_id = new_code(site.clock), site.clock.new_id()
        paper = PassPaper(site.settings.facility.id, code, kind, start, until, group_id)
        unit.record(
            passes.PassIssued(
                pass_id=pass_id,
                code=code,
                kind=kind,
                group_id=group_id,
                holder=holder,
                valid_from=start,
                valid_until=until,
                payload=pass_payload(paper, site.signer),
            ),
            site.here(),
        )
        if kind is PassKind.VALUE:
            stored = Money(STORED_MINOR, site.settings.facility.currency)
            unit.record(passes.WalletCredited(pass_id, stored, "top_up", pass_id), site.here())

    def _held(self, unit: Transaction, holder: str) -> Paper:
        pass_: Pass = unit.passes.search(holder)[0]
        sheet = card_sheet(pass_, self._issuer, self._site.say)
        return self._paper(set_paper(sheet), pass_.payload, PASS_KINDS[pass_.kind])

    def _vouchers(
        self, unit: Transaction, merchant_id: str, count: int, bound_to: str = ""
    ) -> Iterator[Paper]:
        merchant = unit.validations.merchant(merchant_id)
        if merchant is None:
            raise LookupError(f"the demo's site file has no merchant {merchant_id!r}")
        site, benefit = self._site, merchant.benefits[0]
        first = unit.validations.next_voucher(merchant_id)
        last = first + count - 1
        unit.record(validations.VouchersIssued(merchant_id, benefit, first, last), site.here())
        expires_at = site.clock.now().replace(microsecond=0) + timedelta(days=VOUCHER_DAYS)
        facility = site.settings.facility
        for number in range(first, last + 1):
            paper = VoucherPaper(facility.id, merchant_id, number, benefit, expires_at, bound_to)
            payload = voucher_payload(paper, site.signer)
            voucher = Voucher(
                merchant.name, number, benefit, payload, expires_at, facility.currency, bound_to
            )
            sheet = voucher_sheet(voucher, self._issuer, site.say)
            title = Text("Voucher of {name}").with_values(name=merchant.name)
            yield self._paper(set_paper(sheet), payload, title)

    def _paper(self, data: bytes, payload: str, title: Text) -> Paper:
        self._number += 1
        return Paper(self._number, data, payload, title)
