"""The names of every device model, for the check of a settings file before the first paint.

The catalogues themselves bring the devices' code along (pymodbus alone takes 60 ms), so their names
are said here once more; a test holds the two against each other.
"""

from __future__ import annotations

from collections.abc import Mapping

MODELS: Mapping[str, tuple[str, ...]] = {
    "board": ("waveshare-8io",),
    "printer": ("escpos", "escpos-presenter"),
    "scanner": ("serial-scanner",),
    "terminal": ("card-line",),
}


def wrong_model(kind: str, model: str) -> str | None:
    """What to write instead of a model nobody makes; None for one we know."""
    return None if model in MODELS[kind] else f"Known {kind}s: {', '.join(MODELS[kind])}"
