"""From what a board reads to what its inputs are: two equal reads, and no contradictions.

RTU answers carry no number, so a late one can pass for the next, and contacts bounce: a change
needs two equal consecutive reads. Where waiting is the greater harm the first read counts: a
vehicle on the safety loop, fire, and a person at a button.
"""

from collections.abc import Mapping, Sequence

from kiosk.devices.codecs.board_map import Pin
from kiosk.devices.messages import InputChanged
from kiosk.domain.signals import Input, Level

ON_AT_FIRST_READ = frozenset(
    {Input.SAFETY, Input.FIRE, Input.TICKET_BUTTON, Input.HELP_BUTTON},
)
_LIMITS = (Input.BOOM_OPEN, Input.BOOM_CLOSED)


class InputFilter:
    """What the inputs of one board were last read as, and what was last reported."""

    def __init__(self, pins: Mapping[Input, Pin]) -> None:
        self._pins = pins
        self._read: dict[Input, Level] = {}
        self._settled = dict.fromkeys(pins, Level.UNKNOWN)
        self._reported = dict.fromkeys(pins, Level.UNKNOWN)

    @property
    def contradicting(self) -> bool:
        """Whether the boom says fully open and fully closed at once."""
        return all(self._settled.get(limit) is Level.ON for limit in _LIMITS)

    @property
    def at_rest(self) -> bool:
        """Whether all is settled, the boom is down as far as it tells, and nothing else is on."""
        return self._read == self._settled and all(
            (level is Level.ON) == (signal is Input.BOOM_CLOSED)
            for signal, level in self._settled.items()
        )

    def read(self, lines: Sequence[bool]) -> list[InputChanged]:
        """Take one read of all lines; return the changes it settles."""
        for signal, pin in self._pins.items():
            level = Level.ON if lines[pin.line] != pin.inverted else Level.OFF
            first_counts = level is Level.ON and signal in ON_AT_FIRST_READ
            if first_counts or level is self._read.get(signal):
                self._settled[signal] = level
            self._read[signal] = level
        known = dict(self._settled)
        if self.contradicting:
            known.update(dict.fromkeys(_LIMITS, Level.UNKNOWN))
        changes = [InputChanged(s, known[s]) for s in known if known[s] is not self._reported[s]]
        self._reported = known
        return changes

    def forget(self) -> list[InputChanged]:
        """Nothing is known any more; say so for every input, changed or not."""
        self._read.clear()
        self._settled = dict.fromkeys(self._pins, Level.UNKNOWN)
        self._reported = dict.fromkeys(self._pins, Level.UNKNOWN)
        return [InputChanged(signal, Level.UNKNOWN) for signal in self._pins]
