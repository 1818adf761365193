"""Checks the journal itself: every hash, every link, every place, in one pass.

Works on the cells as they lie in the database, so that damage cannot hide behind a conversion.
Whoever cuts the newest events off leaves a chain that holds: the tables still know of them, and so
does everybody who was given a later head (the centre, a printed Z report).
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from kiosk.store.chain import received_digest
from kiosk.store.finding import Finding
from kiosk.store.rows import Raw, is_sound, raw_rows
from kiosk.store.schema import journal
from kiosk.wire.facts import GENESIS, Envelope

_COLUMNS = tuple(column.name for column in journal.columns)
_KEY = ("facility_id", "origin", "epoch", "seq")

Cells = dict[str, object]
Link = tuple[object, object]
"""seq and hash of the event before."""


def journal_findings(connection: Connection) -> Iterator[Finding]:
    """Everything that is wrong with the journals of every facility."""
    heads: dict[object, Link] = {}
    arrivals: dict[object, int] = {}
    for row in raw_rows(connection, journal, ("facility_id", "arrival")):
        cells: Cells = dict(zip(_COLUMNS, row, strict=True))
        arrivals[cells["facility_id"]] = arrivals.get(cells["facility_id"], 0) + 1
        whose = tuple(cells[name] for name in _KEY[:3])
        before = heads.get(whose, (0, GENESIS))
        heads[whose] = (cells["seq"], cells["hash"])
        unsound = list(_unsound(row, cells))
        yield from unsound or _misplaced(cells, before, arrivals[cells["facility_id"]])


def _unsound(row: Raw, cells: Cells) -> Iterator[Finding]:
    for column, value in zip(journal.columns, row, strict=True):
        if not is_sound(column, value):
            yield _finding(cells, column.name, str(column.type))


def _misplaced(cells: Cells, before: Link, arrival: int) -> Iterator[Finding]:
    seq, prev_hash = before
    expected = {
        "arrival": arrival,
        "seq": seq + 1 if isinstance(seq, int) else seq,
        "prev_hash": prev_hash,
        "hash": _hash(cells),
        "received_digest": _digest(cells, arrival),
    }
    for column, value in expected.items():
        if cells[column] != value:
            yield _finding(cells, column, value)


def _hash(cells: Cells) -> bytes:
    """The hash of a row whose cells are sound."""
    values = {name: cells[name] for name in Envelope._fields}
    values["offline"], values["forced"] = bool(cells["offline"]), bool(cells["forced"])
    envelope = Envelope(**values)  # type: ignore[arg-type]  # is_sound has looked at each
    return envelope.link(bytes(cells["body"]), bytes(cells["prev_hash"]))  # type: ignore[call-overload]


def _digest(cells: Cells, arrival: int) -> bytes | None:
    received_ms, its_hash = cells["received_ms"], cells["hash"]
    if not isinstance(received_ms, int) or not isinstance(its_hash, bytes):
        return None
    return received_digest(its_hash, arrival, received_ms)


def _finding(cells: Cells, column: str, expected: object) -> Finding:
    return Finding("journal", tuple(cells[name] for name in _KEY), column, expected, cells[column])
