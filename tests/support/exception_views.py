"""The exceptions page in its states: what it is told, and what somebody did on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.domain.signals import LaneKind
from kiosk.domain.wording import Text
from kiosk.ui.attendant.window import AttendantWindow
from kiosk.views.exceptions import ExceptionFacts, InDoubt, Owed, Remarkable, Sought
from kiosk.views.seeking import HOW_TO_WRITE
from tests.support import booth_views as booth
from tests.support.lost_views import STAYS

OPEN_CAUSES = (
    ("lane.manual_opened", "Ambulance: the second one today, with its siren on", None),
    ("payment.owed", "iou", Money(1240)),
    ("payment.refund_started", "refund: Complaint accepted", Money(360)),
    ("lane.tailgate_detected", "", None),
    ("shift.drawer_counted", "", Money(-550)),
    ("session.fee_fixed", "Driver lost it", Money(2500)),
)


def remarkable(count: int) -> tuple[Remarkable, ...]:
    """So many open exceptions of every sort, the newest first."""
    return tuple(
        Remarkable(
            f"event-{place}",
            *OPEN_CAUSES[place % len(OPEN_CAUSES)][:1],
            booth.NOW - timedelta(minutes=17 * place),
            "Exit 1",
            "Mira Kováč",
            *OPEN_CAUSES[place % len(OPEN_CAUSES)][1:],
        )
        for place in range(count)
    )


DEBTS = (
    Owed("s-1", "4K72MX9", Money(1240), booth.NOW - timedelta(days=3), "iou"),
    Owed("s-2", "4K72N01", Money(360), booth.NOW - timedelta(hours=5), "released"),
)
OPEN = ExceptionFacts(remarkable(12), 12, DEBTS)
DOUBTS = (
    InDoubt("a-1", "4K72MX9", Method.CARD, Money(1240), booth.NOW - timedelta(days=2), "Exit 1"),
    InDoubt("a-2", "", Method.UPI, Money(4200), booth.NOW - timedelta(hours=5), "exit-old"),
)
DOUBTFUL = replace(OPEN, doubts=DOUBTS)


def _followed(kind: LaneKind, lane: str, **facts: Any) -> ExceptionFacts:
    """A car followed another one through such a lane, and is the first on the list."""
    seen_at = booth.NOW - timedelta(minutes=5)
    one = Remarkable("event-f", "lane.tailgate_detected", seen_at, lane, tailgate=kind)
    listed = (one, *OPEN.exceptions[:-1])
    return replace(OPEN, exceptions=listed, **facts)


FOLLOWED_IN = _followed(LaneKind.ENTRY, "Entry 1")
FOLLOWED_OUT = _followed(LaneKind.EXIT, "Exit 1", sought=Sought("event-f", STAYS))
MISTYPED = _followed(LaneKind.EXIT, "Exit 1", sought=Sought("event-f", (), HOW_TO_WRITE))


def _forgive(window: AttendantWindow) -> None:
    _pick_debt(window)
    window.exceptions.forgive.click()


def _pick_doubt(window: AttendantWindow) -> None:
    window.exceptions.doubt.click()
    window.exceptions.list.picked.emit("a-1")


def _say_paid(window: AttendantWindow) -> None:
    _pick_doubt(window)
    window.exceptions.paid.click()


def _pick_debt(window: AttendantWindow) -> None:
    window.exceptions.owed.click()
    window.exceptions.list.picked.emit("s-1")


def _pick_second(window: AttendantWindow) -> None:
    window.exceptions.list.picked.emit("event-1")


def _pick_tailgate(window: AttendantWindow) -> None:
    window.exceptions.list.picked.emit("event-f")


def _accept(window: AttendantWindow) -> None:
    _pick_tailgate(window)
    window.exceptions.accept.click()


def _mistype(window: AttendantWindow) -> None:
    _accept(window)
    window.exceptions.tailgate.seek.field.setText("quarter past")


def _pick_stay(window: AttendantWindow) -> None:
    _accept(window)
    window.exceptions.tailgate.seek.picked.emit("session-2")


def _look(_window: AttendantWindow) -> None:
    """Nobody did anything."""


STATES: Mapping[str, tuple[ExceptionFacts, Callable[[AttendantWindow], None]]] = {
    "exceptions-none": (ExceptionFacts(), _look),
    "exceptions": (OPEN, _look),
    "exceptions-asked": (
        replace(OPEN, trouble=Text("Somebody has closed this already.")),
        _pick_second,
    ),
    "exceptions-debt": (OPEN, _pick_debt),
    "exceptions-forgive": (OPEN, _forgive),
    "exceptions-followed": (FOLLOWED_OUT, _pick_tailgate),
    "exceptions-followed-in": (FOLLOWED_IN, _accept),
    "exceptions-followed-out": (FOLLOWED_OUT, _accept),
    "exceptions-followed-mistyped": (MISTYPED, _mistype),
    "exceptions-followed-picked": (FOLLOWED_OUT, _pick_stay),
    "exceptions-doubt": (DOUBTFUL, _pick_doubt),
    "exceptions-doubt-asked": (DOUBTFUL, _say_paid),
}
