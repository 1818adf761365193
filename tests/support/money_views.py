"""The pages of money in their states, for pictures and for tests of what fits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from kiosk.domain.money import Money
from kiosk.domain.passes import Firmness, Group, Pass, PassKind, PassState, Presence
from kiosk.domain.payment import Method
from kiosk.domain.ticket import Refusal
from kiosk.domain.validation import Benefit, BenefitKind
from kiosk.domain.wording import Text
from kiosk.ui.attendant.pages import BOOKS, CASHIER, EXCEPTIONS, PASSES, REFUNDS, SHIFT
from kiosk.ui.attendant.window import AttendantWindow
from kiosk.ui.language import Language
from kiosk.ui.theme import Theme
from kiosk.views.attendant import AttendantView
from kiosk.views.books import BooksFacts, ZRow
from kiosk.views.cashier import CashierAction, Counter, Counting, Offer, Part, Purse
from kiosk.views.charging import Charging
from kiosk.views.passes import GroupRow, PassAction, PassFacts
from kiosk.views.refunds import Flying, Late, Paid, RefundFacts
from kiosk.views.shift import Report, Running, ShiftAction, ShiftFacts
from kiosk.views.sign_on import sign_on_view
from tests.support import booth_views as booth
from tests.support import exception_views, lost_views

BANNER = Text("Simulated garage: real wires, no real money")
DRAWER = {2000: 1, 500: 2, 200: 3, 100: 1, 50: 1}
OFFERS = (
    Offer("kino", "Kino Lumière", Benefit(BenefitKind.TIME, 120)),
    Offer("kino", "Kino Lumière", Benefit(BenefitKind.FULL)),
    Offer("obchod", "Obchodné centrum", Benefit(BenefitKind.AMOUNT, 200)),
    Offer("hotel", "Hotel Centrál", Benefit(BenefitKind.PERCENT, 50)),
)
COUNTING = tuple(Counting(o.merchant_id, o.merchant, o.benefit) for o in OFFERS[1:])
PURSE = Purse("7FHX2MK9A", "Mira Kováč", Money(2640))
PARTS = (
    Part(Method.CASH, Money(100), booth.NOW - timedelta(minutes=2)),
    Part(Method.VOUCHER, Money(60), booth.NOW - timedelta(minutes=1)),
)
PARTLY = replace(booth.STAY, paid=Money(160), due=Money(200))

RESIDENTS = Group("residents", "Residents", spaces=40)
OFFICE = Group("office", "Office floors 2 to 5", spaces=12, quota=Firmness.SOFT)
VISITORS = Group("visitors", "Value passes")
GROUPS = (GroupRow(RESIDENTS, 31), GroupRow(OFFICE, 12), GroupRow(VISITORS, 3))


def a_pass(
    holder: str,
    kind: PassKind = PassKind.SEASON,
    days: int = 9,
    state: PassState = PassState.ACTIVE,
    presence: Presence = Presence.OUTSIDE,
) -> Pass:
    """A pass of this holder that ends in so many days."""
    return Pass(
        pass_id=holder,
        code="7FHX2MK9A",
        kind=kind,
        group_id=VISITORS.group_id if kind is PassKind.VALUE else RESIDENTS.group_id,
        holder=holder,
        valid_from=booth.NOW - timedelta(days=300),
        valid_until=booth.NOW + timedelta(days=days),
        state=state,
        presence=presence,
        balance=Money(2640),
        entries_left=7 if kind is PassKind.MULTI_ENTRY else None,
        plate="KE123AB",
    )


ENDING = (
    a_pass("Jana Nováková", days=2),
    a_pass("Peter Horváth", PassKind.MULTI_ENTRY, days=6),
    a_pass("Anna-Maria Szabó-Kovalčíková", days=11),
)
PASS_METHODS = (Method.CASH, Method.CARD)
DECLINED = Text("The card was declined. Nothing was charged.")
ASKING = Charging(Money(123450), "Exit 1 (Hlavná)")
FOUND = a_pass("Mira Kováč", PassKind.VALUE, presence=Presence.INSIDE)
SOON = Text("Your pass is valid until {ends_at:moment}").with_values(ends_at=FOUND.valid_until)
Z = Report(
    title=Text("Z report {number}").with_values(number=118),
    payments=(
        (Method.CASH, 41, Money(21240)),
        (Method.CARD, 63, Money(38110)),
        (Method.WALLET, 4, Money(1520)),
        (Method.VOUCHER, 1, Money(60)),
    ),
    refunds=((Method.CASH, 1, Money(120)), (Method.CARD, 2, Money(720))),
    net=Money(60090),
    perpetual=Money(48_212_340),
    unsettled=1,
    expected=Money(31240),
    counted=Money(31190),
)
X = replace(Z, title=Text("X report"), expected=None, counted=None)


def running(now: datetime = booth.NOW) -> Running:
    """A shift since breakfast."""
    return Running("Mira Kováč", now - timedelta(hours=4), Money(10000), counted_float=True)


def refunds(**changes: object) -> RefundFacts:
    """A ticket paid in two parts, money that came too late, two refunds on their way."""
    facts = RefundFacts(
        code="4K72MX9",
        session_id="session-9",
        payments=(
            Paid(
                "a-1",
                Method.CARD,
                Money(360),
                Money(360),
                booth.NOW - timedelta(hours=1),
                "booth-1-000118",
            ),
            Paid("a-2", Method.CASH, Money(500), Money(140), booth.NOW - timedelta(hours=1)),
            Paid("a-3", Method.WALLET, Money(200), Money(0), booth.NOW - timedelta(hours=2)),
        ),
        tasks=(Late("a-9", Method.CARD, Money(240), booth.NOW - timedelta(minutes=25)),),
        flying=(
            Flying("r-1", Method.CARD, Money(120), booth.NOW - timedelta(minutes=2), unknown=True),
            Flying("r-2", Method.UPI, Money(90), booth.NOW - timedelta(minutes=1), unknown=False),
        ),
    )
    return replace(facts, **changes)  # type: ignore[arg-type]


def counter(**changes: object) -> Counter:
    """The counter with everything that money adds."""
    facts = replace(booth.counter(), offers=OFFERS, drawer=DRAWER)
    return replace(facts, **changes)  # type: ignore[arg-type]


Scene = Callable[[Theme, Language], AttendantWindow]


def _window(
    view: AttendantView, page: int, act: Callable[[AttendantWindow], None] = lambda _: None
) -> Scene:
    def make(theme: Theme, language: Language) -> AttendantWindow:
        window = AttendantWindow(theme, language)
        window.render_view(view)
        window.show_page(page)
        act(window)
        return window

    return make


def _counter(act: Callable[[AttendantWindow], None] = lambda _: None, **changes: object) -> Scene:
    return _window(booth.attendant(banner=BANNER, counter_=counter(**changes)), CASHIER, act)


def _ask(action: CashierAction) -> Callable[[AttendantWindow], None]:
    return lambda window: window.cashier.order_buttons[action].click()


def _give(amount: str, *, twice: bool = False) -> Callable[[AttendantWindow], None]:
    def act(window: AttendantWindow) -> None:
        window.cashier.cash.given.setText(amount)
        if twice:
            window.cashier.cash.pay.click()

    return act


def _in_parts(window: AttendantWindow) -> None:
    window.cashier.cash.in_parts.click()
    window.cashier.cash.part.setText("2")
    window.cashier.cash.given.setText("5")


def _shift(facts: ShiftFacts, act: Callable[[AttendantWindow], None] = lambda _: None) -> Scene:
    return _window(booth.attendant(banner=BANNER, shift=facts), SHIFT, act)


def _counting(window: AttendantWindow) -> None:
    window.shift.order_buttons[ShiftAction.CLOSE].click()
    for place, number in enumerate((0, 0, 1, 3, 7, 12, 9, 14, 30, 22, 17, 8)):
        window.shift.count.fields[place].setText(str(number))


def _drop(window: AttendantWindow) -> None:
    window.shift.order_buttons[ShiftAction.DROP].click()
    window.shift.reason.sum.setText("150")


def _passes(act: Callable[[AttendantWindow], None] = lambda _: None, **changes: object) -> Scene:
    facts = PassFacts(booth.NOW, "EUR", groups=GROUPS, expiring=ENDING, methods=PASS_METHODS)
    changed = replace(facts, **changes)  # type: ignore[arg-type]
    return _window(booth.attendant(banner=BANNER, passes=changed), PASSES, act)


def _sell(window: AttendantWindow) -> None:
    window.passes.order_buttons[PassAction.SELL].click()
    form = window.passes.form
    form.kinds[PassKind.MULTI_ENTRY].click()
    for name, text in (
        ("holder", "Anna-Maria Szabó"),
        ("plate", "KE123AB"),
        ("entries", "20"),
        ("price", "45"),
        ("given", "50"),
    ):
        form.fields[name].setText(text)


def _sell_by_card(window: AttendantWindow) -> None:
    _sell(window)
    window.passes.form.ways[Method.CARD].click()


def _asking(doubt: bool) -> Scene:
    facts = PassFacts(booth.NOW, "EUR", methods=PASS_METHODS, charging=replace(ASKING, doubt=doubt))

    def wait(window: AttendantWindow) -> None:
        _sell_by_card(window)
        window.render_view(booth.attendant(banner=BANNER, passes=facts))

    return _passes(wait)


def _vouchers(window: AttendantWindow) -> None:
    window.passes.order_buttons[PassAction.VOUCHERS].click()
    window.passes.vouchers.count.setText("50")


def _top_up(window: AttendantWindow) -> None:
    window.passes.order_buttons[PassAction.TOP_UP].click()
    window.passes.form.fields["price"].setText("20")
    window.passes.form.fields["given"].setText("10")


def _refunds(act: Callable[[AttendantWindow], None] = lambda _: None, **changes: object) -> Scene:
    return _window(booth.attendant(banner=BANNER, refunds=refunds(**changes)), REFUNDS, act)


def _pick_payment(window: AttendantWindow) -> None:
    window.refunds.payments.picked.emit("a-1")


TAKEN_ZS = BooksFacts(
    zs=tuple(
        ZRow(118 - place, booth.NOW - timedelta(hours=8 * place), Money(60090 - 1700 * place), who)
        for place, who in enumerate(("Mira Kováč", "Jonas Weber", "Mira Kováč", "Jonas Weber"))
    ),
    number=118,
    report=Z,
    seq=48_211,
    head="9f2c41d07ab3e65518c02f7d4be1903a6f4d2e8b71c5a09de3f6b8a412cd7e50",
    done=Text("A copy of Z {number} is printed.").with_values(number=118),
)
SECOND = booth.attendant(
    second=sign_on_view(
        (booth.JONAS,), {}, hint=Text("Refund of {amount}").with_values(amount=Money(4200))
    )
)
TAKEN = Text("Taken: {amount}. Still to pay: {due}.").with_values(amount=Money(160), due=Money(200))
BY_CARD = Text("Paid by card: {amount} for {code}.").with_values(
    amount=Money(360), code="4K7-2MX-9"
)
SCENES: Mapping[str, Scene] = {
    "cashier": _counter(_give("5")),
    "cashier-parts": _counter(_in_parts, stay=PARTLY, parts=PARTS, done=TAKEN),
    "cashier-card": _counter(by_card=True, purse=PURSE, counting=COUNTING),
    "cashier-card-asked": _counter(_in_parts, by_card=True, charging=ASKING),
    "cashier-card-doubt": _counter(by_card=True, charging=replace(ASKING, doubt=True)),
    "cashier-card-declined": _counter(by_card=True, message=DECLINED),
    "cashier-card-elsewhere": _counter(by_card=True, done=BY_CARD),
    "cashier-too-little": _counter(_give("1")),
    "cashier-short": _counter(_give("50")),
    "cashier-short-asked": _counter(_give("50", twice=True)),
    "cashier-purse": _counter(purse=PURSE),
    "cashier-validate": _counter(_ask(CashierAction.VALIDATE)),
    "cashier-withdraw": _counter(
        _ask(CashierAction.WITHDRAW), counting=COUNTING, offers=OFFERS[:1], purse=PURSE
    ),
    "cashier-everything": _counter(counting=COUNTING, purse=PURSE),
    "cashier-adjust": _counter(_ask(CashierAction.ADJUST)),
    "cashier-voucher": _counter(_ask(CashierAction.VOUCHER), stay=None),
    "cashier-debt": _counter(owing=True),
    "cashier-refused": _counter(stay=None, refusal=Refusal.VOUCHER_USED),
    **{
        name: _counter(act, stay=None, lost=facts)
        for name, (facts, act) in lost_views.STATES.items()
    },
    "shift-none": _shift(ShiftFacts("EUR")),
    "shift-running": _shift(ShiftFacts("EUR", running(), X)),
    "shift-counting": _shift(ShiftFacts("EUR", running()), _counting),
    "shift-drop": _shift(ShiftFacts("EUR", running()), _drop),
    "shift-closed": _shift(
        ShiftFacts(
            "EUR", None, Z, done=Text("The shift is closed. Z {number}.").with_values(number=118)
        )
    ),
    "shift-trouble": _shift(
        ShiftFacts(
            "EUR",
            running(),
            trouble=Text("The drawer holds only {amount}.").with_values(amount=Money(4210)),
        )
    ),
    "passes": _passes(),
    "passes-chosen": _passes(found=(FOUND,), chosen=FOUND, group=VISITORS, warning=SOON),
    "passes-sell": _passes(_sell),
    "passes-top-up": _passes(_top_up, found=(FOUND,), chosen=FOUND, group=VISITORS),
    "passes-short": _passes(_sell, short=Money(20)),
    "passes-by-card": _passes(_sell_by_card),
    "passes-card-declined": _passes(_sell_by_card, trouble=DECLINED),
    "passes-asking": _asking(False),
    "passes-in-doubt": _asking(True),
    "passes-left-in-doubt": _passes(charging=replace(ASKING, doubt=True)),
    "passes-block": _passes(
        lambda window: window.passes.order_buttons[PassAction.BLOCK].click(),
        found=(FOUND,),
        chosen=FOUND,
        group=VISITORS,
    ),
    "passes-forget-all": _passes(
        lambda window: window.passes.order_buttons[PassAction.NEUTRALISE_GROUP].click(),
        groups=tuple(GroupRow(replace(OFFICE, group_id=f"g-{n}"), n) for n in range(7)),
    ),
    "passes-vouchers": _passes(_vouchers, offers=OFFERS),
    "passes-everything": _passes(found=(FOUND,), chosen=FOUND, group=VISITORS, offers=OFFERS),
    "passes-blocked": _passes(chosen=replace(FOUND, state=PassState.BLOCKED), group=VISITORS),
    "refunds-empty": _refunds(code="", payments=(), tasks=(), flying=()),
    "refunds": _refunds(),
    "refunds-asked": _refunds(_pick_payment),
    "refunds-trouble": _refunds(
        _pick_payment,
        trouble=Text("Only {amount} of it is left to give back.").with_values(amount=Money(140)),
    ),
    "reports-empty": _window(booth.attendant(banner=BANNER), BOOKS),
    "reports": _window(booth.attendant(banner=BANNER, books=TAKEN_ZS), BOOKS),
    **{
        name: _window(booth.attendant(banner=BANNER, exceptions=facts), EXCEPTIONS, act)
        for name, (facts, act) in exception_views.STATES.items()
    },
    "second": _window(SECOND, REFUNDS),
}
"""Every state by name."""
