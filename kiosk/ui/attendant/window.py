"""The attendant's window: rail, page, and a status bar that never hides.

It knows no lane, store or clock. What it shows comes as one `AttendantView`; what the person did
leaves as a signal. A scan of the booth's own scanner comes in by `offer_scan`, never as keystrokes.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kiosk.ui.attendant import cashier, lanes
from kiosk.ui.attendant.cashier import CashierPage
from kiosk.ui.attendant.enrol import EnrolPage
from kiosk.ui.attendant.lanes import LanesPage
from kiosk.ui.attendant.rail import Rail
from kiosk.ui.attendant.ring import RingBanner
from kiosk.ui.attendant.sign_on import SignOnPage
from kiosk.ui.attendant.staff_words import StaffWords
from kiosk.ui.attendant.status import StatusBar
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme, qt_palette, style_sheet
from kiosk.views.attendant import AttendantView
from kiosk.views.cashier import CashierAction
from kiosk.views.lanes_board import LaneAction

PAGES = ((lanes.TITLE, "F2"), (cashier.TITLE, "F3"))
"""The rail. A later page is one line here and one widget in `_pages`, in the same order."""
LANES, CASHIER = 0, 1
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
    reset_ordered = Signal(str, str)
    presence_ordered = Signal(str, str)
    void_ordered = Signal(str, str)
    evacuation_ended = Signal(str, str)
    help_answered = Signal(str)
    clock_confirmed = Signal()
    code_offered = Signal(str)
    """A scan or a typed code, for the counter. Any text at all."""
    cash_given = Signal(str, int)
    """(session_id, tendered in minor units), never less than was due on the screen."""
    lost_ordered = Signal(str, str)
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
        self._language = language
        self._view: AttendantView | None = None
        self._rail = Rail(theme, PAGES)
        self._banner = QFrame()
        self._banner.setProperty("part", "banner")
        self._banner_words = StaffWords(Size.SMALL, bold=True, tone="onFill")
        self._banner_words.dress(theme)
        self._rings = RingBanner(theme)
        self.lanes, self.cashier = LanesPage(theme), CashierPage(theme)
        self._pages = (self.lanes, self.cashier)
        self.sign_on, self.enrol = SignOnPage(theme), EnrolPage(theme)
        self._stack = QStackedWidget()
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
        if view.sign_on is not None:
            self._show_sign_on(view, entering=before is None or before.sign_on is None)
            return
        self.lanes.render_view(view.lanes, language)
        if view.cashier is not None:
            self.cashier.render_view(view.cashier, language)
        if before is None or before.sign_on is not None:
            self._idle.start()
            self.show_page(CASHIER)

    def speak(self, language: Language) -> None:
        """Change the language of everything shown."""
        self._language = language
        self._turn()
        if self._view is not None:
            self.render_view(self._view)

    def offer_scan(self, text: str) -> None:
        """A code from the booth's scanner: to the cashier from any page; to nobody when locked."""
        if self._view is not None and self._view.sign_on is None:
            self._idle.start()
            self.show_page(CASHIER)
            self.cashier.offer_scan(text)

    def show_page(self, place: int) -> None:
        """Go to a page of the rail."""
        self._stack.setCurrentWidget(self._pages[place])
        self._rail.show_page(place)
        if place == CASHIER:
            self.cashier.take_focus()
        elif place == LANES:
            self.lanes.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Any key or touch in this window puts the lock off."""
        if event.type() in _INPUT and self._idle.isActive():
            self._idle.start()
        return super().eventFilter(watched, event)

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
        self.lanes.ordered.connect(self._lane_ordered)
        self.cashier.ordered.connect(self._cashier_ordered)
        self.cashier.code_offered.connect(self.code_offered)
        self.cashier.cash_given.connect(self.cash_given)
        self.cashier.receipt_ordered.connect(self.receipt_ordered)
        self._idle.timeout.connect(self._lock_idle)
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.cashier)
        back.activated.connect(self._step_back)

    def _lay_out(self, theme: Theme) -> None:
        strip = QHBoxLayout(self._banner)
        strip.setContentsMargins(theme.space(3), theme.space(0.5), theme.space(3), theme.space(0.5))
        strip.addWidget(self._banner_words, 1)
        for page in (*self._pages, self.sign_on, self.enrol):
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

    def _step_back(self) -> None:
        self.cashier.step_back()

    def _lock(self) -> None:
        self.signed_off.emit("")

    def _lock_idle(self) -> None:
        """Never between counting money and booking it."""
        if self.cashier.busy():
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
            case LaneAction.CLOCK:
                self.clock_confirmed.emit()
            case LaneAction.ANSWER:
                self.help_answered.emit(lane_id)
            case order:
                plain[order].emit(lane_id, reason)

    def _cashier_ordered(self, action: str, lane_id: str, reason: str, code: str) -> None:
        match CashierAction(action):
            case CashierAction.LOST:
                self.lost_ordered.emit(lane_id, reason)
            case CashierAction.DAMAGED:
                self.reissue_ordered.emit(code, lane_id, reason)
            case CashierAction.NIL_EXIT:
                self.nil_exit_ordered.emit(lane_id, reason)
            case CashierAction.IOU:
                self.iou_ordered.emit(lane_id, reason)
