"""Whom a phase is about: the session, the stay, the money of the car that stands here."""

from __future__ import annotations

from dataclasses import replace

from kiosk.domain.quote import Stay
from kiosk.domain.session import Admission
from kiosk.lane.state import (
    CashWanted,
    Checking,
    Closing,
    Lane,
    Opening,
    OutOfService,
    Pass,
    Passing,
    Paying,
    Phase,
    Printing,
    Quoted,
    Refused,
    Taking,
    Unsettled,
    Waiting,
)


def stay_of(phase: Phase) -> Stay | None:
    """The stay whose car stands at the exit, and which is not yet on its way."""
    match phase:
        case Quoted(stay) | CashWanted(stay) | Unsettled(stay) | Waiting(_, stay):
            return stay
        case Checking(_, stay) | Refused(_, _, stay):
            return stay
        case Paying(stay, left=False):
            return stay
        case _:
            return None


def admission_of(phase: Phase) -> Admission | None:
    """The admission that has paper but no open boom yet."""
    match phase:
        case Printing(admission) | Taking(admission):
            return admission
        case _:
            return None


def pass_of(phase: Phase) -> Pass | None:
    """The authorised movement that is not proven yet."""
    match phase:
        case Opening(going) | Passing(going) | OutOfService(_, Pass() as going):
            return None if going.counted else going
        case _:
            return None


def session_of(phase: Phase) -> str | None:
    """The session this lane is busy with."""
    if isinstance(phase, Closing):
        return None
    if going := pass_of(phase):
        return going.session_id
    if admission := admission_of(phase):
        return admission.session_id
    stay = stay_of(phase)
    return stay.session_id if stay is not None else None


def settle_later(lane: Lane) -> Lane:
    """The lane turns to something else; a running attempt is asked about until it has an end."""
    match lane.phase:
        case Paying(stay, attempt_id=str(attempt_id)):
            return remember(lane, attempt_id, stay.session_id)
        case _:
            return lane


def remember(lane: Lane, attempt_id: str, session_id: str) -> Lane:
    """Nobody knows what became of this attempt: keep asking."""
    open_attempt = (attempt_id, session_id)
    if open_attempt in lane.settling:
        return lane
    return replace(lane, settling=(*lane.settling, open_attempt))


def forget(lane: Lane, attempt_id: str) -> Lane:
    """This attempt has its end."""
    others = tuple(each for each in lane.settling if each[0] != attempt_id)
    return replace(lane, settling=others)


def open_attempt(lane: Lane, session_id: str) -> str | None:
    """The attempt of this session that has no known outcome."""
    return next((attempt for attempt, session in lane.settling if session == session_id), None)
