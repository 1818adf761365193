"""A provider that answers when and what a test says, on the thread that says it."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.domain.payment import Cancelled, Declined, Intent, Outcome, Paid, Unknown
from kiosk.domain.refund import RefundIntent
from kiosk.payments.provider import Report


@dataclass(slots=True)
class Scripted:
    """Keeps who waits. Its own `moved` is what it really did: amounts by id, minus for refunds."""

    waiting: dict[str, tuple[Intent | RefundIntent, Report]] = field(default_factory=dict)
    moved: dict[str, int] = field(default_factory=dict)
    unwanted: list[str] = field(default_factory=list)
    """What somebody wished to end, in order."""

    def collect(self, intent: Intent, report: Report) -> None:
        """Somebody wants money."""
        self.waiting[intent.attempt_id] = intent, report

    def refund(self, refund: RefundIntent, report: Report) -> None:
        """Somebody wants it back."""
        self.waiting[refund.refund_id] = refund, report

    def settle(self, intent: Intent, report: Report) -> None:
        """What became of it: what moved, else nobody knows."""
        self._settle(intent.attempt_id, report)

    def settle_refund(self, refund: RefundIntent, report: Report) -> None:
        """The same for a refund."""
        self._settle(refund.refund_id, report)

    def cancel(self, intent: Intent) -> None:
        """Its outcome decides."""
        self.unwanted.append(intent.attempt_id)

    def show(self, intent: Intent) -> str:
        """Nothing to scan."""
        return ""

    def pay(self, name: str) -> None:
        """Money moves, and it says so."""
        self.move(name)
        self.say(Paid(name, f"ref-{name}"))

    def move(self, name: str) -> None:
        """Money moves, and it says nothing."""
        what, _ = self.waiting[name]
        sign = -1 if isinstance(what, RefundIntent) else 1
        self.moved[name] = sign * what.amount.minor

    def decline(self, name: str) -> None:
        """No money moves, and it says so."""
        self.say(Declined(name, "declined"))

    def cancelled(self, name: str) -> None:
        """The driver gave up."""
        self.say(Cancelled(name))

    def lose(self, name: str) -> None:
        """It says that it does not know."""
        self.say(Unknown(name))

    def say(self, outcome: Outcome) -> None:
        """Report this to whoever asked first."""
        self.waiting[outcome.attempt_id][1](outcome)

    def _settle(self, name: str, report: Report) -> None:
        report(Paid(name, f"ref-{name}") if name in self.moved else Unknown(name))
