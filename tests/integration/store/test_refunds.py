"""Giving back: never more than came in, whoever asks, in whatever order it is heard of."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError

from kiosk.domain.event import Body
from kiosk.domain.facts import payments
from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.store.receiving import Taken, Verdict
from kiosk.store.refunds import RefundState
from kiosk.store.store import Store
from kiosk.store.trouble import Contradicted
from kiosk.store.verify import rebuild, verify
from tests.support.money import euros, refunded, refunding
from tests.support.stores import NOW, TEN, Elsewhere, open_store, paid, paying, record, started

ACCEPTED = Verdict(Taken.ACCEPTED)
WAITING = Verdict(Taken.ACCEPTED, "waiting")


@pytest.fixture
def paid_store(store: Store) -> Store:
    """Ten were paid for s1."""
    record(store, started("s1"), paying("a1", "s1"), paid("a1", "s1"))
    return store


def failed(refund: str) -> payments.RefundFailed:
    return payments.RefundFailed(refund, "a1", "s1", "declined")


def unknown(refund: str) -> payments.RefundUnknown:
    return payments.RefundUnknown(refund, "a1", "s1")


def state_of(store: Store, refund: str) -> RefundState | None:
    with store.read() as unit:
        found = unit.refunds.find(refund)
    return found.state if found else None


def paid_by(store: Store, session: str = "s1") -> Money:
    with store.read() as unit:
        found = unit.sessions.find(session)
        assert found is not None
        assert unit.payments.paid(session) == found.paid
    return found.paid


# --- how much


def test_no_more_goes_back_than_was_paid(paid_store: Store) -> None:
    record(paid_store, refunding("r1", "a1", euros(6)))
    with pytest.raises(Contradicted, match="more would go back"):
        record(paid_store, refunding("r2", "a1", euros(5)))
    record(paid_store, refunding("r3", "a1", euros(4)))
    with paid_store.read() as unit:
        assert unit.refunds.refunded_minor("a1") == 1000
        assert [each.refund_id for each in unit.refunds.of_attempt("a1")] == ["r1", "r3"]


def test_a_refund_that_failed_may_be_tried_again(paid_store: Store) -> None:
    record(paid_store, refunding("r1", "a1"), failed("r1"))
    record(paid_store, refunding("r2", "a1"), refunded("r2", "a1"))
    assert paid_by(paid_store) == euros(0)


def test_a_refund_nobody_knows_of_counts_until_it_is_settled(paid_store: Store) -> None:
    record(paid_store, refunding("r1", "a1"), unknown("r1"))
    with pytest.raises(Contradicted):
        record(paid_store, refunding("r2", "a1", euros(1)))
    record(paid_store, failed("r1"))
    record(paid_store, refunding("r2", "a1", euros(1)))


@pytest.mark.parametrize("amount", [euros(0), -euros(1), Money(1, "USD"), Money(1001, "EUR")])
def test_what_is_no_part_of_the_payment_is_refused(paid_store: Store, amount: Money) -> None:
    with pytest.raises(Contradicted):
        record(paid_store, refunding("r1", "a1", amount))


def test_our_own_refund_of_no_payment_is_refused_and_does_not_wait(store: Store) -> None:
    record(store, started("s1"), paying("a1", "s1"))
    with pytest.raises(Contradicted):
        record(store, refunding("r1", "a1"))
    record(store, paid("a1", "s1"))
    assert state_of(store, "r1") is None


def test_a_session_has_paid_less_once_the_money_is_back(paid_store: Store) -> None:
    record(paid_store, refunding("r1", "a1", euros(3)))
    assert paid_by(paid_store) == TEN
    record(paid_store, refunded("r1", "a1", euros(3)))
    assert paid_by(paid_store) == euros(7)


def test_adjustments_add_up_beside_what_was_paid(paid_store: Store) -> None:
    record(
        paid_store,
        payments.FeeAdjusted("x1", "s1", -euros(3), "waited", "olga"),
        payments.FeeAdjusted("x2", "s1", euros(1), "lost token"),
    )
    with paid_store.read() as unit:
        session = unit.sessions.find("s1")
        reasons = [each.reason for each in unit.adjustments.of_session("s1")]
        assert unit.adjustments.since(NOW) == unit.adjustments.of_session("s1")
    assert session is not None
    assert (session.paid, session.adjusted) == (TEN, -euros(2))
    assert reasons == ["waited", "lost token"]


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["start", "succeed", "fail", "unknown"]),
        st.integers(0, 5),
        st.integers(1, 700),
    ),
    max_size=25,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_any_sequence_of_refunds_keeps_the_sums(
    steps: list[tuple[str, int, int]], sqlite_store: Store
) -> None:
    """Beside a ledger of three lines: what is begun, how it ended, and what may still go back."""
    attempt = f"a{sqlite_store_count(sqlite_store)}"
    session = f"s-{attempt}"
    record(sqlite_store, started(session), paying(attempt, session), paid(attempt, session))
    amounts: dict[str, int] = {}
    states: dict[str, RefundState] = {}
    for word, number, minor in steps:
        name = f"{attempt}-r{number}"
        counting = sum(amounts[each] for each in amounts if states[each] != "failed")
        is_open = states.get(name) in (RefundState.OPEN, RefundState.UNKNOWN)
        body: Body
        match word:
            case "start":
                begun = replace(refunding(name, attempt, Money(minor)), session_id=session)
                if name not in amounts and counting + minor <= 1000:
                    amounts[name], states[name] = minor, RefundState.OPEN
                    record(sqlite_store, begun)
                else:
                    with pytest.raises(Contradicted):
                        record(sqlite_store, begun)
                continue
            case "succeed":
                body = replace(
                    refunded(name, attempt, Money(amounts.get(name, 1))), session_id=session
                )
                outcome = RefundState.SUCCEEDED
            case "fail":
                body = payments.RefundFailed(name, attempt, session, "no")
                outcome = RefundState.FAILED
            case _:
                body = payments.RefundUnknown(name, attempt, session)
                outcome = RefundState.UNKNOWN
        if name not in amounts:
            continue
        if is_open:
            states[name] = outcome
            record(sqlite_store, body)
        elif outcome in (states[name], RefundState.UNKNOWN):
            record(sqlite_store, body)  # heard before, or too late to doubt
        else:
            with pytest.raises(Contradicted):
                record(sqlite_store, body)
    back = sum(amounts[each] for each in amounts if states[each] == RefundState.SUCCEEDED)
    assert paid_by(sqlite_store, session) == Money(1000 - back)
    with sqlite_store.read() as unit:
        assert {each.refund_id: each.state for each in unit.refunds.of_attempt(attempt)} == states
        items = unit.books.pending_items()
    gone = sum(each.amount.minor for each in items if each.item_id.startswith(f"{attempt}-"))
    assert gone == back


def sqlite_store_count(store: Store) -> int:
    with store.read() as unit:
        return unit.journal.last_arrival()


# --- at the same time


def test_two_connections_cannot_give_the_same_money_back(postgres_url: str) -> None:
    """Both have looked before either commits: the second waits for the first and is refused."""
    store = open_store(postgres_url)
    record(store, started("s1"), paying("a1", "s1"), paid("a1", "s1"))
    writer, watcher = store.engines.writer, store.engines.reader
    with ThreadPoolExecutor(1) as other:
        with writer.begin() as connection:
            refund_directly(connection, "r1", 600)

            def second() -> None:
                with writer.begin() as mine:
                    refund_directly(mine, "r2", 600)

            waiting = other.submit(second)
            while not locks_waited_for(watcher.connect):
                assert not waiting.done()
        with pytest.raises(IntegrityError, match="more would go back"):
            waiting.result()
    with store.read() as unit:
        assert unit.refunds.refunded_minor("a1") == 600
    store.close()


def refund_directly(connection: Connection, refund: str, minor: int) -> None:
    connection.execute(
        text(
            "INSERT INTO refunds (facility_id, refund_id, origin, attempt_id, session_id, lane_id,"
            " method, amount_minor, currency, cause, reason, actor, started_ms, state, reference,"
            " failure) VALUES ('garage-1', :refund, 'x', 'a1', 's1', '', 'card', :minor, 'EUR',"
            " 'refund', '', 'x', 0, 'open', '', '')"
        ),
        {"refund": refund, "minor": minor},
    )


def locks_waited_for(connect: object) -> bool:
    with connect() as connection:  # type: ignore[operator]
        counted: int = connection.execute(
            text("SELECT count(*) FROM pg_locks WHERE NOT granted")
        ).scalar_one()
    return counted > 0


def test_tills_that_race_leave_one_refund(database: str) -> None:
    one = open_store(database, "booth-1")
    record(one, started("s1"), paying("a1", "s1"), paid("a1", "s1"))

    def give_back(number: int) -> bool:
        try:
            record(one, refunding(f"r{number}", "a1"))
        except Contradicted:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(give_back, range(8))) == 1
    assert verify(one) == []
    one.close()


# --- what became of it


@pytest.mark.parametrize(
    ("first", "late"),
    [
        (refunded("r1", "a1"), refunded("r1", "a1")),
        (refunded("r1", "a1"), unknown("r1")),
        (failed("r1"), failed("r1")),
        (failed("r1"), unknown("r1")),
    ],
)
def test_a_late_answer_does_not_reopen_a_refund(paid_store: Store, first: Body, late: Body) -> None:
    record(paid_store, refunding("r1", "a1"), first)
    with paid_store.read() as unit:
        before = unit.refunds.find("r1")
    record(paid_store, late)
    with paid_store.read() as unit:
        assert unit.refunds.find("r1") == before


@pytest.mark.parametrize(
    ("first", "other"),
    [
        (refunded("r1", "a1"), failed("r1")),
        (failed("r1"), refunded("r1", "a1")),
        (unknown("r1"), refunded("r1", "a1", euros(9))),
        (unknown("r1"), refunded("r1", "a1", Money(1000, "USD"))),
    ],
)
def test_another_end_or_amount_than_the_known_one_is_never_taken_silently(
    paid_store: Store, first: Body, other: Body
) -> None:
    record(paid_store, refunding("r1", "a1"), first)
    with pytest.raises(Contradicted):
        record(paid_store, other)


def test_a_refund_says_who_and_how(paid_store: Store) -> None:
    record(paid_store, refunding("r1", "a1"))
    with paid_store.read() as unit:
        (open_one,) = unit.refunds.open()
    record(paid_store, refunded("r1", "a1", shift="shift-1"))
    with paid_store.read() as unit:
        found = unit.refunds.find("r1")
        assert unit.refunds.open() == ()
        assert unit.refunds.of_shift("shift-1") == unit.refunds.of_session("s1") == (found,)
    assert (open_one.method, open_one.reason) == (Method.CARD, "broken lift")
    assert found is not None
    assert (found.second_person, found.reference, found.settled_at) == ("olga", "ref 9", NOW)


# --- money for an attempt given up


def test_an_orphan_stays_on_the_list_until_all_of_it_is_back(store: Store) -> None:
    record(
        store,
        started("s1"),
        paying("a1", "s1"),
        payments.PaymentFailed("a1", "s1", "cancelled"),
        payments.PaymentOrphaned("a1", "s1", TEN),
        payments.PaymentOrphaned("a1", "s1", TEN),
    )
    for refund, amount, left in (("r1", euros(4), euros(6)), ("r2", euros(6), None)):
        back = replace(refunding(refund, "a1", amount), cause="orphan")
        record(store, back, refunded(refund, "a1", amount))
        with store.read() as unit:
            assert [each.left for each in unit.refunds.orphans()] == ([left] if left else [])
    assert paid_by(store) == euros(0)
    with pytest.raises(Contradicted):
        record(store, refunding("r3", "a1", euros(1)))


# --- heard of from elsewhere


def test_a_refund_heard_of_before_its_payment_waits_for_it(store: Store) -> None:
    """Paid at one booth, given back at another: their journals arrive in every order."""
    for number, order in enumerate(sorted({"".join(each) for each in permutations("ppbb")})):
        session, attempt, refund = f"s{number}", f"a{number}", f"r{number}"
        payer, giver = Elsewhere(f"payer-{number}"), Elsewhere(f"giver-{number}")
        journals = {
            "p": [payer.seal(paying(attempt, session)), payer.seal(paid(attempt, session))],
            "b": [
                giver.seal(replace(refunding(refund, attempt), session_id=session)),
                giver.seal(replace(refunded(refund, attempt), session_id=session)),
            ],
        }
        with store.write() as unit:
            for who in order:
                assert unit.receive(journals[who].pop(0), NOW).stored
        assert state_of(store, refund) is RefundState.SUCCEEDED, order
        with store.read() as unit:
            assert unit.payments.paid(session) == euros(0)
    assert verify(store) == []
    rebuild(store)
    assert verify(store) == []


def test_too_much_given_back_elsewhere_is_kept_and_shown(store: Store) -> None:
    record(store, started("s1"), paying("a1", "s1"), paid("a1", "s1"), refunding("r1", "a1"))
    other = Elsewhere()
    with store.write() as unit:
        verdict = unit.receive(other.seal(refunding("r2", "a1")), NOW)
        late = unit.receive(other.seal(refunded("r2", "a1")), NOW)
    assert verdict == Verdict(Taken.ACCEPTED, "not_applied")
    assert late == WAITING
    assert state_of(store, "r2") is None
    with store.read() as unit:
        assert "not_applied" in [each.cause for each in unit.exceptions.open()]
    assert verify(store) == []
