"""Every machine word the engines can say has a sentence."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from kiosk.devices.messages import Fault, PrinterFault
from kiosk.domain.ticket import Refusal
from kiosk.lane import state
from kiosk.views.wording import ADVICE, CAUSES, FAULTS, cause_text, fault_text, refusal_text

LANE = Path(state.__file__).parent
SPEAKERS = {"ring", "OutOfService", "Waiting"}


def _causes_in(path: Path) -> set[str]:
    """The literal causes of calls, waits and stops in one engine module."""
    words: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            if name in SPEAKERS:
                words |= {
                    argument.value
                    for argument in node.args
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
                }
    return words


def test_every_cause_of_the_engines_is_worded() -> None:
    said = set().union(*(_causes_in(path) for path in LANE.glob("*.py")))
    assert {"help", "unsettled", "boom_stuck"} <= said
    assert said <= CAUSES.keys()


def test_every_refusal_is_worded() -> None:
    assert ADVICE.keys() == set(Refusal)
    assert refusal_text(Refusal.VOID).template == "This ticket was cancelled"


@pytest.mark.parametrize("fault", [*Fault, *PrinterFault])
def test_every_fault_is_worded(fault: Fault | PrinterFault) -> None:
    assert fault.value in FAULTS


def test_a_word_nobody_worded_is_shown_as_it_is() -> None:
    assert cause_text("sky_fell").values == (("word", "sky fell"),)
    assert fault_text("on_fire").values == (("word", "on fire"),)
