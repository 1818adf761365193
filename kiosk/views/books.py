"""The reports page: the Zs that were taken, each as it was, and where the journal stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.money import Money
from kiosk.domain.staff import Right, Staff
from kiosk.domain.wording import Text
from kiosk.views.shift import Report

HEAD_GROUP = 8
"""Letters of a hash that are read out in one breath."""


@dataclass(frozen=True, slots=True)
class ShowZ:
    """Show a Z as it was taken."""

    number: int


@dataclass(frozen=True, slots=True)
class PrintZ:
    """Print a Z again; the paper says that it is a copy."""

    number: int


Wish = ShowZ | PrintZ


@dataclass(frozen=True, slots=True)
class ZRow:
    """One Z in the list."""

    number: int
    taken_at: datetime
    net: Money
    who: str


@dataclass(frozen=True, slots=True)
class BooksFacts:
    """What the page is told. `head` is the hash of the journal's last fact, `seq` its number."""

    zs: tuple[ZRow, ...] = ()
    number: int | None = None
    report: Report | None = None
    seq: int = 0
    head: str = ""
    trouble: Text | None = None
    done: Text | None = None


@dataclass(frozen=True, slots=True)
class BooksView:
    """Everything the page needs to draw itself; `number` is the Z that is shown."""

    zs: tuple[ZRow, ...]
    number: int | None
    report: Report | None
    head: Text | None
    trouble: Text | None
    done: Text | None


def books_view(facts: BooksFacts, staff: Staff) -> BooksView | None:
    """Show the books to this person, if they may see any."""
    if not staff.may(Right.RUN_SHIFT):
        return None
    return BooksView(
        zs=facts.zs,
        number=facts.number,
        report=facts.report,
        head=_head(facts) if facts.head else None,
        trouble=facts.trouble,
        done=facts.done,
    )


def _head(facts: BooksFacts) -> Text:
    """The journal's end, to be compared with the paper of an auditor."""
    head = facts.head
    grouped = " ".join(head[at : at + HEAD_GROUP] for at in range(0, len(head), HEAD_GROUP))
    return Text("Journal: {seq} facts, head {head}").with_values(seq=facts.seq, head=grouped)
