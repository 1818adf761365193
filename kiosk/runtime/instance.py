"""One booth per data folder: the second start is told which process runs."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from typing import IO


class AlreadyRunning(Exception):
    """Another process holds the folder; `pid` as it wrote it (0 when unreadable)."""

    def __init__(self, folder: Path, pid: int) -> None:
        self.pid = pid
        super().__init__(
            f"Boomgate already runs here as process {pid} (data in {folder}). "
            f"Use that window, or end it first: kill {pid}"
        )


def hold(folder: Path) -> IO[str]:
    """Lock `folder` for this process until the returned file is closed or the process ends.

    The lock is the kernel's (flock): it dies with its owner, so a crash leaves nothing to clean up.
    """
    folder.mkdir(parents=True, exist_ok=True)
    file = (folder / "booth.lock").open("a+", encoding="ascii")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.seek(0)
        owner = file.read().strip()
        file.close()
        raise AlreadyRunning(folder, int(owner) if owner.isdecimal() else 0) from None
    file.truncate(0)
    file.write(str(os.getpid()))
    file.flush()
    return file
