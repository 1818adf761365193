"""What a site's file says of shops and groups of passes, as the domain knows it.

A benefit is written as people say it: `60 min`, `25 %`, `2.50`, `full`, or `rate` and the name of
another rate of the tariff.
"""

from __future__ import annotations

import re

from kiosk.config.settings import MerchantAt, PassGroupAt, Settings
from kiosk.domain.money import Money
from kiosk.domain.passes import Group
from kiosk.domain.validation import Benefit, BenefitKind, Merchant

_MINUTES = re.compile(r"([1-9]\d{0,5}) ?min")
_PERCENT = re.compile(r"([1-9]\d?|100) ?%")
_AMOUNT = re.compile(r"(\d{1,7})(?:\.(\d{1,3}))?")
_RATE = re.compile(r"rate (\S.{0,39})")


def benefit_of(text: str, currency: str) -> Benefit | None:
    """The benefit behind these words, None if they mean none. Amounts are in `currency`."""
    if minutes := _MINUTES.fullmatch(text):
        return Benefit(BenefitKind.TIME, int(minutes[1]))
    if percent := _PERCENT.fullmatch(text):
        return Benefit(BenefitKind.PERCENT, int(percent[1]))
    if rate := _RATE.fullmatch(text):
        return Benefit(BenefitKind.RATE, rate=rate[1])
    return Benefit(BenefitKind.FULL) if text == "full" else _amount(text, currency)


def merchants_of(settings: Settings) -> tuple[Merchant, ...]:
    """Everybody the file lets validate. Of a file that `load` has read without a mistake."""
    return tuple(_merchant(each, settings.facility.currency) for each in settings.merchant)


def groups_of(settings: Settings) -> tuple[Group, ...]:
    """The groups of passes in the file."""
    return tuple(_group(each) for each in settings.pass_group)


def _merchant(at: MerchantAt, currency: str) -> Merchant:
    read = (benefit_of(text, currency) for text in at.benefits)
    return Merchant(
        merchant_id=at.id,
        name=at.name,
        benefits=tuple(each for each in read if each is not None),
        daily_count=at.daily_count or None,
        monthly_minor=at.monthly_minor or None,
        active=at.active,
    )


def _group(at: PassGroupAt) -> Group:
    return Group(
        group_id=at.id,
        name=at.name,
        spaces=at.spaces or None,
        quota=at.quota,
        passback=at.passback,
        zone=at.zone,
        warn_days=at.warn_days,
    )


def _amount(text: str, currency: str) -> Benefit | None:
    amount = _AMOUNT.fullmatch(text)
    digits = Money(0, currency).digits
    if amount is None or len(amount[2] or "") not in (0, digits):
        return None
    minor = int(amount[1] + (amount[2] or "0" * digits))
    return Benefit(BenefitKind.AMOUNT, minor) if minor else None
