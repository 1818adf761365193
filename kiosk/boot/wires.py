"""What a frame on a wire means, for a reader's log; None for the polls that say nothing new."""

from __future__ import annotations

from kiosk.devices.link import WireFrame

_PULSE, _ON = 0x02, 0xFF00
_READS = (0x01, 0x02, 0x03)
_CUT = b"\x1dV"


def said(device: str, frame: WireFrame) -> str | None:
    """The frame in words, by the kind of its device (`entry-1-board`)."""
    match device.rpartition("-")[2]:
        case "board":
            return _board(frame)
        case "printer":
            return _printer(frame)
        case _:
            return frame.data.decode("ascii", "replace").strip() or None


def _board(frame: WireFrame) -> str | None:
    """Modbus RTU: reads are polls; a write is worth a line."""
    data = frame.data
    if len(data) < 6 or data[1] in _READS:
        return None
    if data[1] != 0x05:
        return f"exception {data[2]}"
    coil, value = data[3], int.from_bytes(data[4:6], "big")
    if data[2] == _PULSE:
        return f"pulse on contact {coil}, {value / 10:.1f} s"
    return f"contact {coil} {'on' if value == _ON else 'off'}"


def _printer(frame: WireFrame) -> str | None:
    """ESC/POS: questions and answers about its health are polls; a paper is worth a line."""
    if frame.sent and _CUT in frame.data:
        return f"{len(frame.data)} bytes to print"
    return None
