"""What a check is given and what it finds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kbeditor.domain.blocks import BlockKind, Fix
from kbeditor.translation.glossary import Glossary
from kbeditor.translation.inline import Token, tokens
from kbeditor.translation.pieces import Piece, pieces
from kbeditor.translation.prose import prose

ERROR = "error"
WARNING = "warning"


@dataclass(frozen=True, slots=True)
class LocalePair:
    """From which locale into which (BCP 47 tags)."""

    source: str
    target: str

    @property
    def languages(self) -> tuple[str, str]:
        """Both without script and region, lower case."""
        return self.source.split("-")[0].lower(), self.target.split("-")[0].lower()


class Side:
    """One text of a block, read once for all checks."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: tuple[Token, ...] = tokens(text)
        self.prose = prose(self.tokens)
        self.pieces: tuple[Piece, ...] = pieces(self.tokens)


@dataclass(frozen=True, slots=True)
class Block:
    """A block beside its translation. `glossary` None: there are no terms."""

    source: Side
    target: Side
    kind: BlockKind
    locales: LocalePair
    glossary: Glossary | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What a check found, at `start` to `end` of the target."""

    level: str
    detail: str
    start: int
    end: int
    fixes: tuple[Fix, ...] = ()


CheckFunction = Callable[[Block], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Check:
    """A check: its stable id and its function."""

    id: str
    function: CheckFunction
