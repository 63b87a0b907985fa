"""The preview's blocks with their `kb:` links and pictures resolved, block by block."""

from collections.abc import Mapping, Sequence

from kbeditor.domain.rendered import Block, Link, Preview, Target
from kbeditor.rendering.resolve import resolve

_NEEDS_TARGET = ("article", "picture")


def wanted_ids(preview: Preview) -> frozenset[str]:
    """Ids of the library that a preview links to or shows."""
    return frozenset(link.target for link in preview.links if is_internal(link))


def is_internal(link: Link) -> bool:
    """Whether a link or picture is the library's own: `kb:ID`, not an address or a path."""
    plain = link.target.replace("-", "")
    return link.kind in _NEEDS_TARGET and plain.isalnum() and plain.isascii()


class PageBlocks:
    """Resolves blocks and keeps those it has seen, so that typing costs one block only."""

    def __init__(self) -> None:
        self._known: dict[str, Block] = {}
        self._targets: dict[str, Target | None] = {}

    def resolve(
        self, blocks: Sequence[Block], targets: Mapping[str, Target | None]
    ) -> tuple[Block, ...]:
        """The blocks as the page shows them; an id without target is marked as broken.

        Equal keys still mean equal HTML: a block whose targets changed gets another key.
        """
        if targets != self._targets:
            self._targets = dict(targets)
            self._known = {key: block for key, block in self._known.items() if block.key == key}
        shown = [self._one(block) for block in blocks]
        used = {block.key for block in blocks}
        self._known = {key: block for key, block in self._known.items() if key in used}
        return tuple(
            Block(block.line, done.key, done.html)
            for block, done in zip(blocks, shown, strict=True)
        )

    def _one(self, block: Block) -> Block:
        done = self._known.get(block.key)
        if done is None:
            done = self._known[block.key] = self._resolve(block)
        return done

    def _resolve(self, block: Block) -> Block:
        if '="kb:' not in block.html:
            return block
        html, _broken = resolve(block.html, lambda id_, _fragment, _picture: self._targets.get(id_))
        return Block(block.line, f"{block.key}:{hash(html)}", html)
