"""Words before translation: an English template and the values that fill it.

Everything a person reads leaves the pure core as a `Text`. The window (or the paper) that shows it
translates the template first and fills it afterwards, so one lane can speak German to its driver
while the attendant beside it reads English.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from kiosk.domain.money import Money

Value = str | int | Money | datetime | timedelta


@dataclass(frozen=True, slots=True)
class Text:
    """A translatable sentence; `values` fill the `{name}` places of `template`.

    Money, instants (shown as a time of day in the facility's zone) and durations are
    formatted by the reader's locale, not here.
    """

    template: str
    values: tuple[tuple[str, Value], ...] = ()

    def with_values(self, **values: Value) -> Text:
        """The same sentence, filled with these values."""
        return Text(self.template, tuple(sorted(values.items())))


NOTHING = Text("")
