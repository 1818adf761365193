"""Passes sold at a rig's desk."""

from __future__ import annotations

from datetime import timedelta

from kiosk.domain.money import Money
from kiosk.domain.passes import Group, Pass, PassKind
from kiosk.domain.staff import Role
from kiosk.runtime.pass_goods import NewPass
from kiosk.runtime.pass_sales import PassSold, Tender
from tests.support.people import enrol
from tests.support.site import Rig

GROUP = Group("staff", "Staff of the house")


def set_group(rig: Rig, group: Group = GROUP) -> None:
    """Let this group be there; whoever is signed on stays so."""
    here = rig.desk.staff
    rig.desk.staff = enrol(rig, Role.ADMIN)
    rig.desk.passes.set_group(group)
    rig.desk.staff = here


def wanted(rig: Rig, kind: PassKind = PassKind.SEASON, **changes: object) -> NewPass:
    """A pass of this kind for the next thirty days."""
    now = rig.clock.now()
    fields: dict[str, object] = {
        "kind": kind,
        "group_id": GROUP.group_id,
        "holder": "Jana Nová",
        "valid_from": now,
        "valid_until": now + timedelta(days=30),
    }
    return NewPass(**{**fields, **changes})  # type: ignore[arg-type]


def sell_wallet(rig: Rig, stored: Money) -> Pass:
    """A value pass with this much on it, paid for exactly."""
    set_group(rig)
    new = wanted(rig, PassKind.VALUE, stored=stored)
    sold = rig.desk.pass_sales.sell(new, Tender(stored, stored))
    assert isinstance(sold, PassSold)
    return sold.pass_
