"""What a visitor can make go wrong, and the card they hold to the terminal."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kiosk.domain.wording import Text
from kiosk.ui.attendant.keyed import KeyedButton
from kiosk.ui.attendant.staff_words import StaffWords
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme
from kiosk.views.garage import CARDS, LANE_FAULTS, SITE_FAULTS, GarageFault, GarageLane

FAULTS = {**LANE_FAULTS, **SITE_FAULTS}
WRONG = Text("Make something go wrong")
TERMINAL = Text("Card terminal")
COLUMNS = 2


class Mischief(QWidget):
    """Toggles for faults; cards for the chosen lane's terminal."""

    fault_toggled = Signal(str, bool)
    """(GarageFault, on)."""
    card_presented = Signal(str)
    """(Card)."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._title = StaffWords(Size.BODY, bold=True, wrap=False)
        self._terminal = StaffWords(Size.BODY, bold=True, wrap=False)
        for words in (self._title, self._terminal):
            words.dress(theme)
        self.faults = {
            fault: KeyedButton(theme, kind="fault", size=Size.SMALL, stacked=True)
            for fault in FAULTS
        }
        self.cards = {card: KeyedButton(theme, size=Size.SMALL, stacked=True) for card in CARDS}
        for fault, button in self.faults.items():
            button.setCheckable(True)
            button.setObjectName(fault.value)
            button.setProperty("fault", fault.value)
            button.clicked.connect(self._toggled)
        for card, button in self.cards.items():
            button.setObjectName(card.value)
            button.setProperty("card", card.value)
            button.clicked.connect(self._presented)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(0.5))
        for words, buttons in ((self._terminal, self.cards), (self._title, self.faults)):
            grid = QGridLayout()
            grid.setSpacing(theme.space(0.5))
            for place, button in enumerate(buttons.values()):
                grid.addWidget(button, *divmod(place, COLUMNS))
            for place in range(COLUMNS):
                grid.setColumnStretch(place, 1)
            column.addWidget(words)
            column.addLayout(grid)

    def render_view(
        self, lane: GarageLane, site_faults: frozenset[GarageFault], language: Language
    ) -> None:
        """Show what is wrong in this lane and at the site."""
        say = language.say
        self._title.show_words(say(WRONG))
        for fault, button in self.faults.items():
            button.say(say(FAULTS[fault]))
            button.setChecked(fault in lane.faults or fault in site_faults)
        has_terminal = lane.terminal is not None
        self.faults[GarageFault.CARD_SILENT].setEnabled(has_terminal)
        screen = f"{say(TERMINAL)}: {say(lane.terminal)}" if lane.terminal else ""
        self._terminal.show_words(screen)
        for card, button in self.cards.items():
            button.setVisible(has_terminal)
            button.say(say(CARDS[card]))

    def _toggled(self, on: bool) -> None:
        self.fault_toggled.emit(str(self.sender().property("fault")), on)

    def _presented(self) -> None:
        self.card_presented.emit(str(self.sender().property("card")))
