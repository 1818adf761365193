"""The office printer of the counter: receipts, reports and vouchers as PDF, by the spooler.

For printers that are no kiosk devices: CUPS owns them, nobody hears whether the paper came out, so
only papers that may be printed again go here. Every PDF is kept beside the journal; where there is
no such printer, that is all that becomes of it.
"""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from kiosk.reports.documents import Issuer, Receipt
from kiosk.reports.sheet import Sheet
from kiosk.reports.vouchers import Voucher
from kiosk.runtime.site import Say

if TYPE_CHECKING:
    from kiosk.reports.pdf import Format

SPOOL_SECONDS = 20.0


class OfficeTrouble(Exception):
    """The spooler did not take the paper: its own words, and where the PDF is kept all the same."""


@dataclass(frozen=True, slots=True)
class Office:
    """One CUPS queue (`lpstat -e` lists them), one page (`a4` or `80mm`), one folder of PDFs.

    Without a queue the PDFs are only kept.
    """

    queue: str
    page: str
    folder: Path

    def print_receipt(self, receipt: Receipt, issuer: Issuer, say: Say) -> Path:
        """Keep the receipt as PDF and hand it to the spooler; raises `OfficeTrouble`."""
        from kiosk.reports.pdf import receipt_pdf  # reportlab: only where it is wanted

        copy = "-copy" if receipt.copy else ""
        page = receipt_pdf(receipt, issuer, say, self._format())
        return self._print(f"{receipt.number}{copy}", receipt.number, page)

    def print_sheet(self, name: str, sheet: Sheet) -> Path:
        """The same for any other paper of the counter; `name` is its file's."""
        from kiosk.reports.pdf import set_pdf

        return self._print(name, name, set_pdf(sheet, self._format(), name))

    def print_report(self, name: str, sheet: Sheet, title: str, say: Say) -> Path:
        """The same for an X or a Z: on A4 in columns with numbered pages."""
        from kiosk.reports.report_pdf import report_pdf

        if self.page != "a4":
            return self.print_sheet(name, sheet)
        return self._print(name, title, report_pdf(sheet, title, say))

    def print_vouchers(
        self, merchant_id: str, vouchers: Sequence[Voucher], issuer: Issuer, say: Say
    ) -> Path:
        """A merchant's vouchers, at least one, ten to a page: always A4, to be cut."""
        from kiosk.reports.voucher_page import voucher_pages

        first, last = vouchers[0].number, vouchers[-1].number
        # An id may hold a slash or a dot; it names a file here, never a folder.
        name = f"vouchers-{quote(merchant_id, safe='')}-{first:06}-{last:06}"
        title = f"{vouchers[0].merchant} {first}-{last}"
        return self._print(name, title, voucher_pages(vouchers, issuer, say, title))

    def _format(self) -> Format:
        from kiosk.reports.pdf import Format

        return {"a4": Format.A4, "80mm": Format.ROLL_80}[self.page]

    def _print(self, name: str, title: str, pdf: bytes) -> Path:
        self.folder.mkdir(parents=True, exist_ok=True)
        file = self.folder / f"{name}.pdf"
        file.write_bytes(pdf)
        if not self.queue:
            return file
        try:
            subprocess.run(
                ["lp", "-d", self.queue, "-t", title, "--", str(file)],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=True,
                text=True,
                timeout=SPOOL_SECONDS,
            )
        except subprocess.CalledProcessError as refused:
            words = refused.stderr.strip() or "lp refused the paper"
            raise OfficeTrouble(f"{words} ({file})") from refused
        except (OSError, subprocess.TimeoutExpired) as trouble:
            raise OfficeTrouble(f"lp: {trouble} ({file})") from trouble
        return file
