"""What the worker does next, and what it believes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.sync.plan import (
    MAX_BACK_OFF_SECONDS,
    MAX_RETRY_AFTER_SECONDS,
    Alarm,
    Judgement,
    Pace,
    Pull,
    Push,
    Rest,
    after_cut,
    after_failure,
    after_pull,
    after_push,
    after_too_large,
    judge,
    money_difference,
    next_move,
    try_now,
)
from kiosk.wire.facts import Head
from kiosk.wire.messages import MAX_BATCH, MAX_WAIT_SECONDS, Ack, Verdict

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
HASH = bytes(range(32))

instants = st.datetimes(
    datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC)  # noqa: DTZ001
)  # fmt: skip
paces = st.builds(
    Pace,
    failures=st.integers(0, 100),
    retry_at=st.none() | instants,
    pushed_last=st.booleans(),
    emptied_at=st.none() | instants,
    batch=st.integers(1, MAX_BATCH),
    greeted=st.booleans(),
)


# --- what comes next -------------------------------------------------------------------------


def test_what_is_unsent_goes_first() -> None:
    assert next_move(Pace(), unsent=3, now=NOON) == Push(MAX_BATCH)


def test_with_nothing_to_send_the_centre_may_keep_us_waiting() -> None:
    assert next_move(Pace(greeted=True), unsent=0, now=NOON) == Pull(MAX_WAIT_SECONDS)


def test_the_first_word_after_a_silence_is_not_waited_for() -> None:
    """So that people see at once whether the centre is there."""
    assert next_move(Pace(), unsent=0, now=NOON) == Pull(0)
    failed = after_failure(after_pull(Pace(), 1, NOON), NOON, chance=0.0)
    assert next_move(failed, unsent=0, now=NOON + timedelta(seconds=1)) == Pull(0)


def test_a_pull_cut_short_for_something_to_send_is_followed_by_sending_it() -> None:
    waiting = after_push(Pace())
    assert next_move(after_cut(waiting), unsent=1, now=NOON) == Push(MAX_BATCH)


def test_a_steady_stream_of_facts_starves_neither_direction() -> None:
    pace, now, moves = Pace(), NOON, []
    for _ in range(8):
        move = next_move(pace, unsent=1, now=now)
        moves.append(type(move))
        pace = after_push(pace) if isinstance(move, Push) else after_pull(pace, 1, now)
    assert moves == [Push, Pull] * 4


def test_a_pull_between_two_pushes_does_not_wait_for_news() -> None:
    assert next_move(after_push(Pace()), unsent=1, now=NOON) == Pull(0)


def test_a_centre_that_answers_a_long_poll_at_once_is_not_asked_in_a_loop() -> None:
    pace = after_pull(Pace(), brought=0, begun_at=NOON)
    assert next_move(pace, unsent=0, now=NOON + timedelta(seconds=0.25)) == Rest(0.75)
    assert next_move(pace, unsent=0, now=NOON + timedelta(seconds=1)) == Pull(MAX_WAIT_SECONDS)


def test_news_is_followed_by_the_next_question_at_once() -> None:
    pace = after_pull(Pace(), brought=5, begun_at=NOON)
    assert next_move(pace, unsent=0, now=NOON) == Pull(MAX_WAIT_SECONDS)


def test_facts_are_not_held_back_by_the_gap_between_empty_pulls() -> None:
    pace = after_push(after_pull(Pace(), brought=0, begun_at=NOON))
    assert next_move(pace, unsent=1, now=NOON) == Push(MAX_BATCH)


@given(pace=paces, unsent=st.integers(0, 10), now=instants)
def test_a_rest_is_never_longer_than_the_longest_back_off(
    pace: Pace, unsent: int, now: datetime
) -> None:
    """Even when the wall clock jumps, nobody waits for a retry in the year after next."""
    move = next_move(pace, unsent, now)
    if isinstance(move, Rest):
        assert 0 < move.seconds <= MAX_RETRY_AFTER_SECONDS


@given(pace=paces, unsent=st.integers(1, 10), now=instants)
def test_try_now_tries_now(pace: Pace, unsent: int, now: datetime) -> None:
    assert not isinstance(next_move(try_now(pace), unsent, now), Rest)


# --- back-off --------------------------------------------------------------------------------


def test_a_failure_is_followed_by_a_rest() -> None:
    pace = after_failure(Pace(), NOON, chance=0.0)
    assert next_move(pace, unsent=3, now=NOON) == Rest(0.5)


@given(failures=st.integers(0, 10_000), chance=st.floats(0, 1, exclude_max=True))
def test_back_off_grows_to_its_limit_and_no_further(failures: int, chance: float) -> None:
    pace = after_failure(Pace(failures=failures), NOON, chance)
    assert pace.failures == failures + 1
    assert pace.retry_at is not None
    seconds = (pace.retry_at - NOON).total_seconds()
    expected = min(2.0**failures if failures < 20 else 1e9, MAX_BACK_OFF_SECONDS)
    assert expected / 2 <= seconds <= expected


def test_jitter_spreads_booths_over_half_the_pause() -> None:
    early, late = (after_failure(Pace(failures=20), NOON, chance).retry_at for chance in (0, 0.999))
    assert early is not None
    assert late is not None
    assert (late - early).total_seconds() > MAX_BACK_OFF_SECONDS * 0.49


@pytest.mark.parametrize(("asked", "seconds"), [(30, 30), (10**6, 900), (0, 0.5)])
def test_the_centre_may_ask_for_patience_within_limits(asked: float, seconds: float) -> None:
    pace = after_failure(Pace(), NOON, chance=0.0, asked=asked)
    assert pace.retry_at == NOON + timedelta(seconds=seconds)


def test_an_answer_ends_the_back_off() -> None:
    failed = after_failure(Pace(), NOON, chance=0.5)
    assert after_push(failed).retry_at is None
    assert after_pull(failed, 0, NOON).failures == 0


def test_a_refused_batch_is_halved_down_to_one_event_and_grows_again() -> None:
    pace, sizes = Pace(), []
    for _ in range(11):
        pace = after_too_large(pace)
        sizes.append(pace.batch)
    assert sizes == [250, 125, 62, 31, 15, 7, 3, 1, 1, 1, 1]
    for _ in range(9):
        pace = after_push(pace)
    assert pace.batch == MAX_BATCH


# --- what an answer is worth -----------------------------------------------------------------


def ack(seq: int = 7, digest: bytes = HASH, epoch: int = 2, **more: object) -> Ack:
    answer = Ack(epoch=epoch, seq=seq, hash=digest.hex(), sums={"EUR": 450}, verdicts=[])
    return Ack(**{name: getattr(answer, name) for name in answer.__struct_fields__} | more)


HEAD = Head("booth-1", epoch=2, seq=7, hash=HASH)
SUMS = {"EUR": 450}


def test_our_own_hash_acknowledges() -> None:
    assert judge(ack(), HEAD, HASH) == Judgement(7)


def test_an_acknowledgement_without_our_hash_is_none() -> None:
    judgement = judge(ack(digest=bytes(32)), HEAD, HASH)
    assert judgement.acknowledged is None
    assert judgement.alarm is Alarm.FORK


def test_an_acknowledgement_of_another_epoch_is_none() -> None:
    assert judge(ack(epoch=1), HEAD, HASH).acknowledged is None


def test_a_centre_that_knows_more_of_us_than_we_do_is_a_fork() -> None:
    judgement = judge(ack(seq=9), HEAD, None)
    assert judgement == Judgement(
        None, Alarm.FORK, "the centre holds 9 events of epoch 2, we have 7"
    )


@given(seq=st.integers(0, 100), digest=st.binary(min_size=32, max_size=32), epoch=st.integers(1, 4))
def test_no_answer_moves_the_mark_beyond_a_proved_point(
    seq: int, digest: bytes, epoch: int
) -> None:
    own = HASH if seq <= HEAD.seq else None
    judgement = judge(ack(seq, digest, epoch), HEAD, own)
    if judgement.acknowledged is not None:
        assert (judgement.acknowledged, digest, epoch) == (seq, own, HEAD.epoch)


def test_a_centre_restored_from_a_backup_moves_the_mark_back() -> None:
    gap = Verdict(verdict="conflict", reason="gap")
    assert judge(ack(seq=3, verdicts=[gap]), HEAD, HASH) == Judgement(3)


@pytest.mark.parametrize(
    ("reason", "alarm"),
    [("fork", Alarm.FORK), ("damaged", Alarm.REFUSED), ("identity", Alarm.REFUSED)],
)
def test_a_fact_the_centre_cannot_take_is_an_alarm_with_a_name(reason: str, alarm: Alarm) -> None:
    verdicts = [Verdict(verdict="accepted"), Verdict(verdict="conflict", reason=reason)]
    judgement = judge(ack(seq=3, verdicts=verdicts), HEAD, HASH)
    assert (judgement.acknowledged, judgement.alarm) == (3, alarm)


def test_a_difference_in_money_is_said() -> None:
    assert money_difference(ack(), HEAD, SUMS) == ""
    said = money_difference(ack(sums={"EUR": 449}), HEAD, SUMS)
    assert said == "the centre has {'EUR': 449}, we have {'EUR': 450}"
    assert money_difference(ack(sums={}), HEAD, SUMS)


def test_money_is_only_compared_when_both_ends_have_the_same_facts() -> None:
    assert money_difference(ack(seq=3, sums={}), HEAD, SUMS) is None
    assert money_difference(ack(sums=None), HEAD, SUMS) is None
    assert money_difference(ack(), HEAD, None) is None
    assert money_difference(ack(), replace(HEAD, seq=8), {"EUR": 999}) is None
