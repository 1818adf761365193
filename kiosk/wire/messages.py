"""What booth and centre say to each other over HTTP, as strict types both ends share.

Push: the booth's events in the order of its journal. The centre answers with a verdict for each
and with the head of its copy: (epoch, seq, hash) and the money in it. Only an answer whose hash is
our own hash at that seq acknowledges anything (`Ack.proves`), so a captive portal, the wrong server
or an old reply can say what it likes. Pull: what the facility's booths need to hear, from a cursor.

Events travel as raw JSON (`wire.facts.event_json`), so that one nobody can read spoils no batch.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

import msgspec

MAX_BATCH = 500
"""Events in one push or pull."""
MAX_BATCH_BYTES = 256 * 1024
"""Bytes of events the sender puts into one message, unless a single event is larger."""
MAX_WAIT_SECONDS = 25
"""Longest a pull may be kept waiting: below what proxies and routers cut off."""

Name = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,23}\Z")]
"""Facilities and devices: letters, digits, dots, dashes, underscores; 24 is what paper holds."""
Text = Annotated[str, msgspec.Meta(max_length=80, pattern=r"^[^\x00-\x1f\x7f]*\Z")]
Instant = Annotated[datetime, msgspec.Meta(tz=True)]
Count = Annotated[int, msgspec.Meta(ge=0, le=2**53)]
Digest = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}\Z")]
Sums = dict[Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{3}\Z")], int]
"""Minor units by currency."""


class Push(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Some events of one epoch of the sender's own journal, in order.

    `compare` asks for `Ack.sums`, which costs the centre more than the rest.
    """

    epoch: Annotated[int, msgspec.Meta(ge=1, le=2**53)]
    events: Annotated[list[msgspec.Raw], msgspec.Meta(min_length=1, max_length=MAX_BATCH)]
    compare: bool = False


class Verdict(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What became of one event. `reason` of a conflict: gap, fork, foreign, unreadable..."""

    verdict: Literal["accepted", "duplicate", "conflict"]
    reason: Text = ""


class Ack(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The centre's copy of the sender's epoch now ends at `seq` with `hash` (seq 0: it is empty).

    `sums` is the money in all the sender's payments, as the centre's own tables have it; None
    when nobody asked, or while facts wait there for what they are about.
    """

    epoch: Count
    seq: Count
    hash: Digest
    sums: Sums | None = None
    verdicts: list[Verdict] = []

    def proves(self, epoch: int, own_hash: bytes | None) -> bool:
        """Whether this speaks of our journal; `own_hash` is ours at `seq`, None if we have none."""
        return own_hash is not None and self.epoch == epoch and self.hash == own_hash.hex()


class Pulled(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Events after the cursor that was asked for, and the cursor to ask with next."""

    events: Annotated[list[msgspec.Raw], msgspec.Meta(max_length=MAX_BATCH)]
    cursor: Count


class EnrolmentWanted(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An administrator lets one more booth in; `name` is for people."""

    name: Text = ""


class Enrolment(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The code a technician types in at the booth: works once, until `expires_at`."""

    code: str
    facility_id: str
    name: str
    expires_at: Instant


class Enrol(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A booth introduces itself; `device_id` is the origin of its events."""

    code: Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
    device_id: Name


class Enrolled(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What lets the booth in from now on. The token is said once; the centre keeps its hash."""

    token: str
    device_id: str
    facility_id: str


class Device(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One booth that was let in."""

    device_id: str
    facility_id: str
    name: str
    enrolled_at: Instant
    revoked_at: Instant | None


class Devices(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Every booth a facility ever had."""

    devices: list[Device]


class BookingWanted(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A stay to plan, in `[starts_at, ends_at)`."""

    starts_at: Instant
    ends_at: Instant
    name: Text = ""
    plate: Annotated[str, msgspec.Meta(max_length=16, pattern=r"^[^\x00-\x1f\x7f]*\Z")] = ""
    vehicle_class: Name = "car"


class BookingMade(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A promised stay. `qr_text` opens the entry; `code` is the same for people."""

    booking_id: str
    facility_id: str
    code: str
    qr_text: str
    starts_at: Instant
    ends_at: Instant
    name: str
    plate: str
    vehicle_class: str


class Health(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The centre answers and its database does too."""

    status: Literal["ok"]


class Problem(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Why not: a word for programs, a sentence for people."""

    error: str
    detail: str
