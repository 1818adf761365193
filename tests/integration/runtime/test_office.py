"""Receipts on the office printer: what the spooler gets, and what happens when it says no.

The spooler is a program of the system (`lp` of CUPS): here another program of that name stands in
the PATH, takes the same arguments, and keeps what it was told.
"""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.boot.counter import office_of, pages_of
from kiosk.boot.services import Services
from kiosk.domain.payment import Method
from kiosk.domain.staff import Role
from kiosk.domain.validation import Benefit, BenefitKind, Merchant
from kiosk.runtime.office import Office, OfficeTrouble
from kiosk.runtime.paperwork import Paperwork
from kiosk.runtime.taking import Taking
from kiosk.runtime.validating import PrintedVoucher, Validated
from tests.support.paper import draw_pdf, read_codes
from tests.support.people import at_the_desk
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
    (kept,) = (tmp_path / "receipts").iterdir()
    with pytest.raises(OfficeTrouble, match=str(kept)):
        office.print_receipt(receipt, paperwork.issuer(), services.site.say)


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
    assert pages_of(services) == Office("", "a4", services.folder / "vouchers")


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


# --- vouchers to cut

EURO_OFF = Benefit(BenefitKind.AMOUNT, 100)
ODD = Merchant("../kino/1", "Kino Lumière", (EURO_OFF,))
"""A name and an id that say where no file shall go."""


def vouchers(rig: Rig, count: int) -> tuple[PrintedVoucher, ...]:
    """Vouchers for a euro off, made by an owner."""
    at_the_desk(rig, Role.OWNER)
    rig.desk.validating.set_merchant(ODD)
    until = rig.clock.now() + timedelta(days=30)
    made = rig.desk.validating.issue(ODD.merchant_id, EURO_OFF, count, until)
    assert isinstance(made, tuple)
    return made


def test_a_sheet_of_vouchers_is_one_pdf_whose_every_code_counts(rig: Rig, tmp_path: Path) -> None:
    made = vouchers(rig, 12)
    folder = tmp_path / "vouchers"
    rig.desk.papers.pages = Office("", "80mm", folder)
    file = rig.desk.papers.merchant_vouchers(ODD.name, made, on_pages=True)
    assert file == folder / "vouchers-..%2Fkino%2F1-000001-000012.pdf"
    assert list(folder.iterdir()) == [file]
    read: list[str] = []
    for page in draw_pdf(file.read_bytes(), tmp_path):
        by_zxing, by_zbar = read_codes(page)
        assert sorted(by_zxing) == sorted(by_zbar)
        read += by_zbar
    assert sorted(read) == sorted(each.payload for each in made)
    for payload in read[:2]:
        stay = stay_of(rig.services, drive_in(rig.services))
        counted = rig.desk.validating.by_paper(stay.session_id, payload)
        assert isinstance(counted, Validated)
        assert counted.worth.minor == 100


def test_the_office_printer_gets_the_sheet_where_there_is_one(
    rig: Rig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = spooler(tmp_path, monkeypatch)
    rig.desk.papers.pages = Office("Brother_HL", "80mm", tmp_path / "vouchers")
    file = rig.desk.papers.merchant_vouchers(ODD.name, vouchers(rig, 3), on_pages=True)
    assert told.read_text().splitlines() == [
        *("-d", "Brother_HL", "-t", "Kino Lumière 1-3", "--", str(file)),
    ]


def test_a_second_sheet_is_another_file(rig: Rig, tmp_path: Path) -> None:
    folder = tmp_path / "sheets"
    rig.desk.papers.pages = Office("", "a4", folder)
    first, second = (
        rig.desk.papers.merchant_vouchers(ODD.name, vouchers(rig, 2), on_pages=True)
        for _ in range(2)
    )
    assert first != second
    other = replace(ODD, merchant_id="..%2Fkino%2F1")
    rig.desk.validating.set_merchant(other)
    until = rig.clock.now() + timedelta(days=30)
    made = rig.desk.validating.issue(other.merchant_id, EURO_OFF, 2, until)
    assert isinstance(made, tuple)
    rig.desk.papers.merchant_vouchers(other.name, made, on_pages=True)
    assert len(list(folder.iterdir())) == 3, "no merchant's file is another's"
