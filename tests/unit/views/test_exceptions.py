"""The exceptions page as a value: who sees it, who may settle what, and who accepts a tailgate."""

from __future__ import annotations

import pytest

from kiosk.domain.signals import LaneKind
from kiosk.domain.staff import Role, Staff
from kiosk.views.exceptions import exceptions_view
from tests.support.exception_views import DOUBTFUL, FOLLOWED_OUT


@pytest.mark.parametrize(
    ("role", "sees", "settles"),
    [
        (Role.ATTENDANT, True, False),
        (Role.SUPERVISOR, True, True),
        (Role.TECHNICIAN, False, False),
        (Role.OWNER, True, True),
        (Role.ADMIN, True, True),
    ],
)
def test_an_attendant_sees_them_and_a_supervisor_settles_them(
    role: Role, sees: bool, settles: bool
) -> None:
    view = exceptions_view(DOUBTFUL, Staff("s", "Somebody", role))
    assert (view is not None) is sees
    if view is not None:
        assert view.may_close is view.may_forgive is view.may_settle is settles
        assert view.may_take_money
        assert (view.exceptions, view.debts) == (DOUBTFUL.exceptions, DOUBTFUL.debts)
        assert view.doubts == DOUBTFUL.doubts


@pytest.mark.parametrize("role", [Role.ATTENDANT, Role.SUPERVISOR, Role.OWNER, Role.ADMIN])
def test_whoever_replaces_a_lost_ticket_gives_a_tailgate_its_stay(role: Role) -> None:
    view = exceptions_view(FOLLOWED_OUT, Staff("s", "Somebody", role))
    assert view is not None
    assert view.may_accept
    assert view.sought == FOLLOWED_OUT.sought
    assert view.exceptions[0].tailgate is LaneKind.EXIT
