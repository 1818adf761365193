"""What the desk answers when it did not do what was asked, in sentences that say what to do."""

from __future__ import annotations

from kiosk.domain.facts.cash import Pieces
from kiosk.domain.money import Money
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
from kiosk.views.wording import refusal_text

No = CardRunning | ChangeShort | DrawerShort | NoShift | TooLittle | TooMuch | Refusal

NO_SHIFT = Text("Open a shift first, with a counted float (F4).")


def no(answer: No) -> Text:
    """Why nothing was done, and what helps."""
    match answer:
        case CardRunning():
            return Text("A card payment is running for this ticket. Wait for its outcome.")
        case ChangeShort(short):
            template = Text("The drawer cannot give {short} of the change.")
            return template.with_values(short=short)
        case DrawerShort(holds):
            template = Text("The drawer cannot give that out. It holds {amount} in all.")
            return template.with_values(amount=holds)
        case NoShift():
            return NO_SHIFT
        case TooLittle(missing):
            return Text("{missing} is missing.").with_values(missing=missing)
        case TooMuch(left):
            return Text("Only {amount} is left of it.").with_values(amount=left)
        case Refusal():
            return refusal_text(answer)


def as_money(pieces: Pieces, currency: str) -> tuple[tuple[Money, int], ...]:
    """Pieces as amounts, largest first."""
    return tuple((Money(value, currency), number) for value, number in pieces)
