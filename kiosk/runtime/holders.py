"""What a pass may do at a lane: begin a stay, end one, or pay for the one whose price is shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from kiosk.domain.event import Circumstances
from kiosk.domain.facts import passes, stays
from kiosk.domain.passes import (
    Leave,
    Pass,
    PassKind,
    Presence,
    Refuse,
    decide_entry,
    decide_exit,
    standing,
)
from kiosk.domain.quote import Stay
from kiosk.domain.session import Admittance, SessionState
from kiosk.domain.signals import LaneKind
from kiosk.domain.ticket import Refusal
from kiosk.lane import events as ev
from kiosk.runtime.site import Site
from kiosk.store.unit import Transaction

Answer = ev.EntryGranted | ev.StayFound | ev.CredentialRefused

UNSEEN = "entry_unseen"
"""Why a session that only a pass at the exit tells of is looked at."""


def admit(
    site: Site,
    kind: LaneKind,
    pass_: Pass,
    now: datetime,
    lane_id: str | None = None,
    beside: str | None = None,
) -> Answer:
    """What this pass may do at a lane of this kind, now; `beside` as in `credentials.look_up`."""
    if kind is LaneKind.ENTRY:
        with site.store.read() as unit:
            return _may_enter(site, unit, pass_, now, lane_id)
    with site.store.read() as unit:
        open_id = unit.passes.open_session(pass_.pass_id)
        if beside is not None and beside != open_id:
            return _may_pay(site, unit, beside, pass_, now)
        answer = _may_leave(site, unit, pass_, open_id, now)
    if not isinstance(answer, Leave):
        return answer
    return ev.StayFound(_unseen(site, pass_, now, answer, lane_id))


def _may_enter(
    site: Site, unit: Transaction, pass_: Pass, now: datetime, lane_id: str | None
) -> ev.EntryGranted | ev.CredentialRefused:
    group = unit.passes.group(pass_.group_id)
    if _driving_in(unit, pass_):
        pass_ = replace(pass_, presence=Presence.INSIDE)
    decided = decide_entry(
        pass_,
        group,
        inside=unit.passes.inside(pass_.group_id),
        now=now,
        zone=_zone_of(site, lane_id) or (group.zone if group else ""),
        offline=site.offline,
    )
    if isinstance(decided, Refuse):
        return ev.CredentialRefused(decided.refusal, pass_.code)
    return ev.EntryGranted(
        Admittance.PASS, pass_id=pass_.pass_id, soft=",".join(decided.soft), note=decided.warning
    )


def _driving_in(unit: Transaction, pass_: Pass) -> bool:
    """Whether a boom is opening for this pass: handed out of the window, it opens no second."""
    open_id = unit.passes.open_session(pass_.pass_id)
    session = unit.sessions.find(open_id) if open_id else None
    if session is None or session.state is not SessionState.STARTED:
        return False
    admission = unit.lanes.open_step(session.entry_lane).admission
    return admission is not None and admission.session_id == open_id


def _may_leave(
    site: Site, unit: Transaction, pass_: Pass, open_id: str | None, now: datetime
) -> ev.StayFound | ev.CredentialRefused | Leave:
    """The open stay of this pass, priced; `Leave` where it may go though the ledger has none."""
    session = unit.sessions.find(open_id) if open_id else None
    decided = decide_exit(
        pass_,
        unit.passes.group(pass_.group_id),
        entered_at=session.entered_at if session else None,
        now=now,
        offline=site.offline,
    )
    if isinstance(decided, Refuse):
        return ev.CredentialRefused(decided.refusal, pass_.code)
    return decided if session is None else ev.StayFound(site.stay(unit, session, now))


def _may_pay(
    site: Site, unit: Transaction, session_id: str, pass_: Pass, now: datetime
) -> ev.StayFound | ev.CredentialRefused:
    """The stay whose price is shown, with the money on this pass beside it."""
    session = unit.sessions.find(session_id)
    if session is None:
        return ev.CredentialRefused(Refusal.UNKNOWN, pass_.code)
    if pass_.kind is not PassKind.VALUE:
        return ev.CredentialRefused(Refusal.NO_STAY, pass_.code)
    if refusal := standing(pass_, now):
        return ev.CredentialRefused(refusal, pass_.code)
    stay = site.stay(unit, session, now, shown=pass_)
    if stay.due and not stay.covered_by_wallet:
        return ev.CredentialRefused(Refusal.EMPTY_WALLET, pass_.code)
    return ev.StayFound(stay)


Movement = stays.SessionActivated | stays.SessionEnded


def follow(unit: Transaction, body: Movement, here: Circumstances) -> None:
    """A pass is where its session is: called with every movement of a session."""
    pass_ = unit.passes.of_session(body.session_id)
    if pass_ is None:
        return
    group = unit.passes.group(pass_.group_id)
    inside = isinstance(body, stays.SessionActivated)
    presence = Presence.INSIDE if inside else Presence.OUTSIDE
    unit.record(passes.PassMoved(pass_.pass_id, presence, group.zone if group else ""), here)


def _unseen(site: Site, pass_: Pass, now: datetime, leave: Leave, lane_id: str | None) -> Stay:
    """A session for a car whose entry nobody saw, flagged for a person to look at."""
    session_id = site.clock.new_id()
    here = site.here(lane_id, session_id, forced=True)
    with site.store.write() as unit:
        tariff, version = site.tariff_now(unit, now)
        unit.record(
            stays.SessionStarted(
                session_id=session_id,
                code=pass_.code,
                admittance=Admittance.PASS,
                entered_at=now,
                tariff=tariff,
                tariff_version=version,
                vehicle_class=pass_.vehicle_class,
            ),
            here,
        )
        unit.record(passes.PassUsed(pass_.pass_id, session_id, ",".join(leave.soft)), here)
        unit.record(stays.SessionActivated(session_id, now), here)
        unit.record(stays.SessionFlagged(session_id, UNSEEN), here)
        session = unit.sessions.find(session_id)
        assert session is not None  # noqa: S101 - recorded in this very transaction
        return site.stay(unit, session, now)


def _zone_of(site: Site, lane_id: str | None) -> str:
    """The zone behind this lane, where the settings name one."""
    return next((at.zone for at in site.settings.lane if at.id == lane_id), "")
