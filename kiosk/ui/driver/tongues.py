"""The page of all languages, each in its own script: for more than the foot can hold."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout

from kiosk.ui.driver.fitting import FittedPage, fit
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme
from kiosk.ui.widgets import TouchButton


class TonguesPage(FittedPage):
    """One large button per language, no flags."""

    language_tapped = Signal(str)

    def __init__(self, languages: Sequence[Language]) -> None:
        super().__init__()
        self._codes: dict[TouchButton, str] = {}
        for language in languages:
            button = TouchButton("plain", size=Size.LARGE)
            button.say(language.tongue.name)
            button.clicked.connect(self._on_clicked)
            self._codes[button] = language.code
        self._grid = QGridLayout(self)
        self._theme: Theme | None = None

    def show_languages(self, theme: Theme) -> None:
        """Show the names in this theme."""
        self._theme = theme
        self.arrange()

    def set_out(self) -> float:
        """Three names a row on a wide screen, two on a tall one."""
        columns = 2 if self.height() > self.width() else 3
        while self._grid.count():
            self._grid.takeAt(0)
        for place, button in enumerate(self._codes):
            self._grid.addWidget(button, place // columns, place % columns)
        return fit(self, self.size())

    def dress(self, scale: float) -> None:
        """Set all type and spacing."""
        if self._theme is None:
            return
        for button in self._codes:
            button.dress(self._theme, scale)
        margin = self._theme.space(2)
        self._grid.setContentsMargins(margin, margin, margin, margin)
        self._grid.setSpacing(self._theme.space(2))

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, TouchButton):
            self.language_tapped.emit(self._codes[button])
