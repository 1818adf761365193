"""The sign-on page: who is offered, and which PINs are good enough."""

import pytest

from kiosk.domain.staff import Role, Staff
from kiosk.views.sign_on import pin_trouble, sign_on_view

MIRA = Staff("s-1", "Mira", Role.SUPERVISOR)
ALAN = Staff("s-2", "alan", Role.ATTENDANT)
GONE = Staff("s-3", "Gone", Role.ATTENDANT, active=False)


def test_only_active_people_are_offered_by_name() -> None:
    assert [one.name for one in sign_on_view((MIRA, GONE, ALAN), {}).people] == ["alan", "Mira"]


def test_a_booth_without_people_enrols_the_first() -> None:
    assert sign_on_view((GONE,), {}).enrolling
    assert not sign_on_view((MIRA,), {}).enrolling


@pytest.mark.parametrize(
    ("failures", "words", "locked"),
    [(1, "Wrong PIN. Please", False), (8, "Tries left", False), (10, "Too many", True)],
)
def test_a_wrong_pin_says_how_it_stands(failures: int, words: str, locked: bool) -> None:
    view = sign_on_view((MIRA,), {"s-1": failures}, refused="s-1")
    assert view.trouble is not None
    assert words in view.trouble.template
    assert view.people[0].locked is locked


@pytest.mark.parametrize("pin", ["", "12345", "abcdef", "12345a", "111111", "123456", "987654"])
def test_a_short_or_easy_pin_is_refused(pin: str) -> None:
    assert pin_trouble(pin, pin) is not None


def test_two_different_pins_are_refused_and_two_equal_ones_accepted() -> None:
    assert pin_trouble("482915", "482916") is not None
    assert pin_trouble("482915", "482915") is None
