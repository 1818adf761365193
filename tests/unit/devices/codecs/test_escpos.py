"""The printer's codec: a job counts as printed when the printer says so, and never before."""

import pytest

from kiosk.devices.codecs.escpos import (
    ASK_CONFIRMATION,
    ASK_STATUS,
    KICK_DRAWER,
)
from kiosk.devices.codecs.presenter import ASK_MOUTH
from kiosk.devices.messages import (
    AskStatus,
    CommandDone,
    CommandFailed,
    Failure,
    Fault,
    FaultCleared,
    FaultRaised,
    JobFailed,
    JobPrinted,
    KickDrawer,
    Offline,
    Online,
    Paper,
    PaperTaken,
    PrinterFault,
    PrinterState,
    PrintJob,
)
from tests.unit.devices.printer_talk import (
    FINE,
    GONE,
    JOB,
    NO_PAPER,
    READY,
    TICKET,
    opened,
    printing,
    ready,
)


def test_the_probe_asks_how_it_is_and_then_fences() -> None:
    talk = opened()
    assert talk.sent == [ASK_STATUS]
    talk.hear(FINE)
    assert talk.heard() == [Online("printer"), READY]
    assert talk.sent == [ASK_STATUS, ASK_CONFIRMATION]


def test_a_job_is_printed_when_the_printer_confirms_it() -> None:
    talk = printing()
    assert talk.heard() == []
    talk.hear(b"\x00")
    assert talk.heard() == [JobPrinted("t1")]


def test_a_job_waits_for_the_fence() -> None:
    talk = opened()
    talk.hear(FINE)
    talk.say(JOB)
    talk.hear(b"\x00")
    talk.sent.clear()
    talk.wait(0.4)
    talk.hear(b"\x00")  # what the last job before the restart left behind
    talk.wait(0.4)
    assert talk.sent == []
    talk.wait(0.1)
    assert talk.sent == [ASK_STATUS]
    talk.hear(FINE)
    assert talk.sent[-1] == TICKET + ASK_CONFIRMATION


@pytest.mark.parametrize(
    ("status", "reason", "fault"),
    [
        (NO_PAPER, PrinterFault.PAPER_OUT, Fault.PAPER_OUT),
        (b"\x1e\x16\x12", PrinterFault.COVER_OPEN, Fault.COVER_OPEN),
        (b"\x1e\x52\x12", PrinterFault.ERROR, Fault.PRINTER_ERROR),
        (b"\x1e\x12\x12", PrinterFault.OFFLINE, None),
    ],
)
def test_a_printer_that_cannot_print_gets_no_job(
    status: bytes, reason: PrinterFault, fault: Fault | None
) -> None:
    talk = ready()
    talk.say(JOB)
    talk.hear(status)
    reports = talk.heard()
    assert reports[-1] == JobFailed("t1", reason)
    assert [r.fault for r in reports if isinstance(r, FaultRaised)] == [fault] * bool(fault)
    assert talk.sent == [ASK_STATUS]


def test_paper_near_its_end_still_prints() -> None:
    talk = ready()
    talk.say(JOB)
    talk.hear(b"\x16\x12\x1e")
    talk.hear(b"\x03")
    assert talk.heard() == [
        PrinterState(online=True, paper=Paper.LOW, cover_open=False),
        FaultRaised("printer", Fault.PAPER_LOW, "paper is near its end"),
        JobPrinted("t1"),
    ]


def test_paper_that_ends_in_the_middle_voids_the_ticket() -> None:
    talk = printing()
    talk.wait(1.1)
    assert talk.sent == [ASK_STATUS]
    talk.hear(NO_PAPER)
    assert JobFailed("t1", PrinterFault.PAPER_OUT) in talk.heard()
    talk.hear(b"\x00")  # new paper: the printer goes on, and confirms what is void
    assert talk.heard() == []


def test_a_confirmation_that_says_paper_out_voids_the_ticket() -> None:
    talk = printing()
    talk.hear(b"\x0c")
    assert talk.heard() == [JobFailed("t1", PrinterFault.PAPER_OUT)]


def test_a_late_confirmation_is_never_the_next_tickets() -> None:
    talk = printing()
    talk.until_sent()
    talk.hear(NO_PAPER)
    talk.until_sent()
    talk.hear(FINE)
    talk.say(PrintJob("t2", TICKET))
    talk.hear(b"\x00")  # t1's own, at last
    talk.wait(0.2)
    talk.hear(b"\x00")  # the fence's
    talk.wait(0.5)
    talk.hear(FINE)
    talk.heard()
    assert talk.sent[-1] == TICKET + ASK_CONFIRMATION
    talk.wait(0.5)
    assert talk.heard() == []
    talk.hear(b"\x00")
    assert talk.heard() == [JobPrinted("t2")]


def test_silence_is_never_success() -> None:
    talk = printing()
    talk.wait(15.0)
    assert talk.heard()[0] == JobFailed("t1", PrinterFault.NO_ANSWER)


def test_a_printer_that_is_fine_and_does_not_confirm_is_named_so() -> None:
    talk = printing()
    for _ in range(9):
        talk.wait(1.05)
        talk.hear(FINE)
    talk.wait(1.0)
    assert talk.heard() == [JobFailed("t1", PrinterFault.UNCONFIRMED)]


def test_a_printer_that_never_confirms_at_all_raises_a_fault_and_fails_its_jobs() -> None:
    talk = opened()
    talk.hear(FINE)
    talk.say(JOB)
    for _ in range(10):
        talk.wait(1.0)
        talk.hear(FINE)
    reports = talk.heard()
    assert JobFailed("t1", PrinterFault.UNCONFIRMED) in reports
    detail = "it does not confirm what it prints"
    assert FaultRaised("printer", Fault.PRINTER_ERROR, detail) in reports


def test_a_silent_printer_is_out_of_reach_after_two_rounds() -> None:
    talk = ready()
    talk.say(JOB)
    talk.wait(1.0)
    assert talk.heard() == [JobFailed("t1", PrinterFault.NO_ANSWER)]
    talk.wait(1.5)
    detail = "2 status queries without an answer"
    assert talk.heard() == [
        FaultRaised("printer", Fault.NO_ANSWER, detail),
        GONE,
        Offline("printer"),
    ]
    talk.say(JOB)
    assert talk.heard() == [JobFailed("t1", PrinterFault.OFFLINE)]
    talk.wait(0.5)
    talk.hear(FINE)
    assert talk.heard() == [FaultCleared("printer", Fault.NO_ANSWER), Online("printer"), READY]


def test_a_status_that_came_late_is_not_mixed_with_the_next() -> None:
    talk = ready()
    talk.say(AskStatus())
    talk.wait(1.0)
    talk.hear(FINE)
    assert talk.heard() == []
    talk.wait(0.5)
    talk.hear(NO_PAPER)
    assert PrinterState(online=False, paper=Paper.OUT, cover_open=False) in talk.heard()


def test_paper_out_is_known_before_a_car_comes() -> None:
    talk = ready()
    talk.wait(5.0)
    assert talk.sent == [ASK_STATUS]
    talk.hear(NO_PAPER)
    assert FaultRaised("printer", Fault.PAPER_OUT, "no paper") in talk.heard()
    talk.wait(5.0)
    talk.hear(FINE)
    assert talk.heard() == [READY, FaultCleared("printer", Fault.PAPER_OUT)]


def test_an_unchanged_state_is_told_only_when_asked() -> None:
    talk = ready()
    talk.wait(5.0)
    talk.hear(FINE)
    assert talk.heard() == []
    talk.say(AskStatus())
    talk.hear(FINE)
    assert talk.heard() == [READY]


def test_an_expired_job_is_never_sent() -> None:
    talk = printing()
    talk.say(PrintJob("t2", TICKET), expires_at=talk.now + 2.0)
    talk.wait(3.0)
    talk.hear(b"\x00")
    talk.wait(1.0)
    talk.hear(FINE)
    assert JobFailed("t2", PrinterFault.EXPIRED) in talk.heard()
    assert all(TICKET not in data for data in talk.sent)


def test_jobs_print_one_after_the_other() -> None:
    talk = printing()
    talk.say(PrintJob("t2", b"second"))
    talk.hear(b"\x00")
    talk.hear(FINE)
    talk.hear(b"\x00")
    assert talk.heard() == [JobPrinted("t1"), JobPrinted("t2")]
    assert talk.sent == [ASK_STATUS, b"second" + ASK_CONFIRMATION]


def test_losing_the_port_fails_the_job_under_way_and_those_behind_it() -> None:
    talk = printing()
    talk.say(PrintJob("t2", b"second"))
    assert talk.close() == [
        JobFailed("t1", PrinterFault.PORT_LOST),
        JobFailed("t2", PrinterFault.OFFLINE),
        GONE,
        Offline("printer"),
    ]


def test_the_drawer_is_kicked_even_while_a_receipt_prints() -> None:
    talk = printing()
    talk.say(KickDrawer())
    assert talk.sent == [KICK_DRAWER]
    assert talk.heard() == [CommandDone(KickDrawer())]


def test_without_a_printer_no_drawer_opens_later() -> None:
    talk = ready()
    talk.close()
    talk.say(KickDrawer())
    assert talk.heard() == [CommandFailed(KickDrawer(), Failure.OFFLINE)]
    talk.sent.clear()
    talk.open()
    talk.hear(FINE)
    talk.wait(2.0)
    assert all(KICK_DRAWER not in data for data in talk.sent)


def mouth(present: bool) -> bytes:
    """A KPM150H's answer to DLE EOT 20."""
    return bytes([0x10, 0x0F, 0x20 * present, 0, 0, 0])


def test_a_ticket_seen_in_the_mouth_and_gone_was_taken() -> None:
    talk = printing(presenter=True)
    talk.hear(b"\x00")
    assert talk.sent == [ASK_MOUTH]
    talk.hear(mouth(True))
    talk.wait(0.1)
    talk.hear(mouth(True))
    assert talk.heard() == [JobPrinted("t1")]
    talk.wait(0.1)
    talk.hear(mouth(False))
    assert talk.heard() == [PaperTaken("t1")]
    talk.sent.clear()
    talk.wait(1.0)
    assert ASK_MOUTH not in talk.sent


def test_a_ticket_never_seen_in_the_mouth_is_never_taken() -> None:
    talk = printing(presenter=True)
    talk.hear(b"\x00")
    for _ in range(120):
        talk.hear(mouth(False))
        talk.wait(0.1)
    assert talk.heard()[:1] == [JobPrinted("t1")]
    assert PaperTaken("t1") not in talk.reports
    talk.sent.clear()
    talk.wait(1.0)
    assert ASK_MOUTH not in talk.sent


def test_automatic_status_and_flow_control_bytes_say_nothing() -> None:
    talk = printing()
    talk.hear(b"\x11\x13\x10\x00\x00\x00\x14\x00\x0c\x0f")
    assert talk.heard() == []


def test_a_confirmation_is_heard_after_a_block_that_was_cut_off() -> None:
    talk = printing()
    talk.hear(b"\x10\x00")
    talk.wait(0.3)
    talk.hear(b"\x00")
    assert talk.heard() == [JobPrinted("t1")]
