"""Takes money: durable intent, then the provider, then the durable result, then the lane.

Providers answer on their own threads, late, twice, or about an attempt that was given up. Each
answer meets the ledger first; only what the ledger accepted is told to a lane.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import assert_never

import structlog

from kiosk.domain.event import Body
from kiosk.domain.facts import booth, payments
from kiosk.domain.money import Money
from kiosk.domain.payment import (
    Cancelled,
    Declined,
    Intent,
    Method,
    Outcome,
    Paid,
    Unknown,
)
from kiosk.domain.quote import Stay
from kiosk.lane import events as ev
from kiosk.payments.provider import Provider
from kiosk.runtime.site import Site
from kiosk.store.payments import Attempt, AttemptState
from kiosk.store.trouble import StoreTrouble

log = structlog.get_logger()


class Till:
    """The one way to money, for lanes and attendants alike."""

    def __init__(
        self,
        site: Site,
        providers: Mapping[str, Mapping[Method, Provider]],
        tell: Callable[[str, ev.PaymentReported], None],
    ) -> None:
        self._site = site
        self._providers = providers
        self._tell = tell

    def begin(self, lane_id: str, stay: Stay, method: Method) -> ev.PaymentBegun:
        """Commit the intent for what is due, then ask the lane's provider for it."""
        intent = Intent(self._site.clock.new_id(), stay.session_id, lane_id, method, stay.due)
        with self._site.store.write() as unit:
            unit.record(
                payments.PaymentStarted(intent.attempt_id, stay.session_id, method, stay.due),
                self._site.here(lane_id, stay.session_id),
            )
        self._provider(lane_id, method).collect(intent, self.report)
        return ev.PaymentBegun(intent.attempt_id, method)

    def settle(self, attempt_id: str) -> None:
        """Ask what became of an attempt; the answer comes as a report."""
        if intent := self._open_intent(attempt_id):
            self._provider(intent.lane_id, intent.method).settle(intent, self.report)

    def cancel(self, attempt_id: str) -> None:
        """Ask the provider to give up; its answer decides."""
        if intent := self._open_intent(attempt_id):
            self._provider(intent.lane_id, intent.method).cancel(intent)

    def take_cash(
        self, lane_id: str | None, stay: Stay, tendered: Money, actor: str
    ) -> Money | None:
        """Take cash over the counter for `stay`; returns the change. One commit, paid at once.

        `tendered` must cover what is due: the desk has refused less, in words, before. None, and
        nothing recorded, when money came in after this stay was shown: nobody pays twice.
        """
        attempt_id = self._site.clock.new_id()
        change = tendered - stay.due
        with self._site.store.write() as unit:
            if unit.payments.paid(stay.session_id) != stay.paid:
                return None
            shift = unit.shifts.current()
            here = self._site.here(lane_id, stay.session_id, actor)
            unit.record(
                payments.PaymentStarted(attempt_id, stay.session_id, Method.CASH, stay.due), here
            )
            unit.record(
                payments.PaymentSucceeded(
                    attempt_id=attempt_id,
                    session_id=stay.session_id,
                    method=Method.CASH,
                    amount=stay.due,
                    leave_by_at=here.occurred_at + self._site.exit_grace,
                    tendered=tendered,
                    change=change,
                    shift_id=shift.shift_id if shift else None,
                ),
                here,
            )
            unit.record(booth.DrawerOpened("sale"), here)
        return change

    def _provider(self, lane_id: str, method: Method) -> Provider:
        return self._providers[lane_id][method]

    def _open_intent(self, attempt_id: str) -> Intent | None:
        with self._site.store.read() as unit:
            attempt = unit.payments.attempt(attempt_id)
        if attempt is None or attempt.state not in (AttemptState.OPEN, AttemptState.UNKNOWN):
            return None
        return attempt.intent

    def report(self, outcome: Outcome) -> None:
        """A provider answered: the ledger first, then the lane. Runs on the provider's thread."""
        try:
            reported, intent = self._book(outcome)
        except StoreTrouble as trouble:
            log.error("outcome not recorded", attempt=outcome.attempt_id, trouble=str(trouble))
            reported, intent = self._unbooked(outcome)
        if reported is not None and intent is not None:
            self._tell(intent.lane_id, reported)

    def _book(self, outcome: Outcome) -> tuple[ev.PaymentReported | None, Intent | None]:
        leave_by_at = self._site.clock.now() + self._site.exit_grace
        with self._site.store.write() as unit:
            attempt = unit.payments.attempt(outcome.attempt_id)
            if attempt is None:
                log.error("an answer for no attempt of ours", attempt=outcome.attempt_id)
                return None, None
            intent = attempt.intent
            body = verdict(attempt, outcome, leave_by_at)
            here = self._site.here(intent.lane_id, intent.session_id)
            if body is not None:
                unit.record(body, here)
        # Money for an attempt that had failed is a matter for a person: no lane may act on it.
        told = body is not None and not isinstance(body, payments.PaymentOrphaned)
        news = told or isinstance(outcome, Unknown)
        return (ev.PaymentReported(outcome, leave_by_at) if news else None), intent

    def _unbooked(self, outcome: Outcome) -> tuple[ev.PaymentReported | None, Intent | None]:
        """What could not be written is not known: the attempt stays open and is asked again."""
        with self._site.store.read() as unit:
            attempt = unit.payments.attempt(outcome.attempt_id)
        if attempt is None:
            return None, None
        return ev.PaymentReported(Unknown(outcome.attempt_id)), attempt.intent


def verdict(attempt: Attempt, outcome: Outcome, leave_by_at: datetime) -> Body | None:
    """What the ledger makes of an answer; None for one it has heard before.

    Money for an attempt that had been given up is not a payment but somebody's refund.
    """
    intent = attempt.intent
    undecided = attempt.state in (AttemptState.OPEN, AttemptState.UNKNOWN)
    match outcome:
        case Paid(reference=reference) if undecided:
            return payments.PaymentSucceeded(
                attempt_id=intent.attempt_id,
                session_id=intent.session_id,
                method=intent.method,
                amount=intent.amount,
                leave_by_at=leave_by_at,
                reference=reference,
            )
        case Paid() if attempt.state is AttemptState.FAILED:
            return payments.PaymentOrphaned(intent.attempt_id, intent.session_id, intent.amount)
        case Declined(reason=reason) if undecided:
            return payments.PaymentFailed(
                intent.attempt_id, intent.session_id, reason or "declined"
            )
        case Cancelled() if undecided:
            return payments.PaymentFailed(intent.attempt_id, intent.session_id, "cancelled")
        case Unknown() if attempt.state is AttemptState.OPEN:
            return payments.PaymentUnknown(intent.attempt_id, intent.session_id)
        case Paid() | Declined() | Cancelled() | Unknown():
            return None
        case _:
            assert_never(outcome)
