"""The staff page: who is shown to whom, what may be given, and what is said of two typed PINs."""

import pytest

from kiosk.domain.staff import PIN_FAILURES_MAX, Role, Staff
from kiosk.domain.wording import Text
from kiosk.views.sign_on import PIN_EASY, PIN_SHORT, sign_on_view
from kiosk.views.staff_page import (
    PINS_DIFFER,
    Member,
    MyPin,
    NewPerson,
    NewPin,
    StaffFacts,
    TakeBack,
    staff_view,
    typed_pins_done,
    typed_pins_trouble,
)

PEOPLE = (
    Member("1", "Zoe", Role.OWNER),
    Member("2", "ben", Role.ATTENDANT, active=False),
    Member("3", "adam", Role.ADMIN),
)


@pytest.mark.parametrize("role", Role)
def test_people_are_shown_to_those_alone_who_may_enrol(role: Role) -> None:
    view = staff_view(StaffFacts(PEOPLE), Staff("1", "Zoe", role))
    may = role in (Role.OWNER, Role.ADMIN)
    assert view.may_enrol is may
    assert [each.name for each in view.people] == (["adam", "Zoe", "ben"] if may else [])
    assert any(view.may_change(each) for each in PEOPLE) is may


def test_an_owner_gives_every_role_but_an_admins() -> None:
    owner = staff_view(StaffFacts(PEOPLE), Staff("1", "Zoe", Role.OWNER))
    admin = staff_view(StaffFacts(PEOPLE), Staff("3", "adam", Role.ADMIN))
    assert set(owner.roles) == set(Role) - {Role.ADMIN}
    assert admin.roles == tuple(Role)
    assert [owner.may_change(each) for each in PEOPLE] == [True, True, False]
    assert all(admin.may_change(each) for each in PEOPLE)


@pytest.mark.parametrize(
    ("failures", "locked"),
    [(None, False), (0, False), (PIN_FAILURES_MAX - 1, False), (PIN_FAILURES_MAX, True)],
)
def test_ten_wrong_pins_are_a_lock_and_no_pin_is_none(failures: int | None, locked: bool) -> None:
    assert Member("1", "Zoe", Role.OWNER, failures=failures).locked is locked


@pytest.mark.parametrize(
    ("pin", "again", "trouble", "done"),
    [
        ("", "", None, False),
        ("2749", "", None, False),
        ("274913", "", None, False),
        ("274913", "274", None, False),
        ("274913", "275", PINS_DIFFER, False),
        ("274913", "2749130", PINS_DIFFER, False),
        ("274913", "274913", None, True),
        ("2749", "2", PIN_SHORT, False),
        ("", "2", PIN_SHORT, False),
        ("123456", "", PIN_EASY, False),
        ("111111", "111111", PIN_EASY, False),
    ],
)
def test_what_is_wrong_with_two_pins_is_said_at_the_key_that_does_it(
    pin: str, again: str, trouble: Text | None, done: bool
) -> None:
    assert typed_pins_trouble(pin, again) == trouble
    assert typed_pins_done(pin, again) is done


@pytest.mark.parametrize(
    "wish",
    [
        NewPerson("Ben", Role.OWNER, "274913"),
        NewPin("1", "274913"),
        MyPin("580316", "274913"),
        TakeBack("1", Role.OWNER, "274913"),
    ],
)
def test_no_wish_shows_its_pin(wish: object) -> None:
    assert "274913" not in repr(wish)
    assert "580316" not in repr(wish)


def test_a_later_start_without_people_says_so_and_enrols_nobody() -> None:
    view = sign_on_view((), {}, first_start=False)
    assert not view.enrolling
    assert view.trouble is not None
