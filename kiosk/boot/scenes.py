"""The day's scenes: each is one thing that happens at a car park, ordinary or not.

A scene drives, presses, pays and breaks things through the stage, and returns when everybody is
where they should be. What must be true afterwards for the whole day is in `checks`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random  # noqa: TID251 - the seeded dice of a script

from kiosk.boot.stage import Stage
from kiosk.devices.messages import Paper
from kiosk.domain.signals import Input
from kiosk.payments.simulated_terminal import Card

PIN = "274913"
HOUR = 3600.0
FREE_SECONDS = 900.0
"""Longer than the tariff's free minutes: whoever leaves has to pay."""


@dataclass(slots=True)
class Tally:
    """What the script itself knows to be true, to hold the booth's books against."""

    entered: int = 0
    left: int = 0
    tailgated: int = 0
    backed_out: int = 0
    cash_minor: int = 0
    inside: list[str] = field(default_factory=list)
    """Tickets of cars inside."""


class Scenes:
    """All scenes of one day, on one stage, with one dice."""

    def __init__(self, stage: Stage, dice: Random) -> None:
        self.stage = stage
        self.dice = dice
        self.tally = Tally()

    def troubles(self) -> list[tuple[str, Callable[[], None]]]:
        """Every troubled scene, by the name the summary gives it."""
        return [
            ("booking", self.booking),
            ("back_out", self.back_out),
            ("late_back_out", self.late_back_out),
            ("tailgate", self.tailgate),
            ("lost_ticket", self.lost_ticket),
            ("paper_out", self.paper_out),
            ("printer_unplugged", self.printer_unplugged),
            ("loop_stuck", self.loop_stuck),
            ("boom_fault", self.boom_fault),
            ("card_charged_silently", self.card_charged_silently),
            ("card_lost", self.card_lost),
            ("centre_down", self.centre_down),
            ("killed_in_mid_lane", self.killed_in_mid_lane),
        ]

    # --- people

    def open_the_booth(self) -> None:
        """The first start: somebody enrols, and signs on by that."""
        stage = self.stage
        stage.grab("attendant", "attendant-enrol")
        stage.type("attendant", "Your name", "Mila")
        stage.type("attendant", "PIN", PIN)
        stage.type("attendant", "The same PIN", PIN)
        stage.tap("attendant", "Start")
        stage.tap("attendant", "Lanes")
        stage.grab("attendant", "attendant-lanes")

    def sign_on(self) -> None:
        """Sign on again after a restart."""
        stage = self.stage
        stage.tap("attendant", "Mila")
        stage.type("attendant", "PIN", PIN)
        stage.tap("attendant", "Lanes")

    # --- ordinary cars

    def enters(self) -> None:
        """A car takes a ticket and drives in."""
        self.tally.inside.append(self.stage.enter())
        self.tally.entered += 1

    def leaves(self) -> None:
        """One of the cars inside pays, by card or in cash, and drives out."""
        ticket = self.tally.inside.pop(self.dice.randrange(len(self.tally.inside)))
        if self.dice.random() < 0.5:
            self._by_card(ticket)
        else:
            self._in_cash(ticket)

    def passes_time(self) -> None:
        """A quarter of an hour, or some hours, go by."""
        self.stage.booth.advance(self.dice.uniform(FREE_SECONDS, 3 * HOUR))

    def _by_card(self, ticket: str) -> None:
        self.stage.exit.present_card(Card.APPROVE)
        self.stage.pay_by_card(ticket)
        self.tally.left += 1

    def _in_cash(self, ticket: str) -> None:
        self.tally.cash_minor += self.stage.pay_cash(ticket)
        self.tally.left += 1

    # --- troubled ones

    def booking(self) -> None:
        """A booking made at the centre opens the entry, and its car pays and leaves."""
        stage = self.stage
        qr = stage.book(timedelta(minutes=5), timedelta(hours=4), "Novák")
        stage.until(lambda: stage.booth.ask("bookings"), "the booking to reach the booth")
        stage.arrive(stage.entry)
        stage.entry.scanner.scan(qr)
        stage.until(lambda: stage.entry.barrier.is_open, "the booking to open the entry")
        stage.grab("entry-1", "entry-booking")
        stage.drive_through(stage.entry)
        self.tally.entered += 1
        stage.booth.advance(2 * HOUR)
        self._by_card(qr)

    def back_out(self) -> None:
        """A driver takes the ticket and changes their mind; the ticket is dead from then on."""
        stage = self.stage
        stage.arrive(stage.entry)
        ticket = stage.take_a_ticket()
        stage.until(lambda: stage.entry.barrier.is_open, "the boom to open")
        stage.leave_backwards(stage.entry)
        stage.steady()
        stage.booth.advance(7)
        stage.phase(stage.entry, "Idle", "Closing")
        self._barrier_down()
        self.tally.backed_out += 1
        self._refused_at_exit(ticket)

    def late_back_out(self) -> None:
        """The same, after the bonnet was over loop B."""
        stage = self.stage
        stage.arrive(stage.entry)
        stage.take_a_ticket()
        stage.until(lambda: stage.entry.barrier.is_open, "the boom to open")
        stage.entry.set(Input.SAFETY, True)
        stage.steady()
        stage.entry.set(Input.SAFETY, False)
        stage.steady()
        stage.leave_backwards(stage.entry)
        stage.steady()
        stage.booth.advance(7)
        self._barrier_down()
        self.tally.backed_out += 1

    def tailgate(self) -> None:
        """A second car slips in behind the first."""
        stage = self.stage
        stage.arrive(stage.entry)
        ticket = stage.take_a_ticket()
        stage.until(lambda: stage.entry.barrier.is_open, "the boom to open")
        stage.entry.set(Input.SAFETY, True)
        stage.steady()
        stage.entry.set(Input.APPROACH, False)
        stage.steady()
        stage.entry.set(Input.APPROACH, True)
        stage.steady()
        stage.entry.set(Input.SAFETY, False)
        stage.steady()
        stage.entry.set(Input.SAFETY, True)
        stage.steady()
        stage.entry.set(Input.APPROACH, False)
        stage.steady()
        stage.entry.set(Input.SAFETY, False)
        self._barrier_down()
        self.tally.inside.append(ticket)
        self.tally.entered += 1
        self.tally.tailgated += 1

    def lost_ticket(self) -> None:
        """A driver without a ticket calls; the attendant takes the flat fee."""
        stage = self.stage
        self.enters()
        self.tally.inside.pop()
        stage.booth.advance(HOUR)
        stage.arrive(stage.exit)
        stage.tap("exit-1", "Help")
        stage.grab("exit-1", "exit-help")
        stage.tap("attendant", "Answer")
        stage.tap("attendant", "Cashier")
        stage.tap("attendant", "Lost")
        stage.tap("attendant", "Flat fee")
        stage.grab("attendant", "attendant-lost")
        stage.tap("attendant", "Driver lost it")
        stage.tap("attendant", "Lost")
        stage.phase(stage.exit, "Quoted")
        stage.grab("exit-1", "exit-lost")
        stage.exit.present_card(Card.APPROVE)
        stage.tap("exit-1", "Card")
        stage.drive_through(stage.exit)
        self.tally.left += 1

    def paper_out(self) -> None:
        """The roll ends: no tickets, but a booking still enters; a new roll ends it."""
        stage = self.stage
        stage.entry.printer.set_paper(Paper.OUT)
        stage.booth_misses(stage.entry, "printer")
        qr = stage.book(timedelta(minutes=5), timedelta(hours=1), "Kováč")
        stage.until(lambda: stage.booth.ask("bookings"), "the booking to reach the booth")
        stage.arrive(stage.entry)
        stage.grab("entry-1", "entry-no-paper")
        stage.entry.scanner.scan(qr)
        stage.drive_through(stage.entry)
        self.tally.entered += 1
        self.tally.inside.append(qr)
        stage.entry.printer.set_paper(Paper.OK)
        stage.booth_has(stage.entry, "printer")

    def printer_unplugged(self) -> None:
        """Somebody trips over the printer's cable while nobody is there, and plugs it in again."""
        stage = self.stage
        stage.entry.printer.port.unplug()
        stage.booth_misses(stage.entry, "printer")
        stage.grab("attendant", "attendant-printer-fault")
        stage.entry.printer.port.plug()
        stage.booth_has(stage.entry, "printer")
        self.enters()

    def loop_stuck(self) -> None:
        """Loop B reports a car for more than ten minutes; the lane says so, and recovers."""
        stage = self.stage
        stage.entry.set(Input.SAFETY, True)
        stage.steady()
        stage.booth.advance(11 * 60)
        stage.until(lambda: stage.look()["entry-1"]["faults"], "the stuck loop to be reported")
        stage.entry.set(Input.SAFETY, False)
        stage.until(lambda: not stage.look()["entry-1"]["faults"], "the loop to be well again")
        stage.booth.advance(20)  # until then the next car on A might have come the wrong way
        self._back_in_service()

    def boom_fault(self) -> None:
        """The boom does not move: retry, out of service, a person resets it after the repair."""
        stage = self.stage
        stage.entry.barrier.state.stuck = True
        stage.arrive(stage.entry)
        stage.take_a_ticket()
        stage.phase(stage.entry, "Opening")
        for _ in range(3):
            stage.booth.advance(11)
            stage.steady()
        stage.phase(stage.entry, "OutOfService")
        stage.grab("entry-1", "entry-out-of-service")
        stage.leave_backwards(stage.entry)
        stage.entry.barrier.repair()
        self.tally.backed_out += 1
        self._barrier_down()
        self._back_in_service()

    def card_charged_silently(self) -> None:
        """The terminal charges and says nothing: asked again by its id, and paid once."""
        self._with_card(Card.SILENT)

    def card_lost(self) -> None:
        """The terminal never heard of the attempt: known only after its time in flight."""
        stage = self.stage
        self.enters()
        ticket = self.tally.inside.pop()
        stage.booth.advance(HOUR)
        stage.exit.present_card(Card.LOST)
        stage.show_ticket(ticket)
        stage.phase(stage.exit, "Quoted")
        stage.tap("exit-1", "Card")
        self._until_settled("Quoted")
        stage.exit.present_card(Card.APPROVE)
        stage.tap("exit-1", "Card")
        stage.drive_through(stage.exit)
        self.tally.left += 1

    def centre_down(self) -> None:
        """The centre is away for hours; cars come and go, and everything arrives afterwards."""
        stage = self.stage
        stage.centre.stop()
        stage.until(lambda: not stage.booth.ask("sync")["reachable"], "the booth to notice")
        self.enters()
        stage.booth.advance(3 * HOUR)
        self.leaves()
        stage.grab("attendant", "attendant-offline")
        stage.centre.start()
        stage.booth.advance(HOUR)
        stage.everything_sent()

    def killed_in_mid_lane(self) -> None:
        """kill -9 while a car is on its way in; the restarted booth goes on from its journal."""
        stage = self.stage
        stage.arrive(stage.entry)
        ticket = stage.take_a_ticket()
        stage.phase(stage.entry, "Opening", "Passing")
        stage.booth.kill()
        stage.start_booth()
        self.sign_on()
        stage.drive_through(stage.entry)
        self.tally.entered += 1
        self.tally.inside.append(ticket)

    # --- parts of scenes

    def _with_card(self, card: Card) -> None:
        stage = self.stage
        self.enters()
        ticket = self.tally.inside.pop()
        stage.booth.advance(HOUR)
        stage.exit.present_card(card)
        stage.show_ticket(ticket)
        stage.phase(stage.exit, "Quoted")
        stage.tap("exit-1", "Card")
        self._until_settled("Opening", "Passing")
        stage.exit.present_card(Card.APPROVE)
        stage.drive_through(stage.exit)
        self.tally.left += 1

    def _until_settled(self, *phases: str) -> None:
        """Let time pass until the attempt's outcome is known."""
        stage = self.stage
        stage.phase(stage.exit, "Paying", "Unsettled")
        grabbed = False
        for _ in range(40):
            now = stage.look()["exit-1"]["phase"]
            if now in phases:
                return
            if now == "Unsettled" and not grabbed:
                stage.grab("exit-1", "exit-unsettled")
                grabbed = True
            stage.booth.advance(8)
            stage.steady()
        stage.phase(stage.exit, *phases)

    def _refused_at_exit(self, ticket: str) -> None:
        stage = self.stage
        stage.show_ticket(ticket)
        stage.phase(stage.exit, "Refused")
        stage.grab("exit-1", "exit-refused")
        stage.leave_backwards(stage.exit)
        stage.phase(stage.exit, "Idle")

    def _barrier_down(self) -> None:
        stage = self.stage
        stage.until(lambda: stage.entry.barrier.is_closed, "the barrier to close itself")
        stage.phase(stage.entry, "Idle", "OutOfService")

    def _back_in_service(self) -> None:
        stage = self.stage
        if stage.look()["entry-1"]["phase"] != "Idle":
            stage.tap("attendant", "Lanes")
            stage.tap("attendant", "Reset")
            stage.tap("attendant", "Fault repaired")
            stage.tap("attendant", "Reset")
        stage.phase(stage.entry, "Idle")
