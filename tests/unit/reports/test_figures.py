"""Figures that add up, and differences where they do not agree."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.payment import Method
from kiosk.reports.figures import Piece, Tally, Tickets, by_method, by_name, pieces, total
from tests.support.money_papers import DRAWER, X, Z, euros


def test_payments_are_counted_by_method() -> None:
    found = by_method(
        [(Method.CARD, euros(300)), (Method.CASH, euros(150)), (Method.CARD, euros(50))]
    )
    assert found == ((Method.CASH, Tally(1, euros(150))), (Method.CARD, Tally(2, euros(350))))


def test_names_come_in_their_order() -> None:
    found = by_name([("Cinema", euros(300)), ("Bakery", euros(100)), ("Cinema", euros(200))])
    assert found == (("Bakery", Tally(1, euros(100))), ("Cinema", Tally(2, euros(500))))


def test_names_can_have_an_order_of_their_own() -> None:
    moved = [("drop", euros(-1)), ("tip", euros(2)), ("float", euros(3)), ("aid", euros(4))]
    assert [name for name, _ in by_name(moved, ("float", "sale", "drop"))] == [
        *("float", "drop", "aid", "tip"),
    ]


def test_nothing_taken_is_a_total_of_nothing() -> None:
    assert total((), "EUR") == Tally(0, euros(0))


@given(st.lists(st.tuples(st.sampled_from(list(Method)), st.integers(0, 10**6)), max_size=30))
def test_methods_add_up_to_the_gross(moved: list[tuple[Method, int]]) -> None:
    figures = replace(Z, payments=by_method((method, euros(minor)) for method, minor in moved))
    assert figures.gross == Tally(len(moved), euros(sum(minor for _, minor in moved)))


def test_net_is_gross_without_refunds() -> None:
    assert (Z.gross.amount, Z.refunded.amount, Z.net) == (
        euros(111010),
        euros(1400),
        euros(109610),
    )


def test_a_drawer_has_to_hold_all_that_moved() -> None:
    assert DRAWER.expected == euros(12900)
    assert DRAWER.over_short == euros(-20)


def test_before_the_count_nothing_is_over_or_short() -> None:
    assert X.drawer is not None
    assert X.drawer.over_short is None


def test_pieces_of_the_count_stand_beside_those_that_had_to_be_there() -> None:
    assert pieces([(2000, 2), (5, 1), (100, 0)], [(2000, 3), (100, 4), (50, 0)], "EUR") == (
        Piece(euros(2000), 2, 3),
        Piece(euros(100), 0, 4),
        Piece(euros(5), 1, 0),
    )
    assert Piece(euros(2000), 2, 3).over_short == euros(-2000)
    assert Piece(euros(5), 1, 0).over_short == euros(5)


def test_where_nobody_knew_the_pieces_none_is_over_or_short() -> None:
    (piece,) = pieces([(2000, 2)], [], "EUR")
    assert (piece.worth, piece.over_short) == (euros(4000), None)


def test_every_ticket_is_somewhere() -> None:
    assert Tickets(inside_before=2, issued=10, collected=7, void=1, inside=4).missing == 0
    assert Tickets(inside_before=2, issued=10, collected=7, void=1, inside=3).missing == 1
