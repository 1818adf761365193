"""A printer in every state of a conversation, for the codec's tests."""

from kiosk.devices.codecs.escpos import (
    ASK_CONFIRMATION,
    ASK_STATUS,
    EscposPrinter,
    PrinterProfile,
)
from kiosk.devices.messages import (
    Paper,
    PrinterCommand,
    PrinterState,
    PrintJob,
)
from tests.unit.devices.conversation import Conversation

FINE = b"\x16\x12\x12"
NO_PAPER = b"\x1e\x32\x7e"
TICKET = b"\x1b@GARAGE\n\x1dV\x00"
JOB = PrintJob("t1", TICKET)
READY = PrinterState(online=True, paper=Paper.OK, cover_open=False)
GONE = PrinterState(online=False, paper=Paper.UNKNOWN, cover_open=False)


def opened(*, presenter: bool = False) -> Conversation[PrinterCommand]:
    """A printer that has just been plugged in."""
    codec = EscposPrinter("printer", PrinterProfile(presenter=presenter), baud=9600)
    return Conversation[PrinterCommand](codec).open()


def ready(*, presenter: bool = False) -> Conversation[PrinterCommand]:
    """A printer that answered its probe, and whose fence holds."""
    talk = opened(presenter=presenter)
    talk.hear(FINE)
    talk.hear(b"\x00")
    talk.until_sent()
    talk.hear(FINE)
    talk.heard()
    talk.sent.clear()
    return talk


def printing(*, presenter: bool = False) -> Conversation[PrinterCommand]:
    """A printer that has the whole job and has not confirmed it."""
    talk = ready(presenter=presenter)
    talk.say(JOB)
    talk.hear(FINE)
    assert talk.sent == [ASK_STATUS, TICKET + ASK_CONFIRMATION]
    talk.sent.clear()
    return talk
