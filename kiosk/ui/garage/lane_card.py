"""One lane of the garage: its road, what its driver reads, and what a driver's hands can do."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from kiosk.domain.signals import LaneKind
from kiosk.domain.wording import Text
from kiosk.ui.attendant.keyed import KeyedButton
from kiosk.ui.attendant.mood_shape import MoodShape
from kiosk.ui.attendant.staff_words import StaffWords
from kiosk.ui.garage.road import Road
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme
from kiosk.ui.widgets import restyle
from kiosk.views import garage
from kiosk.views.garage import GarageLane

PRESS = Text("Ticket button")
TAKE = Text("Take paper")
SCAN = Text("Scan paper")
HELP = Text("Help")
NEW_CAR = Text("New car")
WORDS = {"press": PRESS, "take": TAKE, "scan": SCAN, "help": HELP, "car": NEW_CAR}
KEYS = {"press": "Space", "take": "T", "scan": "S", "help": "H", "car": "N"}


class LaneCard(QFrame):
    """Emits what the driver did in this lane; drives its cars within the laws of `views.garage`."""

    driven = Signal(str, object)
    """(lane_id, tuple of noses in metres)."""
    acted = Signal(str, str)
    """(lane_id, one of `WORDS`)."""
    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._lane: GarageLane | None = None
        self._had_a_car = False
        self._name = StaffWords(Size.LARGE, bold=True, wrap=False)
        self._shape = MoodShape(theme, theme.px(3.6))
        self._headline = StaffWords(Size.BODY, bold=True, wrap=False)
        for words in (self._name, self._headline):
            words.dress(theme)
        self.road = Road(theme)
        self.road.wanted.connect(self.drive)
        self.road.touched.connect(self._touched)
        self.hands = {act: KeyedButton(theme, size=Size.SMALL) for act in WORDS}
        for act, button in self.hands.items():
            button.setObjectName(act)
            button.setProperty("act", act)
            button.clicked.connect(self._acted)
        self._lay_out(theme)

    def render_view(self, lane: GarageLane, language: Language, *, chosen: bool) -> None:
        """Show the lane; the chosen one shows its keys."""
        self._lane = lane
        self._name.show_words(lane.name)
        self._shape.show_mood(lane.mood)
        self._headline.set_tone("muted" if lane.mood == "calm" else lane.mood.value)
        self._headline.show_words(language.say(lane.headline))
        self.road.render_view(lane, language)
        for act, button in self.hands.items():
            button.say(language.say(WORDS[act]), KEYS[act] if chosen else "")
        self.hands["press"].setVisible(lane.kind is LaneKind.ENTRY)
        self.hands["take"].setEnabled(lane.slot is not None)
        self.hands["car"].setEnabled(garage.room_for_a_car(self.road.cars))
        tile = "chosen" if chosen else "calm"
        if self.property("tile") != tile:
            self.setProperty("tile", tile)
            restyle(self)

    def drive(self, car: int, wanted: float) -> None:
        """Move a car as far as it may; one that has left the road is gone."""
        if self._lane is None or car >= len(self.road.cars):
            return
        free = garage.passable(self._lane)
        moved = garage.drive(self.road.cars, car, wanted, free)
        staying = tuple(nose for nose in moved if not garage.gone(nose))
        if len(staying) < len(moved):
            self.road.last_held = 0
        self.put_cars(staying)

    def step(self, metres: float) -> None:
        """Drive the car the mouse last held, else the first on the road.

        The very first car comes by itself. No other does: whoever holds the key a little too long
        after a car has left would find the next one at the boom.
        """
        cars = self.road.cars
        if not cars:
            if not self._had_a_car:
                self.new_car()
            return
        car = self.road.last_held if self.road.last_held < len(cars) else 0
        self.drive(car, cars[car] + metres)

    def new_car(self) -> None:
        """A car comes up behind the last one."""
        if garage.room_for_a_car(self.road.cars):
            self._had_a_car = True
            self.put_cars((*self.road.cars, garage.START_METRES))

    def put_cars(self, noses: tuple[float, ...]) -> None:
        """Place the cars and tell."""
        self.road.place_cars(noses)
        self.hands["car"].setEnabled(garage.room_for_a_car(noses))
        if self._lane is not None:
            self.driven.emit(self._lane.lane_id, noses)

    def _lay_out(self, theme: Theme) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.space())
        head.addWidget(self._name, 1)
        head.addWidget(self._shape)
        head.addWidget(self._headline)
        row = QHBoxLayout()
        row.setSpacing(theme.space(0.75))
        for button in self.hands.values():
            row.addWidget(button)
        row.addStretch(1)
        for line in (head, row):
            line.setContentsMargins(theme.space(2), 0, theme.space(2), 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.border, theme.space(), theme.border, theme.space())
        column.setSpacing(theme.space(0.5))
        column.addLayout(head)
        column.addWidget(self.road, 1)
        column.addLayout(row)

    def _touched(self) -> None:
        if self._lane is not None:
            self.chosen.emit(self._lane.lane_id)

    def _acted(self) -> None:
        if self._lane is not None:
            self.chosen.emit(self._lane.lane_id)
            self.acted.emit(self._lane.lane_id, str(self.sender().property("act")))
