"""For whom a rate is: conditions on vehicle, spot, zone, booking, pass and when the stay began."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.tariff.joining import joined
from kiosk.tariff.reading import Table
from kiosk.tariff.terms import Rules, read_hours
from kiosk.tariff.timetable import NOBODY, Timetable
from kiosk.tariff.visit import Visit

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class When:
    """All conditions must hold; None: any will do.

    `entered` is the one window in which the stay, with the earlier ones joined, must have begun.
    """

    vehicle_class: Words | None = None
    spot_type: Words | None = None
    zone: Words | None = None
    pass_group: Words | None = None
    with_pass: bool | None = None
    booked: bool | None = None
    entered: Timetable | None = None

    def holds(self, visit: Visit, reentry_minutes: int) -> bool:
        """Whether a rate with these conditions is for this visit."""
        if not self.suits(visit):
            return False
        return self.entered is None or self.takes_entry(joined(visit, reentry_minutes).begin)

    def suits(self, visit: Visit) -> bool:
        """Whether all conditions hold but that on the entry."""
        return (
            _among(visit.vehicle_class, self.vehicle_class)
            and _among(visit.spot_type, self.spot_type)
            and _among(visit.zone, self.zone)
            and _among(visit.pass_group, self.pass_group)
            and self.with_pass in (None, visit.pass_group is not None)
            and self.booked in (None, visit.booking is not None)
        )

    def takes_entry(self, begin: int) -> bool:
        """Whether a stay that began at this instant began in the window."""
        if self.entered is None:
            return True
        return next(self.entered.stretches(begin, begin + 1)).window != NOBODY

    @property
    def needs_pass(self) -> bool:
        """Whether nobody without a pass meets these conditions."""
        return self.pass_group is not None or self.with_pass is True


ANYBODY = When()


def _among(word: str | None, words: Words | None) -> bool:
    return words is None or word in words


def load(table: Table, rules: Rules) -> When:
    """Read `when`."""
    if not table.has("when"):
        return ANYBODY
    remedy = 'Write when = { vehicle_class = "car" }, or remove it'
    when = table.read_table("when", remedy)
    read = When(
        vehicle_class=when.read_words("vehicle_class"),
        spot_type=when.read_words("spot_type"),
        zone=when.read_words("zone"),
        pass_group=when.read_words("pass_group"),
        with_pass=when.read_flag("with_pass") if when.has("with_pass") else None,
        booked=when.read_flag("booked") if when.has("booked") else None,
        entered=_entered(when, rules),
    )
    when.finish()
    return read


def _entered(when: Table, rules: Rules) -> Timetable | None:
    """The window of the entry; None where nothing is said of it."""
    if not any(when.has(key) for key in ("entered_days", "entered_from", "entered_to")):
        return None
    hours = read_hours(when, rules, prefix="entered_")
    return Timetable((hours,), rules.calendar())
