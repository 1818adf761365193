"""Signed paper: what it says, what it refuses, and the exact bytes other programs may rely on."""

import base64
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
import qrcode
from hypothesis import example, given
from hypothesis import strategies as st
from qrcode.util import MODE_ALPHA_NUM, QRData

from kiosk.domain.money import Money
from kiosk.domain.ticket import Refusal
from kiosk.wire.ticket import (
    PREFIX,
    DebtSlip,
    EntryTicket,
    ExitPass,
    Keyring,
    Signer,
    debt_slip_payload,
    entry_ticket_payload,
    exit_pass_payload,
    key_id_of,
    read_payload,
    short_code,
)

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
SEED = bytes(range(32))
SIGNER = Signer(SEED, key_id=7)
KEYS = Keyring({7: SIGNER.public_key})
TICKET = EntryTicket("north", 3, 1234, NOON, "standard", "car")
PASS = ExitPass(
    "north", short_code(3, 1234), NOON + timedelta(minutes=15), Money(450, "EUR"), "till-1"
)
TICKET_TEXT = entry_ticket_payload(TICKET, SIGNER)
PASS_TEXT = exit_pass_payload(PASS, SIGNER)

words = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=24)
seconds = st.datetimes(
    datetime(2020, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)  # noqa: DTZ001
).map(lambda at: at.replace(microsecond=0))  # fmt: skip
tickets = st.builds(
    EntryTicket,
    words,
    st.integers(0, 63),
    st.integers(0, 2**24 - 1),
    seconds,
    words,
    words,
)
passes = st.builds(
    ExitPass,
    words,
    st.just(short_code(1, 1)),
    seconds,
    st.builds(Money, st.integers(0, 2**32 - 1), st.sampled_from(["EUR", "JPY", "KWD"])),
    words,
)


def test_a_ticket_says_what_was_printed() -> None:
    assert read_payload(TICKET_TEXT, KEYS, "north") == TICKET
    assert TICKET.code == short_code(3, 1234)


def test_an_exit_pass_says_what_was_paid() -> None:
    assert read_payload(PASS_TEXT, KEYS, "north") == PASS


@given(ticket=tickets)
def test_every_ticket_survives_its_paper(ticket: EntryTicket) -> None:
    text = entry_ticket_payload(ticket, SIGNER)
    assert read_payload(text, KEYS, ticket.facility_id) == ticket


@given(exit_pass=passes)
def test_every_pass_survives_its_paper(exit_pass: ExitPass) -> None:
    text = exit_pass_payload(exit_pass, SIGNER)
    assert read_payload(text, KEYS, exit_pass.facility_id) == exit_pass


@pytest.mark.parametrize("text", [TICKET_TEXT, PASS_TEXT])
def test_the_text_stays_in_the_alphanumeric_mode_of_a_modest_qr(text: str) -> None:
    assert QRData(text).mode == MODE_ALPHA_NUM
    code = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M)
    code.add_data(text)
    code.make(fit=True)
    assert code.version <= 8


@pytest.mark.parametrize("text", [TICKET_TEXT.lower(), f"  {TICKET_TEXT}\r\n"])
def test_a_scanner_may_type_in_lower_case_and_press_enter(text: str) -> None:
    assert read_payload(text, KEYS, "north") == TICKET


def test_the_longest_ticket_is_far_from_the_limit_of_what_is_read() -> None:
    longest = EntryTicket("f" * 24, 63, 2**24 - 1, NOON, "t" * 24, "v" * 24)
    assert len(entry_ticket_payload(longest, Signer(SEED, key_id=2**32 - 1))) == 256


# --- refusals --------------------------------------------------------------------------------


def test_paper_of_another_facility_is_told_apart_from_a_forgery() -> None:
    elsewhere = entry_ticket_payload(replace(TICKET, facility_id="south"), SIGNER)
    assert read_payload(elsewhere, KEYS, "north") is Refusal.OTHER_FACILITY


def test_paper_signed_by_a_key_we_never_heard_of_is_unknown() -> None:
    stranger = entry_ticket_payload(TICKET, Signer(bytes(32), key_id=8))
    assert read_payload(stranger, KEYS, "north") is Refusal.UNKNOWN


def test_paper_signed_by_another_key_under_our_name_is_forged() -> None:
    forger = entry_ticket_payload(TICKET, Signer(bytes(32), key_id=7))
    assert read_payload(forger, KEYS, "north") is Refusal.FORGED


def test_a_signature_made_for_something_else_is_no_ticket() -> None:
    raw = _raw(TICKET_TEXT)
    data = raw[:-64]
    # The same key over the bare payload, as any other protocol might sign it.
    bare = SIGNER._key.sign(data)
    assert read_payload(_text(data + bare), KEYS, "north") is Refusal.FORGED


@pytest.mark.parametrize("text", [TICKET_TEXT, PASS_TEXT])
def test_no_single_flipped_bit_is_ever_accepted(text: str) -> None:
    raw = _raw(text)
    for bit in range(len(raw) * 8):
        damaged = bytearray(raw)
        damaged[bit // 8] ^= 1 << bit % 8
        assert isinstance(read_payload(_text(bytes(damaged)), KEYS, "north"), Refusal)


def test_no_single_changed_character_is_ever_accepted() -> None:
    for place, right in enumerate(TICKET_TEXT):
        for wrong in "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567019.":
            if wrong != right:
                text = TICKET_TEXT[:place] + wrong + TICKET_TEXT[place + 1 :]
                assert isinstance(read_payload(text, KEYS, "north"), Refusal)


def test_a_newer_version_is_unreadable_not_guessed() -> None:
    later = msgspec.msgpack.encode([1, 2, 7, "north", 3, 1234, 0, "standard", "car"])
    text = _text(later + SIGNER.sign(later))
    assert read_payload(text, KEYS, "north") is Refusal.UNREADABLE


@pytest.mark.parametrize(
    "fields",
    [
        [1, 1, 7, "north", 64, 1234, 0, "standard", "car"],
        [1, 1, 7, "north", 3, 1 << 24, 0, "standard", "car"],
        [1, 1, 7, "north", 3, 1234, -1, "standard", "car"],
        [1, 1, 7, "north", 3, 1234, 1 << 32, "standard", "car"],
        [1, 1, 7, "north", 3, True, 0, "standard", "car"],
        [1, 1, 7, "north", 3, 1234, 0, "standard", "car", "more"],
        [1, 1, 7, "north", 3, 1234, 0, "standard"],
        [2, 1, 7, "north", "ILOU000", 0, 450, "EUR", "till-1"],
        [2, 1, 7, "north", "0000000", 0, -1, "EUR", "till-1"],
        [2, 1, 7, "north", "0000000", 0, 450, "eur", "till-1"],
        [3, 1, 7, "north"],
        {"version": 1},
        None,
    ],
)
def test_a_well_signed_payload_that_makes_no_sense_is_unreadable(fields: object) -> None:
    data = msgspec.msgpack.encode(fields)
    assert read_payload(_text(data + SIGNER.sign(data)), KEYS, "north") is Refusal.UNREADABLE


@given(text=st.one_of(st.text(), st.binary().map(lambda data: data.decode("latin-1"))))
@example("")
@example(PREFIX)
@example(PREFIX + "=")
@example(PREFIX + "A" * 397)
@example("\udcff" * 50)
@example(PREFIX + "\u0661" * 20)
@example("x" * 10_000_000)
@example(PREFIX + "A" * 10_000_000)
def test_any_text_is_refused_by_name(text: str) -> None:
    assert read_payload(text, KEYS, "north") is Refusal.UNREADABLE


@given(data=st.binary(max_size=240))
def test_any_bytes_behind_our_prefix_are_refused_by_name(data: bytes) -> None:
    assert isinstance(read_payload(_text(data), KEYS, "north"), Refusal)


@given(data=st.recursive(st.none() | st.integers() | st.text(max_size=4), st.lists))
def test_any_signed_message_that_is_no_ticket_is_refused_by_name(data: object) -> None:
    try:
        packed = msgspec.msgpack.encode(data)
    except OverflowError:
        return
    text = _text(packed + SIGNER.sign(packed))
    assert isinstance(read_payload(text, KEYS, "north"), Refusal)


@pytest.mark.parametrize(
    "ticket",
    [
        replace(TICKET, facility_id=""),
        replace(TICKET, vehicle_class="L\u00d6WE"),
        replace(TICKET, lane_number=64),
        replace(TICKET, number=-1),
        replace(TICKET, tariff="t" * 25),
        replace(TICKET, issued_at=datetime(1960, 1, 1, tzinfo=UTC)),
    ],
)
def test_what_does_not_fit_is_not_printed(ticket: EntryTicket) -> None:
    with pytest.raises(ValueError, match="does not fit on paper"):
        entry_ticket_payload(ticket, SIGNER)


# --- vectors ---------------------------------------------------------------------------------


def test_the_format_is_what_it_was() -> None:
    """Changing any of these breaks paper in drivers' pockets: make a new version instead."""
    assert SIGNER.public_key.hex() == (
        "03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8"
    )
    assert key_id_of(SIGNER.public_key) == 0x56475AA7
    assert _raw(TICKET_TEXT)[:-64].hex() == (
        "99010107a56e6f72746803cd04d2ce6b003640a87374616e64617264a3636172"
    )
    assert _raw(PASS_TEXT)[:-64].hex() == (
        "99020107a56e6f727468a7564d365847464bce6b0039c4cd01c2a3455552a674696c6c2d31"
    )
    assert TICKET_TEXT == (
        "BG1TEAQCB5FNZXXE5DIAPGQJUWONMADMQFION2GC3TEMFZGJI3DMFZHDDQYOIYDBMENZ35I76DDFLORNUNFCJP5Z"
        "VYP757P23QZ2EBAX2TFSOS6FTOTRVR2MWKWF6T46URY4WEVLSV42XKG6PZP6G7XRKLFAQ"
    )
    assert PASS_TEXT == (
        "BG1TEBACB5FNZXXE5DIU5LE2NSYI5DEXTTLAA44JTIBYKRUKVKSUZ2GS3DMFUYU7WSUQWG7632YBMVLKC3X7QMFQ"
        "KJKLC3AEK5LZNW2P5DTAYFTDNCPJE3CXDTYXGXKN5KYOZ4CAAHBZ6JCLS3B3QCBZNGM5STZ7BAJBY"
    )


def _raw(text: str) -> bytes:
    symbols = text.removeprefix(PREFIX)
    return base64.b32decode(symbols + "=" * (-len(symbols) % 8))


def _text(raw: bytes) -> str:
    return PREFIX + base64.b32encode(raw).decode().rstrip("=")


def test_a_debt_slip_says_what_is_owed_and_since_when() -> None:
    slip = DebtSlip("north", short_code(3, 1234), NOON, Money(1250, "EUR"), "exit-1")
    assert read_payload(debt_slip_payload(slip, SIGNER), KEYS, "north") == slip


def test_a_bookings_longer_code_fits_an_exit_pass_too() -> None:
    paid = replace(PASS, code="4K72MX94K")
    assert read_payload(exit_pass_payload(paid, SIGNER), KEYS, "north") == paid
