"""The pages of money as values: what each person is offered, and what they are told."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.domain.money import Money
from kiosk.domain.passes import PassKind, PassState, Presence
from kiosk.domain.payment import Method
from kiosk.domain.refund import RefundCause
from kiosk.domain.staff import RIGHTS, Role, Staff
from kiosk.views.cashier import CASHIER_ORDERS, CashierAction, Counter, cashier_view
from kiosk.views.charging import charging_text
from kiosk.views.mood import Mood
from kiosk.views.passes import (
    PASS_ORDERS,
    GroupRow,
    PassAction,
    PassFacts,
    passes_view,
)
from kiosk.views.refunds import Paid, RefundFacts, refunds_view, ways_for
from kiosk.views.shift import (
    SHIFT_ORDERS,
    Report,
    Running,
    ShiftAction,
    ShiftFacts,
    shift_view,
    verdict_on,
)
from tests.support import booth_views as booth
from tests.support import money_views as money

RUNNING = Running("Mira", booth.NOW, Money(10000), counted_float=True)


def people() -> list[Staff]:
    return [Staff(role.value, role.value, role) for role in Role]


# --- rights


@pytest.mark.parametrize("staff", people(), ids=lambda one: one.role.value)
def test_nobody_is_offered_what_they_have_no_right_to(staff: Staff) -> None:
    rights = RIGHTS[staff.role]
    full = money.counter(purse=money.PURSE, counting=money.COUNTING)
    for counter in (full, replace(full, owing=True), Counter()):
        for action in cashier_view(counter, booth.lanes(), staff).actions:
            assert CASHIER_ORDERS[action].right in rights
    for facts in (ShiftFacts("EUR"), ShiftFacts("EUR", RUNNING)):
        for order in shift_view(facts, staff).actions:
            assert SHIFT_ORDERS[order].right in rights
    for state in PassState:
        chosen = replace(money.FOUND, state=state)
        found = PassFacts(booth.NOW, "EUR", groups=money.GROUPS, offers=money.OFFERS, chosen=chosen)
        for facts_ in (found, replace(found, chosen=None)):
            for each in passes_view(facts_, staff).actions:
                assert PASS_ORDERS[each].right in rights
    for way in refunds_view(money.refunds(), staff).ways:
        assert way.right in rights


# --- the cashier


@pytest.mark.parametrize(
    ("counter", "offered", "withheld"),
    [
        (money.counter(), CashierAction.VALIDATE, CashierAction.WALLET),
        (money.counter(purse=money.PURSE), CashierAction.WALLET, CashierAction.FORGIVE),
        (money.counter(owing=True), CashierAction.FORGIVE, CashierAction.NIL_EXIT),
        (money.counter(offers=()), CashierAction.ADJUST, CashierAction.VALIDATE),
        (Counter(), CashierAction.VOUCHER, CashierAction.ADJUST),
        (money.counter(counting=money.COUNTING), CashierAction.WITHDRAW, CashierAction.WALLET),
        (money.counter(), CashierAction.ADJUST, CashierAction.WITHDRAW),
    ],
)
def test_what_makes_no_sense_for_what_lies_on_the_counter_is_not_offered(
    counter: Counter, offered: CashierAction, withheld: CashierAction
) -> None:
    actions = cashier_view(counter, booth.lanes(), booth.MIRA).actions
    assert offered in actions
    assert withheld not in actions


def test_parts_stand_on_the_card_of_their_stay() -> None:
    view = cashier_view(
        money.counter(stay=money.PARTLY, parts=money.PARTS), booth.lanes(), booth.MIRA
    )
    assert view.card is not None
    assert view.card.parts == money.PARTS
    assert view.card.due == Money(200)


# --- the shift


def report(counted: int | None) -> Report:
    return Report(
        money.Z.title,
        (),
        (),
        net=Money(0),
        perpetual=Money(0),
        expected=Money(1000),
        counted=None if counted is None else Money(counted),
    )


@pytest.mark.parametrize(
    ("counted", "mood", "words"),
    [
        (1000, Mood.GO, "The drawer is exact."),
        (1050, Mood.WAIT, "Over by {amount}"),
        (990, Mood.STOP, "Short by {amount}"),
    ],
)
def test_a_count_is_judged_in_words(counted: int, mood: Mood, words: str) -> None:
    verdict, judged = verdict_on(report(counted))
    assert verdict is not None
    assert (judged, verdict.template) == (mood, words)


def test_before_a_count_there_is_no_verdict() -> None:
    assert verdict_on(report(None)) == (None, Mood.CALM)


@pytest.mark.parametrize(
    ("running", "may_open", "may_close"),
    [
        (None, True, False),
        (RUNNING, False, True),
        (replace(RUNNING, counted_float=False), False, True),
        (replace(RUNNING, counted_float=False, moved=False), True, True),
    ],
)
def test_a_shift_is_opened_once_and_closed_only_when_it_runs(
    running: Running | None, may_open: bool, may_close: bool
) -> None:
    actions = shift_view(ShiftFacts("EUR", running), booth.MIRA).actions
    assert (ShiftAction.OPEN in actions, ShiftAction.CLOSE in actions) == (may_open, may_close)


def test_every_note_and_coin_of_the_currency_can_be_counted() -> None:
    pieces = shift_view(ShiftFacts("EUR"), booth.MIRA).pieces
    assert pieces[0] == Money(50000)
    assert pieces[-1] == Money(1)
    assert list(pieces) == sorted(pieces, key=lambda piece: -piece.minor)


# --- refunds


def test_cash_goes_back_as_cash_without_anybody_choosing_it() -> None:
    ways = refunds_view(money.refunds(), booth.MIRA).ways
    paid = Paid("a", Method.CASH, Money(100), Money(100), booth.NOW)
    assert not any(way.in_cash for way in ways_for(paid, ways).values())
    assert any(way.in_cash for way in ways_for(replace(paid, method=Method.CARD), ways).values())


def test_a_void_is_not_a_refund_to_the_books() -> None:
    ways = ways_for(money.refunds().payments[0], refunds_view(RefundFacts(), booth.MIRA).ways)
    assert ways["refund"].cause is RefundCause.REFUND
    assert ways["void"].cause is RefundCause.VOID


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (RefundFacts(), None),
        (RefundFacts("4K72MX9"), "Nothing was paid on {code}"),
        (money.refunds(), "Paid on {code}"),
    ],
)
def test_a_search_says_what_it_found(facts: RefundFacts, words: str | None) -> None:
    found = refunds_view(facts, booth.MIRA).found
    assert (found.template if found else None) == words


# --- passes


def test_without_a_search_the_passes_that_end_soon_are_listed() -> None:
    facts = PassFacts(booth.NOW, "EUR", expiring=money.ENDING)
    assert passes_view(facts, booth.MIRA).listed == money.ENDING
    found = replace(facts, found=(money.FOUND,))
    assert passes_view(found, booth.MIRA).listed == (money.FOUND,)


@pytest.mark.parametrize(
    ("change", "mood", "words"),
    [
        ({}, Mood.GO, "Good"),
        ({"state": PassState.BLOCKED}, Mood.STOP, "This pass is blocked"),
        ({"valid_until": booth.NOW}, Mood.STOP, "This pass has expired"),
        ({"valid_from": booth.NOW + timedelta(days=1)}, Mood.STOP, "This pass is not valid yet"),
    ],
)
def test_a_card_says_whether_its_pass_is_good(
    change: dict[str, object], mood: Mood, words: str
) -> None:
    chosen = replace(money.FOUND, **change)  # type: ignore[arg-type]
    card = passes_view(PassFacts(booth.NOW, "EUR", chosen=chosen), booth.MIRA).card
    assert card is not None
    assert (card.mood, card.standing.template) == (mood, words)


@pytest.mark.parametrize(
    ("kind", "tops_up", "balance", "entries"),
    [
        (PassKind.SEASON, False, None, None),
        (PassKind.MULTI_ENTRY, False, None, 7),
        (PassKind.VALUE, True, Money(2640), None),
    ],
)
def test_only_a_value_pass_stores_money_and_only_a_multi_entry_counts(
    kind: PassKind, tops_up: bool, balance: Money | None, entries: int | None
) -> None:
    facts = PassFacts(booth.NOW, "EUR", chosen=money.a_pass("Ada", kind))
    view = passes_view(facts, booth.MIRA)
    assert view.card is not None
    assert (view.card.balance, view.card.entries) == (balance, entries)
    assert (PassAction.TOP_UP in view.actions) is tops_up


def test_a_pass_nobody_knows_the_place_of_cannot_be_forgotten_again() -> None:
    for presence in Presence:
        facts = PassFacts(booth.NOW, "EUR", chosen=money.a_pass("Ada", presence=presence))
        offered = PassAction.NEUTRALISE in passes_view(facts, booth.MIRA).actions
        assert offered is (presence is not Presence.NEUTRAL)


def test_without_groups_nothing_is_sold() -> None:
    facts = PassFacts(booth.NOW, "EUR")
    assert PassAction.SELL not in passes_view(facts, booth.MIRA).actions
    some = replace(facts, groups=(GroupRow(money.RESIDENTS, 0),))
    assert PassAction.SELL in passes_view(some, booth.MIRA).actions


@pytest.mark.parametrize(
    ("doubt", "words"),
    [
        (False, "{price}: hold the card to the terminal at {place}."),
        (True, "Nobody knows yet whether {price} were taken. Do not take them again."),
    ],
)
def test_a_card_that_is_asked_for_says_what_to_do(doubt: bool, words: str) -> None:
    charging = replace(money.ASKING, doubt=doubt)
    facts = PassFacts(booth.NOW, "EUR", charging=charging, methods=money.PASS_METHODS)
    view = passes_view(facts, booth.MIRA)
    assert (view.charging, view.methods) == (charging, (Method.CASH, Method.CARD))
    assert charging_text(charging).template == words
    assert ("price", charging.price) in charging_text(charging).values
