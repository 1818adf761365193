"""One reader's language: sentences, money, times, each in the form that reader expects.

Every window (and every paper) has its own `Language`, so two lanes of one process speak two
languages at once. Catalogues are Qt Linguist files (`resources/translations/boomgate_<code>.ts`,
context "Boomgate"), read here directly: a pure lookup that any thread may use, with no build step
that could be forgotten. Money and dates are Babel's.
"""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import MappingProxyType
from xml.etree import ElementTree as ET

from kiosk.domain.money import Money
from kiosk.domain.wording import Text, Value
from kiosk.ui.theme import RESOURCES

CONTEXT = "Boomgate"
CATALOGUES = RESOURCES / "translations"
ISOLATE, END_ISOLATE = "\u2068", "\u2069"
"""Unicode's marks around a piece that keeps its own direction inside right-to-left text."""

RIGHT_TO_LEFT_MARK = "\u200f"

MINUTES = Text("{minutes} min")
HOURS = Text("{hours} h {minutes} min")
FULL_HOURS = Text("{hours} h")
DAYS = Text("{days} d {hours} h")
FULL_DAYS = Text("{days} d")


@dataclass(frozen=True, slots=True)
class Tongue:
    """What is fixed about a language: its own name, Babel's locale, and where a line begins."""

    code: str
    name: str
    locale: str
    right_to_left: bool = False


TONGUES: Mapping[str, Tongue] = MappingProxyType(
    {
        tongue.code: tongue
        for tongue in (
            Tongue("en", "English", "en_GB"),
            Tongue("de", "Deutsch", "de_DE"),
            Tongue("ar", "العربية", "ar", right_to_left=True),
        )
    }
)


class Language:
    """Says texts to one reader. `zone` is the facility's: every instant is shown in it."""

    def __init__(self, code: str, zone: tzinfo) -> None:
        """Raises KeyError for a language we do not speak."""
        self.tongue = TONGUES[code]
        self._zone = zone
        self._sentences = _catalogue(CATALOGUES / f"boomgate_{code}.ts")
        self._filler = _Filler(self)

    @property
    def code(self) -> str:
        """The two letters the settings file uses."""
        return self.tongue.code

    @property
    def right_to_left(self) -> bool:
        """Whether a line begins on the right."""
        return self.tongue.right_to_left

    def say(self, text: Text) -> str:
        """The sentence in this language, filled in; English where nobody has translated it yet."""
        if not text.template:
            return ""
        sentence = self._sentences.get(text.template, text.template)
        return self._filler.vformat(sentence, (), dict(text.values)) if text.values else sentence

    def show(self, value: Value, style: str = "") -> str:
        """One value as this reader writes it; `style` is "", "date" or "moment" of an instant."""
        match value:
            case Money():
                return self.money(value)
            case datetime():
                return self.instant(value, style)
            case timedelta():
                return self.duration(value)
            case _:
                return str(value)

    def money(self, amount: Money) -> str:
        """An amount with its currency; minus before the digits."""
        from babel.numbers import format_currency

        exact = Decimal(amount.minor).scaleb(-amount.digits)
        shown = format_currency(exact, amount.currency, locale=self.tongue.locale)
        return shown.replace(RIGHT_TO_LEFT_MARK, "")  # an amount runs from the left everywhere

    def instant(self, moment: datetime, style: str = "") -> str:
        """A time of day; with style "date" the day alone, with "moment" day and time."""
        local = moment.astimezone(self._zone)
        clock = f"{local:%H:%M}"
        if not style:
            return clock
        from babel.dates import format_skeleton

        if style == "date":
            return format_skeleton("MMMMEEEEd", local, locale=self.tongue.locale)
        return f"{format_skeleton('MMMEd', local, locale=self.tongue.locale)}, {clock}"

    def duration(self, length: timedelta) -> str:
        """Whole minutes, started ones not counted: "2 h 17 min", "3 h"."""
        minutes = int(length.total_seconds()) // 60
        hours, minutes = divmod(minutes, 60)
        days, rest = divmod(hours, 24)
        if days:
            return self.say((DAYS if rest else FULL_DAYS).with_values(days=days, hours=rest))
        if hours:
            length_words = HOURS if minutes else FULL_HOURS
            return self.say(length_words.with_values(hours=hours, minutes=minutes))
        return self.say(MINUTES.with_values(minutes=minutes))


class _Filler(string.Formatter):
    """Fills `{name}` and `{name:style}`; isolates each value where the line runs from the right."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def format_field(self, value: Value, format_spec: str) -> str:
        shown = self._language.show(value, format_spec)
        if self._language.right_to_left:
            return f"{ISOLATE}{shown}{END_ISOLATE}"
        return shown


@cache
def _catalogue(path: Path) -> Mapping[str, str]:
    """English template to sentence; empty for the source language, which has no file."""
    if not path.exists():
        return {}
    sentences: dict[str, str] = {}
    for message in ET.parse(path).iterfind(f"context[name='{CONTEXT}']/message"):  # noqa: S314 - our own file
        source, translation = message.findtext("source"), message.find("translation")
        if source and translation is not None and translation.text:
            sentences[source] = translation.text
    return MappingProxyType(sentences)
