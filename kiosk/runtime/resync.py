"""After a gate stood open: cars went through without a word, so nobody knows where passes are.

The booth proposes to forget it (every pass's next use then decides); a person does it, or does not.
"""

from __future__ import annotations

from kiosk.domain.event import KIND_OF, Body, Circumstances
from kiosk.domain.facts import lanes, passes
from kiosk.domain.passes import Firmness
from kiosk.store.unit import Transaction

_KEPT_OPEN = KIND_OF[lanes.KeepOpenSet]
_PASSED = KIND_OF[lanes.PassageCompleted]
PROPOSED = KIND_OF[passes.ResyncProposed]


def propose(unit: Transaction, body: Body, here: Circumstances) -> None:
    """Called before every fact of a lane is recorded: most shut no gate."""
    match body:
        case lanes.KeepOpenSet(on=False):
            passages: int | None = _since_it_opened(unit, str(here.lane_id))
        case lanes.EvacuationEnded():
            passages = None
        case _:
            return
    if passages == 0 or unit.exceptions.any_open(PROPOSED):
        return
    if any(each.passback is not Firmness.OFF for each in unit.passes.groups()):
        unit.record(passes.ResyncProposed(passages), here)


def _since_it_opened(unit: Transaction, lane_id: str) -> int:
    """How many cars went through that belong to no stay."""
    opened = unit.journal.last_at(lane_id, _KEPT_OPEN)
    if opened is None or not opened[0].body.on:
        return 0
    return unit.journal.without_stay(lane_id, _PASSED, opened[1])
