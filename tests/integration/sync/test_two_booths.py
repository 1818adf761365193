"""Two booths, a centre and a network without manners: whatever happens, all end up equal."""

import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from kiosk.domain.event import Event
from tests.support.centre import Booth, Site, booth, paid_stay, running_centre
from tests.support.lossy_network import Fate, LossyNetwork, lossy_network

which = st.sampled_from(["booth-1", "booth-2"])


class TwoBooths(RuleBasedStateMachine):
    """Random cars, bookings, turns and faults; the teardown is the law."""

    @initialize()
    def open(self) -> None:
        """A centre, and two booths that each reach it through a network of their own."""
        self.stack = ExitStack()
        folder = Path(tempfile.mkdtemp())
        self.stack.callback(shutil.rmtree, folder)
        self.site: Site = self.stack.enter_context(running_centre(folder / "centre.db"))
        self.booths: dict[str, Booth] = {}
        self.networks: dict[str, LossyNetwork] = {}
        for name in ("booth-1", "booth-2"):
            network, url = self.stack.enter_context(lossy_network(self.site.url))
            token = self.site.enrol(name)
            self.networks[name] = network
            self.booths[name] = self.stack.enter_context(
                booth(folder / f"{name}.db", url, token, origin=name, patience_seconds=0)
            )
        self.cars = 0
        self.bookings = 0

    @rule(name=which)
    def car(self, name: str) -> None:
        """A car comes and pays."""
        self.cars += 1
        self.booths[name].record(*paid_stay(f"{self.cars:04}", minor=self.cars))

    @rule()
    def book(self) -> None:
        """Somebody books at the centre."""
        self.bookings += 1
        self.site.book(key=f"booking-{self.bookings:04}")

    @rule(name=which, fate=st.sampled_from(Fate))
    def trouble(self, name: str, fate: Fate) -> None:
        """The next exchange of this booth meets a fate."""
        self.networks[name].fates.append(fate)

    @rule(name=which)
    def turn(self, name: str) -> None:
        """A booth takes its turn, when its back-off is over."""
        self.booths[name].clock.later(1000)
        self.booths[name].worker.turn()

    def teardown(self) -> None:
        """The network recovers; in the end everybody knows the same, each thing once."""
        if not hasattr(self, "stack"):
            return
        with self.stack:
            for network in self.networks.values():
                network.fates.clear()
            for _ in range(2):
                for one in self.booths.values():
                    one.drain()
            for one in self.booths.values():
                for _ in range(5):
                    one.clock.later(1000)
                    one.worker.turn()
            for name, one in self.booths.items():
                assert self.site.journal(name) == one.journal()
                assert _known(one) == self._facts()
                assert one.status.alarm is None

    def _facts(self) -> dict[str, bytes]:
        origins = ("booth-1", "booth-2", "centre")
        return _by_id([event for origin in origins for event in self.site.journal(origin)])


def _known(one: Booth) -> dict[str, bytes]:
    with one.store.read() as unit:
        origins = ("booth-1", "booth-2", "centre")
        return _by_id(
            [event for origin in origins for event in unit.journal.since(origin, 1, 0, 100_000)]
        )


def _by_id(events: list[Event]) -> dict[str, bytes]:
    found = {event.event_id: event.hash for event in events}
    assert len(found) == len(events)
    return found


TestTwoBooths = TwoBooths.TestCase
TestTwoBooths.settings = settings(max_examples=12, stateful_step_count=25, deadline=None)
