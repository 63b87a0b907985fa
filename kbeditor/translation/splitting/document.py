"""A text split into segments, and put together again with other texts in their places."""

from collections.abc import Mapping, Sequence

from kbeditor.domain.blocks import Segment
from kbeditor.translation.splitting.segments import field_segments, segment
from kbeditor.translation.splitting.source import Source
from kbeditor.translation.splitting.writing import replaced


class Document:
    """The segments of a body. Whatever is between them is kept to the byte."""

    def __init__(self, body: str) -> None:
        self.body = body
        self.source = Source(body)
        self.segments: tuple[Segment, ...] = tuple(
            segment(
                self.source.kind(index),
                self.source.text(index),
                (leaf.start + 1, leaf.end),
                self.source.path(index),
                self.source.level(index),
            )
            for index, leaf in enumerate(self.source.leaves)
        )

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
        return replaced(self.source, texts)


def split(body: str) -> Document:
    """The segments of any text. Never raises; see `domain.blocks.Segment`."""
    return Document(body)


def text_segments(
    title: str, summary: str, keywords: Sequence[str], body: str
) -> tuple[Segment, ...]:
    """All segments of a text: the fields that are not empty, then the body's."""
    return (*field_segments(title, summary, ", ".join(keywords)), *split(body).segments)
