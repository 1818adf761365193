"""A car that followed another one: in, it gets a ticket; out, a person says which stay that was.

At an exit there are two steps: the stay, looked for by when its car came in, then why it is that.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.signals import LaneKind
from kiosk.domain.wording import Text
from kiosk.ui.attendant.exception_rows import exception_item
from kiosk.ui.attendant.pick import Item
from kiosk.ui.attendant.reason import ReasonPanel
from kiosk.ui.attendant.stay_seek import StaySeek, stay_item
from kiosk.ui.language import Language
from kiosk.ui.theme import Theme
from kiosk.views.exceptions import REASONS_FOLLOWED, LetIn, LetOut, Remarkable, SeekStay, Sought

ACCEPT = {
    LaneKind.ENTRY: Text("Give it a ticket"),
    LaneKind.EXIT: Text("Say which stay it was"),
}
THIS_ONE = Text("It was this one")


class TailgatePanel(QWidget):
    """Asks what makes a stay of one tailgate. Hidden, it asks nothing."""

    asked = Signal(object)
    """`LetIn`, `SeekStay` or `LetOut`."""
    turned = Signal()
    """To another step."""
    cancelled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._one: Remarkable | None = None
        self._language: Language | None = None
        self._items: tuple[Item, ...] = ()
        self._chosen: Item | None = None
        self.seek = StaySeek(theme)
        self.seek.sought.connect(self._sought)
        self.seek.picked.connect(self._picked)
        self.seek.cancelled.connect(self.cancelled)
        self.reason = ReasonPanel(theme)
        self.reason.confirmed.connect(self._confirmed)
        self.reason.cancelled.connect(self.step_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.seek, 1)
        column.addWidget(self.reason)
        self.hide()

    @property
    def seeking(self) -> bool:
        """Whether a stay is looked for now, in place of the page's own list."""
        return not self.isHidden() and not self.seek.isHidden()

    def begin(self, one: Remarkable, language: Language) -> None:
        """Ask about this tailgate; nothing is said yet."""
        self._one, self._language, self._chosen, self._items = one, language, None, ()
        self._turn()
        self.show()
        if one.tailgate is LaneKind.EXIT:
            self.seek.show_rows((), None, language)
            self.seek.begin(language, self._said_of(ACCEPT[LaneKind.EXIT]))
        else:
            go = ACCEPT[LaneKind.ENTRY]
            self.reason.ask(language, self._said_of(go), go, REASONS_FOLLOWED)
        self.take_focus()

    def render_view(self, sought: Sought | None, language: Language) -> None:
        """Show what was found; a reason that is being given stays."""
        self._language = language
        if self._one is not None and sought is not None and sought.event_id == self._one.event_id:
            self._items = tuple(stay_item(each, language) for each in sought.stays)
            self.seek.show_rows(self._items, sought.wrong, language)

    def take_focus(self) -> None:
        """Where the work goes on."""
        if self.seeking:
            self.seek.take_focus()
        else:
            self.reason.take_focus()

    def step_back(self) -> None:
        """Esc: from the reason to the stays, which may have changed; from there out of it."""
        if self._chosen is None:
            self.cancelled.emit()
            return
        self._chosen = None
        self._turn()
        self._sought(self.seek.field.text())
        self.take_focus()

    def _turn(self) -> None:
        """To the step at hand."""
        out = self._one is not None and self._one.tailgate is LaneKind.EXIT
        seeking = out and self._chosen is None
        self.seek.setVisible(seeking)
        self.reason.setVisible(not seeking)
        self.turned.emit()

    def _sought(self, typed: str) -> None:
        if self._one is not None:
            self.asked.emit(SeekStay(self._one.event_id, typed))

    def _picked(self, key: str) -> None:
        self._chosen = next((item for item in self._items if item.key == key), None)
        if self._chosen is not None and self._language is not None:
            self._turn()
            title = f"{self._chosen.title} · {self._chosen.detail}"
            self.reason.ask(self._language, title, THIS_ONE, REASONS_FOLLOWED)

    def _confirmed(self, _choice: str, reason: str) -> None:
        if self._one is None:
            return
        if self._chosen is None:
            self.asked.emit(LetIn(self._one.event_id, reason))
        else:
            self.asked.emit(LetOut(self._one.event_id, self._chosen.key, reason))

    def _said_of(self, go: Text) -> str:
        """What is asked, and about which car."""
        if self._one is None or self._language is None:
            return ""
        item = exception_item(self._one, self._language)
        return f"{self._language.say(go)} · {item.detail}"
