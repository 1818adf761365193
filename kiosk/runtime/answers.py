"""What the counter answers when it did not do what was asked; each is nothing recorded.

They are values, not exceptions: an attendant meets them every day, and each has its sentence.
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.facts.cash import Pieces
from kiosk.domain.money import Money
from kiosk.domain.quote import Stay
from kiosk.domain.staff import Right


class NotAllowed(Exception):
    """This person may not do that."""

    def __init__(self, right: Right) -> None:
        self.right = right
        super().__init__(f"needs the right {right.value}")


@dataclass(frozen=True, slots=True)
class TooLittle:
    """Not enough was given."""

    missing: Money


@dataclass(frozen=True, slots=True)
class TooMuch:
    """More than there is to give back or take off; `left` is what there is."""

    left: Money


@dataclass(frozen=True, slots=True)
class PriceChanged:
    """What the stay owes is not what was shown: money came in, a validation, a changed fee."""

    stay: Stay


@dataclass(frozen=True, slots=True)
class CardRunning:
    """A payment for this stay has no outcome yet: nobody pays twice."""


@dataclass(frozen=True, slots=True)
class ChangeShort:
    """The drawer cannot give the change: `short` is missing beside `change`, given as `pieces`."""

    short: Money
    change: Money
    pieces: Pieces


@dataclass(frozen=True, slots=True)
class DrawerShort:
    """The drawer cannot give that out: it holds `holds`, or not in these pieces."""

    holds: Money


@dataclass(frozen=True, slots=True)
class NoShift:
    """No shift runs: one must be opened with a counted float before cash moves."""


@dataclass(frozen=True, slots=True)
class SecondNeeded:
    """Another person who has this right must agree, with their PIN."""

    right: Right


@dataclass(frozen=True, slots=True)
class SecondRefused:
    """That word does not count: wrong PIN, the same person, or no such right.

    `left` tries remain before this person is locked; 0 where trying again is no use.
    """

    left: int
