"""Money as whole minor units of one currency: the only way an amount is ever held."""

from __future__ import annotations

from dataclasses import dataclass

MINOR_DIGITS = {"JPY": 0, "KRW": 0, "HUF": 2, "KWD": 3, "BHD": 3, "TND": 3}
"""Currencies whose minor unit is no hundredth, or is often taken for something else (ISO 4217)."""


class CurrencyMismatch(ValueError):
    """Two amounts of different currencies were put together: a bug, never an input error."""


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """`minor` whole units (cents, paise, yen) of an ISO 4217 `currency`."""

    minor: int
    currency: str = "EUR"

    def __add__(self, other: Money) -> Money:
        self._same(other)
        return Money(self.minor + other.minor, self.currency)

    def __sub__(self, other: Money) -> Money:
        self._same(other)
        return Money(self.minor - other.minor, self.currency)

    def __neg__(self) -> Money:
        return Money(-self.minor, self.currency)

    def __bool__(self) -> bool:
        return self.minor != 0

    @property
    def digits(self) -> int:
        """How many decimal digits the currency's minor unit stands for."""
        return MINOR_DIGITS.get(self.currency, 2)

    def _same(self, other: Money) -> None:
        if self.currency != other.currency:
            raise CurrencyMismatch(f"{self.currency} and {other.currency} do not add up")
