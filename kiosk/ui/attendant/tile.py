"""One lane on the lanes page: name, mood, car, code, price, and whatever is wrong."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from kiosk.domain.signals import LaneMode
from kiosk.domain.wording import Text
from kiosk.ui.attendant.amounts import amount_words
from kiosk.ui.attendant.mood_shape import MoodShape
from kiosk.ui.attendant.sketch import LaneSketch
from kiosk.ui.attendant.staff_words import StaffWords
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme
from kiosk.ui.widgets import restyle
from kiosk.views.lanes_board import MODES, LaneTile

KEPT_OPEN = Text("Kept open")
MODE = Text("Mode")


class TileFrame(QFrame):
    """A lane's tile; a press chooses it."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._lane_id = ""
        self._bar = QFrame()
        self._bar.setProperty("part", "chosen")
        self._bar.setFixedHeight(theme.px(1.2))
        self._name = StaffWords(Size.LARGE, bold=True)
        self._key = StaffWords(Size.SMALL, tone="muted", wrap=False)
        self._shape = MoodShape(theme, theme.px(5))
        self._word = StaffWords(Size.HEADLINE, bold=True)
        self._detail = StaffWords(Size.BODY)
        self._code = StaffWords(Size.BODY, bold=True, wrap=False)
        self._due = StaffWords(Size.LARGE, bold=True, wrap=False)
        self._states = StaffWords(Size.SMALL, tone="wait")
        self._faults = StaffWords(Size.SMALL, bold=True, tone="stop")
        self._sketch = LaneSketch(theme)
        for words in self._all():
            words.dress(theme)
        self._lay_out(theme)

    def render_view(self, tile: LaneTile, language: Language, key: str, chosen: bool) -> None:
        """Show this lane; `key` chooses it."""
        say = language.say
        self._lane_id = tile.lane_id
        self._name.show_words(tile.name)
        self._key.show_words(key)
        self._shape.show_mood(tile.mood)
        self._word.set_tone("ink" if tile.mood == "calm" else tile.mood.value)
        self._word.show_words(say(tile.word))
        # Why it rings stands in the banner above; what to do here goes before it.
        self._detail.show_words(say(tile.detail or tile.ringing or Text("")))
        self._code.show_words(tile.code)
        self._due.show_words("" if tile.due is None else amount_words(language, tile.due))
        self._states.show_words(" · ".join(self._orders(tile, language)))
        self._faults.show_words(
            "\n".join(f"{say(fault.device)}: {say(fault.fault)}" for fault in tile.faults)
        )
        self._sketch.show_senses(tile.senses, language)
        self._bar.setProperty("part", "chosen" if chosen else "")
        restyle(self._bar)
        if self.property("tile") != tile.mood.value:
            self.setProperty("tile", tile.mood.value)
            restyle(self)
        self.setAccessibleName(f"{tile.name}: {say(tile.word)}")

    def set_compact(self, compact: bool) -> None:
        """Give up the sketch where the room is needed for a reason."""
        self._sketch.setVisible(not compact)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose this lane."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self.chosen.emit(self._lane_id)

    def _orders(self, tile: LaneTile, language: Language) -> list[str]:
        """What somebody ordered here and must not be forgotten."""
        shown: list[str] = []
        if tile.mode is not LaneMode.OPEN:
            shown.append(f"{language.say(MODE)}: {language.say(MODES[tile.mode])}")
        if tile.keep_open:
            shown.append(language.say(KEPT_OPEN))
        return shown

    def _all(self) -> tuple[StaffWords, ...]:
        return (
            self._name,
            self._key,
            self._word,
            self._detail,
            self._code,
            self._due,
            self._states,
            self._faults,
        )

    def _lay_out(self, theme: Theme) -> None:
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._key, 0, Qt.AlignmentFlag.AlignTop)
        mood = QHBoxLayout()
        mood.setSpacing(theme.space())
        beside = QVBoxLayout()  # the shape stands beside the first line, however many there are
        beside.addSpacing(theme.space(0.75))
        beside.addWidget(self._shape)
        beside.addStretch(1)
        mood.addLayout(beside)
        mood.addWidget(self._word, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(2), 0, theme.space(2), theme.space())
        column.setSpacing(theme.space(0.5))
        column.addWidget(self._bar)
        column.addLayout(head)
        column.addLayout(mood)
        column.addWidget(self._detail)
        column.addWidget(self._due)
        column.addWidget(self._code)
        column.addWidget(self._states)
        column.addWidget(self._faults)
        column.addStretch(1)
        column.addWidget(self._sketch, 4)
