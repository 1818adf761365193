"""Passes at the lanes of a real booth: who enters, who leaves, and where the ledger has them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.domain.facts import passes as facts
from kiosk.domain.money import Money
from kiosk.domain.passes import Firmness, Group, PassKind, Presence
from kiosk.domain.payment import Method
from kiosk.domain.session import Admittance, SessionState
from kiosk.domain.signals import Input, LaneKind, Level
from kiosk.domain.staff import Role
from kiosk.domain.ticket import Refusal
from kiosk.domain.wording import NOTHING, Text
from kiosk.lane import events as ev
from kiosk.lane import state
from kiosk.runtime.cashier import CashTaken
from kiosk.runtime.credentials import look_up
from kiosk.views.driver import DriverView, Picture, SiteFacts
from kiosk.views.entry import entry_view
from kiosk.views.exit import exit_view
from kiosk.wire.ticket import PassPaper, pass_payload
from tests.support.people import at_the_desk
from tests.support.site import ENTRY, EXIT, HOUR, SETTLED_SECONDS, Rig, drive_in

DAY = timedelta(days=1)
GROUP = Group("staff", "Staff", spaces=2)


def sell(
    rig: Rig,
    number: int = 1,
    kind: PassKind = PassKind.SEASON,
    stored: int = 0,
    entries: int | None = None,
    until: timedelta = 30 * DAY,
) -> str:
    """Issue a pass of the group; returns the text of its QR."""
    site = rig.services.site
    now = rig.clock.now()
    code = f"PASS0000{number}"
    paper = PassPaper(
        facility_id=site.settings.facility.id,
        code=code,
        kind=kind,
        valid_from=now - DAY,
        valid_until=now + until,
        group_id=GROUP.group_id,
    )
    payload = pass_payload(paper, site.signer)
    issued = facts.PassIssued(
        pass_id=f"pass-{number}",
        code=code,
        kind=kind,
        group_id=GROUP.group_id,
        holder="Ada Lovelace",
        valid_from=paper.valid_from,
        valid_until=paper.valid_until,
        payload=payload,
        entries=entries,
    )
    with site.store.write() as unit:
        if unit.passes.group(GROUP.group_id) is None:
            unit.record(facts.PassGroupSet(GROUP), site.here())
        unit.record(issued, site.here())
        if stored:
            credited = facts.WalletCredited(issued.pass_id, Money(stored), "top_up", "sale")
            unit.record(credited, site.here())
    return payload


def set_group(rig: Rig, **rules: object) -> None:
    """New rules for the group."""
    with rig.services.site.store.write() as unit:
        changed = replace(GROUP, **rules)  # type: ignore[arg-type]
        unit.record(facts.PassGroupSet(changed), rig.services.site.here())


def show(rig: Rig, lane_id: str, text: str) -> state.Phase:
    """Hold a paper to the reader of a lane where a car stands; returns what the lane does."""
    rig.tell(lane_id, ev.CodeOffered(text))
    return rig.lanes.runners[lane_id].state.phase


def drive_on(rig: Rig, lane_id: str) -> None:
    """The boom opens, the car goes through, the boom closes."""
    for wire, level in (
        (Input.BOOM_CLOSED, Level.OFF),
        (Input.BOOM_OPEN, Level.ON),
        (Input.SAFETY, Level.ON),
        (Input.APPROACH, Level.OFF),
        (Input.SAFETY, Level.OFF),
        (Input.BOOM_OPEN, Level.OFF),
        (Input.BOOM_CLOSED, Level.ON),
    ):
        rig.tell(lane_id, ev.InputChanged(wire, level))
        rig.clock.pass_time(10 * SETTLED_SECONDS)
        rig.turn(lane_id)


def enter(rig: Rig, text: str) -> state.Phase:
    """Arrive at the entry, show the pass, drive in if it opens."""
    rig.arrive(ENTRY)
    phase = show(rig, ENTRY, text)
    if isinstance(phase, state.Opening):
        drive_on(rig, ENTRY)
    else:
        rig.tell(ENTRY, ev.InputChanged(Input.APPROACH, Level.OFF))
        rig.clock.pass_time(SETTLED_SECONDS)
        rig.turn(ENTRY)
    return phase


def presence(rig: Rig, pass_id: str = "pass-1") -> Presence:
    """Where the ledger believes the pass is."""
    with rig.services.site.store.read() as unit:
        return unit.passes.presence(pass_id)


def test_a_season_pass_drives_in_and_out_and_pays_nothing(rig: Rig) -> None:
    text = sell(rig)
    assert isinstance(enter(rig, text), state.Opening)
    assert presence(rig) is Presence.INSIDE
    rig.clock.pass_time(3600 * 5)
    rig.arrive(EXIT)
    phase = show(rig, EXIT, text)
    assert isinstance(phase, state.Opening)
    assert phase.going.cause == "free"
    drive_on(rig, EXIT)
    assert presence(rig) is Presence.OUTSIDE
    with rig.services.site.store.read() as unit:
        session = unit.sessions.by_code("PASS00001")
    assert session is not None
    assert (session.admittance, session.state) == (Admittance.PASS, SessionState.ENDED)


def test_the_code_under_the_square_opens_too(rig: Rig) -> None:
    sell(rig)
    assert isinstance(enter(rig, "pass00001"), state.Opening)


@pytest.mark.parametrize(
    ("passback", "refused"),
    [(Firmness.HARD, Refusal.PASSBACK), (Firmness.SOFT, None), (Firmness.OFF, None)],
)
def test_a_pass_that_is_inside_does_not_let_a_second_car_in(
    rig: Rig, passback: Firmness, refused: Refusal | None
) -> None:
    rig.services.site.offline = False
    text = sell(rig)
    set_group(rig, passback=passback)
    enter(rig, text)
    phase = enter(rig, text)
    if refused is not None:
        assert phase == state.Refused(refused, "PASS00001")
    else:
        assert isinstance(phase, state.Opening)


def test_a_pass_handed_out_of_the_window_opens_no_second_lane(rig: Rig) -> None:
    rig.services.site.offline = False
    text = sell(rig)
    rig.arrive(ENTRY)
    assert isinstance(show(rig, ENTRY, text), state.Opening)
    at_once = look_up(rig.services.site, LaneKind.ENTRY, text)
    assert at_once == ev.CredentialRefused(Refusal.PASSBACK, "PASS00001")
    drive_on(rig, ENTRY)
    assert presence(rig) is Presence.INSIDE


def test_a_group_with_more_cards_than_spaces_is_full(rig: Rig) -> None:
    rig.services.site.offline = False
    cards = [sell(rig, number) for number in (1, 2, 3)]
    assert isinstance(enter(rig, cards[0]), state.Opening)
    assert isinstance(enter(rig, cards[1]), state.Opening)
    assert enter(rig, cards[2]) == state.Refused(Refusal.GROUP_FULL, "PASS00003")
    set_group(rig, quota=Firmness.SOFT)
    assert isinstance(enter(rig, cards[2]), state.Opening)


def test_the_last_entry_of_a_multi_entry_pass_is_the_last(rig: Rig) -> None:
    text = sell(rig, kind=PassKind.MULTI_ENTRY, entries=1)
    assert isinstance(enter(rig, text), state.Opening)
    rig.arrive(EXIT)
    show(rig, EXIT, text)
    drive_on(rig, EXIT)
    assert enter(rig, text) == state.Refused(Refusal.NO_ENTRIES_LEFT, "PASS00001")


def test_a_pass_that_ends_while_inside_pays_for_the_time_after(rig: Rig) -> None:
    text = sell(rig, until=HOUR)
    enter(rig, text)
    rig.clock.pass_time(3 * 3600 - 600)
    rig.arrive(EXIT)
    phase = show(rig, EXIT, text)
    assert isinstance(phase, state.Quoted)
    covered, charged = phase.stay.quote.lines
    assert covered.amount == Money(0)
    assert charged.amount == phase.stay.due == Money(600)  # 4 blocks of 30 minutes after its end


def test_a_blocked_pass_opens_no_entry_and_traps_nobody_inside(rig: Rig) -> None:
    text = sell(rig)
    enter(rig, text)
    with rig.services.site.store.write() as unit:
        unit.record(facts.PassBlocked("pass-1", "unpaid"), rig.services.site.here())
    assert enter(rig, text) == state.Refused(Refusal.PASS_BLOCKED, "PASS00001")
    rig.clock.pass_time(3600)
    rig.arrive(EXIT)
    phase = show(rig, EXIT, text)
    assert isinstance(phase, state.Quoted)
    assert phase.stay.due


def test_stored_money_pays_the_stay_it_began(rig: Rig) -> None:
    text = sell(rig, kind=PassKind.VALUE, stored=1000)
    enter(rig, text)
    rig.clock.pass_time(3600)
    rig.arrive(EXIT)
    phase = show(rig, EXIT, text)
    assert isinstance(phase, state.Quoted)
    assert phase.stay.wallet == Money(1000)
    due = phase.stay.due
    rig.tell(EXIT, ev.MethodChosen(Method.WALLET))
    assert rig.phase(EXIT) == "Opening"
    with rig.services.site.store.read() as unit:
        left = unit.passes.find("pass-1")
    assert left is not None
    assert left.balance == Money(1000) - due


def test_stored_money_pays_for_a_ticket_it_is_shown_beside(rig: Rig) -> None:
    text = sell(rig, kind=PassKind.VALUE, stored=1000)
    car = drive_in(rig.services)
    rig.arrive(EXIT)
    show(rig, EXIT, car.payload)
    phase = show(rig, EXIT, text)
    assert isinstance(phase, state.Quoted)
    assert phase.stay.covered_by_wallet
    rig.tell(EXIT, ev.MethodChosen(Method.WALLET))
    assert rig.phase(EXIT) == "Opening"


def test_too_little_stored_money_is_said_and_the_price_stands(rig: Rig) -> None:
    text = sell(rig, kind=PassKind.VALUE, stored=1)
    car = drive_in(rig.services)
    rig.arrive(EXIT)
    show(rig, EXIT, car.payload)
    phase = show(rig, EXIT, text)
    assert isinstance(phase, state.Refused)
    assert phase.refusal is Refusal.EMPTY_WALLET
    rig.tell(EXIT, ev.BackTapped())
    assert rig.phase(EXIT) == "Quoted"


def test_a_pass_nobody_saw_enter_leaves_where_nobody_can_know(rig: Rig) -> None:
    text = sell(rig)
    rig.arrive(EXIT)
    assert isinstance(show(rig, EXIT, text), state.Opening)
    with rig.services.site.store.read() as unit:
        session = unit.sessions.by_code("PASS00001")
    assert session is not None
    assert session.flagged == "entry_unseen"


def test_a_back_out_leaves_the_pass_outside(rig: Rig) -> None:
    text = sell(rig)
    rig.arrive(ENTRY)
    show(rig, ENTRY, text)
    for wire, level, seconds in (
        (Input.BOOM_CLOSED, Level.OFF, 0.5),
        (Input.BOOM_OPEN, Level.ON, 0.5),
        (Input.APPROACH, Level.OFF, SETTLED_SECONDS),
        (Input.FIRE, Level.OFF, 8.0),
        (Input.BOOM_OPEN, Level.OFF, 0.5),
        (Input.BOOM_CLOSED, Level.ON, 0.5),
    ):
        rig.tell(ENTRY, ev.InputChanged(wire, level))
        rig.clock.pass_time(seconds)
        rig.turn(ENTRY)
    assert presence(rig) is not Presence.INSIDE
    assert isinstance(enter(rig, text), state.Opening)


def test_midnight_of_the_last_day_is_too_late(rig: Rig) -> None:
    text = sell(rig, until=HOUR)
    rig.clock.pass_time(3600)
    assert enter(rig, text) == state.Refused(Refusal.PASS_EXPIRED, "PASS00001")


# --- a pass that ends soon says so


def seen(rig: Rig, lane_id: str) -> DriverView:
    """What the driver at this lane sees."""
    lane, now = rig.lanes.runners[lane_id].state, rig.clock.now()
    view = entry_view if lane_id == ENTRY else exit_view
    return view(lane, SiteFacts("Garage", lane_id, now))


@pytest.mark.parametrize(("days", "warned"), [(30, False), (8, False), (7, True), (1, True)])
def test_within_its_groups_days_a_pass_is_warned_of_its_end_at_both_lanes(
    rig: Rig, days: int, warned: bool
) -> None:
    text = sell(rig, until=days * DAY)
    note = ending(rig) if warned else NOTHING
    rig.arrive(ENTRY)
    assert isinstance(show(rig, ENTRY, text), state.Opening)
    assert (seen(rig, ENTRY).note, seen(rig, ENTRY).picture) == (note, Picture.OPENING)
    drive_on(rig, ENTRY)
    rig.arrive(EXIT)
    assert isinstance(show(rig, EXIT, text), state.Opening)
    assert (seen(rig, EXIT).note, seen(rig, EXIT).picture) == (note, Picture.OPENING)
    rig.tell(EXIT, ev.InputChanged(Input.BOOM_CLOSED, Level.OFF))
    rig.tell(EXIT, ev.InputChanged(Input.BOOM_OPEN, Level.ON))
    assert (seen(rig, EXIT).note, seen(rig, EXIT).picture) == (note, Picture.DRIVE)


def test_a_group_that_warns_of_nothing_says_nothing(rig: Rig) -> None:
    text = sell(rig, until=DAY)
    set_group(rig, warn_days=0)
    enter(rig, text)
    rig.arrive(EXIT)
    show(rig, EXIT, text)
    assert seen(rig, EXIT).note == NOTHING


def test_a_pass_whose_money_pays_is_warned_after_paying(rig: Rig) -> None:
    text = sell(rig, kind=PassKind.VALUE, stored=1000, until=2 * DAY)
    enter(rig, text)
    rig.clock.pass_time(3600)
    rig.arrive(EXIT)
    show(rig, EXIT, text)
    rig.tell(EXIT, ev.MethodChosen(Method.WALLET))
    assert rig.phase(EXIT) == "Opening"
    assert seen(rig, EXIT).note == ending(rig)


def test_the_till_that_is_paid_meanwhile_does_not_take_the_warning_away(rig: Rig) -> None:
    text = sell(rig, kind=PassKind.VALUE, stored=1, until=2 * DAY)
    enter(rig, text)
    rig.clock.pass_time(3600)
    rig.arrive(EXIT)
    phase = show(rig, EXIT, text)
    assert isinstance(phase, state.Quoted)
    at_the_desk(rig, Role.ATTENDANT)
    assert isinstance(rig.desk.take_cash(phase.stay, phase.stay.due), CashTaken)
    rig.turn(EXIT)
    assert rig.phase(EXIT) == "Opening"
    assert seen(rig, EXIT).note == ending(rig)


def ending(rig: Rig) -> Text:
    """The sentence about the pass that was sold."""
    with rig.services.site.store.read() as unit:
        pass_ = unit.passes.find("pass-1")
    assert pass_ is not None
    return Text("Your pass is valid until {ends_at:moment}").with_values(ends_at=pass_.valid_until)
