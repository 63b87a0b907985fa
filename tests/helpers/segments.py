"""Segments for tests, made from short words."""

from hashlib import sha256

from kbeditor.domain.blocks import BlockKind, Segment
from kbeditor.domain.words import count_words


def segment(
    text: str,
    kind: BlockKind = BlockKind.PARAGRAPH,
    line: int = 0,
    path: tuple[str, ...] = (),
    level: int = 0,
) -> Segment:
    """One block; its hash is over kind and text with white space normalised."""
    plain = " ".join(text.split())
    return Segment(
        kind=kind,
        text=text,
        hash=sha256(f"{kind}\0{plain}".encode()).hexdigest()[:16],
        words=count_words(text) if kind.translatable else 0,
        line=line,
        end_line=line,
        path=path,
        level=level,
    )


def paragraphs(*texts: str) -> list[Segment]:
    """Paragraphs, one a line."""
    return [segment(text, line=at) for at, text in enumerate(texts, 1)]


def table(*rows: str, line: int = 1) -> list[Segment]:
    """The cells of rows written as `a | b | c`."""
    return [
        segment(cell.strip(), BlockKind.CELL, line + at, ("table",))
        for at, row in enumerate(rows)
        for cell in row.split("|")
    ]
