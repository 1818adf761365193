"""What a pass opens: the whole decision as tables, and laws over every combination."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.money import Money
from kiosk.domain.passes import (
    Admit,
    Firmness,
    Group,
    Leave,
    Pass,
    PassKind,
    PassState,
    Presence,
    Refuse,
    decide_entry,
    decide_exit,
    expiry_warning,
    standing,
)
from kiosk.domain.ticket import Refusal

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
DAY = timedelta(days=1)
INSTANT = timedelta(microseconds=1)
FROM, UNTIL = NOON - 10 * DAY, NOON + 20 * DAY
SEASON = Pass(
    pass_id="p1",
    code="4K72MX94K",
    kind=PassKind.SEASON,
    group_id="staff",
    holder="Mira",
    valid_from=FROM,
    valid_until=UNTIL,
    state=PassState.ACTIVE,
    presence=Presence.OUTSIDE,
    balance=Money(0),
)
TEN_ENTRIES = replace(SEASON, kind=PassKind.MULTI_ENTRY, entries_left=1)
VALUE = replace(SEASON, kind=PassKind.VALUE, balance=Money(1))
GOOD = {one.kind: one for one in (SEASON, TEN_ENTRIES, VALUE)}
"""A pass of each kind that has just enough left."""
STAFF = Group("staff", "Staff", spaces=5)
HARD, SOFT, OFF = Firmness.HARD, Firmness.SOFT, Firmness.OFF
INSIDE, OUTSIDE, NEUTRAL = Presence.INSIDE, Presence.OUTSIDE, Presence.NEUTRAL
WHEN = {
    "before": FROM - INSTANT,
    "first": FROM,
    "within": NOON,
    "last": UNTIL - INSTANT,
    "after": UNTIL,
}
GOOD_TIMES = ("first", "within", "last")


def enter(
    pass_: Pass | None,
    group: Group | None = STAFF,
    *,
    inside: int = 0,
    now: datetime = NOON,
    zone: str = "",
    offline: bool = False,
) -> Refusal | tuple[Refusal, ...]:
    """The refusal, or what was only noted."""
    match decide_entry(pass_, group, inside=inside, now=now, zone=zone, offline=offline):
        case Refuse(refusal):
            return refusal
        case Admit(soft):
            return soft


# --- the entry -------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", PassKind)
@pytest.mark.parametrize(
    ("when", "state", "answer"),
    [
        *((when, PassState.ACTIVE, ()) for when in GOOD_TIMES),
        ("before", PassState.ACTIVE, Refusal.NOT_YET_VALID),
        ("after", PassState.ACTIVE, Refusal.PASS_EXPIRED),
        *((when, PassState.BLOCKED, Refusal.PASS_BLOCKED) for when in WHEN),
    ],
)
def test_a_pass_enters_only_in_its_time_and_unblocked(
    kind: PassKind, when: str, state: PassState, answer: Refusal | tuple[Refusal, ...]
) -> None:
    assert enter(replace(GOOD[kind], state=state), now=WHEN[when]) == answer


def test_a_pass_nobody_knows_is_refused_by_name() -> None:
    assert decide_entry(None, None, inside=0, now=NOON) == Refuse(Refusal.UNKNOWN)
    assert decide_exit(None, None, entered_at=NOON, now=NOON) == Refuse(Refusal.UNKNOWN)


@pytest.mark.parametrize(
    ("firmness", "presence", "offline", "answer"),
    [
        (HARD, INSIDE, False, Refusal.PASSBACK),
        (HARD, INSIDE, True, (Refusal.PASSBACK,)),
        (SOFT, INSIDE, False, (Refusal.PASSBACK,)),
        (SOFT, INSIDE, True, (Refusal.PASSBACK,)),
        (OFF, INSIDE, False, ()),
        (OFF, INSIDE, True, ()),
        *(
            (firmness, presence, offline, ())
            for firmness, presence, offline in product(Firmness, (OUTSIDE, NEUTRAL), (False, True))
        ),
    ],
)
@pytest.mark.parametrize("kind", PassKind)
def test_a_pass_does_not_come_in_twice_as_firmly_as_its_group_says(
    kind: PassKind,
    firmness: Firmness,
    presence: Presence,
    offline: bool,
    answer: Refusal | tuple[Refusal, ...],
) -> None:
    pass_ = replace(GOOD[kind], presence=presence)
    group = replace(STAFF, passback=firmness)
    assert enter(pass_, group, offline=offline) == answer


@pytest.mark.parametrize(
    ("quota", "spaces", "inside", "answer"),
    [
        (HARD, 5, 4, ()),
        (HARD, 5, 5, Refusal.GROUP_FULL),
        (HARD, 5, 6, Refusal.GROUP_FULL),
        (SOFT, 5, 4, ()),
        (SOFT, 5, 5, (Refusal.GROUP_FULL,)),
        (OFF, 5, 99, ()),
        (HARD, None, 99, ()),
        (HARD, 0, 0, Refusal.GROUP_FULL),
    ],
)
@pytest.mark.parametrize("offline", [False, True])
def test_more_cards_than_spaces_fill_the_group_as_firmly_as_it_says(
    quota: Firmness,
    spaces: int | None,
    inside: int,
    offline: bool,
    answer: Refusal | tuple[Refusal, ...],
) -> None:
    group = replace(STAFF, quota=quota, spaces=spaces)
    assert enter(SEASON, group, inside=inside, offline=offline) == answer


def test_a_pass_that_counts_as_inside_does_not_take_its_own_space_twice() -> None:
    again = replace(SEASON, presence=INSIDE)
    group = replace(STAFF, passback=SOFT)
    assert enter(again, group, inside=5) == (Refusal.PASSBACK,)
    assert enter(again, group, inside=6) is Refusal.GROUP_FULL


def test_everything_that_was_only_noted_is_named() -> None:
    group = replace(STAFF, passback=SOFT, quota=SOFT)
    again = replace(SEASON, presence=INSIDE)
    assert enter(again, group, inside=6) == (Refusal.PASSBACK, Refusal.GROUP_FULL)


@pytest.mark.parametrize(
    ("group_zone", "lane_zone", "answer"),
    [
        ("", "", ()),
        ("", "roof", ()),
        ("roof", "roof", ()),
        ("roof", "", ()),
        ("roof", "cellar", Refusal.WRONG_LANE),
    ],
)
def test_a_pass_of_one_zone_opens_no_other(
    group_zone: str, lane_zone: str, answer: Refusal | tuple[Refusal, ...]
) -> None:
    assert enter(SEASON, replace(STAFF, zone=group_zone), zone=lane_zone) == answer


@pytest.mark.parametrize(
    ("pass_", "answer"),
    [
        (TEN_ENTRIES, ()),
        (replace(TEN_ENTRIES, entries_left=0), Refusal.NO_ENTRIES_LEFT),
        (replace(TEN_ENTRIES, entries_left=-1), Refusal.NO_ENTRIES_LEFT),
        (replace(TEN_ENTRIES, entries_left=None), Refusal.NO_ENTRIES_LEFT),
        (VALUE, ()),
        (replace(VALUE, balance=Money(0)), Refusal.EMPTY_WALLET),
        (replace(SEASON, entries_left=0), ()),
    ],
)
def test_a_used_up_pass_is_told_so(pass_: Pass, answer: Refusal | tuple[Refusal, ...]) -> None:
    assert enter(pass_) == answer


def test_what_is_checked_first_names_the_refusal() -> None:
    """Each step mends the first thing that is wrong, and the next one is named."""
    group = replace(STAFF, zone="roof")
    worst = replace(
        TEN_ENTRIES, state=PassState.BLOCKED, valid_until=FROM, presence=INSIDE, entries_left=0
    )
    named = []
    named.append(enter(worst, group, inside=9, zone="cellar"))
    worst = replace(worst, state=PassState.ACTIVE)
    named.append(enter(worst, group, inside=9, zone="cellar"))
    worst = replace(worst, valid_until=UNTIL)
    named.append(enter(worst, group, inside=9, zone="cellar"))
    named.append(enter(worst, group, inside=9, zone="roof"))
    worst = replace(worst, presence=OUTSIDE)
    named.append(enter(worst, group, inside=9, zone="roof"))
    named.append(enter(worst, group, inside=0, zone="roof"))
    assert named == [
        Refusal.PASS_BLOCKED,
        Refusal.PASS_EXPIRED,
        Refusal.WRONG_LANE,
        Refusal.PASSBACK,
        Refusal.GROUP_FULL,
        Refusal.NO_ENTRIES_LEFT,
    ]


def test_a_pass_whose_group_has_not_arrived_gets_the_strict_rules() -> None:
    assert enter(SEASON, None, inside=99) == ()
    assert enter(replace(SEASON, presence=INSIDE), None) is Refusal.PASSBACK


@pytest.mark.parametrize(
    ("left", "warned"),
    [(7 * DAY + INSTANT, False), (7 * DAY, True), (INSTANT, True), (timedelta(), False)],
)
def test_a_pass_says_in_time_that_it_ends(left: timedelta, warned: bool) -> None:
    ending = replace(SEASON, valid_until=NOON + left)
    warning = expiry_warning(ending, STAFF, NOON)
    assert (warning is not None) == warned
    if warning is not None:
        assert dict(warning.values) == {"ends_at": NOON + left}
        assert decide_entry(ending, STAFF, inside=0, now=NOON) == Admit((), warning)


# --- the exit --------------------------------------------------------------------------------

CAME_IN = NOON - 3 * DAY


@pytest.mark.parametrize(
    ("pass_", "pays_from"),
    [
        (SEASON, None),
        (TEN_ENTRIES, None),
        (replace(TEN_ENTRIES, entries_left=0), None),  # the last entry was this stay's
        (VALUE, CAME_IN),
        (replace(VALUE, balance=Money(0)), CAME_IN),
        # Ended while inside: what lies after the end is anybody's price.
        (replace(SEASON, valid_until=NOON - DAY), NOON - DAY),
        (replace(SEASON, valid_until=NOON), NOON),
        (replace(TEN_ENTRIES, valid_until=NOON - DAY), NOON - DAY),
        (replace(VALUE, valid_until=NOON - DAY), CAME_IN),
        (replace(SEASON, valid_until=NOON - 9 * DAY), CAME_IN),
        # Blocked while inside: it never covered anything.
        (replace(SEASON, state=PassState.BLOCKED), CAME_IN),
        (replace(TEN_ENTRIES, state=PassState.BLOCKED), CAME_IN),
        (replace(SEASON, valid_from=NOON + DAY), CAME_IN),
    ],
)
def test_what_a_pass_does_not_cover_is_paid(pass_: Pass, pays_from: datetime | None) -> None:
    inside = replace(pass_, presence=INSIDE)
    assert decide_exit(inside, STAFF, entered_at=CAME_IN, now=NOON) == Leave(pays_from)


@pytest.mark.parametrize(
    ("firmness", "presence", "offline", "answer"),
    [
        (HARD, OUTSIDE, False, Refuse(Refusal.NO_STAY)),
        (HARD, OUTSIDE, True, Leave(None, (Refusal.NO_STAY,))),
        (SOFT, OUTSIDE, False, Leave(None, (Refusal.NO_STAY,))),
        (SOFT, OUTSIDE, True, Leave(None, (Refusal.NO_STAY,))),
        (OFF, OUTSIDE, False, Leave()),
        (OFF, OUTSIDE, True, Leave()),
        *(
            (firmness, presence, offline, Leave())
            for firmness, presence, offline in product(Firmness, (INSIDE, NEUTRAL), (False, True))
        ),
    ],
)
@pytest.mark.parametrize("pass_", [SEASON, TEN_ENTRIES])
def test_without_a_stay_a_pass_leaves_only_where_it_may_have_come_in(
    pass_: Pass, firmness: Firmness, presence: Presence, offline: bool, answer: Leave | Refuse
) -> None:
    shown = replace(pass_, presence=presence)
    group = replace(STAFF, passback=firmness)
    assert decide_exit(shown, group, entered_at=None, now=NOON, offline=offline) == answer


@pytest.mark.parametrize(
    ("pass_", "refusal"),
    [
        (replace(SEASON, state=PassState.BLOCKED), Refusal.PASS_BLOCKED),
        (replace(SEASON, valid_until=NOON), Refusal.PASS_EXPIRED),
        (replace(SEASON, valid_from=NOON + DAY), Refusal.NOT_YET_VALID),
        (VALUE, Refusal.NO_STAY),
    ],
)
def test_without_a_stay_a_fee_cannot_be_known_and_a_person_is_needed(
    pass_: Pass, refusal: Refusal
) -> None:
    group = replace(STAFF, passback=OFF)
    shown = replace(pass_, presence=INSIDE)
    assert decide_exit(shown, group, entered_at=None, now=NOON) == Refuse(refusal)


# --- laws ------------------------------------------------------------------------------------

passes = st.builds(
    replace,
    st.sampled_from(list(GOOD.values())),
    state=st.sampled_from(PassState),
    presence=st.sampled_from(Presence),
    balance=st.integers(0, 2).map(Money),
    entries_left=st.sampled_from([None, 0, 1]),
)
groups = st.none() | st.builds(
    Group,
    st.just("staff"),
    st.just("Staff"),
    st.sampled_from([None, 0, 1, 5]),
    st.sampled_from(Firmness),
    st.sampled_from(Firmness),
    st.sampled_from(["", "roof"]),
)
instants = st.sampled_from(list(WHEN.values()))
stays = st.none() | st.timedeltas(timedelta(), 30 * DAY).map(lambda ago: UNTIL - ago)


@given(passes, groups, st.integers(0, 9), instants, st.sampled_from(["", "roof", "cellar"]))
def test_an_entry_opens_only_for_a_pass_in_good_standing(
    pass_: Pass, group: Group | None, inside: int, now: datetime, zone: str
) -> None:
    answer = decide_entry(pass_, group, inside=inside, now=now, zone=zone)
    if isinstance(answer, Admit):
        assert standing(pass_, now) is None
        assert pass_.kind is not PassKind.MULTI_ENTRY or pass_.entries_left
        assert pass_.kind is not PassKind.VALUE or pass_.balance


@given(passes, groups, st.integers(0, 9), instants)
def test_being_offline_never_closes_an_entry_that_was_open(
    pass_: Pass, group: Group | None, inside: int, now: datetime
) -> None:
    online = decide_entry(pass_, group, inside=inside, now=now)
    offline = decide_entry(pass_, group, inside=inside, now=now, offline=True)
    if isinstance(online, Admit):
        assert offline == online


@given(passes, groups, st.integers(0, 8), instants)
def test_softer_rules_never_refuse_more(
    pass_: Pass, group: Group | None, inside: int, now: datetime
) -> None:
    hard = replace(group or STAFF, quota=HARD, passback=HARD)
    soft = replace(hard, quota=SOFT, passback=SOFT)
    off = replace(hard, quota=OFF, passback=OFF)
    firm, mild, none = (
        decide_entry(pass_, rules, inside=inside, now=now) for rules in (hard, soft, off)
    )
    assert isinstance(mild, Admit) == isinstance(none, Admit)
    if isinstance(firm, Admit):
        assert firm == mild == none
    elif isinstance(mild, Admit):
        assert firm.refusal is mild.soft[0]


@given(passes, groups, stays, instants, st.booleans())
def test_nobody_with_a_stay_is_trapped(
    pass_: Pass, group: Group | None, came: datetime | None, now: datetime, offline: bool
) -> None:
    answer = decide_exit(pass_, group, entered_at=came, now=now, offline=offline)
    if came is not None:
        assert isinstance(answer, Leave)
        assert answer.pays_from is None or answer.pays_from >= came


@given(passes, groups, stays, instants, st.booleans())
def test_a_free_exit_needs_a_good_pass_that_covers_time(
    pass_: Pass, group: Group | None, came: datetime | None, now: datetime, offline: bool
) -> None:
    answer = decide_exit(pass_, group, entered_at=came, now=now, offline=offline)
    if isinstance(answer, Leave) and answer.pays_from is None:
        assert standing(pass_, now) is None
        assert pass_.kind is not PassKind.VALUE
