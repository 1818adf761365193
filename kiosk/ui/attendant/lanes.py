"""The lanes page: every lane live, one of them chosen, and what may be ordered there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kiosk.domain.wording import Text
from kiosk.ui.attendant.keyed import KeyedButton
from kiosk.ui.attendant.reason import ReasonPanel
from kiosk.ui.attendant.staff_words import StaffWords
from kiosk.ui.attendant.tile import TileFrame
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme
from kiosk.views.lanes_board import MODES, ORDERS, LaneAction, LaneTile

TITLE = Text("Lanes")
NO_LANES = Text("No lanes are set up.")
TILE_MM = 50.0
KEYS_MAX = 9
OFFERED = tuple(action for action in LaneAction if action is not LaneAction.ANSWER)
"""Help is answered in the ringing banner, which is seen on every page."""


MODE_ORDERS = (LaneAction.MODE, LaneAction.MODE_ZONE, LaneAction.MODE_ALL)


class LanesPage(QWidget):
    """Tiles above, the chosen lane's orders (or the reason asked for one) below."""

    ordered = Signal(str, str, str, str)
    """(lane_id, LaneAction, reason, chosen mode or "")."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._language: Language | None = None
        self._tiles: tuple[LaneTile, ...] = ()
        self._frames: list[TileFrame] = []
        self._chosen = ""
        self._asking: tuple[str, LaneAction] | None = None
        self._title = StaffWords(Size.HEADLINE, bold=True, wrap=False)
        self._empty = StaffWords(Size.LARGE, tone="muted")
        for words in (self._title, self._empty):
            words.dress(theme)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.space(1.5))
        self.reason = ReasonPanel(theme)
        self.reason.confirmed.connect(self._confirmed)
        self.reason.cancelled.connect(self._stop_asking)
        self._orders = QWidget()
        self.order_buttons = {
            action: KeyedButton(theme, f"Alt+{ORDERS[action].key}", size=Size.SMALL, stacked=True)
            for action in OFFERED
        }
        for action, button in self.order_buttons.items():
            button.clicked.connect(self._ask)
            button.setObjectName(action.value)
            button.setProperty("action", action.value)
        self._lay_out(theme)
        self._choose_by_key()

    def render_view(self, tiles: tuple[LaneTile, ...], language: Language) -> None:
        """Show these lanes; the choice stays where it was while that lane exists."""
        self._tiles, self._language = tiles, language
        if self._tile() is None and tiles:
            self._chosen = tiles[0].lane_id
        self._title.show_words("" if self._asking else language.say(TITLE))
        self._empty.show_words("" if tiles else language.say(NO_LANES))
        while len(self._frames) < len(tiles):
            frame = TileFrame(self._theme)
            frame.chosen.connect(self.choose)
            self._frames.append(frame)
        self._arrange()
        for number, (frame, tile) in enumerate(zip(self._frames, tiles, strict=False), 1):
            key = f"Alt {number}" if number <= KEYS_MAX else ""
            frame.render_view(tile, language, key, chosen=tile.lane_id == self._chosen)
        self._show_actions()

    def choose(self, lane_id: str) -> None:
        """Make this the lane that orders go to; a reason being asked for another is dropped."""
        if lane_id != self._chosen:
            self._stop_asking()
            self._chosen = lane_id
            self._redraw()

    def take_focus(self) -> None:
        """Where the work goes on."""
        if self._asking is not None:
            self.reason.take_focus()
        else:
            self.setFocus()

    def step_back(self) -> None:
        """Esc: out of the order that was begun."""
        self._stop_asking()

    def busy(self) -> bool:
        """An order without its reason is nothing lost."""
        return False

    def resizeEvent(self, _event: object) -> None:
        """As many columns as fit."""
        self._arrange()

    def _lay_out(self, theme: Theme) -> None:
        row = QHBoxLayout(self._orders)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space())
        for button in self.order_buttons.values():
            row.addWidget(button, 1)
        inner = QWidget()
        inner.setLayout(self._grid)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        column = QVBoxLayout(self)
        margin = theme.space(3)
        column.setContentsMargins(margin, theme.space(1.5), margin, theme.space(1.5))
        column.setSpacing(theme.space(1.5))
        column.addWidget(self._title)
        column.addWidget(self._empty)
        column.addWidget(scroll, 1)
        column.addWidget(self._orders)
        column.addWidget(self.reason)
        self.reason.hide()

    def _choose_by_key(self) -> None:
        for number in range(1, KEYS_MAX + 1):
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self._orders)
            shortcut.activated.connect(self._key_pressed)
            shortcut.setProperty("number", number)

    def _key_pressed(self) -> None:
        number = int(self.sender().property("number"))
        if number <= len(self._tiles):
            self.choose(self._tiles[number - 1].lane_id)

    def _arrange(self) -> None:
        count = len(self._tiles)
        fitting = max(1, self.width() // self._theme.px(TILE_MM))
        columns = min(fitting, count) or 1
        if count > columns:
            columns = -(-count // -(-count // columns))
        for place, frame in enumerate(self._frames):
            frame.setVisible(place < count)
            self._grid.addWidget(frame, *divmod(place, columns))
        for column in range(max(self._grid.columnCount(), columns)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _tile(self) -> LaneTile | None:
        return next((tile for tile in self._tiles if tile.lane_id == self._chosen), None)

    def _show_actions(self) -> None:
        tile, language = self._tile(), self._language
        if language is None:
            return
        for action, button in self.order_buttons.items():
            button.setVisible(tile is not None and action in tile.actions)
            button.say(language.say(ORDERS[action].label))
        if self._asking and (tile is None or self._asking[1] not in tile.actions):
            self._stop_asking()

    def _ask(self) -> None:
        tile, language = self._tile(), self._language
        if tile is None or language is None:
            return
        action = LaneAction(self.sender().property("action"))
        order = ORDERS[action]
        if not order.reasons:
            self.ordered.emit(tile.lane_id, action.value, "", "")
            return
        here = action is LaneAction.MODE  # elsewhere it may be another
        modes = [m for m in MODES if m is not tile.mode or not here]
        choices = [(m.value, language.say(MODES[m])) for m in modes]
        told = f"{language.say(order.label)} · {tile.name}"
        self._asking = (tile.lane_id, action)
        self._orders.hide()
        self.reason.show()
        self._set_compact(compact=True)
        self.reason.ask(
            language,
            language.say(order.label) if action is LaneAction.MODE_ALL else told,
            order.label,
            order.reasons,
            choices if action in MODE_ORDERS else (),
        )

    def _confirmed(self, choice: str, reason: str) -> None:
        if self._asking:
            lane_id, action = self._asking
            self._stop_asking()
            self.ordered.emit(lane_id, action.value, reason, choice)

    def _stop_asking(self) -> None:
        self._asking = None
        self.reason.hide()
        self._orders.show()
        self._set_compact(compact=False)

    def _set_compact(self, *, compact: bool) -> None:
        self._title.setVisible(not compact)
        for frame in self._frames:
            frame.set_compact(compact)

    def _redraw(self) -> None:
        if self._language is not None:
            self.render_view(self._tiles, self._language)
