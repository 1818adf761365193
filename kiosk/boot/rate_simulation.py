"""The rate simulator and the tariff check, as a window starts them: beside the booth, not in it."""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec

from kiosk.boot.side_process import INPUT, Ended, SideProcess
from kiosk.tariff.check import Finding
from kiosk.tariff.comparison import Comparison

Failed = Callable[[str], None]
"""Told the last words of a process that could not do its work."""
_PROGRESS = re.compile(r"(\d+)/(\d+)")


def simulate(
    database: str,
    rules: str,
    period: tuple[str, str],
    progress: Callable[[int, int], None],
    done: Callable[[Comparison], None],
    failed: Failed,
) -> SideProcess:
    """Start `kiosk tariff simulate` for another tariff's text over a period (ISO 8601, or "").

    `progress(done, of)`, then `done` or `failed`, come on a thread of their own; after `cancel`
    none of them does. Raises OSError where no process can be made.
    """

    def told(line: str) -> None:
        if found := _PROGRESS.fullmatch(line):
            progress(int(found[1]), int(found[2]))

    def ended(how: Ended) -> None:
        if how.code:
            failed(how.last_words)
        else:
            done(msgspec.json.decode(how.output, type=Comparison))

    arguments = ["tariff", "simulate", "--db", database, "--tariff", INPUT, "--json"]
    for option, value in zip(("--since", "--until"), period, strict=True):
        arguments += [option, value] if value else []
    return SideProcess(arguments, rules, told, ended)


def check(rules: str, done: Callable[[tuple[Finding, ...]], None], failed: Failed) -> SideProcess:
    """Start `kiosk tariff check` for a tariff's text: `done(findings)` or `failed(words)`.

    The same thread and the same error as `simulate`.
    """

    def ended(how: Ended) -> None:
        if how.code:
            failed(how.last_words)
        else:
            done(msgspec.json.decode(how.output, type=tuple[Finding, ...]))

    return SideProcess(["tariff", "check", "--json", INPUT], rules, lambda _line: None, ended)
