"""The names a settings file may use are the names of the catalogues, no more and no less."""

from __future__ import annotations

from kiosk.boot.models import MODELS, wrong_model
from kiosk.config.load import load
from kiosk.devices.catalogue import BOARDS, PRINTERS, SCANNERS
from kiosk.domain.signals import Device
from kiosk.payments.catalogue import TERMINALS
from tests.support.site import TARIFF_FILE


def test_every_model_of_the_catalogues_is_known_by_name_and_no_other() -> None:
    catalogues = {
        Device.BOARD: BOARDS,
        Device.PRINTER: PRINTERS,
        Device.SCANNER: SCANNERS,
        Device.TERMINAL: TERMINALS,
    }
    names = {kind.value: set(models) for kind, models in catalogues.items()}
    assert {kind: set(models) for kind, models in MODELS.items()} == names


def test_a_wrong_model_is_answered_with_the_right_ones() -> None:
    assert wrong_model("printer", "laser") == "Known printers: escpos, escpos-presenter"
    assert wrong_model("printer", "escpos") is None
    assert wrong_model("board", "escpos") is not None


def test_the_commented_example_names_models_that_exist() -> None:
    assert load(TARIFF_FILE.with_name("site.toml"), wrong_model).lane
