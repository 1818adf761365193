"""Money as this reader sees it on a label, and as they would type it."""

from __future__ import annotations

from kiosk.domain.money import Money
from kiosk.domain.wording import Text
from kiosk.ui.language import Language

_AMOUNT = Text("{amount}")


def amount_words(language: Language, money: Money) -> str:
    """An amount with its currency; goes through a sentence, which isolates it in Arabic."""
    return language.say(_AMOUNT.with_values(amount=money))


def decimal_sign(language: Language) -> str:
    """What separates the minor unit here."""
    from babel.numbers import get_decimal_symbol

    return get_decimal_symbol(language.tongue.locale)


def typed_amount(money: Money, language: Language) -> str:
    """An amount as it would be typed here: no currency, no needless zeros."""
    whole, rest = divmod(money.minor, 10**money.digits)
    if not rest:
        return str(whole)
    return f"{whole}{decimal_sign(language)}{rest:0{money.digits}}"


def pieces_words(pieces: tuple[tuple[Money, int], ...], language: Language) -> str:
    """Which notes and coins; one alone is the amount that already stands there."""
    if sum(count for _, count in pieces) == 1:
        return ""
    shown = [
        amount_words(language, value)
        if count == 1
        else f"{count} × {amount_words(language, value)}"
        for value, count in pieces
    ]
    return " · ".join(shown)
