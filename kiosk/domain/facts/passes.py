"""Facts about passes (season, multi-entry, value), their groups, and the money stored on them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.money import Money
from kiosk.domain.passes import Group, PassKind, Presence


@dataclass(frozen=True, slots=True)
class PassGroupSet:
    """A group of passes exists with these rules, or has new ones; the latest fact counts."""

    group: Group


@dataclass(frozen=True, slots=True)
class PassIssued:
    """A pass exists. `payload` is its signed QR text; valid in `[valid_from, valid_until)`.

    `entries` is what a multi-entry pass starts with, None for the other kinds.
    """

    pass_id: str
    code: str
    kind: PassKind
    group_id: str
    holder: str
    valid_from: datetime
    valid_until: datetime
    payload: str
    plate: str = ""
    vehicle_class: str = "car"
    entries: int | None = None


@dataclass(frozen=True, slots=True)
class PassSold:
    """Money was taken for a pass: its sale, a renewal or a top-up (`what`), on this attempt.

    Sales are sessions of their own in the ledger of payments: `session_id` is the pass's id.
    """

    pass_id: str
    attempt_id: str
    what: str
    price: Money


@dataclass(frozen=True, slots=True)
class PassRenewed:
    """A pass is valid until another instant now, with `more_entries` on top of what is left."""

    pass_id: str
    valid_until: datetime
    more_entries: int = 0


@dataclass(frozen=True, slots=True)
class PassBlocked:
    """A pass opens nothing until it is unblocked: lost, unpaid, misused."""

    pass_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class PassUnblocked:
    """A blocked pass is good again."""

    pass_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class PassUsed:
    """A session began on a pass. `soft`: a rule would have refused and was only noted."""

    pass_id: str
    session_id: str
    soft: str = ""


@dataclass(frozen=True, slots=True)
class PassMoved:
    """Where a pass is now, in this zone: the loops proved it, or a person says so (`reason`)."""

    pass_id: str
    presence: Presence
    zone: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PassesNeutralised:
    """Nobody knows where the passes of a group are (all groups when empty): a gate stood open."""

    group_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class ResyncProposed:
    """A gate that stood open is shut again; `passages` cars went through that belong to no stay.

    None: nobody counted (an evacuation). Passes may have gone with them: a person decides whether
    `PassesNeutralised` is the answer.
    """

    passages: int | None


@dataclass(frozen=True, slots=True)
class WalletCredited:
    """Stored money came onto a pass: a top-up (its attempt) or a refund (its refund's id)."""

    pass_id: str
    amount: Money
    cause: str
    reference: str


@dataclass(frozen=True, slots=True)
class WalletDebited:
    """Stored money left a pass for this attempt. The database refuses a balance below zero."""

    pass_id: str
    amount: Money
    attempt_id: str
