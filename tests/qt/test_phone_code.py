"""The code a driver's own phone must read off our screen, read by a foreign reader."""

from __future__ import annotations

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.ui.screenshots import PANELS, Panel, driver_window
from kiosk.ui.theme import CONTRAST, DAY, NIGHT, Palette
from kiosk.views.samples import DRIVER, UPI_TEXT

LEAST_MM = 34.0
"""Phones read a code of this side at arm's length."""


def shown(qtbot: QtBot, panel: Panel, palette: Palette) -> Image.Image:
    window = driver_window(panel, "en", palette)
    qtbot.addWidget(window)
    window.render_view(DRIVER["exit-paying-upi"])
    QApplication.processEvents()
    code = window.message.phone_code
    assert min(code.width(), code.height()) >= LEAST_MM * panel.px_per_mm
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    return Image.frombuffer(
        "RGB",
        (image.width(), image.height()),
        bytes(image.constBits()),
        "raw",
        "RGB",
        image.bytesPerLine(),
        1,
    )


@pytest.mark.parametrize("palette", [DAY, NIGHT, CONTRAST], ids=["day", "night", "contrast"])
@pytest.mark.parametrize("panel", PANELS, ids=lambda panel: panel.name)
def test_a_phone_reads_the_payment_off_every_screen(
    qtbot: QtBot, panel: Panel, palette: Palette
) -> None:
    (found,) = zxingcpp.read_barcodes(shown(qtbot, panel, palette))
    assert found.text == UPI_TEXT
