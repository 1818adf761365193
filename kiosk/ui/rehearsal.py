"""Plays a person for rehearsals: taps, types and looks at real windows, told by standard input.

One JSON object a line comes in, one goes out. Nothing listens on a network and nothing here
exists unless the booth was started with `--rehearse`.

    {"do": "tap", "window": "exit-1", "words": "Help"}
    {"do": "type", "window": "attendant", "text": "4K72MX9"}
    {"do": "grab", "window": "entry-1", "path": "out.png"}
    {"do": "ask", "what": "lanes"}        {"do": "advance", "seconds": 3600}        {"do": "quit"}
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, Qt, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from kiosk.ui.attendant.pick import PickRow

READ_BYTES = 65536


class Rehearsal(QObject):
    """Reads commands, acts like fingers would, answers each."""

    def __init__(
        self,
        window: Callable[[str], QWidget],
        advance: Callable[[float], None],
        ask: Callable[[str], Any],
    ) -> None:
        super().__init__()
        self._window = window
        self._advance = advance
        self._ask = ask
        self._pending = b""
        self._notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_input)

    @Slot()
    def _on_input(self) -> None:
        data = os.read(sys.stdin.fileno(), READ_BYTES)
        if not data:
            self._notifier.setEnabled(False)
            QApplication.quit()
            return
        *lines, self._pending = (self._pending + data).split(b"\n")
        for line in lines:
            self._answer(line)

    def _answer(self, line: bytes) -> None:
        try:
            answer = self._obey(json.loads(line))
        except (KeyError, ValueError, LookupError) as trouble:
            answer = {"error": f"{type(trouble).__name__}: {trouble}"}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()

    def _obey(self, order: dict[str, Any]) -> dict[str, Any]:
        match order["do"]:
            case "tap":
                meant = self._find(order, QAbstractButton, PickRow)
                if isinstance(meant, QAbstractButton):
                    meant.click()
                else:
                    QTest.mouseClick(meant, Qt.MouseButton.LeftButton)
                return {"ok": True}
            case "type":
                field = self._find(order, QLineEdit)
                field.setFocus()
                field.clear()
                QTest.keyClicks(field, order["text"])
                QTest.keyClick(field, Qt.Key.Key_Return)
                return {"ok": True, "text": field.text()}
            case "grab":
                QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # else half laid out
                saved = self._window(order["window"]).grab().save(order["path"])
                return {"ok": bool(saved)}
            case "ask":
                return {"ok": True, "answer": self._ask(order["what"])}
            case "advance":
                self._advance(float(order["seconds"]))
                return {"ok": True}
            case "quit":
                QApplication.quit()
                return {"ok": True}
            case other:
                raise LookupError(f"no such order: {other}")

    def _find(self, order: dict[str, Any], *kinds: type[Any]) -> Any:
        """The visible widget whose words begin like the order's: a person looks for words too.

        Of several the last one made: what was opened over the others.
        """
        words = order.get("words", "").casefold()
        window = self._window(order["window"])
        found = [each for kind in kinds for each in window.findChildren(kind)]
        able = [each for each in found if each.isVisible() and each.isEnabled()]
        seen = [each.accessibleName() or getattr(each, "text", str)() for each in able]
        meant = [each for each, said in zip(able, seen, strict=True) if _begins(said, words)]
        if meant:
            return meant[-1]
        raise LookupError(
            f"no {kinds[0].__name__} says {words!r} in {order['window']!r}, only {seen}"
        )


def _begins(said: str, words: str) -> bool:
    return said.casefold().startswith(words)
