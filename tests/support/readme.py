"""The part of the README that is drawn from the code: how each kind of lane moves.

`make screenshots` writes it with the other pictures; a test compares.
"""

from __future__ import annotations

from pathlib import Path

from kiosk.domain.signals import LaneKind
from kiosk.lane.diagram import mermaid

README = Path(__file__).parents[2] / "README.md"
BEGIN, END = "<!-- lanes -->\n", "<!-- /lanes -->"
TITLES = {LaneKind.ENTRY: "The entry", LaneKind.EXIT: "The exit"}


def drawn() -> str:
    """Both lanes as GitHub shows them: folded, each a Mermaid diagram."""
    return "".join(
        f"<details><summary>{title}</summary>\n\n```mermaid\n{mermaid(kind)}```\n\n</details>\n"
        for kind, title in TITLES.items()
    )


def section(text: str) -> str:
    """What stands between the marks. ValueError where a mark is missing."""
    begin = text.index(BEGIN) + len(BEGIN)
    return text[begin : text.index(END, begin)]


def redraw(text: str) -> str:
    """The same README with the lanes as they are now."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}{drawn()}{END}{after}"
