"""The preview's blocks with their `kb:` links and pictures resolved, block by block."""

from collections.abc import Mapping

from kbeditor.domain.rendered import Link, Preview, Target
from kbeditor.rendering.resolve import resolve

_NEEDS_TARGET = ("article", "picture")
_SPARE = 1000


def wanted_ids(preview: Preview) -> frozenset[str]:
    """Ids of the library that a preview links to or shows."""
    return frozenset(link.target for link in preview.links if is_internal(link))


def is_internal(link: Link) -> bool:
    """Whether a link or picture is the library's own: `kb:ID`, not an address or a path."""
    plain = link.target.replace("-", "")
    return link.kind in _NEEDS_TARGET and plain.isalnum() and plain.isascii()


class PageBlocks:
    """Keeps the blocks of a page by key: typing then costs one block, not the whole page.

    What a page shows is told by its own keys: equal ones mean equal HTML, and a block whose
    targets changed gets another.
    """

    def __init__(self) -> None:
        self._raw: dict[str, str] = {}  # as rendered, by key
        self._shown: dict[str, str] = {}  # the page's key of those with links into the library
        self._html: dict[str, str] = {}  # as resolved, by the page's key
        self._targets: Mapping[str, Target | None] = {}

    @property
    def known(self) -> frozenset[str]:
        """Keys of blocks whose HTML need not be sent again."""
        return frozenset(self._raw)

    def take(self, preview: Preview) -> None:
        """Keep the HTML of a preview's blocks; blocks already known come without it."""
        for block in preview.blocks:
            if block.html:
                self._raw[block.key] = block.html
        if len(self._raw) > 2 * len(preview.blocks) + _SPARE:
            used = {block.key for block in preview.blocks}
            self._raw = {key: html for key, html in self._raw.items() if key in used}
            self._shown, self._html = {}, {}

    def keys(self, preview: Preview, targets: Mapping[str, Target | None]) -> list[str]:
        """The page's keys, in order; an id without target is marked as broken in the HTML."""
        if targets != self._targets:
            self._targets = dict(targets)
            self._shown, self._html = {}, {}
        shown = self._shown
        return [shown.get(block.key) or self._show(block.key) for block in preview.blocks]

    def html(self, key: str) -> str:
        """The HTML of one of the page's keys."""
        return self._html[key]

    def _show(self, key: str) -> str:
        html = self._raw.get(key, "")
        shown = key
        if '="kb:' in html:
            html, _broken = resolve(html, lambda id_, _part, _picture: self._targets.get(id_))
            shown = f"{key}:{hash(html)}"
        self._shown[key] = shown
        self._html[shown] = html
        return shown
