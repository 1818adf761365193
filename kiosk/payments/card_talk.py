"""The conversation with a card terminal as a value machine: what money is in doubt, and since when.

A codec for `devices.link` (see `devices.codec`): it owns the protocol of `card_line`, its link owns
bytes and time. Outcomes go to whoever asked, not up the link: a device's report has no attempt.

The one rule everything here serves: *no answer is not a no*. Only the terminal's own refusal, or
its not knowing the attempt once the in-flight window is over, says that no money moved.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from kiosk.devices.faults import Faults
from kiosk.devices.messages import Fault, Offline, Online, Report
from kiosk.domain.payment import Cancelled, Declined, Intent, Outcome, Paid, Unknown
from kiosk.domain.refund import RefundIntent
from kiosk.payments import card_line as line
from kiosk.payments.card_line import Answer, Introduced, Word

REMEMBERED_ATTEMPTS = 500
Hear: TypeAlias = Callable[[Outcome], None]
Errand: TypeAlias = Intent | RefundIntent
"""Money that shall move, to us or back; either has an id and goes through the same doubts."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait, in seconds. `in_flight` must be longer than a charge can take to appear."""

    hello: float = 2.0
    answer: float = 60.0
    ask: float = 5.0
    in_flight: float = 90.0


@dataclass(frozen=True, slots=True)
class Collect:
    """Ask for money, or that it goes back."""

    intent: Errand
    report: Hear


@dataclass(frozen=True, slots=True)
class Settle:
    """Ask what became of an attempt or a refund."""

    intent: Errand
    report: Hear


@dataclass(frozen=True, slots=True)
class Cancel:
    """Wish that an attempt ends."""

    intent: Intent


CardCommand: TypeAlias = Collect | Settle | Cancel


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody who is owed exactly one outcome by `due`; `asking` is content with "not yet"."""

    due: float
    report: Hear
    asking: bool


@dataclass(slots=True)
class Attempt:
    """What we know of one attempt or refund. `heard_at` is when its money may have moved first."""

    intent: Errand
    heard_at: float
    hear_late: Hear
    verdict: Outcome | None = None
    waiting: list[Waiting] = field(default_factory=list)


class CardTalk:
    """Speaks with the terminal whose serial number is `serial`, and with no other.

    `stray` hears money for attempts nobody here asked about: those of an earlier run.
    """

    patient = False

    def __init__(
        self, device: str, serial: str, stray: Hear, patience: Patience | None = None
    ) -> None:
        self._device = device
        self._serial = serial
        self._stray = stray
        self._patience = patience or Patience()
        self._faults = Faults(device)
        self._attempts: OrderedDict[str, Attempt] = OrderedDict()
        self._lines = line.Lines()
        self._out = bytearray()
        self._known = False
        self._hello_due: float | None = None

    def opened(self, now: float) -> None:
        """Ask first which terminal is at the other end."""
        self._lines = line.Lines()
        self._out = bytearray(line.hello())
        self._hello_due = now + self._patience.hello

    def closed(self) -> list[Report]:
        """The line is gone: nobody knows what the terminal does with what it has heard."""
        for attempt in self._attempts.values():
            self._give_up(attempt)
        self._out.clear()
        self._hello_due = None
        was_known, self._known = self._known, False
        offline: list[Report] = [Offline(self._device)] if was_known else []
        return [*offline, *self._faults.all_cleared()]

    def submit(self, command: CardCommand, expires_at: float | None, now: float) -> list[Report]:
        """Take a command. Money is refused at once while the right terminal is not there."""
        match command:
            case Collect(intent, report) if name_of(intent) not in self._attempts:
                self._collect(intent, report, now)
            case Collect(intent, report) | Settle(intent, report):  # never a second PAY
                self._settle(intent, report, now)
            case Cancel(intent):
                if self._known and intent.attempt_id in self._attempts:
                    self._out += line.cancel(intent.attempt_id)
        return []

    def feed(self, data: bytes, now: float) -> list[Report]:
        """Take the terminal's bytes; outcomes go to those who wait, the rest is reported."""
        reports: list[Report] = []
        for text in self._lines.feed(data):
            match line.parse(text):
                case Introduced(serial):
                    reports += self._introduced(serial)
                case Answer() as answer if self._known:
                    reports += self._answered(answer, now)
                case _:
                    pass  # noise, or a terminal that must not speak yet
        return reports

    def tick(self, now: float) -> tuple[bytes, list[Report]]:
        """Give up waiting where it is time; return what to send."""
        reports: list[Report] = []
        if self._hello_due is not None and now >= self._hello_due:
            reports += self._faults.raised(Fault.NO_ANSWER, "the card terminal says nothing")
            self._out += line.hello()
            self._hello_due = now + self._patience.hello
        for attempt in self._attempts.values():
            self._give_up(attempt, [one for one in attempt.waiting if one.due <= now])
        data = bytes(self._out)
        self._out.clear()
        return data, reports

    def due(self) -> float | None:
        """The nearest end of somebody's patience."""
        dues = [one.due for attempt in self._attempts.values() for one in attempt.waiting]
        return min(dues if self._hello_due is None else [*dues, self._hello_due], default=None)

    def _collect(self, intent: Errand, report: Hear, now: float) -> None:
        name = name_of(intent)
        if not self._known:
            report(Declined(name, "no_terminal"))
        elif self._in_doubt(now):
            report(Declined(name, "busy"))  # the next tap could pay the wrong stay
        else:
            attempt = self._remember(intent, report, now)
            attempt.waiting.append(Waiting(now + self._patience.answer, report, asking=False))
            self._out += _request(intent)

    def _settle(self, intent: Errand, report: Hear, now: float) -> None:
        name = name_of(intent)
        # Of an earlier run's attempt we cannot know when it was sent: its window begins now.
        attempt = self._attempts.get(name) or self._remember(intent, report, now)
        if attempt.verdict is not None:
            report(attempt.verdict)
        elif not self._known:
            report(Unknown(name))
        else:
            attempt.waiting.append(Waiting(now + self._patience.ask, report, asking=True))
            self._out += line.ask(name)

    def _introduced(self, serial: str) -> list[Report]:
        self._hello_due = None
        answers = self._faults.cleared(Fault.NO_ANSWER)
        if serial != self._serial:
            problem = f"terminal {serial} is connected where {self._serial} is approved"
            return [*answers, *self._faults.raised(Fault.BAD_FRAME, problem)]
        if self._known:
            return answers
        self._known = True
        return [*answers, Online(self._device)]

    def _answered(self, answer: Answer, now: float) -> list[Report]:
        attempt = self._attempts.get(answer.name)
        if attempt is None:
            if answer.word is Word.APPROVED:
                self._stray(Paid(answer.name, answer.detail))
            return []
        if answer.word in _WRONG_WAY[type(attempt.intent)]:
            return []  # no answer to what was asked
        if answer.amount is not None and answer.amount != attempt.intent.amount:
            self._give_up(attempt)
            problem = f"{answer.word.value} {answer.amount} for {attempt.intent.amount}"
            return self._faults.raised(Fault.BAD_FRAME, problem)
        verdict = self._verdict(answer, attempt, now)
        if verdict is not None:
            self._conclude(attempt, verdict)
        else:
            self._give_up(attempt, [one for one in attempt.waiting if one.asking])
        return []

    def _verdict(self, answer: Answer, attempt: Attempt, now: float) -> Outcome | None:
        """What an answer proves; None when the attempt is still in doubt."""
        name = answer.name
        over = now - attempt.heard_at >= self._patience.in_flight
        match answer.word:
            case Word.APPROVED | Word.REFUNDED:
                return Paid(name, answer.detail)
            case Word.DECLINED | Word.REFUSED:
                return Declined(name, answer.detail)
            case Word.CANCELLED:
                return Cancelled(name)
            case Word.BUSY:
                return Declined(name, "busy")
            case Word.NOT_FOUND if over:
                return Declined(name, "not_found")
            case Word.NOT_FOUND | Word.PENDING:
                return None

    def _conclude(self, attempt: Attempt, verdict: Outcome) -> None:
        """Tell those who wait or, late, the one who asked first; only money overturns a verdict."""
        before = attempt.verdict
        if isinstance(before, Paid) or (before is not None and not isinstance(verdict, Paid)):
            return
        attempt.verdict = verdict
        waiting, attempt.waiting = attempt.waiting, []
        for one in waiting:
            one.report(verdict)
        if not waiting:
            attempt.hear_late(verdict)

    def _give_up(self, attempt: Attempt, who: list[Waiting] | None = None) -> None:
        """These, or all who wait, learn that nobody knows."""
        over = attempt.waiting if who is None else who
        attempt.waiting = [one for one in attempt.waiting if one not in over]
        for one in over:
            one.report(Unknown(name_of(attempt.intent)))

    def _in_doubt(self, now: float) -> bool:
        """Whether an attempt may still turn into money at the terminal."""
        return any(
            attempt.verdict is None and now - attempt.heard_at < self._patience.in_flight
            for attempt in self._attempts.values()
        )

    def _remember(self, intent: Errand, hear_late: Hear, now: float) -> Attempt:
        attempt = Attempt(intent, now, hear_late)
        self._attempts[name_of(intent)] = attempt
        while len(self._attempts) > REMEMBERED_ATTEMPTS:
            self._attempts.popitem(last=False)
        return attempt


_WRONG_WAY: dict[type[Errand], tuple[Word, ...]] = {
    Intent: (Word.REFUNDED, Word.REFUSED),
    RefundIntent: (Word.APPROVED, Word.DECLINED, Word.CANCELLED),
}
"""What a terminal never says of money that goes this way."""


def name_of(errand: Errand) -> str:
    """The id it goes by on the line."""
    return errand.refund_id if isinstance(errand, RefundIntent) else errand.attempt_id


def _request(errand: Errand) -> bytes:
    if isinstance(errand, RefundIntent):
        return line.refund(errand.refund_id, errand.amount, errand.attempt_id)
    return line.pay(errand.attempt_id, errand.amount)
