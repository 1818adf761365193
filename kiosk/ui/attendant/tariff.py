"""The tariff page for technicians and owners: any stay, a file, and past stays under it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from kiosk.domain.wording import Text
from kiosk.ui.attendant.keyed import KeyedButton
from kiosk.ui.attendant.staff_words import StaffWords
from kiosk.ui.attendant.tariff_file import FilePane
from kiosk.ui.attendant.tariff_stay import StayPane
from kiosk.ui.attendant.tariff_trial import TrialPane
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme
from kiosk.views.stay_form import Field
from kiosk.views.tariff import (
    OpenFile,
    PriceStay,
    PublishFile,
    StopTrial,
    TariffView,
    TryFile,
)

TITLE = Text("Tariff")
PARTS = (Text("A stay"), Text("A file"), Text("Past stays"))


class TariffPage(QWidget):
    """Three parts behind Alt with 1 to 3."""

    asked = Signal(object)
    """One of `views.tariff`'s wishes."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._view: TariffView | None = None
        self._language: Language | None = None
        self._title = StaffWords(Size.HEADLINE, bold=True, wrap=False)
        self._source = StaffWords(Size.BODY, tone="muted", trailing=True)
        for words in (self._title, self._source):
            words.dress(theme)
        self.stay, self.file, self.trial = StayPane(theme), FilePane(theme), TrialPane(theme)
        self._parts = (self.stay, self.file, self.trial)
        self.tabs = [KeyedButton(theme, f"Alt+{number}") for number in range(1, 4)]
        self._stack = QStackedWidget()
        self.stay.typed.connect(self._priced)
        self.file.opened.connect(self._opened)
        self.file.published.connect(self._published)
        self.trial.started.connect(self._started)
        self.trial.stopped.connect(self._stopped)
        self._lay_out(theme)
        self.tabs[0].setChecked(True)

    def render_view(self, view: TariffView, language: Language) -> None:
        """Show the part that is open; which one that is stays the person's own choice."""
        self._view, self._language = view, language
        self._title.show_words(language.say(TITLE))
        self._source.show_words(language.say(view.source))
        for tab, text in zip(self.tabs, PARTS, strict=True):
            tab.say(language.say(text))
        self._draw()

    def show_part(self, place: int) -> None:
        """Go to a stay (0), a file (1) or past stays (2)."""
        self.tabs[place].setChecked(True)
        self._stack.setCurrentWidget(self._parts[place])
        self._draw()
        self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard where the work begins."""
        first = (self.stay.fields[Field.ENTERED], self.file.path, self.trial.since)
        first[self._stack.currentIndex()].setFocus()

    def step_back(self) -> None:
        """Esc: out of a question."""
        self.file.step_back()

    def busy(self) -> bool:
        """Whether leaving now would lose something: a stay and a path are typed again soon."""
        return False

    def _draw(self) -> None:
        """The others are drawn when somebody goes there."""
        if self._view is None or self._language is None:
            return
        match self._stack.currentWidget():
            case StayPane() as stay:
                stay.render_view(self._view.stay, self._language)
            case FilePane() | TrialPane() as part:
                part.render_view(self._view, self._language)

    def _tab(self) -> None:
        self.show_part(int(self.sender().property("place")))

    def _priced(self, typed: object) -> None:
        self.asked.emit(PriceStay(typed))  # type: ignore[arg-type]

    def _opened(self, path: str) -> None:
        self.asked.emit(OpenFile(path))

    def _published(self) -> None:
        self.asked.emit(PublishFile())

    def _started(self, since: str, until: str) -> None:
        self.asked.emit(TryFile(since, until))

    def _stopped(self) -> None:
        self.asked.emit(StopTrial())

    def _lay_out(self, theme: Theme) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.space())
        head.addWidget(self._title)
        for place, tab in enumerate(self.tabs):
            tab.setObjectName(f"part-{place + 1}")
            tab.setCheckable(True)
            tab.setAutoExclusive(True)
            tab.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            tab.setProperty("place", place)
            tab.clicked.connect(self._tab)
            head.addWidget(tab)
        head.addWidget(self._source, 1)
        for part in self._parts:
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        margin = theme.space(3)
        column.setContentsMargins(margin, theme.space(1.5), margin, theme.space(1.5))
        column.setSpacing(theme.space(1.5))
        column.addLayout(head)
        column.addWidget(self._stack, 1)
