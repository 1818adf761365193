"""What the centre is told from outside: clocks, chance, limits and where its web files lie."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from kiosk.wire import strict

WEB = Path(__file__).resolve().parents[2] / "resources" / "web"


class Clock(Protocol):
    """What the centre takes from the world's time."""

    def now(self) -> datetime:
        """The instant, aware UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds that never go back."""
        ...


@dataclass(frozen=True, slots=True)
class CentreSettings:
    """`chance(n)` gives n bytes that nobody can guess."""

    clock: Clock
    chance: Callable[[int], bytes] = secrets.token_bytes
    enrolment_lasts: timedelta = timedelta(hours=1)
    max_body_bytes: int = strict.MAX_BYTES
    recheck_seconds: float = 5.0
    """How often a waiting pull looks at the database by itself, for facts that came by another
    process; facts that came through this one wake it at once."""
    web: Path = WEB
