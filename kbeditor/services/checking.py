"""Checks over the whole library: each a function over one consistent reading of it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kbeditor.domain.finding import Finding
from kbeditor.domain.progress import Progress, Silent
from kbeditor.domain.records import Kind, Ref, Text
from kbeditor.domain.rendered import ID_PREFIX
from kbeditor.domain.source import LibrarySource
from kbeditor.rendering.pipeline import RENDERER_VERSION
from kbeditor.services.base import Service
from kbeditor.storage.reading import StoredSource

_FENCE = re.compile(r"^[ >]*(`{3,}|~{3,})")
_COMMENT = re.compile(r"<!--.*?-->")
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")
_TARGET = re.compile(
    r"(?P<picture>!)?\[(?P<label>(?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*<?(?P<address>[^\s)>]+)"
    r"|^ {0,3}\[(?!\^)[^\[\]]+\]:\s*<?(?P<defined>[^\s>]+)>?\s*(?=$|[\"'(])"
    r"|<(?P<tag>img|a)\b[^>]*?\b(?:src|href)\s*=\s*[\"'](?P<attribute>[^\"']+)"
)
_ELSEWHERE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//|#)", re.I)


@dataclass(frozen=True, slots=True)
class FoundLink:
    """A link or picture in a working body; `line` counts from 1."""

    owner: Ref
    locale: str
    title: str
    address: str
    picture: bool
    line: int


@dataclass(frozen=True, slots=True)
class Inspected:
    """What the checks look at."""

    source: LibrarySource
    parents: dict[Ref, str | None]
    texts: dict[
        tuple[str, str], tuple[int, str | None]
    ]  # (owner, locale) -> text id, live revision
    links: tuple[FoundLink, ...]
    attachments: frozenset[str]


Check = Callable[[Inspected], Iterator[Finding]]


class Checking(Service):
    """Runs every check of `CHECKS`."""

    def run(self, progress: Progress | None = None) -> tuple[Finding, ...]:
        """All findings, check after check."""
        progress = progress or Silent()
        found: list[Finding] = []
        with StoredSource(self._store.reading(), RENDERER_VERSION) as source:
            inspected = _inspect(source, progress)
            for done, check in enumerate(CHECKS):
                progress.step("checking", done, len(CHECKS))
                found += check(inspected)
        return tuple(found)


def _inspect(source: LibrarySource, progress: Progress) -> Inspected:
    parents: dict[Ref, str | None] = {
        Ref(Kind.CATEGORY, each.id): each.parent_id for each in source.categories()
    }
    parents |= {Ref(Kind.ARTICLE, each.id): each.category_id for each in source.articles()}
    texts: dict[tuple[str, str], tuple[int, str | None]] = {}
    links: list[FoundLink] = []
    for done, text in enumerate(source.texts()):
        if done % 500 == 0:
            progress.step("checking_links", done, 0)
        texts[text.owner.id, text.locale] = text.id, text.published
        links += _links(text)
    attachments = frozenset(each.id for each in source.attachments())
    return Inspected(source, parents, texts, tuple(links), attachments)


def _links(text: Text) -> Iterator[FoundLink]:
    for number, line in _prose(text.body):
        if "](" in line or "]:" in line or "<" in line:
            for address, picture in _targets(line):
                yield FoundLink(text.owner, text.locale, text.title, address, picture, number)


def _targets(line: str) -> Iterator[tuple[str, bool]]:
    """(address, whether it is a picture's) of each link in a line."""
    for found in _TARGET.finditer(line):
        address = found["address"] or found["defined"] or found["attribute"]
        yield address, found["picture"] is not None or found["tag"] == "img"
        if found["label"] and "](" in found["label"]:
            yield from _targets(found["label"])  # a picture that is a link


def _prose(body: str) -> Iterator[tuple[int, str]]:
    """Lines (from 1) without fenced code, code spans and comments."""
    fence, in_comment = "", False
    for number, line in enumerate(body.split("\n"), 1):
        if in_comment:
            _, end, line = line.partition("-->")
            in_comment = not end
        mark = _FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence) and not line[mark.end() :].strip():
                fence = ""
        elif mark:
            fence = mark[1]
        else:
            line = _COMMENT.sub("", _CODE.sub("", line))
            line, begins, _ = line.partition("<!--")
            in_comment = in_comment or bool(begins)
            yield number, line


def broken_links(seen: Inspected) -> Iterator[Finding]:
    """Links to articles, headings or files that are not there."""
    known = {ref.id for ref in seen.parents} | seen.attachments
    headings: list[tuple[FoundLink, str, str]] = []
    for link in seen.links:
        if link.picture:
            continue
        if link.address.startswith("kb:"):
            target, _, fragment = link.address[3:].partition("#")
            if target not in known:
                yield _finding("broken_link", link)
            elif fragment:
                headings.append((link, target, fragment))
        elif not _ELSEWHERE.match(link.address):
            yield _finding("broken_link", link)
    yield from _missing_headings(seen, headings)


def _missing_headings(
    seen: Inspected, links: list[tuple[FoundLink, str, str]]
) -> Iterator[Finding]:
    live = {
        (target, link.locale): found[0]
        for link, target, _ in links
        if (found := seen.texts.get((target, link.locale))) and found[1] is not None
    }
    pages = {
        text_id: page.rendered.html
        for text_id, page in seen.source.pages([(each, True) for each in set(live.values())])
        if page.rendered is not None
    }
    for link, target, fragment in links:
        html = pages.get(live.get((target, link.locale), 0))
        if html is not None and f'id="{ID_PREFIX}{fragment}"' not in html:
            yield _finding("missing_heading", link)


def missing_pictures(seen: Inspected) -> Iterator[Finding]:
    """Pictures that are not in the library."""
    for link in seen.links:
        if not link.picture:
            continue
        if link.address.startswith("kb:"):
            if link.address[3:].partition("#")[0] not in seen.attachments:
                yield _finding("missing_picture", link)
        elif not _ELSEWHERE.match(link.address):
            yield _finding("missing_picture", link)


def untranslated_categories(seen: Inspected) -> Iterator[Finding]:
    """Categories without a name in a locale that has published articles below them."""
    needed: dict[tuple[str, str], None] = {}
    for (owner, locale), (_, live) in seen.texts.items():
        ref = Ref(Kind.ARTICLE, owner)
        if live is None or ref not in seen.parents:
            continue
        parent = seen.parents[ref]
        while parent is not None and (parent, locale) not in needed:
            needed[parent, locale] = None
            parent = seen.parents.get(Ref(Kind.CATEGORY, parent))
    names = _source_titles(seen)
    for category, locale in needed:
        if (category, locale) not in seen.texts:
            yield Finding(
                "untranslated_category",
                Ref(Kind.CATEGORY, category),
                locale,
                names.get(category, category),
                0,
                locale,
            )


def duplicate_slugs(seen: Inspected) -> Iterator[Finding]:
    """Two pages of a locale with one address (only another program can have written that)."""
    taken: dict[tuple[str, str | None, str], str] = {}
    for head in seen.source.heads():
        place = head.locale, seen.parents[head.owner], head.slug.casefold()
        if place in taken:
            yield Finding("duplicate_slug", head.owner, head.locale, head.title, 0, head.slug)
        taken[place] = head.title


CHECKS: tuple[Check, ...] = (
    broken_links,
    missing_pictures,
    untranslated_categories,
    duplicate_slugs,
)


def _source_titles(seen: Inspected) -> dict[str, str]:
    source = seen.source.library().source_locale
    return {head.owner.id: head.title for head in seen.source.heads() if head.locale == source}


def _finding(code: str, link: FoundLink) -> Finding:
    return Finding(code, link.owner, link.locale, link.title, link.line, link.address)
