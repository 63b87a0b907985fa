"""What a use case changed, as data: the one signal that tells every pane."""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from typing import Generic, TypeVar

from kbeditor.domain.records import Ref, TextRef

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Changes:
    """Which things changed; empty sets mean: not these.

    `tree` holds articles and categories that were added, moved, trashed, restored or relabelled;
    `texts` those texts whose title, body, state or freshness changed (for a published source that
    is the source alone: panes that show freshness look at all locales of the owner); a text whose
    blocks' states or freshness changed is among them, too. `notes`, `glossary`, `checks` (issues
    that were dismissed), `votes` (of readers) and `people` (who work here) tell that some of those
    changed.
    """

    tree: frozenset[Ref] = frozenset()
    texts: frozenset[TextRef] = frozenset()
    attachments: frozenset[str] = frozenset()
    locales: bool = False
    settings: bool = False
    notes: bool = False
    glossary: bool = False
    checks: bool = False
    votes: bool = False
    people: bool = False
    everything: bool = False

    def __or__(self, other: "Changes") -> "Changes":
        return Changes(
            self.tree | other.tree,
            self.texts | other.texts,
            self.attachments | other.attachments,
            self.locales or other.locales,
            self.settings or other.settings,
            self.notes or other.notes,
            self.glossary or other.glossary,
            self.checks or other.checks,
            self.votes or other.votes,
            self.people or other.people,
            self.everything or other.everything,
        )

    def __bool__(self) -> bool:
        return any(getattr(self, each.name) for each in fields(self))

    def owners(self) -> Iterator[Ref]:
        """Articles and categories touched in any way, each once."""
        seen = set(self.tree)
        yield from self.tree
        for text in self.texts:
            if text.owner not in seen:
                seen.add(text.owner)
                yield text.owner


EVERYTHING = Changes(everything=True)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What a use case gives back: its value and what it changed.

    `undo` is the new top of the undo list after it (None: nothing to undo), `redo` likewise.
    """

    value: T
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class Act:
    """Names something done, for the undo entry: a code (`article.move`) and its details."""

    code: str
    details: dict[str, object] = field(default_factory=dict)
