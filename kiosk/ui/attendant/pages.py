"""The list of the attendant's pages: a new page is one line here, and the window goes by it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kiosk.domain.wording import Text
from kiosk.ui.attendant import (
    books,
    cashier,
    exceptions,
    lanes,
    passes,
    refunds,
    shift,
    staff_page,
    tariff,
)
from kiosk.ui.theme import Theme
from kiosk.views.attendant import AttendantView

Page = (
    lanes.LanesPage
    | cashier.CashierPage
    | shift.ShiftPage
    | passes.PassesPage
    | refunds.RefundsPage
    | tariff.TariffPage
    | books.BooksPage
    | exceptions.ExceptionsPage
    | staff_page.StaffPage
)


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the rail: its title, its key, its page, and what of the view that page draws.

    Where a person's view holds nothing for it, the rail does not offer it.
    """

    title: Text
    key: str
    make: Callable[[Theme], Page]
    part: Callable[[AttendantView], Any]


PAGES = (
    Place(lanes.TITLE, "F2", lanes.LanesPage, lambda view: view.lanes),
    Place(cashier.TITLE, "F3", cashier.CashierPage, lambda view: view.cashier),
    Place(shift.TITLE, "F4", shift.ShiftPage, lambda view: view.shift),
    Place(passes.TITLE, "F5", passes.PassesPage, lambda view: view.passes),
    Place(refunds.TITLE, "F6", refunds.RefundsPage, lambda view: view.refunds),
    Place(tariff.TITLE, "F7", tariff.TariffPage, lambda view: view.tariff),
    Place(books.TITLE, "F8", books.BooksPage, lambda view: view.books),
    Place(exceptions.TITLE, "F9", exceptions.ExceptionsPage, lambda view: view.exceptions),
    Place(staff_page.TITLE, "F10", staff_page.StaffPage, lambda view: view.staff),
)
LANES, CASHIER, SHIFT, PASSES, REFUNDS, TARIFF, BOOKS, EXCEPTIONS, STAFF = range(len(PAGES))
