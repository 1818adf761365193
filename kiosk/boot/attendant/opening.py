"""Opens the attendant's window over the lanes that run, with what stands on the counter."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from kiosk.boot.attendant.desk import AttendantDesk
from kiosk.boot.counter import counter_scanner, office_of, pages_of
from kiosk.domain.wording import Text
from kiosk.runtime.desk import Desk
from kiosk.ui.attendant.window import AttendantWindow
from kiosk.ui.language import Language
from kiosk.ui.theme import staff_theme

if TYPE_CHECKING:
    from kiosk.boot.lanes import Lanes
    from kiosk.boot.screens import Screens
    from kiosk.boot.services import Services
    from kiosk.runtime.jobs import Jobs

WINDOW_SIZE = (1280, 800)
"""Pixels; the window shares its screen with whatever else runs in the booth."""


def open_attendant(
    services: Services,
    lanes: Lanes,
    screens: Screens,
    jobs: Jobs,
    language: Language,
    banner: Text | None,
    tariff_published: Callable[[], None],
) -> tuple[AttendantWindow, AttendantDesk]:
    """The window, shown, and the desk behind it; the counter's scanner begins to read."""
    settings = services.site.settings
    window = AttendantWindow(staff_theme(), language, lock_seconds=settings.booth.lock_minutes * 60)
    desk = Desk(services.site, lanes.till, lanes.runners, lanes.papers, services.pepper)
    desk.office = office_of(services)
    desk.papers.pages = pages_of(services)
    joined = AttendantDesk(
        window,
        desk,
        jobs,
        services.site.clock,
        settings.facility.name,
        {at.id: at.name for at in settings.lane},
        banner,
        screens.help_answered,
        tariff_published,
    )
    for lane_id, lane in screens.states.items():
        joined.lane_changed(lane_id, lane)

    def scanned(text: str) -> None:
        """The cashier's scanner read something, on its port's thread."""
        jobs.post(partial(window.offer_scan, text))

    if scanner := counter_scanner(services, scanned):
        lanes.links.append(scanner)
        scanner.start()  # the lanes' own were started before
    window.resize(*WINDOW_SIZE)
    window.show()
    return window, joined
