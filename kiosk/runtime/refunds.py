"""Gives money back: durable intent, then the way it came, then the durable result and its paper.

Cash, stored money and vouchers are in our own hands: intent and result are one commit. Cards and
bank apps are asked, and answer late, twice or not at all; as with attempts, the ledger hears first,
and what is unknown is asked again, also after a restart.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from kiosk.domain.cash import CashCause, leaving
from kiosk.domain.counter import device_place
from kiosk.domain.event import Circumstances
from kiosk.domain.facts import passes, payments
from kiosk.domain.facts.cash import Pieces
from kiosk.domain.payment import Cancelled, Declined, Method, Outcome, Paid, Unknown
from kiosk.domain.refund import RefundCause, RefundIntent
from kiosk.payments.provider import Provider
from kiosk.runtime import change_vouchers, drawer, receipts
from kiosk.runtime.site import Site
from kiosk.store.change_vouchers import ChangeVoucher
from kiosk.store.refunds import Refund, RefundState
from kiosk.store.trouble import Contradicted, StoreTrouble
from kiosk.store.unit import Transaction

OWN_HANDS = (Method.CASH, Method.WALLET, Method.VOUCHER)
"""Ways that need nobody else: done in the commit that starts them."""
ASK_AFTER = timedelta(seconds=90)
"""A refund that has been open for so long was left over by an earlier run: ask."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Order:
    """A refund somebody decided on: everything about it that is not yet a fact."""

    intent: RefundIntent
    cause: RefundCause
    reason: str
    second_person: str | None = None


class Refunds:
    """The one way out for money that came in; `providers` are the lanes' own."""

    def __init__(self, site: Site, providers: Mapping[str, Mapping[Method, Provider]]) -> None:
        self._site = site
        self._providers = providers

    def can(self, method: Method, lane_id: str) -> bool:
        """Whether there is anybody here who can give back by this way."""
        return method in OWN_HANDS or self._provider(lane_id, method) is not None

    def start(self, unit: Transaction, order: Order, here: Circumstances) -> None:
        """Record the intent. `Contradicted` if more would go back than came in."""
        intent = order.intent
        unit.record(
            payments.RefundStarted(
                refund_id=intent.refund_id,
                attempt_id=intent.attempt_id,
                session_id=intent.session_id,
                method=intent.method,
                amount=intent.amount,
                cause=order.cause.value,
                reason=order.reason,
                second_person=order.second_person,
            ),
            here,
        )

    def from_drawer(
        self, unit: Transaction, order: Order, here: Circumstances, shift_id: str, pieces: Pieces
    ) -> None:
        """Give cash: intent, result, drawer and paper in the commit of `unit`."""
        self.start(unit, order, here)
        intent = order.intent
        drawer.moved(
            unit,
            here,
            shift_id,
            CashCause.REFUND,
            -intent.amount,
            leaving(pieces),
            reference=intent.refund_id,
            second_person=order.second_person,
        )
        self._succeeded(unit, intent.refund_id, "", here, shift_id)

    def onto_pass(self, unit: Transaction, order: Order, here: Circumstances, pass_id: str) -> None:
        """Give stored money back to the pass it came from."""
        self.start(unit, order, here)
        intent = order.intent
        credited = passes.WalletCredited(pass_id, intent.amount, "refund", intent.refund_id)
        unit.record(credited, here)
        self._succeeded(unit, intent.refund_id, "", here, drawer.current_shift(unit))

    def on_paper(self, unit: Transaction, order: Order, here: Circumstances) -> ChangeVoucher:
        """Give a new voucher for what a voucher paid."""
        self.start(unit, order, here)
        intent = order.intent
        voucher = change_vouchers.issue(
            self._site, unit, here, intent.session_id, intent.attempt_id, intent.amount
        )
        shift_id = drawer.current_shift(unit)
        self._succeeded(unit, intent.refund_id, voucher.voucher_id, here, shift_id)
        return voucher

    def ask(self, intent: RefundIntent) -> None:
        """Ask the provider for a refund whose intent is durable."""
        provider = self._provider(intent.lane_id, intent.method)
        if provider is None:
            self.report(Declined(intent.refund_id, "no_provider"))
        else:
            provider.refund(intent, self.report)

    def settle(self, refund_id: str) -> None:
        """Ask what became of a refund; the answer comes as a report."""
        with self._site.store.read() as unit:
            refund = unit.refunds.find(refund_id)
            if refund is None or refund.state not in (RefundState.OPEN, RefundState.UNKNOWN):
                return
        intent = _intent(refund)
        if provider := self._provider(intent.lane_id, intent.method):
            provider.settle_refund(intent, self.report)

    def settle_open(self) -> None:
        """Ask about every refund of this booth nobody knows the end of."""
        before = self._site.clock.now() - ASK_AFTER
        with self._site.store.read() as unit:
            mine = [
                each
                for each in unit.refunds.open()
                if each.origin == self._site.settings.booth.id
                and (each.state is RefundState.UNKNOWN or each.started_at <= before)
            ]
        for refund in mine:
            self.settle(refund.refund_id)

    def report(self, outcome: Outcome) -> None:
        """A provider answered. Runs on the provider's thread."""
        try:
            self._book(outcome)
        except Contradicted as no:
            log.error("the ledger refused what became of refund %s: %s", outcome.attempt_id, no)
        except StoreTrouble as trouble:  # it stays open, and is asked again
            log.error("outcome of refund %s not recorded: %s", outcome.attempt_id, trouble)

    def _book(self, outcome: Outcome) -> None:
        refund_id = outcome.attempt_id
        with self._site.store.write() as unit:
            refund = unit.refunds.find(refund_id)
            if refund is None:
                log.error("an answer for no refund of ours: %s", refund_id)
                return
            here = self._site.here(refund.lane_id or None, refund.session_id, refund.actor)
            undecided = refund.state in (RefundState.OPEN, RefundState.UNKNOWN)
            match outcome:
                case Paid(reference=reference) if undecided:
                    shift_id = drawer.current_shift(unit)
                    self._succeeded(unit, refund_id, reference, here, shift_id)
                case Paid(reference=reference) if refund.state is RefundState.FAILED:
                    self._went_back_after_all(unit, refund, reference, here)
                case Declined(reason=reason) if undecided:
                    unit.record(_failed(refund, reason or "declined"), here)
                case Cancelled() if undecided:
                    unit.record(_failed(refund, "cancelled"), here)
                case Unknown() if refund.state is RefundState.OPEN:
                    unit.record(
                        payments.RefundUnknown(refund_id, refund.attempt_id, refund.session_id),
                        here,
                    )
                case _:
                    pass  # heard before

    def _succeeded(
        self,
        unit: Transaction,
        refund_id: str,
        reference: str,
        here: Circumstances,
        shift_id: str | None,
    ) -> None:
        """The money went back: result, what it means for the fee, and the paper's number."""
        refund = unit.refunds.find(refund_id)
        assert refund is not None  # noqa: S101 - started in this very transaction or before
        unit.record(
            payments.RefundSucceeded(
                refund_id=refund_id,
                attempt_id=refund.attempt_id,
                session_id=refund.session_id,
                method=refund.method,
                amount=refund.amount,
                reference=reference,
                shift_id=shift_id,
            ),
            here,
        )
        if refund.cause == RefundCause.REFUND and unit.sessions.find(refund.session_id):
            unit.record(
                payments.FeeAdjusted(
                    adjustment_id=refund_id,
                    session_id=refund.session_id,
                    amount=-refund.amount,
                    reason=refund.reason,
                    second_person=refund.second_person,
                ),
                here,
            )
        if refund.cause != RefundCause.ORPHAN:
            self._correct(unit, refund, here)

    def _correct(self, unit: Transaction, refund: Refund, here: Circumstances) -> None:
        """A correction points to a receipt; where none was wanted yet, it gets its number now."""
        group = receipts.group_of(unit, refund.session_id, refund.attempt_id)
        if group is None:
            return
        first = receipts.numbered(unit, group, here)
        unit.record(
            payments.CorrectionIssued(
                unit.payments.next_receipt_number(), first, refund.session_id, refund.refund_id
            ),
            here,
        )

    def _went_back_after_all(
        self, unit: Transaction, refund: Refund, reference: str, here: Circumstances
    ) -> None:
        """Money went back under a refund that was given up: it is a refund of its own, once."""
        known = unit.refunds.of_attempt(refund.attempt_id)
        if any(each.reference == reference and reference for each in known):
            return
        intent = replace(_intent(refund), refund_id=self._site.clock.new_id())
        order = Order(intent, RefundCause(refund.cause), refund.reason, refund.second_person)
        self.start(unit, order, here)
        self._succeeded(unit, intent.refund_id, reference, here, drawer.current_shift(unit))

    def _provider(self, lane_id: str, method: Method) -> Provider | None:
        """Who took it; where that lane has no such provider any more, any that has."""
        own = self._providers.get(device_place(lane_id), {}).get(method)
        others = (each[method] for each in self._providers.values() if method in each)
        return own or next(others, None)


def _failed(refund: Refund, reason: str) -> payments.RefundFailed:
    return payments.RefundFailed(refund.refund_id, refund.attempt_id, refund.session_id, reason)


def _intent(refund: Refund) -> RefundIntent:
    """What to ask the provider about, as it was asked the first time."""
    return RefundIntent(
        refund_id=refund.refund_id,
        attempt_id=refund.attempt_id,
        session_id=refund.session_id,
        lane_id=refund.lane_id,
        method=refund.method,
        amount=refund.amount,
    )
