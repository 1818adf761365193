"""Modbus RTU frames by pymodbus: the only module that knows it, since its API moves often.

We use its framer and message classes and not its client: a client wants to own the port, and
here the link owns every port (one owner, one log, one way of losing it). Vectors for the vendor's
flash command are from the Waveshare wiki (Modbus RTU Relay); everything else is Modbus 1.1b3.
"""

import struct
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from pymodbus.framer import FramerRTU
from pymodbus.pdu import DecodePDU, ExceptionResponse, ModbusPDU
from pymodbus.pdu.bit_message import (
    ReadDiscreteInputsRequest,
    ReadDiscreteInputsResponse,
    WriteSingleCoilRequest,
    WriteSingleCoilResponse,
)
from pymodbus.pdu.register_message import (
    ReadHoldingRegistersRequest,
    ReadHoldingRegistersResponse,
)

_LONGEST_FRAME = 256

COIL_ON = 0xFF00
COIL_OFF = 0x0000
FLASH_ON = 0x0200
"""Waveshare: added to a coil's address, the value then is the length of a pulse in 0.1 s."""


@dataclass(frozen=True, slots=True)
class ReadInputs:
    """FC 02: `count` discrete inputs from `first`."""

    first: int
    count: int


@dataclass(frozen=True, slots=True)
class ReadRegisters:
    """FC 03: `count` holding registers from `first`."""

    first: int
    count: int


@dataclass(frozen=True, slots=True)
class WriteCoil:
    """FC 05 with the raw 16-bit value, which vendors use for more than on and off."""

    address: int
    value: int


Request: TypeAlias = ReadInputs | ReadRegisters | WriteCoil


@dataclass(frozen=True, slots=True)
class Bits:
    """The inputs asked for, lowest address first."""

    values: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The registers asked for, 16 bits each, lowest address first."""

    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CoilWritten:
    """The device's echo of a write."""

    address: int
    value: int


@dataclass(frozen=True, slots=True)
class Refused:
    """The device answered with an exception code (1 function, 2 address, 3 value, 4 failure)."""

    code: int


Answer: TypeAlias = Bits | Words | CoilWritten | Refused


class NoAnswer(Enum):
    """What bytes are that are not an answer."""

    INCOMPLETE = "incomplete"
    """They may become one with more bytes."""
    GARBLED = "garbled"
    """They are none to this request, now or with more bytes."""


class _CoilEcho(WriteSingleCoilResponse):
    """pymodbus reads the echoed value as a boolean; a flash needs all 16 bits."""

    value: int = COIL_OFF

    def decode(self, data: bytes) -> None:
        self.address, self.value = struct.unpack(">HH", data[:4])


class _RawCoilWrite(WriteSingleCoilRequest):
    """A coil write with any value."""

    value: int = COIL_OFF

    def encode(self) -> bytes:
        return struct.pack(">HH", self.address, self.value)


class RtuMaster:
    """Frames requests to one device and reads its answers."""

    def __init__(self, unit: int) -> None:
        self._unit = unit
        decoder = DecodePDU(is_server=False)
        # Only what we ever ask for: the framer then skips noise that looks like anything else.
        decoder.pdu_table = {
            2: (ReadDiscreteInputsRequest, ReadDiscreteInputsResponse),
            3: (ReadHoldingRegistersRequest, ReadHoldingRegistersResponse),
            5: (_RawCoilWrite, _CoilEcho),
        }
        self._decoder = decoder
        self._framer = FramerRTU(decoder)

    def frame(self, request: Request) -> bytes:
        """Return the bytes of a request, address and CRC included."""
        return self._framer.buildFrame(self._message(request))

    def read(self, data: bytes, request: Request) -> Answer | NoAnswer:
        """Read all bytes that came since `request` went out as its answer."""
        used, unit, _, body = self._framer.decode(data)
        if not used:
            return NoAnswer.INCOMPLETE if len(data) < _LONGEST_FRAME else NoAnswer.GARBLED
        if unit != self._unit or not body:
            return NoAnswer.GARBLED
        if body[0] & 0x7F != self._message(request).function_code:
            return NoAnswer.GARBLED
        message = self._decoder.decode(body)
        return NoAnswer.GARBLED if message is None else _answer(message, request)

    def _message(self, request: Request) -> ModbusPDU:
        match request:
            case ReadInputs(first, count):
                return ReadDiscreteInputsRequest(self._unit, address=first, count=count)
            case ReadRegisters(first, count):
                return ReadHoldingRegistersRequest(self._unit, address=first, count=count)
            case WriteCoil(address, value):
                message = _RawCoilWrite(self._unit, address=address)
                message.value = value
                return message


def _answer(message: ModbusPDU, request: Request) -> Answer | NoAnswer:
    match request, message:
        case _, ExceptionResponse():
            return Refused(message.exception_code)
        case ReadInputs(count=count), ReadDiscreteInputsResponse():
            if len(message.bits) == 8 * -(-count // 8):
                return Bits(tuple(message.bits[:count]))
        case ReadRegisters(count=count), ReadHoldingRegistersResponse():
            if len(message.registers) == count:
                return Words(tuple(message.registers))
        case WriteCoil(), _CoilEcho():
            return CoilWritten(message.address, message.value)
        case _:
            pass
    return NoAnswer.GARBLED
