"""The Qt binding itself: the one release that aborts Python 3.11 must not come back."""

import sys

import PySide6
import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

CALLS = 500
NOISE = 100


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_python_3_11_never_runs_on_pyside_6_12() -> None:
    assert PySide6.__version_info__[:2] < (6, 12)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_the_binding_does_not_eat_references(qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        button.setEnabled(True)
    assert sys.getrefcount(None) > before - NOISE
