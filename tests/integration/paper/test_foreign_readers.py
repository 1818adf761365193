"""Our papers, rendered by foreign interpreters and read by two foreign QR decoders."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from PIL import Image

from kiosk.reports.paper import (
    exit_pass_paper,
    receipt_paper,
    set_paper,
    slip_paper,
    ticket_paper,
)
from kiosk.reports.pdf import (
    Format,
    exit_pass_pdf,
    receipt_pdf,
    set_pdf,
    slip_pdf,
    ticket_pdf,
)
from kiosk.reports.sheet import Words
from tests.support.paper import (
    DEBT,
    ISSUER,
    PAID_STAY,
    PAYLOAD,
    RECEIPT,
    TICKET,
    Interpreted,
    arabic,
    draw_pdf,
    english,
    interpret,
    pdf_words,
    read_codes,
)

__all__ = ["interpret"]
RASTER_ONLY = ["POS-5890", "NT-5890K", "simple"]
NATIVE = ["TM-T88III", "TM-T20II"]
BOTH_READ_IT = ([PAYLOAD], [PAYLOAD])
Interpreter = Callable[[bytes], Interpreted]


@pytest.mark.parametrize("profile", RASTER_ONLY)
@pytest.mark.parametrize("say", [english, arabic])
def test_a_drawn_code_gives_the_payload_back(
    interpret: Interpreter, profile: str, say: Callable[..., str]
) -> None:
    papers = [
        ticket_paper(TICKET, ISSUER, say, profile),
        exit_pass_paper(PAID_STAY, ISSUER, say, profile),
        slip_paper(DEBT, ISSUER, say, profile),
    ]
    for paper in papers:
        tallest = max(interpret(paper).pictures, key=lambda picture: picture.height)
        assert read_codes(tallest) == BOTH_READ_IT


@pytest.mark.parametrize("profile", NATIVE)
def test_a_code_the_printer_draws_gives_the_payload_back(
    interpret: Interpreter, profile: str
) -> None:
    found = interpret(ticket_paper(TICKET, ISSUER, english, profile)).named("GS(k")
    functions = {data[6]: data[7:] for data in found}
    assert list(functions) == [65, 67, 69, 80, 81]
    assert functions[65] == b"2\x00"
    assert functions[69] == b"1"
    stored = functions[80].removeprefix(b"0")
    # A foreign encoder stands for the printer: it gets what the printer gets.
    drawn = zxingcpp.create_barcode(stored.decode("ascii"), zxingcpp.BarcodeFormat.QRCode)
    view: Any = drawn.to_image(scale=functions[67][0])
    image = Image.frombytes("L", (view.shape[1], view.shape[0]), bytes(view))
    assert read_codes(image) == BOTH_READ_IT


def test_a_foreign_interpreter_reads_the_receipt_as_we_wrote_it(interpret: Interpreter) -> None:
    found = interpret(receipt_paper(RECEIPT, ISSUER, english, "TM-T20II"))
    lines = [line.strip() for line in found.text.decode("cp1252").splitlines()]
    assert "Garage Central" in lines
    assert any(line.startswith("Total") and line.endswith("€15.00") for line in lines)
    assert any(line.startswith("VAT 19 %") and line.endswith("€2.39") for line in lines)
    assert {name for name, _ in found.commands} <= {
        *("ESC@", "ESC!", "ESCE", "ESCa", "ESCt", "ESCd", "GSV"),
    }
    assert found.named("GSV") == [b"\x1dV\x00"]


@pytest.mark.parametrize("profile", ["POS-5890", "TM-T20II"])
@pytest.mark.parametrize(
    ("text", "number", "page"),
    [
        ("Tageshöchstpreis, Rückgeld, Größe", 0, "cp437"),
        ("Ausfahrt über Süd: 15,00 €", 16, "cp1252"),
        ("Tageshöchstpreis 20 × 30 Min.", 16, "cp1252"),
    ],
)
def test_german_goes_out_in_a_page_that_narrow_printers_know_by_that_number(
    interpret: Interpreter, profile: str, text: str, number: int, page: str
) -> None:
    found = interpret(set_paper((Words(text, centre=False),), profile))
    assert found.named("ESCt") == [b"\x1bt" + bytes([number])]
    assert " ".join(found.text.decode(page).split()) == text


@pytest.mark.parametrize("page", list(Format))
@pytest.mark.parametrize("say", [english, arabic])
def test_the_code_in_a_pdf_gives_the_payload_back(
    tmp_path: Path, page: Format, say: Callable[..., str]
) -> None:
    for number, data in enumerate(
        (
            ticket_pdf(TICKET, ISSUER, say, page),
            exit_pass_pdf(PAID_STAY, ISSUER, say, page),
            slip_pdf(DEBT, ISSUER, say, page),
        )
    ):
        folder = tmp_path / str(number)
        folder.mkdir()
        (image,) = draw_pdf(data, folder)
        assert read_codes(image) == BOTH_READ_IT


@pytest.mark.parametrize("page", list(Format))
def test_a_pdf_receipt_says_what_the_paper_says(tmp_path: Path, page: Format) -> None:
    text = pdf_words(receipt_pdf(RECEIPT, ISSUER, english, page), tmp_path)
    for words in ("Garage Central", "B1-000042", "4K7-2MX-9", "20 × 30 min", "€15.00", "€2.39"):
        assert words in text


def test_the_same_receipt_is_the_same_file() -> None:
    assert receipt_pdf(RECEIPT, ISSUER, english) == receipt_pdf(RECEIPT, ISSUER, english)


def test_markup_in_a_name_is_only_text(tmp_path: Path) -> None:
    name = "<b>Bold</b> & <font color=red>(x)\\"
    text = pdf_words(set_pdf((Words(name),), Format.A4, name), tmp_path)
    assert text.strip() == name


def test_a_long_paper_goes_on_over_the_pages(tmp_path: Path) -> None:
    sheet = tuple(Words(f"line {number}") for number in range(120))
    text = pdf_words(set_pdf(sheet, Format.A4, "long"), tmp_path)
    assert [line.strip() for line in text.replace("\f", "\n").split("\n") if line.strip()] == [
        f"line {number}" for number in range(120)
    ]


def test_a_roll_is_as_long_as_its_paper(tmp_path: Path) -> None:
    (image,) = draw_pdf(receipt_pdf(RECEIPT, ISSUER, english, Format.ROLL_80), tmp_path)
    inked = image.convert("1").point(lambda dot: 255 - dot).getbbox()
    assert inked is not None
    assert image.height - inked[3] < 100
