"""The big things a driver can tap: a picture, a word, and a hint, all one button.

A choice paints its own words: it takes whatever room the page can give, and sets its title as large
as that room allows, so the thing to do is always the biggest object on the screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from kiosk.ui.driver.drawing import inks_on_button
from kiosk.ui.driver.pictures import STILL, draw
from kiosk.ui.language import Language
from kiosk.ui.theme import Size, Theme
from kiosk.ui.widgets import UNBOUNDED, TouchButton, broken
from kiosk.views.driver import Choice, Picture
from kiosk.views.mood import Mood

SCALES = (1.7, 1.55, 1.4, 1.25, 1.15, 1.05, 0.97, 0.9, 0.82, 0.75, 0.68)
"""Title sizes to try, as parts of the theme's large text."""
PICTURE_FROM = 0.82
"""Below this size words matter more: the picture goes."""
LEAST_PICTURE_MM = 10.0
PICTURE_SHARE = 0.4
"""A picture above the words takes at least this part of the height."""
AIR = 0.05
"""Margins inside a button are at least this part of it."""
BESIDE_TO = 1.2
"""A wide button keeps its picture beside the words down to this size before it goes above them."""
HINT_PART = 0.6
HINT_FROM = 0.9
"""Below this size the title stays large and the hint goes instead."""
LEAST_TITLE = 0.9
SECOND_MOST = 1.15
"""What is not the main thing to do is never set larger than this."""
WRAP = int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True, slots=True)
class Face:
    """Where everything of one button goes, in its own pixels. An empty rectangle is not drawn."""

    picture: QRect
    title: QRect
    hint: QRect
    title_font: QFont
    hint_font: QFont
    centred: bool
    fits: bool


class ChoiceButton(TouchButton):
    """Draws one `Choice`; the main one is filled with the brand's colour."""

    def __init__(self) -> None:
        super().__init__("plain")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.choice: Choice | None = None
        self.title = self.hint = ""
        self.peers: Sequence[ChoiceButton] = (self,)
        """Choices of one rank: they share one size of type."""
        self._theme: Theme | None = None

    def show_choice(self, choice: Choice, mood: Mood, language: Language, theme: Theme) -> None:
        """Become this choice on a surface of this mood."""
        self.choice, self._theme = choice, theme
        filled = mood is not Mood.CALM
        self.set_kind("onFill" if filled else "main" if choice.main else "plain")
        self.title, self.hint = language.say(choice.title), language.say(choice.hint)
        self.setAccessibleName(". ".join(filter(None, (self.title, self.hint))))
        self.updateGeometry()
        self.show()

    def face(self) -> Face:
        """The largest face that fits this button and each of its peers."""
        scale = min(peer.best_scale() for peer in self.peers)
        return self._fitting(scale) or self._face(scale, above=False, hint=False)

    def best_scale(self) -> float:
        """The largest type this button has room for."""
        most = SCALES[0] if self.choice is not None and self.choice.main else SECOND_MOST
        fitting = (each for each in SCALES if each <= most and self._fitting(each) is not None)
        return next(fitting, SCALES[-1])

    def _fitting(self, scale: float) -> Face | None:
        """The face that fits at a scale. A small one goes without picture, then without hint."""
        tall = self.height() > self.width() * 0.62
        ways = [(tall, True), (not tall, True), (False, scale > HINT_FROM)]
        if not tall and scale > BESIDE_TO:
            del ways[1]
        for above, hint in ways:
            face = self._face(scale, above=above, hint=hint)
            if face.fits:
                return face
        return None

    def sizeHint(self) -> QSize:
        """No more than it needs: the page gives what it has."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Room for the longest word in the smallest type."""
        if self._theme is None:
            return QSize(1, 1)
        least = max(_longest(f, words) for f, words in self._texts(SCALES[-1]))
        return QSize(least + 2 * self._margin(), self._theme.touch)

    def hasHeightForWidth(self) -> bool:
        """Words wrap inside a button too."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the title in the least type that still leads, or a finger's."""
        if self._theme is None:
            return 1
        inner = width - 2 * self._margin()
        (font, title), _ = self._texts(LEAST_TITLE)
        return max(
            self._theme.touch, _wrapped(font, title, inner).height() + 2 * self._theme.space()
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style sheet's button, then our words and picture on it."""
        super().paintEvent(event)
        if self._theme is None or self.choice is None:
            return
        face = self.face()
        painter = QPainter(self)
        title, hint = self._colours(self._theme)
        side = Qt.AlignmentFlag.AlignRight if self._from_right() else Qt.AlignmentFlag.AlignLeft
        across = Qt.AlignmentFlag.AlignHCenter if face.centred else side
        for box, font, words, colour in (
            (face.title, face.title_font, self.title, title),
            (face.hint, face.hint_font, self.hint, hint),
        ):
            if box.isEmpty():
                continue
            painter.setFont(font)
            painter.setPen(colour)
            lines = broken(words, font, box.width()) if self._from_right() else words
            painter.drawText(box, int(across | Qt.AlignmentFlag.AlignAbsolute) | WRAP, lines)
        if not face.picture.isEmpty():
            kind = str(self.property("kind"))
            inks = inks_on_button(self._theme, kind, pressed=self.isDown())
            draw(painter, self.choice.picture, QRectF(face.picture), inks, STILL)
        painter.end()

    def _face(self, scale: float, *, above: bool, hint: bool) -> Face:
        """The face at a scale, the picture `above` the words or beside them."""
        theme = self._theme
        if theme is None or self.choice is None:
            return NO_FACE
        gap = theme.space(1.5)
        inner = self._inner(theme)
        has_picture = self.choice.picture is not Picture.NONE and scale >= PICTURE_FROM
        share = round(inner.height() * PICTURE_SHARE) if above else 0
        least = max(theme.px(LEAST_PICTURE_MM), share) if has_picture else 0
        beside = 0
        if has_picture and not above:
            beside = max(least, min(inner.height(), round(inner.width() * 0.28))) + gap
        width = inner.width() - beside
        (title_font, title), (hint_font, hint_words) = self._texts(scale)
        high = _wrapped(title_font, title, width).height()
        low = _wrapped(hint_font, hint_words, width).height() if hint else 0
        spare = inner.height() - high - low
        over = 0
        if has_picture and above:
            over = max(least, min(spare - gap, round(inner.width() * 0.7))) + gap
        longest = max(_longest(title_font, title), _longest(hint_font, hint_words) if hint else 0)
        top = inner.y() + (spare - over) // 2
        left = inner.x() + beside
        if over:
            picture = QRect(inner.x(), top, inner.width(), over - gap)
        else:
            picture = QRect(inner.x(), inner.y(), max(0, beside - gap), inner.height())
        turned = self._mirrored if self._from_right() else QRect
        return Face(
            turned(picture),
            turned(QRect(left, top + over, width, high)),
            turned(QRect(left, top + over + high, width, low)),
            title_font,
            hint_font,
            centred=not beside,
            fits=over <= spare and longest <= width,
        )

    def _texts(self, scale: float) -> tuple[tuple[QFont, str], tuple[QFont, str]]:
        """Title and hint with their fonts; the hint never outgrows the theme's large text."""
        theme = self._theme
        if theme is None:
            return (QFont(), ""), (QFont(), "")
        hint_scale = min(1.0, scale * HINT_PART)
        return (
            (theme.font(Size.LARGE, bold=True, scale=scale), self.title),
            (theme.font(Size.LARGE, scale=hint_scale), self.hint),
        )

    def _colours(self, theme: Theme) -> tuple[QColor, QColor]:
        """Title and hint; pressed, the whole button turns over."""
        palette = theme.palette
        if self.isDown():
            return QColor(palette.background), QColor(palette.background)
        if self._is_main():
            return QColor(palette.on_brand), QColor(palette.on_brand)
        if self.property("kind") == "onFill":
            return QColor(palette.fill_shade), QColor(palette.fill_shade)
        return QColor(palette.ink), QColor(palette.muted)

    def _is_main(self) -> bool:
        return bool(self.property("kind") == "main")

    def _from_right(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _margin(self) -> int:
        return self._theme.space(1.5) if self._theme else 0

    def _inner(self, theme: Theme) -> QRect:
        """What is inside the margins; a large button has larger ones."""
        side = max(self._margin(), round(min(self.width(), 2 * self.height()) * AIR))
        top = max(theme.space(), round(self.height() * AIR))
        return self.rect().adjusted(side, top, -side, -top)

    def _mirrored(self, box: QRect) -> QRect:
        return QRect(self.width() - box.x() - box.width(), box.y(), box.width(), box.height())


NO_FACE = Face(QRect(), QRect(), QRect(), QFont(), QFont(), centred=True, fits=True)


def _wrapped(font: QFont, words: str, width: int) -> QSize:
    if not words:
        return QSize(0, 0)
    room = QRect(0, 0, max(1, width), UNBOUNDED)
    return QFontMetrics(font).boundingRect(room, WRAP, words).size()


def _longest(font: QFont, words: str) -> int:
    metrics = QFontMetrics(font)
    return max((metrics.horizontalAdvance(word) for word in words.split()), default=0)
