"""The handbook is complete: every fault, setting, exception and command has its words."""

from __future__ import annotations

import dataclasses
import re
import typing
from collections.abc import Iterator
from pathlib import Path
from types import NoneType
from typing import Any

import msgspec
import pytest

from kiosk.cli import app
from kiosk.config.settings import Settings
from kiosk.devices.catalogue import BOARDS, PRINTERS, SCANNERS
from kiosk.devices.messages import Failure, Fault, PrinterFault
from kiosk.domain.event import KIND_OF
from kiosk.lane.senses import DOUBTED
from kiosk.payments.catalogue import TERMINALS
from kiosk.store.projections.exceptions import NOT_APPLIED, REMARKS
from kiosk.sync.plan import Alarm
from kiosk.ui.attendant.pages import PAGES
from kiosk.views.cashier import CASHIER_ORDERS
from kiosk.views.lanes_board import ORDERS
from kiosk.views.wording import CAUSES, FAULTS
from kiosk.wire.facts import EventMessage

ROOT = Path(__file__).parents[2]
HANDBOOK = ROOT / "resources" / "handbook"
PAGE = {path.stem: path.read_text("utf-8") for path in sorted(HANDBOOK.glob("*.md"))}
README = (ROOT / "README.md").read_text("utf-8")
DEVICE = "lane.board"
"""The settings of a device are told once, at the gate board's."""

Setting = tuple[str, str]


def headings(page: str) -> set[str]:
    """The machine words in a page's headings."""
    return {
        word
        for line in PAGE[page].splitlines()
        if line.startswith("### ")
        for word in re.findall(r"`([a-z_]+)`", line)
    }


def first_cells(page: str) -> Iterator[tuple[str, str]]:
    """The words in the first column of a page's tables, each with the cell after it."""
    for cells in re.findall(r"^\|([^|]+)\|([^|]+)\|", PAGE[page], re.MULTILINE):
        for word in re.findall(r"`([^`]+)`", cells[0]):
            yield word, cells[1].strip()


def settings_of(kind: type[Any], at: str = "") -> Iterator[Setting]:
    """Every key of the settings file with its default, as a site's owner writes it."""
    hints = typing.get_type_hints(kind)
    for field in dataclasses.fields(kind):
        key = f"{at}.{field.name}" if at else field.name
        inner = [each for each in _types(hints[field.name]) if dataclasses.is_dataclass(each)]
        if not inner:
            yield key, _default(field)
        elif field.name not in ("printer", "scanner", "terminal"):
            if key not in ("facility", "booth", "lane"):
                yield key, "none"
            yield from settings_of(typing.cast("type[Any]", inner[0]), key)
        else:
            yield key, "none"


def _types(hint: Any) -> Iterator[Any]:
    parts = typing.get_args(hint)
    if not parts:
        yield hint
    for part in parts:
        if part not in (NoneType, ...):
            yield from _types(part)


def _default(field: dataclasses.Field[Any]) -> str:
    if field.default is not dataclasses.MISSING:
        if field.name == "unreachable":
            return "none"
        return msgspec.json.encode(field.default).decode().replace('","', '", "')
    return "required" if field.default_factory is dataclasses.MISSING else "none"


SETTINGS = [each for each in settings_of(Settings) if each[0] != "lane.rules.unreachable"]


@pytest.mark.parametrize(
    "word",
    sorted(
        {each.value for kind in (Fault, PrinterFault, Failure) for each in kind}
        | CAUSES.keys()
        | FAULTS.keys()
        | set(DOUBTED)
    ),
)
def test_every_fault_and_cause_has_an_entry(word: str) -> None:
    assert word in headings("faults")


def test_no_fault_is_told_twice() -> None:
    words = re.findall(r"^### .*`([a-z_]+)`$", PAGE["faults"], re.MULTILINE)
    assert sorted(words) == sorted(set(words))


@pytest.mark.parametrize(("key", "default"), SETTINGS, ids=[key for key, _ in SETTINGS])
def test_every_setting_is_documented_with_its_default(key: str, default: str) -> None:
    told = dict(first_cells("technician"))
    assert told[key].strip("`") == default


def test_no_setting_is_documented_that_is_not_there() -> None:
    told = {word for word, _ in first_cells("technician") if re.match(r"(\w+\.)+\w+$", word)}
    tables = {each.name for each in dataclasses.fields(Settings)}
    told = {word for word in told if word.split(".")[0] in tables}
    files = {"booth.db", "booth.lock", "centre.token"}
    assert told - files <= {key for key, _ in SETTINGS}


@pytest.mark.parametrize("model", [*BOARDS, *PRINTERS, *SCANNERS, *TERMINALS])
def test_every_device_model_is_described(model: str) -> None:
    assert f"`{model}`" in PAGE["technician"]


@pytest.mark.parametrize("kind", [*(KIND_OF[body] for body in REMARKS), NOT_APPLIED])
def test_every_exception_is_explained(kind: str) -> None:
    assert kind in dict(first_cells("attendant"))


@pytest.mark.parametrize("order", [*ORDERS.values(), *CASHIER_ORDERS.values()])
def test_every_order_stands_beside_its_key(order: Any) -> None:
    row = rf"\*\*Alt {order.key}\*\* \| [^|]*{order.label.template}"
    assert re.search(row, PAGE["attendant"])


@pytest.mark.parametrize(("title", "key"), [(page.title.template, page.key) for page in PAGES])
def test_every_page_of_the_attendant_is_described(title: str, key: str) -> None:
    assert f"## {title} ({key})" in PAGE["attendant"]


@pytest.mark.parametrize("field", [each.name for each in msgspec.structs.fields(EventMessage)])
def test_every_field_of_the_export_is_explained(field: str) -> None:
    assert field in dict(first_cells("audit"))


@pytest.mark.parametrize("alarm", list(Alarm))
def test_every_alarm_of_the_sync_is_explained(alarm: Alarm) -> None:
    assert alarm.value in dict(first_cells("centre"))


@pytest.mark.parametrize("page", PAGE)
def test_every_link_and_picture_is_there(page: str) -> None:
    for link in re.findall(r"\]\((?!https?:)([^)#]+)", PAGE[page]):
        assert (HANDBOOK / link).exists(), link


def test_every_page_is_linked_from_the_index() -> None:
    linked = {Path(link).stem for link in re.findall(r"\]\(([a-z]+\.md)\)", PAGE["index"])}
    assert linked == PAGE.keys() - {"index"}


def test_every_picture_is_shown_somewhere_and_small() -> None:
    for picture in (HANDBOOK / "pictures").iterdir():
        assert any(f"pictures/{picture.name}" in text for text in (*PAGE.values(), README))
        assert picture.stat().st_size < 120_000


def commands() -> dict[str, Any]:
    """What the command line has."""
    return dict(app.commands)


def test_the_readme_lists_every_command_and_no_other() -> None:
    assert set(re.findall(r"`kiosk (\w+)", README)) == commands().keys()


@pytest.mark.parametrize("page", PAGE)
def test_every_command_in_the_handbook_takes_its_options(page: str) -> None:
    for line in re.findall(r"main\.py ([^`\n#]+)", PAGE[page]):
        words = line.split()
        command = commands()[words[0]]
        if len(words) > 1 and hasattr(command, "commands"):
            command = command.commands[words[1]]
        known = {option for each in command.params for option in each.opts}
        assert {word for word in words if word.startswith("--")} <= known, line
