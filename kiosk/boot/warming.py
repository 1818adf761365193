"""The last act of a start: what the first paper needs, loaded while nobody waits for it."""

from __future__ import annotations

import gc
from collections.abc import Iterable

from kiosk.reports.paper import prepare


def warm_up(profiles: Iterable[str]) -> None:
    """Prepare these printer profiles; raises `UnknownProfile`.

    From here on the garbage collector works, but never on what the start has made: looking through
    all of that holds every thread up for 50 ms and finds nothing.
    """
    try:
        for profile in profiles:
            prepare(profile)
    finally:
        gc.freeze()
        gc.enable()
