"""Takes money at a lane: durable intent, then the provider, then the durable result, then the lane.

Providers answer on their own threads, late, twice, or about an attempt that was given up. Each
answer meets the ledger first; only what the ledger accepted is told to a lane. Stored money and
vouchers are in our own hands: their intent and result are one commit.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TypeVar, assert_never

from kiosk.domain.counter import COUNTER, at_counter, counter_by, device_place
from kiosk.domain.event import Body
from kiosk.domain.facts import passes, payments
from kiosk.domain.passes import PassKind, standing
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
from kiosk.domain.signals import LaneKind
from kiosk.domain.ticket import Refusal
from kiosk.lane import events as ev
from kiosk.payments.provider import Provider
from kiosk.runtime import change_vouchers, owing, validating
from kiosk.runtime.answers import CardRunning, PriceChanged
from kiosk.runtime.orders import Order, Orders
from kiosk.runtime.refunds import Refunds
from kiosk.runtime.site import Site
from kiosk.runtime.taking import Taking
from kiosk.store.change_vouchers import ChangeVoucher
from kiosk.store.payments import Attempt, AttemptState
from kiosk.store.trouble import Contradicted, StoreTrouble
from kiosk.store.unit import Transaction
from kiosk.wire.ticket import read_payload
from kiosk.wire.vouchers import ChangeVoucherPaper, VoucherPaper

log = logging.getLogger(__name__)

Told = ev.PaymentReported | ev.PaidElsewhere
No = TypeVar("No")


class Till:
    """The lanes' one way to money, and (`refunds`) the one way back.

    `orders` are what the counter asks for by the same providers; `providers` may have one of its
    own, under its name.
    """

    def __init__(
        self,
        site: Site,
        providers: Mapping[str, Mapping[Method, Provider]],
        tell: Callable[[str, Told], None],
    ) -> None:
        self._site = site
        self._providers = providers
        self._tell = tell
        self.refunds = Refunds(site, providers)
        self.orders = Orders(site)

    def begin(self, lane_id: str, stay: Stay, method: Method) -> ev.PaymentBegun:
        """Commit the intent for what is due, then ask the lane's provider for it.

        What was shown must still be owed in that commit. Where it is not, nothing is recorded or
        asked, and the lane hears that nothing moved and what the stay owes now.
        """
        intent = Intent(self._site.clock.new_id(), stay.session_id, lane_id, method, stay.due)
        if method is Method.WALLET:
            return self._from_wallet(intent, stay)
        provider = self._provider(lane_id, method)
        if provider is None:
            return self._not_begun(intent, None)
        with self._site.store.write() as unit:
            refused = owing.changed(self._site, unit, stay)
            if refused is None:
                self._started(unit, intent)
        if refused is not None:
            return self._not_begun(intent, refused)
        provider.collect(intent, self.report)
        return ev.PaymentBegun(intent.attempt_id, method, provider.show(intent))

    def settle(self, attempt_id: str) -> None:
        """Ask what became of an attempt; the answer comes as a report.

        Where the settings name nobody to ask any more, that is an answer too: unknown.
        """
        intent = self._open_intent(attempt_id)
        if intent is None:
            return
        if provider := self._provider(intent.lane_id, intent.method):
            provider.settle(intent, self.report)
        else:
            self.doubt_stranded()

    def cancel(self, attempt_id: str) -> None:
        """Ask the provider to give up; its answer decides."""
        intent = self._open_intent(attempt_id)
        if intent and (provider := self._provider(intent.lane_id, intent.method)):
            provider.cancel(intent)

    def counter_place(self, method: Method) -> str | None:
        """Under which name the counter asks: by its own provider, else a lane's, an exit's first.

        None where nobody takes money this way.
        """
        if self._provider(COUNTER, method):
            return COUNTER
        lanes = sorted(self._site.settings.lane, key=lambda at: at.kind is not LaneKind.EXIT)
        return next((counter_by(at.id) for at in lanes if self._provider(at.id, method)), None)

    def collect(self, order: Order, refused: Callable[[Transaction], No]) -> No | None:
        """Commit an order's intent unless `refused` says no, then ask; news come to the order."""
        intent = order.intent
        with self._site.store.write() as unit:
            if no := refused(unit):
                return no
            self._started(unit, intent, order.actor)
            self.orders.place(order)  # before anybody can find the attempt and not its order
        if provider := self._provider(intent.lane_id, intent.method):
            provider.collect(intent, self.report)
        else:
            self.report(Declined(intent.attempt_id, "no_provider"))
        return None

    def settle_orders(self) -> None:
        """Ask again about every order in doubt, and about what an earlier run asked for."""
        for attempt_id in self.orders.doubtful():
            self.settle(attempt_id)
        with self._site.store.read() as unit:
            left = self.left_over(unit)
        for each in left:
            self.settle(each.intent.attempt_id)

    def left_over(self, unit: Transaction) -> tuple[Attempt, ...]:
        """The counter's attempts without an outcome that nobody here remembers, oldest first."""
        return tuple(
            each
            for each in unit.payments.open_attempts()
            if each.origin == self._site.settings.booth.id
            and at_counter(each.intent.lane_id)
            and not self.orders.knows(each.intent.attempt_id)
            and self._provider(each.intent.lane_id, each.intent.method)
        )

    def redeem(
        self,
        lane_id: str,
        session_id: str,
        text: str,
        hand_out: Callable[[ChangeVoucher], None] | None = None,
    ) -> Stay | Refusal | None:
        """Let a voucher held to the reader count for the stay whose price is shown there.

        None for what is no voucher. One for change pays as far as it goes; what is left of it is a
        new one for `hand_out` to print. A lane that cannot print takes none that is worth more.
        """
        paper = read_payload(text, self._site.keyring, self._site.settings.facility.id)
        if not isinstance(paper, VoucherPaper | ChangeVoucherPaper):
            return None
        here = self._site.here(lane_id, session_id)
        with self._site.store.write() as unit:
            if unit.payments.open_attempts(session_id):
                return Refusal.NOT_ACCEPTED
            if isinstance(paper, VoucherPaper):
                return validating.apply(self._site, unit, session_id, paper, here)
            session = unit.sessions.find(session_id)
            voucher = change_vouchers.find(self._site, unit, text)
            if session is None or isinstance(voucher, Refusal):
                return voucher if isinstance(voucher, Refusal) else Refusal.UNKNOWN
            stay = self._site.stay(unit, session, here.occurred_at)
            worth, due = voucher.amount.minor, stay.due.minor
            if min(worth, due) <= 0 or (worth > due and hand_out is None):
                return Refusal.NOT_ACCEPTED
            left = change_vouchers.spend(Taking(self._site, unit, here, None), stay, voucher)
            after = unit.sessions.find(session_id) or session
            paid = self._site.stay(unit, after, here.occurred_at)
        if left is not None and hand_out is not None:
            hand_out(left)
        return paid

    # --- what nobody can be asked about any more

    def stranded(self, unit: Transaction) -> tuple[Attempt, ...]:
        """This booth's attempts without an outcome whose terminal or service, or whose lane, is
        gone from the settings: a person must find out what became of them. The oldest first.
        """
        mine = self._site.settings.booth.id
        return tuple(
            each
            for each in unit.payments.open_attempts()
            if each.origin == mine and not self._provider(each.intent.lane_id, each.intent.method)
        )

    def doubt_stranded(self) -> None:
        """Put them on record as unknown, once, so that they are seen where exceptions are."""
        with self._site.store.read() as unit:
            found = self.stranded(unit)
        for each in found:
            if each.state is AttemptState.OPEN:
                self.report(Unknown(each.intent.attempt_id))

    def settle_by_word(self, word: payments.PaymentSettledByWord, actor: str) -> None:
        """Book what a person found out about a stranded attempt, as if its provider had said it.

        The word, who gave it and the outcome are one commit. Raises `StoreTrouble`.
        """
        name = word.attempt_id
        outcome = Paid(name, word.reason) if word.paid else Declined(name, word.reason)
        self._pass_on(*self._book(outcome, word, actor))

    # --- how an attempt begins

    def _started(self, unit: Transaction, intent: Intent, actor: str = "booth") -> None:
        unit.record(
            payments.PaymentStarted(
                intent.attempt_id, intent.session_id, intent.method, intent.amount
            ),
            self._site.here(intent.lane_id, intent.session_id, actor),
        )

    def _not_begun(self, intent: Intent, why: PriceChanged | CardRunning | None) -> ev.PaymentBegun:
        """Nothing moved, and nobody was asked: the lane goes back, to a fresh price if there is.

        None: nobody takes money this way at this lane (any more).
        """
        if isinstance(why, PriceChanged):
            self._tell(intent.lane_id, ev.PaymentReported(Cancelled(intent.attempt_id)))
            self._tell(intent.lane_id, ev.PaidElsewhere(intent.session_id, why.stay))
        else:
            no = Declined(intent.attempt_id, "no_provider" if why is None else "busy")
            self._tell(intent.lane_id, ev.PaymentReported(no))
        return ev.PaymentBegun(intent.attempt_id, intent.method)

    def _from_wallet(self, intent: Intent, stay: Stay) -> ev.PaymentBegun:
        """Take stored money. The database decides whether there is enough, whoever else takes."""
        here = self._site.here(intent.lane_id, intent.session_id)
        leave_by_at = here.occurred_at + self._site.exit_grace
        outcome: Outcome = Declined(intent.attempt_id, "balance")
        try:
            with self._site.store.write() as unit:
                if refused := owing.changed(self._site, unit, stay):
                    return self._not_begun(intent, refused)
                pass_ = unit.passes.find(stay.pass_id) if stay.pass_id else None
                self._started(unit, intent)
                good = (
                    pass_ and pass_.kind is PassKind.VALUE and not standing(pass_, here.occurred_at)
                )
                if pass_ is None or not good:
                    outcome = Declined(intent.attempt_id, "pass")
                    unit.record(_failed(intent, outcome.reason), here)
                else:
                    unit.record(_succeeded(intent, leave_by_at, pass_.code), here)
                    debit = passes.WalletDebited(pass_.pass_id, intent.amount, intent.attempt_id)
                    unit.record(debit, here)
                    outcome = Paid(intent.attempt_id, pass_.code)
        except Contradicted:
            outcome = Declined(intent.attempt_id, "balance")
            with self._site.store.write() as unit:
                self._started(unit, intent)
                unit.record(_failed(intent, outcome.reason), here)
        by = leave_by_at if isinstance(outcome, Paid) else None
        self._tell(intent.lane_id, ev.PaymentReported(outcome, by))
        return ev.PaymentBegun(intent.attempt_id, intent.method)

    def _provider(self, lane_id: str, method: Method) -> Provider | None:
        """Who takes money this way at this place; None where the settings changed since."""
        return self._providers.get(device_place(lane_id), {}).get(method)

    def _open_intent(self, attempt_id: str) -> Intent | None:
        with self._site.store.read() as unit:
            attempt = unit.payments.attempt(attempt_id)
        if attempt is None or attempt.state not in (AttemptState.OPEN, AttemptState.UNKNOWN):
            return None
        return attempt.intent

    # --- what became of it

    def report(self, outcome: Outcome) -> None:
        """A provider answered: the ledger first, then the lane. Runs on the provider's thread."""
        try:
            reported, intent = self._book(outcome)
        except StoreTrouble as trouble:
            log.error("outcome of %s not recorded: %s", outcome.attempt_id, trouble)
            reported, intent = self._unbooked(outcome)
        self._pass_on(reported, intent)

    def _pass_on(self, reported: ev.PaymentReported | None, intent: Intent | None) -> None:
        """After the commit: to the lane, if it is still there, and to whoever ordered."""
        if reported is not None and intent is not None:
            if intent.lane_id in self._providers and not at_counter(intent.lane_id):
                self._tell(intent.lane_id, reported)
            self.orders.tell(reported.outcome)

    def _book(
        self,
        outcome: Outcome,
        word: payments.PaymentSettledByWord | None = None,
        actor: str = "booth",
    ) -> tuple[ev.PaymentReported | None, Intent | None]:
        leave_by_at = self._site.clock.now() + self._site.exit_grace
        with self._site.store.write() as unit:
            attempt = unit.payments.attempt(outcome.attempt_id)
            if attempt is None:
                log.error("an answer for no attempt of ours: %s", outcome.attempt_id)
                return None, None
            intent = attempt.intent
            body = verdict(attempt, outcome, leave_by_at)
            here = self._site.here(
                intent.lane_id, intent.session_id, actor, forced=word is not None
            )
            if word is not None:
                unit.record(word, here)
            if body is not None:
                self.orders.book(unit, attempt, body, here)
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
            return _succeeded(intent, leave_by_at, reference)
        case Paid() if attempt.state is AttemptState.FAILED:
            return payments.PaymentOrphaned(intent.attempt_id, intent.session_id, intent.amount)
        case Declined(reason=reason) if undecided:
            return _failed(intent, reason or "declined")
        case Cancelled() if undecided:
            return _failed(intent, "cancelled")
        case Unknown() if attempt.state is AttemptState.OPEN:
            return payments.PaymentUnknown(intent.attempt_id, intent.session_id)
        case Paid() | Declined() | Cancelled() | Unknown():
            return None
        case _:
            assert_never(outcome)


def _succeeded(intent: Intent, leave_by_at: datetime, reference: str) -> payments.PaymentSucceeded:
    return payments.PaymentSucceeded(
        attempt_id=intent.attempt_id,
        session_id=intent.session_id,
        method=intent.method,
        amount=intent.amount,
        leave_by_at=leave_by_at,
        reference=reference,
    )


def _failed(intent: Intent, reason: str) -> payments.PaymentFailed:
    return payments.PaymentFailed(intent.attempt_id, intent.session_id, reason)
