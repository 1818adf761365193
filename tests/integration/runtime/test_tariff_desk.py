"""Tariffs published at the desk: whole or not at all, for new stays, kept over a restart."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.boot.services import Services, open_services
from kiosk.domain.staff import Role
from kiosk.runtime.answers import NotAllowed
from kiosk.runtime.tariff_desk import Overtaken, Published, TariffDesk, Unfit
from kiosk.store.price_lists import STANDARD
from tests.support.clock import HandClock
from tests.support.people import at_the_desk
from tests.support.site import Rig, drive_in, new_clock, open_booth, stay_of

RULES = (
    'name = "standard"\ncurrency = "EUR"\nzone = "Europe/Bratislava"\n'
    '[[rate]]\nname = "visitors"\nstrategy = "flat"\n[rate.flat]\nprice_minor = 900\n'
)


def desk(rig: Rig, role: Role = Role.OWNER) -> TariffDesk:
    at_the_desk(rig, role)
    return TariffDesk(rig.desk.counter)


def test_new_stays_get_the_new_version_and_those_inside_keep_theirs(rig: Rig) -> None:
    before = drive_in(rig.services)
    tariffs = desk(rig)
    assert (tariffs.in_force().version, tariffs.in_force().latest) == (1, 1)
    assert tariffs.publish(RULES, after=1) == Published(2)
    assert tariffs.in_force().version == 2
    after = drive_in(rig.services)
    rig.clock.pass_time(3 * 3600)
    assert stay_of(rig.services, after).due.minor == 900
    assert stay_of(rig.services, before).due.minor != 900


def test_a_version_of_later_waits_for_its_day(rig: Rig) -> None:
    tariffs = desk(rig)
    day = rig.clock.now().date() + timedelta(days=2)
    assert tariffs.publish(f"valid_from = {day}\n{RULES}", after=1) == Published(2)
    assert (tariffs.in_force().version, tariffs.in_force().latest) == (1, 2)
    rig.clock.pass_time(3 * 86_400)
    assert tariffs.in_force().version == 2


@pytest.mark.parametrize("role", [Role.ATTENDANT, Role.SUPERVISOR, Role.TECHNICIAN])
def test_only_owners_and_admins_publish(rig: Rig, role: Role) -> None:
    with pytest.raises(NotAllowed):
        desk(rig, role).publish(RULES, after=1)
    assert rig.kinds("system.tariff_published") == ["system.tariff_published"]


def test_every_mistake_is_named_and_the_running_version_stays(rig: Rig) -> None:
    tariffs = desk(rig)
    broken = RULES.replace("flat", "flt").replace('"EUR"', '"euro"') + "colour = 3\n"
    refused = tariffs.publish(broken, after=1)
    assert isinstance(refused, Unfit)
    assert {error.key for error in refused.errors} == {"currency", "rate[1].strategy"}
    assert tariffs.in_force().latest == 1


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (lambda text: text.replace("EUR", "USD"), "currency"),
        (lambda text: text.replace("Bratislava", "Berlin"), "zone"),
        (
            lambda _: (
                'name = "s"\ncurrency = "EUR"\nstrategy = "blocks"\n[blocks]\nminutes = 60\n'
                "[prices.van]\nprice_minor = 100\n"
            ),
            "prices",
        ),
    ],
)
def test_a_tariff_of_another_place_does_not_fit(
    rig: Rig, change: Callable[[str], str], key: str
) -> None:
    refused = desk(rig).publish(change(RULES), after=1)
    assert isinstance(refused, Unfit)
    assert [error.key for error in refused.errors] == [key]


def test_two_people_do_not_publish_over_one_another(rig: Rig) -> None:
    tariffs = desk(rig)
    assert tariffs.publish(RULES, after=1) == Published(2)
    assert tariffs.publish(RULES.replace("900", "800"), after=1) == Overtaken(2)
    assert tariffs.in_force().latest == 2


def _latest(services: Services) -> int:
    with services.site.store.read() as unit:
        return unit.tariffs.latest(STANDARD)[1]


def test_a_restart_keeps_what_was_published_until_the_settings_file_changes(
    tmp_path: Path, clock: HandClock
) -> None:
    rig = Rig(open_booth(tmp_path, clock), clock)
    assert desk(rig).publish(RULES, after=1) == Published(2)
    rig.close()
    again = open_booth(tmp_path, new_clock())
    assert _latest(again) == 2
    again.close()
    (tmp_path / "tariff.toml").write_text(f"{RULES}# dearer next year\n", "utf-8")
    changed = open_services(
        again.site.settings, tmp_path, again.site.clock, again.site.wire_monotonic, again.site.say
    )
    assert _latest(changed) == 3
    changed.close()
