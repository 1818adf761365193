"""Letters in the order and the shapes in which they are drawn."""

import pytest

from kiosk.reports.lettering import (
    FACES,
    directed,
    face_path,
    is_right_to_left,
    needs_drawing,
    runs,
    visual,
)

LATIN, WIDE, ARABIC = FACES


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("bold", [False, True])
def test_every_face_is_bundled_with_its_licence(face: str, bold: bool) -> None:
    assert face_path(face, bold).read_bytes()[:4] == b"\x00\x01\x00\x00"
    licence = face_path(face, bold).with_name(f"{face}-OFL.txt")
    assert "SIL Open Font License" in licence.read_text()


@pytest.mark.parametrize(
    ("text", "reads_from_the_right"),
    [("Entry 1", False), ("دخول 1", True), ("12 دخول", True), ("12:00", False), ("שלום", True)],
)
def test_the_first_letter_with_a_direction_decides(text: str, reads_from_the_right: bool) -> None:
    assert is_right_to_left(text) is reads_from_the_right


@pytest.mark.parametrize(
    ("text", "reads_from_the_right"),
    [
        ("\u2068Kino Lux\u2069: \u2068120\u2069 دقيقة", True),
        ("\u2068دخول\u2069 is free", False),
        ("\u2068Kino Lux\u2069", False),
        ("\u2068دخول\u2069", True),
        ("\u2068\u2068Kino\u2069 Lux\u2069 دقيقة", True),
        ("\u2069\u2069Kino دقيقة", False),
    ],
)
def test_a_name_put_in_between_has_no_say(text: str, reads_from_the_right: bool) -> None:
    assert is_right_to_left(text) is reads_from_the_right


def test_a_line_of_a_paragraph_reads_from_the_side_the_paragraph_does() -> None:
    paragraph = "دخول Kino Lux: 120 دقيقة"
    rest = "Lux: 120 سلام"
    assert visual(directed(rest, paragraph)) == "\ufee1\ufefc\ufeb3 Lux: 120"
    assert visual(directed(rest, "Kino")) == "Lux: 120 \ufee1\ufefc\ufeb3"
    assert directed("", paragraph) == ""


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("Straße 4,50 €", False),
        ("دخول", True),
        ("שלום", True),
        ("e\u0301", True),
        ("Москва", False),
    ],
)
def test_scripts_that_join_or_turn_are_drawn(text: str, drawn: bool) -> None:
    assert needs_drawing(text) is drawn


def test_arabic_is_joined_and_turned_and_numbers_keep_their_order() -> None:
    assert visual("سلام 42") == "42 \ufee1\ufefc\ufeb3"


def test_direction_marks_are_obeyed_and_not_drawn() -> None:
    assert visual("\u2066B-AB 12\u2069") == "B-AB 12"


def test_a_line_is_cut_where_the_font_changes() -> None:
    assert runs("Tor Ж \ufee1") == [
        (LATIN, "Tor "),
        (WIDE, "Ж"),
        (LATIN, " "),
        (ARABIC, "\ufee1"),
    ]
