"""The one shape of every codec: a device's protocol as a value machine, without any I/O.

A codec owns what is being said to one device: the probe, the polls, the commands that wait,
the answer that is due. Its owner (a `Link`, or a test) owns bytes and time, and keeps three rules:

1. `opened` when a port is there, `closed` when it is gone; nothing said before survives a loss.
2. After anything happened, and whenever `due` has passed: `tick`, and write what it returns.
3. Every byte that comes in goes to `feed`, in any chunking; at once, unless it is `patient`.

`now` is monotonic seconds and never goes back. A codec raises on no bytes whatever.
"""

from typing import Protocol, TypeVar

from kiosk.devices.messages import Report

C_contra = TypeVar("C_contra", contravariant=True)


class Codec(Protocol[C_contra]):
    """What a link asks of the protocol of one device."""

    def opened(self, now: float) -> None:
        """A port is open: forget what was half said and begin with the probe."""
        ...

    def closed(self) -> list[Report]:
        """The port is gone: fail what waited, and say what is not known any more."""
        ...

    def submit(self, command: C_contra, expires_at: float | None, now: float) -> list[Report]:
        """Take a command to send when its turn comes; one the device cannot get fails at once.

        A command whose first byte has not left by `expires_at` is dropped and reported.
        """
        ...

    def feed(self, data: bytes, now: float) -> list[Report]:
        """Take bytes as they come; return what they mean."""
        ...

    def tick(self, now: float) -> tuple[bytes, list[Report]]:
        """Let time pass; return what to write now and what became known by waiting."""
        ...

    def due(self) -> float | None:
        """When `tick` has something to do next, at the latest; None when only bytes matter."""
        ...

    @property
    def patient(self) -> bool:
        """Whether bytes may wait for `feed` until `due`: then fed first, ticked after.

        A thread that need not wake for an answer wakes half as often.
        """
        ...
