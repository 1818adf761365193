"""One thing that is not as the journal says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """A cell (or a whole row, `column` empty) with what it should hold and what it holds."""

    table: str
    key: tuple[object, ...]
    column: str
    expected: object
    found: object

    def __str__(self) -> str:
        key = "/".join(str(part) for part in self.key)
        place = f"{self.table} {key} {self.column}".replace("  ", " ").strip()
        return f"{place}: expected {_shown(self.expected)}, found {_shown(self.found)}"


def _shown(value: object) -> str:
    return value.hex() if isinstance(value, bytes) else repr(value)
