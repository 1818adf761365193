"""Facts of money to test with: one of each kind, in an order that could happen."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from kiosk.domain.event import Body, Circumstances
from kiosk.domain.facts import booth, cash, passes, payments, stays, validations
from kiosk.domain.money import Money
from kiosk.domain.passes import Firmness, Group, PassKind, Presence
from kiosk.domain.payment import Method
from kiosk.domain.staff import Role
from kiosk.domain.validation import Benefit, BenefitKind, Merchant
from tests.support.stores import NOW, TEN, here, paid, paying, started

STAFF = Group("staff", "Staff", spaces=20, passback=Firmness.SOFT, zone="north")
HOUR = Benefit(BenefitKind.TIME, 60)
CINEMA = Merchant("cinema", "Cinema", (HOUR, Benefit(BenefitKind.FULL)), daily_count=100)


def euros(whole: int) -> Money:
    """An amount of money."""
    return Money(whole * 100, "EUR")


def refunding(refund: str, attempt: str, amount: Money = TEN) -> payments.RefundStarted:
    """About to give that much of a card payment back."""
    return payments.RefundStarted(
        refund, attempt, "s1", Method.CARD, amount, "refund", "broken lift", "olga"
    )


def refunded(
    refund: str, attempt: str, amount: Money = TEN, shift: str | None = None
) -> payments.RefundSucceeded:
    """It went back."""
    return payments.RefundSucceeded(refund, attempt, "s1", Method.CARD, amount, "ref 9", shift)


def season(pass_id: str, code: str = "", group: str = "staff") -> passes.PassIssued:
    """A pass for the year."""
    return passes.PassIssued(
        pass_id,
        code or f"P-{pass_id}",
        PassKind.SEASON,
        group,
        "Kim",
        NOW,
        NOW + timedelta(days=365),
        f"PAYLOAD-{pass_id}",
        "AB 1",
    )


def wallet(pass_id: str, amount: Money = TEN) -> tuple[Body, ...]:
    """A value pass with that much on it."""
    issued = replace(season(pass_id), kind=PassKind.VALUE)
    return issued, passes.WalletCredited(pass_id, amount, "top_up", f"a-{pass_id}")


def validated(validation: str, session: str = "s1", voucher: str = "") -> Body:
    """The cinema gives an hour."""
    return validations.ValidationApplied(
        validation,
        session,
        "cinema",
        HOUR,
        "voucher" if voucher else "attendant",
        Money(200, "EUR"),
        voucher,
        "shift-2",
    )


def issued_change(voucher: str, amount: Money = TEN) -> cash.ChangeVoucherIssued:
    """Paper for change that was short."""
    return cash.ChangeVoucherIssued(
        voucher, "s1", "a2", amount, NOW + timedelta(days=90), f"PAYLOAD-{voucher}"
    )


def z_taken(number: int, gross: Money = TEN, perpetual: Money = TEN) -> cash.ZTaken:
    """The numbered end of a period."""
    return cash.ZTaken(
        number, "shift-2", 7, "EUR", gross.minor, 0, perpetual.minor, 1, 0, 3, "ab" * 32
    )


def money_of_each() -> list[tuple[Body, Circumstances]]:
    """Every kind of fact of money, after those of `stores.one_of_each` (its stays and shifts)."""
    till, desk = here(None, "s1", actor="anna", after=5000), here(actor="anna", after=5100)
    entry, card = here("entry-1", "s6", after=5200), here("exit-1", "s5", after=5250)
    sale = here(None, "p1", actor="anna", after=5300)
    return [
        (stays.DemandFixed("s5", 80), here("entry-1", "s5")),
        (stays.StayContinued("s5", "s1"), here("entry-1", "s5")),
        (cash.CashMoved("shift-2", "float", euros(50), ((1000, 5),)), desk),
        (cash.CashMoved("shift-2", "paid_out", -euros(5), ((500, -1),), "", "milk", "olga"), desk),
        (cash.ChangeVoucherIssued("v1", "s1", "a2", TEN, NOW + timedelta(days=90), "V1"), till),
        (cash.ChangeVoucherIssued("v2", "s1", "a2", TEN, NOW + timedelta(days=90), "V2"), till),
        (cash.ChangeVoucherRedeemed("v2", euros(4), "a9"), till),
        (payments.FeeAdjusted("adj-1", "s1", -euros(3), "waited long", "olga"), till),
        (cash.ZTaken(1, "shift-1", 40, "EUR", 2000, 0, 2000, 2, 0, 5, "ab" * 32), desk),
        (refunding("r1", "a2", euros(3)), till),
        (refunded("r1", "a2", euros(3), "shift-2"), till),
        (payments.CorrectionIssued(2, 1, "s1", "r1"), till),
        (refunding("r2", "a2", euros(2)), till),
        (payments.RefundFailed("r2", "a2", "s1", "declined"), till),
        (replace(refunding("r3", "a1"), cause="orphan"), till),
        (payments.RefundUnknown("r3", "a1", "s1"), till),
        (booth.SecondAgreed("olga", "forgive_debt", "s2"), desk),
        (booth.KioskLeft("tomas"), desk),
        (booth.StaffEnrolled("ben", "Ben", Role.ATTENDANT), desk),
        (booth.StaffPinSet("ben", unlocked=True), desk),
        (booth.StaffLetGo("ben", "moved away"), desk),
        (booth.StaffTakenBack("ben"), desk),
        (payments.DebtSettled("s2", euros(4), "", "forgiven"), desk),
        (paying("a10", "s5"), card),
        (payments.PaymentUnknown("a10", "s5"), card),
        (payments.PaymentSettledByWord("a10", "s5", TEN, False, "the bank says so", "olga"), card),
        (payments.PaymentFailed("a10", "s5", "the bank says so"), card),
        (passes.PassGroupSet(STAFF), desk),
        (season("p1"), sale),
        (paying("a8", "p1"), sale),
        (paid("a8", "p1", "shift-2"), sale),
        (passes.PassSold("p1", "a8", "sale", TEN), sale),
        (passes.PassRenewed("p1", NOW + timedelta(days=400)), desk),
        (passes.PassBlocked("p1", "lost"), desk),
        (passes.PassUnblocked("p1", "found"), desk),
        (passes.WalletCredited("p1", TEN, "top_up", "a8"), sale),
        (passes.WalletDebited("p1", euros(4), "a9"), sale),
        (started("s6", "P-p1"), entry),
        (passes.PassUsed("p1", "s6", "passback"), entry),
        (passes.PassMoved("p1", Presence.INSIDE, "north"), entry),
        (passes.PassMoved("p1", Presence.OUTSIDE, "south", "seen there"), desk),
        (passes.PassesNeutralised("staff", "fire drill"), desk),
        (passes.ResyncProposed(3), desk),
        (validations.MerchantSet(CINEMA), desk),
        (validations.VouchersIssued("cinema", HOUR, 1, 20), desk),
        (validated("val-1", "s1", "cinema-1"), till),
        (validations.ValidationWithdrawn("val-1", "s1", "wrong ticket"), till),
        (validated("val-2", "s5", "cinema-2"), till),
        (
            cash.DrawerCounted(
                "shift-2", euros(44), euros(45), -euros(1), ((1000, 4), (100, 4)), "olga"
            ),
            desk,
        ),
    ]
