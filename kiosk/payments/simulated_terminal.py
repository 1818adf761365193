"""The other end of `card_line`: a card terminal that is nastier than any vendor's.

It charges and says nothing, answers late, twice or not at all, denies what it is about to charge,
and hangs up at the worst moment. Its `ledger` is the truth the booth's books are held against:
every charge that was really made, in order; `returned` is every refund. Written against the
protocol's text, not with the booth's own line reader, so that one misreading cannot hide on both
sides of the wire.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from pathlib import Path

from kiosk.devices.simulated.port import SimulatedPort
from kiosk.domain.money import Money


class Card(StrEnum):
    """What happens when the next card is held to it, or the next refund is asked for."""

    APPROVE = "approve"
    DECLINE = "decline"
    LATE = "late"
    """Waits for `finish`, then charges and says so. Until then it says PENDING."""
    SILENT = "silent"
    """Charges and does not say so until it is asked."""
    MUTE = "mute"
    """Charges and does not say so, not even when asked, until `finish`."""
    LOST = "lost"
    """Never hears of the attempt."""
    DUPLICATE = "duplicate"
    """Charges once and says so three times."""
    HIDDEN = "hidden"
    """Says NOTFOUND until `finish`, then charges and says so."""
    WRONG_AMOUNT = "wrong_amount"
    """Charges twice the amount and says so."""
    HANG_UP = "hang_up"
    """Charges, and pulls the plug instead of saying so."""
    STUBBORN = "stubborn"
    """As LATE, but takes no cancelling."""


_SLOW = (Card.LATE, Card.STUBBORN, Card.HIDDEN)


@dataclass(frozen=True, slots=True)
class Charge:
    """Money that really moved; back, if it has an `original`."""

    attempt_id: str
    amount: Money
    reference: str
    original: str = ""


@dataclass(slots=True)
class Held:
    """One attempt or refund as the terminal has it; `answer` is what became of it so far."""

    amount: Money
    card: Card
    answer: str = ""
    hides: bool = False
    original: str | None = None
    """A refund: the attempt it gives back."""


@dataclass(slots=True)
class TerminalPeer:
    """The terminal as a value machine. `hang_up` pulls the plug of the moment."""

    serial: str
    hang_up: Callable[[], None]
    card: Card = Card.APPROVE
    ledger: list[Charge] = field(default_factory=list)
    returned: list[Charge] = field(default_factory=list)
    attempts: dict[str, Held] = field(default_factory=dict)
    heard: bytearray = field(default_factory=bytearray)
    said: bytearray = field(default_factory=bytearray)

    def hear(self, data: bytes, now: float) -> None:
        """Act on every finished line."""
        self.heard += data
        *lines, rest = bytes(self.heard).split(b"\n")
        self.heard = bytearray(rest)
        for text in lines:
            self._act(text.decode("ascii", "replace").split(" "))

    def speak(self, now: float) -> bytes:
        """Return what the terminal says."""
        said = bytes(self.said)
        self.said.clear()
        return said

    def due(self) -> float | None:
        """It never speaks by itself: `finish` and `say` come from outside."""
        return None

    def say(self, text: str) -> None:
        """Say a line, true or not."""
        self.said += text.encode("ascii") + b"\n"

    def finish(self, attempt_id: str) -> None:
        """Let a slow or mute attempt come to its end, and say so."""
        held = self.attempts[attempt_id]
        held.hides = False
        if not held.answer:
            self._charge(attempt_id, held)
        self.say(held.answer)

    def _act(self, words: list[str]) -> None:
        match words:
            case ["HELLO"]:
                self.say(f"TERMINAL {self.serial}")
            case ["PAY", name, minor, currency]:
                self._pay(name, Held(Money(int(minor), currency), self.card))
            case ["REFUND", name, minor, currency, original]:
                self._pay(name, Held(Money(int(minor), currency), self.card, original=original))
            case ["CANCEL", name] if name in self.attempts:
                self._cancel(name, self.attempts[name])
            case ["ASK", name]:
                self._ask(name)

    def _pay(self, name: str, held: Held) -> None:
        if name in self.attempts:
            self._ask(name)  # the id is the promise: never charged twice
        elif any(not held.answer for held in self.attempts.values()):
            self.say(f"BUSY {name}")
        elif self.card is not Card.LOST:
            self._begin(name, held)

    def _begin(self, name: str, held: Held) -> None:
        self.attempts[name] = held
        held.hides = held.card in (Card.MUTE, Card.HIDDEN)
        if held.card is Card.DECLINE:
            held.answer = f"DECLINED {name} insufficient_funds"
            if held.original is not None:
                held.answer = f"REFUSED {name} not_possible"
        elif held.card not in _SLOW:
            self._charge(name, held)
        if held.card is Card.HANG_UP:
            self.hang_up()
        elif held.card not in (*_SLOW, Card.SILENT, Card.MUTE):
            for _ in range(3 if held.card is Card.DUPLICATE else 1):
                self.say(held.answer)

    def _charge(self, name: str, held: Held) -> None:
        times = 2 if held.card is Card.WRONG_AMOUNT else 1
        amount = Money(held.amount.minor * times, held.amount.currency)
        if held.original is not None:
            self._give_back(name, held, amount)
            return
        reference = f"A{len(self.ledger) + 1:05}"
        self.ledger.append(Charge(name, amount, reference))
        held.answer = f"APPROVED {name} {amount.minor} {amount.currency} {reference}"

    def _give_back(self, name: str, held: Held, amount: Money) -> None:
        """Never more than was charged, and of nothing that it does not know."""
        charged = sum(one.amount.minor for one in self.ledger if one.attempt_id == held.original)
        back = sum(one.amount.minor for one in self.returned if one.original == held.original)
        if amount.minor + back > charged:
            held.answer = f"REFUSED {name} {'exceeds' if charged else 'no_such_charge'}"
            return
        reference = f"R{len(self.returned) + 1:05}"
        self.returned.append(Charge(name, amount, reference, held.original or ""))
        held.answer = f"REFUNDED {name} {amount.minor} {amount.currency} {reference}"

    def _cancel(self, name: str, held: Held) -> None:
        if not held.answer and held.card is Card.LATE:
            held.answer = f"CANCELLED {name}"
        if held.answer and not held.hides:
            self.say(held.answer)

    def _ask(self, name: str) -> None:
        held = self.attempts.get(name)
        if held is None or (held.hides and held.card is Card.HIDDEN):
            self.say(f"NOTFOUND {name}")
        elif not held.hides:
            self.say(held.answer or f"PENDING {name}")


class SimulatedTerminal:
    """A card terminal on a pty at `path`, on a thread of its own after `port.start()`."""

    def __init__(
        self, path: Path, monotonic: Callable[[], float], *, serial: str = "SIM-0001"
    ) -> None:
        self._peer = TerminalPeer(serial, self._hang_up)
        self.port = SimulatedPort(path, self._peer, monotonic)

    @property
    def ledger(self) -> tuple[Charge, ...]:
        """Every charge that was really made, oldest first."""
        return tuple(self._peer.ledger)

    @property
    def returned(self) -> tuple[Charge, ...]:
        """Every refund that was really made, under its own id, oldest first."""
        return tuple(self._peer.returned)

    def hold(self, card: Card) -> None:
        """What the cards of the attempts to come do."""
        self.port.run(partial(setattr, self._peer, "card", card))

    def finish(self, attempt_id: str) -> None:
        """Let a slow or mute attempt come to its end. Raises KeyError for one it never heard of."""
        self.port.run(partial(self._peer.finish, attempt_id))

    def say(self, text: str) -> None:
        """Say a line of the protocol, or nonsense, out of the blue."""
        self.port.run(partial(self._peer.say, text))

    def replace(self, serial: str) -> None:
        """Somebody put another terminal in its place; it introduces itself when asked next."""
        self.port.run(partial(setattr, self._peer, "serial", serial))

    def _hang_up(self) -> None:
        self.port.unplug()
