"""A text that two people changed at once: what is settled, and what somebody has to decide."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kbeditor.domain.records import Text


@dataclass(frozen=True, slots=True)
class Words:
    """What a person writes in a text."""

    title: str
    summary: str
    keywords: tuple[str, ...]
    body: str


class Origin(StrEnum):
    """Who a stretch of a merged text is from."""

    BASE = "base"  # nobody changed it
    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"  # both made the same change
    WORDS = "words"  # both changed it, each at another place
    CLASH = "clash"  # both changed it: to be decided


@dataclass(frozen=True, slots=True)
class Stretch:
    """One or several blocks that stand together.

    `text` is what a merge made of them, without the line breaks behind them; "" where they were
    taken out, and for a clash, which is decided from `mine` and `theirs` ("" in those: taken out;
    in `base`: there was nothing). `gap` are the line breaks up to what follows, `seam` those
    between mine and theirs where both are kept.
    """

    origin: Origin
    text: str
    gap: str
    base: str = ""
    mine: str = ""
    theirs: str = ""

    seam: str = "\n\n"

    @property
    def both(self) -> str:
        """Mine, and theirs behind it."""
        return self.seam.join(each for each in (self.mine, self.theirs) if each)


@dataclass(frozen=True, slots=True)
class Merged:
    """One field of a text, stretch by stretch; `start` and `end` is the white space around it."""

    stretches: tuple[Stretch, ...]
    start: str = ""
    end: str = ""

    @property
    def clashes(self) -> tuple[int, ...]:
        """Which stretches have to be decided."""
        return tuple(at for at, each in enumerate(self.stretches) if each.origin is Origin.CLASH)

    @property
    def settled(self) -> int:
        """How many stretches were changed by somebody and needed no decision."""
        quiet = Origin.BASE, Origin.CLASH
        return sum(each.origin not in quiet for each in self.stretches)

    def text(self, decided: Mapping[int, str] | None = None) -> str:
        """The whole field; a clash says what was `decided` for it, else what I wrote."""
        parts = []
        for at, each in enumerate(self.stretches):
            said = each.text
            if each.origin is Origin.CLASH:
                said = (decided or {}).get(at, each.mine)
            if said:
                parts += [said, each.gap]
            elif each.origin is Origin.CLASH and parts and len(parts[-1]) < len(each.gap):
                parts[-1] = each.gap  # what was to follow in the same list is not there
        if not parts:
            return self.start + self.end
        return "".join((self.start, *parts[:-1], self.end))


@dataclass(frozen=True, slots=True)
class MergedText:
    """All fields of a text. Keywords never clash: what either took out is out, the rest is in."""

    title: Merged
    summary: Merged
    keywords: tuple[str, ...]
    body: Merged

    @property
    def fields(self) -> tuple[tuple[str, Merged], ...]:
        """The fields in which something may have to be decided, by name."""
        return (("title", self.title), ("summary", self.summary), ("body", self.body))

    @property
    def clashes(self) -> int:
        """How many stretches have to be decided."""
        return sum(len(merged.clashes) for _, merged in self.fields)

    @property
    def settled(self) -> int:
        """How many stretches were changed and needed no decision."""
        return sum(merged.settled for _, merged in self.fields)

    @property
    def words(self) -> Words:
        """The merged text, where nothing clashes; a clash says what I wrote."""
        return Words(self.title.text(), self.summary.text(), self.keywords, self.body.text())


@dataclass(frozen=True, slots=True)
class Meeting:
    """A text that somebody else wrote meanwhile: `theirs`, what both began with, and mine."""

    theirs: Text
    base: Words
    mine: Words
    merged: MergedText
