"""The booth's line to a card terminal: which lines there are, and how they are written.

ASCII lines, each ended by LF, at most `MAX_LINE` bytes, fields parted by one space. An attempt is
named by the id the booth gave it; amounts are whole minor units and an ISO 4217 code.

    booth                        terminal
    HELLO                        TERMINAL serial
    PAY id minor currency        APPROVED id minor currency reference
                                 DECLINED id reason | CANCELLED id | BUSY id
    CANCEL id                    (the attempt's own answer)
    REFUND id minor currency original
                                 REFUNDED id minor currency reference
                                 REFUSED id reason | BUSY id
    ASK id                       the id's own answer, or PENDING id | NOTFOUND id

A refund has an id of its own and names the attempt that it gives back; it needs no card. BUSY
refuses because another one runs. NOTFOUND says that the terminal has never heard of the id, which
proves nothing while a PAY or REFUND may be on its way. Card data is never on this line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from kiosk.domain.money import Money

MAX_LINE = 160


class Word(Enum):
    """What a terminal says of an attempt or a refund."""

    APPROVED = "APPROVED"
    DECLINED = "DECLINED"
    REFUNDED = "REFUNDED"
    REFUSED = "REFUSED"
    CANCELLED = "CANCELLED"
    BUSY = "BUSY"
    PENDING = "PENDING"
    NOT_FOUND = "NOTFOUND"


@dataclass(frozen=True, slots=True)
class Introduced:
    """The terminal said which one it is."""

    serial: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The terminal said something of this id; `amount` and `detail` where its line has them."""

    word: Word
    name: str
    amount: Money | None = None
    detail: str = ""


_ID = r"(?P<id>[0-9A-Za-z-]{1,64})"
_MOVED = rf"{_ID} (?P<minor>\d{{1,12}}) (?P<currency>[A-Z]{{3}}) (?P<detail>\S{{1,32}})"
_NO = rf"{_ID} (?P<detail>[a-z_]{{1,32}})"
_FORMS = {
    Word.APPROVED: _MOVED,
    Word.REFUNDED: _MOVED,
    Word.DECLINED: _NO,
    Word.REFUSED: _NO,
    Word.CANCELLED: _ID,
    Word.BUSY: _ID,
    Word.PENDING: _ID,
    Word.NOT_FOUND: _ID,
}
_ANSWERS = {word: re.compile(f"{word.value} {form}", re.ASCII) for word, form in _FORMS.items()}
_INTRODUCED = re.compile(r"TERMINAL (\S{1,40})", re.ASCII)


class Lines:
    """Cuts bytes into lines. An overlong line is dropped whole, up to its end."""

    def __init__(self) -> None:
        self._line = bytearray()
        self._overlong = False

    def feed(self, data: bytes) -> list[str]:
        """Take bytes in any chunking; return the finished lines that are printable ASCII."""
        found: list[str] = []
        for byte in data:
            if byte != ord("\n"):
                self._overlong = self._overlong or len(self._line) >= MAX_LINE
                if not self._overlong:
                    self._line.append(byte)
                continue
            line = bytes(self._line)
            if not self._overlong and all(0x20 <= letter < 0x7F for letter in line):
                found.append(line.decode("ascii"))
            self._line.clear()
            self._overlong = False
        return found


def parse(line: str) -> Introduced | Answer | None:
    """What a terminal's line says; None when it is no line of this protocol."""
    if introduced := _INTRODUCED.fullmatch(line):
        return Introduced(introduced[1])
    for word, form in _ANSWERS.items():
        if found := form.fullmatch(line):
            field = found.groupdict()
            minor = field.get("minor")
            amount = Money(int(minor), field["currency"]) if minor else None
            return Answer(word, field["id"], amount, field.get("detail") or "")
    return None


def hello() -> bytes:
    """Ask which terminal this is."""
    return b"HELLO\n"


def pay(attempt_id: str, amount: Money) -> bytes:
    """Ask for money under this id."""
    return f"PAY {attempt_id} {amount.minor} {amount.currency}\n".encode("ascii")


def cancel(attempt_id: str) -> bytes:
    """Wish that this attempt ends."""
    return f"CANCEL {attempt_id}\n".encode("ascii")


def refund(refund_id: str, amount: Money, original: str) -> bytes:
    """Ask to give this much back of the attempt `original`."""
    return f"REFUND {refund_id} {amount.minor} {amount.currency} {original}\n".encode("ascii")


def ask(name: str) -> bytes:
    """Ask what became of this attempt or refund."""
    return f"ASK {name}\n".encode("ascii")
