"""The rate simulator: past stays under the opened file, with progress and a way out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kiosk.domain.wording import Text
from kiosk.ui.attendant.amounts import amount_words
from kiosk.ui.attendant.columns import Columns, Row
from kiosk.ui.attendant.field import StaffField
from kiosk.ui.attendant.keyed import KeyedButton
from kiosk.ui.attendant.staff_words import StaffWords
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme
from kiosk.views.tariff import ShareRow, TariffView, Trial

SINCE, UNTIL = Text("Stays from"), Text("until before")
DATE = Text("all")
TRY, STOP = Text("Try on past stays"), Text("Stop")
NO_FILE = Text("Open a tariff file without mistakes first: past stays are priced again under it.")
HOW = Text("Every stay that is over gets a price under the file. Lanes go on; nothing is changed.")
FAR = Text("{done} of {of} stays")
FAILED = Text("That did not work: {words}")
HEADS = (Text("How many"), Text("As it is"), Text("This file"), Text("Difference"))
DATE_LETTERS_MAX = 30
DATE_MM = 36.0


class TrialPane(QWidget):
    """Two dates, one button, a bar, and what came out."""

    started = Signal(str, str)
    """(since, until), dates or empty."""
    stopped = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._labels = (StaffWords(tone="muted", wrap=False), StaffWords(tone="muted", wrap=False))
        self.since, self.until = StaffField(), StaffField()
        self.start = KeyedButton(theme, "Alt+T", kind="main")
        self.stop = KeyedButton(theme, "Alt+X")
        self._line = StaffWords(Size.BODY)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(theme.space(1.5))
        self._summary = StaffWords(Size.BODY, bold=True)
        self._table = Columns(theme)
        for words in (*self._labels, self._line, self._summary):
            words.dress(theme)
        for name, field in (("since", self.since), ("until", self.until)):
            field.setObjectName(name)
            field.setFont(theme.font(Size.BODY))
            field.setFixedSize(theme.px(DATE_MM), theme.touch)
            field.setMaxLength(DATE_LETTERS_MAX)
            field.returnPressed.connect(self._start)
        self.start.clicked.connect(self._start)
        self.stop.clicked.connect(self.stopped)
        self._lay_out(theme)

    def render_view(self, view: TariffView, language: Language) -> None:
        """Show how far it is, and what was found."""
        say, trial = language.say, view.trial
        for words, field, text in zip(
            self._labels, (self.since, self.until), (SINCE, UNTIL), strict=True
        ):
            words.show_words(say(text))
            field.setPlaceholderText(say(DATE))
            field.setAccessibleName(say(text))
        self.start.say(say(TRY))
        self.start.setEnabled(view.may_try)
        self.stop.say(say(STOP))
        self.stop.setVisible(trial.running)
        self._line.set_tone("stop" if trial.trouble else "muted")
        self._line.show_words(say(_line(view)))
        self.bar.setVisible(trial.running)
        self._fill_bar(trial)
        self._summary.show_words("  ".join(map(say, view.summary)))
        self._table.show_rows(_rows(view.shares, language))

    def _fill_bar(self, trial: Trial) -> None:
        self.bar.setRange(0, trial.of or 0)
        self.bar.setValue(trial.done)

    def _start(self) -> None:
        if self.start.isEnabled():
            self.started.emit(self.since.text().strip(), self.until.text().strip())

    def _lay_out(self, theme: Theme) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.space())
        for words, field in zip(self._labels, (self.since, self.until), strict=True):
            head.addWidget(words)
            head.addWidget(field)
        head.addStretch(1)
        head.addWidget(self.stop)
        head.addWidget(self.start)
        table = QScrollArea()
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setWidgetResizable(True)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.setWidget(self._table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1.25))
        column.addLayout(head)
        column.addWidget(self._line)
        column.addWidget(self.bar)
        column.addWidget(self._summary)
        column.addWidget(table, 1)


def _line(view: TariffView) -> Text:
    trial = view.trial
    if trial.trouble is not None:
        return trial.trouble
    if trial.of is not None:
        return FAR.with_values(done=trial.done, of=trial.of)
    return HOW if view.may_try or trial.running else NO_FILE


def _rows(shares: tuple[ShareRow, ...], language: Language) -> list[Row]:
    rows: list[Row] = []
    for share in shares:
        if share.title is not None:
            heads = (share.title, *HEADS)
            rows.append(Row(tuple(map(language.say, heads)), title=True))
        amounts = (share.now, share.then, share.change)
        cells = (amount_words(language, amount) for amount in amounts)
        rows.append(Row((language.say(share.name), str(share.stays), *cells)))
    return rows
