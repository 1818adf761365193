"""Prints the counter's papers of money: corrections, vouchers, pass cards, sales, X and Z.

What is printed was committed before; nothing here decides anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kiosk.domain.passes import Pass
from kiosk.reports import vouchers
from kiosk.reports.cards import card_sheet, sale_sheet
from kiosk.reports.closing import closing_sheet, closing_title
from kiosk.reports.corrections import correction_sheet
from kiosk.reports.figures import Figures
from kiosk.reports.sheet import Sheet
from kiosk.runtime import receipts
from kiosk.runtime.counter import Counter
from kiosk.runtime.office import Office
from kiosk.runtime.paperwork import Paperwork
from kiosk.runtime.validating import PrintedVoucher
from kiosk.store.change_vouchers import ChangeVoucher


class MoneyPapers:
    """Paper for the counter, from the printer at the car or the counter's own."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter
        self._site = counter.site
        self.pages: Office | None = None
        """Where A4 pages go: the office printer, or only its folder."""

    def change_voucher(self, voucher: ChangeVoucher) -> None:
        """The voucher for change that could not be given."""
        self._counter.paperwork(voucher.session_id).print_change_voucher(voucher)

    def change_vouchers_again(self, session_id: str) -> None:
        """What this stay was given on paper and nobody has used yet, for paper that never came.

        It is the same voucher: whichever paper is shown first is good, and no other.
        """
        now = self._site.clock.now()
        with self._site.store.read() as unit:
            given = unit.change_vouchers.of_session(session_id)
        for voucher in given:
            if voucher.redeemed_at is None and now < voucher.expires_at:
                self.change_voucher(voucher)

    def correction(self, refund_id: str) -> bool:
        """The correction of a refund; False while it has none (in flight, failed, late money)."""
        paperwork = self._counter.paperwork()
        with self._site.store.read() as unit:
            paper = receipts.correction(self._site, unit, refund_id, paperwork.lane_name)
        if paper is None:
            return False
        sheet = correction_sheet(paper, paperwork.issuer(), paperwork.say)
        self._print(f"correction:{paper.number}", paper.number, sheet, paperwork)
        return True

    def card(self, pass_: Pass) -> None:
        """The card of a pass."""
        paperwork = self._counter.paperwork()
        sheet = card_sheet(pass_, paperwork.issuer(), paperwork.say)
        paperwork.print_sheet(f"card:{pass_.code}", sheet)

    def sale(self, pass_id: str) -> bool:
        """The receipt of what was last sold of a pass; False when nothing was paid for it."""
        paperwork = self._counter.paperwork()
        with self._site.store.write() as unit:
            here = self._counter.here(pass_id)
            paper = receipts.sale(self._site, unit, pass_id, paperwork.lane_name, here)
        if paper is None:
            return False
        sheet = sale_sheet(paper, paperwork.issuer(), paperwork.say)
        self._print(f"receipt:{paper.number}", paper.number, sheet, paperwork)
        return True

    def merchant_vouchers(
        self, merchant: str, issued: Sequence[PrintedVoucher], *, on_pages: bool = False
    ) -> Path | None:
        """A merchant's vouchers, one paper each; or on A4 `on_pages`: the PDF they are in.

        `merchant` is the name people know. Raises `OfficeTrouble`.
        """
        paperwork = self._counter.paperwork()
        made = [self._voucher(merchant, each) for each in issued]
        if on_pages and self.pages is not None:
            issuer, merchant_id = paperwork.issuer(), issued[0].paper.merchant_id
            return self.pages.print_vouchers(merchant_id, made, issuer, paperwork.say)
        for each, voucher in zip(issued, made, strict=True):
            sheet = vouchers.voucher_sheet(voucher, paperwork.issuer(), paperwork.say)
            paperwork.print_sheet(f"voucher:{each.paper.code}", sheet)
        return None

    def _voucher(self, merchant: str, issued: PrintedVoucher) -> vouchers.Voucher:
        """One voucher as a value."""
        return vouchers.Voucher(
            merchant=merchant,
            number=issued.number,
            benefit=issued.paper.benefit,
            payload=issued.payload,
            expires_at=issued.paper.expires_at,
            currency=self._site.settings.facility.currency,
            bound_code=issued.paper.bound_to,
        )

    def closing(self, figures: Figures, *, copy: bool = False) -> None:
        """An X or a Z."""
        paperwork: Paperwork = self._counter.paperwork()
        sheet = closing_sheet(figures, paperwork.issuer(), paperwork.say, copy)
        if office := self._counter.office:
            name = _file_of(figures, copy=copy)
            office.print_report(name, sheet, closing_title(figures, self._site.say), self._site.say)
        else:
            paperwork.print_sheet(f"closing:{figures.number or 'x'}", sheet)

    def _print(self, job_id: str, name: str, sheet: Sheet, paperwork: Paperwork) -> None:
        """On the office printer where the counter has one, else on the lane's."""
        if office := self._counter.office:
            office.print_sheet(name, sheet)
        else:
            paperwork.print_sheet(job_id, sheet)


def _file_of(figures: Figures, *, copy: bool) -> str:
    """A Z's number names its file; an X is one of many, so its instant does."""
    if figures.number:
        return f"{figures.device}-z{figures.number:06}{'-copy' if copy else ''}"
    return f"{figures.device}-x-{figures.taken_at:%Y%m%dT%H%M%S}"
