"""An X or a Z on the screen: by method, given back, what stays; after a count also the drawer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.domain.wording import Text
from kiosk.reports.wording import METHODS
from kiosk.ui.attendant.amounts import amount_words
from kiosk.ui.attendant.figures import Figure, Figures
from kiosk.ui.attendant.mood_shape import MoodShape
from kiosk.ui.attendant.staff_words import StaffWords
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme
from kiosk.ui.widgets import Card
from kiosk.views.shift import Report, verdict_on

TIMES = Text("{method} × {count}")
BACK = Text("{method} given back × {count}")
NET = Text("What stays")
PERPETUAL = Text("Since the first day")
UNSETTLED = Text("Without an outcome")
MUST_BE, COUNTED_AS = Text("Must be in the drawer"), Text("Counted")


class ReportCard(Card):
    """An X or a Z: by method, given back, what stays; after a count also the drawer."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._title = StaffWords(Size.LARGE, bold=True)
        self._empty = StaffWords(Size.BODY, tone="muted")
        self._verdict = StaffWords(Size.LARGE, bold=True)
        self._shape = MoodShape(theme, theme.px(5))
        for words in (self._title, self._empty, self._verdict):
            words.dress(theme)
        self._figures = Figures(theme)
        inner = QWidget()
        lines = QVBoxLayout(inner)
        lines.setContentsMargins(0, 0, theme.space(), 0)
        lines.addWidget(self._figures)
        lines.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        verdict = QHBoxLayout()
        verdict.setSpacing(theme.space())
        verdict.addWidget(self._shape)
        verdict.addWidget(self._verdict, 1)
        column = QVBoxLayout(self)
        margin = theme.space(2.5)
        column.setContentsMargins(margin, theme.space(2), margin, theme.space(2))
        column.setSpacing(theme.space())
        column.addWidget(self._title)
        column.addLayout(verdict)
        column.addWidget(self._empty)
        column.addWidget(scroll, 1)

    def show_report(self, report: Report | None, empty: Text, language: Language) -> None:
        """Show the report, or what would stand here."""
        say = language.say
        verdict, mood = verdict_on(report)
        self._title.show_words(say(report.title) if report else "")
        self._empty.show_words("" if report else say(empty))
        self._shape.setVisible(verdict is not None)
        self._shape.show_mood(mood)
        self._verdict.set_tone(mood.value)
        self._verdict.show_words(say(verdict) if verdict else "")
        self._figures.show_figures(report_figures(report, language) if report else ())


def report_figures(report: Report, language: Language) -> tuple[Figure, ...]:
    """The lines of an X or a Z in shown words."""
    say = language.say

    def moved(text: Text, method: Method, count: int, amount: Money) -> Figure:
        words = say(text.with_values(method=say(METHODS[method]), count=count))
        return Figure(words, amount_words(language, amount))

    lines = [moved(TIMES, *each) for each in report.payments]
    lines += [
        moved(BACK, method, count, -amount) for method, count, amount in report.refunds if count
    ]
    lines.append(Figure(say(NET), amount_words(language, report.net), strong=True))
    if report.unsettled:
        lines.append(Figure(say(UNSETTLED), str(report.unsettled), tone="wait"))
    for label, amount in ((MUST_BE, report.expected), (COUNTED_AS, report.counted)):
        if amount is not None and report.counted is not None:
            lines.append(Figure(say(label), amount_words(language, amount)))
    lines.append(Figure(say(PERPETUAL), amount_words(language, report.perpetual)))
    return tuple(lines)
