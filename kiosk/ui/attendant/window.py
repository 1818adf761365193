"""The attendant's window: rail, page, and a status bar that never hides.

It knows no lane, store or clock. What it shows comes as one `AttendantView`; what the person did
leaves as a signal. A scan of the booth's own scanner comes in by `offer_scan`, never as keystrokes.
"""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kiosk.ui.attendant.books import BooksPage
from kiosk.ui.attendant.cashier import CashierPage
from kiosk.ui.attendant.enrol import EnrolPage
from kiosk.ui.attendant.exceptions import ExceptionsPage
from kiosk.ui.attendant.lanes import LanesPage
from kiosk.ui.attendant.pages import (
    BOOKS,
    CASHIER,
    EXCEPTIONS,
    LANES,
    PAGES,
    PASSES,
    REFUNDS,
    SHIFT,
    STAFF,
    TARIFF,
    Page,
)
from kiosk.ui.attendant.passes import PassesPage
from kiosk.ui.attendant.rail import Rail
from kiosk.ui.attendant.refunds import RefundsPage
from kiosk.ui.attendant.ring import RingBanner
from kiosk.ui.attendant.shift import ShiftPage
from kiosk.ui.attendant.sign_on import SecondPage, SignOnPage
from kiosk.ui.attendant.staff_page import StaffPage
from kiosk.ui.attendant.staff_words import StaffWords
from kiosk.ui.attendant.status import StatusBar
from kiosk.ui.attendant.tariff import TariffPage
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme, qt_palette, style_sheet
from kiosk.views.attendant import AttendantView
from kiosk.views.cashier import CashierAction
from kiosk.views.lanes_board import LaneAction

LOCK_SECONDS = 300
IDLE = "idle"
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.Wheel,
    }
)


class AttendantWindow(QWidget):
    """Everything the person in the booth sees and does."""

    signed_on = Signal(str, str)
    """(staff_id, pin)."""
    enrolled = Signal(str, str, str)
    """(name, Role, pin)."""
    signed_off = Signal(str)
    """Why: "" by hand, "idle" by itself."""
    open_ordered = Signal(str, str)
    """(lane_id, reason), as all orders below unless they say more."""
    keep_open_ordered = Signal(str, bool, str)
    """(lane_id, on, reason)."""
    mode_ordered = Signal(str, str, str)
    """(lane_id, LaneMode, reason)."""
    modes_ordered = Signal(str, bool, str, str)
    """(lane_id, of all entries or only of those into its zone, LaneMode, reason)."""
    reset_ordered = Signal(str, str)
    presence_ordered = Signal(str, str)
    void_ordered = Signal(str, str)
    evacuation_ended = Signal(str, str)
    help_answered = Signal(str)
    clock_confirmed = Signal()
    code_offered = Signal(str)
    """A scan or a typed code, for the counter. Any text at all."""
    asked = Signal(object)
    """A wish of one of the pages: `views.tilling`, `views.shift`, `views.passes` ..."""
    second_said = Signal(str, str)
    """(staff_id, pin) of the person who agrees."""
    second_cancelled = Signal()
    page_shown = Signal(int)
    nil_exit_ordered = Signal(str, str)
    iou_ordered = Signal(str, str)
    reissue_ordered = Signal(str, str, str)
    """(code, lane_id, reason)."""
    receipt_ordered = Signal(str)
    """(session_id)."""

    def __init__(
        self, theme: Theme, language: Language, lock_seconds: float = LOCK_SECONDS
    ) -> None:
        super().__init__()
        self.setProperty("part", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setPalette(qt_palette(theme))
        self.setStyleSheet(style_sheet(theme) + style_sheet(theme, "staff"))
        self.stays = False
        """Closed by a person it is made small, and not gone: nothing else would bring it back."""
        self._language = language
        self._view: AttendantView | None = None
        self._rail = Rail(theme, [(place.title, place.key) for place in PAGES])
        self._banner = QFrame()
        self._banner.setProperty("part", "banner")
        self._banner_words = StaffWords(Size.SMALL, bold=True, tone="onFill")
        self._banner_words.dress(theme)
        self._rings = RingBanner(theme)
        self._theme = theme
        self._stack = QStackedWidget()
        self._made: dict[int, Page] = {}
        self._place = CASHIER
        self.sign_on, self.enrol = SignOnPage(theme), EnrolPage(theme)
        self.second = SecondPage(theme)
        self._status = StatusBar(theme)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(round(lock_seconds * 1000))
        self._lay_out(theme)
        self._connect()
        self._turn()

    def render_view(self, view: AttendantView) -> None:
        """Show exactly what the view says; the page and what was typed stay the person's own."""
        before, self._view = self._view, view
        language = self._language
        self.setWindowTitle(view.site)
        self._banner.setVisible(view.banner is not None)
        self._banner_words.show_words(language.say(view.banner) if view.banner else "")
        self._rings.render_view(view.lanes, language)
        self._status.render_view(view.lanes, view.status, language)
        self._rail.setVisible(view.sign_on is None)
        self._rail.render_view(view.site, view.who, view.role, language)
        for place, page in enumerate(PAGES):
            self._rail.offer(place, offered=page.part(view) is not None)
        if view.sign_on is not None:
            self._show_sign_on(view, entering=before is None or before.sign_on is None)
            return
        if before is None or before.sign_on is not None:
            self._idle.start()
            self.show_page(CASHIER)
        else:
            self._draw(self._place)
        self._show_second(view, asked_before=before is not None and before.second is not None)

    def speak(self, language: Language) -> None:
        """Change the language of everything shown."""
        self._language = language
        self._turn()
        if self._view is not None:
            self.render_view(self._view)

    def offer_scan(self, text: str) -> None:
        """A code from the booth's scanner: to nobody when locked, or while a second one is asked.

        To the page that is shown, if it looks things up; else to the cashier.
        """
        view = self._view
        if view is None or view.sign_on is not None or view.second is not None:
            return
        self._idle.start()
        page = self._page(self._place)
        if isinstance(page, PassesPage | RefundsPage):
            page.offer_scan(text)
        else:
            self.show_page(CASHIER)
            self.cashier.offer_scan(text)

    def show_page(self, place: int) -> None:
        """Go to a page of the rail; not while somebody else is asked to agree."""
        if self._view is not None and self._view.second is not None:
            return
        self._place = place
        page = self._page(place)
        self._draw(place)
        self._stack.setCurrentWidget(page)
        self._rail.show_page(place)
        page.take_focus()
        self.page_shown.emit(place)

    @property
    def place(self) -> int:
        """Which page of the rail is shown."""
        return self._place

    @property
    def lanes(self) -> LanesPage:
        """The lanes page; it and all others are made when they are first wanted."""
        return cast("LanesPage", self._page(LANES))

    @property
    def cashier(self) -> CashierPage:
        """The cashier's page."""
        return cast("CashierPage", self._page(CASHIER))

    @property
    def shift(self) -> ShiftPage:
        """The shift's page."""
        return cast("ShiftPage", self._page(SHIFT))

    @property
    def passes(self) -> PassesPage:
        """The passes' page."""
        return cast("PassesPage", self._page(PASSES))

    @property
    def refunds(self) -> RefundsPage:
        """The refunds' page."""
        return cast("RefundsPage", self._page(REFUNDS))

    @property
    def books(self) -> BooksPage:
        """The reports' page."""
        return cast("BooksPage", self._page(BOOKS))

    @property
    def exceptions(self) -> ExceptionsPage:
        """The exceptions' page."""
        return cast("ExceptionsPage", self._page(EXCEPTIONS))

    @property
    def tariff(self) -> TariffPage:
        """The tariff's page, for those who may see it."""
        return cast("TariffPage", self._page(TARIFF))

    @property
    def staff(self) -> StaffPage:
        """The staff's page."""
        return cast("StaffPage", self._page(STAFF))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Any key or touch in this window puts the lock off."""
        if event.type() in _INPUT and self._idle.isActive():
            self._idle.start()
        return super().eventFilter(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Behind it the lanes run: whoever closes it only wants it out of the way."""
        if self.stays and event.spontaneous():
            event.ignore()
            self.showMinimized()
        else:
            super().closeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Watch the window itself: its own input only, before any widget takes it."""
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def _connect(self) -> None:
        self._rail.page_tapped.connect(self.show_page)
        self._rail.lock_tapped.connect(self._lock)
        self._rings.answered.connect(self.help_answered)
        self.sign_on.signed_on.connect(self.signed_on)
        self.enrol.enrolled.connect(self.enrolled)
        self.second.signed_on.connect(self.second_said)
        self.second.cancelled.connect(self.second_cancelled)
        self._idle.timeout.connect(self._lock_idle)

    def _page(self, place: int) -> Page:
        """One page of the rail, made now if it is wanted for the first time."""
        if place not in self._made:
            page = PAGES[place].make(self._theme)
            self._made[place] = page
            self._stack.addWidget(page)
            back = QShortcut(QKeySequence(Qt.Key.Key_Escape), page)
            back.activated.connect(page.step_back)
            match page:
                case LanesPage():
                    page.ordered.connect(self._lane_ordered)
                case CashierPage():
                    page.ordered.connect(self._cashier_ordered)
                    page.code_offered.connect(self.code_offered)
                    page.receipt_ordered.connect(self.receipt_ordered)
                    page.asked.connect(self.asked)
                case _:
                    page.asked.connect(self.asked)
        return self._made[place]

    def _draw(self, place: int) -> None:
        """Draw one page; the others are drawn when somebody goes there."""
        part = PAGES[place].part(self._view) if self._view is not None else None
        if part is not None:
            self._page(place).render_view(part, self._language)

    def _lay_out(self, theme: Theme) -> None:
        strip = QHBoxLayout(self._banner)
        strip.setContentsMargins(theme.space(3), theme.space(0.5), theme.space(3), theme.space(0.5))
        strip.addWidget(self._banner_words, 1)
        for page in (self.sign_on, self.enrol, self.second):
            self._stack.addWidget(page)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self._banner)
        right.addWidget(self._rings)
        right.addWidget(self._stack, 1)
        right.addWidget(self._status)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addLayout(right, 1)

    def _turn(self) -> None:
        left, right = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
        self.setLayoutDirection(right if self._language.right_to_left else left)

    def _show_sign_on(self, view: AttendantView, *, entering: bool) -> None:
        assert view.sign_on is not None  # noqa: S101 - the caller looked
        page = self.enrol if view.sign_on.enrolling else self.sign_on
        page.render_view(view.sign_on, self._language)
        if entering or self._stack.currentWidget() is not page:
            self._idle.stop()
            self._stack.setCurrentWidget(page)
            (self.enrol.name if page is self.enrol else self.sign_on.pin).setFocus()

    def _show_second(self, view: AttendantView, *, asked_before: bool) -> None:
        """Ask another person, or go back to the page that waits for their word."""
        if view.second is not None:
            self.second.render_view(view.second, self._language)
            if not asked_before:
                self._stack.setCurrentWidget(self.second)
                self.second.focus_pin()
        elif asked_before:
            self._stack.setCurrentWidget(self._page(self._place))
            self._page(self._place).take_focus()

    def _lock(self) -> None:
        self.signed_off.emit("")

    def _lock_idle(self) -> None:
        """Never between counting money and booking it."""
        if any(page.busy() for page in self._made.values()):
            self._idle.start()
        else:
            self.signed_off.emit(IDLE)

    def _lane_ordered(self, lane_id: str, action: str, reason: str, mode: str) -> None:
        plain = {
            LaneAction.OPEN: self.open_ordered,
            LaneAction.RESET: self.reset_ordered,
            LaneAction.PRESENCE: self.presence_ordered,
            LaneAction.VOID: self.void_ordered,
            LaneAction.END_EVACUATION: self.evacuation_ended,
        }
        match LaneAction(action):
            case LaneAction.KEEP_OPEN | LaneAction.RELEASE as latch:
                self.keep_open_ordered.emit(lane_id, latch is LaneAction.KEEP_OPEN, reason)
            case LaneAction.MODE:
                self.mode_ordered.emit(lane_id, mode, reason)
            case LaneAction.MODE_ZONE | LaneAction.MODE_ALL as scope:
                self.modes_ordered.emit(lane_id, scope is LaneAction.MODE_ALL, mode, reason)
            case LaneAction.CLOCK:
                self.clock_confirmed.emit()
            case LaneAction.ANSWER:
                self.help_answered.emit(lane_id)
            case order:
                plain[order].emit(lane_id, reason)

    def _cashier_ordered(self, action: str, lane_id: str, reason: str, code: str) -> None:
        match CashierAction(action):
            case CashierAction.DAMAGED:
                self.reissue_ordered.emit(code, lane_id, reason)
            case CashierAction.NIL_EXIT:
                self.nil_exit_ordered.emit(lane_id, reason)
            case CashierAction.IOU:
                self.iou_ordered.emit(lane_id, reason)
