"""The link on its own: what it sends, what it never sends, and how it comes back."""

import threading
import time
from collections.abc import Iterator
from itertools import pairwise

import pytest

from kiosk.devices.codecs.modbus8 import GateBoard
from kiosk.devices.codecs.scanner import Scanner
from kiosk.devices.link import Link
from kiosk.devices.messages import (
    BoardCommand,
    CommandFailed,
    Failure,
    Fault,
    FaultCleared,
    FaultRaised,
    Offline,
    Online,
    PulseOpen,
    Report,
    Scanned,
)
from kiosk.devices.transports import PortLost, Transport, memory_pair
from tests.support.pty import Reports


class Bench:
    """A scanner's link in memory with a clock of its own, turned by hand."""

    def __init__(self) -> None:
        self.now = 0.0
        self.plugged = True
        self.opened_at: list[float] = []
        self.ends: list[Transport] = []
        self.reports: list[Report] = []
        self.scanner = Scanner("scanner")
        self.link = Link(
            "scanner",
            self.scanner,
            self._open,
            self.reports.append,
            monotonic=lambda: self.now,
            jitter=lambda seconds: seconds,
        )

    def _open(self) -> Transport:
        self.opened_at.append(self.now)
        if not self.plugged:
            raise PortLost("no cable")
        booth, device = memory_pair()
        self.ends += [booth, device]
        return booth

    @property
    def device(self) -> Transport:
        """The device's end of the newest cable."""
        return self.ends[-1]

    def turn(self) -> list[Report]:
        """One turn without waiting; returns what it reported."""
        self.link.turn(wait=0)
        reports, self.reports[:] = list(self.reports), []
        return reports

    def close(self) -> None:
        """Give everything back."""
        self.link.close()
        for end in self.ends:
            end.close()


@pytest.fixture
def bench() -> Iterator[Bench]:
    bench = Bench()
    yield bench
    bench.close()


def test_reports_come_out_of_bytes(bench: Bench) -> None:
    bench.turn()
    assert bench.turn() == [Online("scanner")]
    bench.device.write(b"BG1ABC\r")
    assert bench.turn() == [Scanned("BG1ABC")]


def test_a_lost_port_is_told_once_and_reopened_with_growing_pauses(bench: Bench) -> None:
    bench.turn()
    bench.turn()
    bench.plugged = False
    bench.device.close()
    detail = "memory closed the connection"
    lost = FaultRaised("scanner", Fault.UNPLUGGED, detail)
    assert bench.turn() == [Offline("scanner"), lost]
    while len(bench.opened_at) < 8:
        bench.now += 0.125
        assert bench.turn() == []
    pauses = [later - earlier for earlier, later in pairwise([0.0, *bench.opened_at[1:]])]
    assert pauses == [0.5, 1.0, 2.0, 4.0, 5.0, 5.0, 5.0]
    bench.plugged = True
    bench.now += 5.0
    assert bench.turn() == [FaultCleared("scanner", Fault.UNPLUGGED)]
    assert bench.turn() == [Online("scanner")]


def test_a_port_that_is_missing_at_the_start_is_told_at_once(bench: Bench) -> None:
    bench.plugged = False
    assert bench.turn() == [FaultRaised("scanner", Fault.UNPLUGGED, "no cable")]


def test_the_history_holds_both_directions(bench: Bench) -> None:
    bench.turn()
    bench.turn()
    bench.now = 1.5
    bench.device.write(b"A\r")
    bench.turn()
    assert [(f.at, f.sent, f.hex) for f in bench.link.history()] == [(1.5, False, "41 0d")]


def test_the_history_keeps_only_the_newest(bench: Bench) -> None:
    bench.turn()
    for number in range(1500):
        bench.device.write(b"%d\r" % number)
        bench.turn()
    frames = bench.link.history()
    assert len(frames) == 1000
    assert frames[-1].data == b"1499\r"


def test_a_pulse_sent_while_the_port_was_gone_is_never_sent_later() -> None:
    now = 0.0
    plugged = False
    written = b""
    reports: list[Report] = []
    booth, device = memory_pair()

    def open_port() -> Transport:
        if not plugged:
            raise PortLost("no cable")
        return booth

    link: Link[BoardCommand] = Link(
        "gate",
        GateBoard("gate"),
        open_port,
        reports.append,
        monotonic=lambda: now,
        jitter=lambda seconds: seconds,
    )
    link.turn(wait=0)
    link.send(PulseOpen())
    link.turn(wait=0)
    assert CommandFailed(PulseOpen(), Failure.OFFLINE) in reports
    plugged = True
    for _ in range(50):
        now += 0.1
        link.turn(wait=0)
        written += device.read()
    assert b"\x01\x03\x10\x00" in written
    assert b"\x01\x05" not in written
    link.close()
    device.close()


def test_a_port_that_takes_no_bytes_is_lost_after_its_wire_time() -> None:
    now = 0.0
    reports: list[Report] = []
    booth, device = memory_pair()

    class Stuck:
        """A port whose other end stopped reading."""

        fileno, read, close = booth.fileno, booth.read, booth.close

        def write(self, data: bytes) -> int:
            return 0

        def write_seconds(self, count: int) -> float:
            return 1.0 + count

    link: Link[BoardCommand] = Link(
        "gate",
        GateBoard("gate"),
        Stuck,
        reports.append,
        monotonic=lambda: now,
        jitter=lambda seconds: seconds,
    )
    link.turn(wait=0)
    link.turn(wait=0)
    now = 8.9
    link.turn(wait=0)
    assert not [r for r in reports if isinstance(r, FaultRaised) and r.fault is Fault.UNPLUGGED]
    now = 100.0
    link.turn(wait=0)
    link.turn(wait=0)
    detail = "the port has not taken 16 bytes in time"
    assert FaultRaised("gate", Fault.UNPLUGGED, detail) in reports
    link.close()
    device.close()


def test_a_command_wakes_a_link_that_waits_for_ever() -> None:
    booth, device = memory_pair()
    reports = Reports()
    link: Link[BoardCommand] = Link(
        "gate",
        GateBoard("gate"),
        lambda: booth,
        reports.put,
        monotonic=lambda: 0.0,  # no deadline ever comes: only the call can wake it
        jitter=lambda seconds: seconds,
    )
    link.start()
    link.send(PulseOpen())
    reports.wait_for(CommandFailed(PulseOpen(), Failure.OFFLINE))
    link.stop()
    device.close()


def test_commands_sent_after_the_end_go_nowhere() -> None:
    booth, device = memory_pair()
    reports = Reports()
    link: Link[BoardCommand] = Link(
        "gate",
        GateBoard("gate"),
        lambda: booth,
        reports.put,
        monotonic=time.monotonic,
        jitter=lambda seconds: seconds,
    )
    link.start()
    link.stop()
    before = reports.seen
    link.send(PulseOpen())
    assert reports.seen == before
    assert not [t for t in threading.enumerate() if t.name == "port-gate"]
    device.close()


def test_a_bug_in_a_receiver_closes_the_port_and_the_loop_can_run_again() -> None:
    ends: list[Transport] = []
    seen: list[Report] = []
    broken = True

    def open_port() -> Transport:
        booth, device = memory_pair()
        ends.extend([booth, device])
        return booth

    def deliver(report: Report) -> None:
        seen.append(report)
        if broken:
            raise LookupError("our bug")

    link = Link(
        "scanner",
        Scanner("scanner"),
        open_port,
        deliver,
        monotonic=time.monotonic,
        jitter=lambda seconds: seconds,
    )
    with pytest.raises(LookupError):
        link.run()
    with pytest.raises(PortLost):
        ends[1].read()
    broken = False
    link.turn(wait=0)
    link.turn(wait=0)
    assert seen[-1] == Online("scanner")
    link.close()
    for end in ends:
        end.close()
