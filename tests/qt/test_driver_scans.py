"""A hand or a wedge scanner: told apart by pace alone."""

from __future__ import annotations

import pytest

from kiosk.ui.driver.scans import GAP_MS, LEAST_SYMBOLS, WedgeScan


def typed(gaps: list[int], before_enter: int) -> str:
    scan, now = WedgeScan(), 10_000
    for gap in gaps:
        now += gap
        scan.add("A", now)
    return scan.end(now + before_enter)


@pytest.mark.parametrize(
    ("gaps", "before_enter", "scanned"),
    [
        ([500, 10, 10, 10], 10, "AAAA"),
        ([500, GAP_MS, GAP_MS, GAP_MS], GAP_MS, "AAAA"),
        ([500, GAP_MS + 1, 10, 10], 10, ""),
        ([500, 10, 10, 10], GAP_MS + 1, ""),
        ([500] * 8, 500, ""),
        ([10] * (LEAST_SYMBOLS - 1), 10, ""),
        ([500, 500, 10, 10, 10], 10, "AAAA"),
        ([], 10, ""),
    ],
)
def test_only_a_burst_that_ends_with_enter_is_a_scan(
    gaps: list[int], before_enter: int, scanned: str
) -> None:
    assert typed(gaps, before_enter) == scanned


def test_a_scan_is_told_once() -> None:
    scan = WedgeScan()
    for symbol in "4K72":
        scan.add(symbol, 10)
    assert (scan.end(10), scan.end(10)) == ("4K72", "")
