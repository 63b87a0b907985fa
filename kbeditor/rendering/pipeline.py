"""The one renderer: Markdown text in, safe HTML with contents, links and warnings out."""

import re
from collections import OrderedDict
from collections.abc import Sequence

from kbeditor.domain.errors import KbError
from kbeditor.domain.rendered import (
    Preview,
    RenderContext,
    Rendered,
    RenderWarning,
)
from kbeditor.domain.words import count_words
from kbeditor.rendering.assembly import (
    FOOTNOTE_MARK,
    headings_of,
    key_of,
    links_of,
    plain_of,
)
from kbeditor.rendering.engine import Definitions, Engine
from kbeditor.rendering.lines import ABBREVIATION, FOOTNOTE, REFERENCE, indent_of
from kbeditor.rendering.page import Page, Piece, Source
from kbeditor.rendering.scanner import Scanner

RENDERER_VERSION = 3
"""Raised whenever the same text gives other HTML: stored HTML of older versions is made anew."""

MAX_BYTES = 2_000_000
MAX_LINE = 200_000
_LONGEST_ABBREVIATION = 1_000
"""Characters: it stands in the page wherever its letters do."""
_CACHED_BLOCKS = 20_000
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class Renderer:
    """Renders texts; blocks seen lately are taken from a cache. Not for several threads at once."""

    def __init__(self) -> None:
        self._engine = Engine()
        self._cache: OrderedDict[tuple[str, str, Definitions], Piece] = OrderedDict()

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
        return Page(
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

    def _piece(self, lines: Sequence[str], locale: str, definitions: Definitions) -> Piece:
        key = ("\n".join(lines), locale, definitions)
        piece = self._cache.get(key)
        if piece is not None:
            self._cache.move_to_end(key)
            return piece
        converted = self._engine.convert(lines, locale)
        html = converted.html + "\n" if converted.html else ""
        links, link_warnings = links_of(html, lines)
        piece = Piece(
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
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _CONTROL.sub("", text)
    if "\t" in text:
        text = text.expandtabs(4)
    return text.encode("utf-8", "replace").decode("utf-8")


def split_text(text: str) -> tuple[list[Source], Definitions, dict[str, Source]]:
    """The blocks of a text, what it defines, and its footnotes by name."""
    lines = normalised(text).split("\n")
    sources: list[Source] = []
    references: list[tuple[str, str, str]] = []
    abbreviations: list[tuple[str, str]] = []
    notes: dict[str, Source] = {}
    for span in Scanner(lines, top=True).spans():
        part = lines[span.start : span.end]
        if span.kind == "reference":
            found = REFERENCE.match(part[0])
            assert found is not None
            references.append((found[1], found[2], found[3] or found[4] or found[5] or ""))
        elif span.kind == "abbreviation":
            found = ABBREVIATION.match(part[0])
            assert found is not None
            abbreviations.append((found[1], found[2][:_LONGEST_ABBREVIATION]))
        elif span.kind == "footnote":
            found = FOOTNOTE.match(part[0])
            assert found is not None
            body = [part[0][found.end() :], *(line[min(4, indent_of(line)) :] for line in part[1:])]
            notes.setdefault(found[1], Source("footnote", span.start + 1, body))
        elif span.kind != "comment":
            sources.append(Source(span.kind, span.start + 1, part))
    definitions = Definitions(tuple(references), tuple(abbreviations), tuple(notes))
    return sources, definitions, notes
