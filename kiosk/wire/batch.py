"""How many events go into one message: both ends cut by the same rule."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from kiosk.domain.event import Event
from kiosk.wire.facts import event_json
from kiosk.wire.messages import MAX_BATCH_BYTES


def fitting(events: Iterable[Event], limit_bytes: int = MAX_BATCH_BYTES) -> list[msgspec.Raw]:
    """As many of these events as one message holds, as JSON; always the first, however large."""
    lines: list[msgspec.Raw] = []
    size = 0
    for event in events:
        line = event_json(event)
        size += len(line)
        if lines and size > limit_bytes:
            break
        lines.append(msgspec.Raw(line))
    return lines
