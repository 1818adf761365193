"""Every device model there is: its name in the settings file, its codec, its simulated other end.

A new model is one codec, one simulated device and one line here. Codecs are pure, but the gate
board's brings pymodbus along (60 ms, 10 MB): import this module after the first paint.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Never, TypeAlias, TypeVar

from kiosk.devices.codec import Codec
from kiosk.devices.codecs.board_map import WAVESHARE_8IO, BoardMap
from kiosk.devices.codecs.escpos import EscposPrinter, PrinterProfile
from kiosk.devices.codecs.modbus8 import GateBoard
from kiosk.devices.codecs.scanner import Scanner
from kiosk.devices.messages import BoardCommand, PrinterCommand
from kiosk.devices.simulated.board import SimulatedBoard
from kiosk.devices.simulated.printer import SimulatedPrinter
from kiosk.devices.simulated.scanner import SimulatedScanner

Monotonic: TypeAlias = Callable[[], float]
C_contra = TypeVar("C_contra", contravariant=True)
S_co = TypeVar("S_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Installation:
    """What differs from one installed device of a model to the next."""

    baud: int = 9600
    unit: int = 1
    """Address on its bus (boards only)."""
    wiring: BoardMap | None = None
    """What hangs on which terminal, where it is not as the model's handbook page shows."""


@dataclass(frozen=True, slots=True)
class Model(Generic[C_contra, S_co]):
    """One make and model."""

    codec: Callable[[str, Installation], Codec[C_contra]]
    """Made with the device's name."""
    simulated: Callable[[Path, Monotonic, Installation], S_co]
    """Made with the name that its port shall have, and a clock."""


def _waveshare(device: str, at: Installation) -> GateBoard:
    return GateBoard(device, at.wiring or WAVESHARE_8IO, baud=at.baud, unit=at.unit)


def _simulated_waveshare(path: Path, monotonic: Monotonic, at: Installation) -> SimulatedBoard:
    return SimulatedBoard(path, monotonic, board=at.wiring or WAVESHARE_8IO, unit=at.unit)


def _escpos(device: str, at: Installation) -> EscposPrinter:
    return EscposPrinter(device, baud=at.baud)


def _simulated_escpos(path: Path, monotonic: Monotonic, at: Installation) -> SimulatedPrinter:
    return SimulatedPrinter(path, monotonic)


def _presenter(device: str, at: Installation) -> EscposPrinter:
    return EscposPrinter(device, PrinterProfile(presenter=True), baud=at.baud)


def _simulated_presenter(path: Path, monotonic: Monotonic, at: Installation) -> SimulatedPrinter:
    return SimulatedPrinter(path, monotonic, presenter=True)


def _scanner(device: str, at: Installation) -> Scanner:
    return Scanner(device)


def _simulated_scanner(path: Path, monotonic: Monotonic, at: Installation) -> SimulatedScanner:
    return SimulatedScanner(path, monotonic)


BOARDS: Mapping[str, Model[BoardCommand, SimulatedBoard]] = {
    "waveshare-8io": Model(_waveshare, _simulated_waveshare),
}
PRINTERS: Mapping[str, Model[PrinterCommand, SimulatedPrinter]] = {
    "escpos": Model(_escpos, _simulated_escpos),
    "escpos-presenter": Model(_presenter, _simulated_presenter),
}
SCANNERS: Mapping[str, Model[Never, SimulatedScanner]] = {
    "serial-scanner": Model(_scanner, _simulated_scanner),
}
