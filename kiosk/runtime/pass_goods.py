"""What can be bought of a pass: a new one, more of its time, more money on it.

Each is a value with all its facts, made when it is asked for and recorded in the commit of its
payment, however and whenever that comes: no pass without its money, no money without its pass.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.domain.event import Circumstances
from kiosk.domain.facts.passes import PassIssued, PassRenewed, PassSold, WalletCredited
from kiosk.domain.money import Money
from kiosk.domain.passes import Pass, PassKind
from kiosk.domain.ticket import Refusal
from kiosk.runtime.change_vouchers import new_code
from kiosk.runtime.site import Site
from kiosk.store.unit import Transaction
from kiosk.wire.vouchers import PassPaper, pass_payload


class Sold(StrEnum):
    """What was sold: the words of the fact `PassSold.what`."""

    SALE = "sale"
    RENEWAL = "renewal"
    TOP_UP = "top_up"


@dataclass(frozen=True, slots=True)
class NewPass:
    """A pass somebody wants. `stored` is what a value pass starts with, `entries` a multi-entry's.

    What is stored is paid for: it is part of the price of the pass.
    """

    kind: PassKind
    group_id: str
    holder: str
    valid_from: datetime
    valid_until: datetime
    plate: str = ""
    vehicle_class: str = "car"
    entries: int | None = None
    stored: Money | None = None


@dataclass(frozen=True, slots=True)
class PassGoods:
    """What is paid for: the pass with this (id, code), and what becomes of it."""

    pass_id: str
    code: str
    what: Sold
    price: Money
    issued: PassIssued | None = None
    renewed: PassRenewed | None = None
    stored: Money | None = None

    def refused(self, unit: Transaction) -> Refusal | None:
        """Why this cannot be had (any more): asked before money is, and again when it comes."""
        if self.issued is not None:
            known = unit.passes.group(self.issued.group_id)
            return Refusal.NOT_ACCEPTED if known is None else None
        pass_ = unit.passes.find(self.pass_id)
        if pass_ is None:
            return Refusal.UNKNOWN
        shorter = self.renewed is not None and self.renewed.valid_until < pass_.valid_until
        wallet = pass_.kind is PassKind.VALUE
        return Refusal.NOT_ACCEPTED if shorter or (self.stored and not wallet) else None

    def hand_over(self, unit: Transaction, here: Circumstances, attempt_id: str) -> None:
        """Record it beside its payment (`attempt_id`, empty where it cost nothing)."""
        if self.issued is not None:
            unit.record(self.issued, here)
        if attempt_id:
            unit.record(PassSold(self.pass_id, attempt_id, self.what.value, self.price), here)
        if self.renewed is not None:
            unit.record(self.renewed, here)
        if self.stored:
            credited = WalletCredited(self.pass_id, self.stored, self.what.value, attempt_id)
            unit.record(credited, here)


def new_pass(site: Site, new: NewPass, price: Money) -> PassGoods:
    """A new pass, signed; ValueError for one that nobody can mean."""
    _right_terms(new, price)
    pass_id, code = site.clock.new_id(), new_code(site.clock)
    facility_id = site.settings.facility.id
    paper = PassPaper(facility_id, code, new.kind, new.valid_from, new.valid_until, new.group_id)
    issued = PassIssued(
        pass_id=pass_id,
        code=code,
        kind=new.kind,
        group_id=new.group_id,
        holder=new.holder,
        valid_from=new.valid_from,
        valid_until=new.valid_until,
        payload=pass_payload(paper, site.signer),
        plate=new.plate,
        vehicle_class=new.vehicle_class,
        entries=new.entries if new.kind is PassKind.MULTI_ENTRY else None,
    )
    return PassGoods(pass_id, code, Sold.SALE, price, issued=issued, stored=new.stored)


def renewal(pass_: Pass, valid_until: datetime, more_entries: int, price: Money) -> PassGoods:
    """More time (and entries, if it counts them); ValueError for what would be less."""
    if valid_until < pass_.valid_until or more_entries < 0:
        raise ValueError("a renewal makes nothing shorter")
    renewed = PassRenewed(pass_.pass_id, valid_until, more_entries)
    return PassGoods(pass_.pass_id, pass_.code, Sold.RENEWAL, price, renewed=renewed)


def top_up(pass_: Pass, price: Money) -> PassGoods:
    """The price, stored on a value pass."""
    return PassGoods(pass_.pass_id, pass_.code, Sold.TOP_UP, price, stored=price)


def _right_terms(new: NewPass, price: Money) -> None:
    if not new.holder or new.valid_until <= new.valid_from:
        raise ValueError("a pass has a holder and some time")
    if new.kind is PassKind.MULTI_ENTRY and not new.entries:
        raise ValueError("a multi-entry pass has entries")
    stored = new.stored.minor if new.stored else 0
    if stored and new.kind is not PassKind.VALUE:
        raise ValueError("only a value pass stores money")
    if not 0 <= stored <= price.minor:
        raise ValueError("what is stored is paid for")
