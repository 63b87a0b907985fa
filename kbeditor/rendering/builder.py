"""From the blocks of a text to an element tree, on which the inline engine then runs."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from kbeditor.rendering import callouts
from kbeditor.rendering.code import code_html, known_language
from kbeditor.rendering.lines import (
    ADMONITION,
    ATTRIBUTES,
    COLLAPSIBLE,
    DEFINITION,
    FENCE,
    HEADING,
    QUOTE,
    fence_closing,
    indent_of,
    is_blank,
    split_row,
)
from kbeditor.rendering.scanner import Scanner, Span

MAX_DEPTH = 20
"""Deeper nesting is shown as text: the tree's serialiser is recursive."""

_MARKER = re.compile(r" *\[!([A-Za-z]+)(?: +([^\]]*))?\](?:\(([^)\s]*)\))? *(.*)$")
_TASK = re.compile(r"\[([ xX])\] +(?=\S)")
_TRAILING_HASHES = re.compile(r"(?:^|[ ]+)#+[ ]*(?=$|\{)")
_OWN_HASHES = re.compile(r"(?<=[^\s\\#])#+(?=\s*(?:\{|$))")
_SILENT_MARKERS = frozenset({"BEGINTABS", "ENDTABS", "BEGINSHADEBOX", "ENDSHADEBOX"})


class TreeBuilder:
    """Builds the elements of one run of lines.

    `store` keeps raw HTML and gives the mark to put in its place, `warn` takes a code, the line
    (0-based, within the run first built) and details.
    """

    def __init__(
        self,
        locale: str,
        store: Callable[[str], str],
        warn: Callable[[str, int, dict[str, str]], None],
    ) -> None:
        self._locale = locale
        self._store = store
        self._warn = warn
        self._kinds: dict[str, Callable[[Element, Sequence[str], int, int], None]] = {
            "admonition": self._admonition,
            "code": self._code,
            "collapsible": self._collapsible,
            "definitions": self._definitions,
            "fence": self._fence,
            "heading": self._heading,
            "html": self._html,
            "mixed": self._mixed,
            "paragraph": self._paragraph,
            "quote": self._quote,
            "rule": self._rule,
            "shade": self._shade,
            "table": self._table,
            "underlined": self._underlined,
        }

    def build(
        self,
        parent: Element,
        lines: Sequence[str],
        first: int = 0,
        depth: int = 0,
        in_item: bool = False,
    ) -> list[Span]:
        """Append the elements of `lines` (whose first is line `first`) to `parent`."""
        if depth > MAX_DEPTH:
            self._warn("too_deep", first, {})
            SubElement(parent, "p").text = AtomicString("\n".join(lines).strip())
            return []
        scanner = Scanner(lines, in_item=in_item)
        spans = list(scanner.spans())
        for span in spans:
            if span.kind == "list":
                self._list(parent, scanner, span, first, depth)
            elif span.kind in self._kinds:
                part = lines[span.start : span.end]
                self._kinds[span.kind](parent, part, first + span.start, depth)
        return spans

    def _raw(self, parent: Element, html: str) -> None:
        SubElement(parent, "p").text = AtomicString(self._store(html))

    # Leaves

    def _paragraph(self, parent: Element, lines: Sequence[str], first: int, depth: int) -> None:
        if len(lines) == 1 and ATTRIBUTES.match(lines[0]):
            return
        SubElement(parent, "p").text = _text_of(lines)

    def _heading(self, parent: Element, lines: Sequence[str], first: int, depth: int) -> None:
        found = HEADING.match(lines[0])
        assert found is not None
        text = _TRAILING_HASHES.sub("", (found[2] or "").strip(), count=1)
        # attr_list would take a "#" at the end ("C#") for decoration.
        text = _OWN_HASHES.sub(lambda hashes: "\\#" * len(hashes[0]), text)
        # The space lets Python-Markdown find attributes that stand right after the words.
        text = re.sub(r"(?<=\S)(?<![ $\\])(\{:? *#[^}]*\}\s*)$", r" \1", text)
        SubElement(parent, f"h{len(found[1])}").text = text

    def _underlined(self, parent: Element, lines: Sequence[str], first: int, depth: int) -> None:
        level = 1 if lines[-1].lstrip()[0] == "=" else 2
        SubElement(parent, f"h{level}").text = _text_of(lines[:-1]).strip()

    def _rule(self, parent: Element, lines: Sequence[str], first: int, depth: int) -> None:
        SubElement(parent, "hr")

    def _code(self, parent: Element, lines: Sequence[str], first: int, depth: int) -> None:
        self._raw(parent, code_html("\n".join(line[4:] for line in lines)))

    def _fence(self, parent: Element, lines: Sequence[str], first: int, depth: int) -> None:
        opener = FENCE.match(lines[0])
        assert opener is not None
        language = opener[3].strip("{} .").split()[0].lower() if opener[3].strip("{} .") else ""
        if not known_language(language):
            self._warn("unknown_language", first, {"language": language})
        body = lines[1:]
        if fence_closing(lines, 0) is None:
            self._warn("unclosed_fence", first, {})
            while body and is_blank(body[-1]):
                body = body[:-1]
        else:
            body = body[:-1]
        indent = len(opener[1])
        self._raw(parent, code_html("\n".join(_dedent(line, indent) for line in body), language))

    def _html(self, parent: Element, lines: Sequence[str], first: int, depth: int) -> None:
        self._raw(parent, "\n".join(lines).strip())

    def _table(self, parent: Element, lines: Sequence[str], first: int, depth: int) -> None:
        table = SubElement(parent, "table")
        sides = [_side(cell) for cell in split_row(lines[1])]
        self._row(SubElement(table, "thead"), "th", lines[0], sides)
        if len(lines) > 2:
            body = SubElement(table, "tbody")
            for line in lines[2:]:
                self._row(body, "td", line, sides)

    def _row(self, parent: Element, tag: str, line: str, sides: Sequence[str]) -> None:
        row = SubElement(parent, "tr")
        cells = split_row(line)[: len(sides)]
        cells += [""] * (len(sides) - len(cells))
        for text, side in zip(cells, sides, strict=True):
            # An empty cell heads nothing; a reader would be told of a column without a name.
            cell = SubElement(row, tag if text.strip() else "td")
            cell.text = text
            if side:
                cell.set("class", f"align-{side}")

    # Containers

    def _mixed(self, parent: Element, lines: Sequence[str], first: int, depth: int) -> None:
        """A `div`, `details` … with Markdown in it: its tags raw, its inside built."""
        opening = next(index for index, line in enumerate(lines) if is_blank(line))
        closing = len(lines) - 1
        self._raw(parent, "\n".join(lines[:opening]))
        if opening < closing:
            self.build(parent, lines[opening:closing], first + opening, depth + 1)
            self._raw(parent, lines[closing].strip())

    def _quote(self, parent: Element, lines: Sequence[str], first: int, depth: int) -> None:
        inner = [QUOTE.sub("", line, count=1) for line in lines]
        marker = _MARKER.match(inner[0])
        if marker is None:
            self.build(SubElement(parent, "blockquote"), inner, first, depth + 1)
            return
        name, title, address, rest = marker.groups()
        title = (title or "").strip().strip('"')
        kind = callouts.kind_of(name)
        if kind is not None:
            inner[0] = rest
            self._callout(parent, kind, title, inner, first, depth)
        elif name.upper() == "VIDEO" and address:
            paragraph = SubElement(parent, "p")
            link = SubElement(paragraph, "a", {"href": address})
            link.text = AtomicString(title or callouts.word("video", self._locale))
            self.build(parent, inner[1:], first + 1, depth + 1)
        elif name.upper() == "TAB":
            SubElement(parent, "p", {"class": "tab-title"}).text = title
            self.build(parent, [rest, *inner[1:]], first, depth + 1)
        elif name.upper() in _SILENT_MARKERS:
            self.build(parent, [rest, *inner[1:]], first, depth + 1)
        elif name.upper() in ("UICONTROL", "DNL", "BADGE"):
            self.build(SubElement(parent, "blockquote"), inner, first, depth + 1)
        else:
            self._warn("unknown_callout", first, {"name": name})
            inner[0] = rest or (f"[{title or address}]({address})" if address else title)
            self.build(SubElement(parent, "blockquote"), inner, first, depth + 1)

    def _callout(
        self,
        parent: Element,
        kind: str,
        title: str,
        lines: Sequence[str],
        first: int,
        depth: int,
    ) -> None:
        box = SubElement(parent, "div", {"class": f"callout callout-{callouts.look_of(kind)}"})
        heading = SubElement(box, "p", {"class": "callout-title"})
        heading.text = title or callouts.word(kind, self._locale)
        self.build(box, lines, first, depth + 1)

    def _admonition(self, parent: Element, lines: Sequence[str], first: int, depth: int) -> None:
        found = ADMONITION.match(lines[0])
        assert found is not None
        mark, name, title = found.groups()
        kind = callouts.kind_of(name)
        if kind is None:
            self._warn("unknown_callout", first, {"name": name})
        inner = [_dedent(line, 4) for line in lines[1:]]
        if mark == "!!!":
            self._callout(parent, kind or "note", title or "", inner, first + 1, depth)
        else:
            heading = title or callouts.word(kind or "details", self._locale)
            self._details(parent, heading, inner, first + 1, depth)

    def _collapsible(self, parent: Element, lines: Sequence[str], first: int, depth: int) -> None:
        found = COLLAPSIBLE.match(lines[0])
        assert found is not None
        self._details(parent, found[1], lines[1:-1], first + 1, depth)

    def _details(
        self, parent: Element, title: str, lines: Sequence[str], first: int, depth: int
    ) -> None:
        details = SubElement(parent, "details")
        SubElement(details, "summary").text = title
        self.build(details, lines, first, depth + 1)

    def _shade(self, parent: Element, lines: Sequence[str], first: int, depth: int) -> None:
        box = SubElement(parent, "div", {"class": "box"})
        self.build(box, lines[1:-1], first + 1, depth + 1)

    def _definitions(self, parent: Element, lines: Sequence[str], first: int, depth: int) -> None:
        top = SubElement(parent, "dl")
        position = 0
        while position < len(lines):
            line = lines[position]
            marker = DEFINITION.match(line)
            if is_blank(line):
                position += 1
            elif marker:
                end = position + 1
                while end < len(lines) and not DEFINITION.match(lines[end]):
                    plain = not is_blank(lines[end]) and indent_of(lines[end]) < 2
                    if plain and is_blank(lines[end - 1]):
                        break
                    end += 1
                inner = [line[marker.end() :]] + [
                    _dedent(text, 4) for text in lines[position + 1 : end]
                ]
                definition = SubElement(top, "dd")
                loose = position > 0 and is_blank(lines[position - 1])
                spans = self.build(definition, inner, first + position, depth + 1)
                if not loose and len(spans) == 1:
                    _unwrap_paragraphs(definition)
                position = end
            else:
                SubElement(top, "dt").text = line.strip()
                position += 1

    def _list(self, parent: Element, scanner: Scanner, span: Span, first: int, depth: int) -> None:
        lines = scanner.lines
        marker = lines[span.start].lstrip()
        ordered = marker[0].isdigit()
        element = SubElement(parent, "ol" if ordered else "ul")
        if ordered:
            number = int(re.match(r"\d+", marker)[0])  # type: ignore[index]
            if number != 1:
                element.set("start", str(number))
        loose = False
        items: list[Element] = []
        previous_end = span.start
        for start, end, column in scanner.items(span.start):
            item = SubElement(element, "li")
            items.append(item)
            inner = [lines[start][column:], *_item_lines(lines[start + 1 : end], column)]
            task = _TASK.match(inner[0])
            if task:
                done = task[1] != " "
                inner[0] = inner[0][task.end() :]
                item.set("class", "task task-done" if done else "task")
            spans = self.build(item, inner, first + start, depth + 1, in_item=True)
            if task:
                _add_box(item, done)
            loose = loose or start > previous_end
            loose = loose or any(after.start > before.end for before, after in pairwise(spans))
            previous_end = end
        if not loose:
            for item in items:
                _unwrap_paragraphs(item)


def _add_box(item: Element, done: bool) -> None:
    """The box of a task as a character, so that it also reads without a style sheet."""
    first = item[0] if len(item) and item[0].tag == "p" else None
    box = Element("span", {"class": "task-box"})
    box.text = AtomicString("\u2611" if done else "\u2610")
    owner = item if first is None else first
    box.tail = " " + (owner.text or "")
    owner.text = None
    owner.insert(0, box)


def _unwrap_paragraphs(element: Element) -> None:
    """A tight item's paragraphs become its text. Raw HTML keeps its own `p` mark."""
    for paragraph in [child for child in element if child.tag == "p"]:
        if isinstance(paragraph.text, AtomicString) or paragraph.attrib:
            continue
        index = list(element).index(paragraph)
        element.remove(paragraph)
        text = paragraph.text or ""
        if index == 0:
            element.text = text
        else:
            before = element[index - 1]
            before.tail = (before.tail or "") + "\n" + text
        for offset, child in enumerate(list(paragraph)):
            element.insert(index + offset, child)


def _text_of(lines: Sequence[str]) -> str:
    """The lines of a paragraph, with `\\` at a line's end meaning a line break like two spaces."""
    texts = [line.lstrip(" ") for line in lines]
    for index, text in enumerate(texts[:-1]):
        if text.endswith("\\") and not text.endswith("\\\\"):
            texts[index] = text[:-1] + "  "
    texts[-1] = texts[-1].rstrip()
    return "\n".join(texts)


def _dedent(line: str, count: int) -> str:
    return line[min(count, indent_of(line)) :]


def _item_lines(lines: Sequence[str], column: int) -> list[str]:
    """An item's further lines without their indentation, also when they stand too far left."""
    indents = [indent_of(line) for line in lines if not is_blank(line)]
    width = min([column, *(indent for indent in indents if indent >= 2)])
    return [_dedent(line, width) for line in lines]


def _side(rule: str) -> str:
    if rule.endswith(":"):
        return "center" if rule.startswith(":") else "right"
    return "left" if rule.startswith(":") else ""
