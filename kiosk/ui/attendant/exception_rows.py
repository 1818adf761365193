"""Open exceptions, debts and payments in doubt as rows to pick from."""

from __future__ import annotations

from kiosk.domain.ticket import spoken_code
from kiosk.domain.wording import Text
from kiosk.reports.wording import EXCEPTIONS, METHODS, worded
from kiosk.ui.attendant.amounts import amount_words
from kiosk.ui.attendant.pick import Item
from kiosk.ui.language import Language
from kiosk.views.exceptions import RESYNC, InDoubt, Owed, Remarkable

MOMENT = Text("{at:moment}")
UNSEEN = Text("Cars without a stay: {count}")


def what_it_is(one: Remarkable, language: Language) -> str:
    """What it is; for a debt also how it came about."""
    special = EXCEPTIONS.get(f"{one.cause}.{one.detail}")
    return language.say(special or worded(EXCEPTIONS, one.cause))


def exception_item(one: Remarkable, language: Language) -> Item:
    """One exception: what it is, when, where, who was there, and how much."""
    at = language.say(MOMENT.with_values(at=one.occurred_at))
    detail = " · ".join(filter(None, (at, one.lane, one.who, _more_of(one, language))))
    figure = amount_words(language, one.amount) if one.amount is not None else ""
    return Item(one.event_id, what_it_is(one, language), detail, figure)


def _more_of(one: Remarkable, language: Language) -> str:
    """What its fact says beside its kind."""
    if one.cause == RESYNC:
        return language.say(UNSEEN.with_values(count=int(one.detail))) if one.detail else ""
    return "" if f"{one.cause}.{one.detail}" in EXCEPTIONS else one.detail.replace("_", " ")


def debt_item(debt: Owed, language: Language) -> Item:
    """One debt: whose, since when, how it came about, and what is left of it."""
    at = language.say(MOMENT.with_values(at=debt.owed_at))
    cause = language.say(worded(EXCEPTIONS, f"payment.owed.{debt.cause}"))
    figure = amount_words(language, debt.left)
    title = spoken_code(debt.code) if debt.code else cause
    detail = f"{at} · {cause}" if debt.code else at
    return Item(debt.session_id, title, detail, figure, "wait")


def doubt_item(doubt: InDoubt, language: Language) -> Item:
    """One payment in doubt: whose, when, where, how, and how much."""
    at = language.say(MOMENT.with_values(at=doubt.started_at))
    method = language.say(METHODS[doubt.method])
    title = spoken_code(doubt.code) if doubt.code else method
    detail = " · ".join(filter(None, (at, doubt.lane, method if doubt.code else "")))
    return Item(doubt.attempt_id, title, detail, amount_words(language, doubt.amount), "wait")
