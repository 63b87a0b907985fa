"""The body of a page: stored HTML with its links resolved, heading anchors, and lazy pictures."""

import html as markup
import re
from collections.abc import Callable, Mapping

from kbeditor.domain.rendered import Target
from kbeditor.rendering.resolve import resolve

Lookup = Callable[[str, str, bool], Target | None]

_HEADING = re.compile(r'(<h[2-4](?: [^>]*?)? id="([^"]+)"[^>]*>)(.*?)(</h[2-4]>)', re.S)
_PICTURE = re.compile(r"<img ([^>]*)>")
_SOURCE = re.compile(r'(?:^| )src="([^"]*)"')
_NO_ALTERNATIVE = re.compile(r' ?alt=""')


def page_body(
    stored: str, lookup: Lookup, alternatives: Mapping[str, str], heading_link: str
) -> tuple[str, tuple[str, ...]]:
    """The HTML for a page, and the ids of links and pictures that lead nowhere.

    `alternatives`: alternate texts by picture address, for pictures without one of their own.
    `heading_link`: what the anchor beside a heading is called.
    """
    html, broken = resolve(stored, lookup)
    if "<h" in html:
        anchor = f'" aria-label="{markup.escape(heading_link)}"></a>'
        html = _HEADING.sub(
            lambda found: (
                f'{found[1]}{found[3]}<a class="anchor" href="#{found[2]}{anchor}{found[4]}'
            ),
            html,
        )
    if "<img " in html:
        html = _PICTURE.sub(lambda found: _picture(found[1], alternatives), html)
    return html, broken


def _picture(attributes: str, alternatives: Mapping[str, str]) -> str:
    if "alt=" not in attributes or 'alt=""' in attributes:
        source = _SOURCE.search(attributes)
        words = alternatives.get(markup.unescape(source[1]), "") if source else ""
        attributes = f'{_NO_ALTERNATIVE.sub("", attributes)} alt="{markup.escape(words)}"'
    return f'<img {attributes.strip()} loading="lazy" decoding="async">'
