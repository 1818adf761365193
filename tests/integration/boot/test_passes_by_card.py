"""Passes paid by card at a real desk, from the key to the fact, with a terminal that obeys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kiosk.domain.passes import Pass
from kiosk.domain.payment import Declined, Method
from kiosk.domain.staff import Role
from kiosk.views.passes import PassAction
from tests.support.counter_window import CounterWindow
from tests.support.scripted import Scripted
from tests.support.site import EXIT

KEY = Qt.Key
ASKING = "hold the card to the terminal at exit-1"
DOUBT = "Nobody knows yet whether €20.00 were taken. Do not take them again."


@pytest.fixture
def card(counter: CounterWindow) -> Scripted:
    """The terminal of the exit; the passes' page is open."""
    made = Scripted()
    counter.rig.lanes.till._providers[EXIT][Method.CARD] = made  # type: ignore[index]
    counter.plain(KEY.Key_F5)
    return made


def fill(counter: CounterWindow, holder: str = "Jana Nova", price: str = "20") -> None:
    """A value pass on the form, to be paid by card."""
    counter.press(KEY.Key_S)
    counter.type(holder)
    counter.press(KEY.Key_3)
    counter.press(KEY.Key_9)
    counter.window.passes.form.fields["price"].setFocus()
    counter.type(price)


def ask(counter: CounterWindow, card: Scripted) -> str:
    """The form is confirmed; returns the attempt that the terminal was asked for."""
    before = set(card.waiting)
    counter.confirm()
    (attempt_id,) = set(card.waiting) - before
    return attempt_id


def found(counter: CounterWindow, holder: str = "Jana Nova") -> list[Pass]:
    """Passes of this holder, by the ledger."""
    with counter.rig.services.site.store.read() as unit:
        return list(unit.passes.search(holder))


def typed(counter: CounterWindow) -> tuple[str, str]:
    """Holder and price as they stand in the form."""
    fields = counter.window.passes.form.fields
    return fields["holder"].text(), fields["price"].text()


def test_a_card_pays_for_a_new_pass_and_the_papers_come_once(
    counter: CounterWindow, card: Scripted
) -> None:
    fill(counter)
    attempt = ask(counter, card)
    assert counter.says(ASKING)
    assert found(counter) == []
    assert not counter.window.passes.form.fields["given"].isVisible()
    card.pay(attempt)
    counter.settle()
    assert counter.says("Done: €20.00 for the pass of Jana Nova.")
    assert not counter.window.passes.busy()
    (pass_,) = found(counter)
    assert pass_.balance.minor == 2000
    assert counter.payments(pass_.pass_id)[0].method is Method.CARD
    assert counter.rig.kinds("payment.receipt_issued") == ["payment.receipt_issued"]
    assert counter.desk._passes.facts.chosen == pass_


def test_a_card_renews_and_tops_up(counter: CounterWindow, card: Scripted) -> None:
    stored = counter.value_pass(minor=500)
    counter.type("horn", enter=True)
    for key in (KEY.Key_T, KEY.Key_R):
        counter.press(key)
        counter.press(KEY.Key_9)
        counter.window.passes.form.fields["price"].setFocus()
        counter.type("7")
        card.pay(ask(counter, card))
        counter.settle()
        assert counter.says("Done: €7.00 for the pass of Mira Horn.")
    now = counter.pass_now(stored.pass_id)
    assert now.balance.minor == 1200
    assert now.valid_until > stored.valid_until


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("insufficient_funds", "The card was declined. Nothing was charged."),
        ("busy", "The card terminal is busy with another payment."),
        ("no_terminal", "The card terminal does not answer."),
    ],
)
def test_a_card_that_pays_nothing_leaves_the_form_as_it_was(
    counter: CounterWindow, card: Scripted, reason: str, said: str
) -> None:
    fill(counter)
    card.say(Declined(ask(counter, card), reason))
    counter.settle()
    assert counter.says(said)
    assert not counter.says(ASKING)
    assert typed(counter) == ("Jana Nova", "20")
    assert found(counter) == []
    counter.press(KEY.Key_8)
    counter.window.passes.form.fields["given"].setFocus()
    counter.type("20")
    counter.confirm()
    assert len(found(counter)) == 1


def test_esc_gives_the_card_up_and_the_terminals_word_decides(
    counter: CounterWindow, card: Scripted
) -> None:
    fill(counter)
    attempt = ask(counter, card)
    counter.plain(KEY.Key_Escape)
    assert counter.says(ASKING)
    assert counter.window.passes.busy()
    card.cancelled(attempt)
    counter.settle()
    assert counter.says("Nothing was charged.")
    assert typed(counter) == ("Jana Nova", "20")
    counter.plain(KEY.Key_Escape)
    assert not counter.window.passes.busy()


def test_while_a_card_is_asked_for_nothing_is_asked_for_twice(
    counter: CounterWindow, card: Scripted
) -> None:
    fill(counter)
    attempt = ask(counter, card)
    counter.confirm()
    counter.press(KEY.Key_8)
    assert list(card.waiting) == [attempt]
    assert not counter.window.passes.form.confirm.isVisible()


def test_a_doubt_says_so_and_waits_for_its_end(counter: CounterWindow, card: Scripted) -> None:
    fill(counter)
    attempt = ask(counter, card)
    card.lose(attempt)
    counter.settle()
    assert counter.says(DOUBT)
    assert found(counter) == []
    counter.confirm()
    assert counter.rig.kinds("payment.started") == ["payment.started"]
    card.move(attempt)
    counter.desk.look()
    counter.settle()
    assert counter.says("Done: €20.00 for the pass of Jana Nova.")
    assert not counter.window.passes.busy()
    assert len(found(counter)) == 1


def test_a_doubt_can_be_left_and_ends_beside_other_work(
    counter: CounterWindow, card: Scripted
) -> None:
    fill(counter)
    attempt = ask(counter, card)
    card.lose(attempt)
    counter.settle()
    counter.plain(KEY.Key_Escape)
    assert not counter.window.passes.busy()
    assert counter.says("We keep asking.")
    fill(counter, "Eva Stone", "30")
    card.pay(attempt)
    counter.settle()
    assert counter.says("Done: €20.00 for the pass of Jana Nova.")
    assert typed(counter) == ("Eva Stone", "30")
    assert counter.rig.kinds("payment.receipt_issued") == ["payment.receipt_issued"]
    card.pay(ask(counter, card))
    counter.settle()
    assert len(found(counter, "Eva Stone")) == 1


def test_who_sits_down_meanwhile_sees_the_card_that_is_asked_for(
    counter: CounterWindow, card: Scripted
) -> None:
    fill(counter)
    attempt = ask(counter, card)
    counter.sit_down(Role.ATTENDANT)
    counter.plain(KEY.Key_F5)
    assert counter.says(ASKING)
    card.pay(attempt)
    counter.settle()
    assert counter.says("Done: €20.00 for the pass of Jana Nova.")
    assert len(found(counter)) == 1


def test_where_no_terminal_is_there_is_no_choice(counter: CounterWindow) -> None:
    counter.rig.lanes.till._providers.clear()  # type: ignore[attr-defined]
    counter.plain(KEY.Key_F5)
    counter.press(KEY.Key_S)
    form = counter.window.passes.form
    assert not any(chip.isVisible() for chip in form.ways.values())
    assert form.fields["given"].isVisible()
    assert PassAction.SELL in counter.window.passes._view.actions  # type: ignore[union-attr]
