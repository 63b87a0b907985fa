"""Addresses made from titles: plain letters, digits and hyphens, free among their siblings."""

import re
import unicodedata

from anyascii import anyascii

_LONGEST = 80
_RUNS = re.compile(r"[^a-z0-9]+")


def slugify(title: str) -> str:
    """A title as an address part: transliterated, lower case, 80 characters at most, not empty."""
    plain = _RUNS.sub("-", anyascii(unicodedata.normalize("NFC", title)).casefold()).strip("-")
    if len(plain) > _LONGEST:
        plain = plain[:_LONGEST].rpartition("-")[0] or plain[:_LONGEST]
    return plain or "page"


def made_from(slug: str, title: str) -> bool:
    """Whether a slug is the one that `free_slug` makes from a title, numbered or not."""
    base = slugify(title)
    return slug == base or re.fullmatch(re.escape(base) + r"-\d+", slug) is not None


def free_slug(wish: str, title: str, taken: set[str]) -> str:
    """The wished slug (or one made from the title), numbered when a sibling has it."""
    base = slugify(wish or title)
    slug, number = base, 2
    while slug in taken:
        slug, number = f"{base}-{number}", number + 1
    return slug
