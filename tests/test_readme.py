"""The README shows what is there: the lanes as the code moves them, files that exist."""

import re

import pytest

from tests.support.readme import README, drawn, redraw, section

TEXT = README.read_text("utf-8")
LINKS = re.findall(r"\]\((?!https?:|#)([^)#]+)", TEXT)


def test_the_lanes_are_drawn_as_the_code_moves_them() -> None:
    assert section(TEXT) == drawn(), "run: make screenshots"


def test_redrawing_changes_nothing_else() -> None:
    stale = TEXT.replace(section(TEXT), "an old drawing\n")
    redrawn = redraw(stale)
    assert section(redrawn) == drawn()
    assert redrawn.replace(drawn(), "an old drawing\n") == stale


@pytest.mark.parametrize("link", LINKS)
def test_every_link_leads_to_a_file(link: str) -> None:
    assert (README.parent / link).exists()


def test_there_are_pictures() -> None:
    assert len([link for link in LINKS if link.endswith(".png")]) >= 6
