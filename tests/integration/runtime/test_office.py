"""Receipts on the office printer: what the spooler gets, and what happens when it says no.

The spooler is a program of the system (`lp` of CUPS): here another program of that name stands in
the PATH, takes the same arguments, and keeps what it was told.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk.boot.counter import office_of
from kiosk.boot.services import Services
from kiosk.domain.payment import Method
from kiosk.domain.staff import Role
from kiosk.runtime.office import Office, OfficeTrouble
from kiosk.runtime.paperwork import Paperwork
from kiosk.runtime.taking import Taking
from tests.support.site import EXIT, Rig, drive_in, stay_of


def spooler(folder: Path, monkeypatch: pytest.MonkeyPatch, code: int = 0) -> Path:
    """Put an `lp` into the PATH that writes its arguments down and ends with `code`."""
    told = folder / "told"
    program = folder / "lp"
    script = f'printf "%s\\n" "$@" > {told}; echo no such queue >&2; exit {code}'
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    return told


def paid(services: Services) -> tuple[Paperwork, str]:
    """A stay that was paid in cash, and the exit's paperwork."""
    site, stay = services.site, stay_of(services, drive_in(services))
    with site.store.write() as unit:
        taking = Taking(site, unit, site.here(EXIT, stay.session_id, "mila"), None)
        taking.paid(stay, stay.due, Method.CASH, tendered=stay.due, change=site.nothing())
    return Paperwork(services.site, EXIT, "Exit 1", "TM-T88III"), stay.session_id


def test_the_spooler_gets_a_pdf_that_is_kept(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = spooler(tmp_path, monkeypatch)
    paperwork, session_id = paid(services)
    office = Office("Brother_HL", "a4", tmp_path / "receipts")
    first, again = paperwork.receipt(session_id), paperwork.receipt(session_id)
    assert first is not None
    assert again is not None
    kept = office.print_receipt(first, paperwork.issuer(), services.site.say)
    assert kept.read_bytes().startswith(b"%PDF-")
    arguments = told.read_text().splitlines()
    assert arguments == ["-d", "Brother_HL", "-t", first.number, "--", str(kept)]
    assert office.print_receipt(again, paperwork.issuer(), services.site.say) != kept, "a COPY"
    assert first.number == again.number


def test_a_spooler_that_refuses_is_quoted_and_the_pdf_is_kept(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spooler(tmp_path, monkeypatch, code=1)
    paperwork, session_id = paid(services)
    receipt = paperwork.receipt(session_id)
    assert receipt is not None
    office = Office("nowhere", "80mm", tmp_path / "receipts")
    with pytest.raises(OfficeTrouble, match="no such queue"):
        office.print_receipt(receipt, paperwork.issuer(), services.site.say)
    assert len(list((tmp_path / "receipts").iterdir())) == 1


def test_without_a_spooler_it_says_so(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    paperwork, session_id = paid(services)
    receipt = paperwork.receipt(session_id)
    assert receipt is not None
    with pytest.raises(OfficeTrouble, match="lp:"):
        Office("x", "a4", tmp_path).print_receipt(receipt, paperwork.issuer(), services.site.say)


def test_a_booth_without_an_office_printer_has_none(services: Services) -> None:
    assert office_of(services) is None


def test_an_x_goes_to_the_office_as_a_report_in_columns(
    rig: Rig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spooler(tmp_path, monkeypatch)
    rig.desk.enrol("Mila", "123456", Role.OWNER)
    rig.desk.sign_on(rig.desk.people()[0].staff_id, "123456")
    for page in ("a4", "80mm"):
        rig.desk.office = Office("Brother_HL", page, tmp_path / page)
        rig.desk.papers.closing(rig.desk.shifts.x())
        (kept,) = (tmp_path / page).iterdir()
        assert kept.name.startswith("booth-1-x-")
        assert kept.read_bytes().startswith(b"%PDF-")
