"""Finding and replacing in the whole library: what is looked for, where, and what was found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kbeditor.domain.errors import KbError
from kbeditor.domain.records import TextRef

FIELDS = ("title", "summary", "keywords", "body")
"""The parts of a text, in the order in which a reader meets them."""

MOST_PLACES = 100_000
"""So many places are listed at most: what is to be replaced is held in memory."""

LONGEST_QUERY = 2_000
"""Characters of what is looked for."""

Groups = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for, and how.

    `regex`: `words` is a regular expression, whose groups `\\1` or `\\g<name>` bring into what
    takes its place. `protect`: code, addresses and placeholders of bodies are passed over.
    """

    words: str
    case: bool = False
    whole: bool = False
    regex: bool = False
    protect: bool = True


@dataclass(frozen=True, slots=True)
class Scope:
    """Where is looked: no locales: in all; `branch`: the id of the only category, with all below.

    What lies in the trash is never looked at.
    """

    locales: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset(FIELDS)
    articles: bool = True
    categories: bool = True
    branch: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """One hit: characters `start` to `end` of a field (of keyword `part`, counted from 0).

    `line` is the line of a body, from 1. `before` and `after` are what stands around it, in one
    line. `groups`: what the expression's groups held.
    """

    field: str
    part: int
    start: int
    end: int
    line: int
    found: str
    before: str
    after: str
    groups: Groups = ()


@dataclass(frozen=True, slots=True)
class TextPlaces:
    """The hits of one text, in their order, and the version of the text that they stand in."""

    ref: TextRef
    title: str
    mark: int
    path: tuple[str, ...]  # category titles from the top
    version: int
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """All that was found. `more`: there is more than `MOST_PLACES`; `passed`: protected hits.

    `names`: the number of each named group of the expression.
    """

    query: Query
    texts: tuple[TextPlaces, ...]
    count: int
    searched: int
    passed: int
    more: bool
    names: Mapping[str, int]
    group_count: int


@dataclass(frozen=True, slots=True)
class Left:
    """A text that was left as it is: `changed` meanwhile, `gone`, `too_long`, `empty_title`."""

    ref: TextRef
    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class Replaced:
    """How many places in how many texts were replaced, and which texts were left as they are."""

    places: int
    texts: int
    left: tuple[Left, ...]


class Template:
    """What takes the place of a hit."""

    def __init__(
        self,
        new: str,
        *,
        keep_case: bool = False,
        groups: int | None = None,
        names: Mapping[str, int] | None = None,
    ) -> None:
        """`groups`: how many groups the expression has; None: it is none, and `new` is literal.

        Raises KbError `bad_replacement`, which names the place.
        """
        self._keep_case = keep_case
        self._parts: Sequence[str | int] = (
            (new,) if groups is None else tuple(_parts(new, groups, names or {}))
        )

    def fill(self, found: str, groups: Groups, locale: str) -> str:
        """What takes the place of `found`."""
        new = "".join(
            part if isinstance(part, str) else _group(part, found, groups) for part in self._parts
        )
        return like(found, new, locale) if self._keep_case else new


def _group(number: int, found: str, groups: Groups) -> str:
    return found if number == 0 else groups[number - 1] or ""


_ESCAPES = {"n": "\n", "t": "\t", "\\": "\\"}


def _parts(new: str, groups: int, names: Mapping[str, int]) -> list[str | int]:
    """A template's literal pieces and numbers of groups."""
    parts: list[str | int] = []
    at = 0
    while at < len(new):
        sign = new.find("\\", at)
        if sign < 0:
            parts.append(new[at:])
            break
        parts.append(new[at:sign])
        part, at = _escape(new, sign, names)
        if isinstance(part, int) and part > groups:
            raise _no_group(str(part), sign)
        parts.append(part)
    return parts


def _escape(new: str, sign: int, names: Mapping[str, int]) -> tuple[str | int, int]:
    """What a backslash at `sign` stands for, and where to go on."""
    letter = new[sign + 1 : sign + 2]
    if letter in _ESCAPES:
        return _ESCAPES[letter], sign + 2
    if letter.isascii() and letter.isdigit():
        end = sign + 2
        if new[end : end + 1].isascii() and new[end : end + 1].isdigit():
            end += 1
        return int(new[sign + 1 : end]), end
    if letter == "g" and new[sign + 2 : sign + 3] == "<":
        end = new.find(">", sign)
        name = new[sign + 3 : end] if end > 0 else ""
        if name.isascii() and name.isdigit() and len(name) < 4:
            return int(name), end + 1
        if name in names:
            return names[name], end + 1
        raise _no_group(name, sign)
    raise KbError(
        "bad_replacement",
        "Replacement, character {place}: “{escape}” means nothing; "
        "a backslash itself is written twice.",
        place=sign + 1,
        escape=f"\\{letter}",
    )


def _no_group(name: str, at: int) -> KbError:
    return KbError(
        "bad_replacement",
        "Replacement, character {place}: the expression has no group “{group}”.",
        place=at + 1,
        group=name,
    )


def like(found: str, new: str, locale: str) -> str:
    """`new` in the case of `found`: `COLIS`, `Colis` and `colis` give `PAQUET`, `Paquet`, `paquet`.

    Small letters leave capitals within a word (`iPhone`, `PDF`) alone; where `found` has letters of
    both cases in no such order, `new` stays as it is.
    """
    letters = [each for each in found if each.isalpha()]
    if not letters or not new:
        return new
    if len(letters) > 1 and found == _upper(found, locale):
        return _upper(new, locale)
    first = next(index for index, each in enumerate(found) if each.isalpha())
    rest = found[first + 1 :]
    if rest != rest.lower():
        return new
    if found[first] != found[first].lower():
        return _upper(new[0], locale) + new[1:]
    ordinary = len(new) > 1 and new[1:] == new[1:].lower()
    return _lower(new[0], locale) + new[1:] if ordinary else new


_DOTTED = ("tr", "az")


def _upper(text: str, locale: str) -> str:
    return (text.replace("i", "İ") if locale.split("-")[0] in _DOTTED else text).upper()


def _lower(text: str, locale: str) -> str:
    dotted = locale.split("-")[0] in _DOTTED
    return (text.replace("İ", "i").replace("I", "ı") if dotted else text).lower()
