"""The other end of `upi`: a payment service that is nastier than any bank's, over real HTTP.

It hears and does not answer, answers late or nonsense, denies what it is about to book, books
another amount, and gets every request twice from a proxy on the way. Its `ledger` is the truth the
booth's books are held against: every payment and refund that was really made, in order. Written
against the protocol's text, not with the booth's own types.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from kiosk.domain.money import Money


class Bank(StrEnum):
    """What becomes of the payments and refunds to come."""

    APPROVE = "approve"
    DECLINE = "decline"
    LATE = "late"
    """Stays pending until `finish`, or until the driver's app pays the QR."""
    SILENT = "silent"
    """Books it and hangs up instead of saying so."""
    LOST = "lost"
    """Hangs up and never heard of it."""
    HIDDEN = "hidden"
    """Says 404 until `finish`, then it is booked."""
    DUPLICATE = "duplicate"
    """Every request arrives twice."""
    WRONG_AMOUNT = "wrong_amount"
    """Books twice the amount."""
    GARBAGE = "garbage"
    """Books it and answers nonsense until `finish`."""
    STUBBORN = "stubborn"
    """As LATE, but takes no cancelling."""


_SLOW = (Bank.LATE, Bank.STUBBORN, Bank.HIDDEN)


@dataclass(frozen=True, slots=True)
class Booked:
    """Money that really moved; back, if it has an `original`."""

    id: str
    amount: Money
    reference: str
    original: str = ""


@dataclass(slots=True)
class Held:
    """One payment or refund as the service has it."""

    amount: Money
    bank: Bank
    original: str = ""
    state: str = "pending"
    reference: str = ""
    reason: str = ""
    odd: bool = False
    """Answers are withheld (HIDDEN) or nonsense (GARBAGE) until `finish`."""


@dataclass(slots=True)
class Books:
    """The service as a value machine: `None` is a hung-up line, else (status, body)."""

    bank: Bank = Bank.APPROVE
    ledger: list[Booked] = field(default_factory=list)
    held: dict[str, Held] = field(default_factory=dict)

    def answer(self, method: str, path: str, body: dict[str, Any]) -> tuple[int, bytes] | None:
        """Act on one request."""
        if method == "POST" and self.bank is Bank.DUPLICATE:
            self._act(method, path, body)
        return self._act(method, path, body)

    def finish(self, name: str) -> None:
        """Let a slow one come to its end, and tell the truth from now on."""
        held = self.held[name]
        held.odd = False
        if held.state == "pending":
            self._book(name, held)

    def pay(self, link: str) -> bool:
        """The driver's app scanned this QR: pay it if it is still expected; whether it was."""
        fields = parse_qs(urlsplit(link).query)
        name = fields["tr"][0]
        held = self.held.get(name)
        rupees, _, paise = fields["am"][0].partition(".")
        if held is None or held.state != "pending":
            return False
        if Money(int(rupees) * 100 + int(paise), fields["cu"][0]) != held.amount:
            return False
        self._book(name, held)
        return True

    def _act(self, method: str, path: str, body: dict[str, Any]) -> tuple[int, bytes] | None:
        match method, path.strip("/").split("/"):
            case "POST", ["v1", "transactions" | "refunds"]:
                return self._begin(body)
            case "POST", ["v1", "transactions", name, "cancel"]:
                return self._cancel(name)
            case "GET", ["v1", "transactions" | "refunds", name]:
                return self._say(name)
            case _:
                return 400, b"{}"

    def _begin(self, body: dict[str, Any]) -> tuple[int, bytes] | None:
        name = body["id"]
        if self.bank is Bank.LOST:
            return None
        if name not in self.held:
            held = Held(Money(body["minor"], body["currency"]), self.bank, body.get("original", ""))
            held.odd = self.bank in (Bank.HIDDEN, Bank.GARBAGE)
            self.held[name] = held
            if self.bank is Bank.DECLINE:
                held.state, held.reason = "failed", "declined"
            elif self.bank not in _SLOW:
                self._book(name, held)
        return None if self.bank is Bank.SILENT else self._say(name)

    def _book(self, name: str, held: Held) -> None:
        """Money moves; never back more than came."""
        times = 2 if held.bank is Bank.WRONG_AMOUNT else 1
        amount = Money(held.amount.minor * times, held.amount.currency)
        came = sum(one.amount.minor for one in self.ledger if one.id == held.original)
        back = sum(one.amount.minor for one in self.ledger if one.original == held.original)
        if held.original and back + amount.minor > came:
            held.state, held.reason = "failed", "exceeds"
            return
        held.amount, held.state, held.reference = amount, "done", f"{len(self.ledger) + 1:012}"
        self.ledger.append(Booked(name, amount, held.reference, held.original))

    def _cancel(self, name: str) -> tuple[int, bytes]:
        held = self.held.get(name)
        if held is not None and held.state == "pending" and held.bank is not Bank.STUBBORN:
            held.state = "cancelled"
        return self._say(name)

    def _say(self, name: str) -> tuple[int, bytes]:
        held = self.held.get(name)
        if held is None or (held.odd and held.bank is Bank.HIDDEN):
            return 404, b"{}"
        if held.odd:
            return 200, b'{"id": 7, "state": "done"'
        said = {
            "id": name,
            "state": held.state,
            "minor": held.amount.minor,
            "currency": held.amount.currency,
            "reference": held.reference,
            "reason": held.reason,
        }
        return 200, json.dumps(said).encode()


class SimulatedPsp:
    """The service on a loopback port of its own, on threads of its own after `start`."""

    def __init__(self, port: int = 0) -> None:
        self._books = Books()
        self._lock = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", port), _handler(self._answer))
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._serve, name="psp", daemon=True)

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def ledger(self) -> tuple[Booked, ...]:
        """Every payment and refund that was really made, oldest first."""
        with self._lock:
            return tuple(self._books.ledger)

    def start(self) -> None:
        """Answer from now on."""
        self._thread.start()

    def stop(self) -> None:
        """End."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def hold(self, bank: Bank) -> None:
        """What becomes of those to come."""
        with self._lock:
            self._books.bank = bank

    def finish(self, name: str) -> None:
        """Let a slow one come to its end. Raises KeyError for one it never heard of."""
        with self._lock:
            self._books.finish(name)

    def pay(self, link: str) -> bool:
        """The driver's app scanned this QR; whether the payment was still expected."""
        with self._lock:
            return self._books.pay(link)

    def _serve(self) -> None:
        self._server.serve_forever(poll_interval=0.05)

    def _answer(self, method: str, path: str, body: dict[str, Any]) -> tuple[int, bytes] | None:
        with self._lock:
            return self._books.answer(method, path, body)


Answer = Callable[[str, str, dict[str, Any]], tuple[int, bytes] | None]


def _handler(answer: Answer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        """One request, one answer, or none."""

        def do_GET(self) -> None:
            self._reply("GET", {})

        def do_POST(self) -> None:
            data = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self._reply("POST", json.loads(data))

        def log_message(self, *_args: object) -> None:
            """Say nothing."""

        def _reply(self, method: str, body: dict[str, Any]) -> None:
            said = answer(method, self.path, body)
            self.close_connection = True
            if said is None:
                return
            status, data = said
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

    return Handler
