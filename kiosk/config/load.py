"""Reads a site's TOML and finds every mistake in one go.

Each error names the file, the key, what is wrong and what to write instead. msgspec checks one
value at a time; walking the types ourselves is what lets us collect all errors, not just the first.
"""

from __future__ import annotations

import dataclasses
import tomllib
import typing
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import UnionType
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from kiosk.config.settings import DeviceAt, LaneAt, Settings
from kiosk.config.terms import benefit_of
from kiosk.domain.address import is_safe_road
from kiosk.domain.counter import COUNTER
from kiosk.domain.signals import Device


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing wrong with the file. `key` is dotted, lists count from 1: `lane[2].board.port`."""

    key: str
    wrong: str
    instead: str

    def __str__(self) -> str:
        return f"{self.key}: {self.wrong}. {self.instead}" if self.key else self.wrong


class SettingsErrors(Exception):
    """The file cannot be used; `mistakes` are all of them."""

    def __init__(self, path: Path, mistakes: list[Mistake]) -> None:
        self.path = path
        self.mistakes = tuple(mistakes)
        lines = "\n".join(f"  {mistake}" for mistake in mistakes)
        count = "1 mistake" if len(mistakes) == 1 else f"{len(mistakes)} mistakes"
        super().__init__(f"{path}: {count}\n{lines}")


def load(
    path: Path, models: Callable[[str, str], str | None] = lambda _kind, _model: None
) -> Settings:
    """Return the settings in `path`, or raise `SettingsErrors` with every mistake.

    `models(kind, model)` says what is wrong with a device's model, or None: the catalogue of
    devices stands above this package, so it is passed in.
    """
    try:
        raw = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise SettingsErrors(path, [Mistake("", "there is no such file", "")]) from None
    except (OSError, UnicodeDecodeError) as trouble:
        raise SettingsErrors(path, [Mistake("", f"cannot be read: {trouble}", "")]) from None
    except tomllib.TOMLDecodeError as trouble:
        raise SettingsErrors(path, [Mistake("", f"is not TOML: {trouble}", "")]) from None
    mistakes: list[Mistake] = []
    settings = _table(Settings, raw, "", mistakes)
    if isinstance(settings, Settings):
        mistakes += _contradictions(settings, path, models)
    if mistakes or not isinstance(settings, Settings):
        raise SettingsErrors(path, mistakes)
    return settings


def _table(kind: type[Any], raw: object, at: str, mistakes: list[Mistake]) -> object:
    """Build a `kind` from a TOML table; None and at least one mistake when it cannot be."""
    if not isinstance(raw, dict):
        mistakes.append(Mistake(at, f"is {_named(raw)}, not a table", f"Write [{at}] and its keys"))
        return None
    fields = {each.name: each for each in dataclasses.fields(kind)}
    hints = typing.get_type_hints(kind, include_extras=True)
    before = len(mistakes)
    for name in raw.keys() - fields.keys():
        known = ", ".join(sorted(fields))
        mistakes.append(Mistake(_join(at, name), "is not a key we know", f"Known here: {known}"))
    values: dict[str, object] = {}
    for name, each in fields.items():
        if name in raw:
            values[name] = _value(hints[name], raw[name], _join(at, name), mistakes)
        elif each.default is dataclasses.MISSING and each.default_factory is dataclasses.MISSING:
            example = _example(hints[name], name)
            mistakes.append(Mistake(_join(at, name), "is missing", example))
    return kind(**values) if len(mistakes) == before else None


def _value(hint: Any, raw: object, at: str, mistakes: list[Mistake]) -> object:
    bare = _bare(hint)
    if dataclasses.is_dataclass(bare) and isinstance(bare, type):
        return _table(bare, raw, at, mistakes)
    arguments = typing.get_args(bare)
    if typing.get_origin(bare) is tuple and dataclasses.is_dataclass(arguments[0]):
        if not isinstance(raw, list) or not raw:
            mistakes.append(Mistake(at, "must be a list of tables", f"Write at least one [[{at}]]"))
            return ()
        kind = typing.cast("type[Any]", arguments[0])
        return tuple(_table(kind, each, f"{at}[{n}]", mistakes) for n, each in enumerate(raw, 1))
    try:
        return msgspec.convert(raw, hint)
    except msgspec.ValidationError as error:
        wrong = str(error).split(" - at")[0]
        mistakes.append(Mistake(at, wrong[:1].lower() + wrong[1:], _example(hint, at)))
        return None


def _bare(hint: Any) -> Any:
    """The type without `Annotated` and without `| None`."""
    if typing.get_origin(hint) is typing.Annotated:
        return _bare(typing.get_args(hint)[0])
    if typing.get_origin(hint) in (typing.Union, UnionType):
        rest = [each for each in typing.get_args(hint) if each is not type(None)]
        return _bare(rest[0]) if len(rest) == 1 else hint
    return hint


def _example(hint: Any, key: str) -> str:
    name = key.rpartition(".")[2]
    for meta in getattr(hint, "__metadata__", ()):
        if meta.examples:
            shown = msgspec.json.encode(meta.examples[0]).decode()
            return f"Write for example {name} = {shown}"
    bare = _bare(hint)
    if dataclasses.is_dataclass(bare):
        return f"Write a table [{name}]"
    return f"Write {name} = {getattr(bare, '__name__', bare)}"


def _join(at: str, name: str) -> str:
    return f"{at}.{name}" if at else name


def _named(raw: object) -> str:
    return {str: "text", int: "a number", bool: "true/false", list: "a list"}.get(
        type(raw), type(raw).__name__
    )


def _contradictions(
    settings: Settings, path: Path, models: Callable[[str, str], str | None]
) -> Iterator[Mistake]:
    """What no single value shows: unknown zones and models, and what two things cannot share."""
    if not _is_zone(settings.facility.zone):
        yield Mistake(
            "facility.zone",
            f"{settings.facility.zone!r} is not a time zone",
            'Write for example zone = "Europe/Bratislava"',
        )
    if not (path.parent / settings.tariff).is_file():
        yield Mistake(
            "tariff",
            f"there is no file {settings.tariff!r} beside {path.name}",
            "Write the name of a tariff file; resources/config/tariff.toml is an example",
        )
    if settings.centre is not None and not is_safe_road(settings.centre.url):
        yield Mistake(
            "centre.url",
            f"{settings.centre.url!r} could be listened to on the way",
            'Write for example url = "https://centre.example:8443"',
        )
    yield from _upi_mistakes(settings)
    yield from _terms_mistakes(settings)
    yield from _lane_mistakes(settings)
    ports: dict[str, str] = {}
    for key, kind, device in _all_devices(settings):
        first = ports.setdefault(device.port, key)
        if first != key:
            yield Mistake(
                f"{key}.port", f"{device.port!r} is used by {first}", "One device per port"
            )
        if wrong := models(kind.value, device.model):
            yield Mistake(f"{key}.model", f"{device.model!r} is unknown", wrong)


def _lane_mistakes(settings: Settings) -> Iterator[Mistake]:
    """Two lanes of one name or number, and a lane that goes by the counter's."""
    seen: dict[tuple[str, object], str] = {}
    for n, lane in enumerate(settings.lane, 1):
        at = f"lane[{n}]"
        if lane.id == COUNTER:
            wrong = f"{COUNTER!r} is the counter's own name"
            yield Mistake(f"{at}.id", wrong, "Give the lane another")
        for what, value in (("id", lane.id), ("number", lane.number)):
            first = seen.setdefault((what, value), at)
            if first != at:
                wrong = f"{value!r} is taken by {first}"
                yield Mistake(f"{at}.{what}", wrong, "Give each lane its own")


def _upi_mistakes(settings: Settings) -> Iterator[Mistake]:
    upi = settings.facility.upi
    if upi is None:
        return
    if settings.facility.currency != "INR":
        yield Mistake(
            "facility.upi", "UPI moves rupees only", 'Write currency = "INR", or no [upi]'
        )
    if not is_safe_road(upi.psp):
        yield Mistake(
            "facility.upi.psp",
            f"{upi.psp!r} could be listened to on the way",
            'Write for example psp = "https://psp.example"',
        )


def _terms_mistakes(settings: Settings) -> Iterator[Mistake]:
    """Benefits that mean nothing, and two shops or groups of one name."""
    for n, merchant in enumerate(settings.merchant, 1):
        for m, text in enumerate(merchant.benefits, 1):
            if benefit_of(text, settings.facility.currency) is None:
                yield Mistake(
                    f"merchant[{n}].benefits[{m}]",
                    f"{text!r} is no benefit",
                    'Write "60 min", "25 %", "2.50", "full", or "rate" and the name of a rate',
                )
    ids = {"merchant": [each.id for each in settings.merchant]}
    ids["pass_group"] = [each.id for each in settings.pass_group]
    for table, taken in ids.items():
        for n, name in enumerate(taken, 1):
            first = taken.index(name) + 1
            if first < n:
                wrong = f"{name!r} is taken by {table}[{first}]"
                yield Mistake(f"{table}[{n}].id", wrong, f"Give each [[{table}]] its own")


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ValueError, LookupError, OSError):  # zoneinfo raises any of them for a bad name
        return False
    return True


def _all_devices(settings: Settings) -> Iterator[tuple[str, Device, DeviceAt]]:
    if settings.booth.scanner is not None:
        yield "booth.scanner", Device.SCANNER, settings.booth.scanner
    if settings.booth.terminal is not None:
        yield "booth.terminal", Device.TERMINAL, settings.booth.terminal
    for n, lane in enumerate(settings.lane, 1):
        for kind, device in devices_of(lane):
            yield f"lane[{n}].{kind.value}", kind, device


def devices_of(lane: LaneAt) -> Iterator[tuple[Device, Any]]:
    """The devices a lane has, with their kind."""
    for kind in Device:
        if (device := getattr(lane, kind.value)) is not None:
            yield kind, device
