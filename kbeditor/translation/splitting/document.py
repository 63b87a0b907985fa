"""A text split into segments, and put together again with other texts in their places."""

from collections.abc import Collection, Mapping, Sequence

from kbeditor.domain.blocks import BlockKind, Segment
from kbeditor.translation.splitting.inserting import insert
from kbeditor.translation.splitting.removing import without
from kbeditor.translation.splitting.segments import field_segments, segment
from kbeditor.translation.splitting.source import Source
from kbeditor.translation.splitting.writing import replaced


class Document:
    """The segments of a body. Whatever is between them is kept to the byte."""

    def __init__(self, body: str, before: "Document | None" = None) -> None:
        """See `split`."""
        self.body = body
        self.source = Source(body)
        known = {(each.kind, each.text): each for each in before.segments} if before else {}
        self.segments: tuple[Segment, ...] = tuple(
            self._segment(index, known) for index in range(len(self.source.leaves))
        )

    def _segment(self, index: int, known: Mapping[tuple[BlockKind, str], Segment]) -> Segment:
        source, leaf = self.source, self.source.leaves[index]
        kind, text = source.kind(index), source.text(index)
        lines, path, level = (leaf.start + 1, leaf.end), source.path(index), source.level(index)
        said = known.get((kind, text))
        if said is None:
            return segment(kind, text, lines, path, level)
        return Segment(kind, text, said.hash, said.words, *lines, path, level)

    def offsets(self, index: int) -> tuple[int, int]:
        """Where a segment's text begins and ends in the body, in characters."""
        spans = self.source.spans(index)
        return spans[0][0], spans[-1][1]

    def replaced(self, texts: Mapping[int, str]) -> str:
        """The body with other texts in the places of segments; the marks around them stay.

        What would make a text another kind of block is escaped; lines are joined where only one may
        be (headings, cells, captions, terms); blank lines within a text go. A blank text removes
        its segment as `without` does.
        """
        blank = {index for index, text in texts.items() if not text.strip()}
        body = replaced(self.source, {i: text for i, text in texts.items() if i not in blank})
        return without(Source(body), blank) if blank else body

    def without(self, indexes: Collection[int]) -> str:
        """The body without some segments, and without the marks that nothing is left of.

        A list item, a table row or a quotation goes with the last text in it.
        """
        return without(self.source, indexes)


def split(body: str, before: Document | None = None) -> Document:
    """The segments of any text. Never raises; see `domain.blocks.Segment`.

    `before` is the text as it was: what it said already is not hashed and counted again, which
    takes longer than all the rest.
    """
    return Document(body, before)


def insert_block(
    source: Document, index: int, target: Document, links: Mapping[int, int], text: str
) -> str:
    """The target's body with the source's segment `index` put in, saying `text`.

    It goes beside the counterparts of its neighbours (`links`: source index to target index) in the
    same list, table or quotation; where the target has none of those the source's marks are taken.
    Each place is checked by splitting again; the last resort is a block of its own at the end.
    """
    return insert(source.source, index, target.source, links, text)


def text_segments(
    title: str, summary: str, keywords: Sequence[str], body: str
) -> tuple[Segment, ...]:
    """All segments of a text: the fields that are not empty, then the body's."""
    return (*field_segments(title, summary, ", ".join(keywords)), *split(body).segments)
