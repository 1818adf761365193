"""The small parts every window is made of: words that wrap, and the touch of a button.

Type is set here through the theme's five sizes and never in the style sheet, so that a crowded
screen can be set smaller as a whole. Colours come from the style sheet by property.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QWidget

from kiosk.ui.theme import Size, Theme

ARABIC, SIGNS = range(0x600, 0x700), range(0x64B, 0x653)
ABOVE = 0.12
"""How far Arabic vowel signs reach above the line, as a part of the type's size."""
RIGHT_TO_LEFT_MARK = "\u200f"
UNBOUNDED = 100_000
"""A width or height nothing reaches, in pixels, for asking the type how much it wants."""


class Words(QLabel):
    """Plain text in one of the theme's sizes: wraps at spaces, knows its room, never elides."""

    def __init__(
        self,
        size: Size = Size.BODY,
        *,
        bold: bool = False,
        tone: str = "",
        wrap: bool = True,
        trailing: bool = False,
    ) -> None:
        """`tone` names a colour of the style sheet: muted, go, wait, stop, brand, onBrand.

        `trailing`: at the far end of the line, where amounts stand.
        """
        super().__init__()
        self._size = size
        self._bold = bold
        self._wrap = wrap
        self._trailing = trailing
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setProperty("tone", tone)
        vertical = QSizePolicy.Policy.Preferred if wrap else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, vertical)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)

    def dress(self, theme: Theme, scale: float = 1.0) -> None:
        """Take the theme's type, `scale` times its size."""
        self.setFont(theme.font(self._size, bold=self._bold, scale=scale))
        self.updateGeometry()

    def show_words(self, words: str) -> None:
        """Show these words; with none, take no room.

        The window's direction decides the side, not the words': a number alone has no direction.
        """
        on_right = self.isRightToLeft() is not self._trailing
        side = Qt.AlignmentFlag.AlignRight if on_right else Qt.AlignmentFlag.AlignLeft
        if self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            side = Qt.AlignmentFlag.AlignHCenter
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        if words != self.text():
            self.setText(words)
            self.setAccessibleName(words)
            self.updateGeometry()
        self.setVisible(bool(words))

    def set_tone(self, tone: str) -> None:
        """Change the colour by its name."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            restyle(self)

    def needed(self, width: int = UNBOUNDED) -> QSize:
        """The room the words take when they may be `width` pixels wide."""
        return self._room(self.text(), width) + QSize(0, sum(self._beyond()))

    def sizeHint(self) -> QSize:
        """One line if it may."""
        return self._padded(self.needed())

    def minimumSizeHint(self) -> QSize:
        """The longest word, or the whole line where wrapping is off."""
        if not self._wrap:
            return self.sizeHint()
        words = [self._room(word, UNBOUNDED) for word in self.text().split()]
        longest = max((word.width() for word in words), default=0)
        line = QFontMetrics(self.font()).height() + sum(self._beyond())
        return self._padded(QSize(longest, line))

    def hasHeightForWidth(self) -> bool:
        """Only what wraps changes its height."""
        return self._wrap

    def heightForWidth(self, width: int) -> int:
        """The height of the wrapped words."""
        if not self._wrap:
            return -1
        return self.needed(width - self._sides()).height() + 2

    def paintEvent(self, event: QPaintEvent) -> None:
        """From right to left our own line breaks; else Qt's."""
        above, below = self._beyond()
        if above == below and not (self._wrap and self.isRightToLeft()):
            super().paintEvent(event)
            return
        painter = QPainter(self)
        room = self.contentsRect()
        self.style().drawItemText(
            painter,
            room.translated(0, (above - below) // 2),
            self.alignment().value | Qt.TextFlag.TextForceRightToLeft.value,
            self.palette(),
            self.isEnabled(),
            broken(self.text(), self.font(), room.width()) if self._wrap else self.text(),
            self.foregroundRole(),
        )
        painter.end()

    def _room(self, words: str, width: int) -> QSize:
        flags = int(Qt.TextFlag.TextWordWrap) if self._wrap else 0
        box = QRect(0, 0, width, UNBOUNDED)
        return QFontMetrics(self.font()).boundingRect(box, flags, words).size()

    def _padded(self, size: QSize) -> QSize:
        return size + QSize(self._sides() + 2, 2)

    def _sides(self) -> int:
        margins = self.contentsMargins()
        return margins.left() + margins.right()

    def _beyond(self) -> tuple[int, int]:
        """How many pixels the words' ink reaches above and below the line of their typeface.

        Arabic comes from another typeface, whose vowel signs and tails would be cut. Qt measures
        the tails; of a sign it measures the letter below.
        """
        words = self.text()
        if not any(letter in ARABIC for letter in map(ord, words)):
            return 0, 0
        metrics = QFontMetrics(self.font())
        tails = metrics.tightBoundingRect(words).bottom() - metrics.descent()
        signs = any(letter in SIGNS for letter in map(ord, words))
        return round(self.font().pixelSize() * ABOVE) if signs else 0, max(0, tails)


class TouchButton(QPushButton):
    """A button for fingers. Keys reach it only through its window, which knows a scan from a key.

    A tap does not take the focus: the ring belongs to whoever goes by keys.
    """

    def __init__(self, kind: str = "plain", *, size: Size = Size.BODY) -> None:
        """`kind` is a look of the style sheet: plain, main, key, foot, help, danger, quiet."""
        super().__init__()
        self._size = size
        self._least = 0
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.setDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def dress(self, theme: Theme, scale: float = 1.0) -> None:
        """Take the theme's type and finger size."""
        self.setFont(theme.font(self._size, bold=True, scale=scale))
        self.set_least(theme.touch)
        self.setIconSize(QSize(*(2 * [round(theme.text_px(self._size) * scale * 1.15)])))

    def set_least(self, side: int) -> None:
        """Never be smaller than this many pixels, nor than the words.

        Qt's own minimum width would replace what the words need, not add to it.
        """
        self._least = side
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Words and padding, or a finger."""
        return super().sizeHint().expandedTo(QSize(self._least, self._least))

    def minimumSizeHint(self) -> QSize:
        """The same: a button never cuts its words."""
        return super().minimumSizeHint().expandedTo(QSize(self._least, self._least))

    def say(self, words: str) -> None:
        """Show these words, and tell assistive technology the same; an icon stands well clear."""
        side = RIGHT_TO_LEFT_MARK if self.isRightToLeft() else ""
        self.setText(words if self.icon().isNull() else f"{side} {words}")
        self.setAccessibleName(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave every key to the window: a wedge scanner's Enter must not press us."""
        event.ignore()

    def set_kind(self, kind: str) -> None:
        """Change the look."""
        if self.property("kind") != kind:
            self.setProperty("kind", kind)
            restyle(self)


class Rule(QFrame):
    """A hair line between two things of one kind."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "rule")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def dress(self, theme: Theme) -> None:
        """One border wide."""
        self.setFixedHeight(max(1, theme.border // 2))


class Card(QFrame):
    """A raised surface that groups what belongs together."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "card")


def broken(words: str, font: QFont, width: int) -> str:
    """The words with a line feed wherever a line of this many pixels ends.

    Where Qt wraps from right to left itself, it puts the space at a line's end before its first
    word: the line is indented, and its last letter may be cut off.
    """
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(words[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return "\n".join(lines)


def restyle(widget: QWidget) -> None:
    """Let the style sheet look again after a property changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
