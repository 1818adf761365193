"""Reading a settings table so that *every* mistake is found at once, each with its remedy."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

MOST_MINOR = 100_000_000
"""No price or cap above a million in the usual currencies: a slipped finger, not a tariff."""
MOST_MINUTES = 527_040
"""No length above 366 days."""
ZONE_REMEDY = 'Write the facility\'s IANA time zone, such as zone = "Europe/Berlin"'


@dataclass(frozen=True, slots=True)
class TariffError:
    """One mistake: where it is (`blocks.minutes`), what is wrong, what to write instead."""

    key: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.key}: {self.problem}. {self.remedy}"


class TariffErrors(ValueError):
    """A tariff that cannot be used, with all of its mistakes in the order of the file's keys."""

    def __init__(self, errors: tuple[TariffError, ...]) -> None:
        super().__init__("\n".join(map(str, errors)))
        self.errors = errors


class Table:
    """One TOML (or JSON) table being read. Mistakes go to the list shared by the whole file.

    Every `read_*` returns a value even after a mistake, so that reading goes on to the next key;
    the caller throws the result away when the list is not empty.
    """

    def __init__(
        self, values: Mapping[str, object], errors: list[TariffError], path: str = ""
    ) -> None:
        self._values = values
        self._errors = errors
        self._path = path
        self._known: set[str] = set()

    def read_text(self, key: str, remedy: str) -> str:
        """A string with something in it."""
        value = self.take(key, remedy)
        if isinstance(value, str) and value.strip():
            return value.strip()
        if value is not None:
            self.refuse(key, f"{value!r} is not a text", remedy)
        return ""

    def read_whole(self, key: str, low: int, high: int, default: int | None = None) -> int:
        """A whole number between `low` and `high`; required unless there is a default."""
        remedy = f"Write a whole number from {low} to {high}, without quotes or decimal point"
        value = self.take(key, remedy, required=default is None)
        if value is None:
            return low if default is None else default
        if type(value) is not int:  # true is an int to Python, and 1.5 is not a number of cents
            self.refuse(key, f"{value!r} is not a whole number", remedy)
        elif not low <= value <= high:
            self.refuse(key, f"{value} is out of range", remedy)
        else:
            return value
        return low

    def read_flag(self, key: str, default: bool = False) -> bool:
        """true or false."""
        remedy = f"Write {key} = true or {key} = false"
        value = self.take(key, remedy, required=False)
        if value is None or isinstance(value, bool):
            return default if value is None else value
        self.refuse(key, f"{value!r} is neither true nor false", remedy)
        return default

    def read_choice(self, key: str, choices: tuple[str, ...], required: bool) -> str | None:
        """One of a few words."""
        remedy = f"Write {key} = " + " or ".join(f'"{choice}"' for choice in choices)
        value = self.take(key, remedy, required)
        if value is None or value in choices:
            return None if value is None else str(value)
        self.refuse(key, f"{value!r} is not known{nearest(value, choices)}", remedy)
        return None

    def read_optional(self, key: str, low: int, high: int) -> int | None:
        """A whole number, or None where the key is left out."""
        return self.read_whole(key, low, high) if self.has(key) else None

    def read_minor(self, key: str) -> int:
        """An amount in minor units."""
        return self.read_whole(key, 0, MOST_MINOR)

    def read_words(self, key: str) -> frozenset[str] | None:
        """A word or a list of words; None where the key is left out."""
        remedy = f'Write {key} = "car" or {key} = ["car", "van"]'
        value = self.take(key, remedy, required=False)
        if value is None:
            return None
        words = value if isinstance(value, list) else [value]
        found = {word.strip() for word in words if isinstance(word, str) and word.strip()}
        if found and len(found) == len(words):
            return frozenset(found)
        self.refuse(key, f"{value!r} is neither a word nor a list of words", remedy)
        return frozenset()

    def read_zone(self, key: str) -> ZoneInfo | None:
        """A name from the IANA time zone database, if there is one."""
        value = self.take(key, ZONE_REMEDY, required=False)
        if value is None:
            return None
        try:
            return ZoneInfo(str(value))
        except (ValueError, LookupError, OSError):  # zoneinfo raises any of them for a bad name
            self.refuse(key, f"{value!r} is not a time zone", ZONE_REMEDY)
            return None

    def read_table(self, key: str, remedy: str) -> Table:
        """A table inside this one; an empty one after a mistake."""
        value = self.take(key, remedy)
        if value is not None and not isinstance(value, Mapping):
            self.refuse(key, f"{value!r} is not a table", remedy)
        inner = value if isinstance(value, Mapping) else {}
        return Table(inner, self._errors, self._place(key))

    def read_tables(self, key: str, remedy: str) -> list[Table]:
        """One or more tables in order, counted from 1; none after a mistake."""
        value = self.take(key, remedy)
        if isinstance(value, list) and value and all(isinstance(row, Mapping) for row in value):
            place = self._place(key)
            return [
                Table(row, self._errors, f"{place}[{number}]")
                for number, row in enumerate(value, start=1)
            ]
        if value is not None:
            self.refuse(key, "is no list of tables", remedy)
        return []

    def has(self, key: str) -> bool:
        """Whether the file has this key."""
        return key in self._values

    def require(self, key: str, remedy: str) -> None:
        """Insist on a key that is only needed because of another one."""
        if key not in self._values:
            self.refuse(key, "is missing", remedy)

    def peek(self, key: str) -> object:
        """Whatever stands at `key`, right or wrong, without having read it."""
        return self._values.get(key)

    def keys(self) -> tuple[str, ...]:
        """The keys the file has in this table."""
        return tuple(self._values)

    def refuse(self, key: str, problem: str, remedy: str) -> None:
        """Note a mistake at `key` of this table."""
        self._errors.append(TariffError(self._place(key), problem, remedy))

    def finish(self) -> None:
        """Note every key nobody asked for: a misspelt key must not be silently without effect."""
        for key in self._values:
            if key not in self._known:
                known = ", ".join(sorted(self._known))
                problem = f"there is no such key{nearest(key, tuple(self._known))}"
                self.refuse(key, problem, f"Remove it, or write one of: {known}")

    def take(self, key: str, remedy: str, required: bool = True) -> object:
        """Whatever stands at `key`; None where nothing does."""
        self._known.add(key)
        value = self._values.get(key)
        if value is None and required:
            self.refuse(key, "is missing", remedy)
        return value

    def _place(self, key: str) -> str:
        return f"{self._path}.{key}" if self._path else key


def nearest(value: object, choices: tuple[str, ...]) -> str:
    """A question to add to a problem, where one of the choices looks like the value."""
    close = difflib.get_close_matches(str(value), choices, n=1)
    return f" (did you mean {close[0]!r}?)" if close else ""
