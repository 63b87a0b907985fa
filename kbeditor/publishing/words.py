"""The site's own words in a locale: read from resources/site/words, with plurals and dates."""

import json
import re
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from babel import Locale as BabelLocale
from babel import UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_decimal

LAST_RESORT = "en"

_BLANK = re.compile(r"\{(\w+)\}")

OwnWords = Mapping[str, Mapping[str, str]]
"""Words that a library says otherwise: locale to key to words."""


class Words:
    """The interface words of one locale. `missing`: keys that stand in English."""

    def __init__(self, tag: str, words: Mapping[str, str], missing: frozenset[str]) -> None:
        self.tag = tag
        self.missing = missing
        self._words = words
        self._babel = babel_locale(tag)

    def __getitem__(self, key: str) -> str:
        return self._words[key]

    def say(self, key: str, **blanks: object) -> str:
        """A sentence with its blanks filled."""
        return _filled(self._words[key], blanks)

    def count(self, key: str, number: int) -> str:
        """A counted thing ("3 articles"), in the plural form that the language wants."""
        form = self._words.get(f"{key}.{self._babel.plural_form(number)}")
        pattern = form if form is not None else self._words[f"{key}.other"]
        return _filled(pattern, {"n": format_decimal(number, locale=self._babel)})

    def date(self, iso: str) -> str:
        """A day, written out as the locale does."""
        return _day(iso[:10], self._babel)


def _filled(pattern: str, blanks: Mapping[str, object]) -> str:
    """Not `str.format`: a library's own words must not reach into our objects."""
    return _BLANK.sub(lambda found: str(blanks.get(found[1], found[0])), pattern)


@lru_cache(maxsize=10_000)
def _day(day: str, locale: BabelLocale) -> str:
    return format_date(datetime.fromisoformat(day).date(), format="long", locale=locale)


def babel_locale(tag: str) -> BabelLocale:
    """What Babel knows of a locale or its language; English where it knows neither."""
    for candidate in (tag, tag.split("-")[0]):
        try:
            return BabelLocale.parse(candidate, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return BabelLocale(LAST_RESORT)


def load_words(folder: Path, tag: str, own_words: OwnWords | None = None) -> Words:
    """The words of a locale: its own file's, else its language's, else English, key by key.

    Before all these stand the library's own words, again the locale's and then its language's.
    """
    english = _read(folder / f"{LAST_RESORT}.json")
    words = dict(english)
    own: set[str] = set()
    for name in reversed(_files(tag)):
        found: Mapping[str, str] = _read(folder / f"{name}.json")
        words.update(found)
        own.update(found)
    for name in reversed(_files(tag)):
        found = {key: said for key, said in (own_words or {}).get(name, {}).items() if said}
        words.update(found)
        own.update(found)
    # Languages differ in their plural forms (`articles.few`): only plain keys can be missing.
    missing = frozenset(key for key in english if "." not in key and key not in own)
    return Words(tag, words, missing)


def word_faults(folder: Path, own_words: OwnWords) -> tuple[tuple[str, str, str], ...]:
    """Own words that cannot do what they should: (locale, key, "unknown" or a foreign blank)."""
    english = _read(folder / f"{LAST_RESORT}.json")
    faults: list[tuple[str, str, str]] = []
    for tag, said in own_words.items():
        for key, words in said.items():
            stem = key.split(".")[0]
            pattern = english.get(key) or english.get(f"{stem}.other")
            if pattern is None:
                faults.append((tag, key, "unknown"))
            else:
                foreign = sorted(set(_BLANK.findall(words)) - set(_BLANK.findall(pattern)))
                faults.extend((tag, key, blank) for blank in foreign)
    return tuple(faults)


def _read(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    words: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return words


def _files(tag: str) -> tuple[str, ...]:
    """File names to look for, the most exact first: `pt-BR`, `pt`."""
    parts = tag.split("-")
    return tuple("-".join(parts[:length]) for length in range(len(parts), 0, -1))
