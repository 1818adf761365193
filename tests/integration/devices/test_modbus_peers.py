"""Our gate board codec and link against Modbus slaves that we did not write."""

import ctypes.util
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.devices.codecs.modbus8 import GateBoard
from kiosk.devices.messages import (
    CommandDone,
    CommandFailed,
    Failure,
    InputChanged,
    KeepOpen,
    Online,
    PulseOpen,
    SetLight,
)
from kiosk.domain.signals import Input, Level, Light
from tests.integration.devices.rig import connect
from tests.support.pty import socat_pair

HERE = Path(__file__).parent
APPROACH_AND_CLOSED = 0b1010_0001  # lines 0 and 5; line 7 is fire, normally closed
LEVELS = [
    InputChanged(Input.APPROACH, Level.ON),
    InputChanged(Input.SAFETY, Level.OFF),
    InputChanged(Input.TICKET_BUTTON, Level.OFF),
    InputChanged(Input.HELP_BUTTON, Level.OFF),
    InputChanged(Input.BOOM_OPEN, Level.OFF),
    InputChanged(Input.BOOM_CLOSED, Level.ON),
    InputChanged(Input.TICKET_TAKEN, Level.OFF),
    InputChanged(Input.FIRE, Level.OFF),
]


@contextmanager
def slave(script: str, port: Path) -> Iterator[Iterator[str]]:
    """Run a slave on this port; gives the lines that it prints."""
    command = [sys.executable, str(HERE / script), str(port), str(APPROACH_AND_CLOSED)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    lines = (line.strip() for line in process.stdout)
    try:
        assert next(lines) == "ready"
        yield lines
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


@pytest.mark.parametrize(
    "script",
    [
        pytest.param(
            "libmodbus_slave.py",
            marks=pytest.mark.skipif(
                ctypes.util.find_library("modbus") is None, reason="libmodbus is not installed"
            ),
        ),
        "modbus_tk_slave.py",
    ],
)
def test_a_foreign_slaves_inputs_and_coils_are_where_ours_are(script: str, tmp_path: Path) -> None:
    booth, board = tmp_path / "booth", tmp_path / "board"
    with socat_pair(booth, board), slave(script, board) as told:
        link, reports = connect(booth, GateBoard("gate", baud=115200), device="gate")
        link.start()
        try:
            reports.wait_for(Online("gate"))
            reports.wait_for(*LEVELS)
            link.send(KeepOpen(True))
            reports.wait_for(CommandDone(KeepOpen(True)))
            assert next(told) == "coil 2 1"
            link.send(SetLight(Light.GO))
            reports.wait_for(CommandDone(SetLight(Light.GO)))
            assert next(told) == "coil 3 1"
            link.send(PulseOpen())
            if script == "modbus_tk_slave.py":
                reports.wait_for(CommandDone(PulseOpen()))
                assert next(told) == "flash 0 5"
            else:  # plain Modbus: there is no such coil
                reports.wait_for(CommandFailed(PulseOpen(), Failure.REFUSED))
            link.send(KeepOpen(False))
            reports.wait_for(CommandDone(KeepOpen(False)))
            assert next(told) == "coil 2 0"
        finally:
            link.stop()
