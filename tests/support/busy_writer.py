"""A booth that records as fast as it can and says what is safely on disk, until it is killed.

usage: python -m tests.support.busy_writer FILE RUN
"""

import sys
from itertools import count

from kiosk.domain.facts import stays
from tests.support.stores import NOW, here, issued, open_store, started


def main(path: str, run: str) -> None:
    """Print the last number of each transaction once it is committed."""
    store = open_store(path, epoch=int(run))
    for number in count(1):
        name = f"s{run}-{number}"
        with store.write() as unit:
            unit.record(started(name), here("entry-1", name))
            unit.record(issued(name, unit.tickets.next_number("entry-1")), here("entry-1", name))
            event = unit.record(stays.SessionActivated(name, NOW), here("entry-1", name))
        sys.stdout.write(f"{event.seq}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
