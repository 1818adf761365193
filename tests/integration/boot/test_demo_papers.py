"""The papers in a demo visitor's pocket are real: this booth's own lanes and counter take them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.boot.demo_papers import HOLDERS, VOUCHERS, Pocket
from kiosk.boot.demo_site import write_site
from kiosk.config.load import load
from kiosk.domain.passes import Firmness
from kiosk.domain.session import Admittance
from kiosk.domain.signals import LaneKind
from kiosk.domain.staff import Role
from kiosk.domain.ticket import Refusal
from kiosk.lane import events as ev
from kiosk.runtime.credentials import look_up
from kiosk.runtime.validating import Validated
from kiosk.ui.garage.paper import codes_on
from tests.support.people import at_the_desk
from tests.support.site import ENTRY, Rig, drive_in, new_clock, new_settings, open_booth


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    clock = new_clock()
    demo = load(write_site(tmp_path, tmp_path, "http://127.0.0.1:9"))
    settings = replace(new_settings(tmp_path), merchant=demo.merchant, pass_group=demo.pass_group)
    made = Rig(open_booth(tmp_path, clock, settings), clock)
    at_the_desk(made, Role.ATTENDANT)
    yield made
    made.close()


def pocket(rig: Rig) -> Pocket:
    return Pocket(rig.services.site, rig.lanes.papers[ENTRY].issuer())


def test_every_paper_shows_the_code_that_it_carries(rig: Rig) -> None:
    papers = pocket(rig).papers()
    assert len(papers) == len(HOLDERS) + VOUCHERS
    for paper in papers:
        assert paper.payload in codes_on(paper.data)


def test_terms_come_from_the_site_file_and_have_limits(rig: Rig) -> None:
    with rig.services.site.store.read() as unit:
        merchants, groups = unit.validations.merchants(), unit.passes.groups()
    assert len(merchants) == len(groups) == 2
    assert all(each.daily_count and each.monthly_minor for each in merchants)
    assert {each.quota for each in groups} == {Firmness.HARD, Firmness.SOFT}
    assert all(each.spaces for each in groups)


def test_the_passes_open_the_entry(rig: Rig) -> None:
    for paper in pocket(rig).papers()[: len(HOLDERS)]:
        answer = look_up(rig.services.site, LaneKind.ENTRY, paper.payload, ENTRY)
        assert isinstance(answer, ev.EntryGranted)
        assert answer.admittance is Admittance.PASS


def test_another_start_finds_the_same_passes_and_new_vouchers(rig: Rig) -> None:
    first, again = (pocket(rig).papers() for _ in range(2))
    passes = len(HOLDERS)
    assert [each.payload for each in first[:passes]] == [each.payload for each in again[:passes]]
    assert not {each.payload for each in first[passes:]} & {p.payload for p in again[passes:]}


def test_a_cinemas_voucher_counts_once(rig: Rig) -> None:
    voucher = pocket(rig).papers()[-1].payload
    one, other = drive_in(rig.services), drive_in(rig.services)
    assert isinstance(rig.desk.validating.by_paper(one.session_id, voucher), Validated)
    assert rig.desk.validating.by_paper(other.session_id, voucher) is Refusal.VOUCHER_USED


def test_a_chaser_is_made_for_one_ticket_and_for_nothing_but_a_ticket(rig: Rig) -> None:
    held = pocket(rig)
    voucher = held.papers()[-1].payload
    one, other = drive_in(rig.services), drive_in(rig.services)
    chaser = held.chaser(one.payload)
    assert chaser is not None
    by_paper = rig.desk.validating.by_paper
    assert by_paper(other.session_id, chaser.payload) is Refusal.OTHER_TICKET
    assert isinstance(by_paper(one.session_id, chaser.payload), Validated)
    assert held.chaser(voucher) is None
    assert held.chaser("") is None
