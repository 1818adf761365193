"""The exit's screen while a payment runs: each way of paying in its own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.domain.payment import Method
from kiosk.domain.wording import NOTHING, Text
from kiosk.lane import state
from kiosk.views.driver import Picture, amount_text
from kiosk.views.notices import Notice


@dataclass(frozen=True, slots=True)
class _Way:
    """A way of paying in the driver's words: before, during, and while it is taken back."""

    waking: Text
    headline: Text
    detail: Text
    cancelling: Text
    picture: Picture


_PLEASE_WAIT_FOR_IT = Text("Please wait until it is off.")
PAYING: Mapping[Method, _Way] = {
    Method.CARD: _Way(
        Text("We are waking the card reader."),
        Text("Hold your card or phone to the reader"),
        Text("Keep it there until the reader beeps."),
        Text("Please do not hold your card to the reader."),
        Picture.CARD,
    ),
    Method.UPI: _Way(
        Text("We are making your payment code."),
        Text("Scan this code with your bank app"),
        Text("Waiting for your bank. The barrier opens by itself."),
        Text("Please do not pay with your phone any more."),
        Picture.PHONE,
    ),
    Method.WALLET: _Way(
        Text("We are asking your pass."),
        Text("One moment"),
        Text("We are taking it from your pass."),
        _PLEASE_WAIT_FOR_IT,
        Picture.MEMBER,
    ),
    Method.CASH: _Way(
        Text("We are calling the booth."),
        Text("Please pay at the booth"),
        NOTHING,
        _PLEASE_WAIT_FOR_IT,
        Picture.CASH,
    ),
    Method.VOUCHER: _Way(
        Text("We are checking your code."),
        Text("Please pay at the booth"),
        NOTHING,
        _PLEASE_WAIT_FOR_IT,
        Picture.RECEIPT,
    ),
}


def paying(phase: state.Paying) -> Notice:
    """What the driver does now, by the way they pay; nothing while it begins or is given up."""
    begun = phase.attempt_id is not None
    ready = begun and not phase.cancelling
    how = PAYING[phase.method]
    if phase.cancelling:
        headline, detail = Text("Cancelling"), how.cancelling
    elif not begun:
        headline, detail = Text("One moment"), how.waking
    else:
        headline, detail = how.headline, how.detail
    return Notice(
        headline,
        detail,
        picture=how.picture if ready else Picture.WAIT,
        scan_me=phase.show if ready else "",
        fact=amount_text(phase.stay.due),
        fact_note=Text("to pay"),
        can_go_back=ready,
    )
