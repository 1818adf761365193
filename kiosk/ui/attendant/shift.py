"""The shift page: the drawer from its float to the count that closes it, and figures beside it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.money import Money
from kiosk.domain.wording import Text
from kiosk.ui.attendant.counting import CountPanel
from kiosk.ui.attendant.keyed import KeyedButton
from kiosk.ui.attendant.reason import ReasonPanel
from kiosk.ui.attendant.report_card import ReportCard
from kiosk.ui.attendant.staff_words import StaffWords
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme
from kiosk.views.shift import (
    COUNTED,
    SHIFT_ORDERS,
    CloseShift,
    LookAtFigures,
    MoveCash,
    OpenShift,
    ShiftAction,
    ShiftView,
    Wish,
)

TITLE = Text("Shift")
COLUMNS = 2
SIDE_MM = 100.0
NO_REPORT = Text("An X shows the figures since the last Z. It closes nothing.")
COUNTS = {
    ShiftAction.OPEN: (Text("Count the float"), Text("Open the shift")),
    ShiftAction.CLOSE: (Text("Count the drawer"), Text("Close the shift")),
    ShiftAction.HAND_OVER: (Text("Count the drawer"), Text("Hand over")),
}
"""What is counted, and the word on the button that ends it."""


class ShiftPage(QWidget):
    """What runs, what can be done with it, and the last report."""

    asked = Signal(object)
    """One of `views.shift`'s wishes."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._language: Language | None = None
        self._view: ShiftView | None = None
        self._asking: ShiftAction | None = None
        self._counts = 0
        self._stale: Text | None = None
        """What was told of the last thing; beside the next it would mislead."""
        self._title = StaffWords(Size.HEADLINE, bold=True)
        self._detail = StaffWords(Size.BODY, tone="muted")
        self._notice = StaffWords(Size.BODY, bold=True)
        for words in (self._title, self._detail, self._notice):
            words.dress(theme)
        self.order_buttons = {
            action: KeyedButton(theme, f"Alt+{order.key}", size=Size.BODY)
            for action, order in SHIFT_ORDERS.items()
        }
        for action, button in self.order_buttons.items():
            button.setObjectName(action.value)
            button.setProperty("action", action.value)
            button.clicked.connect(self._ask)
        self._orders = QWidget()
        self.count = CountPanel(theme)
        self.count.counted.connect(self._counted)
        self.count.cancelled.connect(self._stop_asking)
        self.reason = ReasonPanel(theme)
        self.reason.confirmed.connect(self._confirmed)
        self.reason.cancelled.connect(self._stop_asking)
        self.report = ReportCard(theme)
        self._lay_out(theme)

    def render_view(self, view: ShiftView, language: Language) -> None:
        """Show the shift; a count or an amount that was begun stays."""
        self._view, self._language = view, language
        say = language.say
        self._title.show_words(say(view.title))
        self._detail.show_words("" if self._asking in COUNTED else say(view.detail))
        told = view.trouble or view.done
        self._notice.set_tone("stop" if view.trouble else "go")
        self._notice.show_words(say(told) if told and told is not self._stale else "")
        for action, button in self.order_buttons.items():
            button.setVisible(action in view.actions)
            button.say(say(SHIFT_ORDERS[action].label))
        self._arrange(view.actions)
        self.report.show_report(view.report, NO_REPORT, language)
        if self._asking in COUNTED:
            self.count.speak(language, *COUNTS[self._asking])
            if view.counts != self._counts:
                self._stop_asking()
        self._counts = view.counts

    def take_focus(self) -> None:
        """Where the work goes on."""
        if self._asking in COUNTED:
            self.count.fields[0].setFocus()
        elif self._asking is not None:
            self.reason.take_focus()
        else:
            self.setFocus()

    def busy(self) -> bool:
        """Whether leaving now would lose something."""
        return self._asking is not None

    def step_back(self) -> None:
        """Esc: out of what was begun."""
        self._stop_asking()

    def _lay_out(self, theme: Theme) -> None:
        self._grid = QGridLayout(self._orders)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.space())
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1)
        for button in self.order_buttons.values():
            button.setParent(self._orders)
        left = QVBoxLayout()
        left.setSpacing(theme.space(1.25))
        for widget in (self._title, self._detail, self._notice):
            left.addWidget(widget)
        left.addWidget(self._orders)
        left.addWidget(self.count)
        left.addWidget(self.reason)
        left.addStretch(1)
        self.count.hide()
        self.reason.hide()
        self.report.setFixedWidth(theme.px(SIDE_MM))
        page = QHBoxLayout(self)
        margin = theme.space(3)
        page.setContentsMargins(margin, theme.space(1.5), margin, theme.space(1.5))
        page.setSpacing(theme.space(2.5))
        page.addLayout(left, 1)
        page.addWidget(self.report)

    def _arrange(self, actions: tuple[ShiftAction, ...]) -> None:
        """What may be done stands together, whatever else there is."""
        for place, action in enumerate(actions):
            self._grid.addWidget(self.order_buttons[action], *divmod(place, COLUMNS))

    def _ask(self) -> None:
        view, language = self._view, self._language
        if view is None or language is None:
            return
        action = ShiftAction(self.sender().property("action"))
        if action is ShiftAction.LOOK:
            self.asked.emit(LookAtFigures())
            return
        self._asking = action
        self._stale = view.trouble or view.done
        self._notice.show_words("")
        self._orders.hide()
        if action in COUNTED:
            self._detail.hide()
            self.report.hide()  # blind: nothing to look at but the money
            self.count.show()
            self.count.ask(language, view.pieces, *COUNTS[action])
        else:
            order = SHIFT_ORDERS[action]
            self.reason.show()
            label = language.say(order.label)
            nothing = Money(0, view.currency)
            self.reason.ask(language, label, order.label, order.reasons, most=nothing)

    def _counted(self, numbers: dict[int, int]) -> None:
        """The count stays until it was taken: a second person may have to agree first."""
        self._stale = None
        wish: Wish
        if self._asking is ShiftAction.OPEN:
            wish = OpenShift(numbers)
        else:
            wish = CloseShift(numbers, hand_over=self._asking is ShiftAction.HAND_OVER)
        self.asked.emit(wish)

    def _confirmed(self, _choice: str, reason: str) -> None:
        action, amount = self._asking, self.reason.amount()
        self._stale = None
        self._stop_asking()
        if action is not None and amount is not None:
            self.asked.emit(MoveCash(action, amount, reason))

    def _stop_asking(self) -> None:
        self._asking = None
        self.count.hide()
        self.reason.hide()
        self.report.show()
        self._orders.show()
        if self._view is not None and self._language is not None:
            self._detail.show_words(self._language.say(self._view.detail))
        self.setFocus()
