"""The window of row 8: the tariff page while the rate simulator runs beside it, and at rest.

Run as `python -m tests.bench.rate_window DATABASE TARIFF SECONDS`. A timer asks to be called every
4 ms; how much later than that it comes is a stall of the event loop. Says on standard output what
was seen in an idle window for so many seconds, then while every stay was priced again with its
progress drawn, as one JSON object.
"""

from __future__ import annotations

import json
import sys
import time
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

from kiosk.boot.rate_simulation import simulate
from kiosk.domain.staff import Role, Staff
from kiosk.tariff.catalogue import load_tariff
from kiosk.tariff.comparison import Comparison
from kiosk.ui.application import create_application
from kiosk.ui.attendant.pages import TARIFF
from kiosk.ui.attendant.window import AttendantWindow
from kiosk.ui.bridge import Bridge
from kiosk.ui.language import Language
from kiosk.ui.theme import register_fonts, staff_theme
from kiosk.views.tariff import Opened, TariffFacts, Trial, tariff_view
from tests.support import booth_views
from tests.support.tariffs import BERLIN

TICK_MS = 4
OWNER = Staff("bench", "Bench", Role.OWNER)


class Stalls(QObject):
    """How late the event loop was, tick by tick, in milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def taken(self) -> list[float]:
        """What was seen since the last time somebody asked."""
        seen, self.seen = self.seen, []
        return seen

    def _tick(self) -> None:
        now = time.perf_counter()
        self.seen.append(max(0.0, (now - self._last) * 1000 - TICK_MS))
        self._last = now


class Bench:
    """One window, first at rest, then with the simulator at work."""

    def __init__(self, database: str, rules: str) -> None:
        self._database = database
        self._opened = Opened("other.toml", rules, load_tariff(rules), findings=())
        self._window = AttendantWindow(staff_theme(), Language("en", BERLIN))
        self._bridge = Bridge(self._take)
        self.stalls = Stalls()
        self.found: dict[str, object] = {}
        self._began = 0.0
        self._drawn = 0
        self._show(Trial())
        self._window.show_page(TARIFF)
        self._window.tariff.show_part(2)
        self._window.resize(1280, 800)
        self._window.show()

    def start(self) -> None:
        """The idle time is over."""
        self.found["idle"] = self.stalls.taken()
        self._began = time.perf_counter()
        self._run = simulate(
            self._database,
            self._opened.rules,
            ("", ""),
            lambda done, of: self._bridge.post(Trial(running=True, done=done, of=of)),
            self._bridge.post,
            self._bridge.post,
        )

    def _take(self, message: object) -> None:
        match message:
            case Trial():
                self._drawn += 1
                self._show(message)
            case Comparison():
                seconds = time.perf_counter() - self._began
                self._show(Trial(found=message))
                self.found |= {
                    "busy": self.stalls.taken(),
                    "seconds": seconds,
                    "stays": message.total.stays,
                    "drawn": self._drawn,
                }
                QTimer.singleShot(0, self._end)
            case _:
                raise ChildProcessError(str(message))

    def _show(self, trial: Trial) -> None:
        facts = TariffFacts(
            date(2026, 11, 20), 1, 1, self._opened.tariff, self._opened, trial=trial
        )
        page = tariff_view(facts, OWNER)
        self._window.render_view(booth_views.attendant(staff=OWNER, tariff=page))

    def _end(self) -> None:
        print(json.dumps(self.found), flush=True)
        self._window.close()


def main() -> int:
    """Rest, run, tell."""
    database, tariff, seconds = sys.argv[1:]
    application = create_application(sys.argv[:1])
    register_fonts()
    bench = Bench(database, Path(tariff).read_text("utf-8"))
    QTimer.singleShot(500, bench.stalls.taken)  # the first paint is no part of it
    QTimer.singleShot(500 + round(float(seconds) * 1000), bench.start)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
