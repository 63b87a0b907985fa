"""The versions of a text as its history lists them, and what two of them say."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from kbeditor.domain.records import TextRef
from kbeditor.domain.states import Significance, State
from kbeditor.domain.word_diff import Piece

PUBLISHED, CHECKPOINT = "published", "checkpoint"

LEFT, WHILE, CLOSED, RESTORED, MERGED, REPLACED, NAMED = (
    *("left", "while", "closed", "restored", "merged", "replaced"),
    "named",
)
"""Why a checkpoint was made: its note. The text was left; ten minutes of writing; the library was
closed; before a version was restored, texts merged, words replaced; to be named.
"""


class Content(NamedTuple):
    """All that a reader sees of a text."""

    title: str
    summary: str
    keywords: tuple[str, ...]
    body: str


@dataclass(frozen=True, slots=True)
class Version:
    """One revision of a text. `number` is 0 for a checkpoint, `name` "" while it has none.

    `base_number` is the number of the source's version that a translation followed (0: none). For
    a checkpoint `note` is the code of why it was made.
    """

    id: str
    number: int
    kind: str
    name: str
    author: str
    role: str
    created_at: datetime
    words: int
    significance: Significance
    note: str
    content_hash: str
    base_number: int
    live: bool


@dataclass(frozen=True, slots=True)
class TextHistory:
    """A text's versions, the newest first, and where its working text stands beside them."""

    ref: TextRef
    title: str
    state: State
    working_hash: str
    edited_at: datetime
    edited_by: str
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of two versions laid beside each other.

    `field` is "title", "summary", "keywords" or "body"; `change` "same", "edited", "new", "removed"
    or "moved". Lines are those of the bodies, from 1, both inclusive; (0, 0): not there.
    """

    field: str
    change: str
    pieces: tuple[Piece, ...]
    old_lines: tuple[int, int] = (0, 0)
    new_lines: tuple[int, int] = (0, 0)
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two versions say, and how the older became the newer."""

    old: Content
    new: Content
    parts: tuple[Part, ...]

    @property
    def changes(self) -> int:
        """How many parts differ."""
        return sum(part.change != "same" for part in self.parts)
