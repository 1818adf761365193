"""What must be true after a day, whatever happened in it: each by name, with what was found.

The script's own tally, the simulated devices' memories and the centre's copy are held against the
booth's books; nobody is believed alone.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import text

from kiosk.boot.scenes import Tally
from kiosk.boot.stage import Stage
from kiosk.devices.codecs.board_map import WAVESHARE_8IO
from kiosk.domain.payment import Method
from kiosk.store.store import Store
from kiosk.store.unit import Transaction
from kiosk.store.verify import verify
from kiosk.ui.garage.paper import codes_on

ORIGIN, FACILITY = "booth-1", "hlavna"


@dataclass(frozen=True, slots=True)
class Check:
    """One invariant and what was found."""

    name: str
    holds: bool
    found: str


def check_day(stage: Stage, tally: Tally, booth: Store, centre: Store) -> list[Check]:
    """Every invariant of the day."""
    with booth.read() as ours, centre.read(FACILITY) as theirs:
        return [
            _empty("booth: chain whole, tables as the journal says", verify(booth)),
            _empty("centre: chain whole, tables as the journal says", verify(centre)),
            _same("every event arrived exactly once", _head(ours), _head(theirs)),
            _same("same events, same bytes", _digest(booth), _digest(centre)),
            _same("occupancy = entries - exits", ours.sessions.occupancy(), _inside(tally)),
            _same("every charge has exactly one payment", _charges(stage), _card_payments(booth)),
            _same("cash in the books = cash over the counter", _cash(booth), tally.cash_minor),
            _same("money at the centre = money at the booth", _money(centre), _money(booth)),
            _same("no attempt is left open", len(ours.payments.open_attempts()), 0),
            _same("every pulse had a reason written before", _unexplained_pulses(stage, booth), 0),
            _same("no close was ever commanded", _closes(stage), 0),
            _same("every ticket on paper was in the journal", _unknown_papers(stage, booth), []),
            _same("no ticket number twice", _repeated_numbers(booth), []),
            _same("nobody was left at a lane", _stranded(booth), []),
        ]


def summary(
    stage: Stage, tally: Tally, booth: Store, centre: Store, checks: list[Check]
) -> dict[str, Any]:
    """The day in figures, for summary.json."""
    with booth.read() as ours, centre.read(FACILITY) as theirs:
        head, copy = ours.journal.head(), theirs.journal.head(ORIGIN)
        lanes = {each.lane_id: each for each in (ours.lanes.state(name) for name in stage.lanes)}
        return {
            "sessions": _count(booth, "sessions"),
            "passages": {name: lane.entries + lane.exits for name, lane in lanes.items()},
            "occupancy": ours.sessions.occupancy(),
            "cents": {"card": sum(_card_payments(booth).values()), "cash": _cash(booth)},
            "papers": len(stage.papers),
            "exceptions": ours.exceptions.count(),
            "unsent": head.seq - copy.seq,
            "head": {"seq": head.seq, "booth": head.hash.hex(), "centre": copy.hash.hex()},
            "tailgated": tally.tailgated,
            "backed_out": tally.backed_out,
            "invariants": [
                {"name": each.name, "pass": each.holds, "found": each.found} for each in checks
            ],
        }


def _empty(name: str, findings: list[Any]) -> Check:
    return Check(name, not findings, "; ".join(map(str, findings[:5])) or "nothing wrong")


def _same(name: str, found: Any, wanted: Any) -> Check:
    holds = found == wanted
    return Check(name, holds, str(found) if holds else f"{found}, wanted {wanted}")


def _head(unit: Transaction) -> str:
    head = unit.journal.head(ORIGIN)
    return f"epoch {head.epoch}, seq {head.seq}, {head.hash.hex()}"


def _rows(store: Store, query: str, **values: object) -> list[Any]:
    with store.engines.reader.connect() as connection:
        return list(connection.execute(text(query), {"facility": FACILITY, **values}))


def _count(store: Store, table: str) -> int:
    query = f"SELECT count(*) FROM {table} WHERE facility_id = :facility"  # noqa: S608 - our names
    return int(_rows(store, query)[0][0])


def _digest(store: Store) -> str:
    """Differs as soon as any hash of the booth's journal does."""
    hashes = _rows(
        store,
        "SELECT hash FROM journal WHERE facility_id = :facility AND origin = :origin ORDER BY seq",
        origin=ORIGIN,
    )
    return sha256(b"".join(row[0] for row in hashes)).hexdigest()


def _inside(tally: Tally) -> int:
    return tally.entered + tally.tailgated - tally.left


def _charges(stage: Stage) -> dict[str, int]:
    terminal = stage.exit.terminal
    charges = Counter[str]()
    for charge in terminal.ledger if terminal else ():
        charges[charge.attempt_id] += charge.amount.minor
    return dict(charges)


def _card_payments(store: Store) -> dict[str, int]:
    rows = _rows(
        store,
        "SELECT attempt_id, amount_minor FROM payments WHERE facility_id = :facility "
        "AND method = :method",
        method=Method.CARD.value,
    )
    return {row[0]: row[1] for row in rows}


def _cash(store: Store) -> int:
    rows = _rows(
        store,
        "SELECT coalesce(sum(amount_minor), 0) FROM payments WHERE facility_id = :facility "
        "AND method = :method",
        method=Method.CASH.value,
    )
    return int(rows[0][0])


def _money(store: Store) -> int:
    query = "SELECT coalesce(sum(amount_minor), 0) FROM payments WHERE facility_id = :facility"
    return int(_rows(store, query)[0][0])


def _facts(store: Store, kind: str) -> int:
    query = "SELECT count(*) FROM journal WHERE facility_id = :facility AND kind = :kind"
    return int(_rows(store, query, kind=kind)[0][0])


def _unexplained_pulses(stage: Stage, store: Store) -> int:
    """Pulses the barriers felt beyond what the journal ordered."""
    pulses = sum(lane.barrier.pulses for lane in stage.lanes.values())
    return max(0, pulses - _facts(store, "lane.barrier_ordered"))


def _closes(stage: Stage) -> int:
    return sum(lane.coil_writes[WAVESHARE_8IO.close_coil or -1] for lane in stage.lanes.values())


def _unknown_papers(stage: Stage, store: Store) -> list[str]:
    known = {row[0] for row in _rows(store, "SELECT payload FROM tickets")}
    printed = (code for _, data in stage.papers for code in codes_on(data))
    return [payload for payload in printed if payload not in known]


def _repeated_numbers(store: Store) -> list[Any]:
    query = (
        "SELECT lane_id, number FROM tickets WHERE facility_id = :facility "
        "GROUP BY lane_id, number HAVING count(*) > 1"
    )
    return [tuple(row) for row in _rows(store, query)]


def _stranded(store: Store) -> list[str]:
    """Sessions that were let begin or go, never moved, and that nobody was told to look at."""
    query = (
        "SELECT session_id FROM sessions WHERE facility_id = :facility "
        "AND state IN ('started', 'leaving') AND flagged IS NULL"
    )
    return [row[0] for row in _rows(store, query)]
