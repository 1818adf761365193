"""The demo's car park: a site file for two lanes whose ports are simulated."""

from __future__ import annotations

import shutil
from pathlib import Path

from kiosk.domain.signals import LaneKind

EXAMPLES = Path(__file__).parents[2] / "resources" / "config"
COUNTER_PORT = "counter-scanner"
"""The cashier's own scanner."""
LANES = (("entry-1", LaneKind.ENTRY, "Entry 1"), ("exit-1", LaneKind.EXIT, "Exit 1"))

_SITE = """# Written anew by every demo.
tariff = "tariff.toml"

[facility]
id = "hlavna"
name = "Garage Hlavná"
zone = "Europe/Bratislava"
spaces = 132
languages = ["en", "de", "ar"]
supplier = ["Parking Hlavná s.r.o.", "Hlavná 1, Košice", "VAT SK2020123456"]
vat_percent = 23

[booth]
id = "booth-1"
data = "{folder}"
lock_minutes = 480
scanner = {{ port = "{ports}/{counter}", model = "serial-scanner" }}

[centre]
url = "{centre}"
"""
_LANE = """
[[lane]]
id = "{id}"
kind = "{kind}"
name = "{name}"
number = {number}
board = {{ port = "{ports}/{id}-board", model = "waveshare-8io" }}
printer = {{ port = "{ports}/{id}-printer", model = "escpos", baud = 115200 }}
scanner = {{ port = "{ports}/{id}-scanner", model = "serial-scanner" }}
"""
_TERMINAL = (
    'terminal = {{ port = "{ports}/{id}-terminal", model = "card-line", serial = "SIM-0001" }}\n'
)


def write_site(folder: Path, ports: Path, centre_url: str) -> Path:
    """Write site.toml and tariff.toml into `folder`; returns the site file's path."""
    text = _SITE.format(
        folder=folder.resolve(), centre=centre_url, ports=ports, counter=COUNTER_PORT
    )
    for number, (lane_id, kind, name) in enumerate(LANES, 1):
        fields = {"id": lane_id, "kind": kind.value, "name": name, "number": number, "ports": ports}
        text += _LANE.format(**fields)
        if kind is LaneKind.EXIT:
            text += _TERMINAL.format(**fields)
    site = folder / "site.toml"
    site.write_text(text, "utf-8")
    shutil.copyfile(EXAMPLES / "tariff.toml", folder / "tariff.toml")
    return site
