"""Machine words in people's words: refusals, causes of a call, faults of a device.

Facts and engines speak in short machine words that never change; this is the one place where they
become sentences. A word nobody has worded yet is shown as it is, so nothing is ever hidden.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.domain.ticket import Refusal
from kiosk.domain.wording import Text


@dataclass(frozen=True, slots=True)
class Advice:
    """A no for the driver: what is the matter, and what to do next."""

    why: Text
    next: Text


_TRY_OR_HELP = Text("Try again, or press Help.")
_TICKET_OR_HELP = Text("Use a ticket instead, or press Help.")

ADVICE: Mapping[Refusal, Advice] = {
    Refusal.UNREADABLE: Advice(
        Text("We could not read that code"), Text("Hold it flat and still, or type it in.")
    ),
    Refusal.UNKNOWN: Advice(
        Text("We do not know this code"), Text("Check the code, or press Help.")
    ),
    Refusal.OTHER_FACILITY: Advice(
        Text("This ticket is from another car park"), Text("Use the ticket you got here.")
    ),
    Refusal.FORGED: Advice(Text("This ticket is not valid"), Text("Press Help to talk to us.")),
    Refusal.ALREADY_USED: Advice(
        Text("This code was already used"), Text("Use your newest ticket, or press Help.")
    ),
    Refusal.ALREADY_INSIDE: Advice(
        Text("This booking is already inside"), Text("Take a ticket instead, or press Help.")
    ),
    Refusal.VOID: Advice(
        Text("This ticket was cancelled"), Text("Use your newest ticket, or press Help.")
    ),
    Refusal.BLOCKED: Advice(Text("This ticket is blocked"), Text("Press Help to talk to us.")),
    Refusal.EXPIRED: Advice(Text("This code has expired"), Text("Press Help to talk to us.")),
    Refusal.TOO_EARLY: Advice(
        Text("Your booking has not started yet"), Text("Come back later, or take a ticket.")
    ),
    Refusal.TOO_LATE: Advice(
        Text("Your booking is over"), Text("Take a ticket instead, or press Help.")
    ),
    Refusal.WRONG_LANE: Advice(
        Text("This code does not open this lane"), Text("Use another lane, or press Help.")
    ),
    Refusal.CANCELLED: Advice(
        Text("This booking was cancelled"), Text("Take a ticket instead, or press Help.")
    ),
    Refusal.FULL: Advice(
        Text("The car park is full"), Text("Bookings can still enter. Otherwise, please back out.")
    ),
    Refusal.CLOSED: Advice(
        Text("The car park is closed"),
        Text("Bookings can still enter. Otherwise, please back out."),
    ),
    Refusal.PASS_BLOCKED: Advice(Text("This pass is blocked"), _TICKET_OR_HELP),
    Refusal.PASS_EXPIRED: Advice(Text("This pass has expired"), _TICKET_OR_HELP),
    Refusal.NOT_YET_VALID: Advice(Text("This pass is not valid yet"), _TICKET_OR_HELP),
    Refusal.PASSBACK: Advice(Text("This pass is already inside"), _TICKET_OR_HELP),
    Refusal.GROUP_FULL: Advice(Text("All spaces of your group are taken"), _TICKET_OR_HELP),
    Refusal.NO_ENTRIES_LEFT: Advice(Text("No entries are left on this pass"), _TICKET_OR_HELP),
    Refusal.EMPTY_WALLET: Advice(Text("No money is left on this pass"), _TICKET_OR_HELP),
    Refusal.NO_STAY: Advice(
        Text("This pass did not come in here"),
        Text("Use the ticket you came in with, or press Help."),
    ),
    Refusal.NOT_ACCEPTED: Advice(
        Text("This voucher is not accepted here"), Text("Pay without it, or press Help.")
    ),
    Refusal.LIMIT_REACHED: Advice(
        Text("The shop has used up its vouchers"), Text("Pay without it, or press Help.")
    ),
    Refusal.ALREADY_VALIDATED: Advice(
        Text("This shop's voucher already counts"), Text("One for each stay. Please go on.")
    ),
    Refusal.VOUCHER_USED: Advice(
        Text("This voucher was already used"), Text("Pay without it, or press Help.")
    ),
    Refusal.OTHER_TICKET: Advice(
        Text("This voucher belongs to another ticket"),
        Text("Show the ticket it was made for, or press Help."),
    ),
    Refusal.TICKET_FIRST: Advice(
        Text("A voucher comes after the ticket"), Text("Show your ticket first, then the voucher.")
    ),
    Refusal.NO_PAPER: Advice(
        Text("No tickets right now"), Text("Use a booking or another lane, or press Help.")
    ),
    Refusal.STORE_TROUBLE: Advice(Text("Something went wrong here"), _TRY_OR_HELP),
}

CAUSES: Mapping[str, Text] = {
    "help": Text("The driver asks for help"),
    "cash": Text("The driver wants to pay cash"),
    "printer": Text("The printer does not work"),
    "unsettled": Text("A payment has no clear outcome"),
    "stalled": Text("A car does not move under the open boom"),
    "unauthorised": Text("A car drove through without permission"),
    "wrong_way": Text("A car came the wrong way"),
    "store": Text("The booth cannot save"),
    "clock": Text("The clock went back"),
    "boom_stuck": Text("The boom does not open"),
    "boom_detached": Text("The boom is broken off"),
    "boom_up": Text("The boom does not close"),
    "boom_up_at_start": Text("The boom was up at the start"),
    "board": Text("The gate board does not answer"),
    "loop_stuck": Text("A loop does not change"),
    "centre": Text("The centre cannot be reached"),
    "internet": Text("The internet cannot be reached"),
    "limit": Text("The amount is above this lane's limit"),
    "gateway": Text("Card payments cannot be reached"),
    "device": Text("The card reader does not work"),
}

FAULTS: Mapping[str, Text] = {
    "unplugged": Text("Unplugged"),
    "no_answer": Text("Does not answer"),
    "bad_frame": Text("Answers nonsense"),
    "linkage_mode": Text("Wrong board mode"),
    "contradiction": Text("Boom sensors contradict"),
    "paper_out": Text("No paper"),
    "paper_low": Text("Paper is low"),
    "cover_open": Text("Cover is open"),
    "printer_error": Text("Printer error"),
    "error": Text("Printer error"),
    "offline": Text("Not connected"),
    "expired": Text("Too late to send"),
    "unconfirmed": Text("Print not confirmed"),
    "port_lost": Text("Connection lost"),
    "not_wired": Text("Not wired"),
    "refused": Text("Refused by the device"),
    "wrong_answer": Text("Wrong answer"),
    "approach_stuck": Text("Loop A does not change"),
    "safety_stuck": Text("Loop B does not change"),
    "crashed": Text("Began again after an error"),
}


def refusal_text(refusal: Refusal) -> Text:
    """Why a credential did not open a lane, in one sentence without a full stop."""
    return ADVICE[refusal].why


def cause_text(cause: str) -> Text:
    """Why a person is needed (a call, an out-of-service), in one sentence without a full stop."""
    return CAUSES.get(cause) or _as_it_is(cause)


def fault_text(fault: str) -> Text:
    """What is wrong with a device, in two or three words."""
    return FAULTS.get(fault) or _as_it_is(fault)


def _as_it_is(word: str) -> Text:
    return Text("{word}").with_values(word=word.replace("_", " "))
