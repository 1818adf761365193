"""Sentences for programs and terminals: untranslated, their values as English has them."""

from __future__ import annotations

from decimal import Decimal

from kiosk.domain.money import Money
from kiosk.domain.wording import Text, Value


def english(text: Text) -> str:
    """A sentence with its values."""
    return text.template.format(**{name: shown(value) for name, value in text.values})


def shown(value: Value) -> str:
    """A value as English has it; instants and durations as Python writes them."""
    if not isinstance(value, Money):
        return str(value)
    from babel.numbers import format_currency  # 15 ms that no start has to wait for

    exact = Decimal(value.minor).scaleb(-value.digits)
    return str(format_currency(exact, value.currency, locale="en"))
