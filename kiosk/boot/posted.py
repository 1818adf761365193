"""What is posted on every screen and ticket: the price of parking now, and the free spaces."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kiosk.domain.wording import Text

if TYPE_CHECKING:
    from kiosk.boot.screens import Screens
    from kiosk.runtime.jobs import Jobs
    from kiosk.runtime.paperwork import Paperwork
    from kiosk.runtime.site import Site


class Posted:
    """Keeps them up to date. Lives on the windows' thread."""

    def __init__(self, site: Site, screens: Screens, papers: Iterable[Paperwork]) -> None:
        self._site = site
        self._screens = screens
        self._papers = tuple(papers)

    def read_price(self) -> None:
        """Read the price at once: the start, or a tariff that was just published."""
        with self._site.store.read() as unit:
            self._show_price(self._site.price_now(unit))

    def look(self, jobs: Jobs) -> None:
        """Ask off this thread for both: cars come and go, and a version's day comes by itself."""

        def show(now: tuple[int | None, Text]) -> None:
            self._screens.free, price = now
            self._show_price(price)
            self._screens.draw()

        jobs.ask(self._now, show, lambda _trouble: None)

    def _now(self) -> tuple[int | None, Text]:
        with self._site.store.read() as unit:
            spaces = unit.sessions.spaces()
            free = None if spaces is None else max(0, spaces - unit.sessions.occupancy())
            return free, self._site.price_now(unit)

    def _show_price(self, price: Text) -> None:
        self._screens.tariff = price
        for paperwork in self._papers:
            paperwork.tariff = price
