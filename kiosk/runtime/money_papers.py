"""Prints the counter's papers of money: corrections, vouchers, pass cards, sales, X and Z.

What is printed was committed before; nothing here decides anything.
"""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.domain.passes import Pass
from kiosk.reports import vouchers
from kiosk.reports.cards import card_sheet, sale_sheet
from kiosk.reports.closing import closing_sheet, closing_title
from kiosk.reports.corrections import correction_sheet
from kiosk.reports.figures import Figures
from kiosk.reports.sheet import Sheet
from kiosk.runtime import receipts
from kiosk.runtime.counter import Counter
from kiosk.runtime.paperwork import Paperwork
from kiosk.runtime.validating import PrintedVoucher
from kiosk.store.change_vouchers import ChangeVoucher


class MoneyPapers:
    """Paper for the counter, from the printer at the car or the counter's own."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter
        self._site = counter.site

    def change_voucher(self, voucher: ChangeVoucher) -> None:
        """The voucher for change that could not be given."""
        paperwork = self._counter.paperwork(voucher.session_id)
        paper = vouchers.ChangeVoucher(
            code=voucher.voucher_id,
            payload=voucher.payload,
            amount=voucher.amount,
            issued_at=voucher.issued_at,
            expires_at=voucher.expires_at,
            booth=self._site.settings.booth.id,
        )
        sheet = vouchers.change_voucher_sheet(paper, paperwork.issuer(), paperwork.say)
        paperwork.print_sheet(f"voucher:{voucher.voucher_id}", sheet)

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

    def merchant_vouchers(self, merchant: str, issued: Iterable[PrintedVoucher]) -> None:
        """A merchant's vouchers, one paper each; `merchant` is the name people know."""
        paperwork = self._counter.paperwork()
        for each in issued:
            voucher = self.voucher(merchant, each)
            sheet = vouchers.voucher_sheet(voucher, paperwork.issuer(), paperwork.say)
            paperwork.print_sheet(f"voucher:{each.paper.code}", sheet)

    def voucher(self, merchant: str, issued: PrintedVoucher) -> vouchers.Voucher:
        """One voucher as a value, for a page of them."""
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
