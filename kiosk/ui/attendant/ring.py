"""Lanes that ring: above every page, until somebody answers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kiosk.domain.wording import Text
from kiosk.ui.attendant.keyed import KeyedButton
from kiosk.ui.attendant.staff_words import StaffWords
from kiosk.ui.icons import icon_pixmap
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme
from kiosk.views.lanes_board import LaneAction, LaneTile

ANSWER = Text("Answer")
CALLS = Text("{lane} calls")
KEY = "Alt+A"


class Ring(QFrame):
    """One call: which lane, why, and the button that takes it."""

    answered = Signal(str)

    def __init__(self, theme: Theme, key: str) -> None:
        super().__init__()
        self.setProperty("part", "ring")
        self._lane_id = ""
        bell = QLabel()
        bell.setPixmap(icon_pixmap("bell-ringing", theme.palette.on_fill, theme.px(7)))
        self._lane = StaffWords(Size.BODY, bold=True, tone="onFill", wrap=False)
        self._why = StaffWords(Size.BODY, tone="onFill")
        for words in (self._lane, self._why):
            words.dress(theme)
        self.answer = KeyedButton(theme, key, kind="onRing")
        self.answer.setObjectName("answer")
        self.answer.clicked.connect(self._answer)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(2), theme.space(0.5), theme.space(0.5), theme.space(0.5))
        row.setSpacing(theme.space(1.5))
        row.addWidget(bell)
        row.addWidget(self._lane)
        row.addWidget(self._why, 1)
        row.addWidget(self.answer)

    def render_view(self, tile: LaneTile, language: Language) -> None:
        """Show this lane's call; without the right to answer it, only show it."""
        self._lane_id = tile.lane_id
        self._lane.show_words(language.say(CALLS.with_values(lane=tile.name)))
        self._why.show_words(language.say(tile.ringing) if tile.ringing else "")
        self.answer.setVisible(LaneAction.ANSWER in tile.actions)
        self.answer.say(language.say(ANSWER))

    def _answer(self) -> None:
        self.answered.emit(self._lane_id)


class RingBanner(QWidget):
    """All calls, one below the other; the key answers the first."""

    answered = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rings: list[Ring] = []
        self._column = QVBoxLayout(self)
        margin = theme.space(3)
        self._column.setContentsMargins(margin, theme.space(), margin, 0)
        self._column.setSpacing(theme.space(0.5))

    def render_view(self, tiles: tuple[LaneTile, ...], language: Language) -> None:
        """Show who calls; nobody, and there is no banner."""
        calling = [tile for tile in tiles if tile.ringing]
        while len(self.rings) < len(calling):
            ring = Ring(self._theme, "" if self.rings else KEY)
            ring.answered.connect(self.answered)
            self.rings.append(ring)
            self._column.addWidget(ring)
        for place, ring in enumerate(self.rings):
            ring.setVisible(place < len(calling))
            if place < len(calling):
                ring.render_view(calling[place], language)
        self.setVisible(bool(calling))
