"""Runs a booth: screens first, then the lanes, then everything else.

The first paint waits for nothing: store and devices are imported and opened after it, while the
screens say that the lane is starting. The attendant's window, sync and the papers' libraries come
once the lanes run: until then they would only take the time that the devices' answers need.
"""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from kiosk.boot.logs import complain, set_up_logs
from kiosk.boot.models import wrong_model
from kiosk.boot.screens import Screens
from kiosk.config.load import SettingsErrors, load
from kiosk.config.settings import Settings
from kiosk.domain.wording import Text
from kiosk.lane import events as ev
from kiosk.lane.state import Lane
from kiosk.runtime.clock import ShiftedClock, SystemClock
from kiosk.ui.application import create_application, end_application
from kiosk.ui.bridge import Bridge
from kiosk.ui.driver.window import DriverWindow
from kiosk.ui.language import Language
from kiosk.ui.ticker import Ticker

if TYPE_CHECKING:
    from kiosk.boot.attendant.desk import AttendantDesk
    from kiosk.boot.lanes import Lanes
    from kiosk.boot.posted import Posted
    from kiosk.boot.services import Services
    from kiosk.boot.starts import Starts
    from kiosk.boot.syncing import Sync
    from kiosk.runtime.jobs import Jobs
    from kiosk.runtime.watch import Watch
    from kiosk.ui.attendant.window import AttendantWindow
    from kiosk.views.attendant import SyncFacts

log = logging.getLogger(__name__)

BAD_SETTINGS, ALREADY_RUNNING, NO_STORE, NOT_ENROLLED = 2, 3, 4, 5
CLOCK_SECONDS, LOOK_SECONDS = 5.0, 5.0
CALM_LOOKS = 6  # while no lane says anything, every sixth look is enough
LANES_SECONDS = 0.5
"""So long the attendant's window lets the lanes go first; a dead board must not keep it away."""


def run_booth(
    site: Path,
    *,
    windowed: bool = False,
    rehearse: bool = False,
    clock_ahead: float = 0.0,
    code: str = "",
) -> int:
    """Run the booth of this settings file until its windows close; returns the exit code."""
    try:
        settings = load(site, wrong_model)
    except SettingsErrors as errors:
        complain(errors)
        return BAD_SETTINGS
    set_up_logs()
    gc.disable()  # what a start makes is there to stay; `warming.warm_up` ends it
    if code and not _enrol(settings, site.parent, code):
        return NOT_ENROLLED
    application = create_application(sys.argv[:1])
    clock = ShiftedClock(SystemClock(), clock_ahead)
    booth = Booth(settings, site.parent, clock)
    booth.show(windowed=windowed)
    if rehearse:
        booth.rehearse()
    ended = application.exec()
    booth.stop()
    return booth.failed or ended


def _enrol(settings: Settings, beside: Path, code: str) -> bool:
    from kiosk.boot.syncing import enrol
    from kiosk.sync.client import CentreTrouble

    if settings.centre is None:
        complain("There is no [centre] in the settings to enrol with.")
        return False
    try:
        enrol(settings.centre.url, code, settings.booth.id, beside / settings.booth.data)
    except CentreTrouble as trouble:
        complain(f"The centre did not let this booth in: {trouble}")
        return False
    return True


@dataclass(slots=True)
class Booth:
    """The windows of one booth, and (after `assemble`) everything behind them."""

    settings: Settings
    beside: Path
    clock: ShiftedClock
    banner: Text | None = None
    failed: int = 0
    attendant: AttendantWindow | None = None
    assembled: list[Callable[[], None]] = field(default_factory=list)
    """Called once everything runs (the demo joins its garage here)."""
    services: Services | None = None
    lanes: Lanes | None = None
    desk: AttendantDesk | None = None
    sync_facts: SyncFacts | None = None
    _windowed: bool = False
    _calm_looks: int = 0
    _ticker: Ticker = field(default_factory=Ticker)
    _bridge: Bridge = field(init=False)
    screens: Screens = field(init=False)
    _jobs: Jobs | None = None
    _posted: Posted | None = None
    _watch: Watch | None = None
    _starts: Starts | None = None
    _sync: Sync | None = None
    _rehearsal: Any = None

    def __post_init__(self) -> None:
        self._bridge = Bridge(_run)
        self.screens = Screens(
            self.settings, self.clock, self._tell, self._speak_on_paper, self._leave
        )

    @property
    def zone(self) -> ZoneInfo:
        """The facility's own zone: every screen shows its time."""
        return ZoneInfo(self.settings.facility.zone)

    def languages(self) -> list[Language]:
        """What this site speaks, its own language first."""
        return [Language(code, self.zone) for code in self.settings.facility.languages]

    # --- screens first

    def show(self, *, windowed: bool) -> None:
        """Put every lane's screen up, saying that it starts; the rest comes after the paint."""
        self._windowed = windowed
        self.screens.show(windowed=windowed)
        self._ticker.after_paint(next(iter(self.windows.values())), self.assemble)
        self._ticker.every(CLOCK_SECONDS, self.screens.draw)

    @property
    def windows(self) -> dict[str, DriverWindow]:
        """Each lane's window."""
        return self.screens.windows

    @property
    def states(self) -> dict[str, Lane]:
        """Each lane as it published itself last."""
        return self.screens.states

    def _tell(self, lane_id: str, event: Any) -> None:
        if self.lanes is not None:
            self.lanes.tell(lane_id, event)

    def _leave(self, lane_id: str, pin: str) -> None:
        """Somebody typed a PIN behind the corner of a driver's screen."""
        if self._jobs is None or self.desk is None:
            return
        leave = partial(self.desk.leave_kiosk, lane_id, pin)
        self._jobs.ask(leave, _end_if, _log_trouble)

    def _speak_on_paper(self, lane_id: str, code: str) -> None:
        if self.lanes is not None:
            self.lanes.papers[lane_id].say = Language(code, self.zone).say

    # --- then everything behind them

    def assemble(self) -> None:
        """Open the journal, build lanes and wires, start every thread."""
        from kiosk.boot.services import open_services
        from kiosk.runtime.instance import AlreadyRunning
        from kiosk.store.trouble import StoreTrouble
        from kiosk.tariff.reading import TariffErrors

        say = self.languages()[0].say
        try:
            self.services = open_services(
                self.settings, self.beside, self.clock, SystemClock().monotonic, say
            )
        except AlreadyRunning as trouble:
            self._give_up(trouble, ALREADY_RUNNING)
        except (TariffErrors, UnicodeDecodeError) as trouble:
            self._give_up(f"{self.settings.tariff}: {trouble}", BAD_SETTINGS)
        except (StoreTrouble, OSError) as trouble:
            self._give_up(trouble, NO_STORE)
        else:
            self._start(self.services)

    def _start(self, services: Services) -> None:
        from kiosk.boot.lanes import build_lanes, doubt_clock, restarts
        from kiosk.boot.posted import Posted
        from kiosk.boot.starts import Starts
        from kiosk.runtime.watch import Watch

        self.lanes = build_lanes(services, self._on_lane)
        self._posted = Posted(services.site, self.screens, self.lanes.papers.values())
        self._posted.read_price()
        self._watch = Watch(services.site, self._clock_stepped, self._full_changed)
        doubt_clock(services, self.lanes)
        blind = [at.id for at in self.settings.lane if at.board is None]
        self._starts = Starts(restarts(services), blind, self.lanes.tell)
        self._starts.start()
        self.lanes.start()
        self.languages()[0].say(self.screens.tariff)  # Babel learns to, while the devices answer
        self._ticker.once(LANES_SECONDS, self._follow)

    def _follow(self) -> None:
        """Open what follows the lanes, once: called when they run, and when that takes too long."""
        if not (self.services and self.lanes and self._posted and self._watch) or self.desk:
            return
        from kiosk.boot.attendant.opening import open_attendant
        from kiosk.boot.syncing import Sync
        from kiosk.boot.warming import warm_up
        from kiosk.runtime.jobs import Jobs

        self._jobs = Jobs(self._bridge.post)
        self.attendant, self.desk = open_attendant(
            self.services,
            self.lanes,
            self.screens,
            self._jobs,
            self.languages()[0],
            self.banner,
            self._posted.read_price,
        )
        self.attendant.stays = not self._windowed
        profiles = {at.printer.profile for at in self.settings.lane if at.printer}
        self._jobs.ask(partial(warm_up, profiles), lambda _: None, self._stayed_cold)
        self._watch.start()
        self._sync = Sync(
            self.services, lambda facts: self._bridge.post(partial(self._sync_changed, facts))
        )
        self._sync.start()
        self._ticker.every(LOOK_SECONDS, self._look)
        for call in self.assembled:
            call()

    def bookings_ahead(self) -> int:
        """How many bookings this booth expects."""
        if self.services is None:
            return 0
        with self.services.site.store.read() as unit:
            return len(unit.bookings.upcoming(self.clock.now(), 100))

    def try_sync_now(self) -> None:
        """Forget the back-off."""
        if self._sync is not None:
            self._sync.try_now()

    def _sync_changed(self, facts: SyncFacts) -> None:
        before, self.sync_facts = self.sync_facts, facts
        for cause in ("centre", "internet"):
            reachable = facts.cause != cause
            if before is None or (before.cause != cause) != reachable:
                self._tell_all(ev.GatewayChanged(cause, reachable))
        if self.desk is not None:
            self.desk.sync_changed(facts)

    def rehearse(self) -> None:
        """Take rehearsal commands from standard input."""
        from kiosk.boot.rehearsing import open_rehearsal

        self._rehearsal = open_rehearsal(self)

    def _stayed_cold(self, trouble: BaseException) -> None:
        """A profile nobody has is a mistake in the settings, though it is only noticed now."""
        from kiosk.reports.paper import UnknownProfile

        if isinstance(trouble, UnknownProfile):
            self._give_up(f"printer.profile: {trouble}", BAD_SETTINGS)

    def _give_up(self, trouble: object, code: int) -> None:
        complain(trouble)
        self.failed = code
        end_application(code)

    def _clock_stepped(self, by_ms: int) -> None:
        """Only a step back casts doubt: two tickets could carry one instant. A person ends it."""
        if by_ms < 0:
            self._tell_all(ev.ClockDoubted(doubted=True))

    def _full_changed(self, full: bool) -> None:
        if self.lanes is not None:
            self.lanes.tell_all(ev.FullChanged(full))
            self.lanes.show_full(full)

    def _tell_all(self, event: Any) -> None:
        if self.lanes is not None:
            self.lanes.tell_all(event)

    # --- what changed

    def _on_lane(self, lane_id: str, lane: Lane) -> None:
        """A lane published itself, on its own thread."""
        if self._starts is not None:
            self._starts.seen(lane_id, lane)
        self._bridge.post(partial(self._lane_changed, lane_id, lane))

    def _lane_changed(self, lane_id: str, lane: Lane) -> None:
        self._calm_looks = 0
        self.screens.lane_changed(lane_id, lane)
        if self.desk is not None:
            self.desk.lane_changed(lane_id, lane)
        elif all(each.started for each in self.states.values()):
            self._ticker.once(0, self._follow)  # once the screens have been drawn
        if self._sync is not None:
            self._sync.nudge()

    def _look(self) -> None:
        """Look at what changes by itself: what is posted, and what the attendant's window shows."""
        if self._sync is not None:
            self._sync.nudge()  # for facts no lane published: sign-ons, faults, drawer
        self._calm_looks += 1
        if self._jobs is None or self._posted is None or self._calm_looks % CALM_LOOKS != 1:
            return
        self._posted.look(self._jobs)
        if self.desk is not None:
            self.desk.look()

    def every(self, seconds: float, call: Callable[[], None]) -> None:
        """Call again and again on the windows' thread."""
        self._ticker.every(seconds, call)

    def stop(self) -> None:
        """Ports, lanes, jobs, sync, journal: in this order."""
        if self._starts is not None:
            self._starts.stop()
        if self._watch is not None:
            self._watch.stop()
        if self.lanes is not None:
            self.lanes.stop()
        if self._sync is not None:
            self._sync.stop()
        if self.desk is not None:
            self.desk.stop()
        if self._jobs is not None:
            self._jobs.stop()
        if self.services is not None:
            self.services.close()


def _run(message: object) -> None:
    """Every message over the bridge is something to call here."""
    if not callable(message):
        raise TypeError(f"{message!r} is nothing to call")
    message()


def _end_if(left: bool) -> None:
    if left:
        end_application(0)


def _log_trouble(trouble: BaseException) -> None:
    log.error("nobody could leave the kiosk: %s", trouble)
