"""Command lengths: data is never taken for a command, however it is cut."""

import pytest
from escpos.printer import Dummy
from hypothesis import given
from hypothesis import strategies as st

from kiosk.devices.simulated.escpos_commands import command_length, is_cut
from kiosk.devices.simulated.printer import PrinterPeer

COMMANDS = [
    b"A",
    b"\n",
    b"\x1b@",
    b"\x1b!\x30",
    b"\x1bt\x10",
    b"\x1bp\x00\x19\xfa",
    b"\x1bd\x06",
    b"\x1bi",
    b"\x1bD\x08\x10\x00",
    b"\x1b*\x00\x03\x00abc",
    b"\x1b*\x21\x02\x00abcdef",
    b"\x1d(k\x04\x001A2\x00",
    b"\x1d(k\x07\x001P0\x10\x04\x01\x1d",
    b"\x1d8L\x03\x00\x00\x00abc",
    b"\x1dv0\x00\x02\x00\x03\x00\x10\x04\x01\x1dV\x00",
    b"\x1dV\x00",
    b"\x1dVB\x03",
    b"\x1dk\x04ABC\x00",
    b"\x1dk\x49\x03{BX",
    b"\x1de\x05",
    b"\x1de\x03\x10",
    b"\x1dr\x01",
    b"\x10\x04\x01",
    b"\x1c.",
]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.hex())
def test_a_command_ends_where_it_ends(command: bytes) -> None:
    assert command_length(command + b"\x10\x04\x01") == len(command)
    assert [command_length(command[:cut]) for cut in range(1, len(command))] == [0] * (
        len(command) - 1
    )


@pytest.mark.parametrize(
    ("command", "cuts"), [(b"\x1dV\x00", True), (b"\x1bi", True), (b"A", False)]
)
def test_a_cut_is_a_cut(command: bytes, cuts: bool) -> None:
    assert is_cut(command) == cuts


@given(data=st.binary(max_size=400), cuts=st.lists(st.integers(1, 400), max_size=5))
def test_any_bytes_are_heard_alike_however_they_are_cut(data: bytes, cuts: list[int]) -> None:
    whole, cut = (PrinterPeer(lambda ticket: None, presenter=False) for _ in range(2))
    whole.hear(data, 0.0)
    start = 0
    for end in [*sorted(cuts), len(data)]:
        cut.hear(data[start:end], 0.0)
        start = max(start, end)
    assert whole.tickets == cut.tickets
    assert whole.speak(0.0) == cut.speak(0.0)


def test_a_ticket_made_by_the_real_library_comes_out_whole() -> None:
    made = Dummy(profile="TM-T88III")
    made.set(align="center", bold=True, double_height=True, double_width=True)
    made.text("GARAGE CENTRAL 1,50 €\n")
    made.qr("BG1\x10\x04\x01PAYLOAD", native=True, size=6)
    made.barcode("{B7F3K9Q2M", "CODE128", function_type="B")
    made.cut()
    ticket = bytes(made.output)
    printer = PrinterPeer(lambda data: None, presenter=False)
    printer.hear(b"\x10\x04\x01" + ticket + b"\x1dr\x01" + ticket, 0.0)
    assert printer.tickets == [ticket, ticket]
    assert printer.speak(0.0) == b"\x16\x00"
