"""Where one ESC/POS command ends and the next begins, so that data is never taken for a command.

Lengths from Epson's command reference; only what receipt printers of this kind are sent.
"""

ESC, FS, GS, DLE = 0x1B, 0x1C, 0x1D, 0x10

# Length of the whole command by its two first bytes; every other ESC, FS or GS pair has no data.
_FIXED = {
    ESC: {3: b" !%-3=?EGJKMRTVadert{", 4: b"$\\Bc", 5: b"p", 10: b"W"},
    FS: {3: b"!-CW", 4: b"Sp"},
    GS: {3: b"!/BHITabfhrw", 4: b"$LPW\\"},
    DLE: {3: b"\x04\x05", 5: b"\x14"},
}
_LENGTHS = {
    (first, second): length
    for first, by_length in _FIXED.items()
    for length, seconds in by_length.items()
    for second in seconds
}
_CUTS = (b"\x1dV", b"\x1bi", b"\x1bm")


def command_length(data: bytes) -> int:
    """Length of the command, or single character, that `data` begins with.

    Returns 0 when more bytes are needed to tell. `data` must not be empty.
    """
    first = data[0]
    if first not in _FIXED:
        return 1
    if len(data) < 2:
        return 0
    length = _LENGTHS.get((first, data[1])) or _variable_length(data)
    return length if len(data) >= length else 0


def is_cut(command: bytes) -> bool:
    """Whether this command cuts the paper."""
    return command.startswith(_CUTS)


def _variable_length(data: bytes) -> int:
    match data[:2]:
        case b"\x1b*":
            columns = _little(data, 3, 2)
            return 5 + columns * (3 if data[2:3] in (b"\x20", b"\x21") else 1)
        case b"\x1bD":
            return _to_terminator(data)
        case b"\x1d(" | b"\x1c(":
            return 5 + _little(data, 3, 2)
        case b"\x1d8":
            return 7 + _little(data, 3, 4)
        case b"\x1d*":
            return 4 + 8 * _little(data, 2, 1) * _little(data, 3, 1)
        case b"\x1dv":
            return 8 + _little(data, 4, 2) * _little(data, 6, 2)
        case b"\x1dV":
            return 3 if data[2:3] in (b"", b"\x00", b"\x01", b"0", b"1") else 4
        case b"\x1de":
            return 4 if data[2:3] == b"\x03" else 3
        case b"\x1dk":
            return _bar_code_length(data)
        case _:
            return 2


def _bar_code_length(data: bytes) -> int:
    if len(data) < 4:
        return 4
    return _to_terminator(data) if data[2] <= 6 else 4 + data[3]


def _to_terminator(data: bytes) -> int:
    end = data.find(0, 2)
    return len(data) + 1 if end < 0 else end + 1


def _little(data: bytes, at: int, width: int) -> int:
    """A little-endian number; 0 while it is not complete, which still asks for more bytes."""
    return int.from_bytes(data[at : at + width], "little") if len(data) >= at + width else 0
