"""Setting a page in the largest type that fits: nothing is ever cut off, elided or scrolled.

Languages differ by half in length and panels by a factor of four in area. A page is dressed at the
theme's full size first; where the words do not fit, the whole page steps down together, so the five
sizes keep their proportions.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QWidget

from kiosk.ui.widgets import UNBOUNDED

OVERFULL = 0.0
"""What `fit` returns when even the smallest step is too large."""
LOUD = 1.3
"""How much larger a screen that tells the driver to act may be set."""
STEPS = (LOUD, 1.15, 1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.65, 0.6, 0.55, 0.5)


SETTLES = 4
"""Rounds in which a page and its window agree on a size: showing a widget lays both out anew."""


class Page(Protocol):
    """Something with a layout that can be dressed smaller."""

    def dress(self, scale: float) -> None:
        """Set all type and spacing at this part of the full size."""
        ...

    def layout(self) -> QLayout | None:
        """The page's outermost layout."""
        ...


class FittedPage(QWidget):
    """A page that is set anew whenever its size changes, and at rest when the size is."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("mood", "calm")
        self.scale = OVERFULL
        """The part of the full size this page was last set in."""
        self._arranging = False

    def arrange(self) -> None:
        """Lay out for the present size, in the largest type that fits."""
        if self._arranging:
            return
        self._arranging = True
        for _ in range(SETTLES):
            size = self.size()
            self.scale = self.set_out()
            if (layout := self.layout()) is not None:
                layout.activate()
            if self.size() == size:
                break
        self._arranging = False

    def set_out(self) -> float:
        """Place and dress everything once; returns the scale."""
        raise NotImplementedError

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another shape, another arrangement."""
        super().resizeEvent(event)
        self.arrange()


def fit(page: Page, room: QSize, largest: float = 1.0) -> float:
    """Dress the page at the largest step that fits `room`; returns the step."""
    for scale in (step for step in STEPS if step <= largest):
        page.dress(scale)
        if _fits(page.layout(), room):
            return scale
    return OVERFULL


def fit_width(page: Page, width: int) -> float:
    """The same for a bar, which may be as high as it likes."""
    return fit(page, QSize(width, UNBOUNDED))


def _fits(layout: QLayout | None, room: QSize) -> bool:
    if layout is None:
        return True
    _forget(layout)
    least = layout.totalMinimumSize()
    if least.width() > room.width():
        return False
    if not layout.hasHeightForWidth():
        return least.height() <= room.height()
    return layout.totalHeightForWidth(room.width()) <= room.height()


def _forget(layout: QLayout) -> None:
    """Drop remembered sizes all the way down: Qt does so only when the next event comes round.

    By the widgets and not by `itemAt`: what that returns is kept for good, also when Qt is done
    with the item, and every car would leave some.
    """
    layout.invalidate()
    for inner in layout.children():
        if isinstance(inner, QLayout):
            _forget(inner)
    owner = layout.parentWidget()
    for widget in owner.children() if owner is not None else ():
        if not isinstance(widget, QWidget) or layout.indexOf(widget) < 0:
            continue
        if (its_own := widget.layout()) is not None:
            _forget(its_own)
            widget.updateGeometry()
