"""The bar that never hides: a chip per lane, and how centre, printer, shift and faults stand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.ui.attendant.amounts import amount_words
from kiosk.ui.attendant.mood_shape import MoodShape
from kiosk.ui.attendant.staff_words import StaffWords
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme
from kiosk.ui.widgets import restyle
from kiosk.views.attendant import StatusItem
from kiosk.views.lanes_board import LaneTile

CHIPS_IN_A_ROW = 5


class LaneChip(QFrame):
    """One lane in two lines: its name, and its mood with the amount or code that matters."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._name = StaffWords(Size.BODY, bold=True, wrap=False)
        self._shape = MoodShape(theme, theme.px(3))
        self._word = StaffWords(Size.SMALL, bold=True, wrap=False)
        for words in (self._name, self._word):
            words.dress(theme)
        line = QHBoxLayout()
        line.setSpacing(theme.space(0.5))
        line.addWidget(self._shape)
        line.addWidget(self._word, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(
            theme.space(1.5), theme.space(0.5), theme.space(1.5), theme.space(0.5)
        )
        box.setSpacing(0)
        box.addWidget(self._name)
        box.addLayout(line)

    def render_view(self, tile: LaneTile, language: Language) -> None:
        """Show this lane."""
        self._name.show_words(tile.name)
        self._shape.show_mood(tile.mood)
        self._word.set_tone("muted" if tile.mood == "calm" else tile.mood.value)
        amount = "" if tile.due is None else f" · {amount_words(language, tile.due)}"
        self._word.show_words(language.say(tile.word) + amount)
        if self.property("tile") != tile.mood.value:
            self.setProperty("tile", tile.mood.value)
            restyle(self)


class Fact(QWidget):
    """A small shape and a sentence."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._shape = MoodShape(theme, theme.px(2.6))
        self._words = StaffWords(Size.SMALL, tone="muted")
        self._words.dress(theme)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.space(0.75))
        box.addWidget(self._shape)
        box.addWidget(self._words, 1)

    def render_view(self, item: StatusItem, language: Language) -> None:
        """Show this item; what is well stays muted."""
        self._shape.show_mood(item.mood)
        self._words.set_tone(item.mood.value if item.mood in ("wait", "stop") else "muted")
        topic = f"{language.say(item.topic)}: " if item.topic else ""
        self._words.show_words(topic + language.say(item.text))


class StatusBar(QWidget):
    """Lane chips above, facts below."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("part", "foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._chips: list[LaneChip] = []
        self._facts: list[Fact] = []
        self._lanes = QGridLayout()
        self._lanes.setSpacing(theme.space())
        self._line = QHBoxLayout()
        self._line.setSpacing(theme.space())
        self._line.addStretch(1)
        column = QVBoxLayout(self)
        side = theme.space(3)
        column.setContentsMargins(side, theme.space(), side, theme.space(0.5))
        column.setSpacing(theme.space(0.5))
        column.addLayout(self._lanes)
        column.addLayout(self._line)

    def render_view(
        self, tiles: tuple[LaneTile, ...], items: tuple[StatusItem, ...], language: Language
    ) -> None:
        """Show all lanes and all items."""
        while len(self._chips) < len(tiles):
            chip = LaneChip(self._theme)
            row, column = divmod(len(self._chips), CHIPS_IN_A_ROW)
            self._lanes.addWidget(chip, row, column)
            self._lanes.setColumnStretch(column, 1)
            self._chips.append(chip)
        while len(self._facts) < len(items):
            fact = Fact(self._theme)
            self._line.insertWidget(2 * len(self._facts), fact)
            self._line.insertStretch(2 * len(self._facts) + 1, 1)
            self._facts.append(fact)
        for place, chip in enumerate(self._chips):
            chip.setVisible(place < len(tiles))
            if place < len(tiles):
                chip.render_view(tiles[place], language)
        for fact, item in zip(self._facts, items, strict=True):
            fact.render_view(item, language)
