"""Signed papers that stand for a right or for money: passes, merchants' vouchers, change.

Their arrays, in the seal of `wire.signed`, beside the tickets' own (`wire.ticket`, 1 to 3):

* pass ``[4, 1, key id, facility, code, kind, valid from (s), valid until (s), group]``
* voucher ``[5, 1, key id, facility, merchant, number, benefit, value, rate, expires (s), ticket]``
* change ``[6, 1, key id, facility, code, amount, currency, expires (s), till]``

`ticket` is the short code of the one ticket a chaser is for, empty on a voucher for any; `rate` is
empty but for a rate switch. A pass's validity on paper is what it was sold with: a renewal is in
the ledger only, and the ledger decides.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Annotated, Literal

import msgspec

from kiosk.domain.money import Money
from kiosk.domain.passes import PassKind
from kiosk.domain.validation import Benefit, BenefitKind
from kiosk.wire.signed import VERSION, Code, Currency, KeyId, Minor, Seconds, Signer, Word, sealed

PERCENT_MAX = 100

_Number = Annotated[int, msgspec.Meta(ge=0, le=0xFFFF_FFFF)]
_RateOrNone = Annotated[str, msgspec.Meta(pattern=r"\A[!-~]{0,24}\Z")]
_CodeOrNone = Annotated[str, msgspec.Meta(pattern=r"\A([0-9A-HJKMNP-TV-Z]{7,9})?\Z")]


class PassPayload(msgspec.Struct, frozen=True, array_like=True, tag=4, forbid_unknown_fields=True):
    """What is signed on a pass."""

    version: Literal[1]
    key_id: KeyId
    facility: Word
    code: Code
    kind: PassKind
    valid_from: Seconds
    valid_until: Seconds
    group: Word

    def __post_init__(self) -> None:
        """Refuse a pass that is never valid."""
        if self.valid_from >= self.valid_until:
            raise ValueError("a pass ends after it begins")


class VoucherPayload(
    msgspec.Struct, frozen=True, array_like=True, tag=5, forbid_unknown_fields=True
):
    """What is signed on a merchant's voucher."""

    version: Literal[1]
    key_id: KeyId
    facility: Word
    merchant: Word
    number: _Number
    benefit: BenefitKind
    value: Minor
    rate: _RateOrNone
    expires: Seconds
    ticket: _CodeOrNone

    def __post_init__(self) -> None:
        """Refuse a benefit that means nothing."""
        if bool(self.rate) != (self.benefit is BenefitKind.RATE):
            raise ValueError("a rate switch names its rate, and nothing else does")
        if self.benefit is BenefitKind.PERCENT and self.value > PERCENT_MAX:
            raise ValueError("more than all of a price cannot be taken off")


class ChangePayload(
    msgspec.Struct, frozen=True, array_like=True, tag=6, forbid_unknown_fields=True
):
    """What is signed on a voucher for change."""

    version: Literal[1]
    key_id: KeyId
    facility: Word
    code: Code
    minor: Minor
    currency: Currency
    expires: Seconds
    till: Word


Payload = PassPayload | VoucherPayload | ChangePayload
_decoder = msgspec.msgpack.Decoder(Payload)


@dataclass(frozen=True, slots=True)
class PassPaper:
    """What a pass says of itself. `code` is its key in the ledger, which knows its renewals."""

    facility_id: str
    code: str
    kind: PassKind
    valid_from: datetime
    valid_until: datetime
    group_id: str


@dataclass(frozen=True, slots=True)
class VoucherPaper:
    """What a merchant's voucher says. `bound_to` makes it a chaser: for that ticket's code only."""

    facility_id: str
    merchant_id: str
    number: int
    benefit: Benefit
    expires_at: datetime
    bound_to: str = ""
    key_id: int = field(default=0, compare=False)
    """The key it was signed with, once it is signed: that booth counts its vouchers by itself."""

    @property
    def code(self) -> str:
        """What the ledger calls this voucher: used once, whoever copied it."""
        return f"{self.merchant_id}/{self.key_id:x}/{self.number}"


@dataclass(frozen=True, slots=True)
class ChangeVoucherPaper:
    """What a voucher for change says: `amount`, once, until `expires_at`."""

    facility_id: str
    code: str
    amount: Money
    expires_at: datetime
    till: str


Paper = PassPaper | VoucherPaper | ChangeVoucherPaper


def pass_payload(paper: PassPaper, signer: Signer) -> str:
    """Return the text for a pass's QR; ValueError for a value that does not fit the format."""
    return sealed(
        PassPayload(
            version=VERSION,
            key_id=signer.key_id,
            facility=paper.facility_id,
            code=paper.code,
            kind=paper.kind,
            valid_from=int(paper.valid_from.timestamp()),
            valid_until=int(paper.valid_until.timestamp()),
            group=paper.group_id,
        ),
        _decoder,
        signer,
    )


def voucher_payload(paper: VoucherPaper, signer: Signer) -> str:
    """Return the text for a voucher's QR; ValueError for a value that does not fit."""
    return sealed(
        VoucherPayload(
            version=VERSION,
            key_id=signer.key_id,
            facility=paper.facility_id,
            merchant=paper.merchant_id,
            number=paper.number,
            benefit=paper.benefit.kind,
            value=paper.benefit.value,
            rate=paper.benefit.rate,
            expires=int(paper.expires_at.timestamp()),
            ticket=paper.bound_to,
        ),
        _decoder,
        signer,
    )


def change_voucher_payload(paper: ChangeVoucherPaper, signer: Signer) -> str:
    """Return the text for a change voucher's QR; ValueError for a value that does not fit."""
    return sealed(
        ChangePayload(
            version=VERSION,
            key_id=signer.key_id,
            facility=paper.facility_id,
            code=paper.code,
            minor=paper.amount.minor,
            currency=paper.amount.currency,
            expires=int(paper.expires_at.timestamp()),
            till=paper.till,
        ),
        _decoder,
        signer,
    )


def meaning(payload: Payload) -> Paper:
    """Return what a payload says, in words of the domain; instants are whole seconds."""
    match payload:
        case PassPayload():
            return PassPaper(
                facility_id=payload.facility,
                code=payload.code,
                kind=payload.kind,
                valid_from=datetime.fromtimestamp(payload.valid_from, UTC),
                valid_until=datetime.fromtimestamp(payload.valid_until, UTC),
                group_id=payload.group,
            )
        case VoucherPayload():
            return VoucherPaper(
                facility_id=payload.facility,
                merchant_id=payload.merchant,
                number=payload.number,
                benefit=Benefit(payload.benefit, payload.value, payload.rate),
                expires_at=datetime.fromtimestamp(payload.expires, UTC),
                bound_to=payload.ticket,
                key_id=payload.key_id,
            )
        case ChangePayload():
            return ChangeVoucherPaper(
                facility_id=payload.facility,
                code=payload.code,
                amount=Money(payload.minor, payload.currency),
                expires_at=datetime.fromtimestamp(payload.expires, UTC),
                till=payload.till,
            )
