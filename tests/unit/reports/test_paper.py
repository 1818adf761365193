"""ESC/POS bytes: exactly these, within the paper, and never a command out of data."""

import re
from dataclasses import replace

import pytest
from escpos.capabilities import CAPABILITIES
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.ticket import Ticket
from kiosk.domain.wording import Text
from kiosk.reports.documents import Receipt
from kiosk.reports.paper import (
    UnknownProfile,
    exit_pass_paper,
    receipt_paper,
    set_paper,
    slip_paper,
    ticket_paper,
)
from kiosk.reports.qr import PayloadTooLong, modules, widest_side
from kiosk.reports.sheet import Gap, Heading, Pair, Qr, Rule, ShortCode, Words
from tests.support.paper import (
    DEBT,
    ISSUER,
    NOON,
    PAID_STAY,
    RECEIPT,
    TICKET,
    arabic,
    commands,
    english,
    plain_text,
)

WIDE, NARROW = "TM-T20II", "POS-5890"
REAL_TIME = re.compile(rb"\x10[\x04\x05\x14]")
CUT = b"\x1dV\x00"
# What a paper of ours may tell a printer; with ESC p or DLE DC4 it could open a drawer.
ALLOWED = (b"\x1b@", b"\x1b!", b"\x1bE", b"\x1ba", b"\x1bt", b"\x1bd", b"\x1dv0", b"\x1d(k", CUT)


def test_a_ticket_is_exactly_these_bytes() -> None:
    ticket = Ticket("4K72MX9", 17, "f1", "entry-1", "s1", NOON, "BG1.TEST")
    assert ticket_paper(ticket, ISSUER, english, "TM-T88III") == b"".join(
        [
            b"\x1b@",
            b"\x1b!\x00\x1b!\x00\x1b!\x30\x1bE\x01\x1ba\x01\x1bt\x00Garage Central\n",
            b"\x1b!\x00\x1b!\x00\x1b!\x00\x1bE\x00\x1ba\x01Entry 1\n",
            b"\x1ba\x00\n",
            b"\x1bE\x01Entered                   2026-11-20 13:00\n",
            b"\x1bE\x00\x1ba\x01",
            b"\x1d(k\x04\x001A2\x00",  # model 2
            b"\x1d(k\x03\x001C\x08",  # eight dots a module
            b"\x1d(k\x03\x001E1",  # level M
            b"\x1d(k\x0b\x001P0BG1.TEST",
            b"\x1d(k\x03\x001Q0",
            b"\x1b!\x00\x1b!\x00\x1b!\x30\x1bE\x01\x1ba\x014K7-2MX-9\n",
            b"\x1b!\x00\x1b!\x00\x1b!\x00\x1bE\x00\x1ba\x00\n",
            b"\x1ba\x01\x1bt\x10\x801.50 per 30 min\n",  # the euro is in code page 1252
            b"\x1bE\x01Please pay before you leave.\n",
            b"\x1bd\x06\x1dV\x00",
        ]
    )


@pytest.mark.parametrize("profile", [WIDE, NARROW, "TM-T88III", "simple", "default", "TUP500"])
def test_every_line_of_every_paper_fits_its_printer(
    profile: str, capsys: pytest.CaptureFixture[str]
) -> None:
    columns = {WIDE: 48, NARROW: 32}.get(profile, 42)
    for job in (
        ticket_paper(TICKET, ISSUER, english, profile),
        receipt_paper(RECEIPT, ISSUER, english, profile),
        slip_paper(DEBT, ISSUER, english, profile),
        exit_pass_paper(PAID_STAY, ISSUER, english, profile),
    ):
        assert max(len(line) for line in plain_text(job).split(b"\n")) <= columns
        assert job.startswith(b"\x1b@")
    assert capsys.readouterr().out == ""


def test_large_words_take_twice_the_room() -> None:
    job = set_paper((Heading("A rather long name of a site"),), NARROW)
    assert plain_text(job) == b"A rather long\nname of a site\n"


def test_label_and_value_stand_at_the_edges() -> None:
    job = set_paper((Pair("Net", "12.61"), Rule(), Gap(), Pair("x" * 30, "1234")), NARROW)
    assert plain_text(job).split(b"\n")[:5] == [
        b"Net" + b" " * 24 + b"12.61",
        b"-" * 32,
        b"",
        b"x" * 30,
        b" " * 28 + b"1234",
    ]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Café", b"\x1bt\x00Caf\x82\n"),
        ("4 €", b"\x1bt\x104 \x80\n"),
        ("Москва", b"\x1bt\x11\x8c\xae\xe1\xaa\xa2\xa0\n"),
    ],
)
def test_a_line_goes_out_in_one_code_page_the_printer_has(text: str, printed: bytes) -> None:
    assert printed in set_paper((Words(text, centre=False),), "TM-T88III")


@pytest.mark.parametrize("profile", sorted(CAPABILITIES["profiles"].keys() - {"AF-240"}))
@pytest.mark.parametrize("text", ["Rückgeld größer", "Übertrag 5 €", "Jana Nováková, Žilina"])
def test_the_bytes_are_the_words_in_the_page_that_is_switched_on(profile: str, text: str) -> None:
    job = set_paper((Words(text, centre=False),), profile)
    numbers = [command[2] for command in commands(job) if command.startswith(b"\x1bt")]
    if not numbers:
        assert any(command.startswith(b"\x1dv0") for command in commands(job)), "then it is drawn"
        return
    has: dict[str, str] = CAPABILITIES["profiles"][profile]["codePages"]
    page = has[str(numbers[-1])]
    assert " ".join(plain_text(job).decode(page).split()) == text
    assert numbers[-1] == min(int(number) for number, name in has.items() if name == page)


@pytest.mark.parametrize("text", ["Łódź i Москва", "مرحبا", "שלום", "漢字", "नमस्ते", "e\u0301"])
def test_a_line_no_single_code_page_has_is_drawn(text: str) -> None:
    job = set_paper((Words(text),), "TM-T88III")
    (picture,) = [command for command in commands(job) if command.startswith(b"\x1dv0")]
    assert picture[4:6] == bytes([512 // 8, 0])
    assert plain_text(job) == b""


def test_an_arabic_receipt_is_within_the_width_and_says_its_numbers() -> None:
    job = receipt_paper(RECEIPT, ISSUER, arabic, NARROW)
    pictures = [command for command in commands(job) if command.startswith(b"\x1dv0")]
    assert len(pictures) > 5
    assert {picture[4] for picture in pictures} == {384 // 8}


def test_a_printer_without_codes_of_its_own_gets_a_picture() -> None:
    assert b"\x1d(k" in set_paper((Qr("X"),), WIDE)
    job = set_paper((Qr("X"),), NARROW)
    assert b"\x1d(k" not in job
    assert b"\x1dv0" in job


@pytest.mark.parametrize(("length", "dots"), [(10, 8), (150, 8), (300, 6), (666, 4)])
def test_a_code_is_as_large_as_the_paper_allows(length: int, dots: int) -> None:
    job = set_paper((Qr("X" * length),), "TM-T88III")
    assert b"\x1d(k\x03\x001C" + bytes([dots]) in job
    assert dots * widest_side("X" * length) <= 512


def test_a_payload_no_ticket_can_carry_is_refused() -> None:
    with pytest.raises(PayloadTooLong):
        set_paper((Qr("X" * 667),), WIDE)


@given(st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567.", min_size=1, max_size=300))
def test_a_code_is_never_wider_than_was_reckoned(payload: str) -> None:
    assert len(modules(payload)) + 8 <= widest_side(payload)


def test_a_printer_nobody_knows_is_named() -> None:
    with pytest.raises(UnknownProfile, match="no printer profile 'TM-T9000'; there are AF-240"):
        set_paper((), "TM-T9000")


def test_a_display_whose_letters_nobody_knows_is_no_printer() -> None:
    with pytest.raises(UnknownProfile, match="'AF-240' has none of the code pages CP437"):
        set_paper((), "AF-240")


def test_two_papers_in_a_row_are_the_same_bytes() -> None:
    euro = receipt_paper(RECEIPT, ISSUER, english)
    assert ticket_paper(TICKET, ISSUER, english) == ticket_paper(TICKET, ISSUER, english)
    assert receipt_paper(RECEIPT, ISSUER, english) == euro


# --- text is data ---------------------------------------------------------------------------------

controls = st.sampled_from(
    [
        *("\x1b", "\x1bp\x00\x19\xfa", "\x1bp0", "\x1d", "\x1dV\x00"),
        *("\x10", "\x10\x14\x01\x00\x01", "\x00", "\x9b", "\n", "\r", "\x7f", "\u2028"),
    ]
)
ascii_words = st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), max_size=8)
hostile_ascii = st.lists(st.one_of(ascii_words, controls.filter(str.isascii)), max_size=6).map(
    "".join
)
hostile = st.lists(st.one_of(st.text(max_size=8), controls), max_size=4).map("".join)


def receipt_with(text: str) -> Receipt:
    return replace(RECEIPT, plate=f"x{text}", number=text, booth=text, reference=f"x{text}")


@given(hostile_ascii)
def test_the_commands_are_the_templates_whatever_a_name_contains(text: str) -> None:
    issuer = replace(
        ISSUER, site=text, place=text, supplier=(text,), tariff=Text("{x}", (("x", text),))
    )
    plain = replace(ISSUER, site="X", place="X", supplier=("X",), tariff=Text("X"))
    assert commands(ticket_paper(replace(TICKET, code=text), issuer, english)) == commands(
        ticket_paper(TICKET, plain, english)
    )
    assert commands(receipt_paper(receipt_with(text), issuer, english)) == commands(
        receipt_paper(receipt_with("X"), plain, english)
    )


@given(hostile)
def test_nothing_ever_opens_a_drawer_or_cuts_twice(text: str) -> None:
    sheet = (Heading(text), Words(text), Pair(text, text), ShortCode(text), Qr("BG1" + "X" * 20))
    for profile in (WIDE, NARROW):
        job = set_paper(sheet, profile)
        found = commands(job)
        assert all(command.startswith(ALLOWED) for command in found)
        assert found.count(CUT) == (profile == WIDE)
        assert not REAL_TIME.search(job)
        assert all(byte >= 0x20 or byte == 0x0A for byte in plain_text(job))
