"""The garage: drive a car, take the paper, scan it, and break things, all over the real wires.

It shows a `GarageView` and says what the visitor did. Nothing here touches the booth: whoever
listens hands each signal to the simulated devices, and the booth hears of it through its ports.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.domain.wording import Text
from kiosk.ui.attendant.keyed import KeyedButton
from kiosk.ui.attendant.staff_words import StaffWords
from kiosk.ui.garage.lane_card import LaneCard
from kiosk.ui.garage.mischief import Mischief
from kiosk.ui.garage.papers import Papers
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme, qt_palette, style_sheet
from kiosk.ui.widgets import Card, Words
from kiosk.views.garage import SITE_FAULTS, GarageFault, GarageLane, GarageView

BANNER = Text("Simulated garage: real wires, no real money")
TITLE = Text("Garage")
HOUR = Text("An hour later")
WIRES = Text("Wires")
FRAMES_SHOWN = 4
STEP_MS = 33
METRES_PER_SECOND = 4.0
SIDE_MM = 92.0
ACTS = {
    Qt.Key.Key_Space: "press",
    Qt.Key.Key_T: "take",
    Qt.Key.Key_S: "scan",
    Qt.Key.Key_H: "help",
    Qt.Key.Key_N: "car",
}
"""What a driver's hands do, by key; the words are the lane card's."""
LEFT_TO_RIGHT_MARK = "\u200e"


class GarageWindow(QWidget):
    """Lanes and wires on one side, papers and mischief on the other."""

    driven = Signal(str, object)
    """(lane_id, tuple of the cars' noses in metres): see `views.garage.loops_covered`."""
    button_pressed = Signal(str)
    help_pressed = Signal(str)
    ticket_taken = Signal(str)
    scanned = Signal(str, str)
    """(lane_id, what the scanner reads off the held paper)."""
    shown_at_booth = Signal(str)
    """What the cashier's scanner reads off the held paper."""
    fault_toggled = Signal(str, str, bool)
    """(lane_id or "" for the site, GarageFault, on)."""
    card_presented = Signal(str, str)
    """(lane_id, Card)."""
    hour_passed = Signal()
    """The visitor does not want to wait for a price."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self.setProperty("part", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPalette(qt_palette(theme))
        self.setStyleSheet(style_sheet(theme) + style_sheet(theme, "staff"))
        self._theme, self._language = theme, language
        self._view: GarageView | None = None
        self._chosen = ""
        self._heading = 0
        self.cards: dict[str, LaneCard] = {}
        self._banner = Words(Size.BODY, bold=True, tone="onFill")
        self._banner.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._banner.dress(theme)
        self._lanes = QVBoxLayout()
        self._lanes.setSpacing(theme.space(1.5))
        self.papers, self.mischief = Papers(theme), Mischief(theme)
        self.hour = KeyedButton(theme, size=Size.SMALL)
        self.hour.setObjectName("hour")
        self._wires = QGridLayout()
        self._frames = [self._frame_row(row) for row in range(FRAMES_SHOWN)]
        self._motor = QTimer(self)
        self._motor.setInterval(STEP_MS)
        self._motor.timeout.connect(self._roll)
        self.papers.leafed.connect(self._redraw)
        self.papers.shown_at_booth.connect(self._show_at_booth)
        self.mischief.fault_toggled.connect(self._toggled)
        self.mischief.card_presented.connect(self._presented)
        self.hour.clicked.connect(self.hour_passed)
        self._lay_out(theme)

    def render_view(self, view: GarageView) -> None:
        """Show exactly what the view says; cars stay where the visitor left them."""
        self._view = view
        say = self._language.say
        self.setWindowTitle(say(TITLE))
        right_to_left = self._language.right_to_left
        direction = (
            Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
        )
        self.setLayoutDirection(direction)
        hint = f" · {say(view.hint)}" if view.hint else ""
        self._banner.show_words(say(BANNER) + hint)
        if self._lane() is None and view.lanes:
            self._chosen = view.lanes[0].lane_id
        for lane in view.lanes:
            card = self.cards.get(lane.lane_id) or self._add_card(lane.lane_id)
            card.render_view(lane, self._language, chosen=lane.lane_id == self._chosen)
        chosen = self._lane()
        if chosen is not None:
            self.papers.render_view(chosen.slot, view.hand, self._language)
            self.mischief.render_view(chosen, view.faults, self._language)
        self.hour.say(say(HOUR), "P")
        self.hour.setEnabled(view.nobody_waits)
        self._show_frames(view)

    def speak(self, language: Language) -> None:
        """Change the language of everything shown."""
        self._language = language
        self._redraw()

    def choose(self, lane_id: str) -> None:
        """The lane that keys, faults and papers belong to."""
        if lane_id != self._chosen:
            self._stop()
            self._chosen = lane_id
            self._redraw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The driver's keys; arrows drive while they are held."""
        card = self.cards.get(self._chosen)
        if card is None:
            return
        match event.key():
            case Qt.Key.Key_Right | Qt.Key.Key_Left if not event.isAutoRepeat():
                self._heading = 1 if event.key() == Qt.Key.Key_Right else -1
                self._motor.start()
                self._roll()
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                self._next_lane(-1 if event.key() == Qt.Key.Key_Up else 1)
            case key if key in ACTS and not event.isAutoRepeat():
                self._act(self._chosen, ACTS[Qt.Key(key)])
            case Qt.Key.Key_B if not event.isAutoRepeat():
                self._show_at_booth()
            case Qt.Key.Key_P if not event.isAutoRepeat():
                self.hour.click()
            case Qt.Key.Key_PageUp | Qt.Key.Key_PageDown:
                self.papers.leaf(-1 if event.key() == Qt.Key.Key_PageUp else 1)
            case _:
                super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The car stops with the key."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not event.isAutoRepeat():
            self._stop()

    def _lay_out(self, theme: Theme) -> None:
        strip = QFrame()
        strip.setProperty("part", "banner")
        line = QVBoxLayout(strip)
        line.setContentsMargins(theme.space(), theme.space(), theme.space(), theme.space())
        line.addWidget(self._banner)
        log = Card()
        log.setLayout(self._wires)
        log.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._wires.setContentsMargins(theme.space(2), theme.space(), theme.space(2), theme.space())
        self._wires.setHorizontalSpacing(theme.space(2))
        self._wires.setVerticalSpacing(0)
        self._wires.setColumnStretch(3, 1)
        left = QVBoxLayout()
        left.setSpacing(theme.space(1.5))
        left.addLayout(self._lanes, 1)
        left.addWidget(log)
        side = QWidget()
        side.setFixedWidth(theme.px(SIDE_MM))
        right = QVBoxLayout(side)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(theme.space())
        right.addWidget(self.papers, 1)
        doings = QHBoxLayout()
        doings.setSpacing(theme.space(0.5))
        for button, share in ((self.papers.at_booth, 4), (self.hour, 3)):
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            doings.addWidget(button, share)
        right.addLayout(doings)
        right.addWidget(self.mischief)
        both = QHBoxLayout()
        margin = theme.space(2)
        both.setContentsMargins(margin, margin, margin, margin)
        both.setSpacing(theme.space(2))
        both.addLayout(left, 1)
        both.addWidget(side)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(strip)
        page.addLayout(both, 1)

    def _frame_row(self, row: int) -> tuple[StaffWords, ...]:
        """Time, wire, arrow and bytes, meaning."""
        tones = ("muted", "muted", "ink", "brand")
        words = tuple(StaffWords(Size.SMALL, tone=tone, wrap=False) for tone in tones)
        for column, one in enumerate(words):
            one.dress(self._theme)
            self._wires.addWidget(one, row, column)
        return words

    def _show_frames(self, view: GarageView) -> None:
        for row, words in enumerate(self._frames):
            if row < len(view.frames):
                frame = view.frames[row]
                raw = f"{LEFT_TO_RIGHT_MARK}{'→' if frame.outgoing else '←'}  {frame.raw}"
                shown = (frame.at, frame.wire, raw, frame.meaning)
            else:
                shown = (" ", "", "", "")
            for one, text in zip(words, shown, strict=True):
                one.show_words(text)

    def _add_card(self, lane_id: str) -> LaneCard:
        card = LaneCard(self._theme)
        card.driven.connect(self.driven)
        card.acted.connect(self._act)
        card.chosen.connect(self.choose)
        self.cards[lane_id] = card
        self._lanes.addWidget(card, 1)
        return card

    def _lane(self) -> GarageLane | None:
        lanes = self._view.lanes if self._view else ()
        return next((lane for lane in lanes if lane.lane_id == self._chosen), None)

    def _next_lane(self, step: int) -> None:
        ids = list(self.cards)
        self.choose(ids[(ids.index(self._chosen) + step) % len(ids)])

    def _act(self, lane_id: str, act: str) -> None:
        match act:
            case "press":
                self.button_pressed.emit(lane_id)
            case "take":
                self.ticket_taken.emit(lane_id)
            case "help":
                self.help_pressed.emit(lane_id)
            case "car":
                self.cards[lane_id].new_car()
            case "scan" if self.papers.code():
                self.scanned.emit(lane_id, self.papers.code())
            case _:
                pass

    def _show_at_booth(self) -> None:
        if self.papers.code():
            self.shown_at_booth.emit(self.papers.code())

    def _roll(self) -> None:
        card = self.cards.get(self._chosen)
        if card is not None and self._heading:
            card.step(self._heading * METRES_PER_SECOND * STEP_MS / 1000)

    def _stop(self) -> None:
        self._heading = 0
        self._motor.stop()

    def _toggled(self, fault: str, on: bool) -> None:
        lane_id = "" if GarageFault(fault) in SITE_FAULTS else self._chosen
        self.fault_toggled.emit(lane_id, fault, on)

    def _presented(self, card: str) -> None:
        self.card_presented.emit(self._chosen, card)

    def _redraw(self) -> None:
        if self._view is not None:
            self.render_view(self._view)
