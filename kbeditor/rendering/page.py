"""A page joined from its rendered blocks: what needs the whole is settled here."""

from collections.abc import Sequence
from dataclasses import dataclass

from kbeditor.domain.rendered import ID_PREFIX, Block, Heading, Link, Preview, RenderWarning
from kbeditor.rendering.assembly import FOOTNOTE_MARK, contents_html, key_of, with_ids
from kbeditor.rendering.inline import footnote_key


@dataclass(frozen=True, slots=True)
class Piece:
    """A rendered block; lines in `links` and `warnings` count from the block's first, 0-based."""

    html: str
    key: str
    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    warnings: tuple[RenderWarning, ...]
    footnotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """The lines of one block of a text. `kind` is the scanner's."""

    kind: str
    line: int
    lines: Sequence[str]


class Page:
    """What needs the whole page, settled in reading order."""

    def __init__(
        self,
        parts: Sequence[tuple[Source, Piece]],
        notes: dict[str, tuple[Source, Piece]],
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
        """The blocks in order, footnotes last."""
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

    def _settled(self, piece: Piece, line: int, lines: Sequence[str]) -> str:
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
        parts = ['<div class="footnotes"><ol>\n']
        for key, html in zip(self._numbers, items, strict=True):
            back = "".join(
                f' <a href="#{_mark_id(key, count)}" class="footnote-back">\u21a9</a>'
                for count in range(1, self._marks[key] + 1)
            )
            inside = f"{html[:-4]}{back}</p>" if html.endswith("</p>") else html + back
            parts.append(f'<li id="{ID_PREFIX}fn:{key}">{inside}</li>\n')
        return "".join([*parts, "</ol></div>\n"])

    def _notes_line(self) -> int:
        return min(self._notes[key][0].line for key in self._numbers)


def _mark_id(key: str, count: int) -> str:
    return f"{ID_PREFIX}fnref:{key}" + (f".{count}" if count > 1 else "")
