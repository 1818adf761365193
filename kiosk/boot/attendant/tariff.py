"""The tariff page at work: a stay's price at every key, a file read and checked, past stays tried.

Prices of one stay are computed here. The check and the rate simulator, which would keep a processor
busy for seconds, run in processes of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from kiosk.boot.attendant.road import Road
from kiosk.boot.rate_simulation import check, simulate
from kiosk.boot.side_process import SideProcess
from kiosk.config.settings import Facility
from kiosk.domain.staff import Right, Staff
from kiosk.domain.wording import Text
from kiosk.runtime.clock import Clock
from kiosk.runtime.counter import Counter
from kiosk.runtime.tariff_desk import (
    InForce,
    Overtaken,
    Published,
    TariffDesk,
    Unfit,
    read_fitting,
)
from kiosk.tariff.check import Finding
from kiosk.tariff.comparison import Comparison
from kiosk.tariff.tariff import Tariff
from kiosk.views.tariff import (
    Opened,
    OpenFile,
    PriceStay,
    PublishFile,
    StopTrial,
    TariffFacts,
    TariffView,
    Trial,
    TryFile,
    Wish,
    tariff_view,
)

T = TypeVar("T")
LARGEST_BYTES = 1_000_000
"""A tariff is a page or two; whatever is larger is another kind of file."""


class TariffWork:
    """Everything about tariffs. `published` is called when new stays pay another price."""

    def __init__(
        self,
        road: Road,
        clock: Clock,
        counter: Counter,
        published: Callable[[], None],
    ) -> None:
        self._road = road
        self._clock = clock
        self._desk = TariffDesk(counter)
        self._facility = counter.site.settings.facility
        self._database = str(counter.site.store.engines.path)
        self._tell_published = published
        self._check: SideProcess | None = None
        self._trial: SideProcess | None = None
        self._shown: tuple[TariffFacts, Staff, TariffView] | None = None
        self.facts = TariffFacts(clock.now().date())

    def clear(self) -> None:
        """Somebody else sits down: no file of another person lies open, nothing runs for them."""
        self.stop()
        self.facts = TariffFacts(self._clock.now().date())

    def stop(self) -> None:
        """End what runs beside the booth."""
        for process in (self._check, self._trial):
            if process is not None:
                process.cancel()

    def look(self) -> None:
        """Ask which version is in force."""
        self._road.ask(self._desk.in_force, self._on_force)

    def view(self) -> TariffView | None:
        """The page, if this person may see it; computed once for the same facts."""
        staff = self._road.staff
        if staff is None or not staff.may(Right.TRY_TARIFF):
            return None
        if self._shown is None or self._shown[0] is not self.facts or self._shown[1] != staff:
            self._shown = self.facts, staff, tariff_view(self.facts, staff)
        return self._shown[2]

    def wish(self, wish: Wish) -> None:
        """Do what is asked for."""
        match wish:
            case PriceStay(typed):
                self._change(typed=typed)
            case OpenFile(path):
                self._road.ask(partial(read, path, self._facility), self._opened)
            case TryFile(since, until):
                self._try(since, until)
            case StopTrial():
                self._stop_trial()
            case PublishFile():
                self._publish()

    # --- files

    def _opened(self, opened: Opened) -> None:
        self.stop()
        self._change(opened=opened, trial=Trial(), message=None)
        if opened.tariff is not None:
            self._check = self._beside(
                lambda: check(
                    opened.rules,
                    self._later(partial(self._checked, opened)),
                    self._later(self._check_failed),
                )
            )

    def _checked(self, opened: Opened, findings: tuple[Finding, ...]) -> None:
        if self.facts.opened == opened:
            self._change(opened=replace(opened, findings=findings))

    def _check_failed(self, words: str) -> None:
        self._change(message=Text("The check did not end: {words}").with_values(words=words))

    def _publish(self) -> None:
        opened, latest = self.facts.opened, self.facts.latest
        if opened is not None and opened.tariff is not None:
            self._road.ask(lambda: self._desk.publish(opened.rules, latest), self._published)

    def _published(self, answer: Published | Overtaken | Unfit) -> None:
        match answer:
            case Published(version):
                done = Text("Version {version} is published: new stays get it from its first day.")
                self._change(opened=None, trial=Trial(), message=done.with_values(version=version))
                self._tell_published()
            case Overtaken(version):
                first = Text("Version {version} was published meanwhile. Look at it, then publish.")
                self._change(message=first.with_values(version=version))
            case Unfit(errors):
                opened = self.facts.opened
                if opened is not None:
                    self._change(opened=replace(opened, tariff=None, errors=errors))
        self.look()

    def _on_force(self, now: InForce) -> None:
        today = self._clock.now().date()
        self._change(version=now.version, latest=now.latest, tariff=now.tariff, today=today)

    # --- past stays

    def _try(self, since: str, until: str) -> None:
        opened = self.facts.opened
        if opened is None or opened.tariff is None or self.facts.trial.running:
            return
        self._trial = self._beside(
            lambda: simulate(
                self._database,
                opened.rules,
                (since, until),
                self._later_far,
                self._later(self._tried),
                self._later(self._trial_failed),
            )
        )
        if self._trial is not None:
            self._change(trial=Trial(running=True))

    def _later_far(self, done: int, of: int) -> None:
        self._road.post(partial(self._far, done, of))

    def _far(self, done: int, of: int) -> None:
        if self.facts.trial.running:
            self._change(trial=Trial(running=True, done=done, of=of))

    def _tried(self, found: Comparison) -> None:
        done = found.total.stays + sum(count for _, count in found.unpriced)
        self._change(trial=Trial(done=done, of=done, found=found))

    def _trial_failed(self, words: str) -> None:
        trouble = Text("That did not work: {words}").with_values(words=words)
        self._change(trial=Trial(trouble=trouble))

    def _stop_trial(self) -> None:
        if self._trial is not None:
            self._trial.cancel()
        self._change(trial=Trial())

    # --- the way back

    def _beside(self, start: Callable[[], SideProcess]) -> SideProcess | None:
        try:
            return start()
        except OSError as trouble:
            self._change(message=Text("That did not work: {words}").with_values(words=str(trouble)))
            return None

    def _later(self, answer: Callable[[T], None]) -> Callable[[T], None]:
        """The same on the window's thread."""
        return lambda value: self._road.post(partial(answer, value))

    def _change(self, **parts: object) -> None:
        self.facts = replace(self.facts, **parts)  # type: ignore[arg-type]
        self._road.changed()


def read(path: str, facility: Facility) -> Opened:
    """A file from a stick or a folder, with every mistake in it, or why it cannot be read."""
    place = Path(path).expanduser()
    try:
        if place.exists() and not place.is_file():
            return Opened(path, trouble=Text("This is no file. Write the path of a tariff file."))
        if place.stat().st_size > LARGEST_BYTES:
            return Opened(path, trouble=Text("This file is too large to be a tariff."))
        rules = place.read_text("utf-8")
    except UnicodeDecodeError:
        return Opened(path, trouble=Text("This is no UTF-8 text. Save it as UTF-8."))
    except (OSError, ValueError) as trouble:  # ValueError: a path with a NUL in it
        words = getattr(trouble, "strerror", None) or str(trouble)
        sentence = Text("This file cannot be read: {words}. Look at the path.")
        return Opened(path, trouble=sentence.with_values(words=words))
    found = read_fitting(rules, facility)
    if isinstance(found, Tariff):
        return Opened(path, rules, found)
    return Opened(path, rules, errors=found)
