"""Validations: a benefit somebody else gives a driver; what it is worth is the tariff's business.

Here is only who may give it, how often, and whether a voucher on paper still stands. A merchant's
benefit counts once for each stay, by whatever paper it comes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.domain.money import Money
from kiosk.domain.ticket import Refusal


class BenefitKind(StrEnum):
    """What a validation does to a price (`tariff.validation` says exactly how)."""

    TIME = "time"
    AMOUNT = "amount"
    PERCENT = "percent"
    FULL = "full"
    RATE = "rate"


class Source(StrEnum):
    """Where a validation came from: the words of `ValidationApplied.source`."""

    VOUCHER = "voucher"
    """Signed paper of single use, for any ticket."""
    CHASER = "chaser"
    """Signed paper that was made for one ticket."""
    ATTENDANT = "attendant"


@dataclass(frozen=True, slots=True)
class Benefit:
    """`value`: minutes (time), minor units (amount), whole percent (percent), 0 otherwise.

    `rate` names another rate of the tariff for a rate switch.
    """

    kind: BenefitKind
    value: int = 0
    rate: str = ""


@dataclass(frozen=True, slots=True)
class Merchant:
    """Who may validate, what, and how much. None: no limit. Days and months are the facility's."""

    merchant_id: str
    name: str
    benefits: tuple[Benefit, ...]
    daily_count: int | None = None
    monthly_minor: int | None = None
    active: bool = True


@dataclass(frozen=True, slots=True)
class Validation:
    """One benefit that counts for a session."""

    validation_id: str
    session_id: str
    merchant_id: str
    merchant: str
    benefit: Benefit
    source: str
    voucher: str = ""


def may_apply(
    merchant: Merchant | None,
    benefit: Benefit,
    *,
    given_today: int,
    worth_this_month: int,
    worth: Money,
    already: Iterable[Validation] = (),
) -> Refusal | None:
    """Why this merchant may not give this benefit to this stay now; None if it may.

    `given_today` counts its validations since the facility's midnight, `worth_this_month` is what
    they took off since the first of the month (minor units), `worth` what this one would take off.
    `already` are the stay's validations that count.
    """
    if merchant is None or not merchant.active or benefit not in merchant.benefits:
        return Refusal.NOT_ACCEPTED
    if any(one.merchant_id == merchant.merchant_id for one in already):
        return Refusal.ALREADY_VALIDATED
    if merchant.daily_count is not None and given_today >= merchant.daily_count:
        return Refusal.LIMIT_REACHED
    if (
        merchant.monthly_minor is not None
        and worth_this_month + worth.minor > merchant.monthly_minor
    ):
        return Refusal.LIMIT_REACHED
    return None


def voucher_refusal(
    *, now: datetime, expires_at: datetime, used: bool, bound_to: str = "", code: str = ""
) -> Refusal | None:
    """Why a signed voucher of ours (a merchant's, or one for change) no longer stands.

    `bound_to` is the ticket a chaser was made for, `code` the ticket it is shown with.
    """
    if used:
        return Refusal.VOUCHER_USED
    if now >= expires_at:
        return Refusal.EXPIRED
    if bound_to and bound_to != code:
        return Refusal.OTHER_TICKET
    return None
