"""Sentences in the reader's language: nothing untranslated, every place filled, amounts in form."""

from __future__ import annotations

import string
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kiosk.domain.money import Money
from kiosk.domain.wording import NOTHING, Text
from kiosk.ui.language import CATALOGUES, END_ISOLATE, ISOLATE, TONGUES, Language
from kiosk.ui.translations import places, read, templates, write

ZONE = ZoneInfo("Europe/Bratislava")
MOMENT = datetime(2026, 11, 20, 8, 41, tzinfo=UTC)
FOREIGN = [code for code in TONGUES if code != "en"]


@pytest.fixture(scope="module")
def wanted() -> list[str]:
    return templates()


def test_the_code_is_read_for_templates(wanted: list[str]) -> None:
    assert "Please take your ticket" in wanted
    assert "{length} · since {at}" in wanted


@pytest.mark.parametrize("code", FOREIGN)
def test_every_sentence_is_translated(code: str, wanted: list[str]) -> None:
    finished = read(CATALOGUES / f"boomgate_{code}.ts")
    assert sorted(set(wanted) - finished.keys()) == []


@pytest.mark.parametrize("code", FOREIGN)
def test_no_translation_outlives_its_sentence(code: str, wanted: list[str]) -> None:
    assert sorted(read(CATALOGUES / f"boomgate_{code}.ts").keys() - set(wanted)) == []


@pytest.mark.parametrize("code", FOREIGN)
def test_every_translation_fills_the_same_places(code: str) -> None:
    finished = read(CATALOGUES / f"boomgate_{code}.ts")
    assert [t for t, said in finished.items() if places(t) != places(said)] == []


@pytest.mark.parametrize("code", FOREIGN)
def test_arabic_is_written_in_arabic_and_german_in_latin(code: str) -> None:
    arabic = [
        sentence
        for sentence in read(CATALOGUES / f"boomgate_{code}.ts").values()
        if any("\u0600" <= letter <= "\u06ff" for letter in sentence)
    ]
    assert bool(arabic) is TONGUES[code].right_to_left


def test_a_new_sentence_is_marked_unfinished_and_an_old_one_kept(
    tmp_path: Path,
) -> None:
    catalogue = tmp_path / "boomgate_de.ts"
    assert write(catalogue, "de", ["Full", "New"], {"Full": "Besetzt", "Gone": "Weg"}) == ["New"]
    assert read(catalogue) == {"Full": "Besetzt"}
    assert 'type="unfinished"' in catalogue.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("code", "amount", "said"),
    [
        ("en", Money(360), "€3.60"),
        ("en", Money(-240), "-€2.40"),
        ("de", Money(123_456), "1.234,56\xa0€"),
        ("ar", Money(360), "3.60\xa0€"),
        ("ar", Money(-360), "-3.60\xa0€"),
        ("en", Money(500, "JPY"), "JP¥500"),
        ("de", Money(1250, "KWD"), "1,250\xa0KWD"),
    ],
)
def test_money_is_written_as_the_reader_writes_it(code: str, amount: Money, said: str) -> None:
    assert Language(code, ZONE).money(amount) == said


def test_instants_are_the_facilitys_time_of_day() -> None:
    since = Text("Since {at:moment}").with_values(at=MOMENT)
    assert Language("en", ZONE).say(since) == "Since Fri 20 Nov, 09:41"
    assert Language("de", ZONE).say(since) == "Seit Fr., 20. Nov., 09:41"
    assert Language("de", ZONE).show(MOMENT) == "09:41"


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (timedelta(seconds=59), "0 Min."),
        (timedelta(minutes=59, seconds=59), "59 Min."),
        (timedelta(hours=2, minutes=17), "2 Std. 17 Min."),
        (timedelta(days=3, hours=2, minutes=5), "3 T. 2 Std."),
    ],
)
def test_durations_are_whole_minutes(length: timedelta, said: str) -> None:
    assert Language("de", ZONE).show(length) == said


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (timedelta(hours=3, seconds=20), "3 h"),
        (timedelta(hours=3, minutes=1), "3 h 1 min"),
        (timedelta(days=2, minutes=5), "2 d"),
        (timedelta(0), "0 min"),
    ],
)
def test_nothing_is_said_of_none(length: timedelta, said: str) -> None:
    assert Language("en", ZONE).show(length) == said


def test_arabic_isolates_what_runs_the_other_way() -> None:
    said = Language("ar", ZONE).say(Text("Free: {count}").with_values(count=132))
    assert f"{ISOLATE}132{END_ISOLATE}" in said
    assert ISOLATE not in Language("de", ZONE).say(Text("Free: {count}").with_values(count=132))


def test_an_untranslated_sentence_is_said_in_english() -> None:
    assert Language("de", ZONE).say(Text("Never seen {x}").with_values(x=1)) == "Never seen 1"


def test_no_words_are_no_words() -> None:
    assert Language("ar", ZONE).say(NOTHING) == ""


def test_two_languages_live_side_by_side() -> None:
    take = Text("Please take your ticket")
    german, english = Language("de", ZONE), Language("en", ZONE)
    assert german.say(take) != english.say(take) == take.template


@pytest.mark.parametrize("code", FOREIGN)
def test_values_are_data_and_never_a_template(code: str) -> None:
    said = Language(code, ZONE).say(Text("{lane} calls").with_values(lane="{0.__class__}"))
    assert "{0.__class__}" in said
    assert list(string.Formatter().parse(said))
