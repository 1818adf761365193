"""What a booth does not forget: a clock in doubt, and a card that is still in flight."""

from __future__ import annotations

from pathlib import Path

from kiosk.boot.lanes import build_lanes, open_steps
from kiosk.boot.services import Services
from kiosk.domain.facts import booth
from kiosk.domain.payment import Intent, Method
from kiosk.domain.refund import RefundIntent
from kiosk.domain.staff import Role
from kiosk.payments.provider import Provider, Report
from kiosk.runtime.desk import CardRunning, Desk
from kiosk.runtime.till import Till
from kiosk.runtime.watch import Watch
from tests.support.clock import HandClock
from tests.support.site import ENTRY, EXIT, drive_in, new_clock, open_booth, stay_of


def doubted(services: Services) -> bool:
    """Whether the entry lane doubts the clock once it has read what it is told at a start."""
    lanes = build_lanes(services, lambda _lane_id, _lane: None)
    open_steps(services, lanes)
    entry = lanes.runners[ENTRY]
    entry.turn(wait=0)
    entry.turn(wait=0)
    for link in (*lanes.links, *(terminal.link for terminal in lanes.terminals)):
        link.close()
    return entry.state.clock_doubted


def beat(services: Services) -> Watch:
    watch = Watch(services.site, lambda _by_ms: None, lambda _full: None)
    watch.turn()
    return watch


def test_a_step_back_stays_in_doubt_over_a_restart_until_a_person_confirms(tmp_path: Path) -> None:
    clock = new_clock()
    services = open_booth(tmp_path, clock)
    watch = beat(services)
    clock.step_wall(-600)
    watch.turn()
    services.close()
    services = open_booth(tmp_path, new_clock())
    assert doubted(services)
    services.close()


def test_a_clock_that_went_back_while_the_booth_was_off_is_in_doubt(tmp_path: Path) -> None:
    clock = new_clock()
    services = open_booth(tmp_path, clock)
    beat(services)
    services.close()
    later = HandClock(prefix="later")
    later.step_wall((clock.now() - later.now()).total_seconds() - 3600)
    services = open_booth(tmp_path, later)
    assert doubted(services)
    with services.site.store.read() as unit:
        bodies = [event.body for event in unit.journal.since("booth-1", 1, 0, 1000)]
    assert [body.by_ms for body in bodies if isinstance(body, booth.ClockStepped)] == [-3_600_000]
    services.close()


class SlowTerminal:
    """A terminal that takes its time."""

    def collect(self, intent: Intent, report: Report) -> None:
        """The driver searches for the card."""

    def settle(self, intent: Intent, report: Report) -> None:
        """Nothing yet."""

    def cancel(self, intent: Intent) -> None:
        """Too late."""

    def show(self, intent: Intent) -> str:
        """It has a screen of its own."""
        return ""

    def refund(self, refund: RefundIntent, report: Report) -> None:
        """Nobody asked."""

    def settle_refund(self, refund: RefundIntent, report: Report) -> None:
        """Nobody asked."""


def test_cash_is_not_taken_while_a_card_payment_has_no_outcome(services: Services) -> None:
    car = drive_in(services)
    stay = stay_of(services, car)
    cards: dict[Method, Provider] = {Method.CARD: SlowTerminal()}
    till = Till(services.site, {EXIT: cards}, lambda _lane_id, _event: None)
    desk = Desk(services.site, till, {}, {}, services.pepper)
    desk.staff = desk.enrol("Mila", "274913", Role.OWNER)
    till.begin(EXIT, stay, Method.CARD)
    assert desk.take_cash(stay, stay.due) == CardRunning()
    with services.site.store.read() as unit:
        assert unit.payments.of_session(car.session_id) == []
