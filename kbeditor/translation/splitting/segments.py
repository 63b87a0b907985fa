"""Segments: what their texts are hashed and counted by, and those of a text's fields."""

from hashlib import blake2b

from kbeditor.domain.blocks import BlockKind, Segment
from kbeditor.domain.words import count_words


def segment_hash(kind: BlockKind, text: str) -> str:
    """32 hexadecimal digits, equal for the same kind and the same text but for white space."""
    said = " ".join(text.split())
    return blake2b(f"{kind}\n{said}".encode("utf-8", "replace"), digest_size=16).hexdigest()


def segment(
    kind: BlockKind,
    text: str,
    lines: tuple[int, int] = (0, 0),
    path: tuple[str, ...] = (),
    level: int = 0,
) -> Segment:
    """A segment with its hash and words; `lines` are its first and last (1-based)."""
    words = count_words(text) if kind.translatable else 0
    return Segment(kind, text, segment_hash(kind, text), words, *lines, path, level)


def field_segments(title: str, summary: str, keywords: str) -> tuple[Segment, ...]:
    """The segments of the fields that are not empty."""
    fields = (
        (BlockKind.TITLE, title),
        (BlockKind.SUMMARY, summary),
        (BlockKind.KEYWORDS, keywords),
    )
    return tuple(segment(kind, text) for kind, text in fields if text.strip())
