"""What a library keeps of its readers: their votes, what they looked for, where they were led."""

from dataclasses import dataclass

from kbeditor.domain.records import Ref
from kbeditor.domain.votes import FailedSearch, Vote


@dataclass(frozen=True, slots=True)
class KeptAddress:
    """An address that a page had in releases of a profile, from the `first` to the `last`."""

    profile: str
    address: str
    owner: Ref
    locale: str
    parent_id: str | None
    title: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Readers:
    """All of it, each in an order that is always the same; votes by article and locale."""

    votes: tuple[Vote, ...] = ()
    searches: tuple[FailedSearch, ...] = ()
    addresses: tuple[KeptAddress, ...] = ()
