"""A lane's window for its driver: draws views, and says what the driver did. It knows no lane."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QLayout,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kiosk.ui.driver.bars import Foot, Header, Strip
from kiosk.ui.driver.bill import BillPage
from kiosk.ui.driver.corner import CORNER_MM, Corner
from kiosk.ui.driver.keypad import PIN, KeypadPage
from kiosk.ui.driver.message import MessagePage
from kiosk.ui.driver.scans import WedgeScan
from kiosk.ui.driver.tongues import TonguesPage
from kiosk.ui.language import Language
from kiosk.ui.sound import Player, Sound, Speaker
from kiosk.ui.theme import (
    DAY,
    OFFICE_PX_PER_MM,
    Palette,
    Theme,
    driver_theme,
    qt_palette,
    register_fonts,
    style_sheet,
)
from kiosk.ui.widgets import TouchButton
from kiosk.views.driver import DriverView, HelpCall, Tap
from kiosk.views.mood import Mood

PRESS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select, Qt.Key.Key_Space})
STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class DriverWindow(QWidget):
    """One window for entry, exit and pay station: the view says what it is.

    The keypad, the language, and larger type are the window's own: they reset when nobody is here.
    """

    ticket_tapped = Signal()
    code_typed = Signal(str)
    code_scanned = Signal(str)
    """A scanner that plays keyboard read something."""
    method_tapped = Signal(str)
    """One of `domain.payment.Method`'s words."""
    back_tapped = Signal()
    more_time_tapped = Signal()
    receipt_tapped = Signal()
    help_tapped = Signal()
    language_chosen = Signal(str)
    """For the paper this driver will get."""
    leave_asked = Signal(str)
    """Somebody found the corner, and typed this PIN."""

    def __init__(
        self,
        languages: Sequence[Language],
        *,
        px_per_mm: float = OFFICE_PX_PER_MM,
        palette: Palette = DAY,
        motion: bool = True,
        player: Player | None = None,
    ) -> None:
        """`languages[0]` is the site's own. `motion` False: nothing moves by itself."""
        super().__init__()
        register_fonts()
        self.setProperty("part", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocus()
        self._languages = {language.code: language for language in languages}
        self._language = self._own = languages[0]
        self._px_per_mm, self._palette, self._motion = px_per_mm, palette, motion
        self._larger = self._speaking = False
        self._typing = self._choosing = self._leaving = False
        self._corner = Corner()
        self._view: DriverView | None = None
        self._player = player
        self._speaker = Speaker(self)
        self._scan = WedgeScan()
        self._theme = self._make_theme()
        self._build(languages)
        self._connect()
        self._dress()

    # --- what the lane's side calls

    def render_view(self, view: DriverView) -> None:
        """Show exactly what the view says."""
        if self._typing and _asks_for_life(view) and self.keypad.took_a_key():
            self.more_time_tapped.emit()  # whoever types is there: keep what was typed
            return
        before, self._view = self._view, view
        if view == before:
            return
        if view.resting and (before is None or not before.resting):
            self._start_over()
        same_body = before is not None and replace(view, place=before.place) == before
        if not same_body:
            self._typing = self._typing and _offers_code(view)
            self._choosing = self._leaving = False
            self._greet(before, view)
        self._draw(body=not same_body)

    def set_palette(self, palette: Palette) -> None:
        """Day or night."""
        self._palette = palette
        self._redress()

    def set_calibration(self, px_per_mm: float) -> None:
        """The technician held a bank card to the screen."""
        self._px_per_mm = px_per_mm
        self._redress()

    def enter_kiosk(self, place: int = 0) -> None:
        """Fill a screen (the last one there is, if `place` is beyond it) and hide the cursor."""
        screens = QApplication.screens()
        screen = screens[min(place, len(screens) - 1)]
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.showFullScreen()

    def closeEvent(self, event: QCloseEvent) -> None:
        """No chord and no gesture takes a kiosk's screen away; only the program's own end does."""
        event.setAccepted(not (self.isFullScreen() and event.spontaneous()))

    @property
    def theme(self) -> Theme:
        """The tokens this window is drawn with now."""
        return self._theme

    @property
    def language(self) -> Language:
        """What this driver reads now."""
        return self._language

    # --- building

    def _build(self, languages: Sequence[Language]) -> None:
        self.header, self.strip = Header(), Strip()
        self.message, self.bill = MessagePage(), BillPage()
        self.keypad, self.tongues = KeypadPage(), TonguesPage(languages)
        self.pin = KeypadPage(PIN)
        self.foot = Foot(languages, can_speak=self._speaker.works)
        self._pages = QStackedWidget()
        self._pages.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        for page in (self.message, self.bill, self.keypad, self.tongues, self.pin):
            self._pages.addWidget(page)
        rows = QVBoxLayout(self)
        rows.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.header)
        rows.addWidget(self.strip)
        rows.addWidget(self._pages, 1)
        rows.addWidget(self.foot)

    def _connect(self) -> None:
        self.message.tapped.connect(self._on_tapped)
        self.bill.tapped.connect(self._on_tapped)
        self.keypad.code_typed.connect(self._on_code_typed)
        self.pin.code_typed.connect(self._on_pin_typed)
        for pad in (self.keypad, self.pin):
            pad.pressed.connect(self._on_pressed)
        self.tongues.language_tapped.connect(self._on_language)
        self.foot.language_tapped.connect(self._on_language)
        self.foot.languages_tapped.connect(self._on_languages)
        self.foot.back_tapped.connect(self._on_back)
        self.foot.larger_tapped.connect(self._on_larger)
        self.foot.speak_tapped.connect(self._on_speak)
        self.foot.help_tapped.connect(self.help_tapped)
        for button in self.findChildren(TouchButton):
            button.pressed.connect(self._on_pressed)

    # --- drawing

    def _make_theme(self) -> Theme:
        theme = driver_theme(
            self._palette, self.width(), self.height(), self._px_per_mm, larger=self._larger
        )
        return replace(theme, motion=self._motion)

    def _dress(self) -> None:
        self.setStyleSheet(style_sheet(self._theme))
        self.setPalette(qt_palette(self._theme))
        self.setFont(self._theme.font())

    def _redress(self) -> None:
        theme = self._make_theme()
        if theme != self._theme:
            self._theme = theme
            self._dress()
            self._draw(body=True)

    def _draw(self, *, body: bool) -> None:
        view = self._view
        if view is None:
            return
        self.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft
            if self._language.right_to_left
            else Qt.LayoutDirection.LeftToRight
        )
        self.setWindowTitle(f"{view.place.site} · {view.place.lane}")
        own_page = self._typing or self._choosing or self._leaving
        self.header.show_place(view.place, self._language, self._theme)
        typing = self._typing or self._leaving
        calling = view.place.help is not HelpCall.NONE
        self.header.setVisible(view.mood is Mood.CALM and not typing and not calling)
        self.strip.show_call(view.place.help, self._language, self._theme)
        self.foot.show_foot(
            view.place.help,
            can_go_back=view.can_go_back or own_page,
            language=self._language,
            theme=self._theme,
        )
        if body:
            self._draw_body(view)

    def _draw_body(self, view: DriverView) -> None:
        """Lay out the bars first: a page must know its room before it is set."""
        page = self._page(view)
        if any(pad.hasFocus() and page is not pad for pad in (self.keypad, self.pin)):
            self.setFocus()  # or Qt hands it to some button of the foot, ring and all
        self._pages.setCurrentWidget(page)
        if (layout := self.layout()) is not None:
            layout.activate()
        if isinstance(page, KeypadPage):
            page.show_words(self._language, self._theme)
        elif page is self.tongues:
            self.tongues.show_languages(self._theme)
        elif view.bill is not None:
            self.bill.show_view(view, view.bill, self._language, self._theme)
        else:
            self.message.show_view(view, self._language, self._theme)
        self.setAccessibleName(self._language.say(view.headline))
        if self._speaking:
            self._speaker.say(self._spoken(view), self._language.code)

    def _page(self, view: DriverView) -> QWidget:
        if self._leaving:
            return self.pin
        if self._choosing:
            return self.tongues
        if self._typing:
            return self.keypad
        return self.message if view.bill is None else self.bill

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another panel: other sizes."""
        super().resizeEvent(event)
        self._redress()
        self._draw(body=True)

    def _start_over(self) -> None:
        """The next driver begins with the site's language, usual type, and silence."""
        self._typing = self._choosing = self._leaving = self._speaking = self._larger = False
        self._speaker.stop()
        self._language = self._own
        self._redress()

    def _greet(self, before: DriverView | None, view: DriverView) -> None:
        if self._player is not None and before is not None and view.mood is not before.mood:
            if view.mood is Mood.GO:
                self._player.play(Sound.GO)
            elif view.mood is not Mood.CALM:
                self._player.play(Sound.ATTENTION)

    def _spoken(self, view: DriverView) -> str:
        say = self._language.say
        texts = [view.headline, view.detail, view.fact, view.fact_note, view.note]
        for choice in view.choices:
            texts += [choice.title, choice.hint]
        sentences = [say(text) for text in texts]
        if view.bill is not None:
            sentences += [say(view.bill.since), self._language.money(view.bill.due)]
        return ". ".join(filter(None, sentences))

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Enter presses; a wedge scanner's burst is a scan and presses nothing."""
        key, at_ms = Qt.Key(event.key()), event.timestamp()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (scan := self._scan.end(at_ms)):
            self.code_scanned.emit(scan)
        elif key in PRESS and not (key == Qt.Key.Key_Space and self._scan.runs(at_ms)):
            self._press_focused()
        elif key in STEPS:
            self.focusNextPrevChild(STEPS[key] > 0)
        elif event.text().isprintable() and event.text():
            self._scan.add(event.text(), at_ms)
        else:
            super().keyPressEvent(event)

    def _press_focused(self) -> None:
        button = QApplication.focusWidget()
        if isinstance(button, QPushButton) and self.isAncestorOf(button) and button.isEnabled():
            self._on_pressed()
            button.click()

    # --- taps

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """What no button took: five touches of the corner ask for a PIN."""
        side, mirrored = self._px_per_mm * CORNER_MM, self.isRightToLeft()
        at, at_ms = event.position(), event.timestamp()
        if self._corner.touched(at, self.width(), side, at_ms, mirrored=mirrored):
            self.ask_for_pin()
        super().mousePressEvent(event)

    def ask_for_pin(self) -> None:
        """The pad behind the corner; it goes with the next thing that happens in the lane."""
        self._leaving = True
        self.pin.open_for(self._language, self._theme)
        self._draw(body=True)

    def _on_pin_typed(self, pin: str) -> None:
        self._leaving = False
        self._draw(body=True)
        self.leave_asked.emit(pin)

    def _on_pressed(self) -> None:
        if self._player is not None:
            self._player.play(Sound.CLICK)

    def _on_tapped(self, tap: Tap) -> None:
        match tap:
            case Tap.TICKET:
                self.ticket_tapped.emit()
            case Tap.CODE:
                self._typing = True
                self.keypad.open_for(self._language, self._theme)
                self._draw(body=True)
            case Tap.CARD | Tap.CASH | Tap.WALLET | Tap.UPI:
                self.method_tapped.emit(tap.value)
            case Tap.MORE_TIME:
                self.more_time_tapped.emit()
            case Tap.BACK:
                self.back_tapped.emit()
            case Tap.RECEIPT:
                self.receipt_tapped.emit()
            case Tap.HELP:
                self.help_tapped.emit()

    def _on_code_typed(self, code: str) -> None:
        self._typing = False
        self._draw(body=True)
        self.code_typed.emit(code)

    def _on_back(self) -> None:
        if self._typing or self._choosing or self._leaving:
            self._typing = self._choosing = self._leaving = False
            self._draw(body=True)
        else:
            self.back_tapped.emit()

    def _on_language(self, code: str) -> None:
        self._language = self._languages[code]
        self._choosing = False
        self._draw(body=True)
        self.language_chosen.emit(code)

    def _on_languages(self) -> None:
        self._choosing = True
        self._draw(body=True)

    def _on_larger(self) -> None:
        self._larger = not self._larger
        self._redress()

    def _on_speak(self) -> None:
        self._speaking = not self._speaking
        self._speaker.stop()
        if self._speaking and self._view is not None:
            self._speaker.say(self._spoken(self._view), self._language.code)


def _offers_code(view: DriverView) -> bool:
    return any(choice.tap is Tap.CODE for choice in view.choices)


def _asks_for_life(view: DriverView) -> bool:
    return any(choice.tap is Tap.MORE_TIME for choice in view.choices)
