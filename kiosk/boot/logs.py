"""Where a process of ours writes its log: one line per record, on standard error.

Standard output belongs to answers. Control characters are escaped, so that a plate or a scan can
never forge a line or move a technician's cursor.
"""

from __future__ import annotations

import logging
import sys


def set_up_logs() -> None:
    """Send the standard library's records to standard error; `set_up_records` follows."""
    logging.basicConfig(
        stream=sys.stderr, level=logging.INFO, format="%(levelname)s %(name)s: %(message)s"
    )
    for chatty in ("pymodbus", "httpx2", "httpcore2"):
        logging.getLogger(chatty).setLevel(logging.CRITICAL)


def set_up_records() -> None:
    """Send structlog's records there too. Its import takes 50 ms: a booth has painted before."""
    import structlog

    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        logger_factory=structlog.WriteLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=True,
    )


def say(words: object) -> None:
    """Tell whoever started us, at once: a line on standard output."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def complain(words: object) -> None:
    """Tell whoever started us why it did not work: on standard error."""
    sys.stderr.write(f"{words}\n")
