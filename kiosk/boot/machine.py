"""Looks at this machine: what a booth needs, what is there, and how to get what is missing."""

from __future__ import annotations

import grp
import importlib.metadata
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FREE_BYTES_MIN = 1_000_000_000
SQLITE_WITHOUT_WAL_RESET_BUG = (3, 51, 3)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. `needed` false: the booth runs without it."""

    what: str
    good: bool
    detail: str
    remedy: str = ""
    needed: bool = True


def findings() -> Iterator[Finding]:
    """Everything looked at, one after the other."""
    version = ".".join(map(str, sys.version_info[:3]))
    yield Finding("Python", sys.version_info >= (3, 11), version, "Install Python 3.11 or newer")
    yield from _packages()
    yield _windows()
    yield Finding(
        "Display",
        bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")),
        os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or "none",
        "Log in to a desktop, or try: xvfb-run -a make run",
        needed=False,
    )
    yield Finding(
        "SQLite",
        sqlite3.sqlite_version_info >= SQLITE_WITHOUT_WAL_RESET_BUG,
        sqlite3.sqlite_version,
        "Older than 3.51.3 has a rare WAL bug with two writers; the booth keeps to one: safe",
        needed=False,
    )
    yield _serial_rights()
    yield from _ports()
    free = shutil.disk_usage(".").free
    yield Finding(
        "Disk", free > FREE_BYTES_MIN, f"{free // 1_000_000} MB free", "Free at least 1 GB"
    )
    for program, use, package in (
        ("pg_ctl", "a centre on PostgreSQL", "postgresql"),
        ("espeak-ng", "spoken prompts", "espeak-ng"),
    ):
        found = shutil.which(program) or _debian_postgres(program)
        yield Finding(
            program,
            bool(found),
            found or f"absent ({use})",
            f"apt-get install {package}",
            needed=False,
        )


def _packages() -> Iterator[Finding]:
    for name in ("PySide6-Essentials", "sqlalchemy", "alembic", "pyserial", "pymodbus", "msgspec"):
        try:
            yield Finding(name, True, importlib.metadata.version(name))
        except importlib.metadata.PackageNotFoundError:
            yield Finding(name, False, "not installed", "make setup")


def _windows() -> Finding:
    code = "from PySide6.QtWidgets import QApplication; QApplication([])"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run(
        [sys.executable, "-c", code],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    detail = "Qt draws" if run.returncode == 0 else (run.stderr.strip().splitlines() or ["?"])[-1]
    return Finding("Qt", run.returncode == 0, detail, "make setup installs the system libraries")


def _serial_rights() -> Finding:
    try:
        members = grp.getgrnam("dialout")
    except KeyError:
        return Finding("Serial ports", True, "this system has no dialout group")
    mine = os.geteuid() == 0 or members.gr_gid in os.getgroups()
    return Finding(
        "Serial ports",
        mine,
        "allowed" if mine else "not allowed for this user",
        "sudo adduser $USER dialout, then log in again",
        needed=False,
    )


def _ports() -> Iterator[Finding]:
    from serial.tools import list_ports

    try:
        found = sorted(port.device for port in list_ports.comports())
    except (TypeError, OSError):  # pyserial trips over a port that goes away while it looks
        found = []
    yield Finding(
        "Ports found", True, ", ".join(found) or "none (the demo needs none)", needed=False
    )


def _debian_postgres(program: str) -> str | None:
    if program != "pg_ctl":
        return None
    folders = sorted(Path("/usr/lib/postgresql").glob("*"))
    return str(folders[-1]) if folders else None
