"""The page for everything but a price: words, a picture, the number that matters, big choices."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.ui.driver.choices import ChoiceButton
from kiosk.ui.driver.drawing import Drawing, PhoneCode, inks_on
from kiosk.ui.driver.fitting import LOUD, OVERFULL, FittedPage, fit
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme
from kiosk.ui.widgets import Words, restyle
from kiosk.views.driver import DriverView, Picture, Tap
from kiosk.views.mood import Mood

MOST_CHOICES = 4
LOW_PAGE_MM = 75.0
"""A seven-inch panel leaves less: what usually stands below then stands beside."""
CRAMPED = 0.8
"""Below this part of the full size a page does without what it can."""
ACROSS, DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Shape(Enum):
    """Where headline and choices go on a page that is not tall."""

    COLUMN = "headline, words and picture side by side, choices below"
    SPAN = "headline over the whole width"
    BESIDE = "choices in the picture's place"


class ChoicePanel(QWidget):
    """Up to four choices: the main one large, the others stacked beside or below it."""

    tapped = Signal(Tap)

    def __init__(self) -> None:
        super().__init__()
        self.buttons = [ChoiceButton() for _ in range(MOST_CHOICES)]
        self._halves = QHBoxLayout(self)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._main, self._others = QVBoxLayout(), QVBoxLayout()
        self._halves.addLayout(self._main, 16)
        self._halves.addLayout(self._others, 10)
        for button in self.buttons:
            self._others.addWidget(button)
            button.clicked.connect(self._on_clicked)

    def show_choices(self, view: DriverView, language: Language, theme: Theme) -> None:
        """Put the main choice first and the others after it."""
        for button in self.buttons:
            button.hide()
            button.choice = None
            self._main.removeWidget(button)
            self._others.removeWidget(button)
        for button, choice in zip(self.buttons, view.choices, strict=False):
            (self._main if choice.main else self._others).addWidget(button)
            button.show_choice(choice, view.mood, language, theme)
        others = [b for b in self.buttons if b.choice is not None and not b.choice.main]
        for button in self.buttons:
            button.peers = others if button in others else (button,)
        self.setVisible(bool(view.choices))

    def arrange(self, *, stacked: bool, upright: bool) -> None:
        """`upright`: main above the others. `stacked`: the others above each other."""
        self._halves.setDirection(DOWN if upright else ACROSS)
        self._others.setDirection(DOWN if stacked else ACROSS)
        has_main, has_others = bool(self._main.count()), bool(self._others.count())
        self._halves.setStretch(0, 16 if has_main else 0)
        self._halves.setStretch(1, 10 if has_others else 0)

    def dress(self, theme: Theme) -> None:
        """Take the theme's distances; choices set their own type."""
        for layout in (self._halves, self._main, self._others):
            layout.setSpacing(theme.space(2))

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, ChoiceButton) and button.choice is not None:
            self.tapped.emit(button.choice.tap)


class MessagePage(FittedPage):
    """Shows any view without a bill."""

    tapped = Signal(Tap)

    def __init__(self) -> None:
        super().__init__()
        self.headline = Words(Size.HEADLINE, bold=True)
        self.detail = Words(Size.BODY)
        self.fact = Words(Size.GIANT, bold=True, wrap=False)
        self.fact_note = Words(Size.BODY)
        self.note = Words(Size.BODY, bold=True)
        self.drawing = Drawing()
        self.phone_code = PhoneCode()
        self.panel = ChoicePanel()
        self.panel.tapped.connect(self.tapped)
        self._theme: Theme | None = None
        self._has_main = self._has_choices = self._has_picture = self._has_code = False
        self._largest = 1.0
        self._build()

    def _build(self) -> None:
        words = QVBoxLayout()
        self._words = words
        words.addStretch(1)
        for part in (self.headline, self.detail):
            words.addWidget(part)
        self._facts = QWidget()
        self._fact_row = QBoxLayout(DOWN, self._facts)
        self._fact_row.addWidget(self.fact)
        self._fact_row.addWidget(self.fact_note, 1)
        words.addWidget(self._facts)
        self._note_row = QVBoxLayout()
        self._note_row.addWidget(self.note)
        words.addLayout(self._note_row)
        words.addStretch(1)
        self._top = QHBoxLayout()
        self._top.addLayout(words)
        self._top.addWidget(self.drawing)
        self._top.addWidget(self.phone_code)
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(self._top, 3)
        self._rows.addWidget(self.panel, 5)

    def show_view(self, view: DriverView, language: Language, theme: Theme) -> None:
        """Show exactly what the view says."""
        self._theme = theme
        self.setProperty("mood", view.mood.value)
        restyle(self)
        filled = view.mood is not Mood.CALM
        for part, text in (
            (self.headline, view.headline),
            (self.detail, view.detail),
            (self.fact, view.fact),
            (self.fact_note, view.fact_note),
            (self.note, view.note),
        ):
            part.show_words(language.say(text))
            part.set_tone("onFill" if filled else "")
        if not filled:
            self.detail.set_tone("muted")
            self.fact_note.set_tone("muted")
            self.fact.set_tone("brand")
        self._largest = LOUD if filled else 1.0
        self._facts.setVisible(bool(self.fact.text() or self.fact_note.text()))
        self._has_main = any(choice.main for choice in view.choices)
        self._has_choices = bool(view.choices)
        self._has_code = bool(view.scan_me)
        self._has_picture = view.picture is not Picture.NONE and not self._has_code
        self.drawing.show_picture(view.picture, inks_on(theme, view.mood))
        self.phone_code.show_code(view.scan_me)
        self.panel.show_choices(view, language, theme)
        self.arrange()

    def set_out(self) -> float:
        """Try the shapes, the calmest first."""
        if self._theme is None:
            return OVERFULL
        tried: dict[Shape, float] = {}
        for shape in self._shapes():
            self._place(shape)
            tried[shape] = fit(self, self.size(), self._largest)
            if tried[shape] >= 1:
                break
        best = max(tried, key=tried.__getitem__)
        if best is not shape:
            self._place(best)
            fit(self, self.size(), self._largest)
        return tried[best]

    def _shapes(self) -> tuple[Shape, ...]:
        """What to try, the calmest first; a code for a phone gets the whole height."""
        if self._has_code:
            return (Shape.COLUMN,)
        if self._has_choices and not self._has_main and self.width() > self.height():
            return Shape.COLUMN, Shape.SPAN, Shape.BESIDE
        return Shape.COLUMN, Shape.SPAN

    def _place(self, shape: Shape) -> None:
        upright, low = self.height() > self.width(), self._is_low()
        beside = shape is Shape.BESIDE
        if shape is Shape.SPAN:
            self._rows.insertWidget(0, self.headline)
        else:
            self._words.insertWidget(1, self.headline)
        self._rows.setDirection(ACROSS if beside else DOWN)
        self._top.setDirection(QBoxLayout.Direction.BottomToTop if upright else ACROSS)
        self._top.setStretch(0, 9 if upright else 13)
        self._top.setStretch(1, 9 if upright else 7)
        self._top.setStretch(2, 13 if self._has_code else 0)
        self._fact_row.setDirection(ACROSS if low else DOWN)
        self.drawing.setVisible(self._has_picture and not beside)
        self.panel.arrange(stacked=upright or beside or self._has_main, upright=upright)
        self._rows.setStretchFactor(self._top, 3 if beside or self._has_main else 4)
        share = 6 if self._has_main else 0 if low else 1
        self._rows.setStretchFactor(self.panel, 2 if beside else share)

    def _is_low(self) -> bool:
        return self._theme is not None and self.height() < self._theme.px(LOW_PAGE_MM)

    def dress(self, scale: float) -> None:
        """Set all type and spacing."""
        if self._theme is None:
            return
        theme = self._theme
        for part in (self.headline, self.detail, self.fact, self.fact_note, self.note):
            part.dress(theme, scale)
        self.drawing.dress(theme)
        self.phone_code.dress(theme)
        self.panel.dress(theme)
        roomy = scale >= 1
        margin = theme.space(4 if roomy else 2)
        self._rows.setContentsMargins(margin, theme.space(1.5), margin, theme.space(2))
        self._rows.setSpacing(theme.space(1.5))
        self._top.setSpacing(theme.space(2))
        self._words.setSpacing(theme.space(1 if roomy else 0.25))
        self._fact_row.setSpacing(theme.space(1.5) if self._is_low() else 0)
        for row in (self._fact_row, self._note_row):
            row.setContentsMargins(0, theme.space(2 if roomy else 0.5), 0, 0)
