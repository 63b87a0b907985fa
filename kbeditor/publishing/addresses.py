"""Addresses of pages: from slugs to paths that are safe, unique, and relative when linked."""

import re
import unicodedata
from collections.abc import Container
from functools import lru_cache
from urllib.parse import quote

from anyascii import anyascii

INDEX = "index.html"
SEARCH_PAGE = "search.html"
NOT_FOUND = "404.html"
OWN_PAGES = (INDEX, SEARCH_PAGE, NOT_FOUND)
"""Pages of our own in each locale's folder; in every folder below there is an index.html."""
OWN_FOLDERS = ("static", "assets")
"""Folders of our own at the site's root."""

_LONGEST = 80
_CUT = 40  # a slug that is cut between words is longer than this
_NOT_IN_SLUGS = re.compile(r"[^\w-]+|_+")
_CLEAN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NUMBER = re.compile(r"-\d+$")
_HYPHENS = re.compile(r"-{2,}")
_DEVICES = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[\d¹²³])", re.I)


def clean_slug(text: str) -> str:
    """A slug that is safe as a file name everywhere; "" when nothing is left of it.

    Letters of all scripts stay; dots, slashes and marks become hyphens. Names that Windows keeps
    for devices get a hyphen behind.
    """
    if _CLEAN.fullmatch(text) and len(text) <= _LONGEST and not _DEVICES.fullmatch(text):
        return text  # most are so already, and there may be 100,000
    slug = _NOT_IN_SLUGS.sub("-", unicodedata.normalize("NFC", text).lower())
    slug = _HYPHENS.sub("-", slug).strip("-")[:_LONGEST].strip("-")
    return f"{slug}-" if _DEVICES.fullmatch(slug) else slug


def slug_of(slug: str, title: str, other: str, *, latin: bool = True) -> str:
    """The slug to use: the one that was set, else one from the title, else `other` (an id).

    `latin`: titles of other scripts are transliterated.
    """
    words = anyascii(title) if latin and not clean_slug(slug) else title
    return clean_slug(slug) or clean_slug(words) or clean_slug(other)


def was_made(slug: str, title: str) -> bool:
    """Whether a slug says no more than its title in Latin letters, cut or numbered perhaps."""
    whole = clean_slug(anyascii(title))
    cut = _NUMBER.sub("", slug)
    return bool(cut) and (cut == whole or (len(cut) > _CUT and whole.startswith(cut)))


def unique(slug: str, taken: Container[str], reserved: Container[str] = ()) -> str:
    """`slug`, or `slug-2`, `slug-3` … when it is taken (compared without case) or reserved."""
    name, number = slug, 1
    while name.casefold() in taken or name in reserved:
        number += 1
        name = f"{slug}-{number}"
    return name


def to_root(address: str) -> str:
    """What leads from a page to the site's root: "" or "../" once per folder."""
    return "../" * address.count("/")


@lru_cache(maxsize=100_000)
def as_url(address: str) -> str:
    """An address of the site as it stands in a link: percent-encoded."""
    return quote(address)


@lru_cache(maxsize=100_000)
def public_url(base_url: str, address: str) -> str:
    """The whole public address of a page; folders without their index.html."""
    path = (
        address.removesuffix(INDEX)
        if address.endswith(f"/{INDEX}") or address == INDEX
        else address
    )
    return f"{base_url}/{as_url(path)}"
