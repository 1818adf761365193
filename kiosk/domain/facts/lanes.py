"""Facts about lanes: what moved, what people ordered, what went wrong."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.signals import LaneKind, LaneMode


@dataclass(frozen=True, slots=True)
class LaneInstalled:
    """This lane exists and does this; recorded at a start that finds it new or changed.

    The count follows from it: a passage means a car more at an entry, a car less at an exit.
    """

    kind: LaneKind
    number: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class PassageCompleted:
    """The loops proved a forward passage. `session_id` is None for an unpaired one (tailgate)."""

    session_id: str | None = None


@dataclass(frozen=True, slots=True)
class TailgateDetected:
    """A second car followed through one opening: the count moves, no session does."""


@dataclass(frozen=True, slots=True)
class TailgateAccepted:
    """An attendant gave an unpaired passage its session."""

    session_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class PassageUnauthorised:
    """Loop B saw a car although nothing had been authorised."""


@dataclass(frozen=True, slots=True)
class WrongWayDetected:
    """A car came against the lane's direction."""


@dataclass(frozen=True, slots=True)
class ApproachAbandoned:
    """A car came and left without being let in; statistics only."""


@dataclass(frozen=True, slots=True)
class PassageStalled:
    """The boom is up and the car does not move."""


@dataclass(frozen=True, slots=True)
class NoiseCounted:
    """Short loop flickers ignored since the last such fact."""

    flickers: int


@dataclass(frozen=True, slots=True)
class CredentialRefused:
    """A scan or typed code did not open; `refusal` is a `Refusal` word. Kept for disputes."""

    refusal: str
    code: str


@dataclass(frozen=True, slots=True)
class BarrierOrdered:
    """An open pulse is about to be sent. `cause` names its authority (session, attendant, ...)."""

    cause: str


@dataclass(frozen=True, slots=True)
class BarrierFailed:
    """The boom did not do what was asked within its time; `stage`: open or close."""

    stage: str


@dataclass(frozen=True, slots=True)
class LaneWentOutOfService:
    """No more cars are served until a person or a repaired device ends it."""

    reason: str


@dataclass(frozen=True, slots=True)
class LaneReturnedToService:
    """Serving again."""

    reason: str


@dataclass(frozen=True, slots=True)
class LaneModeSet:
    """An attendant changed what the lane does."""

    mode: LaneMode
    reason: str


@dataclass(frozen=True, slots=True)
class ManualOpened:
    """An attendant opened for one car."""

    reason: str


@dataclass(frozen=True, slots=True)
class KeepOpenSet:
    """The boom is latched up, or released."""

    on: bool
    reason: str


@dataclass(frozen=True, slots=True)
class PresenceForced:
    """An attendant vouched for a car that loop A does not see."""

    reason: str


@dataclass(frozen=True, slots=True)
class LaneReset:
    """An attendant put the lane back to its resting state."""

    reason: str


@dataclass(frozen=True, slots=True)
class BoomUpAtStart:
    """At start the boom was up and nothing explained it."""


@dataclass(frozen=True, slots=True)
class HelpCalled:
    """A driver, or the lane itself, asks for a person. `cause` is a machine word."""

    cause: str


@dataclass(frozen=True, slots=True)
class HelpAnswered:
    """Somebody took the call."""


@dataclass(frozen=True, slots=True)
class EvacuationStarted:
    """Fire input: every lane opens and stays open."""


@dataclass(frozen=True, slots=True)
class EvacuationEnded:
    """A person ended it."""

    reason: str


@dataclass(frozen=True, slots=True)
class DeviceFaultRaised:
    """A device is in trouble; shown until cleared."""

    device: str
    fault: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class DeviceFaultCleared:
    """That trouble is over."""

    device: str
    fault: str
