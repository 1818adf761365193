"""A garage for tests and pictures: a car waiting at the entry, one leaving at the exit."""

from __future__ import annotations

from escpos.printer import Dummy

from kiosk.domain.signals import LaneKind, Level, Light
from kiosk.domain.wording import Text
from kiosk.views.garage import Frame, GarageFault, GarageLane, GarageView, Paper
from kiosk.views.mood import Mood

PAYLOAD = "BG1ABCDEFGHIJKLMNOPQRSTUVWXYZ234567ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


def ticket_bytes(payload: str = PAYLOAD) -> bytes:
    """A ticket as a receipt printer's library writes it: sizes, code pages, native QR, cut."""
    paper = Dummy(profile="TM-T20II")
    paper.set(align="center", bold=True, custom_size=True, width=2, height=2)
    paper.text("GARAGE HLAVNÁ\n")
    paper.set(align="center", normal_textsize=True, bold=False)
    paper.text("Entry 1 · 20.11.2026 09:41\n\n")
    paper.qr(payload, native=True, size=6)
    paper.set(align="center", bold=True, custom_size=True, width=3, height=2)
    paper.text("4K7-2MX-9\n")
    paper.set(align="center", normal_textsize=True, bold=False)
    paper.text("First 10 minutes free\nPay before you leave\n")
    paper.cut()
    return bytes(paper.output)


def garage_view() -> GarageView:
    """Two lanes, two papers in the hand, two faults on, four frames."""
    entry = GarageLane(
        "entry-1",
        "Entry 1",
        LaneKind.ENTRY,
        approach=Level.ON,
        mood=Mood.GO,
        headline=Text("Please take your ticket"),
        faults=frozenset({GarageFault.BOOM_STUCK}),
    )
    leaving = GarageLane(
        "exit-1",
        "Exit 1",
        LaneKind.EXIT,
        safety=Level.ON,
        boom_degrees=90,
        light=Light.GO,
        mood=Mood.GO,
        headline=Text("Goodbye"),
        terminal=Text("Ready"),
    )
    frames = (
        Frame("09:41:07.214", "Modbus", True, "01 05 02 00 00 07 8D B0", "open pulse 0.7 s"),
        Frame("09:41:06.988", "ESC/POS", False, "12", "paper ok"),
        Frame("09:41:06.950", "Modbus", False, "01 02 01 11 61 84", "loop A on"),
        Frame("09:41:06.120", "Scanner", False, "42 47 31 41 42 43", "BG1ABC"),
    )
    papers = (Paper(1, ticket_bytes()), Paper(2, ticket_bytes("BG1SECOND")))
    return GarageView((entry, leaving), papers, frozenset({GarageFault.CENTRE_DOWN}), frames)
