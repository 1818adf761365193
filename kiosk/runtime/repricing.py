"""The rate simulator: a period's stays of this booth, priced again under another tariff.

It keeps one page of stays and the counts, so a year takes no more memory than a day. It keeps a
processor busy, too: beside lanes it runs in a process of its own (`boot.rate_simulation`).
"""

from __future__ import annotations

from collections.abc import Callable

from kiosk.store.past_stays import Period
from kiosk.store.store import Store
from kiosk.tariff.catalogue import load_tariff
from kiosk.tariff.comparison import Comparing, Comparison
from kiosk.tariff.tariff import Tariff

Progress = Callable[[int, int], None]
"""Told how many stays are done, and of how many."""


def reprice(store: Store, other: Tariff, period: Period, progress: Progress) -> Comparison:
    """Price every stay of the period that is over; `progress` is called after each page.

    Raises `OtherCurrency`, and `LookupError` where a version that stays had is not there.
    """
    comparing, published = Comparing(other), dict[tuple[str, int], Tariff]()
    with store.read() as unit:
        done, of = 0, unit.past_stays.count(period)
    progress(done, of)
    after, more = None, of > 0
    while more:
        with store.read() as unit:
            page = unit.past_stays.page(period, after)
            for stay in page.stays:
                version = stay.tariff, stay.tariff_version
                if version not in published:
                    published[version] = load_tariff(unit.tariffs.rules(*version))
        for stay in page.stays:
            own = published[stay.tariff, stay.tariff_version]
            comparing.take(own, stay.visit, stay.pass_)
        done += len(page.stays)
        progress(done, max(done, of))
        after, more = page.after, page.after is not None
    return comparing.result()
