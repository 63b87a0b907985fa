"""Blocks: the units that are translated, their two axes of state, and what is shown of them."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum

from kbeditor.domain.records import TextRef


class BlockKind(StrEnum):
    """What a block is. Title, summary and keywords are a text's fields; the others its body's."""

    TITLE = "title"
    SUMMARY = "summary"
    KEYWORDS = "keywords"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    QUOTE = "quote"
    TERM = "term"
    DEFINITION = "definition"
    FOOTNOTE = "footnote"
    CAPTION = "caption"  # the title of a call-out, admonition or collapsible part
    CODE = "code"
    HTML = "html"

    @property
    def translatable(self) -> bool:
        """Code and HTML are shown, and told when they change, but are not counted as words."""
        return self not in (BlockKind.CODE, BlockKind.HTML)


FIELDS = (BlockKind.TITLE, BlockKind.SUMMARY, BlockKind.KEYWORDS)
"""The kinds that stand before the body, in this order."""


class BlockState(IntEnum):
    """How far the work on a translated block is."""

    EMPTY = 0
    DRAFT = 1
    TRANSLATED = 2
    REVIEWED = 3

    @property
    def code(self) -> str:
        """The stable lower-case word."""
        return self.name.lower()

    @classmethod
    def from_code(cls, code: str) -> "BlockState":
        """The state of a code. ValueError if unknown."""
        for state in cls:
            if state.code == code:
                return state
        raise ValueError(code)


class Freshness(StrEnum):
    """How a translated block stands to the published source: computed, never set."""

    CURRENT = "current"
    OUTDATED = "outdated"
    NEW = "new"  # in the source, not here
    ORPHAN = "orphan"  # here, no longer in the source


@dataclass(frozen=True, slots=True)
class Segment:
    """One block as it stands in a text.

    `text` is its Markdown without the marks of what it stands in (list markers, quotation marks,
    heading marks, indentation), lines parted by "\\n". `hash` is over kind and text, white space
    normalised: it tells whether two blocks say the same, and is not an id. `line` to `end_line`
    (1-based, inclusive) are its lines in the body, 0 for fields. `path` names what it stands in,
    outermost first (`list`, `item`, `quote`, `table` …); `level` is a heading's 1 to 6, else 0.
    """

    kind: BlockKind
    text: str
    hash: str
    words: int
    line: int = 0
    end_line: int = 0
    path: tuple[str, ...] = ()
    level: int = 0


@dataclass(frozen=True, slots=True)
class BlockPair:
    """A block of the source beside its translation: a row of the translation view.

    `id` is the source block's persistent id, or an orphan's own. `source` is the published source's
    Markdown (None: orphan), `target` the working text's (None: nothing there yet), `previous` what
    the translation is based on where that is outdated. `words` are the source's. Lines are 1-based,
    0 where there is none. `target_id` is the id of the target's block. `shared` is true when the
    target's block stands for several blocks of the source.
    """

    id: str
    kind: BlockKind
    source: str | None
    target: str | None
    previous: str | None
    state: BlockState
    freshness: Freshness
    words: int
    source_hash: str
    source_line: int
    target_line: int
    target_id: str | None = None
    shared: bool = False
    open_notes: int = 0

    @property
    def needs_work(self) -> bool:
        """Whether a translator has something to do here."""
        if self.freshness is Freshness.ORPHAN:
            return True
        if not self.kind.translatable:
            return self.freshness is not Freshness.CURRENT
        return self.freshness is not Freshness.CURRENT or self.state < BlockState.TRANSLATED


@dataclass(frozen=True, slots=True)
class Equivalence:
    """A change of the source that was called minor: `old` says the same as `new`. Revocable."""

    id: int
    source: TextRef
    block_id: str
    old_hash: str
    new_hash: str
    old_text: str
    new_text: str
    who: str
    why: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class SourceChange:
    """A block that publishing the source changes.

    `change` is "edited", "new", "removed" or "moved"; `minor`: the same once markup is stripped, so
    it is proposed as minor.
    """

    block_id: str
    kind: BlockKind
    change: str
    old: str | None
    new: str | None
    words: int
    minor: bool


@dataclass(frozen=True, slots=True)
class LocaleCost:
    """What publishing the source costs one locale: blocks and source words to be done again."""

    locale: str
    outdated_blocks: int
    outdated_words: int
    new_blocks: int
    new_words: int
    orphans: int


@dataclass(frozen=True, slots=True)
class PublishCost:
    """What publishing the working source would change. `proposed_minor`: every change is."""

    changes: tuple[SourceChange, ...]
    locales: tuple[LocaleCost, ...]
    proposed_minor: bool


@dataclass(frozen=True, slots=True)
class Match:
    """A suggestion from the memory. `percent` 0 to 101 (101: same neighbours, too).

    `origin` names where it comes from: an article's title, or a file that was imported. `spans` are
    where the words stand that a concordance looked for (characters; `percent` is then 0).
    """

    source: str
    target: str
    percent: int
    origin: str
    owner_id: str | None
    created_at: str
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """A term and what it is to be called in one locale. `forbidden` are wrong translations."""

    id: str
    term: str
    locale: str
    translation: str
    forbidden: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class TermHit:
    """A glossary term found in a source block, at `start` to `end` (characters)."""

    term: GlossaryTerm
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Fix:
    """One way to mend an issue: the target with `replacement` at `start` to `end`."""

    code: str
    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class CheckIssue:
    """Something that a check holds against a translated block.

    `check` is the check's id (`links`, `numbers` …), `start` and `end` place it in the target,
    `detail` names the thing (an address, a number, a term). `level` is "error" or "warning".
    `fingerprint` is the same as long as the issue is: dismissals hang on it.
    """

    check: str
    level: str
    detail: str
    start: int
    end: int
    fingerprint: str
    fixes: tuple[Fix, ...] = ()

    def place(self, target: str) -> tuple[int, int]:
        """Where to show it in `target`: what is missing, at the last word before its place."""
        if self.start < self.end:
            return self.start, self.end
        before = target[: max(0, self.end - 1)]
        return max(before.rfind(" "), before.rfind("\n")) + 1, self.end


@dataclass(frozen=True, slots=True)
class Dismissal:
    """An issue that somebody called no fault, and why. Revocable."""

    id: int
    text: TextRef
    block_id: str
    check: str
    fingerprint: str
    detail: str
    reason: str
    who: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class LibraryIssue:
    """A check's issue with the block it was found in, for the library's list."""

    text: TextRef
    title: str
    block_id: str
    target_line: int
    issue: CheckIssue
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class PlacedIssue:
    """An issue where it stands in a translation's body: `start` to `end` are its characters.

    Where something is missing, they are those of the last word of its block; `target` is its text.
    """

    start: int
    end: int
    block_id: str
    issue: CheckIssue
    target: str


@dataclass(frozen=True, slots=True)
class BlockGap:
    """A block of the source that the translation lacks and that needs no translating.

    `what` is code, html or image; `text` is the source's, as it would be put in.
    """

    block_id: str
    what: str
    text: str


@dataclass(frozen=True, slots=True)
class NoteThread:
    """A comment and its answers, on a block (`block_id`) or on the whole article.

    `locale` None: it concerns every locale. The first note opens the thread.
    """

    id: str
    owner: TextRef
    block_id: str | None
    notes: tuple["Note", ...]
    resolved_at: datetime | None
    resolved_by: str


@dataclass(frozen=True, slots=True)
class Note:
    """One comment. `role` is who speaks: editor, translator, reviewer or manager."""

    id: str
    author: str
    role: str
    body: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One article in the work queue of a locale.

    `step` is what it waits for: translate, update, finish, review, publish or answer (only notes
    are open); words are the source's. `stale_since` is ISO 8601 (UTC), "" when it is not outdated.
    """

    id: str
    title: str
    path: tuple[str, ...]
    mark: int
    step: str
    words_left: int
    blocks_left: int
    stale_since: str
    important: bool
    promoted: bool
    edited_at: str
    open_notes: int
