"""The office printer of the counter: receipts as PDF, on A4 or a roll, by the system's spooler.

For printers that are no kiosk devices: CUPS owns them, nobody hears whether the paper came out, so
only papers that may be printed again go here. Every PDF is kept beside the journal.
"""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

from kiosk.reports.documents import Issuer, Receipt
from kiosk.runtime.site import Say

SPOOL_SECONDS = 20.0


class OfficeTrouble(Exception):
    """The spooler did not take the paper; its own words follow. The PDF is kept all the same."""


@dataclass(frozen=True, slots=True)
class Office:
    """One CUPS queue (`lpstat -e` lists them), one page (`a4` or `80mm`), one folder of PDFs."""

    queue: str
    page: str
    folder: Path

    def print_receipt(self, receipt: Receipt, issuer: Issuer, say: Say) -> Path:
        """Keep the receipt as PDF and hand it to the spooler; raises `OfficeTrouble`."""
        from kiosk.reports.pdf import Format, receipt_pdf  # reportlab: only where it is wanted

        page = {"a4": Format.A4, "80mm": Format.ROLL_80}[self.page]
        self.folder.mkdir(parents=True, exist_ok=True)
        copy = "-copy" if receipt.copy else ""
        file = self.folder / f"{receipt.number}{copy}.pdf"
        file.write_bytes(receipt_pdf(receipt, issuer, say, page))
        try:
            subprocess.run(
                ["lp", "-d", self.queue, "-t", receipt.number, "--", str(file)],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=True,
                text=True,
                timeout=SPOOL_SECONDS,
            )
        except subprocess.CalledProcessError as refused:
            raise OfficeTrouble(refused.stderr.strip() or "lp refused the receipt") from refused
        except (OSError, subprocess.TimeoutExpired) as trouble:
            raise OfficeTrouble(f"lp: {trouble}") from trouble
        return file
