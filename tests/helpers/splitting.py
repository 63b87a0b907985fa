"""What splitting is measured by: the renderer's own blocks, changed texts, damaged texts."""

import random
import re
from collections import Counter
from collections.abc import Callable, Sequence
from xml.etree.ElementTree import Element

from kbeditor.domain.blocks import BlockKind, Segment
from kbeditor.rendering.builder import TreeBuilder
from kbeditor.rendering.lines import ATTRIBUTES
from kbeditor.rendering.pipeline import split_text
from kbeditor.rendering.scanner import Scanner, Span
from kbeditor.translation.splitting import Document, split

FRONT_MATTER = re.compile(r"\A---\r?\n.*?\n---\r?\n", re.S)
_BOXES = frozenset(
    ("list", "quote", "admonition", "collapsible", "shade", "definitions", "callout")
)

Block = tuple[object, ...]
"""Kind, first line, line after the last (of a cell: its text), and the boxes around it."""


def renderer_blocks(body: str) -> Counter[Block]:
    """The blocks that the renderer makes elements of, wherever they stand."""
    sources, _, notes = split_text(body)
    builder = _Recorder()
    for source in (*sources, *notes.values()):
        if source.kind != "contents":
            builder.build(Element("div"), source.lines, source.line - 1)
    return Counter(builder.blocks)


def splitter_blocks(body: str) -> Counter[Block]:
    """The same of the splitter; captions, terms and tags with words are not noted here."""
    document = split(body)
    blocks: list[Block] = []
    for leaf, segment in zip(document.source.leaves, document.segments, strict=True):
        path = tuple("quote" if name == "callout" else name for name in segment.path)
        boxes = tuple(name for name in path if name in _BOXES)
        if leaf.kind == "cell":
            blocks.append(("cell", segment.text.expandtabs(4), boxes))
        elif leaf.kind not in ("caption", "term") and (leaf.kind, *path[-1:]) != ("html", "html"):
            blocks.append((leaf.kind, leaf.start, leaf.end, boxes))
    return Counter(blocks)


class _Recorder(TreeBuilder):
    """Notes every block it builds."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._boxes: list[str] = []
        super().__init__("en", lambda html: "", lambda code, line, details: None)
        leaves = {"code": "code", "html": "html", "underlined": "heading"}
        self._kinds |= {kind: self._leaf(kind, name) for kind, name in leaves.items()}
        boxes = ("quote", "admonition", "collapsible", "shade", "definitions")
        self._kinds |= {kind: self._box(kind) for kind in boxes}
        self._kinds |= {
            "paragraph": self._text,
            "heading": self._title,
            "fence": self._fenced,
        }

    def _leaf(self, kind: str, name: str) -> Callable[[Element, Sequence[str], int, int], None]:
        build = self._kinds[kind]

        def noted(parent: Element, lines: Sequence[str], first: int, depth: int) -> None:
            build(parent, lines, first, depth)
            self._note(name, first, first + len(lines))

        return noted

    def _box(self, kind: str) -> Callable[[Element, Sequence[str], int, int], None]:
        build = self._kinds[kind]

        def noted(parent: Element, lines: Sequence[str], first: int, depth: int) -> None:
            self._boxes.append(kind)
            build(parent, lines, first, depth)
            self._boxes.pop()

        return noted

    def _note(self, *block: object) -> None:
        self.blocks.append((*block, tuple(self._boxes)))

    def _text(self, parent: Element, lines: Sequence[str], first: int, depth: int) -> None:
        self._paragraph(parent, lines, first, depth)
        count = len(lines) - bool(ATTRIBUTES.match(lines[-1]))
        if count:
            self._note("paragraph", first, first + count)

    def _title(self, parent: Element, lines: Sequence[str], first: int, depth: int) -> None:
        self._heading(parent, lines, first, depth)
        if parent[-1].text:
            self._note("heading", first, first + 1)

    def _fenced(self, parent: Element, lines: Sequence[str], first: int, depth: int) -> None:
        self._fence(parent, lines, first, depth)
        written = [number for number, line in enumerate(lines) if line and not line.isspace()]
        # Blank lines after an unclosed fence are nothing.
        last = written[-1]
        closed = last and not lines[last].strip().strip(lines[0].strip()[0])
        if len(written) > 1 + bool(closed):
            self._note("code", first, first + last + 1)

    def _row(self, parent: Element, tag: str, line: str, sides: Sequence[str]) -> None:
        super()._row(parent, tag, line, sides)
        for cell in parent[-1]:
            if cell.text:
                self._note("cell", cell.text)

    def _list(self, parent: Element, scanner: Scanner, span: Span, first: int, depth: int) -> None:
        self._boxes.append("list")
        super()._list(parent, scanner, span, first, depth)
        self._boxes.pop()


def retold(segment: Segment) -> str:
    """A segment's text as a translation might be: longer words, accents, a line more."""
    if segment.kind is BlockKind.HTML:
        return re.sub(r">([^<>\n]*[a-z][^<>\n]*)<", r">\1 é<", segment.text)
    if segment.kind is BlockKind.CODE:
        return segment.text.replace("a", "é") + "\n\nend"
    longer = re.sub(r"\b([A-Za-z]{3,})\b", r"\1ée", segment.text)
    return f"{longer}\nfin" if segment.kind is BlockKind.PARAGRAPH else f"{longer} fin"


def kept_structure(before: Document, texts: Sequence[str], body: str) -> bool:
    """Whether a body has the blocks of a document with other texts in them, white space apart."""
    after = split(body).segments
    return [(new.kind, new.path, new.level, new.text.split()) for new in after] == [
        (old.kind, old.path, old.level, text.split())
        for old, text in zip(before.segments, texts, strict=True)
    ]


_MARKS = (
    "> ", "- ", "1. ", "# ", "```\n", "~~~", "| a | b |\n|---|---|\n", "    ", "\t", "* [ ] ",
    '!!! note "T"\n', "??? tip\n", "+++ T\n", "+++\n", ": def", "[^1]: ", "<div>\n", "</div>\n",
    "---\n", "===\n", "\r", "\x00", "\x0c", "> [!NOTE x] ", "[TOC]\n", "<!--", "-->", "\\", "`",
    "{: .x}\n", "\u2028", "\u00a0\n", ">[!BEGINSHADEBOX]\n", ">[!ENDSHADEBOX]\n",
)  # fmt: skip


def damaged(text: str, chance: random.Random) -> str:
    """A text after one to eight accidents: cut, doubled, swapped, marked, bytes lost."""
    for _ in range(chance.randint(1, 8)):
        accident = chance.randrange(8)
        at = chance.randrange(len(text) or 1)
        if accident == 0:
            text = text[:at]
        elif accident == 1:
            end = min(len(text), at + chance.randrange(400))
            text = text[:end] + text[at:end] + text[end:]
        elif accident in (2, 3):
            lines = text.split("\n")
            one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
            if accident == 2:
                lines[one], lines[other] = lines[other], lines[one]
            else:
                lines[one] = chance.choice(_MARKS) + lines[one]
            text = "\n".join(lines)
        elif accident == 4:
            text = text[:at] + chance.choice(_MARKS) + text[at:]
        elif accident == 5:
            raw = text.encode("utf-8", "replace")
            end = at + chance.randrange(5)
            text = (raw[:at] + raw[end:]).decode("utf-8", "replace")
        elif accident == 6 and chance.random() < 0.3:
            text = text.replace("\n", "\r\n")
        elif accident == 7 and chance.random() < 0.3:
            text = re.sub(r"(?m)^( *(?:[-*>]|\d\.|)) {1,4}", r"\1\t", text)
    return text
