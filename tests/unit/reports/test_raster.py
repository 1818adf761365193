"""Pictures on the wire: no byte of them is a command, and they stay what they are."""

import re

from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops

from kiosk.reports import raster

REAL_TIME = re.compile(rb"\x10[\x04\x05\x14]")
nasty = st.lists(st.sampled_from([0x10, 0x04, 0x05, 0x14, 0x24, 0xFF]), min_size=32, max_size=32)


def picture(ink: bytes) -> Image.Image:
    return Image.frombytes("1", (32, 8), bytes(byte ^ 0xFF for byte in ink))


def ink_of(image: Image.Image) -> bytes:
    return bytes(byte ^ 0xFF for byte in image.tobytes())


@given(nasty.map(bytes))
def test_no_picture_spells_a_real_time_command(ink: bytes) -> None:
    assert not REAL_TIME.search(ink_of(raster.harmless(picture(ink))))


@given(nasty.map(bytes))
def test_at_most_a_dot_is_added_for_each_and_none_is_lost(ink: bytes) -> None:
    before, after = picture(ink), raster.harmless(picture(ink))
    assert ImageChops.logical_and(before, after).tobytes() == after.tobytes()
    changed = sum(a != b for a, b in zip(ink, ink_of(after), strict=True))
    assert changed == len(REAL_TIME.findall(ink))


def test_right_to_left_words_begin_at_the_right_edge() -> None:
    latin = raster.words("Entry", 400, dots=26, bold=False, centre=False)
    arabic = raster.words("دخول", 400, dots=26, bold=False, centre=False)
    middle = raster.words("Entry", 400, dots=26, bold=False, centre=True)
    assert _columns(latin)[0] < 10
    assert _columns(arabic)[1] > 390
    assert abs(sum(_columns(middle)) - 400) < 10


def test_a_right_to_left_label_changes_sides_with_its_value() -> None:
    line = raster.pair("دخول", "12:00", 400, bold=True)
    left, right = line.crop((0, 0, 200, line.height)), line.crop((200, 0, 400, line.height))
    alone = raster.words("12:00", 400, dots=26, bold=True, centre=False)
    assert left.tobytes() == alone.crop((0, 0, 200, line.height)).tobytes()
    assert _columns(right)[1] > 190


def test_a_long_paragraph_takes_more_lines_and_keeps_its_width() -> None:
    short = raster.words("word", 200, dots=26, bold=False, centre=True)
    long = raster.words("word " * 20, 200, dots=26, bold=False, centre=True)
    assert long.width == short.width == 200
    assert long.height > 3 * short.height


def _columns(image: Image.Image) -> tuple[int, int]:
    """The first and the last column with ink."""
    box = ImageChops.invert(image.convert("L")).getbbox()
    assert box is not None
    return box[0], box[2]
