"""Paper that works without any server: signed entry tickets, exit passes, debt slips.

Their arrays, in the seal of `wire.signed`; the second element is always the version:

* ticket ``[1, 1, key id, facility, lane, number, issued at (s), tariff, vehicle class]``
* exit pass ``[2, 1, key id, facility, ticket code, paid until (s), amount, currency, till]``
* debt slip ``[3, 1, key id, facility, ticket code, released at (s), amount, currency, lane]``

Names (facility, tariff, vehicle class, till) are 1-24 printable ASCII characters without spaces.
Passes and vouchers (4 to 6) are in `wire.vouchers`; `read_payload` reads them all.

A valid signature alone never opens a lane: the ledger decides. It lets an exit that has not heard
of the session price it, and one without any network let a paid car go. The seal, the vouchers and
the short code under the QR are handed on from here, so that whoever deals with paper needs one
module.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Literal

import msgspec

from kiosk.domain.money import Money
from kiosk.domain.ticket import Refusal
from kiosk.wire import vouchers
from kiosk.wire.codes import LANES, NUMBERS, check_code, secret_code, short_code
from kiosk.wire.signed import (
    MAX_TEXT,
    PREFIX,
    SIGNATURE_BYTES,
    VERSION,
    Code,
    Currency,
    KeyId,
    Keyring,
    Minor,
    Seconds,
    Signer,
    Word,
    key_id_of,
    sealed,
    unsealed,
)
from kiosk.wire.vouchers import (
    ChangeVoucherPaper,
    PassPaper,
    VoucherPaper,
    change_voucher_payload,
    pass_payload,
    voucher_payload,
)

__all__ = [
    "MAX_TEXT",
    "PREFIX",
    "SIGNATURE_BYTES",
    "ChangeVoucherPaper",
    "DebtSlip",
    "EntryTicket",
    "ExitPass",
    "Keyring",
    "PassPaper",
    "Signer",
    "VoucherPaper",
    "change_voucher_payload",
    "check_code",
    "debt_slip_payload",
    "entry_ticket_payload",
    "exit_pass_payload",
    "key_id_of",
    "pass_payload",
    "read_payload",
    "secret_code",
    "short_code",
    "voucher_payload",
]

_Lane = Annotated[int, msgspec.Meta(ge=0, lt=LANES)]
_Number = Annotated[int, msgspec.Meta(ge=0, lt=NUMBERS)]


class _TicketPayload(
    msgspec.Struct, frozen=True, array_like=True, tag=1, forbid_unknown_fields=True
):
    version: Literal[1]
    key_id: KeyId
    facility: Word
    lane: _Lane
    number: _Number
    issued: Seconds
    tariff: Word
    vehicle_class: Word


class _PassPayload(msgspec.Struct, frozen=True, array_like=True, tag=2, forbid_unknown_fields=True):
    version: Literal[1]
    key_id: KeyId
    facility: Word
    code: Code
    paid_until: Seconds
    minor: Minor
    currency: Currency
    till: Word


class _DebtPayload(msgspec.Struct, frozen=True, array_like=True, tag=3, forbid_unknown_fields=True):
    version: Literal[1]
    key_id: KeyId
    facility: Word
    code: Code
    released: Seconds
    minor: Minor
    currency: Currency
    till: Word


_Payload = _TicketPayload | _PassPayload | _DebtPayload | vouchers.Payload
_decoder = msgspec.msgpack.Decoder(_Payload)


@dataclass(frozen=True, slots=True)
class EntryTicket:
    """What an entry ticket says. `issued_at` is cut to whole seconds."""

    facility_id: str
    lane_number: int
    number: int
    issued_at: datetime
    tariff: str
    vehicle_class: str

    @property
    def code(self) -> str:
        """The short code under the QR, its key in the ledger."""
        return short_code(self.lane_number, self.number)


@dataclass(frozen=True, slots=True)
class ExitPass:
    """What a paid exit pass says: this ticket's car may leave until `leave_by_at`."""

    facility_id: str
    code: str
    leave_by_at: datetime
    amount: Money
    till: str


@dataclass(frozen=True, slots=True)
class DebtSlip:
    """What the slip of a car that was let go says: `amount` is owed since `released_at`."""

    facility_id: str
    code: str
    released_at: datetime
    amount: Money
    till: str


Paper = EntryTicket | ExitPass | DebtSlip | vouchers.Paper
"""What signed paper can say."""


def entry_ticket_payload(ticket: EntryTicket, signer: Signer) -> str:
    """Return the text for a ticket's QR; ValueError for a value that does not fit the format."""
    return sealed(
        _TicketPayload(
            version=VERSION,
            key_id=signer.key_id,
            facility=ticket.facility_id,
            lane=ticket.lane_number,
            number=ticket.number,
            issued=int(ticket.issued_at.timestamp()),
            tariff=ticket.tariff,
            vehicle_class=ticket.vehicle_class,
        ),
        _decoder,
        signer,
    )


def exit_pass_payload(exit_pass: ExitPass, signer: Signer) -> str:
    """Return the text for an exit pass's QR; ValueError for a value that does not fit."""
    return sealed(
        _PassPayload(
            version=VERSION,
            key_id=signer.key_id,
            facility=exit_pass.facility_id,
            code=exit_pass.code,
            paid_until=int(exit_pass.leave_by_at.timestamp()),
            minor=exit_pass.amount.minor,
            currency=exit_pass.amount.currency,
            till=exit_pass.till,
        ),
        _decoder,
        signer,
    )


def debt_slip_payload(slip: DebtSlip, signer: Signer) -> str:
    """Return the text for a debt slip's QR; ValueError for a value that does not fit."""
    return sealed(
        _DebtPayload(
            version=VERSION,
            key_id=signer.key_id,
            facility=slip.facility_id,
            code=slip.code,
            released=int(slip.released_at.timestamp()),
            minor=slip.amount.minor,
            currency=slip.amount.currency,
            till=slip.till,
        ),
        _decoder,
        signer,
    )


def read_payload(text: str, keyring: Keyring, facility_id: str) -> Paper | Refusal:
    """Return what scanned text says, or why it says nothing: never an exception, for any text.

    UNREADABLE: not our paper. OTHER_FACILITY: ours, from elsewhere. UNKNOWN: signed by a key
    this booth has not heard of. FORGED: the signature is not that key's.
    """
    parts = unsealed(text)
    if parts is None:
        return Refusal.UNREADABLE
    data, signature = parts
    try:
        payload = _decoder.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return Refusal.UNREADABLE
    if payload.facility != facility_id:
        return Refusal.OTHER_FACILITY
    return keyring.check(payload.key_id, data, signature) or _meaning(payload)


def _meaning(payload: _Payload) -> Paper:
    match payload:
        case _TicketPayload():
            return EntryTicket(
                facility_id=payload.facility,
                lane_number=payload.lane,
                number=payload.number,
                issued_at=datetime.fromtimestamp(payload.issued, UTC),
                tariff=payload.tariff,
                vehicle_class=payload.vehicle_class,
            )
        case _PassPayload():
            return ExitPass(
                facility_id=payload.facility,
                code=payload.code,
                leave_by_at=datetime.fromtimestamp(payload.paid_until, UTC),
                amount=Money(payload.minor, payload.currency),
                till=payload.till,
            )
        case _DebtPayload():
            return DebtSlip(
                facility_id=payload.facility,
                code=payload.code,
                released_at=datetime.fromtimestamp(payload.released, UTC),
                amount=Money(payload.minor, payload.currency),
                till=payload.till,
            )
        case _:
            return vouchers.meaning(payload)
