"""The tariff page at a real desk: files, check and simulator beside the booth, publishing."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kiosk.boot.attendant.road import Road
from kiosk.boot.attendant.tariff import TariffWork
from kiosk.domain.facts import stays
from kiosk.domain.staff import Role
from kiosk.runtime.answers import NotAllowed
from kiosk.runtime.jobs import Jobs
from kiosk.runtime.tariff_desk import TariffDesk
from kiosk.tariff.check import Problem
from kiosk.views.stay_form import Field
from kiosk.views.tariff import OpenFile, PriceStay, PublishFile, StopTrial, TariffView, TryFile
from tests.support.people import at_the_desk
from tests.support.site import EXIT, Rig, drive_in, new_clock, open_booth

PATIENCE_SECONDS = 60
RULES = (
    'name = "standard"\ncurrency = "EUR"\nzone = "Europe/Bratislava"\n'
    '[[rate]]\nname = "visitors"\nstrategy = "slabs"\n'
    "[[rate.slabs]]\nup_to_minutes = 60\nprice_minor = 900\n[[rate.slabs]]\nprice_minor = 800\n"
)


@dataclass(slots=True)
class Page:
    """The page's work, with a queue where a window would be."""

    rig: Rig
    work: TariffWork = field(init=False)
    road: Road = field(init=False)
    failed: list[BaseException] = field(default_factory=list)
    published: list[bool] = field(default_factory=list)
    _calls: queue.SimpleQueue[Callable[[], None]] = field(default_factory=queue.SimpleQueue)
    _jobs: Jobs = field(init=False)

    def __post_init__(self) -> None:
        self._jobs = Jobs(self._calls.put)
        self.road = Road(self.rig.desk, self._jobs, lambda: None, self.failed.append)
        self.work = TariffWork(
            self.road, self.rig.clock, self.rig.desk.counter, lambda: self.published.append(True)
        )

    def close(self) -> None:
        self.work.stop()
        self._jobs.stop()
        self.rig.close()

    def sit_down(self, role: Role) -> None:
        self.road.staff = at_the_desk(self.rig, role)
        self.work.look()
        self.until(lambda view: view.stay.total is not None)

    @property
    def view(self) -> TariffView:
        view = self.work.view()
        assert view is not None
        return view

    def until(self, there: Callable[[TariffView], object]) -> TariffView:
        """Take what comes back until the page shows this."""
        while not there(self.view):
            self._calls.get(timeout=PATIENCE_SECONDS)()
        return self.view

    def turn(self) -> None:
        """Take one answer."""
        self._calls.get(timeout=PATIENCE_SECONDS)()


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Page]:
    """An owner at the desk of a booth."""
    clock = new_clock()
    made = Page(Rig(open_booth(tmp_path, clock), clock))
    made.sit_down(Role.OWNER)
    yield made
    made.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A tariff on a stick."""
    made = tmp_path / "stick.toml"
    made.write_text(RULES, "utf-8")
    return made


def test_a_typed_stay_is_priced_at_once_by_the_version_in_force(page: Page) -> None:
    page.work.wish(PriceStay({Field.ENTERED: "2026-11-20 08:00", Field.LEFT: "2026-11-20 08:01"}))
    assert page.view.stay.total is not None
    assert page.view.stay.wrong == {}


def test_a_file_is_read_then_checked_beside_the_booth(page: Page, file: Path) -> None:
    page.work.wish(OpenFile(str(file)))
    read = page.until(lambda view: view.path)
    assert (read.remarks, read.may_publish) == ((), True)
    checked = page.until(lambda view: view.remarks)
    (remark,) = checked.remarks
    assert (remark.place, remark.bars) == ("visitors", False)
    assert page.work.facts.opened is not None
    assert page.work.facts.opened.findings is not None
    assert page.work.facts.opened.findings[0].problem is Problem.FALLS


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\xff\xfe", "This is no UTF-8 text"),
        (b"x" * 1_000_001, "too large"),
        (None, "cannot be read"),
    ],
)
def test_what_is_no_tariff_is_told_and_nothing_is_used(
    page: Page, tmp_path: Path, content: bytes | None, told: str
) -> None:
    file = tmp_path / "other.toml"
    if content is not None:
        file.write_bytes(content)
    page.work.wish(OpenFile(str(file)))
    view = page.until(lambda view: view.path)
    assert told in view.state.template
    assert not view.may_publish
    assert not view.may_try


def test_a_folder_or_a_device_is_no_file(page: Page, tmp_path: Path) -> None:
    for path in (str(tmp_path), "/dev/zero", "nul\0"):
        page.work.wish(OpenFile(path))
        assert page.until(lambda view, path=path: view.path == path).may_publish is False  # type: ignore[misc]


def test_past_stays_are_tried_with_progress_and_stay_as_they_were(page: Page, file: Path) -> None:
    for _ in range(3):
        car = drive_in(page.rig.services)
        site = page.rig.services.site
        with site.store.write() as unit:
            ended = stays.SessionEnded(car.session_id, site.clock.now())
            unit.record(ended, site.here(EXIT, car.session_id))
    page.work.wish(OpenFile(str(file)))
    page.until(lambda view: view.may_try)
    page.work.wish(TryFile("2026-11-01", ""))
    assert page.view.trial.running
    page.until(lambda view: view.trial.of == 3)
    found = page.until(lambda view: view.trial.found).trial.found
    assert found is not None
    assert (found.total.stays, found.total.after_minor) == (3, 2700)
    assert TariffDesk(page.rig.desk.counter).in_force().latest == 1


def test_a_trial_that_was_stopped_shows_nothing(page: Page, file: Path) -> None:
    page.work.wish(OpenFile(str(file)))
    page.until(lambda view: view.may_try)
    page.work.wish(TryFile("", ""))
    page.work.wish(StopTrial())
    assert not page.view.trial.running
    assert page.view.may_try


def test_a_date_nobody_can_read_is_told_in_the_commands_own_words(page: Page, file: Path) -> None:
    page.work.wish(OpenFile(str(file)))
    page.until(lambda view: view.may_try)
    page.work.wish(TryFile("yesterday", ""))
    trouble = page.until(lambda view: view.trial.trouble).trial.trouble
    assert trouble is not None
    assert "yesterday" in str(dict(trouble.values)["words"])


def test_publishing_makes_the_next_version_and_closes_the_file(page: Page, file: Path) -> None:
    page.work.wish(OpenFile(str(file)))
    page.until(lambda view: view.may_publish)
    page.work.wish(PublishFile())
    view = page.until(lambda view: view.message)
    assert page.published == [True]
    assert (view.path, view.may_publish) == ("", False)
    page.until(lambda _: page.work.facts.version == 2)


def test_a_file_that_was_broken_meanwhile_is_not_what_is_published(page: Page, file: Path) -> None:
    page.work.wish(OpenFile(str(file)))
    page.until(lambda view: view.may_publish)
    file.write_text("rubbish", "utf-8")
    page.work.wish(PublishFile())
    page.until(lambda _: page.work.facts.version == 2)
    with page.rig.services.site.store.read() as unit:
        assert unit.tariffs.rules("standard", 2) == RULES


def test_somebody_elses_version_is_looked_at_first(page: Page, file: Path) -> None:
    page.work.wish(OpenFile(str(file)))
    page.until(lambda view: view.may_publish)
    TariffDesk(page.rig.desk.counter).publish(RULES.replace("900", "950"), after=1)
    page.work.wish(PublishFile())
    page.until(lambda _: page.work.facts.latest == 2)
    assert page.published == []
    assert page.view.may_publish, "now that it was seen"


def test_a_technician_tries_but_does_not_publish(page: Page, file: Path) -> None:
    page.sit_down(Role.TECHNICIAN)
    page.work.wish(OpenFile(str(file)))
    assert not page.until(lambda view: view.path).may_publish
    page.work.wish(PublishFile())
    while not page.failed:
        page.turn()
    assert isinstance(page.failed[0], NotAllowed)


def test_an_attendant_has_no_such_page_and_the_next_person_finds_no_file(
    page: Page, file: Path
) -> None:
    page.work.wish(OpenFile(str(file)))
    page.until(lambda view: view.path)
    page.work.clear()
    assert page.view.path == ""
    page.road.staff = at_the_desk(page.rig, Role.ATTENDANT)
    assert page.work.view() is None
