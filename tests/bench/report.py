"""The table for readers and the file for programs: figures, goals, machine and method."""

from __future__ import annotations

import importlib.metadata
import json
import os
import platform
import sqlite3
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from tests.bench.figures import Line

BEGIN, END = "<!-- bench -->", "<!-- /bench -->"
METHOD = (
    "Interleaved rounds on one machine; a figure is the median of the rounds' medians, a ratio the "
    "median of the rounds' ratios, p99 that of all samples; warm-ups are left out; 10 ms or more "
    "between events whose latency is measured. Devices, windows and booths are processes of their "
    "own; times across processes are CLOCK_MONOTONIC."
)
_LIBRARIES = ("PySide6-Essentials", "SQLAlchemy", "cryptography", "python-escpos", "pymodbus")


def markdown(lines: Sequence[Line]) -> str:
    """One row a goal."""
    rows = [
        "| # | what | ours | beside | | ratio | goal | |",
        "|---|---|---|---|---|---|---|---|",
    ]
    rows += [_row(line) for line in lines]
    notes = [f"{line.row}: {line.note}." for line in lines if line.note]
    return "\n".join([*rows, *(["", *notes] if notes else [])])


def facts() -> dict[str, str]:
    """The machine, and what the figures rest on."""
    cpu = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines()
            if line.startswith("model name")
        ),
        platform.machine(),
    )
    libraries = {name: importlib.metadata.version(name) for name in _LIBRARIES}
    return {
        "processor": f"{os.cpu_count()} x {cpu}",
        "kernel": platform.release(),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "load": f"{os.getloadavg()[0]:.1f}",
    } | libraries


def write_json(path: Path, lines: Sequence[Line]) -> None:
    """Everything, for a program that compares two runs."""
    found = [asdict(line) | {"met": line.met} for line in lines]
    report = {"machine": facts(), "method": METHOD, "lines": found}
    path.write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", "utf-8")


def write_readme(path: Path, lines: Sequence[Line]) -> None:
    """Put the table between the README's marks. Raises ValueError when it has none."""
    text = path.read_text("utf-8")
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{path.name} has no {BEGIN} and {END}")
    machine = facts()
    where = f"Measured on {machine['processor']}, Linux {machine['kernel']}, Python "
    where += f"{machine['python']}, SQLite {machine['sqlite']}."
    table = f"\n{markdown(lines)}\n\n{where}\n"
    path.write_text(f"{before}{BEGIN}{table}{END}{after}", "utf-8")


def tell(words: str) -> None:
    """Say how far we are, beside the table."""
    print(words, file=sys.stderr, flush=True)


def _row(line: Line) -> str:
    beside = "" if line.beside is None else _figure(line.beside, line.unit)
    ratio = "" if line.beside is None else f"{line.measured:.2f}×"
    goal = f"≤ {line.goal:g} {line.unit}" if line.beside is None else f"≤ {line.goal:g}×"
    return (
        f"| {line.row} | {line.what} | {_figure(line.ours, line.unit)} | {line.beside_what} | "
        f"{beside} | {ratio} | {goal} | {'met' if line.met else '**missed**'} |"
    )


def _figure(value: float, unit: str) -> str:
    digits = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:.{digits}f} {unit}".strip()
