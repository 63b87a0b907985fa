"""Whether a file's language is the one that is wanted, and how it is written."""

from collections.abc import Iterable
from functools import cache

import langcodes
from babel.core import Locale, UnknownLocaleError
from langcodes.tag_parser import LanguageTagError

_FARTHEST = 9
"""Of CLDR's distances: another region of the language (fr-FR, fr-CA) is nearer, other languages
are farther. Another script (zh-Hans, zh-Hant; sr-Cyrl, sr-Latn) never fits."""


def best_fit(wanted: str, tags: Iterable[str]) -> str | None:
    """Of a file's language tags the one that fits a locale best, as it is spelled; None: none."""
    distances = [(distance(wanted, tag), tag) for tag in tags]
    nearest = min(distances, default=(_FARTHEST + 1, ""), key=lambda each: each[0])
    return nearest[1] if nearest[0] <= _FARTHEST else None


@cache
def distance(wanted: str, tag: str) -> int:
    """How far a tag is from a locale: 0 the same, whatever its case; over 9: another language."""
    wanted, tag = (each.strip().replace("_", "-").lower() for each in (wanted, tag))
    if wanted == tag:
        return 0
    try:
        if _script(wanted) != _script(tag):
            return _FARTHEST + 1
        # One more, so that nothing comes before the very same tag.
        return langcodes.tag_distance(wanted, tag) + 1
    except (LanguageTagError, ValueError):
        return _FARTHEST + 1


def _script(tag: str) -> str | None:
    return langcodes.Language.get(tag).maximize().script


def is_right_to_left(tag: str) -> bool:
    """Whether a locale is written from right to left."""
    try:
        return Locale.parse(tag, sep="-").text_direction == "rtl"
    except (UnknownLocaleError, ValueError):
        return False
