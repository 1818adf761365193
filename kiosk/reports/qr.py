"""QR codes as modules: for printers that cannot make their own, and for PDF. Level M throughout."""

from __future__ import annotations

from bisect import bisect_left

QUIET_MODULES = 4
_BYTES_AT_M = (
    *(14, 26, 42, 62, 84, 106, 122, 152, 180, 213),
    *(251, 287, 331, 362, 412, 450, 504, 560, 624, 666),
)
"""How many bytes versions 1 to 20 hold at level M (ISO/IEC 18004, table 7)."""


class PayloadTooLong(ValueError):
    """No paper of ours carries that much in one code."""


def modules(payload: str) -> list[list[bool]]:
    """The code without its quiet zone, row by row, True for dark."""
    import qrcode  # at first use: most printers draw their codes themselves

    code = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, border=0)
    code.add_data(payload)
    code.make(fit=True)
    return [[bool(module) for module in row] for row in code.get_matrix()]


def widest_side(payload: str) -> int:
    """Modules a side, quiet zone included, if a printer packs the payload as badly as it may.

    Raises `PayloadTooLong`.
    """
    version = bisect_left(_BYTES_AT_M, len(payload)) + 1
    if version > len(_BYTES_AT_M):
        raise PayloadTooLong(f"{len(payload)} characters do not fit a code of a ticket's size")
    return 17 + 4 * version + 2 * QUIET_MODULES
