"""A card terminal on a wire: the provider that lanes see, over a link that owns the port."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from kiosk.devices.link import Link
from kiosk.devices.messages import Report as DeviceReport
from kiosk.devices.transports import Transport
from kiosk.domain.payment import Intent
from kiosk.domain.refund import RefundIntent
from kiosk.payments.card_talk import Cancel, CardCommand, CardTalk, Collect, Patience, Settle
from kiosk.payments.provider import Report


@dataclass(frozen=True, slots=True)
class Wiring:
    """Everything a terminal needs from outside.

    `serial` is the approved terminal's own number: another one takes no money. `deliver` hears
    how the device is (`Online`, `Offline`, faults), `stray` money for attempts of an earlier
    run; both on the port's thread. `monotonic` is in seconds, `jitter` as in `Link`.
    """

    device: str
    serial: str
    open_port: Callable[[], Transport]
    deliver: Callable[[DeviceReport], None]
    stray: Report
    monotonic: Callable[[], float]
    jitter: Callable[[float], float]
    patience: Patience = field(default_factory=Patience)


class CardTerminal:
    """Hands every wish to the port's own thread; outcomes are reported there."""

    def __init__(self, wiring: Wiring) -> None:
        talk = CardTalk(wiring.device, wiring.serial, wiring.stray, wiring.patience)
        self.link: Link[CardCommand] = Link(
            wiring.device,
            talk,
            wiring.open_port,
            wiring.deliver,
            monotonic=wiring.monotonic,
            jitter=wiring.jitter,
        )

    def start(self) -> None:
        """Run the port's thread."""
        self.link.start()

    def stop(self) -> None:
        """End it; attempts that are still in doubt are reported as unknown."""
        self.link.stop()

    def collect(self, intent: Intent, report: Report) -> None:
        """Ask the driver's card for the money."""
        self.link.send(Collect(intent, report))

    def settle(self, intent: Intent, report: Report) -> None:
        """Ask the terminal what became of an attempt."""
        self.link.send(Settle(intent, report))

    def cancel(self, intent: Intent) -> None:
        """Wish that the driver is no longer asked."""
        self.link.send(Cancel(intent))

    def show(self, intent: Intent) -> str:
        """The terminal's own screen says what to do."""
        return ""

    def refund(self, refund: RefundIntent, report: Report) -> None:
        """Ask the terminal to give it back: it knows the charge, and needs no card."""
        self.link.send(Collect(refund, report))

    def settle_refund(self, refund: RefundIntent, report: Report) -> None:
        """Ask the terminal what became of a refund."""
        self.link.send(Settle(refund, report))
