"""Papers of money for tests: a busy day's Z, a correction, passes, vouchers."""

from dataclasses import replace
from datetime import timedelta

from kiosk.domain.money import Money
from kiosk.domain.passes import Pass, PassKind, PassState, Presence
from kiosk.domain.payment import Method
from kiosk.domain.quote import Tax
from kiosk.domain.validation import Benefit, BenefitKind
from kiosk.reports.cards import Sale
from kiosk.reports.corrections import Correction
from kiosk.reports.figures import (
    Drawer,
    Figures,
    Passages,
    Piece,
    Records,
    Shift,
    Tally,
    Tickets,
)
from kiosk.reports.parts import Tender
from kiosk.reports.vouchers import ChangeVoucher, Voucher
from tests.support.paper import NOON, PAYLOAD, RECEIPT


def euros(minor: int) -> Money:
    """An amount."""
    return Money(minor, "EUR")


def taxed(basis_points: int, net: int, tax: int, label: str = "") -> Tax:
    """A tax line that adds up."""
    return Tax(label, basis_points, euros(net), euros(tax), euros(net + tax))


CORRECTION = Correction(
    number="B1-000043",
    corrects=RECEIPT.number,
    corrects_at=RECEIPT.paid_at,
    issued_at=NOON + timedelta(minutes=20),
    session_id=RECEIPT.session_id,
    code=RECEIPT.code,
    entered_at=RECEIPT.entered_at,
    amount=euros(500),
    earlier=euros(0),
    method=Method.CASH,
    cause="refund",
    reason="Charged for another car",
    booth="Booth 1",
    taxes=(taxed(1900, 1261, 239),),
)
SPLIT = replace(
    RECEIPT,
    tendered=None,
    change=None,
    change_voucher=None,
    split=(
        Tender(Method.CARD, euros(1000), "A00017"),
        Tender(
            Method.CASH, euros(500), tendered=euros(1000), change=euros(300), voucher=euros(150)
        ),
    ),
)
SEASON = Pass(
    pass_id="p1",
    code="7H2K9M4QX",
    kind=PassKind.SEASON,
    group_id="g1",
    holder="Jana Nováková",
    valid_from=NOON,
    valid_until=NOON + timedelta(days=30),
    state=PassState.ACTIVE,
    presence=Presence.OUTSIDE,
    balance=euros(0),
    plate="B AB 123",
    payload=PAYLOAD,
)
WALLET = replace(SEASON, kind=PassKind.VALUE, balance=euros(4350), plate="")
SALE = Sale(
    number="B1-000044",
    pass_=SEASON,
    what="sale",
    price=euros(8900),
    sold_at=NOON,
    tenders=(Tender(Method.CARD, euros(8900), "A00018"),),
    booth="Booth 1",
    taxes=(taxed(1900, 7479, 1421),),
)
CHANGE_VOUCHER = ChangeVoucher(
    code="9TQ4K2M7X",
    payload=PAYLOAD,
    amount=euros(150),
    issued_at=NOON,
    expires_at=NOON + timedelta(days=90),
    booth="Booth 1",
    receipt="B1-000042",
)
VOUCHER = Voucher(
    merchant="Cinema Lux",
    number=1001,
    benefit=Benefit(BenefitKind.TIME, 120),
    payload=PAYLOAD,
    expires_at=NOON + timedelta(days=30),
)
DRAWER = Drawer(
    moves=(
        ("float", Tally(1, euros(10000))),
        ("sale", Tally(31, euros(14650))),
        ("refund", Tally(1, euros(-500))),
        ("drop", Tally(1, euros(-10000))),
        ("paid_out", Tally(1, euros(-1250))),
    ),
    change=euros(6850),
    kept=Tally(1, euros(50)),
    counted=euros(12880),
    pieces=(
        Piece(euros(5000), 1, 1),
        Piece(euros(1000), 4, 4),
        Piece(euros(500), 6, 6),
        Piece(euros(100), 7, 7),
        Piece(euros(20), 9, 10),
    ),
)
Z = Figures(
    device="booth-1",
    currency="EUR",
    taken_at=NOON + timedelta(hours=8),
    payments=(
        (Method.CASH, Tally(31, euros(14650))),
        (Method.CARD, Tally(104, euros(92310))),
        (Method.WALLET, Tally(6, euros(3900))),
        (Method.VOUCHER, Tally(1, euros(150))),
    ),
    refunds=((Method.CASH, Tally(1, euros(500))), (Method.CARD, Tally(1, euros(900)))),
    orphans=Tally(1, euros(900)),
    voids=Tally(1, euros(900)),
    adjustments=Tally(2, euros(-700)),
    unsettled=Tally(0, euros(0)),
    taxes=(taxed(1900, 90428, 17182), taxed(0, 2000, 0)),
    perpetual=euros(1_284_350_10),
    records=Records(48213, 12, "9f2c41d07be3a865" * 4),
    number=42,
    previous=41,
    since_at=NOON - timedelta(hours=16),
    shift=Shift("Maria Schmidt", NOON - timedelta(hours=6), NOON + timedelta(hours=8)),
    first_receipt="B1-000910",
    last_receipt="B1-001053",
    drawer=DRAWER,
    validations=(
        ("Cinema Lux", Tally(23, euros(6900))),
        ("Restaurant Zum Goldenen Hirschen", Tally(4, euros(1200))),
    ),
    pass_sales=(("sale", Tally(1, euros(8900))), ("top_up", Tally(2, euros(5000)))),
    promises=(
        ("debt_issued", Tally(1, euros(450))),
        ("debt_settled", Tally(1, euros(300))),
        ("change_voucher_issued", Tally(1, euros(150))),
        ("change_voucher_redeemed", Tally(1, euros(150))),
    ),
    exceptions=(
        ("payment.owed.nil_exit", 2),
        ("lane.manual_opened", 3),
        ("session.fee_fixed", 1),
        ("lane.passage_unauthorised", 1),
    ),
    tickets=Tickets(inside_before=38, issued=171, collected=164, void=3, inside=41),
    passages=Passages(cars_in=169, sessions_in=168, cars_out=164, sessions_out=164),
)
X = replace(
    Z,
    number=None,
    shift=replace(Z.shift, closed_at=None) if Z.shift else None,
    drawer=replace(DRAWER, counted=None, pieces=()),
)
