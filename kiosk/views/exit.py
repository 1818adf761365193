"""The exit driver's screen: show the ticket, see the price, pay, drive out."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from kiosk.domain.payment import Method
from kiosk.domain.quote import Stay
from kiosk.domain.signals import Device
from kiosk.domain.wording import NOTHING, Text
from kiosk.lane import state
from kiosk.lane.policy import card_trouble, trouble_with
from kiosk.lane.state import Lane
from kiosk.views.driver import (
    Bill,
    Choice,
    DriverView,
    Picture,
    SiteFacts,
    Tap,
    amount_text,
    place_of,
)
from kiosk.views.mood import Mood
from kiosk.views.notices import (
    CHECKING,
    OUT_OF_SERVICE,
    PLEASE_WAIT,
    STARTING,
    STILL_THERE,
    Notice,
    fire,
    refused,
)
from kiosk.views.paying import paying

OWING = frozenset({"released", "iou"})
"""Causes of a release that leave an amount to be paid later."""

TYPE_CODE = Choice(
    Tap.CODE, Text("Type the code"), Text("It stands under the square"), Picture.KEYS
)
NO_TICKET = Choice(Tap.HELP, Text("No ticket?"), Text("Call somebody"), Picture.HELP)


def exit_view(lane: Lane, site: SiteFacts) -> DriverView:
    """What the driver at this exit should see now."""
    place = place_of(lane, site, shows_free=False)
    return _notice(lane, site).as_view(place, resting=isinstance(lane.phase, state.Idle))


def _notice(lane: Lane, site: SiteFacts) -> Notice:
    """What stands above any phase comes first: fire, a start, a dead board."""
    if isinstance(lane.phase, state.Evacuating):
        return fire(entry=False)
    if not lane.started:
        return STARTING
    if isinstance(lane.phase, state.OutOfService) or Device.BOARD in lane.missing:
        return OUT_OF_SERVICE
    return _phase(lane, site)


def _phase(lane: Lane, site: SiteFacts) -> Notice:  # noqa: C901 - one row per phase
    match lane.phase:
        case state.Idle():
            return REST
        case state.Armed(still_there=True) | state.Quoted(still_there=True):
            return STILL_THERE
        case state.Armed():
            return _prompt(lane)
        case state.Checking():
            return CHECKING
        case state.Refused(refusal, stay=stay):
            return refused(refusal, may_type=stay is None, beside_price=stay is not None)
        case state.Quoted(stay, declined):
            return _price(stay, lane, site, declined=declined)
        case state.CashWanted(stay):
            return _cash(stay, lane)
        case state.Paying():
            return paying(lane.phase)
        case state.Unsettled(stay):
            return _unsettled(stay)
        case state.Waiting(cause, stay):
            return _waiting(cause, stay)
        case state.Opening(going):
            return _leaving(going, lane, Text("The barrier is opening."), Picture.OPENING)
        case state.Passing(going, stalled):
            way = Text("Please drive on. The barrier stays open.") if stalled else NOTHING
            return _leaving(going, lane, way, Picture.DRIVE)
        case state.Closing():
            return CLOSING
        case state.Registering() | state.Printing() | state.Taking():
            return PLEASE_WAIT
        case state.OutOfService() | state.Evacuating():
            return OUT_OF_SERVICE
        case phase:
            assert_never(phase)


REST = Notice(
    Text("Exit"),
    Text("Please drive up to the barrier."),
    picture=Picture.CAR,
    note=Text("Have your ticket ready."),
)
CLOSING = Notice(
    Text("Goodbye"),
    Text("The barrier is closing. Please do not follow the car ahead."),
    picture=Picture.WAIT,
)


def _prompt(lane: Lane) -> Notice:
    if Device.SCANNER in lane.missing:
        typing = replace(TYPE_CODE, main=True)
        return Notice(
            Text("Type your ticket code"),
            Text("The reader does not work right now."),
            choices=(typing, NO_TICKET),
        )
    return Notice(
        Text("Hold your ticket to the reader"),
        Text("The square code faces the red light."),
        picture=Picture.SCAN,
        choices=(TYPE_CODE, NO_TICKET),
    )


def _price(stay: Stay, lane: Lane, site: SiteFacts, *, declined: bool) -> Notice:
    if stay.due.minor <= 0:
        return CHECKING
    choices = _methods(stay, lane, site)
    declined_text = Text("The card was declined. Nothing was charged.")
    return Notice(
        Text("Your stay"),
        declined_text if declined else NOTHING,
        bill=_bill(stay, lane, site),
        choices=choices or (replace(NO_METHOD, main=True),),
        can_go_back=True,
    )


MOST_METHODS = 3
"""More would be smaller than a finger on a small panel. Cash gives way: Help calls the booth."""
VOUCHER_HINT = Text("Have a voucher? Hold it to the reader.")
NO_METHOD = Choice(
    Tap.HELP, Text("Call somebody"), Text("Paying does not work right now"), Picture.HELP
)


def _methods(stay: Stay, lane: Lane, site: SiteFacts) -> tuple[Choice, ...]:
    """Every way to pay that works now, the likeliest first and largest."""
    methods: list[Choice] = []
    if stay.covered_by_wallet and stay.wallet is not None:
        hint = Text("Stored on it: {amount}").with_values(amount=stay.wallet)
        methods.append(Choice(Tap.WALLET, Text("Your pass"), hint, Picture.MEMBER))
    takes_upi = site.takes_upi and trouble_with(Method.UPI, lane) is None
    if trouble_with(Method.CARD, lane) is None:
        hint = Text("Hold it to the card reader")
        title = Text("Card") if methods or takes_upi else Text("Card or phone")
        methods.append(Choice(Tap.CARD, title, hint, Picture.CARD))
    if takes_upi:
        hint = Text("Scan a code with your bank app")
        methods.append(Choice(Tap.UPI, Text("UPI"), hint, Picture.PHONE))
    if site.cash_at_booth and len(methods) < MOST_METHODS:
        methods.append(Choice(Tap.CASH, Text("Cash"), Text("At the booth"), Picture.CASH))
    return tuple(replace(each, main=not place) for place, each in enumerate(methods))


def _bill(stay: Stay, lane: Lane, site: SiteFacts) -> Bill:
    length = stay.quoted_at - stay.entered_at
    template = Text("{length} · since {at}") if length.days == 0 else Text("Since {at:moment}")
    values = {"length": length} if length.days == 0 else {}
    note = NOTHING
    if site.price_holds is not None:
        note = Text("This price holds until {until}.").with_values(
            until=stay.quoted_at + site.price_holds
        )
    return Bill(
        since=template.with_values(at=stay.entered_at, **values),
        lines=stay.quote.lines,
        due=stay.due,
        paid=stay.paid or None,
        note=note,
        hint=NOTHING if Device.SCANNER in lane.missing else VOUCHER_HINT,
    )


def _cash(stay: Stay, lane: Lane) -> Notice:
    back = Choice(Tap.BACK, Text("Pay another way"))
    return Notice(
        Text("Please pay at the booth"),
        Text("The barrier opens by itself when you have paid."),
        picture=Picture.CASH,
        fact=amount_text(stay.due),
        fact_note=Text("to pay in cash"),
        choices=(back,) if card_trouble(lane) is None else (),
        can_go_back=True,
    )


def _unsettled(stay: Stay) -> Notice:
    return Notice(
        Text("Please do not pay again"),
        Text("We are checking your payment. Somebody is on the way to you."),
        mood=Mood.WAIT,
        picture=Picture.HELP,
        fact=amount_text(stay.due),
        fact_note=Text("will be taken once at most"),
    )


def _waiting(cause: str, stay: Stay | None) -> Notice:
    if stay is None or stay.due.minor <= 0:
        return PLEASE_WAIT
    if cause == "limit":
        return Notice(
            Text("Please pay at the booth"),
            Text("This is more than this machine may take. We have called somebody."),
            mood=Mood.WAIT,
            picture=Picture.CASH,
            fact=amount_text(stay.due),
            fact_note=Text("to pay at the booth"),
            can_go_back=True,
        )
    return replace(PLEASE_WAIT, fact=amount_text(stay.due), fact_note=Text("to pay"))


def _leaving(going: state.Pass, lane: Lane, way: Text, picture: Picture) -> Notice:
    """Goodbye, and that the pass ends soon; a receipt for who paid, a slip for who owes."""
    stay = going.stay
    told = (stay.note if stay else None) or NOTHING
    if going.cause in OWING and stay is not None:
        return Notice(
            Text("Drive out"),
            Text("Please take the slip. It says how to pay."),
            mood=Mood.GO,
            picture=picture,
            fact=amount_text(stay.due),
            fact_note=Text("to pay later"),
            note=told if way == NOTHING else way,
        )
    headline = Text("Goodbye, drive safely")
    notice = Notice(headline, way, mood=Mood.GO, picture=picture, note=told)
    if stay is None or stay.leave_by_at is None:
        return notice
    notice = replace(
        notice,
        headline=Text("Thank you, drive safely"),
        fact=Text("{at}").with_values(at=stay.leave_by_at),
        fact_note=Text("Leave by this time"),
    )
    return _with_receipt(notice, going, stay, lane)


def _with_receipt(notice: Notice, going: state.Pass, stay: Stay, lane: Lane) -> Notice:
    if not stay.paid or Device.PRINTER in lane.missing:
        return notice
    if going.receipt_wanted:
        return replace(notice, note=Text("Your receipt is printing."))
    receipt = Choice(Tap.RECEIPT, Text("Print a receipt"), picture=Picture.RECEIPT)
    return replace(notice, choices=(receipt,))
