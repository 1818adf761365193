"""Validations: a benefit somebody else gives a driver, by paper or by the attendant's word.

`apply` is the one door, for lanes and counter alike: a merchant's limits, a voucher's single use
and what it takes off are decided in the transaction that records it. The entry time is never
touched.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from kiosk.domain.event import Circumstances
from kiosk.domain.facts import validations
from kiosk.domain.money import Money
from kiosk.domain.quote import Stay
from kiosk.domain.session import SessionState
from kiosk.domain.staff import Right
from kiosk.domain.ticket import Refusal
from kiosk.domain.validation import (
    Benefit,
    Merchant,
    Source,
    Validation,
    may_apply,
    voucher_refusal,
)
from kiosk.runtime.answers import CardRunning
from kiosk.runtime.counter import Counter
from kiosk.runtime.drawer import current_shift
from kiosk.runtime.site import Site
from kiosk.store.unit import Transaction
from kiosk.wire.ticket import read_payload
from kiosk.wire.vouchers import VoucherPaper, voucher_payload


@dataclass(frozen=True, slots=True)
class Validated:
    """The stay with its validations as they are now, and what this one took off."""

    stay: Stay
    worth: Money


@dataclass(frozen=True, slots=True)
class PrintedVoucher:
    """One voucher to be printed; its number is used up."""

    number: int
    paper: VoucherPaper
    payload: str


@dataclass(frozen=True, slots=True)
class Given:
    """Which benefit, by whom, on what: a voucher's own name where there is paper."""

    merchant_id: str
    benefit: Benefit
    source: Source
    voucher: str = ""


def apply(
    site: Site, unit: Transaction, session_id: str, paper: VoucherPaper, here: Circumstances
) -> Stay | Refusal:
    """Let a signed voucher count for this stay, inside a write transaction.

    The stay as it is priced then, or a named no with nothing recorded.
    """
    validated = validate(site, unit, session_id, paper, here)
    return validated if isinstance(validated, Refusal) else validated.stay


def validate(
    site: Site, unit: Transaction, session_id: str, paper: VoucherPaper, here: Circumstances
) -> Validated | Refusal:
    """The same, saying what it was worth."""
    session = unit.sessions.find(session_id)
    if session is None:
        return Refusal.UNKNOWN
    refusal = voucher_refusal(
        now=here.occurred_at,
        expires_at=paper.expires_at,
        used=unit.validations.voucher_used(paper.code),
        bound_to=paper.bound_to,
        code=session.code,
    )
    if refusal:
        return refusal
    source = Source.CHASER if paper.bound_to else Source.VOUCHER
    given = Given(paper.merchant_id, paper.benefit, source, paper.code)
    return give(site, unit, session_id, given, here)


def give(
    site: Site, unit: Transaction, session_id: str, given: Given, here: Circumstances
) -> Validated | Refusal:
    """Record one benefit for a stay that has not left, within its merchant's limits."""
    session = unit.sessions.find(session_id)
    if session is None:
        return Refusal.UNKNOWN
    if session.state is SessionState.ENDED:
        return Refusal.ALREADY_USED
    now = here.occurred_at
    already = unit.validations.of_session(session_id)
    before = site.stay(unit, session, now)
    after = site.stay(unit, session, now, also=(given.benefit,))
    worth = before.quote.total - after.quote.total
    day, month = _begun(now, ZoneInfo(site.settings.facility.zone))
    refusal = may_apply(
        unit.validations.merchant(given.merchant_id),
        given.benefit,
        given_today=unit.validations.used_since(given.merchant_id, day),
        worth_this_month=unit.validations.worth_since(given.merchant_id, month),
        worth=worth,
        already=already,
    )
    if refusal:
        return refusal
    unit.record(
        validations.ValidationApplied(
            validation_id=site.clock.new_id(),
            session_id=session_id,
            merchant_id=given.merchant_id,
            benefit=given.benefit,
            source=given.source.value,
            worth=worth,
            voucher=given.voucher,
            shift_id=current_shift(unit),
        ),
        here,
    )
    return Validated(site.stay(unit, session, now), worth)


def _begun(now: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The facility's midnight before `now`, and that of the first of the month."""
    day = now.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
    return day, day.replace(day=1)


class ValidationDesk:
    """Validations at the counter, and the terms of those who give them."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter
        self._site = counter.site

    def merchants(self) -> tuple[Merchant, ...]:
        """Everybody who may validate, by name."""
        with self._site.store.read() as unit:
            return tuple(each for each in unit.validations.merchants() if each.active)

    def given(self, session_id: str) -> tuple[Validation, ...]:
        """What counts for this stay."""
        with self._site.store.read() as unit:
            return unit.validations.of_session(session_id)

    def by_paper(self, session_id: str, text: str) -> Validated | CardRunning | Refusal:
        """Let the voucher behind this scan count for the stay on the counter."""
        self._counter.need(Right.VALIDATE)
        paper = read_payload(text, self._site.keyring, self._site.settings.facility.id)
        if isinstance(paper, Refusal):
            return paper
        if not isinstance(paper, VoucherPaper):
            return Refusal.NOT_ACCEPTED
        here = self._counter.here(session_id)
        with self._site.store.write() as unit:
            if unit.payments.open_attempts(session_id):
                return CardRunning()
            validated = validate(self._site, unit, session_id, paper, here)
        if isinstance(validated, Refusal):
            return validated
        return Validated(self._counter.announce(session_id), validated.worth)

    def by_merchant(
        self, session_id: str, merchant_id: str, benefit: Benefit
    ) -> Validated | CardRunning | Refusal:
        """Give a merchant's benefit by the attendant's own word."""
        self._counter.need(Right.VALIDATE)
        given = Given(merchant_id, benefit, Source.ATTENDANT)
        here = self._counter.here(session_id)
        with self._site.store.write() as unit:
            if unit.payments.open_attempts(session_id):
                return CardRunning()
            validated = give(self._site, unit, session_id, given, here)
        if isinstance(validated, Refusal):
            return validated
        return Validated(self._counter.announce(session_id), validated.worth)

    def withdraw(
        self, session_id: str, validation_id: str, reason: str
    ) -> Stay | CardRunning | Refusal:
        """Let a validation count no more; its voucher stays used."""
        self._counter.need(Right.VALIDATE)
        if not reason:
            raise ValueError("a withdrawn validation has a reason")
        with self._site.store.write() as unit:
            if unit.payments.open_attempts(session_id):
                return CardRunning()
            counting = unit.validations.of_session(session_id)
            if all(each.validation_id != validation_id for each in counting):
                return Refusal.UNKNOWN
            unit.record(
                validations.ValidationWithdrawn(validation_id, session_id, reason),
                self._counter.here(session_id, forced=True),
            )
        return self._counter.announce(session_id)

    def set_merchant(self, merchant: Merchant) -> None:
        """Say what a merchant may give, and how much of it; the latest word counts."""
        self._counter.need(Right.SET_TERMS)
        with self._site.store.write() as unit:
            unit.record(validations.MerchantSet(merchant), self._counter.here())

    def issue(
        self, merchant_id: str, benefit: Benefit, count: int, expires_at: datetime, bound: str = ""
    ) -> tuple[PrintedVoucher, ...] | Refusal:
        """Make vouchers of single use; `bound` to one ticket's code it is a chaser."""
        self._counter.need(Right.SET_TERMS if not bound else Right.VALIDATE)
        if count < 1 or (bound and count != 1):
            raise ValueError("at least one voucher, and one for each ticket")
        facility_id, signer = self._site.settings.facility.id, self._site.signer
        with self._site.store.write() as unit:
            merchant = unit.validations.merchant(merchant_id)
            if merchant is None or not merchant.active or benefit not in merchant.benefits:
                return Refusal.NOT_ACCEPTED
            first = unit.validations.next_voucher(merchant_id)
            last = first + count - 1
            issued = validations.VouchersIssued(merchant_id, benefit, first, last)
            unit.record(issued, self._counter.here())
        papers = (
            VoucherPaper(facility_id, merchant_id, number, benefit, expires_at, bound)
            for number in range(first, last + 1)
        )
        return tuple(
            PrintedVoucher(each.number, each, voucher_payload(each, signer)) for each in papers
        )
