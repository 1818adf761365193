"""Cars that followed another one, in the books of a shift."""

from __future__ import annotations

from kiosk.domain.staff import Role
from kiosk.reports.figures import Passages
from kiosk.runtime.tailgating import Gone, TicketGiven
from tests.support.people import at_the_desk
from tests.support.site import ENTRY, EXIT, Rig, drive_in
from tests.support.tailgates import follow

WHY = "seen on the camera"


def test_every_ticket_and_every_car_is_accounted_for_once_both_have_their_stay(rig: Rig) -> None:
    at_the_desk(rig, Role.SUPERVISOR)
    car = drive_in(rig.services)
    came, went = follow(rig, ENTRY), follow(rig, EXIT)
    x = rig.desk.shifts.x()
    assert x.passages == Passages(cars_in=2, sessions_in=1, cars_out=1, sessions_out=0)
    assert isinstance(rig.desk.tailgates.let_in(came, WHY), TicketGiven)
    assert isinstance(rig.desk.tailgates.let_out(went, car.session_id, WHY), Gone)
    x = rig.desk.shifts.x()
    assert x.tickets is not None
    assert (x.tickets.issued, x.tickets.collected, x.tickets.inside) == (2, 1, 1)
    assert x.tickets.missing == 0
    assert x.passages == Passages(cars_in=2, sessions_in=2, cars_out=1, sessions_out=1)
