"""Reading and patching the HTML of blocks: headings, ids, links, contents, plain text."""

import html as markup
import re
from collections.abc import Sequence
from hashlib import blake2b
from urllib.parse import unquote

from kbeditor.domain.rendered import ID_PREFIX, Heading, Link, RenderWarning

_HEADING = re.compile(r'<h([1-6])((?: [^>]*?)?) id="([^"]*)"([^>]*)>(.*?)</h\1>', re.S)
_LINK = re.compile(r'<(a|img)((?: [a-z]+="[^"]*")*)>(</a>)?')
_ATTRIBUTE = re.compile(r' ([a-z]+)="([^"]*)"')
_TAG = re.compile(r"<[^>]*>")
_BLOCK_TAG = re.compile(
    r"</?(?:p|div|h[1-6]|li|ul|ol|dl|dt|dd|table|tr|thead|tbody|pre|blockquote|details|summary"
    r"|section|figure|figcaption|nav|aside|article|header|footer|hgroup)\b[^>]*>|<[bh]r[^>]*>"
)
_CELL_END = re.compile(r"</t[dh]>")
_SPACES = re.compile(r"[ \t]*\n\s*")
FOOTNOTE_MARK = re.compile(
    r'<sup class="footnote-ref"><a href="#' + re.escape(ID_PREFIX) + r'fn:([\w.%-]+)">\*</a></sup>'
)


def key_of(html: str) -> str:
    """A short name that is equal for equal HTML."""
    return blake2b(html.encode(), digest_size=8).hexdigest()


def plain_of(html: str) -> str:
    """The words of a page, a line per block."""
    text = _CELL_END.sub(" ", html)
    text = _BLOCK_TAG.sub("\n", text)
    text = markup.unescape(_TAG.sub("", text))
    return _SPACES.sub("\n", text).strip()


def text_of(html: str) -> str:
    """The words of a piece of HTML on one line."""
    return " ".join(markup.unescape(_TAG.sub("", html)).split())


def headings_of(html: str) -> tuple[Heading, ...]:
    """The headings of a block, with ids as they stand."""
    if "<h" not in html:
        return ()
    return tuple(
        Heading(int(found[1]), markup.unescape(found[3]), text_of(found[5]))
        for found in _HEADING.finditer(html)
    )


def with_ids(html: str, ids: Sequence[str]) -> str:
    """The block with its headings' ids replaced, one for one."""
    remaining = iter(ids)
    return _HEADING.sub(
        lambda found: (
            f'<h{found[1]}{found[2]} id="{markup.escape(next(remaining))}"{found[4]}>'
            f"{found[5]}</h{found[1]}>"
        ),
        html,
    )


def links_of(html: str, lines: Sequence[str]) -> tuple[tuple[Link, ...], tuple[RenderWarning, ...]]:
    """Links and pictures of a block (lines from 0), and warnings about them."""
    if "<a " not in html and "<img" not in html:
        return (), ()
    links: list[Link] = []
    warnings: list[RenderWarning] = []
    line = 0
    for found in _LINK.finditer(html):
        values = {name: markup.unescape(value) for name, value in _ATTRIBUTE.findall(found[2])}
        address = values.get("src") if found[1] == "img" else values.get("href")
        if address is None:
            continue
        if found[1] == "a" and address.startswith(f"#{ID_PREFIX}fn:"):
            continue
        line = _line_with(_as_written(address), lines, line)
        if found[1] == "img":
            link = Link(_without_scheme(address), line, "picture")
            if not values.get("alt", "").strip():
                warnings.append(_about(address, "picture_without_alt", line))
        else:
            link = _link(address, line)
            if found[3] and link.kind != "article":
                warnings.append(_about(address, "empty_link", line))
        if link.kind == "relative" or (
            found[1] == "img" and not address.startswith(("kb:", "data:"))
        ):
            warnings.append(_about(address, "relative_link", line))
        links.append(link)
    return tuple(links), tuple(warnings)


def _about(address: str, code: str, line: int) -> RenderWarning:
    return RenderWarning(code, line, (("address", address[:200]),))


def _link(address: str, line: int) -> Link:
    target, _, fragment = address.partition("#")
    if target.startswith("kb:"):
        return Link(target[3:], line, "article", unquote(fragment))
    if not target:
        return Link("", line, "anchor", unquote(fragment))
    kind = "external" if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", target) else "relative"
    return Link(target, line, kind, fragment)


def _without_scheme(address: str) -> str:
    if address.startswith("data:"):
        return "data:"
    return address.removeprefix("kb:")


def _as_written(address: str) -> str:
    """What of an address surely stands so in the source: up to its fragment, or the fragment."""
    target, _, fragment = address.partition("#")
    return target[:100] or fragment.removeprefix(ID_PREFIX)


def _line_with(text: str, lines: Sequence[str], start: int) -> int:
    for index in range(start, len(lines)):
        if text in lines[index]:
            return index
    return start


def contents_html(toc: Sequence[Heading]) -> str:
    """The table of contents as nested lists, without the page's own title (level 1)."""
    entries = [heading for heading in toc if heading.level > 1]
    if not entries:
        return ""
    parts = ['<nav class="toc">']
    levels: list[int] = []
    for heading in entries:
        while levels and heading.level < levels[-1]:
            levels.pop()
            parts.append("</li></ul>")
        if levels and heading.level == levels[-1]:
            parts.append("</li>")
        elif not levels or heading.level > levels[-1]:
            parts.append("<ul>")
            levels.append(heading.level)
        text = markup.escape(heading.text, quote=False)
        parts.append(f'<li><a href="#{markup.escape(heading.id)}">{text}</a>')
    parts.append("</li></ul>" * len(levels) + "</nav>")
    return "".join(parts)
