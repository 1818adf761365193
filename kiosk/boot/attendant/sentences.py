"""What the desk answers when it did not do what was asked, in sentences that say what to do."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.domain.facts.cash import Pieces
from kiosk.domain.money import Money
from kiosk.domain.staff import NAME_LETTERS_MAX
from kiosk.domain.ticket import Refusal
from kiosk.domain.wording import Text
from kiosk.runtime.answers import (
    CardRunning,
    ChangeShort,
    DrawerShort,
    NoShift,
    TooLittle,
    TooMuch,
)
from kiosk.runtime.staff_desk import StaffRefusal
from kiosk.views.sign_on import PIN_EASY, PIN_SHORT
from kiosk.views.wording import refusal_text

No = CardRunning | ChangeShort | DrawerShort | NoShift | TooLittle | TooMuch | Refusal

NO_SHIFT = Text("Open a shift first, with a counted float (F4).")

STAFF_REFUSALS: Mapping[StaffRefusal, Text] = {
    StaffRefusal.NO_NAME: Text("Please type a name."),
    StaffRefusal.LONG_NAME: Text("A name has at most {letters} letters.").with_values(
        letters=NAME_LETTERS_MAX
    ),
    StaffRefusal.SAME_NAME: Text("Somebody here has this name. Add what tells them apart."),
    StaffRefusal.SHORT_PIN: PIN_SHORT,
    StaffRefusal.EASY_PIN: PIN_EASY,
    StaffRefusal.YOURSELF: Text("Nobody does that to themselves. Ask another person to do it."),
    StaffRefusal.ADMINS_ONLY: Text("Only an administrator may do that to an administrator."),
    StaffRefusal.NOT_HERE: Text("This person does not work here any more."),
    StaffRefusal.STILL_HERE: Text("This person works here."),
}


def no(answer: No) -> Text:
    """Why nothing was done, and what helps."""
    match answer:
        case CardRunning():
            return Text("A card payment is running for this ticket. Wait for its outcome.")
        case ChangeShort(short):
            template = Text("The drawer cannot give {short} of the change.")
            return template.with_values(short=short)
        case DrawerShort(holds):
            template = Text(
                "The drawer holds {amount} in all. Pay change in (F4), or give back less."
            )
            return template.with_values(amount=holds)
        case NoShift():
            return NO_SHIFT
        case TooLittle(missing):
            return Text("{missing} is missing.").with_values(missing=missing)
        case TooMuch(left):
            return Text("Only {amount} is left of it.").with_values(amount=left)
        case Refusal():
            return refusal_text(answer)


def no_staff(answer: StaffRefusal) -> Text:
    """Why nothing was done about a person, and what helps."""
    return STAFF_REFUSALS[answer]


def as_money(pieces: Pieces, currency: str) -> tuple[tuple[Money, int], ...]:
    """Pieces as amounts, largest first."""
    return tuple((Money(value, currency), number) for value, number in pieces)
