"""Any stay, typed field by field, and its price at once: lines, tax, curve."""

from __future__ import annotations

from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kiosk.domain.wording import Text
from kiosk.ui.attendant.amounts import amount_words
from kiosk.ui.attendant.columns import Columns, Row
from kiosk.ui.attendant.field import StaffField
from kiosk.ui.attendant.price_chart import PriceChart
from kiosk.ui.attendant.staff_words import StaffWords
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme
from kiosk.ui.widgets import Card, restyle
from kiosk.views.stay_form import FIELDS, Field
from kiosk.views.tariff import StayAnswer

LETTERS_MAX = 80
FORM_MM = 122.0
TOTAL, NOW = Text("Total"), Text("In force now")
RATE = Text("By the rate {rate}")
INCLUDED = Text("of which {tax}")


class StayPane(QWidget):
    """The form on one side, its price on the other."""

    typed = Signal(object)
    """Mapping[Field, str], at every key press."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._labels = {field: StaffWords(tone="muted") for field in Field}
        self.fields = {field: StaffField() for field in Field}
        self._wrong = StaffWords(Size.BODY, bold=True, tone="stop")
        self._rate = StaffWords(Size.BODY, tone="muted")
        self._lines = Columns(theme)
        self._total_label = StaffWords(Size.LARGE, bold=True)
        self._total = StaffWords(Size.GIANT, bold=True, wrap=False, trailing=True)
        self._chart = PriceChart(theme)
        for words in (*self._labels.values(), self._wrong, self._rate, self._total_label):
            words.dress(theme)
        self._total.dress(theme)
        for name, field in self.fields.items():
            field.setObjectName(name.value)
            field.setFont(theme.font(Size.BODY))
            field.setMinimumHeight(theme.touch)
            field.setMaxLength(LETTERS_MAX)
            field.textEdited.connect(self._tell)
        self._lay_out(theme)

    def render_view(self, answer: StayAnswer, language: Language) -> None:
        """Show what was typed, and its price."""
        say = language.say
        for name, field in self.fields.items():
            words, text = FIELDS[name], answer.typed.get(name, "")
            if field.text() != text:
                field.setText(text)
            self._labels[name].show_words(say(words.label))
            field.setPlaceholderText(say(words.example))
            field.setAccessibleName(say(words.label))
            state = "true" if name in answer.wrong else "false"
            if field.property("trouble") != state:
                field.setProperty("trouble", state)
                restyle(field)
        wrong = next(iter(answer.wrong.items()), None)
        self._wrong.show_words(f"{say(FIELDS[wrong[0]].label)}: {say(wrong[1])}" if wrong else "")
        self._rate.show_words(say(RATE.with_values(rate=answer.rate)) if answer.rate else "")
        self._lines.show_rows(_rows(answer, language))
        self._total_label.show_words(say(TOTAL) if answer.total else "")
        self._total.show_words(amount_words(language, answer.total) if answer.total else "")
        self._chart.render_view(answer.curve, answer.parked, language)

    def _tell(self) -> None:
        texts = {name: field.text() for name, field in self.fields.items()}
        self.typed.emit(MappingProxyType(texts))

    def _lay_out(self, theme: Theme) -> None:
        form = QWidget()
        form.setFixedWidth(theme.px(FORM_MM))
        grid = QGridLayout(form)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(theme.space(0.75))
        grid.setHorizontalSpacing(theme.space(1.5))
        grid.setColumnStretch(1, 1)
        for row, name in enumerate(Field):
            grid.addWidget(self._labels[name], row, 0)
            grid.addWidget(self.fields[name], row, 1)
        grid.addWidget(self._wrong, len(Field), 0, 1, 2)
        grid.setRowStretch(len(Field) + 1, 1)
        lines = QScrollArea()
        lines.setFrameShape(QFrame.Shape.NoFrame)
        lines.setWidgetResizable(True)
        lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        lines.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        lines.setWidget(self._lines)
        card = Card()
        foot = QHBoxLayout()
        foot.addWidget(self._total_label, 1)
        foot.addWidget(self._total)
        column = QVBoxLayout(card)
        column.setContentsMargins(
            theme.space(2), theme.space(1.5), theme.space(2), theme.space(1.5)
        )
        column.addWidget(self._rate)
        column.addWidget(lines, 3)
        column.addLayout(foot)
        column.addWidget(self._chart, 2)
        row_ = QHBoxLayout(self)
        row_.setContentsMargins(0, 0, 0, 0)
        row_.setSpacing(theme.space(2.5))
        row_.addWidget(form)
        row_.addWidget(card, 1)


def _rows(answer: StayAnswer, language: Language) -> list[Row]:
    rows = [
        Row((language.say(line.text), amount_words(language, line.amount))) for line in answer.lines
    ]
    rows += (
        Row(
            (language.say(INCLUDED.with_values(tax=label)), amount_words(language, tax)),
            tone="muted",
        )
        for label, tax in answer.taxes
    )
    if answer.now is not None:
        rows.append(Row((language.say(NOW), amount_words(language, answer.now)), tone="brand"))
    return rows
