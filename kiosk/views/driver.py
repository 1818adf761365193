"""What a driver's screen shows, as values: one headline, one thing to do, few ways to say it.

A view is complete: the window keeps nothing of the view before. Texts are untranslated, so that the
driver may change the language without anybody asking the lane again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from kiosk.domain.money import Money
from kiosk.domain.quote import Line
from kiosk.domain.wording import NOTHING, Text
from kiosk.lane.state import Lane
from kiosk.views.codes import grouped
from kiosk.views.mood import Mood


class Picture(StrEnum):
    """What is drawn beside the words; the window knows how."""

    NONE = "none"
    CAR = "car"
    TICKET = "ticket"
    PRINTING = "printing"
    TAKE = "take"
    OPENING = "opening"
    DRIVE = "drive"
    SCAN = "scan"
    KEYS = "keys"
    CARD = "card"
    CASH = "cash"
    WAIT = "wait"
    STOP = "stop"
    FIRE = "fire"
    HELP = "help"
    CLOCK = "clock"
    RECEIPT = "receipt"
    MEMBER = "member"
    """A card with somebody's likeness: a pass."""
    PHONE = "phone"


class Tap(StrEnum):
    """What a tap on a choice means."""

    TICKET = "ticket"
    CODE = "code"
    CARD = "card"
    CASH = "cash"
    WALLET = "wallet"
    UPI = "upi"
    MORE_TIME = "more_time"
    BACK = "back"
    RECEIPT = "receipt"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to tap. The main one is the biggest object on the screen."""

    tap: Tap
    title: Text
    hint: Text = NOTHING
    picture: Picture = Picture.NONE
    main: bool = False


@dataclass(frozen=True, slots=True)
class Bill:
    """A price that explains itself. `paid` is what earlier payments took off, or None.

    `hint` says what could still lower it.
    """

    since: Text
    lines: tuple[Line, ...]
    due: Money
    paid: Money | None = None
    note: Text = NOTHING
    hint: Text = NOTHING


class HelpCall(StrEnum):
    """Where a call for a person stands."""

    NONE = "none"
    RINGING = "ringing"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class Place:
    """The header and the foot of every driver screen."""

    site: str
    lane: str
    now: datetime
    free: Text = NOTHING
    help: HelpCall = HelpCall.NONE


@dataclass(frozen=True, slots=True)
class DriverView:
    """Everything a driver's screen needs to draw itself.

    A mood other than calm fills the screen with its colour. `fact` is the one number that matters
    (a code, an amount, a count), shown biggest, with `fact_note` beneath it. `scan_me` is the text
    of a QR code for the driver's own phone, drawn in the picture's place. `resting` says that
    nobody is here: the language goes back to the site's own.
    """

    place: Place
    headline: Text
    detail: Text = NOTHING
    mood: Mood = Mood.CALM
    picture: Picture = Picture.NONE
    fact: Text = NOTHING
    fact_note: Text = NOTHING
    note: Text = NOTHING
    choices: tuple[Choice, ...] = ()
    bill: Bill | None = None
    scan_me: str = ""
    can_go_back: bool = False
    resting: bool = False


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """What a driver's screen tells that is not the lane's: names, space, price, the hour.

    `price_holds` is how long a price shown stays good, where the site says so.
    """

    name: str
    lane_name: str
    now: datetime
    free: int | None = None
    tariff: Text = NOTHING
    takes_bookings: bool = True
    cash_at_booth: bool = True
    takes_upi: bool = False
    """Whether a bank app may pay by a code on the screen."""
    price_holds: timedelta | None = None
    help_answered: bool = False


def place_of(lane: Lane, site: SiteFacts, *, shows_free: bool) -> Place:
    """Header and foot for this lane now."""
    free = NOTHING
    if shows_free and site.free is not None:
        free = Text("Free: {count}").with_values(count=site.free)
    call = HelpCall.NONE
    if lane.calling:
        call = HelpCall.RINGING
    elif site.help_answered:
        call = HelpCall.ANSWERED
    return Place(site.name, site.lane_name, site.now, free, call)


def amount_text(amount: Money) -> Text:
    """An amount alone."""
    return Text("{amount}").with_values(amount=amount)


def code_text(code: str) -> Text:
    """A code alone, in groups of three as people read it aloud."""
    return Text("{code}").with_values(code=grouped(code))
