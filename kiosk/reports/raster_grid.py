"""Lines of tables as one-bit pictures, for scripts a printer cannot set; beside `raster`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from PIL import Image, ImageChops

from kiosk.reports import raster
from kiosk.reports.grid import Grid, Line, lay_out
from kiosk.reports.lettering import is_right_to_left
from kiosk.reports.sheet import Table

GAP_DOTS = 20
_WIDEST_DOTS = 4096
_PAPER = 1


def drawn_lines(table: Table, width: int) -> Iterator[Image.Image] | None:
    """A picture `width` dots wide for each line; None when the table must become a list."""
    # Measured bold, as the widest letters are: so a total fits its column too.
    grid = lay_out(table, width, GAP_DOTS, lambda text: _strip(text, bold=True).width)
    if grid is None:
        return None
    mirrored = is_right_to_left(table.title)
    return (_drawn(line, grid, width, mirrored) for line in grid.lines)


def _drawn(line: Line, grid: Grid, width: int, mirrored: bool) -> Image.Image:
    """Figures end where their column ends, so that digits stand below digits."""
    strips = [_strip(cell, line.bold) for cell in line.cells]
    image = Image.new("1", (width, strips[0].height), _PAPER)
    label, *figures = strips
    image.paste(label, (width - label.width if mirrored else 0, 0))
    edge = 0 if mirrored else width
    for strip, column in zip(reversed(figures), reversed(grid.widths[1:]), strict=True):
        right = edge + round(column) if mirrored else edge
        image.paste(strip, (right - strip.width, 0))
        step = round(column) + GAP_DOTS
        edge += step if mirrored else -step
    return image


@lru_cache(maxsize=256)
def _strip(text: str, bold: bool) -> Image.Image:
    """One line of text, as wide as its ink."""
    line = raster.words(text, _WIDEST_DOTS, dots=raster.TEXT_DOTS, bold=bold, centre=False)
    box = ImageChops.invert(line.convert("L")).getbbox()
    left, right = (box[0], box[2]) if box else (0, 0)
    return line.crop((left, 0, right, line.height))
