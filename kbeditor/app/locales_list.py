"""All languages one may write a help centre in, with their own names, from CLDR's data."""

from dataclasses import dataclass
from functools import cache

from babel import Locale as BabelLocale
from babel import localedata
from langcodes import tag_is_valid

COMMON = (
    "en", "fr", "de", "es", "it", "pt", "pt-BR", "nl", "pl", "sv", "da", "nb", "fi", "cs", "el",
    "ru", "uk", "tr", "ar", "he", "hi", "th", "vi", "id", "ja", "ko", "zh-Hans", "zh-Hant",
)  # fmt: skip
"""Shown first, as most help centres need no others."""


@dataclass(frozen=True, slots=True)
class KnownLocale:
    """A language one may add. `tag` is BCP 47, `direction` "ltr" or "rtl"."""

    tag: str
    name: str  # in its own language
    english: str
    direction: str


@cache
def known_locales() -> tuple[KnownLocale, ...]:
    """Common languages first, then the rest by English name. Takes most of a second, once."""
    found = {}
    for identifier in localedata.locale_identifiers():
        locale = BabelLocale.parse(identifier)
        tag = identifier.replace("_", "-")
        if locale.variant or tag == "root" or not tag_is_valid(tag):
            continue
        english = locale.english_name
        if english:
            name = locale.get_display_name(locale) or english
            found[tag] = KnownLocale(
                tag, name[:1].upper() + name[1:], english, locale.text_direction
            )
    rest = sorted((each for tag, each in found.items() if tag not in COMMON), key=_english)
    return (*(found[tag] for tag in COMMON), *rest)


def _english(locale: KnownLocale) -> str:
    return locale.english
