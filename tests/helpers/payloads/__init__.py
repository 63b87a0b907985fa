"""Known ways to bring script into a page, each spelled so that it calls `pwned(1)`.

Grouped by technique. Where nothing stops it, each calls the sentinel (at once, when clicked, or
in some browser that once was), asks a foreign host for something, or leads the page elsewhere.
"""

from collections.abc import Iterator

from tests.helpers.payloads.addresses import ADDRESSES, PICTURES
from tests.helpers.payloads.markdown import MARKDOWN
from tests.helpers.payloads.markup import (
    CLOBBERING,
    DOCUMENTS,
    FORMS,
    MUTATION,
    STYLES,
    SVG_AND_MATHML,
)
from tests.helpers.payloads.scripts import HANDLERS, SCRIPTS
from tests.helpers.payloads.spelling import HOST

__all__ = ["GROUPS", "HOST", "PLACES", "bodies", "in_places", "payloads"]

GROUPS = {
    "script elements": SCRIPTS,
    "event handlers": HANDLERS,
    "addresses in links": [f'<a href="{address}">x</a>' for address in ADDRESSES],
    "addresses in Markdown": [f"[x](<{address}>) ![x]({address})" for address in ADDRESSES],
    "foreign pictures": [f'<img src="{each}">\n\n![x]({each})' for each in PICTURES],
    "SVG and MathML": SVG_AND_MATHML,
    "mutation and malformed tags": MUTATION,
    "styles": STYLES,
    "documents within": DOCUMENTS,
    "forms": FORMS,
    "clobbering": CLOBBERING,
    "Markdown": MARKDOWN,
}

PLACES = (
    "text {} text",
    "# {}",
    "- {}\n- [ ] {}",
    "> {}",
    "> [!NOTE]\n> {}",
    '!!! note "{}"\n    {}',
    "| {} | b |\n|---|---|\n| c | {} |",
    "term {}\n: {}",
    "`{}`",
    "[{}](kb:1)",
    '[x](kb:1 "{}")',
    "![{}](x.png)",
    '[x](kb:1){{title="{}"}}',
    "x[^n]\n\n[^n]: {}",
    "KB\n\n*[KB]: {}",
    "**{}**",
    "``` {}\nx\n```",
    "<div>\n\n{}\n\n</div>",
    "```\n{}\n```",
)


def payloads() -> tuple[str, ...]:
    """All payloads, each once, in the order of their groups."""
    return tuple(dict.fromkeys(each for group in GROUPS.values() for each in group))


def in_places(payload: str) -> str:
    """A body with the payload in each place where Markdown gives a text another meaning."""
    return "\n\n".join(_filled(place, payload) for place in PLACES)


def bodies() -> Iterator[str]:
    """Each payload alone, then each in all the places."""
    for payload in payloads():
        yield payload
    for payload in payloads():
        yield in_places(payload)


def _filled(place: str, payload: str) -> str:
    return place.replace("{}", payload).replace("{{", "{").replace("}}", "}")
