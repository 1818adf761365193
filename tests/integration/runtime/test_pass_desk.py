"""Passes at the counter: sold with their money, or not at all; blocked, found, put right."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.domain.money import Money
from kiosk.domain.passes import PassKind, PassState, Presence
from kiosk.domain.staff import Role
from kiosk.domain.ticket import Refusal
from kiosk.runtime.answers import ChangeShort, NotAllowed, TooLittle
from kiosk.runtime.cashier import Rest
from kiosk.runtime.pass_desk import PassFound
from kiosk.runtime.pass_sales import PassSold, Tender
from kiosk.runtime.shift_desk import Opened
from kiosk.store.verify import verify
from tests.support.passes import GROUP, sell_wallet, set_group, wanted
from tests.support.people import at_the_desk
from tests.support.site import Rig

PRICE = Money(9000)


@pytest.fixture
def desk(rig: Rig) -> Rig:
    """A cashier, and a group."""
    at_the_desk(rig, Role.ATTENDANT)
    set_group(rig)
    return rig


def sold(answer: object) -> PassSold:
    """It was sold."""
    assert isinstance(answer, PassSold), answer
    return answer


def found(answer: object) -> PassFound:
    """It is there."""
    assert isinstance(answer, PassFound), answer
    return answer


def test_a_season_pass_is_sold_with_its_money_and_opens_by_its_card(desk: Rig) -> None:
    done = sold(desk.desk.pass_sales.sell(wanted(desk), Tender(PRICE, Money(10_000))))
    assert done.change == Money(1000)
    here = found(desk.desk.passes.find(done.pass_.payload))
    assert here.pass_ == done.pass_ == found(desk.desk.passes.find(done.pass_.code)).pass_
    assert desk.kinds("pass.")[-2:] == ["pass.issued", "pass.sold"]
    ((what, tally),) = desk.desk.shifts.x().pass_sales
    assert (what, tally.amount) == ("sale", PRICE)
    assert verify(desk.services.site.store) == []


def test_a_sale_that_is_not_paid_is_no_sale(desk: Rig) -> None:
    sell = desk.desk.pass_sales.sell
    assert sell(wanted(desk), Tender(PRICE, Money(8000))) == TooLittle(Money(1000))
    assert isinstance(desk.desk.shifts.open({5000: 1}), Opened)
    short = sell(wanted(desk), Tender(PRICE, Money(10_000)))
    assert isinstance(short, ChangeShort)
    assert desk.kinds("pass.issued") == desk.kinds("payment.") == []
    done = sold(sell(wanted(desk), Tender(PRICE, Money(10_000), rest=Rest.VOUCHER)))
    assert done.voucher is not None
    assert done.voucher.amount == Money(1000)


def test_a_pass_of_no_group_is_not_sold(desk: Rig) -> None:
    stray = wanted(desk, group_id="nobody")
    assert desk.desk.pass_sales.sell(stray, Tender(PRICE, PRICE)) is Refusal.NOT_ACCEPTED
    assert desk.kinds("pass.issued") == []


@pytest.mark.parametrize(
    "changes",
    [
        {"holder": ""},
        {"kind": PassKind.MULTI_ENTRY},
        {"stored": Money(100)},
        {"kind": PassKind.VALUE, "stored": Money(9001)},
    ],
)
def test_a_pass_nobody_can_mean_is_refused(desk: Rig, changes: dict[str, object]) -> None:
    nonsense = replace(wanted(desk), **changes)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=r"pass|stored"):
        desk.desk.pass_sales.sell(nonsense, Tender(PRICE, PRICE))


def test_a_free_pass_moves_no_money(desk: Rig) -> None:
    done = sold(desk.desk.pass_sales.sell(wanted(desk), Tender(Money(0), Money(0))))
    assert done.attempt_id == ""
    assert desk.kinds("payment.") == []


def test_a_renewal_makes_a_pass_longer_and_a_top_up_richer(desk: Rig) -> None:
    pass_ = sell_wallet(desk, Money(2000))
    until = pass_.valid_until + timedelta(days=30)
    renewed = sold(desk.desk.pass_sales.renew(pass_.pass_id, until, Tender(PRICE, PRICE)))
    assert renewed.pass_.valid_until == until
    richer = sold(desk.desk.pass_sales.top_up(pass_.pass_id, Tender(Money(500), Money(500))))
    assert richer.pass_.balance == Money(2500)
    assert [name for name, _ in desk.desk.shifts.x().pass_sales] == ["renewal", "sale", "top_up"]
    with pytest.raises(ValueError, match="shorter"):
        desk.desk.pass_sales.renew(pass_.pass_id, pass_.valid_from, Tender(PRICE, PRICE))


def test_more_entries_come_with_a_renewal(desk: Rig) -> None:
    new = wanted(desk, PassKind.MULTI_ENTRY, entries=10)
    pass_ = sold(desk.desk.pass_sales.sell(new, Tender(PRICE, PRICE))).pass_
    assert pass_.entries_left == 10
    renewed = desk.desk.pass_sales.renew(
        pass_.pass_id, pass_.valid_until, Tender(PRICE, PRICE), more_entries=5
    )
    assert sold(renewed).pass_.entries_left == 15


def test_only_a_value_pass_is_topped_up(desk: Rig) -> None:
    pass_ = sold(desk.desk.pass_sales.sell(wanted(desk), Tender(PRICE, PRICE))).pass_
    top_up = desk.desk.pass_sales.top_up
    assert top_up(pass_.pass_id, Tender(PRICE, PRICE)) is Refusal.NOT_ACCEPTED
    assert top_up("nobody", Tender(PRICE, PRICE)) is Refusal.UNKNOWN


def test_a_pass_is_blocked_with_a_reason_and_good_again(desk: Rig) -> None:
    pass_ = sell_wallet(desk, Money(2000))
    with pytest.raises(NotAllowed):
        desk.desk.passes.block(pass_.pass_id, "lost")
    at_the_desk(desk, Role.SUPERVISOR)
    with pytest.raises(ValueError, match="reason"):
        desk.desk.passes.block(pass_.pass_id, "")
    blocked = found(desk.desk.passes.block(pass_.pass_id, "lost"))
    assert (blocked.pass_.state, blocked.pass_.reason) == (PassState.BLOCKED, "lost")
    assert found(desk.desk.passes.unblock(pass_.pass_id, "found")).pass_.state is PassState.ACTIVE


def test_nobody_knows_where_a_neutral_pass_is(desk: Rig) -> None:
    pass_ = sell_wallet(desk, Money(2000))
    now = found(desk.desk.passes.neutralise(pass_.pass_id, "gate stood open"))
    assert now.pass_.presence is Presence.NEUTRAL
    at_the_desk(desk, Role.SUPERVISOR)
    desk.desk.passes.neutralise_group(GROUP.group_id, "gate stood open")
    ((now_group),) = desk.desk.passes.groups()
    assert (now_group.group, now_group.inside) == (GROUP, 0)


def test_passes_that_end_soon_are_listed(desk: Rig) -> None:
    pass_ = sell_wallet(desk, Money(2000))
    assert desk.desk.passes.expiring(14) == ()
    assert [each.pass_id for each in desk.desk.passes.expiring(31)] == [pass_.pass_id]
    assert found(desk.desk.passes.find(pass_.code)).warning is None
    desk.clock.pass_time(timedelta(days=25).total_seconds())
    assert found(desk.desk.passes.find(pass_.code)).warning is not None


def test_a_pass_is_found_by_its_holder(desk: Rig) -> None:
    pass_ = sell_wallet(desk, Money(2000))
    assert [each.pass_id for each in desk.desk.passes.search("nová")] == [pass_.pass_id]
    assert desk.desk.passes.find("nonsense") is Refusal.UNREADABLE
