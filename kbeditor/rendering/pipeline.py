"""The one renderer: Markdown text in, safe HTML with contents, links and warnings out."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

from kbeditor.domain.errors import KbError
from kbeditor.domain.rendered import (
    ID_PREFIX,
    Block,
    Heading,
    Link,
    Preview,
    RenderContext,
    Rendered,
    RenderWarning,
)
from kbeditor.domain.words import count_words
from kbeditor.rendering.assembly import (
    FOOTNOTE_MARK,
    contents_html,
    headings_of,
    key_of,
    links_of,
    plain_of,
    with_ids,
)
from kbeditor.rendering.engine import Definitions, Engine
from kbeditor.rendering.inline import footnote_key
from kbeditor.rendering.lines import ABBREVIATION, FOOTNOTE, REFERENCE, indent_of
from kbeditor.rendering.scanner import Scanner

RENDERER_VERSION = 1
"""Raised whenever the same text gives other HTML: stored HTML of older versions is made anew."""

MAX_BYTES = 2_000_000
MAX_LINE = 200_000
_CACHED_BLOCKS = 20_000
_CONTROL = {code: None for code in range(32) if code not in (9, 10, 13)} | {127: None}


@dataclass(frozen=True, slots=True)
class _Piece:
    """A rendered block; lines in `links` and `warnings` count from the block's first, 0-based."""

    html: str
    key: str
    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    warnings: tuple[RenderWarning, ...]
    footnotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Source:
    """The lines of one block of a text. `kind` is the scanner's."""

    kind: str
    line: int
    lines: Sequence[str]


class Renderer:
    """Renders texts; blocks seen lately are taken from a cache. Not for several threads at once."""

    def __init__(self) -> None:
        self._engine = Engine()
        self._cache: OrderedDict[tuple[str, str, Definitions], _Piece] = OrderedDict()

    def render(self, text: str, context: RenderContext) -> Rendered:
        """The whole page. KbError "text_too_large" or "line_too_long" beyond the limits."""
        preview = self.preview(text, context)
        html = "".join(block.html for block in preview.blocks)
        return Rendered(
            html=html,
            toc=preview.toc,
            links=preview.links,
            warnings=preview.warnings,
            words=count_words(text),
            plain=plain_of(html),
        )

    def preview(self, text: str, context: RenderContext) -> Preview:
        """The page in blocks whose HTML joined is `render`'s; only blocks not seen are rendered."""
        check_limits(text)
        sources, definitions, notes = split_text(text)
        self._engine.define(definitions)
        return _Page(
            [
                (source, self._piece(source.lines, context.locale, definitions))
                for source in sources
            ],
            {
                name: (source, self._piece(source.lines, context.locale, definitions))
                for name, source in notes.items()
            },
            context.locale,
        ).preview()

    def _piece(self, lines: Sequence[str], locale: str, definitions: Definitions) -> _Piece:
        key = ("\n".join(lines), locale, definitions)
        piece = self._cache.get(key)
        if piece is not None:
            self._cache.move_to_end(key)
            return piece
        converted = self._engine.convert(lines, locale)
        html = converted.html + "\n" if converted.html else ""
        links, link_warnings = links_of(html, lines)
        piece = _Piece(
            html=html,
            key=key_of(html),
            headings=headings_of(html),
            links=links,
            warnings=(
                *(RenderWarning(code, line, details) for code, line, details in converted.warnings),
                *link_warnings,
            ),
            footnotes=tuple(found[1] for found in FOOTNOTE_MARK.finditer(html)),
        )
        self._cache[key] = piece
        if len(self._cache) > _CACHED_BLOCKS:
            self._cache.popitem(last=False)
        return piece


class _Page:
    """What needs the whole page, settled in reading order."""

    def __init__(
        self,
        parts: Sequence[tuple[_Source, _Piece]],
        notes: dict[str, tuple[_Source, _Piece]],
        locale: str,
    ) -> None:
        self._parts = parts
        self._notes = {footnote_key(name): note for name, note in notes.items()}
        self._locale = locale
        self._toc: list[Heading] = []
        self._links: list[Link] = []
        self._warnings: list[RenderWarning] = []
        self._ids: set[str] = set()
        self._numbers: dict[str, int] = {}
        self._marks: dict[str, int] = {}

    def preview(self) -> Preview:
        blocks: list[Block] = []
        contents_at: list[int] = []
        for source, piece in self._parts:
            if source.kind == "contents":
                contents_at.append(len(blocks))
                blocks.append(Block(source.line, "", ""))
                continue
            html = self._settled(piece, source.line, source.lines)
            if html:
                key = piece.key if html is piece.html else key_of(html)
                blocks.append(Block(source.line, key, html))
        if self._numbers:
            html = self._footnotes()
            blocks.append(Block(self._notes_line(), key_of(html), html))
        for index in contents_at:
            html = contents_html(self._toc)
            html = html + "\n" if html else ""
            blocks[index] = Block(blocks[index].line, key_of(html), html)
        return Preview(
            blocks=tuple(block for block in blocks if block.html),
            toc=tuple(self._toc),
            links=tuple(self._links),
            warnings=tuple(sorted(self._warnings, key=lambda warning: warning.line)),
        )

    def _settled(self, piece: _Piece, line: int, lines: Sequence[str]) -> str:
        """The piece's HTML with ids and numbers that hold for the whole page."""
        html = piece.html
        self._links.extend(
            Link(link.target, link.line + line, link.kind, link.fragment) for link in piece.links
        )
        self._warnings.extend(
            RenderWarning(warning.code, warning.line + line, warning.details)
            for warning in piece.warnings
        )
        if piece.headings:
            headings = [self._heading(heading, line, lines) for heading in piece.headings]
            if any(new is not old for new, old in zip(headings, piece.headings, strict=True)):
                html = with_ids(html, [heading.id for heading in headings])
        if piece.footnotes:
            html = FOOTNOTE_MARK.sub(lambda found: self._mark(found[1]), html)
        return html

    def _heading(self, heading: Heading, line: int, lines: Sequence[str]) -> Heading:
        if self._toc and heading.level > self._toc[-1].level + 1:
            details = (("from", str(self._toc[-1].level)), ("to", str(heading.level)))
            self._warnings.append(RenderWarning("heading_jump", line, details))
        unique = heading.id
        number = 0
        while unique in self._ids:
            number += 1
            unique = f"{heading.id}-{number}"
        self._ids.add(unique)
        if unique != heading.id:
            # Headings of the same words are common; only an id given twice is a mistake.
            name = heading.id.removeprefix(ID_PREFIX)
            if any("{" in text and f"#{name}" in text for text in lines):
                self._warnings.append(RenderWarning("duplicate_id", line, (("id", name),)))
            heading = Heading(heading.level, unique, heading.text)
        if heading.text:
            self._toc.append(heading)
        return heading

    def _mark(self, key: str) -> str:
        number = self._numbers.setdefault(key, len(self._numbers) + 1)
        count = self._marks[key] = self._marks.get(key, 0) + 1
        return (
            f'<sup class="footnote-ref" id="{_mark_id(key, count)}">'
            f'<a href="#{ID_PREFIX}fn:{key}">{number}</a></sup>'
        )

    def _footnotes(self) -> str:
        """The list of notes; a note may refer to further ones, which then follow it."""
        items: list[str] = []
        done = 0
        while done < len(self._numbers):
            key = list(self._numbers)[done]
            done += 1
            source, piece = self._notes[key]
            items.append(self._settled(piece, source.line, source.lines).rstrip("\n"))
        parts = ['<section class="footnotes"><ol>\n']
        for key, html in zip(self._numbers, items, strict=True):
            back = "".join(
                f' <a href="#{_mark_id(key, count)}" class="footnote-back">\u21a9</a>'
                for count in range(1, self._marks[key] + 1)
            )
            inside = f"{html[:-4]}{back}</p>" if html.endswith("</p>") else html + back
            parts.append(f'<li id="{ID_PREFIX}fn:{key}">{inside}</li>\n')
        return "".join([*parts, "</ol></section>\n"])

    def _notes_line(self) -> int:
        return min(self._notes[key][0].line for key in self._numbers)


def _mark_id(key: str, count: int) -> str:
    return f"{ID_PREFIX}fnref:{key}" + (f".{count}" if count > 1 else "")


def check_limits(text: str) -> None:
    """KbError when a text is larger than rendering can promise to be quick for."""
    if len(text) > MAX_BYTES or len(text.encode("utf-8", "replace")) > MAX_BYTES:
        raise KbError(
            "text_too_large",
            "This text is larger than {limit} MB. Split it into several articles.",
            limit=MAX_BYTES // 1_000_000,
        )
    if len(text) > MAX_LINE:
        for number, line in enumerate(text.split("\n"), 1):
            if len(line) > MAX_LINE:
                raise KbError(
                    "line_too_long",
                    "Line {line} is longer than {limit} characters. Break it into shorter lines.",
                    line=number,
                    limit=MAX_LINE,
                )


def normalised(text: str) -> str:
    """One kind of line end, spaces for tabs, no control characters and no lone surrogates."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROL)
    if "\t" in text:
        text = text.expandtabs(4)
    return text.encode("utf-8", "replace").decode("utf-8")


def split_text(text: str) -> tuple[list[_Source], Definitions, dict[str, _Source]]:
    """The blocks of a text, what it defines, and its footnotes by name."""
    lines = normalised(text).split("\n")
    sources: list[_Source] = []
    references: list[tuple[str, str, str]] = []
    abbreviations: list[tuple[str, str]] = []
    notes: dict[str, _Source] = {}
    for span in Scanner(lines, top=True).spans():
        part = lines[span.start : span.end]
        if span.kind == "reference":
            found = REFERENCE.match(part[0])
            assert found is not None
            references.append((found[1], found[2], found[3] or found[4] or found[5] or ""))
        elif span.kind == "abbreviation":
            found = ABBREVIATION.match(part[0])
            assert found is not None
            abbreviations.append((found[1], found[2]))
        elif span.kind == "footnote":
            found = FOOTNOTE.match(part[0])
            assert found is not None
            body = [part[0][found.end() :], *(line[min(4, indent_of(line)) :] for line in part[1:])]
            notes.setdefault(found[1], _Source("footnote", span.start + 1, body))
        elif span.kind != "comment":
            sources.append(_Source(span.kind, span.start + 1, part))
    definitions = Definitions(tuple(references), tuple(abbreviations), tuple(notes))
    return sources, definitions, notes
