"""`kiosk doctor`: what is missing on this machine, and how to get it."""

from __future__ import annotations

import sys

import click


@click.command()
def doctor() -> None:
    """Look at this machine and say what is missing; ends with 1 if something needed is."""
    from kiosk.boot.machine import findings

    found = list(findings())
    for finding in found:
        mark = "ok     " if finding.good else "MISSING" if finding.needed else "note   "
        print(f"{mark} {finding.what}: {finding.detail}")
        if not finding.good and finding.remedy:
            print(f"        {finding.remedy}")
    if any(finding.needed and not finding.good for finding in found):
        sys.exit(1)
