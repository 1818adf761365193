"""The one shape of everything that takes money and gives it back: few verbs, four outcomes.

The promise of every provider, proved by one contract test for all:

* Each `collect` and each `settle` is answered by exactly one outcome that carries the attempt's id.
* A verdict that arrives after `Unknown` is reported once more, uncalled, under the same attempt id;
  and so is `Paid` after a refusal. Nothing is ever reported uncalled after `Paid`.
* `Declined` and `Cancelled` mean that certainly no money moved. When in doubt it is `Unknown`.
* Asking twice for one attempt id never charges twice.

A refund is the same the other way round, under the refund's id, with the same promises.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from kiosk.domain.payment import Intent, Outcome
from kiosk.domain.refund import RefundIntent

Report = Callable[[Outcome], None]
"""Hears an outcome, on whatever thread the provider has; must not block."""


class Provider(Protocol):
    """One way to be paid. The intent is already durable when it arrives here."""

    def collect(self, intent: Intent, report: Report) -> None:
        """Ask for the money. Returns at once; the outcome is reported."""
        ...

    def settle(self, intent: Intent, report: Report) -> None:
        """Ask what became of an attempt, also one of an earlier run of the program."""
        ...

    def cancel(self, intent: Intent) -> None:
        """Wish that a running `collect` ends; its outcome decides. Harmless when none runs."""
        ...

    def show(self, intent: Intent) -> str:
        """What the driver's own app must read from our screen (QR text); empty where nothing."""
        ...

    def refund(self, refund: RefundIntent, report: Report) -> None:
        """Ask that money goes back. Returns at once; the outcome is reported."""
        ...

    def settle_refund(self, refund: RefundIntent, report: Report) -> None:
        """Ask what became of a refund, also one of an earlier run of the program."""
        ...
