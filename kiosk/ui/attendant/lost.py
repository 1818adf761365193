"""A lost ticket: pick what it costs (flat fee, a proven time, the stay itself), then where and why.

Every way to price it is one row with its price, so that the driver hears them all before one is
chosen.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.wording import Text
from kiosk.ui.attendant.amounts import amount_words
from kiosk.ui.attendant.pick import Item
from kiosk.ui.attendant.reason import ReasonPanel
from kiosk.ui.attendant.stay_seek import StaySeek, stay_item
from kiosk.ui.language import Language
from kiosk.ui.theme import Theme
from kiosk.views.cashier import CASHIER_ORDERS, CashierAction, CashierView
from kiosk.views.lost import ON_FOOT, Declare, Seek

FLAT, SINCE = "flat", "since"
FLAT_FEE, NOT_KNOWN = Text("Flat fee"), Text("Nothing is known of the stay")
SINCE_THEN, PROVEN = Text("Since {at:moment}"), Text("The driver proves it; no stay was found")
MOST = 100
"""The list takes what room there is; without it the reason stands at the foot."""
FOOT = Text("On foot: new ticket")


class LostPanel(QWidget):
    """Two steps: what is known of the stay, then where the driver is and why."""

    asked = Signal(object)
    """`views.lost`'s wishes."""
    cancelled = Signal()

    seek: StaySeek
    reason: ReasonPanel

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._built = False
        self._view: CashierView | None = None
        self._language: Language | None = None
        self._items: tuple[Item, ...] = ()
        self._chosen: Item | None = None

    def _build(self, theme: Theme) -> None:
        """When the first ticket is lost: the page it belongs to is there from the start."""
        self._built = True
        self.seek = StaySeek(theme)
        self.seek.sought.connect(self._sought)
        self.seek.picked.connect(self._picked)
        self.seek.cancelled.connect(self.cancelled)
        self.reason = ReasonPanel(theme)
        self.reason.confirmed.connect(self._confirmed)
        self.reason.cancelled.connect(self.step_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space())
        column.addWidget(self.seek, MOST)
        column.addStretch(1)
        column.addWidget(self.reason)

    def begin(self, view: CashierView, language: Language) -> None:
        """Nothing is said yet."""
        if not self._built:
            self._build(self._theme)
        self._chosen = None
        self._turn()
        self.render_view(view, language)
        self.seek.begin(language, language.say(CASHIER_ORDERS[CashierAction.LOST].label))
        self.take_focus()

    def render_view(self, view: CashierView, language: Language) -> None:
        """Show what was found; a reason that is being given stays."""
        self._view, self._language = view, language
        self._items = tuple(_items(view, language))
        self.seek.show_rows(self._items, view.lost.wrong, language)

    def take_focus(self) -> None:
        """Where the work goes on."""
        if self._chosen is None:
            self.seek.take_focus()
        else:
            self.reason.take_focus()

    def step_back(self) -> None:
        """Esc: from the reason to the list, from the list out of it."""
        if self._chosen is None:
            self.cancelled.emit()
            return
        self._chosen = None
        self._turn()
        self.take_focus()

    def _turn(self) -> None:
        """To the step at hand."""
        asking = self._chosen is not None
        self.seek.setVisible(not asking)
        self.reason.setVisible(asking)

    def _sought(self, typed: str) -> None:
        self.asked.emit(Seek(typed))

    def _picked(self, key: str) -> None:
        view, language = self._view, self._language
        if view is None or language is None:
            return
        self._chosen = next((item for item in self._items if item.key == key), None)
        if self._chosen is None:
            return
        self._turn()
        order = CASHIER_ORDERS[CashierAction.LOST]
        places = [(each.lane_id, each.name) for each in view.exits]
        self.reason.ask(
            language,
            f"{self._chosen.title} · {self._chosen.figure}",
            order.label,
            order.reasons,
            [*places, (ON_FOOT, language.say(FOOT))],
            view.waiting or ON_FOOT,
        )

    def _confirmed(self, place: str, reason: str) -> None:
        view, chosen = self._view, self._chosen
        if view is None or chosen is None:
            return
        lost = view.lost
        match chosen.key:
            case "flat" if lost.fee is not None:
                self.asked.emit(Declare(place, reason, lost.fee))
            case "since" if lost.since is not None:
                self.asked.emit(Declare(place, reason, lost.since, None, lost.came_at))
            case session_id:
                found = (each for each in lost.stays if each.session_id == session_id)
                if (stay := next(found, None)) is not None:
                    self.asked.emit(Declare(place, reason, stay.total, session_id))


def _items(view: CashierView, language: Language) -> Sequence[Item]:
    lost, say = view.lost, language.say
    items = []
    if lost.fee is not None:
        fee = amount_words(language, lost.fee)
        items.append(Item(FLAT, say(FLAT_FEE), say(NOT_KNOWN), fee))
    if lost.since is not None and lost.came_at is not None:
        since = say(SINCE_THEN.with_values(at=lost.came_at))
        items.append(Item(SINCE, since, say(PROVEN), amount_words(language, lost.since)))
    return [*items, *(stay_item(each, language) for each in lost.stays)]
