"""People at the centre and at other booths: what one booth says of them, all come to know."""

from __future__ import annotations

from pathlib import Path

from kiosk.domain.facts.booth import (
    StaffEnrolled,
    StaffLetGo,
    StaffPinSet,
    StaffTakenBack,
)
from kiosk.domain.staff import Role, Staff
from tests.support.centre import FACILITY, Booth, Site, booth


def test_the_centre_and_the_other_booth_know_who_works_here(
    site: Site, north: Booth, tmp_path: Path
) -> None:
    facts = north.record(
        StaffEnrolled("ben", "Ben", Role.ATTENDANT),
        StaffPinSet("ben", unlocked=True),
        StaffEnrolled("cyd", "Cyd", Role.OWNER),
        StaffLetGo("cyd", "moved away"),
        StaffTakenBack("cyd"),
        StaffLetGo("ben", "moved away"),
    )
    north.drain()
    people = [Staff("ben", "Ben", Role.ATTENDANT, active=False), Staff("cyd", "Cyd", Role.OWNER)]
    assert [each.body for each in site.journal("booth-1")] == [each.body for each in facts]
    with site.store.read(FACILITY) as unit:
        assert unit.staff.all() == people
    with booth(tmp_path / "second.db", site.url, site.enrol("booth-2"), "booth-2") as other:

        def heard() -> bool:
            with other.store.read() as unit:
                return unit.staff.all() == people

        other.turn_until(heard)
        with other.store.read() as unit:
            assert not unit.secrets.anybody()
