"""Cash over the counter: an attendant counted it, so the drawer never has to be asked."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.money import Money
from kiosk.domain.payment import Intent, Paid, Unknown
from kiosk.domain.refund import RefundIntent
from kiosk.payments.provider import Report


@dataclass(frozen=True, slots=True)
class Change:
    """What was given is enough; `amount` goes back, nothing when it fits."""

    amount: Money


@dataclass(frozen=True, slots=True)
class Short:
    """What was given is not enough: nothing is taken while `missing` is missing."""

    missing: Money


def count(due: Money, tendered: Money) -> Change | Short:
    """Compare cash in the hand with a price of the same currency."""
    rest = tendered - due
    return Short(-rest) if rest.minor < 0 else Change(rest)


class Cash:
    """Reports `Paid` at once: it is asked when the money lies in the drawer.

    A drawer has no memory. What became of an attempt that a crash interrupted only a person can
    say, so `settle` leaves it unknown.
    """

    def collect(self, intent: Intent, report: Report) -> None:
        """Take the attendant's word."""
        report(Paid(intent.attempt_id))

    def settle(self, intent: Intent, report: Report) -> None:
        """Leave it to a person."""
        report(Unknown(intent.attempt_id))

    def cancel(self, intent: Intent) -> None:
        """Cash is never in flight."""

    def show(self, intent: Intent) -> str:
        """Nothing."""
        return ""

    def refund(self, refund: RefundIntent, report: Report) -> None:
        """Take the attendant's word: it is counted onto the counter."""
        report(Paid(refund.refund_id))

    def settle_refund(self, refund: RefundIntent, report: Report) -> None:
        """Leave it to a person."""
        report(Unknown(refund.refund_id))
