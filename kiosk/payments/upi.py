"""UPI: the driver's own bank app scans a QR on our screen and pays; a service provider tells us.

The QR is a link of NPCI's "UPI Linking Specifications": payee, amount and, as `tr`, the attempt.
The payment service provider (PSP) is asked over HTTP, in JSON, under these addresses:

    POST /v1/transactions           {id, minor, currency}             expect this payment
    POST /v1/transactions/ID/cancel {id}                              expect it no more
    GET  /v1/transactions/ID                                          what became of it
    POST /v1/refunds                {id, original, minor, currency}   give it back
    GET  /v1/refunds/ID                                               what became of that

Each is answered by a `Deal`, or by 404 while the PSP has never heard of the id, which proves
nothing while the request may be on its way. Everything unclear (no answer, garbage, another
amount) is `Unknown`; only a PSP that was never reached, or its own word, says that no money moved.
"""

from __future__ import annotations

import asyncio
import logging
import threading
from collections import OrderedDict
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Literal
from urllib.parse import quote

import httpx2
import msgspec

from kiosk.domain.money import Money
from kiosk.domain.payment import Cancelled, Declined, Intent, Outcome, Paid, Unknown
from kiosk.domain.refund import RefundIntent
from kiosk.payments.provider import Report
from kiosk.wire import strict

REMEMBERED = 500
log = logging.getLogger(__name__)


class Deal(msgspec.Struct, frozen=True):
    """What the PSP says of one payment or refund. `reference` is the banks' own number (RRN)."""

    id: str
    state: Literal["pending", "done", "failed", "cancelled"]
    minor: int
    currency: str
    reference: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Patience:
    """In seconds. `in_flight` must be longer than a payment can take to appear at the PSP."""

    exchange: float = 10.0
    poll: float = 2.0
    answer: float = 120.0
    late: float = 30.0
    """Between two looks at what is unknown."""
    in_flight: float = 300.0


@dataclass(frozen=True, slots=True)
class Wiring:
    """Whose account the money goes to, and who watches it."""

    payee: str
    name: str
    url: str
    monotonic: Callable[[], float]
    token: str = ""
    patience: Patience = field(default_factory=Patience)


@dataclass(frozen=True, slots=True)
class Errand:
    """One payment or refund at the PSP: under which name, where, for how much."""

    name: str
    place: str
    amount: Money
    original: str = ""

    @property
    def id(self) -> str:
        """The name in the form that fits a link's `tr` (35 characters at most)."""
        return transaction_id(self.name)


class NotSent(Exception):
    """The PSP was not even reached: it certainly knows nothing of this request."""


class Upi:
    """The provider: one thread with an event loop; one small task for each payment in flight."""

    def __init__(self, wiring: Wiring) -> None:
        self._wiring = wiring
        self._loop = asyncio.new_event_loop()
        self._http = httpx2.AsyncClient(
            base_url=wiring.url,
            headers={"Authorization": f"Bearer {wiring.token}"} if wiring.token else {},
            follow_redirects=False,
            trust_env=False,
            timeout=None,
        )
        self._first_asked: OrderedDict[str, float] = OrderedDict()
        self._verdicts: OrderedDict[str, Outcome] = OrderedDict()
        self._news: dict[str, asyncio.Event] = {}
        self._thread = threading.Thread(target=self._run, name="upi", daemon=True)

    def start(self) -> None:
        """Run the thread."""
        self._thread.start()

    def stop(self) -> None:
        """End it; what is still in doubt is reported as unknown."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join()
        self._loop.close()

    # --- what a till asks for

    def show(self, intent: Intent) -> str:
        """The link behind the QR that the driver's app scans."""
        rupees, paise = divmod(intent.amount.minor, 100)
        fields = {
            "pa": self._wiring.payee,
            "pn": self._wiring.name,
            "tr": transaction_id(intent.attempt_id),
            "am": f"{rupees}.{paise:02}",
            "cu": intent.amount.currency,
            "tn": "Parking",
        }
        return "upi://pay?" + "&".join(f"{key}={quote(it, safe='@')}" for key, it in fields.items())

    def collect(self, intent: Intent, report: Report) -> None:
        """Expect the payment, and look until it is there."""
        self._begin(self._carry_out(_payment(intent), report))

    def settle(self, intent: Intent, report: Report) -> None:
        """Ask once what became of it."""
        self._begin(self._look(_payment(intent), report))

    def cancel(self, intent: Intent) -> None:
        """Ask the PSP to expect it no more; it may have come already."""
        self._begin(self._give_up(_payment(intent)))

    def refund(self, refund: RefundIntent, report: Report) -> None:
        """Ask the PSP to give it back, and look until it has."""
        self._begin(self._carry_out(_refund(refund), report))

    def settle_refund(self, refund: RefundIntent, report: Report) -> None:
        """Ask once what became of a refund."""
        self._begin(self._look(_refund(refund), report))

    # --- on the thread

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_forever()
        tasks = asyncio.all_tasks(self._loop)
        for task in tasks:
            task.cancel()
        self._loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
        self._loop.run_until_complete(self._http.aclose())

    async def _carry_out(self, errand: Errand, report: Report) -> None:
        """Ask for it, then look until there is a verdict; owes one outcome, whatever happens."""
        patience, told = self._wiring.patience, False
        news = self._news.setdefault(errand.name, asyncio.Event())
        until = self._asked(errand) + patience.answer
        try:
            verdict = await self._request(errand)
            while verdict is None:
                if not told and self._wiring.monotonic() >= until:
                    told = True
                    report(Unknown(errand.name))
                with suppress(TimeoutError):
                    pause = patience.late if told else patience.poll
                    await asyncio.wait_for(news.wait(), pause)
                news.clear()
                verdict = await self._ask(errand)
        except asyncio.CancelledError:
            if not told:
                report(Unknown(errand.name))
            raise
        finally:
            self._news.pop(errand.name, None)
        known = self._verdicts.get(errand.name)
        if not told or known is None:
            self._remember(verdict)
            report(verdict)
        await self._look_again(errand, verdict, report)

    async def _request(self, errand: Errand) -> Outcome | None:
        body = {"id": errand.id, "minor": errand.amount.minor, "currency": errand.amount.currency}
        if errand.original:
            body["original"] = errand.original
        try:
            return self._verdict(errand, await self._exchange("POST", errand.place, body))
        except NotSent:
            return Declined(errand.name, "no_provider")

    async def _look(self, errand: Errand, report: Report) -> None:
        self._asked(errand)
        try:
            verdict = self._verdicts.get(errand.name) or await self._ask(errand)
        except asyncio.CancelledError:
            report(Unknown(errand.name))
            raise
        if verdict is not None:
            self._remember(verdict)
        report(verdict or Unknown(errand.name))

    async def _ask(self, errand: Errand) -> Outcome | None:
        with suppress(NotSent):
            return self._verdict(errand, await self._exchange("GET", f"{errand.place}/{errand.id}"))
        return None

    async def _give_up(self, errand: Errand) -> None:
        with suppress(NotSent):
            await self._exchange("POST", f"{errand.place}/{errand.id}/cancel", {"id": errand.id})
        if errand.name in self._news:
            self._news[errand.name].set()

    async def _look_again(self, errand: Errand, verdict: Outcome, report: Report) -> None:
        """After a refusal once more: money that came all the same is somebody's."""
        if isinstance(verdict, Paid):
            return
        await asyncio.sleep(self._wiring.patience.in_flight)
        late = await self._ask(errand)
        if isinstance(late, Paid):
            self._remember(late)
            report(late)

    def _verdict(self, errand: Errand, deal: Deal | Literal["not_found"] | None) -> Outcome | None:
        """What an answer proves; None while it is in doubt."""
        if deal is None:
            return None
        if deal == "not_found":
            age = self._wiring.monotonic() - self._asked(errand)
            over = age >= self._wiring.patience.in_flight
            return Declined(errand.name, "not_found") if over else None
        if deal.id != errand.id:
            return None
        match deal.state:
            case "done" if Money(deal.minor, deal.currency) != errand.amount:
                log.error("%s of %s moved, asked was %s", deal.minor, errand.name, errand.amount)
                return None
            case "done":
                return Paid(errand.name, deal.reference)
            case "failed":
                return Declined(errand.name, deal.reason)
            case "cancelled":
                return Cancelled(errand.name)
            case "pending":
                return None

    def _asked(self, errand: Errand) -> float:
        """When this run of the program first spoke of it: its in-flight window begins there."""
        at = self._first_asked.setdefault(errand.name, self._wiring.monotonic())
        _forget(self._first_asked)
        return at

    def _remember(self, verdict: Outcome) -> None:
        self._verdicts[verdict.attempt_id] = verdict
        _forget(self._verdicts)

    async def _exchange(
        self, method: str, place: str, body: dict[str, object] | None = None
    ) -> Deal | Literal["not_found"] | None:
        """One question. None for whatever is no proper answer; raises `NotSent`."""
        content = None if body is None else msgspec.json.encode(body)
        try:
            async with (
                asyncio.timeout(self._wiring.patience.exchange),
                self._http.stream(method, f"/v1/{place}", content=content) as reply,
            ):
                data = bytearray()
                async for chunk in reply.aiter_raw():
                    data += chunk
                    if len(data) > strict.MAX_BYTES:
                        return None
        except (httpx2.ConnectError, httpx2.ConnectTimeout) as failed:
            raise NotSent(str(failed)) from failed
        except (TimeoutError, httpx2.HTTPError, httpx2.InvalidURL, OSError) as failed:
            log.info("the payment service said nothing of %s: %s", place, failed)
            return None
        if reply.status_code == httpx2.codes.NOT_FOUND:
            return "not_found"
        with suppress(strict.BadMessage):
            if reply.status_code in (200, 201):
                return strict.decode(bytes(data), Deal)
        return None


def transaction_id(name: str) -> str:
    """An id as a link's `tr` may hold it: letters and digits, 35 at most."""
    return "".join(letter for letter in name if letter.isascii() and letter.isalnum())[:35]


def _payment(intent: Intent) -> Errand:
    return Errand(intent.attempt_id, "transactions", intent.amount)


def _refund(refund: RefundIntent) -> Errand:
    original = transaction_id(refund.attempt_id)
    return Errand(refund.refund_id, "refunds", refund.amount, original)


def _forget(memory: OrderedDict[str, Any]) -> None:
    while len(memory) > REMEMBERED:
        memory.popitem(last=False)
