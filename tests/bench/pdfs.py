"""Row 8: a receipt and an A4 Z report as PDF, beside reportlab's canvas alone.

The other side does not lay anything out: it was told every stroke (font, place, string, line) by
ours beforehand, and only writes them into a PDF of its own, fonts embedded as ours are.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from functools import partial
from typing import Any
from unittest.mock import patch

from reportlab.pdfgen.canvas import Canvas

from kiosk.reports import setter
from kiosk.reports.closing import closing_sheet, closing_title
from kiosk.reports.pdf import receipt_pdf
from kiosk.reports.report_pdf import report_pdf
from tests.bench.figures import Line, interleaved, times
from tests.support.money_papers import Z
from tests.support.paper import ISSUER, RECEIPT, english

STROKES = (
    "setFont",
    "drawString",
    "line",
    "setLineWidth",
    "setStrokeGray",
    "drawPath",
    "saveState",
    "restoreState",
    "translate",
    "setTitle",
    "showPage",
)
Stroke = tuple[str, tuple[Any, ...], dict[str, Any]]


def measure(*, rounds: int, each: int) -> list[Line]:
    """The two goals of row 8 that are PDFs."""
    title = closing_title(Z, english)
    papers: list[tuple[str, str, Callable[[], bytes]]] = [
        ("receipt PDF", "kiosk.reports.pdf", lambda: receipt_pdf(RECEIPT, ISSUER, english)),
        (
            "A4 Z report",
            "kiosk.reports.report_pdf",
            lambda: report_pdf(closing_sheet(Z, ISSUER, english), title, english),
        ),
    ]
    found = []
    for what, module, make in papers:
        bare = partial(_drawn, _strokes(module, make))
        if len(bare()) < 0.95 * len(make()):
            raise ValueError(f"the canvas alone writes less than the {what} holds")
        ours, beside = interleaved(
            rounds, [partial(_timed, partial(_anew, make), each), partial(_timed, bare, each)]
        )
        beside_what = "reportlab canvas alone, same strings"
        found.append(times(8, what, beside_what, "ms", ours, beside, 2.0))
    return found


def _anew(make: Callable[[], bytes]) -> bytes:
    """As for a paper none of whose words was ever set before."""
    setter._pieces.cache_clear()
    return make()


def _strokes(module: str, make: Callable[[], bytes]) -> list[Stroke]:
    """Everything ours draws, in order, the page's size first."""
    strokes: list[Stroke] = []

    class Watched(Canvas):
        def __init__(self, _target: object, **options: Any) -> None:
            strokes.append(("", (), options))
            super().__init__(io.BytesIO(), **options)

    def watch(name: str) -> Callable[..., Any]:
        plain = getattr(Canvas, name)

        def call(self: Canvas, *values: Any, **options: Any) -> Any:
            strokes.append((name, values, options))
            return plain(self, *values, **options)

        return call

    for name in STROKES:
        setattr(Watched, name, watch(name))
    with patch(f"{module}.Canvas", Watched):
        make()
    return strokes


def _drawn(strokes: list[Stroke]) -> bytes:
    """The same strokes on a bare canvas."""
    (_, _, options), *rest = strokes
    target = io.BytesIO()
    canvas = Canvas(target, **options)
    for name, values, named in rest:
        getattr(canvas, name)(*values, **named)
    canvas.save()
    return target.getvalue()


def _timed(act: Callable[[], object], count: int) -> list[float]:
    found = []
    for _ in range(count):
        began = time.perf_counter()
        act()
        found.append((time.perf_counter() - began) * 1000)
    return found
