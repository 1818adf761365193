"""Where a process of ours writes its log: one JSON object per line, on standard error.

Standard output belongs to answers. JSON in plain ASCII escapes every control character, so that a
plate or a scan can never forge a line or move a technician's cursor.
"""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime


class Lines(logging.Formatter):
    """Writes a record as JSON: event, logger, level, timestamp and, for a bug, the exception."""

    def format(self, record: logging.LogRecord) -> str:
        said = {
            "event": record.getMessage(),
            "logger": record.name,
            "level": record.levelname.lower(),
            "timestamp": datetime.fromtimestamp(record.created, UTC).isoformat(),
        }
        if record.exc_info:
            said["exception"] = self.formatException(record.exc_info)
        return json.dumps(said)


def set_up_logs() -> None:
    """Send every record of this process to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Lines())
    logging.basicConfig(handlers=[handler], level=logging.INFO)
    for chatty in ("pymodbus", "httpx2", "httpcore2", "alembic.runtime.plugins"):
        logging.getLogger(chatty).setLevel(logging.CRITICAL)


def say(words: object) -> None:
    """Tell whoever started us, at once: a line on standard output."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def complain(words: object) -> None:
    """Tell whoever started us why it did not work: on standard error."""
    sys.stderr.write(f"{words}\n")
