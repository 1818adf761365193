"""A Modbus RTU slave by libmodbus, through ctypes: `python libmodbus_slave.py PORT INPUTS`.

INPUTS is a number whose lowest bit is input 0. Each coil that changes is printed as `coil N V`.
"""

import ctypes
import sys

UNIT = 1
LINES = 8
LINKAGE = 0x1000
_LONGEST_REQUEST = 260


class Mapping(ctypes.Structure):
    """`modbus_mapping_t` of libmodbus 3.1."""

    _fields_ = (
        *((name, ctypes.c_int) for name in ("nb_bits", "start_bits", "nb_inputs", "start_inputs")),
        *((name, ctypes.c_int) for name in ("nb_in_words", "start_in_words", "nb_words")),
        ("start_words", ctypes.c_int),
        ("bits", ctypes.POINTER(ctypes.c_uint8)),
        ("inputs", ctypes.POINTER(ctypes.c_uint8)),
        ("in_words", ctypes.POINTER(ctypes.c_uint16)),
        ("words", ctypes.POINTER(ctypes.c_uint16)),
    )


def main(port: str, inputs: int) -> None:
    """Serve until killed."""
    library = ctypes.CDLL("libmodbus.so.5", use_errno=True)
    library.modbus_new_rtu.restype = ctypes.c_void_p
    library.modbus_mapping_new_start_address.restype = ctypes.POINTER(Mapping)
    slave = ctypes.c_void_p(
        library.modbus_new_rtu(port.encode(), 115200, ctypes.c_char(b"N"), 8, 1)
    )
    library.modbus_set_slave(slave, UNIT)
    if library.modbus_connect(slave) != 0:
        raise SystemExit(f"libmodbus cannot open {port}")
    mapping = library.modbus_mapping_new_start_address(0, LINES, 0, LINES, LINKAGE, LINES, 0, 0)
    for line in range(LINES):
        mapping.contents.inputs[line] = inputs >> line & 1
    request = (ctypes.c_uint8 * _LONGEST_REQUEST)()
    before = [0] * LINES
    sys.stdout.write("ready\n")
    while True:
        sys.stdout.flush()
        length = library.modbus_receive(slave, request)
        if length <= 0:
            continue
        library.modbus_reply(slave, request, length, mapping)
        after = [mapping.contents.bits[coil] for coil in range(LINES)]
        for coil, (was, now) in enumerate(zip(before, after, strict=True)):
            if was != now:
                sys.stdout.write(f"coil {coil} {now}\n")
        before = after


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
