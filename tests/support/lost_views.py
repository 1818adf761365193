"""What a lost ticket may cost, as the cashier page shows it: for the fit test and the pictures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from kiosk.domain.money import Money
from kiosk.ui.attendant.window import AttendantWindow
from kiosk.views.cashier import CashierAction
from kiosk.views.lost import LostFacts
from kiosk.views.seeking import STILL_TO_COME, FoundStay
from tests.support import booth_views as booth

CAME_AT = booth.NOW - timedelta(hours=2, minutes=20)
FEE = Money(2500)


def _stay(number: int, code: str, minutes: int, lane: str, minor: int) -> FoundStay:
    lasted = timedelta(minutes=minutes)
    return FoundStay(f"session-{number}", code, booth.NOW - lasted, lasted, lane, Money(minor))


STAYS = (
    _stay(1, "4K72MX9", 137, "Entry 1", 360),
    _stay(2, "4K72MY1", 145, "Entry 2 (north ramp)", 360),
    _stay(3, "4K72MW4", 96, "Entry 1", 240),
    _stay(4, "4K72MV2", 3 * 24 * 60 + 11, "Entry 1", 6840),
)
SOUGHT = LostFacts("9:38", None, FEE, CAME_AT, Money(360), STAYS)
LAST = LostFacts("", None, FEE, None, None, STAYS)
NOT_YET = LostFacts("31.12.2026 8:00", STILL_TO_COME, FEE, None, None, STAYS)


def _asked(window: AttendantWindow) -> None:
    window.cashier.order_buttons[CashierAction.LOST].click()


def _typed(typed: str) -> Callable[[AttendantWindow], None]:
    def act(window: AttendantWindow) -> None:
        _asked(window)
        window.cashier.lost.seek.field.setText(typed)

    return act


def _picked(window: AttendantWindow) -> None:
    _asked(window)
    window.cashier.lost.seek.picked.emit("session-2")


STATES: Mapping[str, tuple[LostFacts, Callable[[AttendantWindow], None]]] = {
    "cashier-lost": (LAST, _asked),
    "cashier-lost-sought": (SOUGHT, _typed(SOUGHT.typed)),
    "cashier-lost-wrong": (NOT_YET, _typed(NOT_YET.typed)),
    "cashier-lost-picked": (SOUGHT, _picked),
}
