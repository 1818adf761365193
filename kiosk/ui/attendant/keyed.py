"""The buttons of booth windows: each has a key, shows it, and hears nothing else from a keyboard.

A keyboard-wedge scanner types a code and Enter into whatever has the focus. So no button here takes
the focus, letters act only together with Alt, and Enter belongs to text fields alone.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionButton

from kiosk.ui.theme import Size, Theme
from kiosk.ui.widgets import UNBOUNDED, TouchButton

_INK = {
    "choice": ("ink", "muted", "on_brand"),
    "key": ("ink", "muted", "on_brand"),
    "rail": ("muted", "muted", "ink"),
    "main": ("on_brand", "on_brand", "on_brand"),
    "pay": ("background", "background", "background"),
    "fault": ("ink", "muted", "background"),
    "onRing": ("fill_stop", "fill_stop", "fill_stop"),
}
"""Colour tokens per look: label, key hint, and both when the button is checked."""

DISABLED_OPACITY = 0.45
TALLEST = 1.45
SCALES = (1.0, 0.9, 0.8, 0.7)
"""How much smaller a label may be set where it is too long for its place."""
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter


class KeyedButton(TouchButton):
    """A label with its key beside or below it. The key works while the button can be seen.

    Both texts are painted here: Qt's style sheets cannot colour a child by its parent's state.
    """

    def __init__(
        self,
        theme: Theme,
        key: str = "",
        *,
        kind: str = "choice",
        size: Size = Size.BODY,
        stacked: bool = False,
    ) -> None:
        """`key` in Qt's portable spelling ("Alt+L", "F2"); `stacked` puts its hint below."""
        super().__init__(kind, size=size)
        self._theme = theme
        self._stacked = stacked
        self._label, self._hint = "", ""
        self._hint_font = theme.font(Size.SMALL)
        self.dress(theme)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._key = QKeySequence(key)
        if key:
            # Not the button's own shortcut: that one acts a tenth of a second later.
            QShortcut(self._key, self).activated.connect(self.click)

    def dress(self, theme: Theme, scale: float = 1.0) -> None:
        """Take the theme's type; its room follows from what it says."""
        super().dress(theme, scale)
        self.setMinimumHeight(0)

    def say(self, words: str, hint: str | None = None) -> None:
        """Show these words; the hint is the key unless another is given ("" for none)."""
        shown = self._key.toString().replace("+", " ") if hint is None else hint
        if (words, shown) != (self._label, self._hint):
            self._label, self._hint = words, shown
            self.setAccessibleName(words)
            self.setAccessibleDescription(shown)
            self.updateGeometry()
            self.update()

    def words(self) -> str:
        """What the button says."""
        return self._label

    def sizeHint(self) -> QSize:
        """The label on one line, with its hint; a stacked one has room for two lines."""
        label = _extent(self.font(), self._label)
        hint = _extent(self._hint_font, self._hint)
        if self._stacked:
            lines = 2 * self._line() + hint.height()
            return self._around(QSize(max(label.width(), hint.width()), lines))
        gap = self._theme.space() if self._hint else 0
        size = QSize(label.width() + gap + hint.width(), max(label.height(), hint.height()))
        return self._around(size)

    def minimumSizeHint(self) -> QSize:
        """A stacked label may be broken between words, another be set smaller, without its key."""
        if not self._stacked:
            smallest = self._theme.font(self._size, bold=True, scale=SCALES[-1])
            return self._around(QSize(_extent(smallest, self._label).width(), 0))
        metrics = QFontMetrics(self.font())
        longest = max((metrics.horizontalAdvance(w) for w in self._label.split()), default=0)
        hint = _extent(self._hint_font, self._hint)
        width = self._around(QSize(max(longest, hint.width()), 0)).width()
        return QSize(width, self.sizeHint().height())

    def fits(self) -> bool:
        """Whether everything it says is inside it: what the layout test asks."""
        room, (font, hint) = self._inner().size(), self._fitted()
        if not self._stacked:
            return _extent(font, self._label).width() <= room.width() + 1
        needed = _wrapped(font, self._label, room.width())
        below = _extent(self._hint_font, hint).height()
        return needed.width() <= room.width() + 1 and needed.height() + below <= room.height() + 1

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The styled button, then its two texts in the colour of its state."""
        painter = QPainter(self)
        # A painter goes by the application's direction. By this one's, words of two scripts stand
        # in their reader's order, and left means where a line begins.
        painter.setLayoutDirection(self.layoutDirection())
        option = QStyleOptionButton()
        self.initStyleOption(option)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        label, hint = self._colours()
        painter.setOpacity(1.0 if self.isEnabled() else DISABLED_OPACITY)
        room = self._inner()
        if self._stacked:
            self._paint_stacked(painter, room, label, hint)
        else:
            self._paint_beside(painter, room, label, hint)
        painter.end()

    def _paint_stacked(self, painter: QPainter, room: QRect, label: str, hint: str) -> None:
        font, shown_hint = self._fitted()
        below = _extent(self._hint_font, shown_hint).height()
        height = _wrapped(font, self._label, room.width()).height()
        top = room.top() + max(0, (room.height() - height - below) // 2)
        painter.setPen(self._theme.colour(label))
        painter.setFont(font)
        painter.drawText(QRect(room.left(), top, room.width(), height), int(_WRAP), self._label)
        painter.setPen(self._theme.colour(hint))
        painter.setFont(self._hint_font)
        box = QRect(room.left(), top + height, room.width(), below)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), shown_hint)

    def _paint_beside(self, painter: QPainter, room: QRect, label: str, hint: str) -> None:
        font, shown_hint = self._fitted()
        aligned = Qt.AlignmentFlag.AlignLeft if shown_hint else Qt.AlignmentFlag.AlignHCenter
        painter.setPen(self._theme.colour(label))
        painter.setFont(font)
        painter.drawText(room, int(aligned | Qt.AlignmentFlag.AlignVCenter), self._label)
        painter.setPen(self._theme.colour(hint))
        painter.setFont(self._hint_font)
        end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(end), shown_hint)

    def _fitted(self) -> tuple[QFont, str]:
        """The label's type and the hint that fit together: set smaller first, then without hint."""
        room = self._inner().size()
        for hint, scales in ((self._hint, SCALES[:3]), ("", SCALES)):
            taken = _extent(self._hint_font, hint)
            if self._stacked:
                left = room - QSize(0, taken.height())
            else:
                left = room - QSize(taken.width() + self._theme.space() if hint else 0, 0)
            for scale in scales:
                font = self._theme.font(self._size, bold=True, scale=scale)
                words = _wrapped(font, self._label, left.width() if self._stacked else UNBOUNDED)
                tall = words.height() > left.height() and self._stacked
                if words.width() <= left.width() and not tall:
                    return font, hint
        return self._theme.font(self._size, bold=True, scale=SCALES[-1]), ""

    def _colours(self) -> tuple[str, str]:
        label, hint, checked = _INK[str(self.property("kind"))]
        if self.isDown():
            return "background", "background"
        if not self.isEnabled():
            return "muted", "muted"
        return (checked, checked) if self.isChecked() else (label, hint)

    def _line(self) -> int:
        """A line's height in the tallest script we speak: Arabic stands higher than Latin."""
        return max(QFontMetrics(self.font()).height(), round(self.font().pixelSize() * TALLEST))

    def _inner(self) -> QRect:
        side, top = self._padding()
        return self.rect().adjusted(side, top, -side, -top)

    def _padding(self) -> tuple[int, int]:
        """Left and right, top and bottom, in pixels."""
        return self._theme.space(1.25), self._theme.space(0.25 if self._stacked else 0.5)

    def _around(self, size: QSize, *, least: bool = True) -> QSize:
        side, top = self._padding()
        padded = size + QSize(2 * side, 2 * top)
        return padded.expandedTo(QSize(self._theme.touch, self._theme.touch)) if least else padded


def _wrapped(font: QFont, words: str, width: int) -> QSize:
    box = QRect(0, 0, max(1, width), UNBOUNDED)
    return QFontMetrics(font).boundingRect(box, int(_WRAP), words).size()


def _extent(font: QFont, words: str) -> QSize:
    metrics = QFontMetrics(font)
    return QSize(metrics.horizontalAdvance(words), metrics.height()) if words else QSize(0, 0)
