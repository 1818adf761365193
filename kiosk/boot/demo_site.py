"""The demo's car park: a site file for two lanes whose ports are simulated, and who deals with it.

A cinema and a café validate, each within limits. Residents park on passes while they have spaces;
of guests with value passes more may come in than were planned for, which is noted.
"""

from __future__ import annotations

from pathlib import Path

from kiosk.domain.signals import LaneKind

EXAMPLES = Path(__file__).parents[2] / "resources" / "config"
EXAMPLE_ZONE, ZONE = "Europe/Berlin", "Europe/Bratislava"
"""A published tariff is of its car park's zone; the example is of another."""
LANES = (("entry-1", LaneKind.ENTRY, "Entry 1"), ("exit-1", LaneKind.EXIT, "Exit 1"))

_SITE = """# Written anew by every demo.
tariff = "tariff.toml"

[facility]
id = "hlavna"
name = "Garage Hlavná"
zone = "{zone}"
spaces = 132
languages = ["en", "de", "ar"]
supplier = ["Parking Hlavná s.r.o.", "Hlavná 1, Košice", "VAT SK2020123456"]
vat_percent = 23

[booth]
id = "booth-1"
data = "{folder}"
lock_minutes = 480
scanner = {{ port = "{ports}/counter-scanner", model = "serial-scanner" }}
terminal = {{ port = "{ports}/counter-terminal", model = "card-line", serial = "SIM-0002" }}

[centre]
url = "{centre}"

[[merchant]]
id = "kino"
name = "Kino Lumière"
benefits = ["120 min", "full"]
daily_count = 200
monthly_minor = 150000

[[merchant]]
id = "kaviaren"
name = "Kaviareň Slávia"
benefits = ["1.00"]
daily_count = 60
monthly_minor = 40000

[[pass_group]]
id = "residents"
name = "Residents"
spaces = 40
quota = "hard"
warn_days = 14

[[pass_group]]
id = "guests"
name = "Value passes"
spaces = 12
quota = "soft"
passback = "soft"
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
    text = _SITE.format(folder=folder.resolve(), zone=ZONE, centre=centre_url, ports=ports)
    for number, (lane_id, kind, name) in enumerate(LANES, 1):
        fields = {"id": lane_id, "kind": kind.value, "name": name, "number": number, "ports": ports}
        text += _LANE.format(**fields)
        if kind is LaneKind.EXIT:
            text += _TERMINAL.format(**fields)
    site = folder / "site.toml"
    site.write_text(text, "utf-8")
    tariff = (EXAMPLES / "tariff.toml").read_text("utf-8")
    (folder / "tariff.toml").write_text(tariff.replace(EXAMPLE_ZONE, ZONE), "utf-8")
    return site
