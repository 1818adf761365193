"""Takes events made elsewhere: stored first, interpreted after, never refused for what they say.

What is refused is a place that is not theirs: a hash that is not their own, an event missing
before them, or another event where they want to be. Same place and hash: the same event again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.domain.event import Event
from kiosk.store.chain import Chain
from kiosk.store.journal import Journal
from kiosk.store.projections.apply import apply_foreign
from kiosk.store.scope import Scope
from kiosk.wire.facts import chain_hash


class Taken(StrEnum):
    """What became of an event made elsewhere."""

    ACCEPTED = "accepted"
    DUPLICATE = "duplicate"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Verdict:
    """`ACCEPTED` and `DUPLICATE` are in the journal now; `CONFLICT` is not, and `reason` names it:

    `facility` (not of this one), `damaged` (its hash is not its own), `gap` (something before it
    is missing), `fork` (another event has its place, or another history its past), `identity`
    (its id is another event's). An accepted event that the tables could not take yet says
    `waiting`; one that contradicts them, or that this program cannot read, says `not_applied`.
    """

    taken: Taken
    reason: str = ""

    @property
    def stored(self) -> bool:
        """Whether the event is in the journal now."""
        return self.taken is not Taken.CONFLICT


def receive(scope: Scope, chain: Chain, event: Event, received_at: datetime) -> Verdict:
    """Put the event into the journal if its place is free and fits, and apply it."""
    if event.circumstances.facility_id != scope.facility_id:
        return _conflict("facility")
    if chain_hash(event) != event.hash:
        return _conflict("damaged")
    head, journal = chain.head(event.origin, event.epoch), Journal(scope)
    if event.seq <= head.seq:
        chain.flush()
        stored = journal.at(event.origin, event.epoch, event.seq)
        same = stored is not None and stored.hash == event.hash
        return Verdict(Taken.DUPLICATE) if same else _conflict("fork")
    if event.seq != head.seq + 1:
        return _conflict("gap")
    if event.prev_hash != head.hash:
        return _conflict("fork")
    chain.flush()
    if journal.with_id(event.event_id) is not None:
        return _conflict("identity")
    arrival = chain.append(event, received_at)
    chain.flush()
    reason = apply_foreign(scope.connection, event, arrival, journal.arrived)
    return Verdict(Taken.ACCEPTED, reason)


def _conflict(reason: str) -> Verdict:
    return Verdict(Taken.CONFLICT, reason)
