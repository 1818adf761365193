"""`kiosk tariff`: what is wrong or odd in tariff files, and their price curves."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.cli.quote import load_file, read_instant, refuse
from kiosk.cli.simulate import simulate
from kiosk.domain.money import Money
from kiosk.wire.english import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.tariff.curve import Point
    from kiosk.tariff.tariff import Tariff

FINDINGS = 1
CHART_HOURS = 48
CHART_ROWS = 10
PICTURE_MINUTES = 15


@click.group(name="tariff")
def app() -> None:
    """Check tariff files, and try them on the stays a booth had."""


app.add_command(simulate)


@app.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--png", type=click.Path(path_type=Path), help="Draw the curve into this file, too.")
@click.option("--from", "start", help="When the stays of the curve begin; next Monday, 08:00.")
@click.option("--strict", is_flag=True, help="End with 1 if there is more than a remark.")
@click.option("--json", is_flag=True, help="Only what is odd, as one JSON list, for programs.")
def check(
    files: tuple[Path, ...], png: Path | None, start: str | None, strict: bool, json: bool
) -> None:
    """Name every mistake (ends with 2), then what is odd, and show what stays cost."""
    from kiosk.tariff.check import check as find

    if png is not None and len(files) > 1:
        refuse("--png: draws one tariff. Give one file.")
    tariffs = [load_file(path) for path in files]
    if json:
        _tell_programs(tariffs)
        return
    warned = False
    for path, tariff in zip(files, tariffs, strict=True):
        entry = read_instant("--from", start, tariff) if start else _monday(tariff)
        print(f"{path}: {tariff.name}, version {tariff.version}, {tariff.currency}")
        for finding in find(tariff, entry.year):
            warned |= finding.warns
            print(f"  {'warning' if finding.warns else 'remark'}: {finding}")
        _show(tariff, entry)
        if png is not None:
            _draw(tariff, entry, png)
    sys.exit(FINDINGS if warned and strict else 0)


def _tell_programs(tariffs: Sequence[Tariff]) -> None:
    """Every finding of all files; a sweep of a week's prices takes seconds."""
    import msgspec

    from kiosk.tariff.check import check as find

    found = [each for tariff in tariffs for each in find(tariff, _monday(tariff).year)]
    print(msgspec.json.encode(found).decode())


def _monday(tariff: Tariff) -> datetime:
    """Next Monday at eight where the car park is."""
    zone = tariff.zone or UTC
    today = datetime.now(zone).date()
    return datetime.combine(today + timedelta(days=7 - today.weekday()), time(8), zone)


def _curves(
    tariff: Tariff, entry: datetime, lengths: Sequence[int]
) -> dict[str, tuple[Point, ...]]:
    """A curve for each rate."""
    from kiosk.tariff.curve import price_curve
    from kiosk.tariff.visit import Visit

    visit = Visit(entry, entry)
    return {rate.name: (*price_curve(tariff, rate, visit, lengths),) for rate in tariff.rates}


def _show(tariff: Tariff, entry: datetime) -> None:
    """A table of all rates, and a chart of each."""
    from kiosk.tariff.curve import TELLING_MINUTES

    curves = _curves(tariff, entry, TELLING_MINUTES)
    width = max(14, *(len(name) + 2 for name in curves))
    print(f"\n  Stays from {entry:%A %Y-%m-%d %H:%M}")
    print(" " * 12 + "".join(f"{name:>{width}}" for name in curves))
    for points in zip(*curves.values(), strict=True):
        prices = "".join(f"{shown(point.price):>{width}}" for point in points)
        print(f"  {_length(points[0].minutes):>10}{prices}")
    hours = _curves(tariff, entry, [hour * 60 for hour in range(1, CHART_HOURS + 1)])
    for name, curve in hours.items():
        print(f"\n  {name}: {CHART_HOURS} hours, up to {shown(_dearest(curve))}")
        print("\n".join(_chart(curve)))


def _chart(curve: Sequence[Point]) -> list[str]:
    """One column for each point, as high as its price."""
    most = max(1, _dearest(curve).minor)
    heights = [-(-point.price.minor * CHART_ROWS // most) for point in curve]
    rows = [
        "  |" + "".join("#" if height >= row else " " for height in heights).rstrip()
        for row in range(CHART_ROWS, 0, -1)
    ]
    return [*rows, "  +" + "-" * len(curve)]


def _dearest(curve: Sequence[Point]) -> Money:
    return max((point.price for point in curve), key=lambda price: price.minor)


def _length(minutes: int) -> str:
    if minutes < 60:
        return f"{minutes} min"
    return f"{minutes // 60} h" if minutes <= 2_880 else f"{minutes // 1_440} d"


def _draw(tariff: Tariff, entry: datetime, png: Path) -> None:
    """The first days of every rate as a picture."""
    from kiosk.cli.curve_picture import draw

    lengths = [*range(0, CHART_HOURS * 60 + 1, PICTURE_MINUTES)]
    curves = _curves(tariff, entry, lengths)
    title = f"{tariff.name}, version {tariff.version}: stays from {entry:%A %Y-%m-%d %H:%M}"
    picture = draw(title, list(curves.items()))
    try:
        picture.save(png, "PNG")
    except OSError as trouble:
        refuse(f"--png: {png}: {trouble.strerror}.")
