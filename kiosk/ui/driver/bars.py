"""The header and the foot of a driver's screen: everything here stays where it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.domain.wording import Text
from kiosk.ui.driver.fitting import fit_width
from kiosk.ui.icons import icon
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme
from kiosk.ui.widgets import TouchButton, Words
from kiosk.views.driver import HelpCall, Place

DIRECT_LANGUAGES = 3
"""Up to this many languages each has its own button; more are behind one."""
HELP = {
    HelpCall.NONE: (Text("Help"), "help", "help-circle"),
    HelpCall.RINGING: (Text("Calling"), "ringing", "phone-call"),
    HelpCall.ANSWERED: (Text("Help"), "answered", "circle-check"),
}
CALLS = {
    HelpCall.NONE: Text(""),
    HelpCall.RINGING: Text("We are calling somebody. Please stay with your car."),
    HelpCall.ANSWERED: Text("Somebody knows and is with you soon."),
}


class Header(QWidget):
    """Where you are on the left; space and time on the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.place = Words(Size.SMALL, bold=True, wrap=False)
        self.facts = Words(Size.SMALL, tone="muted", wrap=False)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.place)
        self._row.addStretch()
        self._row.addWidget(self.facts)
        self._theme: Theme | None = None

    def show_place(self, place: Place, language: Language, theme: Theme) -> None:
        """Show where and when."""
        self._theme = theme
        self.place.show_words(f"{place.site} · {place.lane}")
        clock = language.show(place.now)
        free = language.say(place.free)
        self.facts.show_words(f"{free} · {clock}" if free else clock)
        fit_width(self, self.width())

    def dress(self, scale: float) -> None:
        """Set all type and spacing."""
        if self._theme is None:
            return
        for words in (self.place, self.facts):
            words.dress(self._theme, scale)
        side, above = self._theme.space(2), self._theme.space(0.75)
        self._row.setContentsMargins(side, above, side, above)
        self._row.setSpacing(side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower, smaller type."""
        super().resizeEvent(event)
        fit_width(self, self.width())


class Strip(QWidget):
    """One line in the header's place while a call for help is running."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = Words(Size.SMALL, bold=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.words)

    def show_call(self, call: HelpCall, language: Language, theme: Theme) -> None:
        """Say where the call stands; without one, take no room."""
        self.words.show_words(language.say(CALLS[call]))
        self.words.dress(theme)
        side, above = theme.space(2), theme.space(0.75)
        self._row.setContentsMargins(side, above, side, above)
        self.setVisible(call is not HelpCall.NONE)


class Foot(QWidget):
    """Languages, larger, speak; back and help at the far end."""

    back_tapped = Signal()
    language_tapped = Signal(str)
    languages_tapped = Signal()
    larger_tapped = Signal()
    speak_tapped = Signal()
    help_tapped = Signal()

    def __init__(self, languages: Sequence[Language], *, can_speak: bool) -> None:
        super().__init__()
        self.setProperty("part", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.back = TouchButton("foot", size=Size.SMALL)
        self.tongues = [TouchButton("foot", size=Size.SMALL) for _ in languages]
        self.all_tongues = TouchButton("foot", size=Size.SMALL)
        self.larger = TouchButton("foot", size=Size.SMALL)
        self.speak = TouchButton("foot", size=Size.SMALL)
        self.help = TouchButton("help", size=Size.SMALL)
        self._languages = tuple(languages)
        self._direct = len(languages) <= DIRECT_LANGUAGES
        self._can_speak = can_speak
        self._theme: Theme | None = None
        self._build()

    def _build(self) -> None:
        keeps_its_place = self.back.sizePolicy()
        keeps_its_place.setRetainSizeWhenHidden(True)
        self.back.setSizePolicy(keeps_its_place)
        self._row = QHBoxLayout(self)
        for button in (*self.tongues, self.all_tongues, self.larger, self.speak):
            self._row.addWidget(button)
        self._row.addStretch()
        for button in (self.back, self.help):
            self._row.addWidget(button)
        self.back.clicked.connect(self.back_tapped)
        self.all_tongues.clicked.connect(self.languages_tapped)
        self.larger.clicked.connect(self.larger_tapped)
        self.speak.clicked.connect(self.speak_tapped)
        self.help.clicked.connect(self.help_tapped)
        for language, button in zip(self._languages, self.tongues, strict=True):
            button.say(language.tongue.name)
            button.clicked.connect(self._on_tongue)
        self.all_tongues.setVisible(not self._direct)
        self.speak.setVisible(self._can_speak)

    def show_foot(
        self, call: HelpCall, *, can_go_back: bool, language: Language, theme: Theme
    ) -> None:
        """Label everything in this language; the language spoken needs no button."""
        self._theme = theme
        self._draw_icons(call, theme, mirrored=language.right_to_left)
        self.back.say(language.say(Text("Back")))
        self.back.setVisible(can_go_back)
        self.larger.say(language.say(Text("Normal") if theme.larger else Text("Larger")))
        self.speak.say(language.say(Text("Speak")))
        self.all_tongues.say(language.say(Text("Language")))
        word, kind, _ = HELP[call]
        self.help.say(language.say(word))
        self.help.set_kind(kind)
        for other, button in zip(self._languages, self.tongues, strict=True):
            button.setVisible(self._direct and other.code != language.code)
        fit_width(self, self.width())

    def dress(self, scale: float) -> None:
        """Set all type and spacing."""
        if self._theme is None:
            return
        theme = self._theme
        for button in (self.back, *self.tongues, self.all_tongues, self.larger, self.speak):
            button.dress(theme, scale)
        self.help.dress(theme, scale)
        side = theme.space(2 if scale == 1 else 1)
        above = theme.space(0.75)
        self._row.setContentsMargins(side, above, side, above)
        self._row.setSpacing(theme.space(1.5 if scale == 1 else 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower, smaller labels."""
        super().resizeEvent(event)
        fit_width(self, self.width())

    def _draw_icons(self, call: HelpCall, theme: Theme, *, mirrored: bool) -> None:
        ink = theme.palette.ink
        px = theme.text_px(Size.BODY)
        for button, name in (
            (self.back, "arrow-left"),
            (self.larger, "text-size"),
            (self.speak, "volume"),
            (self.all_tongues, "world"),
        ):
            button.setIcon(icon(name, ink, px, mirrored=mirrored))
        on_button = theme.palette.on_brand if call is HelpCall.NONE else theme.palette.on_fill
        self.help.setIcon(icon(HELP[call][2], on_button, px))

    def _on_tongue(self) -> None:
        button = self.sender()
        for language, own in zip(self._languages, self.tongues, strict=True):
            if own is button:
                self.language_tapped.emit(language.code)
