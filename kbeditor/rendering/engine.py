"""One Python-Markdown object, set up once: our blocks, its inline engine, the sanitiser last."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ElementTree

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.extensions.abbr import AbbrTreeprocessor
from markdown.extensions.attr_list import AttrListExtension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from kbeditor.rendering.builder import TreeBuilder
from kbeditor.rendering.inline import (
    HTML_NAMES,
    AddressProcessor,
    FootnoteProcessor,
    GuardedHtmlProcessor,
    VendorWordProcessor,
)
from kbeditor.rendering.sanitise import TAGS, Sanitiser

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_STASH_MARK = re.compile("\x02[^\x03]*\x03")
_RAW_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>?")
_UNSAFE_ATTRIBUTE = re.compile(r"[\s\"'/](on\w+|style)\s*=", re.IGNORECASE)
_HARMLESS = frozenset({"html", "body", "head", "center", "font", "tfoot", "section", "main", "big"})
"""Left out without a word: what is in them stays."""


@dataclass(frozen=True, slots=True)
class Definitions:
    """What a text defines for all its blocks."""

    references: tuple[tuple[str, str, str], ...] = ()
    abbreviations: tuple[tuple[str, str], ...] = ()
    footnotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Converted:
    """Safe HTML of a block and its warnings as (code, 0-based line within it, details)."""

    html: str
    warnings: tuple[tuple[str, int, tuple[tuple[str, str], ...]], ...]


class Engine:
    """Converts one block at a time. Not for several threads at once."""

    def __init__(self) -> None:
        self._warnings: list[tuple[str, int, tuple[tuple[str, str], ...]]] = []
        self._lines: Sequence[str] = ()
        self._locale = "en"
        self._footnotes: set[str] = set()
        self._sanitiser = Sanitiser()
        self._abbreviations: dict[str, str] = {}
        md = Markdown(extensions=[AttrListExtension()], output_format="html")
        md.preprocessors.deregister("normalize_whitespace")
        md.preprocessors.deregister("html_block")
        md.block_level_elements.extend(("summary", "details", "div", "pre"))
        md.inlinePatterns.register(VendorWordProcessor(md), "vendor_word", 178)
        md.inlinePatterns.register(
            FootnoteProcessor(md, self._footnotes, self._missing_footnote), "footnote", 176
        )
        md.inlinePatterns.register(GuardedHtmlProcessor(md, self._seen_html), "html", 90)
        md.inlinePatterns.register(AddressProcessor(md), "address", 85)
        assert md.delimiters is not None
        md.delimiters.add("~", "del", double=True)
        md.treeprocessors.register(AbbrTreeprocessor(md, self._abbreviations), "abbr", 7)
        # After "unescape" (0), so that ids are made of the text as read.
        md.treeprocessors.register(_Finish(md, self), "finish", -5)
        md.parser = _Blocks(md, self)
        self._md = md

    def define(self, definitions: Definitions) -> None:
        """Set what the following blocks may refer to."""
        self._references = {
            name.lower(): (address, title) for name, address, title in definitions.references
        }
        self._abbreviations.clear()
        self._abbreviations.update(definitions.abbreviations)
        self._footnotes.clear()
        self._footnotes.update(definitions.footnotes)

    def convert(self, lines: Sequence[str], locale: str) -> Converted:
        """Safe HTML of the lines of one block."""
        self._lines = lines
        self._locale = locale
        self._warnings = []
        self._sanitiser.refused.clear()
        self._md.reset()
        self._md.references.update(self._references)
        html = self._sanitiser.clean(self._md.convert("\n".join(lines)))
        for address in self._sanitiser.refused:
            self.warn("picture_refused", self.find(address), {"address": address[:200]})
        return Converted(html.strip(), tuple(self._warnings))

    def build(self, root: Element) -> None:
        """Fill the document's element from the current lines."""
        TreeBuilder(self._locale, self._store, self.warn).build(root, self._lines)

    def warn(self, code: str, line: int, details: dict[str, str]) -> None:
        """Note a warning of the current block."""
        self._warnings.append((code, line, tuple(details.items())))

    def find(self, text: str) -> int:
        """The first line of the current block that holds a text, else its first line."""
        for index, line in enumerate(self._lines):
            if text in line:
                return index
        return 0

    def _store(self, html: str) -> str:
        if not html.startswith("<pre"):
            self._seen_html(html)
        return self._md.htmlStash.store(html)

    def _seen_html(self, html: str) -> None:
        """Warn of what the sanitiser will leave out of a piece of raw HTML."""
        for tag in _RAW_TAG.finditer(html):
            name = tag[1].lower()
            if name in HTML_NAMES and name not in TAGS and name not in _HARMLESS:
                self.warn("html_removed", self.find(f"<{tag[1]}"), {"name": name})
            unsafe = _UNSAFE_ATTRIBUTE.search(tag[2])
            if unsafe:
                self.warn("html_removed", self.find(unsafe[1]), {"name": unsafe[1].lower()})

    def _missing_footnote(self, name: str) -> None:
        self.warn("footnote_missing", self.find(f"[^{name}]"), {"name": name})


class _Blocks(BlockParser):
    """Puts our block builder in the place of Python-Markdown's."""

    def __init__(self, md: Markdown, engine: Engine) -> None:
        super().__init__(md)
        self._engine = engine

    # Python-Markdown's name.
    def parseDocument(self, lines: Iterable[str]) -> ElementTree:  # noqa: N802
        self.root = Element(self.md.doc_tag)
        self._engine.build(self.root)
        return ElementTree(self.root)


class _Finish(Treeprocessor):
    """Gives each heading an id (`{#own}` is kept), pictures their side, foreign pictures a link."""

    def __init__(self, md: Markdown, engine: Engine) -> None:
        super().__init__(md)
        self._engine = engine

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag in _HEADINGS and not element.get("id"):
                element.set("id", slug("".join(element.itertext())))
            elif element.tag == "img":
                self._picture(element)

    def _picture(self, element: Element) -> None:
        address = element.get("src", "")
        side = element.attrib.pop("align", "")
        if side in ("left", "center", "right"):
            element.set("class", f"align-{side}")
        if address.lower().startswith(("http://", "https://", "//")):
            self._engine.warn(
                "picture_refused", self._engine.find(address), {"address": address[:200]}
            )
            element.tag = "a"
            element.text = AtomicString(element.get("alt") or address)
            element.attrib.clear()
            element.set("href", address)


def slug(text: str) -> str:
    """The id of a heading as GitHub makes it: letters and digits of any script, `-`, `_`."""
    text = _STASH_MARK.sub("", text).strip().lower()
    kept = [
        "-" if character == " " else character
        for character in text
        if character in " -_" or unicodedata.category(character)[0] in "LNM"
    ]
    return "".join(kept) or "section"
