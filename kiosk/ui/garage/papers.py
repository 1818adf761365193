"""The papers: what hangs in the slot and what the driver holds, drawn from their exact bytes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.domain.wording import Text
from kiosk.ui.attendant.keyed import KeyedButton
from kiosk.ui.attendant.staff_words import StaffWords
from kiosk.ui.garage.paper import codes_on
from kiosk.ui.garage.paper_image import paper_image
from kiosk.ui.icons import icon
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme
from kiosk.views.garage import Paper

IN_SLOT = Text("In the slot: take it")
IN_HAND = Text("In your hand: {place} of {count}")
NO_PAPER = Text("No paper yet")
AT_BOOTH = Text("Show it at the booth")
EARLIER, LATER = Text("Earlier paper"), Text("Later paper")


class PaperPicture(QWidget):
    """The paper, as large as fits; never blurred by enlarging."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._image: QImage | None = None
        self.setMinimumHeight(theme.px(40))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_paper(self, data: bytes | None) -> None:
        """Draw these bytes, or nothing."""
        self._image = paper_image(data) if data else None
        self.update()

    def sizeHint(self) -> QSize:
        """Room for a ticket."""
        return QSize(self._theme.px(85), self._theme.px(80))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The paper in the middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._image is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("background"))
            painter.drawRoundedRect(self.rect(), self._theme.radius, self._theme.radius)
        else:
            size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            size = size.boundedTo(self._image.size())
            left = (self.width() - size.width()) / 2
            top = (self.height() - size.height()) / 2
            painter.drawImage(QRectF(left, top, size.width(), size.height()), self._image)
        painter.end()


class Papers(QWidget):
    """The slot's paper first; the hand's papers to leaf through."""

    leafed = Signal()
    shown_at_booth = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._hand: tuple[Paper, ...] = ()
        self._slot: Paper | None = None
        self._shown: int | None = None
        self._theme = theme
        self._mirrored: bool | None = None
        self.picture = PaperPicture(theme)
        self._title = StaffWords(Size.SMALL, bold=True, tone="muted")
        self._title.dress(theme)
        self.earlier, self.later = (KeyedButton(theme, size=Size.SMALL) for _ in range(2))
        for button in (self.earlier, self.later):
            button.setIconSize(QSize(theme.px(5), theme.px(5)))
            button.clicked.connect(self._leaf)
        row = QHBoxLayout()
        row.setSpacing(theme.space(0.75))
        row.addWidget(self._title, 1)
        row.addWidget(self.earlier)
        row.addWidget(self.later)
        self.at_booth = KeyedButton(theme, size=Size.SMALL)
        self.at_booth.setObjectName("at_booth")
        self.at_booth.clicked.connect(self.shown_at_booth)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(0.5))
        column.addWidget(self.picture, 1)
        column.addLayout(row)

    def render_view(self, slot: Paper | None, hand: tuple[Paper, ...], language: Language) -> None:
        """Show the slot's paper; else the one leafed to, and a newly taken one at once."""
        self._slot = slot
        if len(hand) != len(self._hand) or self._shown is None:
            self._shown = len(hand) - 1 if hand else None
        self._hand = hand
        paper = slot or self.held()
        self.picture.show_paper(paper.data if paper else None)
        if slot is not None:
            words = language.say(IN_SLOT)
        elif self._shown is not None:
            text = IN_HAND.with_values(place=self._shown + 1, count=len(hand))
            words = language.say(text)
            if paper is not None and paper.title.template:
                words = f"{language.say(paper.title)} · {words}"
        else:
            words = language.say(NO_PAPER)
        self._title.show_words(words)
        self.picture.setAccessibleName(words)
        self._show_arrows(mirrored=language.right_to_left)
        self.earlier.setAccessibleName(language.say(EARLIER))
        self.later.setAccessibleName(language.say(LATER))
        self.at_booth.say(language.say(AT_BOOTH), "B")
        self.at_booth.setEnabled(self._shown is not None)
        for button in (self.earlier, self.later):
            button.setVisible(slot is None and len(hand) > 1)

    def held(self) -> Paper | None:
        """The paper in the hand that would be scanned."""
        return None if self._shown is None else self._hand[self._shown]

    def code(self) -> str:
        """What a scanner reads off the held paper; empty when there is nothing to read."""
        paper = self.held()
        if paper is None:
            return ""
        return paper.payload or next(iter(codes_on(paper.data)), "")

    def leaf(self, step: int) -> None:
        """To an earlier (-1) or later (+1) paper."""
        if self._shown is not None:
            self._shown = min(max(0, self._shown + step), len(self._hand) - 1)
            self.leafed.emit()

    def _show_arrows(self, *, mirrored: bool) -> None:
        """Back is where lines begin."""
        if self._mirrored is mirrored:
            return
        self._mirrored = mirrored
        ink, px = self._theme.palette.ink, self._theme.px(5)
        for button, name in ((self.earlier, "arrow-left"), (self.later, "arrow-right")):
            button.setIcon(icon(name, ink, px, mirrored=mirrored))

    def _leaf(self) -> None:
        self.leaf(-1 if self.sender() is self.earlier else 1)
