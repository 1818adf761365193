"""The attendant's real window over a real desk and a real ledger, under a real keyboard."""

from __future__ import annotations

import queue
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from kiosk.boot.attendant.desk import AttendantDesk
from kiosk.domain.facts import passes, validations
from kiosk.domain.money import Money
from kiosk.domain.passes import Group, Pass, PassKind
from kiosk.domain.staff import Role
from kiosk.domain.validation import Benefit, BenefitKind, Merchant
from kiosk.runtime.change_vouchers import new_code
from kiosk.runtime.jobs import Jobs
from kiosk.store.payments import Payment
from kiosk.store.unit import Transaction
from kiosk.ui.attendant.window import AttendantWindow
from kiosk.ui.language import Language
from kiosk.ui.theme import register_fonts, staff_theme
from kiosk.ui.widgets import Words
from tests.support.booth_window import ALT, ZONE, focused
from tests.support.people import PIN, enrol
from tests.support.site import ENTRY, EXIT, Rig

PATIENCE_SECONDS = 30
CINEMA = Merchant("kino", "Kino", (Benefit(BenefitKind.TIME, 30),))
FLOAT = {2000: "2", 500: "4", 200: "5", 100: "5"}
"""Value in minor units to how many: 75.00, and nothing below one."""
GUESTS = Group("guests", "Guests")


@dataclass(slots=True)
class CounterWindow:
    """Somebody at the counter: what they press is done before the next line of a test."""

    rig: Rig
    window: AttendantWindow = field(init=False)
    desk: AttendantDesk = field(init=False)
    _calls: queue.SimpleQueue[Callable[[], None]] = field(default_factory=queue.SimpleQueue)
    _jobs: Jobs = field(init=False)

    def __post_init__(self) -> None:
        register_fonts()
        self._jobs = Jobs(self._calls.put)
        self.window = AttendantWindow(staff_theme(), Language("en", ZONE))
        self.desk = AttendantDesk(
            self.window,
            self.rig.desk,
            self._jobs,
            self.rig.clock,
            "Garage",
            {ENTRY: "Entry 1", EXIT: "Exit 1"},
        )

    def show(self, qtbot: QtBot) -> None:
        """Onto the screen, with the keyboard."""
        qtbot.addWidget(self.window)
        self.window.resize(1280, 800)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    def close(self) -> None:
        """Everything that was opened."""
        self._jobs.stop()
        self.rig.close()

    def settle(self) -> None:
        """Take every answer, and the answers to what those asked, until nothing is asked."""
        done: list[bool] = []
        asked = True
        while asked:
            self._jobs.ask(lambda: None, lambda _: done.append(True), lambda _: None)
            asked = False
            while not done:
                self._calls.get(timeout=PATIENCE_SECONDS)()
                asked = asked or not done
            done.clear()

    def sit_down(self, role: Role) -> None:
        """Somebody with this role signs on at the window."""
        staff = enrol(self.rig, role)
        self.desk.look()
        self.settle()
        self.window.signed_on.emit(staff.staff_id, PIN)
        self.settle()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = ALT) -> None:
        """A key, with Alt unless said."""
        QTest.keyClick(focused(self.window), key, modifier)
        self.settle()

    def plain(self, key: Qt.Key) -> None:
        """A key alone."""
        self.press(key, Qt.KeyboardModifier.NoModifier)

    def enter(self) -> None:
        """Enter alone."""
        self.plain(Qt.Key.Key_Return)

    def type(self, text: str, *, enter: bool = False) -> None:
        """Keys one by one, into whatever has the focus."""
        field_ = focused(self.window)
        assert isinstance(field_, QLineEdit), f"nothing to type into: {field_}"
        QTest.keyClicks(field_, text)
        if enter:
            self.enter()

    def scan(self, text: str) -> None:
        """The counter's own scanner reads something."""
        self.window.offer_scan(text)
        self.settle()

    def confirm(self) -> None:
        """Alt Enter."""
        self.press(Qt.Key.Key_Return)

    def says(self, words: str) -> bool:
        """Whether the window shows these words somewhere."""
        shown = (each for each in self.window.findChildren(Words) if each.isVisible())
        return any(words in each.text() for each in shown)

    @property
    def due(self) -> int | None:
        """What the stay on the counter owes, in minor units."""
        stay = self.desk.counter.stay
        return None if stay is None else stay.due.minor

    def payments(self, session_id: str) -> list[Payment]:
        """What was taken for a stay, part by part."""
        with self.rig.services.site.store.read() as unit:
            return list(unit.payments.of_session(session_id))

    def count(self, pieces: dict[int, str]) -> None:
        """Type a count into the fields that are shown, walking through them with Enter."""
        view = self.window.shift._view
        assert view is not None
        for piece in view.pieces:
            if piece.minor in pieces:
                self.type(pieces[piece.minor])
            self.enter()

    def open_shift(self) -> None:
        """A shift with a counted float."""
        self.plain(Qt.Key.Key_F4)
        self.press(Qt.Key.Key_O)
        self.count(FLOAT)
        self.confirm()

    def set_terms(self) -> None:
        """A cinema that validates, and a group of passes."""
        with self.rig.services.site.store.write() as unit:
            here = self.rig.services.site.here()
            unit.record(validations.MerchantSet(CINEMA), here)
            unit.record(passes.PassGroupSet(GUESTS), here)

    def value_pass(self, minor: int) -> Pass:
        """A pass with this much stored on it."""
        site = self.rig.services.site
        now = site.clock.now().replace(microsecond=0)
        with site.store.write() as unit:
            here = site.here()
            issued = passes.PassIssued(
                pass_id="pass-1",
                code=new_code(site.clock),
                kind=PassKind.VALUE,
                group_id=GUESTS.group_id,
                holder="Mira Horn",
                valid_from=now,
                valid_until=now + timedelta(days=90),
                payload="",
            )
            unit.record(issued, here)
            unit.record(
                passes.WalletCredited(issued.pass_id, Money(minor), "top_up", issued.pass_id), here
            )
            return _pass(unit, issued.pass_id)

    def pass_now(self, pass_id: str) -> Pass:
        """A pass as the ledger has it."""
        with self.rig.services.site.store.read() as unit:
            return _pass(unit, pass_id)


def _pass(unit: Transaction, pass_id: str) -> Pass:
    found = unit.passes.find(pass_id)
    assert found is not None
    return found
