"""Work states of a text, and the one-byte mark that a tree or a matrix shows for it."""

from enum import IntEnum


class State(IntEnum):
    """How far the working text of an article or category is, in one locale."""

    MISSING = 0
    DRAFT = 1
    IN_REVIEW = 2
    PUBLISHED = 3

    @property
    def code(self) -> str:
        """The stable lower-case word: `missing`, `draft`, `in_review`, `published`."""
        return self.name.lower()

    @classmethod
    def from_code(cls, code: str) -> "State":
        """The state of a code; `review` is taken for `in_review`. ValueError if unknown."""
        word = code.strip().lower().replace("-", "_")
        if word == "review":
            return cls.IN_REVIEW
        for state in cls:
            if state.code == word:
                return state
        raise ValueError(code)


class Significance(IntEnum):
    """How big a published change of the source is for its translators."""

    MINOR = 0  # translators are not called
    UPDATE = 1
    IMPORTANT = 2  # readers of a stale translation see a warning

    @property
    def code(self) -> str:
        """The stable lower-case word."""
        return self.name.lower()


OUTDATED = 4
LIVE = 8
"""Bits of a mark, beside the two of the state."""


def make_mark(state: int, outdated: bool, live: bool) -> int:
    """One byte: bits 0-1 the state, bit 2 outdated, bit 3 a published version is live."""
    return int(state) | (OUTDATED if outdated else 0) | (LIVE if live else 0)


def mark_state(mark: int) -> State:
    """The work state in a mark."""
    return State(mark & 3)


def mark_outdated(mark: int) -> bool:
    """Whether the text is based on a source older than the published one."""
    return bool(mark & OUTDATED)


def mark_live(mark: int) -> bool:
    """Whether a published version is live, whatever the working text's state."""
    return bool(mark & LIVE)
