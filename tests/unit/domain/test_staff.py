"""Who may do what: every right has an owner, and what checks others is not for those checked."""

from __future__ import annotations

import pytest

from kiosk.domain.staff import RIGHTS, Right, Role, Staff


@pytest.mark.parametrize(
    "right",
    [
        Right.ADJUST_FEE,
        Right.FORGIVE_DEBT,
        Right.VOID_PAYMENT,
        Right.SETTLE_PAYMENT,
        Right.CLOSE_EXCEPTION,
    ],
)
def test_what_corrects_money_takes_a_supervisor(right: Right) -> None:
    may = {role for role in Role if Staff("s", "Somebody", role).may(right)}
    assert may == {Role.SUPERVISOR, Role.OWNER, Role.ADMIN}


def test_a_supervisor_may_all_that_an_attendant_may() -> None:
    assert RIGHTS[Role.ATTENDANT] < RIGHTS[Role.SUPERVISOR] < RIGHTS[Role.OWNER]


def test_every_right_belongs_to_somebody_in_a_booth() -> None:
    held = frozenset[Right]().union(*(RIGHTS[role] for role in Role if role is not Role.ADMIN))
    assert held == set(Right)


def test_nobody_who_left_may_anything() -> None:
    gone = Staff("s", "Somebody", Role.ADMIN, active=False)
    assert not any(gone.may(right) for right in Right)
