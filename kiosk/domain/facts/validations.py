"""Facts about validations: what a third party (a shop, a cinema, us) takes off a driver's fee."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.money import Money
from kiosk.domain.validation import Benefit, Merchant


@dataclass(frozen=True, slots=True)
class MerchantSet:
    """A merchant may give validations under these limits; the latest fact counts."""

    merchant: Merchant


@dataclass(frozen=True, slots=True)
class VouchersIssued:
    """Signed single-use vouchers `first` to `last` of a merchant were handed out on paper."""

    merchant_id: str
    benefit: Benefit
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class ValidationApplied:
    """A benefit counts for this session from now on; the fee is what the tariff makes of it.

    `source`: voucher (single use, `voucher` names it), chaser (bound to the ticket), attendant.
    `worth` is what it took off when it was applied, for the merchant's limits and bill.
    """

    validation_id: str
    session_id: str
    merchant_id: str
    benefit: Benefit
    source: str
    worth: Money
    voucher: str = ""
    shift_id: str | None = None


@dataclass(frozen=True, slots=True)
class ValidationWithdrawn:
    """That validation does not count any more; the voucher stays used."""

    validation_id: str
    session_id: str
    reason: str
