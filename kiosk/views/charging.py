"""A card that is asked for money at the counter, as the pages that wait for it say it."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.money import Money
from kiosk.domain.wording import Text


@dataclass(frozen=True, slots=True)
class Charging:
    """A card is asked for `price` at the terminal of `place`.

    In `doubt`, nobody knows whether the money moved.
    """

    price: Money
    place: str
    doubt: bool = False


def charging_text(charging: Charging) -> Text:
    """What the attendant does while a card is asked for, or nobody knows what it did."""
    if charging.doubt:
        doubt = Text("Nobody knows yet whether {price} were taken. Do not take them again.")
        return doubt.with_values(price=charging.price)
    asking = Text("{price}: hold the card to the terminal at {place}.")
    return asking.with_values(price=charging.price, place=charging.place)


def paying_text(charging: Charging) -> Text:
    """The same where it is a driver who pays."""
    if charging.doubt:
        return charging_text(charging)
    paying = Text("The driver pays {price} by card. Terminal: {place}.")
    return paying.with_values(price=charging.price, place=charging.place)
