"""What stands on the attendant's counter: a scanner of its own, and the office's printer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kiosk.boot.lanes import build_link
from kiosk.boot.services import Services
from kiosk.devices.link import Link
from kiosk.devices.messages import Report, Scanned
from kiosk.domain.signals import Device
from kiosk.runtime.office import Office

RECEIPTS, PAGES = "receipts", "vouchers"


def counter_scanner(services: Services, scanned: Callable[[str], None]) -> Link[Any] | None:
    """The link to the cashier's scanner, if there is one; `scanned` hears each code."""
    device = services.site.settings.booth.scanner
    if device is None:
        return None

    def hear(report: Report) -> None:
        if isinstance(report, Scanned):
            scanned(report.text)

    return build_link(services, Device.SCANNER, device, "counter-scanner", hear)


def office_of(services: Services) -> Office | None:
    """The office printer of the settings, if there is one."""
    booth = services.site.settings.booth
    if not booth.office_printer:
        return None
    return Office(booth.office_printer, booth.office_page, services.folder / RECEIPTS)


def pages_of(services: Services) -> Office:
    """Where A4 pages go: the office printer, or nothing but a folder beside the journal."""
    booth = services.site.settings.booth
    return Office(booth.office_printer, booth.office_page, services.folder / PAGES)
