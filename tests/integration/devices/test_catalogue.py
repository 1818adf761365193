"""Every model of the catalogue, against its own simulated other end."""

import time
from pathlib import Path
from typing import Any

import pytest

from kiosk.devices.catalogue import BOARDS, PRINTERS, SCANNERS, Installation, Model
from kiosk.devices.messages import Online
from tests.integration.devices.rig import connect

MODELS: dict[str, Model[Any, Any]] = {**BOARDS, **PRINTERS, **SCANNERS}


@pytest.mark.parametrize("name", MODELS)
def test_a_models_codec_and_its_simulated_device_understand_each_other(
    name: str, tmp_path: Path
) -> None:
    at = Installation(baud=115200, unit=7)
    device = MODELS[name].simulated(tmp_path / name, time.monotonic, at)
    device.port.start()
    link, reports = connect(tmp_path / name, MODELS[name].codec(name, at), device=name)
    link.start()
    reports.wait_for(Online(name))
    link.stop()
    device.port.stop()


def test_no_two_models_share_a_name() -> None:
    assert len(MODELS) == len(BOARDS) + len(PRINTERS) + len(SCANNERS)
