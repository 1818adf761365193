"""Rows 4 to 6: start, memory and idle time of the real booth beside a bare window.

Both are processes of their own, started as a person would, on the offscreen platform. Time counts
from before the process is made. The booth has two lanes with every device, whose other ends live in
yet another process; its journal is there already, as after yesterday.
"""

from __future__ import annotations

from pathlib import Path

from tests.bench.figures import Line, Samples, interleaved, pause, times
from tests.bench.processes import Watched, others_use_qt
from tests.bench.site import write_site

SETTLE_SECONDS = 5.0
IDLE_SECONDS = 20.0


class Stage:
    """A site, its devices plugged in, and what to start on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.site = write_site(folder)
        (folder / "ports").mkdir(exist_ok=True)
        self._log = folder / "processes.log"
        self.devices = Watched("tests.bench.traffic", str(folder / "ports"), log=self._log)
        self.devices.hear()

    def booth(self) -> Watched:
        """The real booth, full screen."""
        arguments = ("booth", "--site", str(self.site))
        return Watched("tests.bench.watched_booth", *arguments, log=self._log, by_signal=True)

    def bare(self, *arguments: str) -> Watched:
        """The bare window."""
        return Watched("tests.bench.bare_window", *arguments, log=self._log)


def measure(folder: Path, *, starts: int, idles: int) -> list[Line]:
    """The goals of rows 4 to 6."""
    stage = Stage(folder)
    with stage.devices:
        _start(stage)
        return [*_starts(stage, starts), *_memory(stage), *_idle(stage, idles)]


def _starts(stage: Stage, rounds: int) -> list[Line]:
    painted, armed = Samples(), Samples()

    def booth() -> list[float]:
        first, ready = _start(stage)
        painted.rounds.append([first])
        armed.rounds.append([ready])
        return [first]

    _, bare = interleaved(rounds, [booth, lambda: [_start_bare(stage)]])
    beside = "first paint of a bare styled window"
    return [
        times(4, "process start to first painted driver screen", beside, "ms", painted, bare, 2.5),
        times(4, "process start to both lanes armed", beside, "ms", armed, bare, 6.0),
    ]


def _start(stage: Stage) -> tuple[float, float]:
    with stage.booth() as booth:
        painted = booth.until("painted")
        return painted * 1000, booth.until("armed") * 1000


def _start_bare(stage: Stage) -> float:
    with stage.bare() as window:
        return window.until("painted") * 1000


def _memory(stage: Stage) -> list[Line]:
    """PSS, unless other programs share Qt's pages with what is measured: then resident memory."""
    measured = "Rss" if others_use_qt() else "Pss"
    ours, beside = Samples(), Samples()
    with stage.bare() as window:
        window.until("painted")
        pause(SETTLE_SECONDS)
        beside.rounds.append([window.memory_mb(measured)])
    with stage.booth() as booth:
        booth.until("armed")
        pause(SETTLE_SECONDS)
        ours.rounds.append([booth.memory_mb(measured)])
    what = f"memory ({measured.upper()}), two lanes and the attendant's window"
    return [times(5, what, "bare styled window", "MB", ours, beside, 2.0)]


def _idle(stage: Stage, rounds: int) -> list[Line]:
    ours, beside = Samples(), Samples()
    with stage.bare("--timer") as window, stage.booth() as booth:
        window.until("painted")
        booth.until("armed")
        pause(SETTLE_SECONDS)
        for _ in range(rounds):
            before = booth.processor_seconds(), window.processor_seconds()
            pause(IDLE_SECONDS)
            after = booth.processor_seconds(), window.processor_seconds()
            ours.rounds.append([(after[0] - before[0]) / IDLE_SECONDS * 100])
            beside.rounds.append([(after[1] - before[1]) / IDLE_SECONDS * 100])
    what = "idle processor time, two lanes polled at 20 Hz"
    return [times(6, what, "bare window with a 50 ms timer", "%", ours, beside, 2.0)]
