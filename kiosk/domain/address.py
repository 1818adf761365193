"""Which addresses a booth may send its token and its drivers' data to."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit


def is_safe_road(url: str) -> bool:
    """Whether nobody can listen on the way: https, or http that never leaves this machine."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return False
    return bool(host) and (
        parts.scheme == "https" or (parts.scheme == "http" and _is_this_machine(host))
    )


def _is_this_machine(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
