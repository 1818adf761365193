"""Opens what a booth stands on: its folder, keys and journal; journals that it started."""

from __future__ import annotations

import hashlib
import os
import pickle
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from importlib import metadata
from pathlib import Path
from typing import IO

from kiosk.config.settings import Settings
from kiosk.config.terms import groups_of, merchants_of
from kiosk.domain.facts import booth, lanes, passes, validations
from kiosk.runtime.clock import Clock
from kiosk.runtime.instance import hold
from kiosk.runtime.keys import own_secret
from kiosk.runtime.site import Say, Site
from kiosk.runtime.watch import HEARTBEAT, gap_seconds, note_step
from kiosk.store.price_lists import STANDARD
from kiosk.store.store import Store
from kiosk.store.unit import Transaction
from kiosk.tariff.catalogue import load_tariff
from kiosk.wire.ticket import Keyring, Signer, key_id_of

TARIFF_FILE = "tariff.file"
"""The local value under which the digest of the settings' tariff file is kept."""


@dataclass(slots=True)
class Services:
    """One booth's folder, open. `lock` is held until `close`."""

    folder: Path
    site: Site
    pepper: bytes
    lock: IO[str]

    def close(self) -> None:
        """Close the journal and let the folder go."""
        self.site.store.close()
        self.lock.close()


def open_services(
    settings: Settings,
    beside: Path,
    clock: Clock,
    wire_monotonic: Callable[[], float],
    say: Say,
) -> Services:
    """Open the booth's data folder (relative ones stand beside the settings file).

    Raises `AlreadyRunning`, `StoreTrouble` or `TariffErrors`; each says what to do.
    """
    folder = beside / settings.booth.data
    rules = (beside / settings.tariff).read_text("utf-8")
    load_tariff(rules)
    lock = hold(folder)
    _keep_printers(folder / "cache")
    store = Store.open(
        folder / "booth.db",
        facility_id=settings.facility.id,
        origin=settings.booth.id,
        currency=settings.facility.currency,
        ids=clock.new_id,
    )
    signer = _signer(folder)
    site = Site(settings, clock, store, signer, Keyring({}), say, wire_monotonic)
    with store.write() as unit:
        _say_started(site, unit, rules)
        keys = {each.key_id: bytes.fromhex(each.public_key) for each in unit.keys.all()}
    site.keyring = Keyring(keys)
    return Services(folder, site, own_secret(folder / "pepper"), lock)


def _keep_printers(cache: Path) -> None:
    """Say where python-escpos keeps its printers: it un-pickles them, so only we may write there.

    It would never print again after a power cut in the second in which it first writes them down:
    what cannot be read goes, and is written anew.
    """
    cache.mkdir(exist_ok=True)
    for kept in cache.glob("*.pickle"):
        try:
            pickle.loads(kept.read_bytes())  # noqa: S301 - nobody else writes there
        except Exception:  # noqa: BLE001 - half a pickle raises anything at all
            kept.unlink()
    os.environ.setdefault("ESCPOS_CAPABILITIES_PICKLE_DIR", str(cache))


def _signer(folder: Path) -> Signer:
    seed = own_secret(folder / "signing.key")
    return Signer(seed, key_id_of(Signer(seed, 0).public_key))


def _say_started(site: Site, unit: Transaction, rules: str) -> None:
    """Journal the start and whatever changed in the settings since the last one."""
    settings, here = site.settings, site.here()
    heartbeat, now = unit.local.get(HEARTBEAT), site.clock.now()
    gap = gap_seconds(heartbeat, now)
    version = metadata.version("boomgate") if _installed() else "source"
    unit.record(booth.BoothStarted(version, gap, sqlite3.sqlite_version), here)
    if heartbeat is not None and (last := datetime.fromisoformat(heartbeat)) > now:
        note_step(unit, site, -int((last - now).total_seconds() * 1000))
    public_key = site.signer.public_key.hex()
    if all(each.public_key != public_key for each in unit.keys.all()):
        unit.record(booth.KeyPublished(site.signer.key_id, public_key), here)
    if unit.sessions.spaces() != settings.facility.spaces:
        unit.record(booth.CapacitySet(settings.facility.spaces), here)
    for lane in settings.lane:
        known = unit.lanes.state(lane.id)
        if (known.kind, known.number, known.name) != (lane.kind, lane.number, lane.name):
            there = replace(here, lane_id=lane.id)
            unit.record(lanes.LaneInstalled(lane.kind, lane.number, lane.name), there)
    _say_terms(site, unit)
    _publish_file(site, unit, rules)


def _say_terms(site: Site, unit: Transaction) -> None:
    """Journal shops and groups of passes that the file says otherwise than at the last start.

    What came from elsewhere since then is newer than the file and stays, as with the tariff.
    """
    for merchant in merchants_of(site.settings):
        new = _says_new(unit, f"merchant.file.{merchant.merchant_id}", merchant)
        if new and unit.validations.merchant(merchant.merchant_id) != merchant:
            unit.record(validations.MerchantSet(merchant), site.here())
    for group in groups_of(site.settings):
        new = _says_new(unit, f"pass_group.file.{group.group_id}", group)
        if new and unit.passes.group(group.group_id) != group:
            unit.record(passes.PassGroupSet(group), site.here())


def _says_new(unit: Transaction, name: str, said: object) -> bool:
    """Whether the file says this for the first time since it last said something else."""
    digest = hashlib.sha256(repr(said).encode()).hexdigest()
    known = unit.local.get(name)
    unit.local.set(name, digest)
    return known != digest


def _publish_file(site: Site, unit: Transaction, rules: str) -> None:
    """Publish the settings' tariff file if it is another than at the last start.

    A version that came from elsewhere since then, from the attendant's window or the centre, is
    newer than the file and stays in force.
    """
    digest = hashlib.sha256(rules.encode()).hexdigest()
    try:
        _, latest = unit.tariffs.latest(STANDARD)
        known = unit.local.get(TARIFF_FILE)
        same = unit.tariffs.rules(STANDARD, latest) == rules
        changed = not same and known != digest
    except LookupError:
        latest, changed = 0, True
    if changed:
        unit.record(booth.TariffPublished(STANDARD, latest + 1, rules), site.here())
    unit.local.set(TARIFF_FILE, digest)


def _installed() -> bool:
    try:
        metadata.version("boomgate")
    except metadata.PackageNotFoundError:
        return False
    return True
