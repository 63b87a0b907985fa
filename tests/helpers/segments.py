"""Segments for tests, made from short words."""

from collections.abc import Sequence

from hypothesis import strategies as st

from kbeditor.domain.blocks import FIELDS, BlockKind, Segment
from kbeditor.translation.splitting.segments import segment


def paragraphs(*texts: str) -> list[Segment]:
    """Paragraphs, one a line."""
    return [segment(BlockKind.PARAGRAPH, text, (at, at)) for at, text in enumerate(texts, 1)]


def items(*texts: str) -> list[Segment]:
    """The items of a list, one a line."""
    path = ("list", "item")
    return [segment(BlockKind.ITEM, text, (at, at), path) for at, text in enumerate(texts, 1)]


def heading(text: str, level: int = 2) -> Segment:
    """A heading."""
    return segment(BlockKind.HEADING, text, (1, 1), (), level)


def table(*rows: str) -> list[Segment]:
    """The cells of rows written as `a | b | c`."""
    return [
        segment(BlockKind.CELL, cell.strip(), (at, at), ("table", "row"))
        for at, row in enumerate(rows, 1)
        for cell in row.split("|")
    ]


def any_blocks(texts: Sequence[str], most: int = 10) -> st.SearchStrategy[list[Segment]]:
    """Any blocks of these texts as they may stand in a text: each field once, then the body."""
    text = st.sampled_from(texts)
    body = st.sampled_from([kind for kind in BlockKind if kind not in FIELDS])
    block = st.tuples(body, text).map(lambda each: segment(*each))
    fields = st.dictionaries(st.sampled_from(FIELDS), text).map(
        lambda found: [segment(kind, found[kind]) for kind in FIELDS if kind in found]
    )
    return st.tuples(fields, st.lists(block, max_size=most)).map(lambda each: each[0] + each[1])
