"""The screens entry and exit share: a notice is a driver's view without its header and foot."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.ticket import Refusal
from kiosk.domain.wording import NOTHING, Text
from kiosk.views.driver import Bill, Choice, DriverView, Picture, Place, Tap
from kiosk.views.mood import Mood
from kiosk.views.wording import ADVICE


@dataclass(frozen=True, slots=True)
class Notice:
    """The body of a `DriverView`; the fields mean the same there."""

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

    def as_view(self, place: Place, *, resting: bool) -> DriverView:
        """The whole screen."""
        return DriverView(
            place=place,
            headline=self.headline,
            detail=self.detail,
            mood=self.mood,
            picture=self.picture,
            fact=self.fact,
            fact_note=self.fact_note,
            note=self.note,
            choices=self.choices,
            bill=self.bill,
            scan_me=self.scan_me,
            can_go_back=self.can_go_back,
            resting=resting,
        )


STARTING = Notice(
    Text("One moment"), Text("This lane is starting."), mood=Mood.WAIT, picture=Picture.WAIT
)
CHECKING = Notice(Text("One moment"), Text("We are checking your code."), picture=Picture.WAIT)
PLEASE_WAIT = Notice(
    Text("Please wait"),
    Text("We have called somebody. Stay with your car."),
    mood=Mood.WAIT,
    picture=Picture.HELP,
)
OUT_OF_SERVICE = Notice(
    Text("Out of service"),
    Text("Please use another lane, or press Help."),
    mood=Mood.STOP,
    picture=Picture.STOP,
)
STILL_THERE = Notice(
    Text("Are you still there?"),
    Text("Otherwise we start again from the beginning."),
    picture=Picture.CLOCK,
    choices=(Choice(Tap.MORE_TIME, Text("Yes, more time please"), main=True),),
)
TRY_AGAIN = Choice(Tap.BACK, Text("Try again"))


TYPE_INSTEAD = Choice(Tap.CODE, Text("Type the code"), picture=Picture.KEYS)
TYPING_HELPS = frozenset({Refusal.UNREADABLE, Refusal.UNKNOWN})


BACK_TO_PRICE = Choice(Tap.BACK, Text("Back to the price"), main=True)


def refused(refusal: Refusal, *, may_type: bool, beside_price: bool = False) -> Notice:
    """A named no: why, what next, and a way back (to the price, where one is shown already)."""
    advice = ADVICE[refusal]
    typing = (TYPE_INSTEAD,) if may_type and refusal in TYPING_HELPS else ()
    back = BACK_TO_PRICE if beside_price else TRY_AGAIN
    return Notice(
        advice.why,
        advice.next,
        mood=Mood.STOP,
        picture=Picture.STOP,
        choices=(*typing, back),
    )


def fire(*, entry: bool) -> Notice:
    """All barriers are up; nothing else matters."""
    return Notice(
        Text("Fire alarm"),
        Text("Do not drive in.") if entry else Text("Drive out now."),
        mood=Mood.STOP,
        picture=Picture.FIRE,
        note=Text("All barriers are open."),
    )
