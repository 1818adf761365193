"""The X and the Z as a sheet: what was taken, what must be there, and what does not agree.

A Z ends a period: its number, its place in the journal and the totals since ever make it the one
paper that the next Z, the bank slip and the auditor are compared with. An X is a look in between.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kiosk.domain.money import Money
from kiosk.domain.wording import Text
from kiosk.reports.figures import (
    ByMethod,
    Drawer,
    Figures,
    Named,
    Passages,
    Piece,
    Tally,
    Tickets,
    total,
)
from kiosk.reports.parts import Issuer, copy_rows, money, supplier_rows, tax_table, when
from kiosk.reports.sheet import Gap, Heading, Pair, Row, Rule, Say, Sheet, Table, Words
from kiosk.reports.wording import (
    CASH_CAUSES,
    EXCEPTIONS,
    METHODS,
    PASS_SALES,
    PROMISES,
    worded,
)

_NONE = "–"
_HASH_GROUP = 8


def closing_sheet(figures: Figures, issuer: Issuer, say: Say, copy: bool = False) -> Sheet:
    """An X, or a Z where the figures have a number."""
    return (
        *copy_rows(copy, say),
        *_head(figures, issuer, say),
        *_money(figures, say),
        *_drawer(figures.drawer, say),
        *_others(figures, say),
        *_reconciliation(figures, say),
        *_records(figures, say),
        *_signature(figures, say),
    )


def closing_title(figures: Figures, say: Say) -> str:
    """What the report is called: on top of it, in its footer, as its file's title."""
    if figures.number is None:
        return say(Text("X report"))
    return say(Text("Z report {number}").with_values(number=figures.number))


def _head(figures: Figures, issuer: Issuer, say: Say) -> Sheet:
    rows: list[Row] = [*supplier_rows(issuer), Heading(closing_title(figures, say))]
    if figures.number is None:
        rows.append(Words(say(Text("This closes nothing: the figures go on."))))
    rows += [
        Pair(say(Text("Booth")), figures.device),
        Pair(say(Text("Date")), when(figures.taken_at, issuer)),
        Pair(say(Text("Z before")), _NONE if figures.previous is None else str(figures.previous)),
    ]
    if figures.since_at is not None:
        rows.append(Pair(say(Text("Since")), when(figures.since_at, issuer)))
    if figures.shift is not None:
        closed = figures.shift.closed_at
        rows += [
            Pair(say(Text("Shift")), figures.shift.attendant),
            Pair(say(Text("From")), when(figures.shift.opened_at, issuer)),
            Pair(say(Text("To")), _NONE if closed is None else when(closed, issuer)),
        ]
    return (*rows, Rule())


def _money(figures: Figures, say: Say) -> Sheet:
    """Gross by method, what went back, the tax, and what stays for ever."""
    taxes: Sheet = (tax_table(figures.taxes, say), Gap()) if figures.taxes else ()
    refunds: Sheet = ()
    if figures.refunds:
        refunds = (_by_method(Text("Refunds"), figures.refunds, figures.currency, say), Gap())
    return (
        _by_method(Text("Payments"), figures.payments, figures.currency, say),
        Gap(),
        *refunds,
        Table(
            say(Text("Result")),
            (
                (say(Text("Gross")), money(figures.gross.amount, say)),
                (say(Text("Refunds")), money(-figures.refunded.amount, say)),
                (say(Text("Net")), money(figures.net, say)),
            ),
            total=(say(Text("Total since ever")), money(figures.perpetual, say)),
        ),
        Gap(),
        *taxes,
        _tallies(Text("To look at"), _remarkable(figures, say), say),
        Gap(),
    )


def _remarkable(figures: Figures, say: Say) -> Named:
    """What an honest day has little of; money that was kept is named even where there is none."""
    nothing = Tally(0, Money(0, figures.currency))
    kept = nothing if figures.drawer is None else figures.drawer.kept
    return (
        (say(Text("Money that came too late")), figures.orphans),
        (say(Text("Voided payments")), figures.voids),
        (say(Text("Prices changed by hand")), figures.adjustments),
        (say(Text("Change not given")), kept),
        (say(Text("Without an outcome yet")), figures.unsettled),
    )


def _drawer(drawer: Drawer | None, say: Say) -> Sheet:
    """What moved, what had to be there, and what was."""
    if drawer is None:
        return ()
    count: Sheet = ()
    if drawer.counted is not None and drawer.over_short is not None:
        rows = (
            (say(Text("Counted")), money(drawer.counted, say)),
            (say(Text("Expected")), money(drawer.expected, say)),
        )
        over_short = (say(Text("Over or short")), _signed(drawer.over_short, say))
        count = (Table(say(Text("Blind count")), rows, total=over_short), Gap())
    return (
        Table(
            say(Text("Cash drawer")),
            tuple(_moves(drawer, say)),
            (say(Text("Count")), say(Text("Amount"))),
            (say(Text("Expected")), "", money(drawer.expected, say)),
        ),
        Gap(),
        *count,
        *_pieces(drawer.pieces, say),
    )


def _moves(drawer: Drawer, say: Say) -> list[tuple[str, str, str]]:
    """Every cause; a sale as what was handed over, and the change that went back."""
    rows: list[tuple[str, str, str]] = []
    for cause, tally in drawer.moves:
        is_sale = cause == "sale"
        shown = tally + Tally(0, drawer.change) if is_sale else tally
        rows.append(_cells(say(worded(CASH_CAUSES, cause)), shown, say))
        if is_sale:
            rows.append((say(Text("Change given")), "", money(-drawer.change, say)))
    return rows


def _pieces(pieces: tuple[Piece, ...], say: Say) -> Sheet:
    """Every note and coin that was counted; with what it had to be, where that is known."""
    if not pieces:
        return ()
    known = any(piece.expected is not None for piece in pieces)
    rows = tuple(
        (
            money(piece.value, say),
            str(piece.counted),
            money(piece.worth, say),
            *((_NONE if piece.over_short is None else _signed(piece.over_short, say),) * known),
        )
        for piece in pieces
    )
    headings = (Text("Count"), Text("Worth"), *((Text("Difference"),) * known))
    return (
        Table(say(Text("Notes and coins")), rows, tuple(say(heading) for heading in headings)),
        Gap(),
    )


def _others(figures: Figures, say: Say) -> Sheet:
    """Validations, passes, debts and vouchers, each where there are any."""
    rows: list[Row] = []
    if figures.validations:
        rows += [_tallies(Text("Validations"), figures.validations, say), Gap()]
    if figures.pass_sales:
        rows += [_tallies(Text("Passes"), _said(figures.pass_sales, PASS_SALES, say), say), Gap()]
    if figures.promises:
        promises = _said(figures.promises, PROMISES, say)
        rows += [_tallies(Text("Debts and change vouchers"), promises, say), Gap()]
    return tuple(rows)


def _reconciliation(figures: Figures, say: Say) -> Sheet:
    """Tickets, passages and exceptions: what had to agree, and by how much it does not."""
    rows: list[Row] = []
    if figures.tickets is not None:
        rows += [_tickets(figures.tickets, say), Gap()]
    if figures.passages is not None:
        rows += [_passages(figures.passages, say), Gap()]
    found = tuple((say(worded(EXCEPTIONS, word)), str(n)) for word, n in figures.exceptions)
    count = sum(n for _, n in figures.exceptions)
    summed = (say(Text("Together")), str(count))
    return (*rows, Table(say(Text("Exceptions")), found, total=summed), Gap())


def _tickets(tickets: Tickets, say: Say) -> Table:
    rows = (
        (Text("Inside before"), tickets.inside_before),
        (Text("Issued"), tickets.issued),
        (Text("Collected"), -tickets.collected),
        (Text("Void"), -tickets.void),
        (Text("Inside now"), -tickets.inside),
    )
    return Table(
        say(Text("Tickets")),
        tuple((say(text), str(number)) for text, number in rows),
        total=(say(Text("Not accounted for")), str(tickets.missing)),
    )


def _passages(passages: Passages, say: Say) -> Table:
    ways = (
        (Text("In"), passages.cars_in, passages.sessions_in),
        (Text("Out"), passages.cars_out, passages.sessions_out),
    )
    return Table(
        say(Text("Passages")),
        tuple(
            (say(way), str(cars), str(stays), f"{cars - stays:+}" if cars != stays else "0")
            for way, cars, stays in ways
        ),
        (say(Text("Cars")), say(Text("Stays")), say(Text("Difference"))),
    )


def _records(figures: Figures, say: Say) -> Sheet:
    """Where the figures stand in the records: receipts, journal, and what the centre lacks."""
    head = figures.records.head
    groups = [head[at : at + _HASH_GROUP] for at in range(0, len(head), _HASH_GROUP)]
    return (
        Table(
            say(Text("Records")),
            (
                (say(Text("First receipt")), figures.first_receipt or _NONE),
                (say(Text("Last receipt")), figures.last_receipt or _NONE),
                (say(Text("Facts up to")), str(figures.records.upto_seq)),
                (say(Text("Facts not sent yet")), str(figures.records.unsent)),
            ),
        ),
        Words(say(Text("Journal head")), centre=False),
        Words(" ".join(groups), centre=False),
    )


def _signature(figures: Figures, say: Say) -> Sheet:
    if figures.number is None or figures.shift is None:
        return ()
    return (Gap(), Gap(), Rule(), Words(say(Text("Signature")), centre=False))


def _by_method(title: Text, tallies: ByMethod, currency: str, say: Say) -> Table:
    """Money by the way it moved, with its sum."""
    summed = total((tally for _, tally in tallies), currency)
    table = _tallies(title, _said(tallies, METHODS, say), say)
    return replace(table, total=_cells(say(Text("Together")), summed, say))


def _tallies(title: Text, named: Named, say: Say) -> Table:
    """How many and how much of each name."""
    rows = tuple(_cells(name, tally, say) for name, tally in named)
    return Table(say(title), rows, (say(Text("Count")), say(Text("Amount"))))


def _said(named: Named, words: Mapping[str, Text], say: Say) -> Named:
    """Tallies by machine words, by people's words."""
    return tuple((say(worded(words, word)), tally) for word, tally in named)


def _cells(name: str, tally: Tally, say: Say) -> tuple[str, str, str]:
    return name, str(tally.count), money(tally.amount, say)


def _signed(amount: Money, say: Say) -> str:
    """An amount that is too much wears a plus, so that nobody takes it for one that is missing."""
    return f"+{money(amount, say)}" if amount.minor > 0 else money(amount, say)
