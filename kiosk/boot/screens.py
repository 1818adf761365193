"""Every lane's window: draws what its lane published, and tells the lane what the driver did."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from kiosk.config.settings import LaneAt, Settings
from kiosk.domain.payment import Method
from kiosk.domain.signals import LaneKind
from kiosk.domain.wording import NOTHING, Text
from kiosk.lane import events as ev
from kiosk.lane.events import Event
from kiosk.lane.state import Idle, Lane
from kiosk.runtime.clock import Clock
from kiosk.ui.driver.window import DriverWindow
from kiosk.ui.language import Language
from kiosk.ui.sound import Player
from kiosk.ui.theme import CONTRAST, DAY, NIGHT, Palette
from kiosk.views.driver import SiteFacts
from kiosk.views.entry import entry_view
from kiosk.views.exit import exit_view

WINDOW_SIZE = (800, 480)
"""Pixels of a window that does not fill a screen."""
DAY_HOURS = range(7, 20)
"""When a screen that follows the sun is light; street lights and glare set the hours, roughly."""

PALETTES = {"day": DAY, "night": NIGHT, "contrast": CONTRAST}
VIEWS = {LaneKind.ENTRY: entry_view, LaneKind.EXIT: exit_view}


class Screens:
    """All driver windows of one booth. Lives on the windows' thread.

    `tell(lane_id, event)` takes what a driver did, `speak(lane_id, language)` the language of the
    paper this driver will get, `leave(lane_id, pin)` the PIN of whoever wants to close it all.
    """

    def __init__(
        self,
        settings: Settings,
        clock: Clock,
        tell: Callable[[str, Event], None],
        speak: Callable[[str, str], None],
        leave: Callable[[str, str], None],
    ) -> None:
        self.windows: dict[str, DriverWindow] = {}
        self.states = {at.id: Lane(at.kind) for at in settings.lane}
        self.free: int | None = None
        self.tariff: Text = NOTHING
        self.answered: set[str] = set()
        """Lanes whose call somebody took; until the car is gone."""
        self._settings = settings
        self._clock = clock
        self._tell = tell
        self._speak = speak
        self._leave = leave
        self._zone = ZoneInfo(settings.facility.zone)
        self._theme = settings.booth.theme
        self._shown = self._palette()

    def show(self, *, windowed: bool) -> None:
        """Put every lane's screen up, saying that it starts."""
        languages = [Language(code, self._zone) for code in self._settings.facility.languages]
        player = Player()
        for at in self._settings.lane:
            window = DriverWindow(
                languages, px_per_mm=at.px_per_mm, palette=self._shown, player=player
            )
            self._connect(window, at.id)
            self.windows[at.id] = window
            self._draw(at)
            if windowed:
                window.resize(*WINDOW_SIZE)
                window.show()
            else:
                window.enter_kiosk(at.screen)

    def draw(self) -> None:
        """Draw every screen again: the hour moved, or what the whole site shows did."""
        if (palette := self._palette()) is not self._shown:
            self._shown = palette
            for window in self.windows.values():
                window.set_palette(palette)
        for at in self._settings.lane:
            self._draw(at)

    def lane_changed(self, lane_id: str, lane: Lane) -> None:
        """A lane published itself. Once nobody is here, the next driver starts afresh."""
        before, self.states[lane_id] = self.states[lane_id], lane
        if isinstance(lane.phase, Idle) and not isinstance(before.phase, Idle):
            self.answered.discard(lane_id)
            self._speak(lane_id, self._settings.facility.languages[0])
        self._draw(next(at for at in self._settings.lane if at.id == lane_id))

    def help_answered(self, lane_id: str) -> None:
        """Somebody took this lane's call."""
        self.answered.add(lane_id)
        self.draw()

    def _draw(self, at: LaneAt) -> None:
        self.windows[at.id].render_view(VIEWS[at.kind](self.states[at.id], self._facts(at)))

    def _facts(self, at: LaneAt) -> SiteFacts:
        now = self._clock.now()
        return SiteFacts(
            name=self._settings.facility.name,
            lane_name=at.name,
            now=now - timedelta(seconds=now.second, microseconds=now.microsecond),
            free=self.free,
            tariff=self.tariff,
            takes_upi=self._settings.facility.upi is not None,
            help_answered=at.id in self.answered,
        )

    def _palette(self) -> Palette:
        if self._theme == "auto":
            now: datetime = self._clock.now().astimezone(self._zone)
            return DAY if now.hour in DAY_HOURS else NIGHT
        return PALETTES[self._theme]

    def _connect(self, window: DriverWindow, lane_id: str) -> None:
        tell = partial(self._tell, lane_id)
        window.ticket_tapped.connect(lambda: tell(ev.TicketRequested()))
        window.code_typed.connect(lambda text: tell(ev.CodeOffered(text, typed=True)))
        window.code_scanned.connect(lambda text: tell(ev.CodeOffered(text)))
        window.method_tapped.connect(lambda word: tell(ev.MethodChosen(Method(word))))
        window.back_tapped.connect(lambda: tell(ev.BackTapped()))
        window.more_time_tapped.connect(lambda: tell(ev.MoreTimeTapped()))
        window.receipt_tapped.connect(lambda: tell(ev.ReceiptWanted()))
        window.help_tapped.connect(lambda: tell(ev.HelpTapped()))
        window.language_chosen.connect(partial(self._speak, lane_id))
        window.leave_asked.connect(partial(self._leave, lane_id))
