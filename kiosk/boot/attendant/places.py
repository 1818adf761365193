"""What people call the places where money is asked for: the lanes, and the counter."""

from __future__ import annotations

from kiosk.domain.counter import at_counter
from kiosk.domain.wording import Text
from kiosk.runtime.site import Site

THE_COUNTER = Text("Counter")


def place_name(site: Site, place: str) -> str:
    """The name of a lane or of the counter; a lane that is gone goes by its id."""
    if at_counter(place):
        return site.say(THE_COUNTER)
    return next((at.name for at in site.settings.lane if at.id == place), place)
