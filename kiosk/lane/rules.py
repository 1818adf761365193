"""The numbers a site owner may change for a lane, with the defaults of the house."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class NextTransaction(StrEnum):
    """When the next car may be served."""

    AFTER_CLOSED = "after_closed"
    AFTER_SAFETY_CLEAR = "after_safety_clear"
    MOTORCADE = "motorcade"


class PulseSemantics(StrEnum):
    """Whether the barrier counts open pulses: then a retry lets a second car in."""

    NON_MEMORY = "non_memory"
    MEMORY = "memory"


class Unreachable(StrEnum):
    """What the exit does when money cannot be taken and nobody answers."""

    COLLECT_CASH_ONLY = "collect_cash_only"
    RELEASE_AND_RECORD = "release_and_record"
    CALL_ATTENDANT = "call_attendant"
    KEEP_CLOSED = "keep_closed"


@dataclass(frozen=True, slots=True)
class Rules:
    """Defaults: design/lanes.md. Times in seconds."""

    debounce_seconds: float = 0.15
    print_seconds: float = 20.0
    take_remind_seconds: float = 30.0
    take_void_seconds: float = 60.0
    take_unverified_seconds: float = 3.0
    back_out_seconds: float = 6.0
    open_seconds: float = 10.0
    open_retries: int = 1
    close_seconds: float = 30.0
    stalled_seconds: float = 60.0
    stuck_seconds: float = 600.0
    tail_seconds: float = 1.5
    """After B clears, a trailer may cover it again within this time: still one passage."""
    refused_seconds: float = 12.0
    idle_seconds: float = 45.0
    still_there_seconds: float = 20.0
    settle_seconds: float = 5.0
    release_seconds: float = 120.0
    pulse_semantics: PulseSemantics = PulseSemantics.NON_MEMORY
    next_transaction: NextTransaction = NextTransaction.AFTER_CLOSED
    closes_by_us: bool = False
    """False: the barrier closes itself when loop B clears, and we send nothing."""
    has_taken_sensor: bool = True
    has_limits: bool = True
    """False: no limit switches fitted; the boom's position is then assumed after its time."""
    payment_limit_minor: int = 0
    """Above this a driver is sent to the till (money laundering law, stolen cards); 0: no limit."""
    unreachable: tuple[tuple[str, Unreachable], ...] = (
        ("centre", Unreachable.RELEASE_AND_RECORD),
        ("internet", Unreachable.RELEASE_AND_RECORD),
        ("gateway", Unreachable.RELEASE_AND_RECORD),
        ("device", Unreachable.RELEASE_AND_RECORD),
    )
