"""The words of the site's own pages in eight languages."""

import json
import re
from pathlib import Path
from string import Formatter

import pytest

from kbeditor.publishing.words import load_words
from kbeditor.shipped import resources

SITE = resources() / "site"
LOCALES = sorted(file.stem for file in (SITE / "words").glob("*.json"))
USED = re.compile(r"""w(?:ords)?(?:\[|\.say\(|\.count\()\s*"([a-z_]+)\"""")

SAID = re.compile(r'"(search_[a-z_]+)"')


def own(tag: str) -> dict[str, str]:
    words: dict[str, str] = json.loads((SITE / "words" / f"{tag}.json").read_text("utf-8"))
    return words


def blanks(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_the_eight_first_languages_are_there() -> None:
    assert LOCALES == ["ar", "de", "en", "es", "fr", "ja", "pt", "zh"]


@pytest.mark.parametrize("tag", LOCALES)
def test_each_language_has_every_word_with_the_same_blanks(tag: str) -> None:
    english, words = own("en"), own(tag)
    assert {key for key in words if "." not in key} == {key for key in english if "." not in key}
    for key, sentence in words.items():
        if "." not in key:
            assert blanks(sentence) == blanks(english[key]), key
        assert sentence.strip() == sentence
        assert sentence


def test_every_word_is_used_and_every_word_used_is_there() -> None:
    sources = [*(SITE / "templates").glob("*.html")]
    package = Path(__file__).resolve().parents[3] / "kbeditor" / "publishing"
    sources += package.glob("*.py")
    used = {key for file in sources for key in USED.findall(file.read_text("utf-8"))}
    # What the search's script says is handed over by name.
    used |= set(SAID.findall((package / "searching.py").read_text("utf-8")))
    assert used == {key.split(".")[0] for key in own("en")}


@pytest.mark.parametrize("tag", LOCALES)
@pytest.mark.parametrize("number", [0, 1, 2, 3, 11, 100, 1_000_000])
def test_counting_has_a_form_for_every_number(tag: str, number: int) -> None:
    counted = load_words(SITE / "words", tag).count("articles", number)
    assert counted
    assert "{" not in counted


def test_plurals_and_dates_follow_the_language() -> None:
    english, french, arabic = (load_words(SITE / "words", tag) for tag in ("en", "fr", "ar"))
    assert english.count("articles", 1) == "1 article"
    assert english.count("articles", 1200) == "1,200 articles"
    assert french.count("articles", 0) == "0 article"
    assert arabic.count("articles", 2) == "مقالتان"
    assert english.date("2026-03-14T09:30:00+00:00") == "March 14, 2026"
    assert french.date("2026-03-14") == "14 mars 2026"


def test_a_region_takes_its_languages_words_and_an_unknown_language_english() -> None:
    assert load_words(SITE / "words", "pt-BR")["next"] == own("pt")["next"]
    assert not load_words(SITE / "words", "pt-BR").missing
    italian = load_words(SITE / "words", "it")
    assert italian["next"] == "Next"
    assert "next" in italian.missing
    assert italian.date("2026-03-14") == "14 marzo 2026"
