"""What stands within a line beyond plain Markdown: addresses, vendor words, footnotes, HTML."""

# ruff: noqa: N802, D102 (handleMatch is Python-Markdown's name and is described there)

import html
import re
from collections.abc import Callable, Set
from re import Match
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.inlinepatterns import HTML_RE, HtmlInlineProcessor, InlineProcessor
from markdown.util import AtomicString

_ADDRESS = r"(?<![\w/@.:=\"'])(?:https?://|www\.)[^\s<>\x02\x03]+"
_VENDOR_WORD = r"\[!(?:UICONTROL|DNL|BADGE) ([^\]\n]*)\](?:\{[^}\n]*\})?"
_FOOTNOTE = r"\[\^([^\]\s]{1,64})\]"
_PUNCTUATION = ".,;:!?\"'*_~"

# The elements of HTML. A name that is none of them ("<ORGANIZATION>") is a word in angle brackets.
_ELEMENTS = (
    "a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big "
    "blink blockquote body br button canvas caption center cite code col colgroup content data "
    "datalist dd del details dfn dialog dir div dl dt element em embed fieldset figcaption figure "
    "font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image "
    "img input ins isindex kbd keygen label legend li link listing main map mark marquee math menu "
    "menuitem meta meter multicol nav nobr noembed noframes noscript object ol optgroup option "
    "output p param picture plaintext portal pre progress q rb rp rt rtc ruby s samp script search "
    "section select shadow slot small source spacer span strike strong style sub summary sup svg "
    "table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr "
    "xmp"
)
HTML_NAMES = frozenset(_ELEMENTS.split())
_TAG_NAME = re.compile(r"</?([A-Za-z][^\s/>]*)")


class AddressProcessor(InlineProcessor):
    """A bare `https://…` or `www.…` becomes a link, without the punctuation after it."""

    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, md: Markdown) -> None:
        super().__init__(_ADDRESS, md)

    def handleMatch(self, m: Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]
        address = m[0].rstrip(_PUNCTUATION)
        while address.endswith(")") and address.count(")") > address.count("("):
            address = address[:-1].rstrip(_PUNCTUATION)
        link = Element("a")
        link.set("href", address if address.startswith("http") else f"https://{address}")
        link.text = AtomicString(address)
        return link, m.start(), m.start() + len(address)


class VendorWordProcessor(InlineProcessor):
    """`[!UICONTROL Save]` and the like are their words."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(_VENDOR_WORD, md)

    def handleMatch(self, m: Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]
        return m[1], m.start(), m.end()


class FootnoteProcessor(InlineProcessor):
    """`[^name]` becomes a reference; its number is settled when the whole text is joined."""

    def __init__(self, md: Markdown, known: Set[str], missing: Callable[[str], None]) -> None:
        super().__init__(_FOOTNOTE, md)
        self.known = known
        self._missing = missing

    def handleMatch(  # type: ignore[override]
        self, m: Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        if m[1] not in self.known:
            self._missing(m[1])
            return None, None, None
        mark = Element("sup", {"class": "footnote-ref"})
        link = SubElement(mark, "a", {"href": f"#fn:{footnote_key(m[1])}"})
        link.text = AtomicString("*")
        return mark, m.start(), m.end()


def footnote_key(name: str) -> str:
    """A footnote's name as it may stand in an id."""
    return re.sub(r"[^\w-]", lambda found: f".{ord(found[0]):x}", name)


class GuardedHtmlProcessor(HtmlInlineProcessor):
    """Inline HTML; angle brackets around a word that is no element are shown as typed."""

    def __init__(self, md: Markdown, seen: Callable[[str], None]) -> None:
        super().__init__(HTML_RE, md)
        self._seen = seen

    def handleMatch(  # type: ignore[override]
        self, m: Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        name = _TAG_NAME.match(m[1])
        if name and name[1].lower() not in HTML_NAMES:
            raw = self.backslash_unescape(self.unescape(m[1]))
            return self.md.htmlStash.store(html.escape(raw, quote=False)), m.start(), m.end()
        self._seen(m[1])
        return super().handleMatch(m, data)
