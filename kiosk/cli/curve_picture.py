"""A price curve as a picture: time to the right, price up, a step where a block begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

from kiosk.domain.money import Money
from kiosk.wire.english import shown

if TYPE_CHECKING:
    from kiosk.tariff.curve import Point

Curve = tuple[str, Sequence["Point"]]

WIDTH, HEIGHT = 1_200, 700
LEFT, RIGHT, TOP, BOTTOM = 130, 40, 70, 60
HOURS_APART = 6
LINES = 5
INK, GRID = "#1b1f24", "#d7dce2"
COLOURS = ("#0b63ce", "#c2410c", "#15803d", "#7e22ce", "#111827", "#a16207", "#be123c", "#4b5563")
"""Dark enough to read on white; a line's width tells apart those that come round again."""
FONT = Path(__file__).parents[2] / "resources" / "fonts" / "NotoSans-Regular.ttf"
"""It has every currency's sign."""


def draw(title: str, curves: Sequence[Curve]) -> Image.Image:
    """Draw all curves over one another; each has the same lengths of stay."""
    image = Image.new("RGB", (WIDTH, HEIGHT), "white")
    pen = ImageDraw.Draw(image)
    _, first = curves[0]
    longest = max(1, first[-1].minutes)
    most = max(1, *(point.price.minor for _, curve in curves for point in curve))
    _grid(pen, longest, Money(most, first[0].price.currency))
    pen.text((LEFT, 20), title, INK, _font(22))
    for number, (name, curve) in enumerate(curves):
        colour, width = COLOURS[number % len(COLOURS)], 3 + number // len(COLOURS)
        pen.line([*_steps(curve, longest, most)], colour, width)
        at = TOP + 10 + 26 * number
        pen.line([(LEFT + 16, at + 10), (LEFT + 46, at + 10)], colour, width)
        pen.text((LEFT + 56, at), name, INK, _font(18))
    return image


def _grid(pen: ImageDraw.ImageDraw, longest: int, most: Money) -> None:
    for hour in range(0, longest // 60 + 1, HOURS_APART):
        x, _ = _place(hour * 60, 0, longest, 1)
        pen.line([(x, TOP), (x, HEIGHT - BOTTOM)], GRID)
        pen.text((x, HEIGHT - BOTTOM + 10), f"{hour} h", INK, _font(16), anchor="ma")
    for line in range(LINES + 1):
        price = Money(most.minor * line // LINES, most.currency)
        _, y = _place(0, price.minor, 1, most.minor)
        pen.line([(LEFT, y), (WIDTH - RIGHT, y)], GRID)
        pen.text((LEFT - 10, y), shown(price), INK, _font(16), anchor="rm")


def _steps(curve: Sequence[Point], longest: int, most: int) -> Iterator[tuple[int, int]]:
    """A price holds up to and including its length of stay; then the next one does."""
    before = curve[0].minutes
    for point in curve:
        yield _place(before, point.price.minor, longest, most)
        yield _place(point.minutes, point.price.minor, longest, most)
        before = point.minutes


def _place(minutes: int, minor: int, longest: int, most: int) -> tuple[int, int]:
    x = LEFT + (WIDTH - LEFT - RIGHT) * minutes // longest
    y = HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * minor // most
    return x, y


def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONT, size)
