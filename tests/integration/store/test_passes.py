"""Passes, their stored money and where they are; validations and their limits."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from kiosk.domain.facts import passes, stays, validations
from kiosk.domain.passes import PassKind, PassState, Presence
from kiosk.domain.validation import Benefit, BenefitKind
from kiosk.store.store import Store
from kiosk.store.trouble import Contradicted
from kiosk.store.validations import Validated
from kiosk.store.verify import rebuild, verify
from tests.support.money import CINEMA, HOUR, STAFF, euros, season, validated, wallet
from tests.support.stores import NOW, TEN, Elsewhere, here, open_store, record, started


def balance(store: Store, pass_id: str) -> int:
    with store.read() as unit:
        found = unit.passes.find(pass_id)
    assert found is not None
    return found.balance.minor


# --- passes


def test_a_pass_is_found_by_its_id_its_code_and_its_stay(store: Store) -> None:
    record(store, passes.PassGroupSet(STAFF), season("p1", "KIM1"))
    record(store, started("s1", "KIM1"), passes.PassUsed("p1", "s1"))
    with store.read() as unit:
        found = unit.passes.find("p1")
        assert unit.passes.by_code("KIM1") == unit.passes.of_session("s1") == found
        assert unit.passes.find("p2") is unit.passes.of_session("s2") is None
        assert unit.passes.group("staff") == STAFF
        assert unit.passes.groups() == (STAFF,)
    assert found is not None
    assert (found.state, found.presence) == (PassState.ACTIVE, Presence.NEUTRAL)
    assert (found.valid_from, found.valid_until) == (NOW, NOW + timedelta(days=365))


def test_the_latest_rules_of_a_group_count(store: Store) -> None:
    record(store, passes.PassGroupSet(STAFF), passes.PassGroupSet(replace(STAFF, spaces=None)))
    with store.read() as unit:
        group = unit.passes.group("staff")
    assert group is not None
    assert group.spaces is None


def test_a_code_is_one_passs(store: Store) -> None:
    record(store, season("p1", "KIM1"))
    with pytest.raises(Contradicted):
        record(store, season("p2", "KIM1"))


def test_a_pass_is_blocked_and_good_again(store: Store) -> None:
    record(store, season("p1"), passes.PassBlocked("p1", "lost"))
    with store.read() as unit:
        blocked = unit.passes.find("p1")
    record(store, passes.PassUnblocked("p1", "found"))
    with store.read() as unit:
        found = unit.passes.find("p1")
    assert blocked is not None
    assert found is not None
    assert (blocked.state, blocked.reason) == (PassState.BLOCKED, "lost")
    assert found.state is PassState.ACTIVE


def test_entries_are_used_up_and_bought_again(store: Store) -> None:
    card = replace(season("p1"), kind=PassKind.MULTI_ENTRY, entries=1)
    record(store, card, started("s1"), passes.PassUsed("p1", "s1"))
    with pytest.raises(Contradicted):
        record(store, passes.PassUsed("p1", "s2"))
    record(store, passes.PassRenewed("p1", NOW + timedelta(days=500), more_entries=10))
    with store.read() as unit:
        found = unit.passes.find("p1")
        assert unit.passes.of_session("s2") is None
    assert found is not None
    assert (found.entries_left, found.valid_until) == (10, NOW + timedelta(days=500))


@pytest.mark.parametrize(
    ("words", "found"),
    [("kim", ["p1"]), ("IM", ["p1"]), ("ab 1", ["p1", "p2"]), ("p-p2", ["p2"]), ("%", []), ("", 2)],
)
def test_a_search_finds_holder_plate_and_code(
    store: Store, words: str, found: list[str] | int
) -> None:
    record(store, season("p1"), replace(season("p2"), holder="Lee"))
    with store.read() as unit:
        hits = [each.pass_id for each in unit.passes.search(words)]
    assert (len(hits) if isinstance(found, int) else hits) == found


def test_passes_that_end_soon_are_named_before(store: Store) -> None:
    ends = {"old": -1, "soon": 3, "soonest": 1, "blocked": 2, "far": 30}
    for name, days in ends.items():
        record(store, replace(season(name), valid_until=NOW + timedelta(days=days)))
    record(store, passes.PassBlocked("blocked", "lost"))
    with store.read() as unit:
        week = NOW + timedelta(days=7)
        assert [each.pass_id for each in unit.passes.expiring(week)] == ["old", "soonest", "soon"]
        assert [each.pass_id for each in unit.passes.expiring(week, NOW)] == ["soonest", "soon"]


def test_what_was_sold_of_a_pass_is_kept(store: Store) -> None:
    record(store, season("p1"), passes.PassSold("p1", "a1", "sale", TEN))
    record(store, passes.PassSold("p1", "a2", "renewal", euros(8)))
    with store.read() as unit:
        sales = unit.passes.sales("p1")
        assert unit.passes.sold_since(NOW) == sales
        assert unit.passes.sold_since(NOW + timedelta(days=1)) == ()
    assert [(each.what, each.price) for each in sales] == [("sale", TEN), ("renewal", euros(8))]


# --- where they are


def test_where_a_pass_is_is_what_happened_last_and_not_what_was_heard_last(store: Store) -> None:
    record(store, season("p1"))
    with store.write() as unit:
        unit.record(passes.PassMoved("p1", Presence.OUTSIDE), here(after=600))
        unit.record(passes.PassMoved("p1", Presence.INSIDE), here(after=60))
        assert unit.passes.presence("p1") is Presence.OUTSIDE
        unit.record(passes.PassMoved("p1", Presence.INSIDE), here(after=700))
        assert unit.passes.presence("p1") is Presence.INSIDE
        assert unit.passes.presence("p1", "roof") is Presence.NEUTRAL


def test_those_inside_are_counted_in_the_zone_of_their_group(store: Store) -> None:
    record(store, passes.PassGroupSet(STAFF), season("p1"), season("p2"), season("p3", group="x"))
    for name, zone in (("p1", "north"), ("p2", "south"), ("p3", "")):
        record(store, passes.PassMoved(name, Presence.INSIDE, zone))
    with store.read() as unit:
        assert (unit.passes.inside("staff"), unit.passes.inside("x")) == (1, 1)
        inside, elsewhere = unit.passes.find("p1"), unit.passes.find("p2")
    assert inside is not None
    assert elsewhere is not None
    assert (inside.presence, elsewhere.presence) == (Presence.INSIDE, Presence.NEUTRAL)


@pytest.mark.parametrize(("group", "left"), [("staff", {"p2"}), ("", set()), ("x", {"p1"})])
def test_after_an_open_gate_nobody_knows_where_they_are(
    store: Store, group: str, left: set[str]
) -> None:
    record(store, season("p1"), season("p2", group="x"))
    record(store, *(passes.PassMoved(name, Presence.INSIDE) for name in ("p1", "p2")))
    record(store, passes.PassesNeutralised(group, "fire drill"))
    with store.read() as unit:
        inside = {p for p in ("p1", "p2") if unit.passes.presence(p) is Presence.INSIDE}
    assert inside == left


# --- stored money


def test_a_wallet_never_falls_below_zero(store: Store) -> None:
    record(store, *wallet("p1"), passes.WalletDebited("p1", euros(8), "a1"))
    with pytest.raises(Contradicted):
        record(store, passes.WalletDebited("p1", euros(3), "a2"))
    record(store, passes.WalletDebited("p1", euros(2), "a3"))
    assert balance(store, "p1") == 0


def test_money_of_a_pass_unknown_here_is_not_spent(store: Store) -> None:
    with pytest.raises(Contradicted):
        record(store, passes.WalletDebited("p1", euros(1), "a1"))
    record(store, *wallet("p1"))
    assert balance(store, "p1") == 1000


def test_tills_that_race_for_one_wallet_spend_it_once(database: str) -> None:
    """Two processes, as far as a database can tell: two stores of their own connections."""
    record(opened := open_store(database), *wallet("p1"))
    stores = [opened, open_store(database, "booth-2")]

    def spend(number: int) -> bool:
        try:
            record(stores[number % 2], passes.WalletDebited("p1", euros(3), f"a{number}"))
        except Contradicted:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(spend, range(8))) == 3
    assert balance(opened, "p1") == 100
    for each in stores:
        each.close()


def test_two_connections_cannot_spend_the_same_money(postgres_url: str) -> None:
    store = open_store(postgres_url)
    record(store, *wallet("p1"))
    spending = text("UPDATE passes SET balance_minor = balance_minor - 600 WHERE pass_id = 'p1'")
    with store.engines.writer.begin() as one:
        one.execute(spending)
        with ThreadPoolExecutor(1) as other:

            def second() -> None:
                with store.engines.writer.begin() as mine:
                    mine.execute(spending)

            waiting = other.submit(second)
            one.commit()
            with pytest.raises(IntegrityError, match="no_overdraft"):
                waiting.result()
    assert balance(store, "p1") == 400
    store.close()


def test_an_overdraft_made_elsewhere_is_kept_and_shown(store: Store) -> None:
    record(store, *wallet("p1"), passes.WalletDebited("p1", euros(8), "a1"))
    other = Elsewhere()
    with store.write() as unit:
        verdict = unit.receive(other.seal(passes.WalletDebited("p1", euros(3), "a2")), NOW)
    assert verdict.reason == "not_applied"
    assert balance(store, "p1") == 200
    assert verify(store) == []


def test_what_happened_to_a_pass_before_it_was_heard_of_is_made_up_for(store: Store) -> None:
    issuer, other = Elsewhere("booth-2"), Elsewhere("booth-3")
    card = replace(season("p1"), entries=5)
    with store.write() as unit:
        for fact in (
            other.seal(passes.WalletCredited("p1", TEN, "top_up", "a1")),
            other.seal(passes.WalletDebited("p1", euros(4), "a2")),
            other.seal(passes.PassUsed("p1", "s1")),
            other.seal(passes.PassMoved("p1", Presence.INSIDE)),
        ):
            assert unit.receive(fact, NOW).stored
        unit.receive(issuer.seal(card), NOW)
    with store.read() as unit:
        found = unit.passes.of_session("s1")
    assert found is not None
    assert (found.balance, found.entries_left) == (euros(6), 4)
    assert found.presence is Presence.INSIDE
    rebuild(store)
    assert verify(store) == []


# --- validations


def test_what_counts_for_a_stay_comes_in_the_order_of_its_coming(store: Store) -> None:
    record(store, validations.MerchantSet(CINEMA))
    with store.write() as unit:
        unit.record(validated("v2", voucher="cinema-7"), here(after=1))
        unit.record(validated("v1"), here(after=2))
        unit.record(replace(validated("v3"), merchant_id="closed"), here(after=3))
        found = unit.validations.of_session("s1")
    assert [each.validation_id for each in found] == ["v2", "v1", "v3"]
    assert [each.merchant for each in found] == ["Cinema", "Cinema", "closed"]
    assert (found[0].benefit, found[0].voucher, found[1].voucher) == (HOUR, "cinema-7", "")


def test_a_voucher_counts_once_also_where_it_was_withdrawn(store: Store) -> None:
    record(store, validated("v1", voucher="cinema-7"))
    record(store, validations.ValidationWithdrawn("v1", "s1", "wrong ticket"))
    with store.read() as unit:
        assert unit.validations.of_session("s1") == ()
        assert unit.validations.voucher_used("cinema-7")
        assert not unit.validations.voucher_used("cinema-8")
    with pytest.raises(Contradicted):
        record(store, validated("v2", "s2", "cinema-7"))


def test_a_voucher_used_at_two_booths_counts_where_it_was_heard_of_first(store: Store) -> None:
    record(store, validated("v1", voucher="cinema-7"))
    with store.write() as unit:
        other = Elsewhere().seal(validated("v2", "s2", "cinema-7"))
        assert unit.receive(other, NOW).reason == "not_applied"
        assert unit.validations.of_session("s2") == ()


def test_a_merchants_limits_see_what_it_gave(store: Store) -> None:
    with store.write() as unit:
        for number, after in enumerate((0, 60, 120)):
            unit.record(validated(f"v{number}", f"s{number}"), here(after=after))
        unit.record(validations.ValidationWithdrawn("v2", "s2", "mistake"), here(after=180))
        since = NOW + timedelta(seconds=30)
        assert unit.validations.used_since("cinema", NOW) == 2
        assert unit.validations.used_since("cinema", since) == 1
        assert unit.validations.worth_since("cinema", NOW) == 400
        assert unit.validations.worth_since("bakery", NOW) == 0
        (counted,) = unit.validations.of_shift("shift-2")
    assert counted == Validated("cinema", "cinema", 2, euros(4))


def test_the_latest_word_on_a_merchant_counts(store: Store) -> None:
    closed = replace(CINEMA, benefits=(Benefit(BenefitKind.PERCENT, 50),), active=False)
    record(store, validations.MerchantSet(CINEMA), validations.MerchantSet(closed))
    with store.read() as unit:
        assert unit.validations.merchant("cinema") == closed
        assert unit.validations.merchants() == (closed,)
        assert unit.validations.merchant("bakery") is None


def test_numbers_of_paper_vouchers_are_not_used_again(store: Store) -> None:
    record(store, validations.MerchantSet(CINEMA))
    for first, last, following in ((1, 20, 21), (21, 40, 41), (5, 6, 41)):
        record(store, validations.VouchersIssued("cinema", HOUR, first, last))
        with store.read() as unit:
            assert unit.validations.next_voucher("cinema") == following
    record(store, validations.MerchantSet(replace(CINEMA, name="Kino")))
    with store.read() as unit:
        assert unit.validations.next_voucher("cinema") == 41
        assert unit.validations.next_voucher("bakery") == 1


def test_a_session_knows_its_demand_and_the_stay_it_continues(store: Store) -> None:
    record(store, started("s1"), stays.DemandFixed("s1", 80), stays.StayContinued("s1", "s0"))
    with store.read() as unit:
        session = unit.sessions.find("s1")
    assert session is not None
    assert (session.occupancy_percent, session.continues) == (80, "s0")
