"""The addresses in a block: of links, pictures and what is embedded, and where they stand."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kbeditor.translation.inline import Token, TokenKind

_ATTRIBUTE = re.compile(r"\s(?:href|src)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++))", re.I)
_PICTURE_TAGS = ("tag:img", "tag:source", "tag:video", "tag:audio")


@dataclass(frozen=True, slots=True)
class Address:
    """An address at `start` to `end` (characters of the block). `token` is the token's index."""

    value: str
    start: int
    end: int
    picture: bool
    token: int


def addresses(tokens: Iterable[Token]) -> Iterator[Address]:
    """All addresses of a block, in order."""
    for index, token in enumerate(tokens):
        what, _, value = token.value.partition(":")
        match what:
            case "link" | "image" if token.kind is TokenKind.CLOSE and value:
                start = token.start + token.raw.index(value, 2)
                yield Address(value, start, start + len(value), what == "image", index)
            case "url" | "embed" if value:
                start = token.start + token.raw.index(value)
                yield Address(value, start, start + len(value), False, index)
            case "tag" if token.kind is not TokenKind.CLOSE:
                for found in _ATTRIBUTE.finditer(token.raw):
                    group = found.lastindex or 0
                    start, end = token.start + found.start(group), token.start + found.end(group)
                    yield Address(found[group], start, end, token.value in _PICTURE_TAGS, index)


class Localised:
    """Tells whether two addresses are the same but for the locale they lead to.

    `https://…/en/start?lang=en` and `https://…/fr/start?lang=fr` are; so are `menu_en.png` and
    `menu_fr.png`.
    """

    def __init__(self, *locales: str) -> None:
        languages = sorted({re.escape(locale.split("-")[0].lower()) for locale in locales})
        tag = rf"(?:{'|'.join(languages)})(?:[-_][a-z0-9]{{2,4}})?"
        self._part = re.compile(
            rf"(?<=/){tag}(?:/|(?=[?#])|$)|(?<=//){tag}\.|[-_.]{tag}(?=\.\w+$|$)|(?<![^/]){tag}(?=\.\w+$)",
            re.I,
        )
        self._query = re.compile(rf"[?&](?:[\w.]*lang(?:uage)?|locale|hl)={tag}(?=[&#]|$)", re.I)

    def key(self, address: str) -> str:
        """The same for all that differ in locale only."""
        return self._part.sub("", self._query.sub("", address)).rstrip("/")
