"""A tariff file: its mistakes with place and remedy, what is odd, prices beside those in force."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kiosk.domain.money import Money
from kiosk.domain.wording import Text
from kiosk.ui.attendant.amounts import amount_words
from kiosk.ui.attendant.columns import Columns, Row
from kiosk.ui.attendant.field import StaffField
from kiosk.ui.attendant.keyed import KeyedButton
from kiosk.ui.attendant.staff_words import StaffWords
from kiosk.ui.language import END_ISOLATE, ISOLATE, Language
from kiosk.ui.theme import Size, Theme
from kiosk.views.tariff import LengthRow, Remark, TariffView

PATH = Text("Path of a tariff file; Enter opens it")
CHOOSE = Text("Choose")
AGAIN = Text("Press again: new stays pay this")
STAY_OF, IN_FORCE, THIS_FILE, CHANGE = (
    Text("A car stays"),
    Text("Now"),
    Text("This file"),
    Text("Difference"),
)
PATH_LETTERS_MAX = 1000
LENGTHS_MM = 100.0
SUFFIXES = "*.toml *.json"


class FilePane(QWidget):
    """Path, remarks, comparison, and the button that publishes when it is pressed twice."""

    opened = Signal(str)
    published = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._language: Language | None = None
        self._view: TariffView | None = None
        self._confirming = False
        self.path = StaffField()
        self.path.setObjectName("path")
        self.path.setFont(theme.font(Size.BODY))
        self.path.setMinimumHeight(theme.touch)
        self.path.setMaxLength(PATH_LETTERS_MAX)
        self.path.returnPressed.connect(self._open)
        self.choose = KeyedButton(theme, "Alt+O")
        self.choose.clicked.connect(self._choose)
        self._state = StaffWords(Size.BODY, bold=True)
        self._message = StaffWords(Size.BODY, bold=True, tone="go")
        for words in (self._state, self._message):
            words.dress(theme)
        self._remarks = _Remarks(theme)
        self._lengths = Columns(theme)
        self.publish = KeyedButton(theme, "Alt+P", kind="main")
        self.publish.clicked.connect(self._publish)
        self._lay_out(theme)

    def render_view(self, view: TariffView, language: Language) -> None:
        """Show the file; what was typed as its path stays."""
        if self._view is None or (view.path, view.publish) != (self._view.path, self._view.publish):
            self._confirming = False
        self._view, self._language = view, language
        self.path.setPlaceholderText(language.say(PATH))
        self.path.setAccessibleName(language.say(PATH))
        self.choose.say(language.say(CHOOSE))
        barred = any(remark.bars for remark in view.remarks)
        self._state.set_tone("stop" if barred else "ink")
        self._state.show_words(language.say(view.state))
        self._remarks.render_view(view.remarks, language)
        self._lengths.show_rows(_rows(view.lengths, language))
        self._message.show_words(language.say(view.message) if view.message else "")
        self._show_publish()

    def step_back(self) -> None:
        """Esc: out of the question."""
        self._confirming = False
        self._show_publish()

    def _open(self) -> None:
        if path := self.path.text().strip():
            self.opened.emit(path)

    def _choose(self) -> None:
        """Qt's own dialog, beside the work: nothing waits for it."""
        dialog = QFileDialog(self, "", self.path.text(), SUFFIXES)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._chosen)
        dialog.open()

    def _chosen(self, path: str) -> None:
        self.path.setText(path)
        self.opened.emit(path)

    def _publish(self) -> None:
        if self._confirming:
            self._confirming = False
            self.published.emit()
        else:
            self._confirming = True
        self._show_publish()

    def _show_publish(self) -> None:
        if self._view is None or self._language is None:
            return
        self.publish.setEnabled(self._view.may_publish)
        words = AGAIN if self._confirming else self._view.publish
        self.publish.say(self._language.say(words))

    def _lay_out(self, theme: Theme) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.space())
        head.addWidget(self.path, 1)
        head.addWidget(self.choose)
        lengths = _scrolled(self._lengths)
        lengths.setFixedWidth(theme.px(LENGTHS_MM))
        middle = QHBoxLayout()
        middle.setSpacing(theme.space(2.5))
        middle.addWidget(self._remarks, 1)
        middle.addWidget(lengths)
        foot = QHBoxLayout()
        foot.setSpacing(theme.space(2))
        foot.addWidget(self._message, 3)
        foot.addStretch(1)
        foot.addWidget(self.publish)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1.25))
        column.addLayout(head)
        column.addWidget(self._state)
        column.addLayout(middle, 1)
        column.addLayout(foot)


class _Remarks(QScrollArea):
    """Mistakes and findings, one below the other."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: list[tuple[QFrame, StaffWords, StaffWords, StaffWords]] = []
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, theme.space(), 0)
        self._column.setSpacing(theme.space(0.75))
        self._column.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inner)

    def render_view(self, remarks: tuple[Remark, ...], language: Language) -> None:
        """Show these."""
        while len(self._rows) < len(remarks):
            self._add_row()
        for place, (box, head, text, remedy) in enumerate(self._rows):
            box.setVisible(place < len(remarks))
            if place < len(remarks):
                remark = remarks[place]
                kind = f"{language.say(remark.kind)}: " if remark.kind else ""
                head.show_words(f"{kind}{_apart(remark.place)}")
                head.set_tone("stop" if remark.bars else "wait")
                text.show_words(_apart(remark.text))
                remedy.show_words(_apart(remark.remedy))

    def _add_row(self) -> None:
        box = QFrame()
        box.setProperty("tile", "calm")
        head, text = StaffWords(bold=True), StaffWords()
        remedy = StaffWords(Size.SMALL, tone="muted")
        column = QVBoxLayout(box)
        column.setSpacing(0)
        for words in (head, text, remedy):
            words.dress(self._theme)
            column.addWidget(words)
        self._column.insertWidget(len(self._rows), box)
        self._rows.append((box, head, text, remedy))


def _apart(words: str) -> str:
    """A file's own words keep their direction in any language."""
    return f"{ISOLATE}{words}{END_ISOLATE}" if words else ""


def _scrolled(widget: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(widget)
    return area


def _rows(lengths: tuple[LengthRow, ...], language: Language) -> list[Row]:
    """What a stay costs now and then; without a file only now."""
    both = any(row.then is not None for row in lengths)
    heads = (STAY_OF, IN_FORCE, THIS_FILE, CHANGE) if both else (STAY_OF, IN_FORCE)
    rows = [Row(tuple(map(language.say, heads)), title=True)]
    for row in lengths:
        cells = [language.say(Text("{length}").with_values(length=timedelta(minutes=row.minutes)))]
        cells.append(_amount(row.now, language))
        if both:
            cells += (_amount(row.then, language), _amount(_change(row), language))
        change = _change(row)
        tone = "ink" if not change else "wait" if change.minor > 0 else "go"
        rows.append(Row(tuple(cells), tone=tone))
    return rows


def _change(row: LengthRow) -> Money | None:
    return None if row.now is None or row.then is None else row.then - row.now


def _amount(amount: Money | None, language: Language) -> str:
    return "–" if amount is None else amount_words(language, amount)
