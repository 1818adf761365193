"""Passes and vouchers on paper: what they say, what is refused, and bytes that stay as they are."""

import base64
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
import qrcode
from hypothesis import given
from hypothesis import strategies as st
from qrcode.util import MODE_ALPHA_NUM, QRData

from kiosk.domain.money import Money
from kiosk.domain.passes import PassKind
from kiosk.domain.ticket import Refusal
from kiosk.domain.validation import Benefit, BenefitKind
from kiosk.wire.ticket import (
    MAX_TEXT,
    PREFIX,
    ChangeVoucherPaper,
    Keyring,
    PassPaper,
    Signer,
    VoucherPaper,
    change_voucher_payload,
    check_code,
    pass_payload,
    read_payload,
    secret_code,
    voucher_payload,
)

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
YEAR = timedelta(days=365)
SEED = bytes(range(32))
SIGNER = Signer(SEED, key_id=7)
KEYS = Keyring({7: SIGNER.public_key})
CODE = secret_code(b"\x01\x23\x45\x67\x89")

SEASON = PassPaper("north", CODE, PassKind.SEASON, NOON, NOON + YEAR, "staff")
HOUR_OFF = VoucherPaper("north", "cinema", 17, Benefit(BenefitKind.TIME, 60), NOON + YEAR)
CHASER = replace(HOUR_OFF, benefit=Benefit(BenefitKind.RATE, 0, "night"), bound_to="VM6XGFK")
CHANGE = ChangeVoucherPaper("north", CODE, Money(140), NOON + YEAR, "till-1")

Paper = PassPaper | VoucherPaper | ChangeVoucherPaper


def written(paper: Paper, signer: Signer = SIGNER) -> str:
    match paper:
        case PassPaper():
            return pass_payload(paper, signer)
        case VoucherPaper():
            return voucher_payload(paper, signer)
        case ChangeVoucherPaper():
            return change_voucher_payload(paper, signer)


PAPERS: list[Paper] = [SEASON, HOUR_OFF, CHASER, CHANGE]
words = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=24)
codes = st.binary(min_size=5, max_size=5).map(secret_code)
seconds = st.integers(0, 2**32 - 1)
instants = seconds.map(lambda second: datetime.fromtimestamp(second, UTC))
amounts = st.builds(Money, st.integers(0, 2**32 - 1), st.sampled_from(["EUR", "JPY", "KWD"]))
benefits = st.one_of(
    st.builds(Benefit, st.just(BenefitKind.TIME), st.integers(0, 2**32 - 1)),
    st.builds(Benefit, st.just(BenefitKind.AMOUNT), st.integers(0, 2**32 - 1)),
    st.builds(Benefit, st.just(BenefitKind.PERCENT), st.integers(0, 100)),
    st.just(Benefit(BenefitKind.FULL)),
    st.builds(Benefit, st.just(BenefitKind.RATE), st.just(0), words),
)
spans = st.tuples(instants, instants).filter(lambda ends: ends[0] < ends[1])
papers = st.one_of(
    st.builds(
        lambda facility, code, kind, span, group: PassPaper(
            facility, code, kind, span[0], span[1], group
        ),
        words,
        codes,
        st.sampled_from(PassKind),
        spans,
        words,
    ),
    st.builds(
        VoucherPaper,
        words,
        words,
        st.integers(0, 2**32 - 1),
        benefits,
        instants,
        st.just("") | codes,
    ),
    st.builds(ChangeVoucherPaper, words, codes, amounts, instants, words),
)


@given(papers)
def test_every_paper_says_what_was_written(paper: Paper) -> None:
    assert read_payload(written(paper), KEYS, paper.facility_id) == paper


@given(papers)
def test_every_paper_is_far_from_the_limit_of_what_is_read(paper: Paper) -> None:
    assert len(written(paper)) <= MAX_TEXT


def test_the_longest_of_them_all() -> None:
    longest = VoucherPaper(
        "f" * 24,
        "m" * 24,
        2**32 - 1,
        Benefit(BenefitKind.RATE, 2**32 - 1, "r" * 24),
        datetime.fromtimestamp(2**32 - 1, UTC),
        CODE,
    )
    assert len(written(longest, Signer(SEED, key_id=2**32 - 1))) == 287


@pytest.mark.parametrize("paper", PAPERS)
def test_the_printed_code_stays_small(paper: Paper) -> None:
    text = written(paper, Signer(SEED, key_id=2**32 - 1))
    assert QRData(text).mode == MODE_ALPHA_NUM
    code = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M)
    code.add_data(text)
    code.make(fit=True)
    assert code.version <= 8


def test_passes_and_change_can_be_typed_and_vouchers_are_known_by_merchant_and_number() -> None:
    assert check_code(SEASON.code) == CODE
    assert check_code(CHANGE.code) == CODE
    assert HOUR_OFF.code == CHASER.code == "cinema/0/17"


def test_two_booths_that_count_alike_print_two_vouchers() -> None:
    papers = []
    for key_id in (7, 8):
        signer = Signer(SEED, key_id=key_id)
        keyring = Keyring({key_id: signer.public_key})
        papers.append(read_payload(written(HOUR_OFF, signer), keyring, "north"))
    one, other = papers
    assert isinstance(one, VoucherPaper)
    assert isinstance(other, VoucherPaper)
    assert (one.code, other.code) == ("cinema/7/17", "cinema/8/17")


@given(st.tuples(words, st.integers(0, 99)), st.tuples(words, st.integers(0, 99)))
def test_no_two_vouchers_share_a_name(one: tuple[str, int], other: tuple[str, int]) -> None:
    first = replace(HOUR_OFF, merchant_id=one[0], number=one[1])
    second = replace(HOUR_OFF, merchant_id=other[0], number=other[1])
    assert (first.code == second.code) == (one == other)


# --- refusals --------------------------------------------------------------------------------


@given(papers)
def test_paper_from_elsewhere_is_told_apart_from_a_forgery(paper: Paper) -> None:
    other = f"{paper.facility_id[:-1]}{'a' if paper.facility_id[-1] != 'a' else 'b'}"
    assert read_payload(written(paper), KEYS, other) is Refusal.OTHER_FACILITY


@given(papers)
def test_paper_of_a_strange_key_is_unknown_and_under_our_name_forged(paper: Paper) -> None:
    stranger = written(paper, Signer(bytes(32), key_id=8))
    forger = written(paper, Signer(bytes(32), key_id=7))
    assert read_payload(stranger, KEYS, paper.facility_id) is Refusal.UNKNOWN
    assert read_payload(forger, KEYS, paper.facility_id) is Refusal.FORGED


@given(papers, st.data())
def test_an_edited_paper_is_never_accepted(paper: Paper, data: st.DataObject) -> None:
    raw = bytearray(_raw(written(paper)))
    place = data.draw(st.integers(0, len(raw) - 1))
    raw[place] ^= data.draw(st.integers(1, 255))
    assert isinstance(read_payload(_text(bytes(raw)), KEYS, paper.facility_id), Refusal)


@pytest.mark.parametrize("paper", PAPERS)
def test_no_single_flipped_bit_is_ever_accepted(paper: Paper) -> None:
    raw = _raw(written(paper))
    for bit in range(len(raw) * 8):
        damaged = bytearray(raw)
        damaged[bit // 8] ^= 1 << bit % 8
        assert isinstance(read_payload(_text(bytes(damaged)), KEYS, "north"), Refusal)


@given(papers, papers)
def test_one_papers_signature_is_none_for_another(one: Paper, other: Paper) -> None:
    body, signed = _raw(written(one))[:-64], _raw(written(other))[-64:]
    mixed = read_payload(_text(body + signed), KEYS, one.facility_id)
    assert mixed is Refusal.FORGED or one == other


@pytest.mark.parametrize(
    "fields",
    [
        [4, 2, 7, "north", CODE, "season", 1, 2, "staff"],
        [4, 1, 7, "north", CODE, "lifelong", 1, 2, "staff"],
        [4, 1, 7, "north", CODE, "season", 2, 2, "staff"],
        [4, 1, 7, "north", CODE, "season", 3, 2, "staff"],
        [4, 1, 7, "north", CODE, "season", -1, 2, "staff"],
        [4, 1, 7, "north", CODE, "season", 1, 2, ""],
        [4, 1, 7, "north", "", "season", 1, 2, "staff"],
        [4, 1, 7, "north", CODE, "season", 1, 2],
        [4, 1, 7, "north", CODE, "season", 1, 2, "staff", 0],
        [5, 1, 7, "north", "cinema", 17, "time", 60, "", 1],
        [5, 1, 7, "north", "cinema", 17, "time", -1, "", 1, ""],
        [5, 1, 7, "north", "cinema", 17, "time", 60, "night", 1, ""],
        [5, 1, 7, "north", "cinema", 17, "rate", 0, "", 1, ""],
        [5, 1, 7, "north", "cinema", 17, "percent", 101, "", 1, ""],
        [5, 1, 7, "north", "cinema", 17, "gift", 1, "", 1, ""],
        [5, 1, 7, "north", "cinema", True, "time", 60, "", 1, ""],
        [5, 1, 7, "north", "the cinema", 17, "time", 60, "", 1, ""],
        [5, 1, 7, "north", "cinema", 17, "time", 60, "", 1, "ILOU000"],
        [6, 1, 7, "north", CODE, -1, "EUR", 1, "till-1"],
        [6, 1, 7, "north", CODE, 1.5, "EUR", 1, "till-1"],
        [6, 1, 7, "north", CODE, 140, "Eur", 1, "till-1"],
        [6, 1, 7, "north", CODE, 140, "EUR", 1 << 32, "till-1"],
        [7, 1, 7, "north", CODE, 140, "EUR", 1, "till-1"],
    ],
)
def test_a_well_signed_paper_that_makes_no_sense_is_unreadable(fields: list[object]) -> None:
    data = msgspec.msgpack.encode(fields)
    assert read_payload(_text(data + SIGNER.sign(data)), KEYS, "north") is Refusal.UNREADABLE


@pytest.mark.parametrize(
    "paper",
    [
        replace(SEASON, group_id="the whole staff"),
        replace(SEASON, code="too long for a code"),
        replace(SEASON, valid_until=datetime(2200, 1, 1, tzinfo=UTC)),
        replace(HOUR_OFF, merchant_id=""),
        replace(HOUR_OFF, number=-1),
        replace(HOUR_OFF, benefit=Benefit(BenefitKind.TIME, -60)),
        replace(HOUR_OFF, bound_to="?"),
        replace(CHANGE, amount=Money(-1)),
        replace(CHANGE, amount=Money(1, "euro")),
        replace(CHANGE, till="till 1"),
    ],
)
def test_what_does_not_fit_is_not_printed(paper: Paper) -> None:
    with pytest.raises(ValueError, match="does not fit on paper"):
        written(paper)


@pytest.mark.parametrize(
    ("write", "why"),
    [
        (lambda: pass_payload(replace(SEASON, valid_until=NOON), SIGNER), "ends after it begins"),
        (
            lambda: voucher_payload(
                replace(HOUR_OFF, benefit=Benefit(BenefitKind.PERCENT, 101)), SIGNER
            ),
            "more than all",
        ),
        (
            lambda: voucher_payload(replace(HOUR_OFF, benefit=Benefit(BenefitKind.RATE)), SIGNER),
            "names its rate",
        ),
    ],
)
def test_what_means_nothing_is_not_printed(write: Callable[[], str], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        write()


# --- vectors ---------------------------------------------------------------------------------


def test_the_format_is_what_it_was() -> None:
    """Changing any of these breaks paper in drivers' pockets: make a new version instead."""
    assert [_raw(written(paper))[:-64].hex() for paper in PAPERS] == [
        "99040107a56e6f727468a93034484d4153573935a6736561736f6ece6b003640ce6ce169c0a57374616666",
        "9b050107a56e6f727468a663696e656d6111a474696d653ca0ce6ce169c0a0",
        "9b050107a56e6f727468a663696e656d6111a47261746500a56e69676874ce6ce169c0a7564d365847464b",
        "99060107a56e6f727468a93034484d4153573935cc8ca3455552ce6ce169c0a674696c6c2d31",
    ]


def _raw(text: str) -> bytes:
    symbols = text.removeprefix(PREFIX)
    return base64.b32decode(symbols + "=" * (-len(symbols) % 8))


def _text(raw: bytes) -> str:
    return PREFIX + base64.b32encode(raw).decode().rstrip("=")
