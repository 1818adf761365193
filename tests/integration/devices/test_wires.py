"""Links to simulated devices over real ptys and sockets, cables pulled and all."""

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Never, TypeVar

import pytest

from kiosk.devices.catalogue import BOARDS, PRINTERS, SCANNERS, Installation
from kiosk.devices.codec import Codec
from kiosk.devices.codecs.board_map import WAVESHARE_8IO
from kiosk.devices.link import Link
from kiosk.devices.messages import (
    BoardCommand,
    CommandDone,
    CommandFailed,
    Failure,
    Fault,
    FaultCleared,
    FaultRaised,
    InputChanged,
    JobFailed,
    JobPrinted,
    KeepOpen,
    KickDrawer,
    Offline,
    Online,
    Paper,
    PaperTaken,
    PrinterCommand,
    PrinterFault,
    PrinterState,
    PrintJob,
    PulseOpen,
    Scanned,
)
from kiosk.devices.simulated.board import SimulatedBoard
from kiosk.devices.simulated.port import Mischief
from kiosk.devices.simulated.printer import SimulatedPrinter
from kiosk.devices.simulated.scanner import SimulatedScanner
from kiosk.domain.signals import Input, Level
from tests.integration.devices.rig import connect
from tests.support.pty import RawPty, Reports, socat_pair, wait_until

C = TypeVar("C")
OPEN_DESCRIPTORS = Path("/proc/self/fd")
AT = Installation(baud=115200)
TICKET = b"\x1b@GARAGE\n\x1d(k\x04\x001A2\x00PAID\n\x1bd\x03\x1dV\x00"


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as open_things:
        yield open_things


def started(
    stack: ExitStack, where: str | Path, codec: Codec[C], device: str
) -> tuple[Link[C], Reports]:
    link, reports = connect(where, codec, device=device)
    link.start()
    stack.callback(link.stop)
    return link, reports


@pytest.fixture
def gate(stack: ExitStack, tmp_path: Path) -> tuple[SimulatedBoard, Link[BoardCommand], Reports]:
    model = BOARDS["waveshare-8io"]
    board = model.simulated(tmp_path / "gate", time.monotonic, AT)
    board.port.start()
    stack.callback(board.port.stop)
    link, reports = started(stack, tmp_path / "gate", model.codec("gate", AT), "gate")
    reports.wait_for(Online("gate"), InputChanged(Input.APPROACH, Level.OFF))
    return board, link, reports


@pytest.fixture
def printer(
    stack: ExitStack, tmp_path: Path
) -> tuple[SimulatedPrinter, Link[PrinterCommand], Reports]:
    model = PRINTERS["escpos-presenter"]
    device = model.simulated(tmp_path / "printer", time.monotonic, AT)
    device.port.start()
    stack.callback(device.port.stop)
    link, reports = started(stack, tmp_path / "printer", model.codec("printer", AT), "printer")
    reports.wait_for(Online("printer"))
    return device, link, reports


@pytest.fixture
def scanner(stack: ExitStack, tmp_path: Path) -> tuple[SimulatedScanner, Link[Never], Reports]:
    model = SCANNERS["serial-scanner"]
    device = model.simulated(tmp_path / "scanner", time.monotonic, AT)
    device.port.start()
    stack.callback(device.port.stop)
    link, reports = started(stack, tmp_path / "scanner", model.codec("scanner", AT), "scanner")
    reports.wait_for(Online("scanner"))
    return device, link, reports


Gate = tuple[SimulatedBoard, Link[BoardCommand], Reports]
Printer = tuple[SimulatedPrinter, Link[PrinterCommand], Reports]
Scan = tuple[SimulatedScanner, Link[Never], Reports]


def test_inputs_come_in_and_pulses_go_out_and_end_by_themselves(gate: Gate) -> None:
    board, link, reports = gate
    board.set_input(Input.TICKET_BUTTON, active=True)
    reports.wait_for(InputChanged(Input.TICKET_BUTTON, Level.ON))
    link.send(PulseOpen())
    reports.wait_for(CommandDone(PulseOpen()))
    wait_until(lambda: not board.coil(0), "the end of the pulse")
    link.send(KeepOpen(True))
    reports.wait_for(CommandDone(KeepOpen(True)))
    assert board.coil(2)


def test_a_pulled_plug_makes_inputs_unknown_and_a_new_one_brings_them_back(gate: Gate) -> None:
    board, link, reports = gate
    board.set_input(Input.SAFETY, active=True)
    reports.wait_for(InputChanged(Input.SAFETY, Level.ON))
    board.port.unplug()
    reports.wait_for(
        *(InputChanged(signal, Level.UNKNOWN) for signal in WAVESHARE_8IO.inputs),
        Offline("gate"),
    )
    link.send(PulseOpen())
    reports.wait_for(CommandFailed(PulseOpen(), Failure.OFFLINE))
    board.port.plug()
    reports.wait_for(
        FaultCleared("gate", Fault.UNPLUGGED),
        Online("gate"),
        InputChanged(Input.SAFETY, Level.ON),
    )
    assert not any(frame.sent and frame.data[1] == 5 for frame in link.history())
    assert not board.coil(0)


def test_a_plug_pulled_twenty_times_leaves_no_descriptor_behind(gate: Gate) -> None:
    board, _, reports = gate
    before = len(list(OPEN_DESCRIPTORS.iterdir()))
    for _ in range(20):
        board.port.unplug()
        reports.wait_for(Offline("gate"))
        board.port.plug()
        reports.wait_for(Online("gate"))
    assert len(list(OPEN_DESCRIPTORS.iterdir())) == before


def test_a_board_that_falls_silent_is_told_and_recovers(gate: Gate) -> None:
    board, _, reports = gate
    board.misbehave(Mischief(silent=True))
    detail = "3 requests without a valid answer"
    reports.wait_for(
        InputChanged(Input.SAFETY, Level.UNKNOWN), FaultRaised("gate", Fault.NO_ANSWER, detail)
    )
    board.misbehave(Mischief())
    reports.wait_for(FaultCleared("gate", Fault.NO_ANSWER), Online("gate"))


@pytest.mark.parametrize(
    "mischief",
    [Mischief(halved=True), Mischief(noise=b"\x01\x02\x01\xff"), Mischief(late_seconds=0.45)],
)
def test_no_mischief_on_the_cable_is_taken_for_an_input(gate: Gate, mischief: Mischief) -> None:
    board, _, reports = gate
    reports.wait_until(
        lambda seen: InputChanged(Input.FIRE, Level.OFF) in seen, "every input to settle"
    )
    settled = len(reports.seen)
    board.misbehave(mischief)
    reports.wait_until(lambda seen: Offline("gate") in seen[settled:], "the board to be given up")
    changes = [r for r in reports.seen[settled:] if isinstance(r, InputChanged)]
    assert {change.level for change in changes} == {Level.UNKNOWN}
    board.misbehave(Mischief())
    reports.wait_for(Online("gate"))


def test_a_refusing_board_refuses_by_name(gate: Gate) -> None:
    board, link, reports = gate
    board.refuse_writes()
    link.send(PulseOpen())
    reports.wait_for(CommandFailed(PulseOpen(), Failure.REFUSED))
    assert not board.coil(0)


def test_a_board_with_linkage_on_raises_a_fault(stack: ExitStack, tmp_path: Path) -> None:
    board = SimulatedBoard(tmp_path / "gate", time.monotonic)
    board.set_linkage(3, 1)
    board.port.start()
    stack.callback(board.port.stop)
    codec = BOARDS["waveshare-8io"].codec("gate", AT)
    _, reports = started(stack, tmp_path / "gate", codec, "gate")
    detail = "inputs drive relays on channel 3"
    reports.wait_for(FaultRaised("gate", Fault.LINKAGE_MODE, detail), Online("gate"))


def test_a_ticket_is_printed_byte_for_byte_and_taken(printer: Printer) -> None:
    device, link, reports = printer
    link.send(PrintJob("t1", TICKET))
    reports.wait_for(JobPrinted("t1"))
    assert device.tickets == (TICKET,)
    assert device.ticket_in_mouth
    wait_until(lambda: any(f.data == b"\x10\x0f\x20\0\0\0" for f in link.history()), "the mouth")
    device.take()
    reports.wait_for(PaperTaken("t1"))


def test_a_job_of_many_kilobytes_goes_through_whole(printer: Printer) -> None:
    device, link, reports = printer
    raster = b"\x1dv0\x00\x48\x00\x00\x04" + bytes(range(256)) * 288
    link.send(PrintJob("big", raster + b"\x1dV\x00"))
    reports.wait_for(JobPrinted("big"))
    assert device.tickets == (raster + b"\x1dV\x00",)


def test_paper_that_ends_mid_ticket_voids_it_and_the_next_is_confirmed_by_its_own(
    printer: Printer,
) -> None:
    device, link, reports = printer
    device.set_paper(Paper.OK, lines_left=2)
    link.send(PrintJob("t1", TICKET))
    reports.wait_for(JobFailed("t1", PrinterFault.PAPER_OUT))
    ended_at = len(device.tickets)
    device.set_paper(Paper.OK)
    assert ended_at == 0
    assert device.tickets == (TICKET,)  # the ghost of t1, as a real printer would print it
    link.send(PrintJob("t2", TICKET))
    reports.wait_for(JobPrinted("t2"))
    assert JobPrinted("t1") not in reports.seen


def test_an_open_cover_is_told_and_fails_the_next_job(printer: Printer) -> None:
    device, link, reports = printer
    device.open_cover()
    link.send(PrintJob("t1", TICKET))
    reports.wait_for(
        PrinterState(online=False, paper=Paper.OK, cover_open=True),
        FaultRaised("printer", Fault.COVER_OPEN, "the cover is open"),
        JobFailed("t1", PrinterFault.COVER_OPEN),
    )
    assert device.tickets == ()


def test_a_printer_switched_off_is_no_answer_and_comes_back(printer: Printer) -> None:
    device, link, reports = printer
    device.switch(on=False)
    link.send(PrintJob("t1", TICKET))
    reports.wait_for(JobFailed("t1", PrinterFault.NO_ANSWER))
    reports.wait_for(Offline("printer"))
    device.switch(on=True)
    reports.wait_for(Online("printer"))
    assert device.tickets == ()


def test_a_printer_unplugged_mid_job_loses_the_job_and_prints_the_next(printer: Printer) -> None:
    device, link, reports = printer
    device.set_paper(Paper.OK, lines_left=1)  # it stops in the middle, and says so a second later
    link.send(PrintJob("t1", TICKET))
    wait_until(lambda: any(TICKET in f.data for f in link.history()), "the ticket's bytes")
    device.port.unplug()
    reports.wait_for(JobFailed("t1", PrinterFault.PORT_LOST), Offline("printer"))
    device.set_paper(Paper.OK)
    device.port.plug()
    reports.wait_for(Online("printer"))
    link.send(PrintJob("t2", TICKET))
    reports.wait_for(JobPrinted("t2"))


def test_the_drawer_opens(printer: Printer) -> None:
    device, link, reports = printer
    link.send(KickDrawer())
    reports.wait_for(CommandDone(KickDrawer()))
    wait_until(lambda: device.drawer_kicks == 1, "the drawer")


def test_a_code_is_scanned_and_survives_a_pulled_plug(scanner: Scan) -> None:
    device, _, reports = scanner
    device.scan("BG1ABC")
    reports.wait_for(Scanned("BG1ABC"))
    device.port.unplug()
    reports.wait_for(Offline("scanner"))
    device.port.plug()
    reports.wait_for(Online("scanner"))
    device.scan("BG1ABC")
    reports.wait_for(Scanned("BG1ABC"))


def test_socat_killed_and_started_again_is_a_plug_pulled_and_put_back(
    stack: ExitStack, tmp_path: Path
) -> None:
    booth, device = tmp_path / "booth", tmp_path / "device"
    codec = SCANNERS["serial-scanner"].codec("scanner", AT)
    with socat_pair(booth, device):
        _, reports = started(stack, booth, codec, "scanner")
        reports.wait_for(Online("scanner"))
        device.write_bytes(b"ONE\r")
        reports.wait_for(Scanned("ONE"))
    reports.wait_for(Offline("scanner"))
    with socat_pair(booth, device):
        reports.wait_for(Online("scanner"))
        device.write_bytes(b"TWO\r")
        reports.wait_for(Scanned("TWO"))


def test_a_device_behind_a_socket_is_a_device(stack: ExitStack, tmp_path: Path) -> None:
    board = SimulatedBoard(tmp_path / "board", time.monotonic)
    board.port.start()
    stack.callback(board.port.stop)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    listen = f"tcp-listen:{port},bind=127.0.0.1,reuseaddr,fork"
    bridge = subprocess.Popen(["socat", listen, f"{tmp_path / 'board'},raw,echo=0"])
    stack.callback(bridge.wait)
    stack.callback(bridge.kill)
    codec = BOARDS["waveshare-8io"].codec("gate", AT)
    link, reports = started(stack, f"socket://127.0.0.1:{port}", codec, "gate")
    reports.wait_for(Online("gate"))
    link.send(PulseOpen())
    reports.wait_for(CommandDone(PulseOpen()))
    assert board.coil(0)


def test_the_first_bytes_on_the_wire_are_the_makers(stack: ExitStack, tmp_path: Path) -> None:
    wire = RawPty(tmp_path / "gate")
    stack.callback(wire.close)
    codec = BOARDS["waveshare-8io"].codec("gate", AT)
    _, reports = started(stack, tmp_path / "gate", codec, "gate")
    assert wire.read(8) == bytes.fromhex("01 03 10 00 00 08 40 CC")
    wire.write(bytes.fromhex("01 03 10" + "00" * 16 + "E4 59"))
    assert wire.read(8) == bytes.fromhex("01 02 00 00 00 08 79 CC")
    wire.write(bytes.fromhex("01 02 01 80 A0 28"))
    reports.wait_for(Online("gate"))
