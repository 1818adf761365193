"""A Modbus RTU slave by modbus-tk: `python modbus_tk_slave.py PORT INPUTS`.

INPUTS is a number whose lowest bit is input 0. Each coil that changes is printed as `coil N V`, and
each vendor flash, which modbus-tk itself does not know, as `flash N TENTHS`.
"""

import struct
import sys
import threading

import serial
from modbus_tk import defines, hooks, modbus_rtu

UNIT = 1
LINES = 8
LINKAGE = 0x1000
FLASH = 0x0200
_WRITE_COIL = 5


def main(port: str, inputs: int) -> None:
    """Serve until killed."""
    server = modbus_rtu.RtuServer(serial.Serial(port, baudrate=115200))
    slave = server.add_slave(UNIT)
    slave.add_block("inputs", defines.DISCRETE_INPUTS, 0, LINES)
    slave.set_values("inputs", 0, [inputs >> line & 1 for line in range(LINES)])
    slave.add_block("coils", defines.COILS, 0, LINES)
    slave.add_block("linkage", defines.HOLDING_REGISTERS, LINKAGE, LINES)
    before = [0] * LINES

    def flash(arguments: tuple[object, bytes]) -> bytes | None:
        pdu = arguments[1]
        function, address, value = struct.unpack(">BHH", pdu[:5])
        if function != _WRITE_COIL or address < FLASH:
            return None
        tell(f"flash {address - FLASH} {value}")
        return pdu

    def tell_changes(_: object) -> None:
        after = list(slave.get_values("coils", 0, LINES))
        for coil, (was, now) in enumerate(zip(before, after, strict=True)):
            if was != now:
                tell(f"coil {coil} {now}")
        before[:] = after

    hooks.install_hook("modbus.Slave.handle_request", flash)
    hooks.install_hook("modbus_rtu.RtuServer.after_write", tell_changes)
    server.start()
    tell("ready")
    threading.Event().wait()


def tell(line: str) -> None:
    """Say it to the test at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
