"""The reports page: the last Zs, one of them in full, printed again, and the journal's head."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.wording import Text
from kiosk.ui.attendant.amounts import amount_words
from kiosk.ui.attendant.keyed import KeyedButton
from kiosk.ui.attendant.pick import Item, PickList
from kiosk.ui.attendant.report_card import ReportCard
from kiosk.ui.attendant.staff_words import StaffWords
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme
from kiosk.views.books import BooksView, PrintZ, ShowZ, ZRow

TITLE = Text("Reports")
NO_Z = Text("No Z was taken yet. Counting and closing a shift takes one.")
PICK = Text("Pick a Z to see it as it was taken.")
PRINT = Text("Print a copy")
ROW, DETAIL = Text("Z report {number}"), Text("{at:moment} · {who}")
SIDE_MM = 100.0


class BooksPage(QWidget):
    """A list on the left, the chosen report on the right."""

    asked = Signal(object)
    """One of `views.books`' wishes."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._view: BooksView | None = None
        self._title = StaffWords(Size.HEADLINE, bold=True, wrap=False)
        self._notice = StaffWords(Size.BODY, bold=True)
        self._empty = StaffWords(Size.BODY, tone="muted")
        self._head = StaffWords(Size.SMALL, tone="muted")
        for words in (self._title, self._notice, self._empty, self._head):
            words.dress(theme)
        self.list = PickList(theme)
        self.list.picked.connect(lambda number: self.asked.emit(ShowZ(int(number))))
        self.report = ReportCard(theme)
        self.report.setFixedWidth(theme.px(SIDE_MM))
        self.print = KeyedButton(theme, "Alt+P")
        self.print.setObjectName("print")
        self.print.clicked.connect(self._print)
        self._lay_out(theme)

    def render_view(self, view: BooksView, language: Language) -> None:
        """Show the books."""
        self._view = view
        say = language.say
        self._title.show_words(say(TITLE))
        told = view.trouble or view.done
        self._notice.set_tone("stop" if view.trouble else "go")
        self._notice.show_words(say(told) if told else "")
        self._empty.show_words("" if view.zs else say(NO_Z))
        self._head.show_words(say(view.head) if view.head else "")
        chosen = "" if view.number is None else str(view.number)
        self.list.show_items([_item(row, language) for row in view.zs], chosen)
        self.report.show_report(view.report, PICK, language)
        self.print.say(say(PRINT))
        self.print.setVisible(view.report is not None)

    def take_focus(self) -> None:
        """Nothing is typed here."""
        self.setFocus()

    def busy(self) -> bool:
        """Looking loses nothing."""
        return False

    def step_back(self) -> None:
        """Esc: nothing was begun."""

    def _lay_out(self, theme: Theme) -> None:
        left = QVBoxLayout()
        left.setSpacing(theme.space(1.25))
        for widget in (self._title, self._notice, self._empty):
            left.addWidget(widget)
        left.addWidget(self.list, 1)
        left.addWidget(self._head)
        side = QVBoxLayout()
        side.setSpacing(theme.space())
        side.addWidget(self.report, 1)
        side.addWidget(self.print)
        page = QHBoxLayout(self)
        margin = theme.space(3)
        page.setContentsMargins(margin, theme.space(1.5), margin, theme.space(1.5))
        page.setSpacing(theme.space(2.5))
        page.addLayout(left, 1)
        page.addLayout(side)

    def _print(self) -> None:
        if self._view is not None and self._view.number is not None:
            self.asked.emit(PrintZ(self._view.number))


def _item(row: ZRow, language: Language) -> Item:
    title = language.say(ROW.with_values(number=row.number))
    detail = language.say(DETAIL.with_values(at=row.taken_at, who=row.who))
    return Item(str(row.number), title, detail, amount_words(language, row.net))
