"""The booth's own secrets: made at first start, readable by nobody else, never journaled."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from kiosk.store.trouble import StoreTrouble


def own_secret(path: Path, size: int = 32) -> bytes:
    """Return the secret in `path`, making it (mode 0600, on disk before use) if there is none.

    Raises `StoreTrouble` for a file of another size, which is left as it is.
    """
    try:
        secret = path.read_bytes()
    except FileNotFoundError:
        secret = secrets.token_bytes(size)
        partial = path.with_suffix(".new")
        partial.unlink(missing_ok=True)
        handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            os.write(handle, secret)
            os.fsync(handle)
        finally:
            os.close(handle)
        partial.replace(path)
        return secret
    if len(secret) != size:
        raise StoreTrouble(
            f"{path} holds {len(secret)} bytes, not {size}.", "Restore it from a backup."
        )
    return secret
