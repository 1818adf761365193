"""Papers of money, read by strangers: poppler, npos, and two QR decoders."""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from kiosk.domain.money import Money
from kiosk.domain.passes import PassKind
from kiosk.reports.cards import card_sheet
from kiosk.reports.closing import closing_sheet, closing_title
from kiosk.reports.corrections import correction_sheet
from kiosk.reports.paper import set_paper
from kiosk.reports.pdf import Format, set_pdf
from kiosk.reports.report_pdf import report_pdf
from kiosk.reports.sheet import Heading, Pair, Sheet, Table, Words
from kiosk.reports.voucher_page import voucher_pages
from kiosk.reports.vouchers import change_voucher_sheet, voucher_sheet
from kiosk.wire.ticket import (
    ChangeVoucherPaper,
    Keyring,
    PassPaper,
    Signer,
    VoucherPaper,
    change_voucher_payload,
    pass_payload,
    read_payload,
    voucher_payload,
)
from tests.support.money_papers import CHANGE_VOUCHER, CORRECTION, SEASON, VOUCHER, Z
from tests.support.paper import (
    ISSUER,
    NOON,
    PAYLOAD,
    Interpreted,
    arabic,
    draw_pdf,
    english,
    interpret,
    pdf_words,
    read_codes,
)

__all__ = ["interpret"]
SAYS = [english, arabic]
BOTH_READ_IT = ([PAYLOAD], [PAYLOAD])
CODED: list[Callable[..., Sheet]] = [
    lambda say: card_sheet(SEASON, ISSUER, say),
    lambda say: change_voucher_sheet(CHANGE_VOUCHER, ISSUER, say),
    lambda say: voucher_sheet(VOUCHER, ISSUER, say),
]
Interpreter = Callable[[bytes], Interpreted]


def z_pdf(say: Callable[..., str] = english) -> bytes:
    return report_pdf(closing_sheet(Z, ISSUER, say), closing_title(Z, say), say)


def squeezed(text: str) -> str:
    """Without any space: poppler guesses those."""
    return "".join(text.split())


@pytest.mark.parametrize("sheet", CODED)
@pytest.mark.parametrize("say", SAYS)
def test_the_code_on_paper_gives_the_payload_back(
    interpret: Interpreter, sheet: Callable[..., Sheet], say: Callable[..., str]
) -> None:
    found = interpret(set_paper(sheet(say), "POS-5890"))
    tallest = max(found.pictures, key=lambda picture: picture.height)
    assert read_codes(tallest) == BOTH_READ_IT


@pytest.mark.parametrize("sheet", CODED)
@pytest.mark.parametrize("page", list(Format))
def test_the_code_in_a_pdf_gives_the_payload_back(
    tmp_path: Path, sheet: Callable[..., Sheet], page: Format
) -> None:
    (image,) = draw_pdf(set_pdf(sheet(english), page, "card"), tmp_path)
    assert read_codes(image) == BOTH_READ_IT


SIGNER = Signer(bytes(range(32)), key_id=1)
SIGNED: list[tuple[str, Callable[[str], Sheet]]] = [
    (
        pass_payload(
            PassPaper("f1", "7H2K9M4QX", PassKind.SEASON, NOON, SEASON.valid_until, "staff"), SIGNER
        ),
        lambda payload: card_sheet(replace(SEASON, payload=payload), ISSUER, english),
    ),
    (
        change_voucher_payload(
            ChangeVoucherPaper("f1", "9TQ4K2M7X", Money(150), CHANGE_VOUCHER.expires_at, "booth-1"),
            SIGNER,
        ),
        lambda payload: change_voucher_sheet(
            replace(CHANGE_VOUCHER, payload=payload), ISSUER, english
        ),
    ),
    (
        voucher_payload(
            VoucherPaper("f1", "cinema", 1001, VOUCHER.benefit, VOUCHER.expires_at, "4K72MX9"),
            SIGNER,
        ),
        lambda payload: voucher_sheet(replace(VOUCHER, payload=payload), ISSUER, english),
    ),
]


@pytest.mark.parametrize(("payload", "sheet"), SIGNED)
def test_what_was_signed_is_what_a_reader_gets(
    interpret: Interpreter, payload: str, sheet: Callable[[str], Sheet]
) -> None:
    found = interpret(set_paper(sheet(payload), "POS-5890"))
    tallest = max(found.pictures, key=lambda picture: picture.height)
    (by_zxing,), (by_zbar,) = read_codes(tallest)
    paper = read_payload(by_zxing, Keyring({1: SIGNER.public_key}), "f1")
    assert by_zxing == by_zbar == payload
    assert isinstance(paper, PassPaper | ChangeVoucherPaper | VoucherPaper)


@pytest.mark.parametrize("say", SAYS)
def test_every_voucher_of_a_page_has_a_code_of_its_own(
    tmp_path: Path, say: Callable[..., str]
) -> None:
    payloads = [f"{PAYLOAD}{number}" for number in range(12)]
    vouchers = [
        replace(VOUCHER, number=number, payload=payload) for number, payload in enumerate(payloads)
    ]
    pages = draw_pdf(voucher_pages(vouchers, ISSUER, say, "Vouchers"), tmp_path)
    read = [read_codes(page) for page in pages]
    assert [sorted(by_zxing) for by_zxing, _ in read] == [
        sorted(payloads[:10]),
        sorted(payloads[10:]),
    ]
    assert [sorted(by_zbar) for _, by_zbar in read] == [
        sorted(payloads[:10]),
        sorted(payloads[10:]),
    ]


def test_a_card_of_a_voucher_page_says_all_that_is_needed(tmp_path: Path) -> None:
    chaser = replace(VOUCHER, bound_code="4K72MX9")
    text = " ".join(pdf_words(voucher_pages([chaser], ISSUER, english, "V"), tmp_path).split())
    for words in ("Garage Central", "Cinema Lux", "120 min free", "Voucher 1001"):
        assert words in text
    assert "Only for ticket 4K7-2MX-9" in text
    assert "Valid until 2026-12-20 13:00" in text


def test_a_z_on_a4_has_all_that_is_on_the_paper(tmp_path: Path) -> None:
    text = squeezed(pdf_words(z_pdf(), tmp_path))
    sheet = closing_sheet(Z, ISSUER, english)
    for row in sheet:
        match row:
            case Heading(words) | Words(words):
                assert all(squeezed(word) in text for word in words.split())
            case Pair(label, value):
                assert squeezed(label) in text
                assert squeezed(value) in text
            case Table():
                for line in ((row.title, *row.headings), *row.rows, row.total):
                    assert all(squeezed(cell) in text for cell in line)
            case _:
                pass


def test_a_foreign_interpreter_reads_the_z_in_columns(interpret: Interpreter) -> None:
    found = interpret(set_paper(closing_sheet(Z, ISSUER, english), "TM-T20II"))
    lines = found.text.decode("cp1252").splitlines()
    rows = [re.split(r"\s{2,}", line.strip()) for line in lines]
    assert ["Payments", "Count", "Amount"] in rows
    assert ["Card", "104", "€923.10"] in rows
    assert ["19 %", "€904.28", "€171.82", "€1076.10"] in rows
    assert ["Not accounted for", "1"] in rows


def test_a_correction_reads_the_same_in_print_and_in_pdf(
    tmp_path: Path, interpret: Interpreter
) -> None:
    sheet = correction_sheet(CORRECTION, ISSUER, english)
    printed = interpret(set_paper(sheet, "TM-T20II")).text.decode("cp1252").split()
    assert pdf_words(set_pdf(sheet, Format.A4, "c"), tmp_path).split() == [
        word for word in printed if set(word) != {"-"}
    ]


def test_a_long_report_has_numbered_pages_and_loses_no_line(tmp_path: Path) -> None:
    tables = tuple(
        Table(f"Table-{number}", tuple((f"row-{number}-{at}", str(at)) for at in range(number)))
        for number in range(1, 30)
    )
    sheet: Sheet = (Heading("Head"), Words("Sub"), *tables)
    data = report_pdf(sheet, "All tables", english)
    text = pdf_words(data, tmp_path)
    count = text.count("\f")
    assert count > 2
    assert re.findall(r"Page (\d+) of (\d+)", text) == [
        (str(number), str(count)) for number in range(1, count + 1)
    ]
    assert text.count("All tables") == count
    assert sorted(re.findall(r"row-\d+-\d+", text)) == sorted(
        row[0] for table in tables for row in table.rows
    )


def test_a_table_stays_in_one_piece(tmp_path: Path) -> None:
    tables = tuple(
        Table(f"Table-{number}", tuple((f"row-{number}-{at}", "1") for at in range(9)))
        for number in range(20)
    )
    pages = pdf_words(report_pdf(tables, "T", english), tmp_path).split("\f")
    for number in range(20):
        (on,) = [page for page in pages if f"row-{number}-0 " in page]
        assert all(f"row-{number}-{at} " in on for at in range(9))


def test_a_table_longer_than_a_page_goes_on(tmp_path: Path) -> None:
    table = Table("Long", tuple((f"row-{at}-", "1") for at in range(200)))
    text = pdf_words(report_pdf((table,), "T", english), tmp_path)
    assert sorted(re.findall(r"row-\d+-", text)) == sorted(row[0] for row in table.rows)


def test_an_empty_report_is_a_page(tmp_path: Path) -> None:
    assert pdf_words(report_pdf((), "Nothing", english), tmp_path).split() == [
        *("Nothing", "Page", "1", "of", "1"),
    ]


def test_a_report_in_arabic_begins_on_the_right(tmp_path: Path) -> None:
    table = Table("جدول", (("صف", "1"),) * 3)
    for say_title, side in (("Report", "left"), ("تقرير", "right")):
        folder = tmp_path / side
        folder.mkdir()
        (page,) = draw_pdf(report_pdf((table,), say_title, english), folder)
        assert _inked_side(page) == side


def test_columns_of_figures_end_together(interpret: Interpreter) -> None:
    """Digits stand below digits, in pictures as well: the same right edge for each line."""
    table = Table("جدول", tuple((f"صف {at}", "8" * at) for at in range(1, 5)), ("عدد",))
    pictures = interpret(set_paper((table,), "POS-5890")).pictures[1:]
    edges = [_first_gap(picture) for picture in pictures]
    assert len(edges) == 4
    assert all(abs(one - other) <= 2 for one, other in pairwise(edges))


def test_the_same_z_is_the_same_file() -> None:
    assert z_pdf() == z_pdf()


def _inked_side(page: Image.Image) -> str:
    """Which half of the upper half of a page has the ink."""
    upper = page.crop((0, 0, page.width, page.height // 2)).point(lambda dot: 255 - dot)
    box = upper.getbbox()
    assert box is not None
    return "left" if box[0] + box[2] < page.width else "right"


def _first_gap(picture: Image.Image) -> int:
    """Where the figures at the left edge end: the last ink before a wide white gap."""
    grey: Any = picture.convert("L").load()
    inked = [
        x for x in range(picture.width) if any(grey[x, y] < 128 for y in range(picture.height))
    ]
    return next(x for x, after in pairwise(inked) if after - x > 40)
