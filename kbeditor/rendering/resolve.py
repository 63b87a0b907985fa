"""Turning the `kb:` links and pictures of stored HTML into the addresses of a page."""

import html as markup
import re
from collections.abc import Callable

from kbeditor.domain.rendered import Target

# Matches what our sanitiser writes: quoted attributes without ">" in them, no link in a link.
_REFERENCE = re.compile(
    r'<a( [^>]*?)?(?: href="kb:(?P<link>[A-Za-z0-9-]+)(?:#(?P<fragment>[^"]*))?")(?P<rest>[^>]*)>'
    r"(?P<words>.*?)</a>"
    r'|<img( [^>]*?)?(?: src="kb:(?P<picture>[A-Za-z0-9-]+)")(?P<more>[^>]*)>',
    re.S,
)
_ALTERNATIVE = re.compile(r' alt="([^"]*)"')
_SIZE = re.compile(r' (?:width|height)="')


def resolve(
    html: str, lookup: Callable[[str, str, bool], Target | None]
) -> tuple[str, tuple[str, ...]]:
    """Stored HTML with real addresses, and the ids that lead nowhere, in reading order.

    `lookup(id, fragment, picture)` gives the target of a link (fragment as in the HTML, "" without
    one) or of a picture. The fragment is put after the target's address. A link without words gets
    the target's title; one that leads nowhere becomes `<span class="kb-broken">`, a missing
    picture its alternate text in `<span class="kb-missing">`.
    """
    if '="kb:' not in html:
        return html, ()
    broken: list[str] = []

    def replaced(found: re.Match[str]) -> str:
        if found["picture"]:
            return _picture(found, lookup, broken)
        return _link(found, lookup, broken, replaced)

    return _REFERENCE.sub(replaced, html), tuple(broken)


def _link(
    found: re.Match[str],
    lookup: Callable[[str, str, bool], Target | None],
    broken: list[str],
    replaced: Callable[[re.Match[str]], str],
) -> str:
    fragment = found["fragment"] or ""
    target = lookup(found["link"], markup.unescape(fragment), False)
    words = found["words"]
    if "<img" in words:
        words = _REFERENCE.sub(replaced, words)
    if target is None:
        broken.append(found["link"])
        return f'<span class="kb-broken">{words or markup.escape(found["link"])}</span>'
    address = markup.escape(target.address) + (f"#{fragment}" if fragment else "")
    words = words or markup.escape(target.title, quote=False)
    return f'<a{found[1] or ""} href="{address}"{found["rest"]}>{words}</a>'


def _picture(
    found: re.Match[str], lookup: Callable[[str, str, bool], Target | None], broken: list[str]
) -> str:
    before, after = found[6] or "", found["more"]
    target = lookup(found["picture"], "", True)
    if target is None:
        broken.append(found["picture"])
        alternative = _ALTERNATIVE.search(before + after)
        return f'<span class="kb-missing">{alternative[1] if alternative else ""}</span>'
    if target.width and target.height and not _SIZE.search(before + after):
        after += f' width="{target.width}" height="{target.height}"'
    return f'<img{before} src="{markup.escape(target.address)}"{after}>'
