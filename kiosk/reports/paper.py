"""Papers as ESC/POS bytes: a fresh python-escpos `Dummy` per paper, commands from here alone.

What python-escpos 3.1 would do wrong is not left to it: words are cleaned first, a line goes out in
*one* code page that the printer's profile really has or else as a picture (Arabic always, since
printers do not join letters), and a QR is native only where the profile says so.

python-escpos and Pillow take 0.3 s to import, which a start to the first screen must not pay: they
are imported at the first paper, or by `prepare` once the screens stand.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, assert_never

from kiosk.domain.ticket import Ticket
from kiosk.reports import qr
from kiosk.reports.documents import (
    Debt,
    Issuer,
    PaidStay,
    Receipt,
    debt_sheet,
    pass_sheet,
    receipt_sheet,
    ticket_sheet,
)
from kiosk.reports.grid import lay_out, listed
from kiosk.reports.lettering import needs_drawing
from kiosk.reports.sheet import (
    Gap,
    Heading,
    Pair,
    Qr,
    Row,
    Rule,
    Say,
    Sheet,
    ShortCode,
    Table,
    Words,
    fold_pair,
    printable,
    wrap,
)

if TYPE_CHECKING:
    from PIL.Image import Image

DEFAULT_PROFILE = "TM-T88III"
_DOTS_PER_COLUMN = 12
_TABLE_GAP = 2
_MOST_QR_DOTS = 8
_CODE_PAGES = {
    "CP437": "cp437",
    "CP1252": "cp1252",
    "CP858": "cp858",
    "CP850": "cp850",
    "CP852": "cp852",
    "CP1250": "cp1250",
    "CP866": "cp866",
    "CP1251": "cp1251",
    "CP737": "cp737",
    "CP1253": "cp1253",
    "CP857": "cp857",
    "CP1254": "cp1254",
    "CP775": "cp775",
    "CP1257": "cp1257",
}
"""Code pages for scripts that text mode can set, by preference, with Python's name for each."""


class UnknownProfile(LookupError):
    """python-escpos has no printer profile of this name, or none that we can write letters for."""


def ticket_paper(ticket: Ticket, issuer: Issuer, say: Say, profile: str = DEFAULT_PROFILE) -> bytes:
    """The entry ticket, cut included. Raises `UnknownProfile`."""
    return set_paper(ticket_sheet(ticket, issuer, say), profile)


def receipt_paper(
    receipt: Receipt, issuer: Issuer, say: Say, profile: str = DEFAULT_PROFILE
) -> bytes:
    """The receipt, cut included. Raises `UnknownProfile`."""
    return set_paper(receipt_sheet(receipt, issuer, say), profile)


def slip_paper(debt: Debt, issuer: Issuer, say: Say, profile: str = DEFAULT_PROFILE) -> bytes:
    """The slip of a debt, cut included. Raises `UnknownProfile`."""
    return set_paper(debt_sheet(debt, issuer, say), profile)


def exit_pass_paper(
    paid: PaidStay, issuer: Issuer, say: Say, profile: str = DEFAULT_PROFILE
) -> bytes:
    """The exit pass, cut included. Raises `UnknownProfile`."""
    return set_paper(pass_sheet(paid, issuer, say), profile)


def prepare(profile: str = DEFAULT_PROFILE) -> None:
    """Load what a printer of this kind needs, before the first driver waits for it.

    Raises `UnknownProfile`.
    """
    _model(profile)


def code_pages(profile: str = DEFAULT_PROFILE) -> Mapping[int, str]:
    """What each number of `ESC t` switches on, by Python's name; only pages that we write.

    Raises `UnknownProfile`.
    """
    model = _model(profile)
    return {model.encoder.codepages[page]: _CODE_PAGES[page] for page in model.pages}


def set_paper(sheet: Sheet, profile: str = DEFAULT_PROFILE) -> bytes:
    """Any sheet as the bytes of one job: reset, rows, cut. Raises `UnknownProfile`."""
    press = Press(_model(profile))
    for row in sheet:
        press.set_row(row)
    return press.finish()


@dataclass(frozen=True, slots=True)
class Model:
    """What is known of one kind of printer, found out once. `dots` is a multiple of 8."""

    name: str
    profile: Any
    make: Any
    encoder: Any
    pages: tuple[str, ...]
    columns: int
    dots: int
    native_qr: bool


@dataclass(frozen=True, slots=True)
class Style:
    """How the next letters look; sent only when it changes."""

    align: str = "left"
    bold: bool = False
    large: bool = False


class Press:
    """Sets the rows of one paper. Never used for a second one: ESC @ resets more than it knows."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._printer = model.make(profile=model.name, magic_encode_args={"encoder": model.encoder})
        self._printer.profile = model.profile
        self._printer.hw("INIT")
        self._style = Style()
        self._page = model.pages[0]

    def set_row(self, row: Row) -> None:
        """Add one row."""
        match row:
            case Heading(text):
                self._words(printable(text), Style("center", bold=True, large=True))
            case ShortCode(text):
                self._words(printable(text), Style("center", bold=True, large=True))
            case Words(text, centre, bold):
                self._words(printable(text), Style("center" if centre else "left", bold))
            case Pair(label, value, bold):
                self._pair(printable(label), printable(value), bold)
            case Qr(payload):
                self._code(printable(payload))
            case Rule():
                self._line("-" * self._model.columns, self._page, Style())
            case Gap():
                self._line("", self._page, Style())
            case Table():
                self._table(row)
            case _:
                assert_never(row)

    def finish(self) -> bytes:
        """Feed to the knife, cut, and return the job."""
        self._printer.cut()
        return bytes(self._printer.output)

    def _words(self, text: str, style: Style) -> None:
        page = self._page_for(text)
        if page is None:
            from kiosk.reports import raster

            dots = raster.LARGE_DOTS if style.large else raster.TEXT_DOTS
            centre = style.align == "center"
            width = self._model.dots
            self._picture(raster.words(text, width, dots=dots, bold=style.bold, centre=centre))
            return
        columns = self._model.columns // (2 if style.large else 1)
        for line in wrap(text, lambda line: len(line) <= columns):
            self._line(line, page, style)

    def _pair(self, label: str, value: str, bold: bool) -> None:
        page = self._page_for(label + value)
        if page is None:
            from kiosk.reports import raster

            self._picture(raster.pair(label, value, self._model.dots, bold=bold))
            return
        columns = self._model.columns
        for left, right in fold_pair(label, value, lambda line: len(line) <= columns):
            line = left + right.rjust(columns - len(left)) if right else left
            self._line(line, page, Style(bold=bold))

    def _table(self, table: Table) -> None:
        lines = ((table.title, *table.headings), *table.rows, table.total)
        if any(self._page_for(printable("".join(line))) is None for line in lines):
            self._drawn_table(table)
            return
        grid = lay_out(table, self._model.columns, _TABLE_GAP, len)
        if grid is None:
            self._list(table)
            return
        label, *figures = (int(width) for width in grid.widths)
        for line in grid.lines:
            text = line.cells[0].ljust(label)
            for cell, width in zip(line.cells[1:], figures, strict=True):
                text += cell.rjust(width + _TABLE_GAP)
            page = self._page_for(text) or self._page
            self._line(text.rstrip(), page, Style(bold=line.bold))

    def _drawn_table(self, table: Table) -> None:
        from kiosk.reports.raster_grid import drawn_lines

        images = drawn_lines(table, self._model.dots)
        if images is None:
            self._list(table)
            return
        for image in images:
            self._picture(image)

    def _list(self, table: Table) -> None:
        for row in listed(table):
            self.set_row(row)

    def _code(self, payload: str) -> None:
        if not self._model.native_qr:
            from kiosk.reports import raster

            self._picture(raster.code(payload, self._model.dots))
            return
        size = max(1, min(_MOST_QR_DOTS, self._model.dots // qr.widest_side(payload)))
        self._wear(Style("center"))
        self._printer.qr(payload, ec=_level_m(), size=size, native=True)

    def _picture(self, image: Image) -> None:
        from kiosk.reports import raster

        self._wear(Style())
        self._printer.image(raster.harmless(image))

    def _line(self, text: str, page: str, style: Style) -> None:
        self._wear(style)
        self._page = page
        self._printer.magic.write_with_encoding(page, text + "\n")

    def _wear(self, style: Style) -> None:
        if style == self._style:
            return
        if style.large != self._style.large:
            self._printer.set(
                normal_textsize=not style.large,
                double_width=style.large,
                double_height=style.large,
                bold=style.bold,  # ESC ! has just switched it off
                align=style.align,
            )
        else:
            self._printer.set(
                bold=None if style.bold == self._style.bold else style.bold,
                align=None if style.align == self._style.align else style.align,
            )
        self._style = style

    def _page_for(self, text: str) -> str | None:
        """The code page that has the whole line; None when it must be drawn."""
        if text.isascii():
            return self._page
        if needs_drawing(text):
            return None
        return next((page for page in self._model.pages if _has(page, text)), None)


@cache
def _model(name: str) -> Model:
    """Look a printer up."""
    from escpos.capabilities import CAPABILITIES, get_profile_class
    from escpos.magicencode import Encoder
    from escpos.printer import Dummy

    if name not in CAPABILITIES["profiles"]:
        known = ", ".join(sorted(CAPABILITIES["profiles"]))
        raise UnknownProfile(f"no printer profile {name!r}; there are {known}")
    found = get_profile_class(name)
    columns = found().get_columns("a")
    width = found.profile_data["media"]["width"].get("pixels")
    dots = width if isinstance(width, int) else columns * _DOTS_PER_COLUMN
    dots -= dots % 8
    # Without a width python-escpos prints a warning to the screen for every picture.
    media = {**found.profile_data["media"], "width": {"pixels": dots}}
    profile = type(name, (found,), {"profile_data": {**found.profile_data, "media": media}})()
    numbers = _numbers(profile)
    pages = tuple(page for page in _CODE_PAGES if page in numbers)
    if not pages:
        raise UnknownProfile(f"{name!r} has none of the code pages {', '.join(_CODE_PAGES)}")
    return Model(
        name=name,
        profile=profile,
        make=Dummy,
        encoder=Encoder(numbers),
        pages=pages,
        columns=columns,
        dots=dots,
        native_qr=bool(profile.supports("qrCode")),
    )


def _numbers(profile: Any) -> dict[str, int]:
    """Each code page the printer has, with the number that selects it (`ESC t`).

    Where it has several, the lowest: that is Epson's own, which relatives of the printer that stay
    closer to Epson know as well. python-escpos would take the last, such as 52 for CP437.
    """
    numbers: dict[str, int] = {}
    for number, page in sorted((int(number), page) for number, page in profile.codePages.items()):
        numbers.setdefault(page, number)
    return numbers


def _level_m() -> int:
    from escpos.constants import QR_ECLEVEL_M

    return int(QR_ECLEVEL_M)


def _has(page: str, text: str) -> bool:
    try:
        text.encode(_CODE_PAGES[page])
    except UnicodeEncodeError:
        return False
    return True
