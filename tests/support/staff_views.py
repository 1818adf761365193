"""The staff page in its states, for pictures and for tests of what fits."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kiosk.domain.staff import PIN_FAILURES_MAX, Role, Staff
from kiosk.domain.wording import Text
from kiosk.ui.attendant.pages import STAFF
from kiosk.ui.attendant.window import AttendantWindow
from kiosk.ui.language import Language
from kiosk.ui.theme import Theme
from kiosk.views.staff_page import Member, StaffFacts
from kiosk.views.tariff import tariff_view
from tests.support import booth_views as booth
from tests.support.money_views import BANNER, Scene
from tests.support.tariff_views import facts as in_force

OWNER = Staff("s-0", "Viera Slobodová", Role.OWNER)
ADMIN = Staff("s-9", "Ada Novotná", Role.ADMIN)
MEMBERS = (
    Member("s-0", OWNER.name, Role.OWNER),
    Member("s-9", ADMIN.name, Role.ADMIN),
    Member("s-1", "Mira Kováč", Role.SUPERVISOR),
    Member("s-2", "Jonas Weber", Role.ATTENDANT, failures=PIN_FAILURES_MAX),
    Member("s-3", "Tomáš Horn", Role.TECHNICIAN, failures=None),
    Member("s-4", "Anna-Maria Szabó-Kovalčíková", Role.ATTENDANT, failures=3),
    Member("s-5", "Emil Gone", Role.ATTENDANT, active=False),
)
NAMES = ("Ben", "Cyd", "Dora", "Eva", "Filip")
MANY = (*MEMBERS, *(Member(name, name, Role.ATTENDANT) for name in NAMES))
FACTS = StaffFacts(MEMBERS)


def at_staff(
    act: Callable[[AttendantWindow], None] = lambda _: None,
    facts: StaffFacts = FACTS,
    staff: Staff = OWNER,
) -> Scene:
    """A window with the staff page shown to this person, after this was done; with a full rail."""

    def make(theme: Theme, language: Language) -> AttendantWindow:
        window = AttendantWindow(theme, language)
        tariff = tariff_view(in_force(), staff)
        view = booth.attendant(staff=staff, banner=BANNER, members=facts, tariff=tariff)
        window.render_view(view)
        window.show_page(STAFF)
        act(window)
        return window

    return make


def pick(staff_id: str) -> Callable[[AttendantWindow], None]:
    """Choose somebody."""
    return lambda window: window.staff.list.picked.emit(staff_id)


def press(staff_id: str, button: str) -> Callable[[AttendantWindow], None]:
    """Choose somebody, and what to do about them."""

    def act(window: AttendantWindow) -> None:
        pick(staff_id)(window)
        getattr(window.staff, button).click()

    return act


def _fill(window: AttendantWindow, **typed: str) -> None:
    for name, text in typed.items():
        window.staff.form.fields[name].setText(text)


def _new(window: AttendantWindow) -> None:
    window.staff.new.click()
    _fill(window, name="Zuzana Malá", pin="274913", again="274913")


def _differing(window: AttendantWindow) -> None:
    window.staff.new.click()
    _fill(window, name="Zuzana Malá", pin="274913", again="2748")


def _easy(window: AttendantWindow) -> None:
    press("s-2", "pin")(window)
    _fill(window, pin="123456")


REFUSED = StaffFacts(
    MEMBERS, trouble=Text("Somebody here has this name. Add what tells them apart.")
)
DONE = StaffFacts(
    MEMBERS,
    done=Text("{name} may sign on now, with the PIN you typed.").with_values(name="Zuzana Malá"),
)
STAFF_SCENES: Mapping[str, Scene] = {
    "staff": at_staff(pick("s-2")),
    "staff-many": at_staff(pick("s-4"), StaffFacts(MANY)),
    "staff-enrolled": at_staff(facts=DONE),
    "staff-above": at_staff(pick("s-9")),
    "staff-left": at_staff(pick("s-5")),
    "staff-new": at_staff(_new),
    "staff-new-by-an-admin": at_staff(_new, staff=ADMIN),
    "staff-new-refused": at_staff(_new, REFUSED),
    "staff-new-differing": at_staff(_differing),
    "staff-pin-easy": at_staff(_easy),
    "staff-changing": at_staff(press("s-4", "change")),
    "staff-taking-back": at_staff(press("s-5", "back")),
    "staff-letting-go": at_staff(press("s-4", "let_go")),
    "staff-my-pin": at_staff(staff=booth.MIRA),
    "staff-my-pin-as-owner": at_staff(press("s-0", "pin")),
}
