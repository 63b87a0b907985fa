"""Translation units: what goes to other translation tools as a file, and what comes back."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol

from kbeditor.domain.blocks import BlockKind, BlockState, Freshness, GlossaryTerm
from kbeditor.domain.exchange import FormatInfo
from kbeditor.domain.finding import Report, ReportLine
from kbeditor.domain.progress import Progress
from kbeditor.domain.records import Ref


@dataclass(frozen=True, slots=True)
class Unit:
    """One block on its way out. `target` "" where there is none; `previous` the old source where
    the translation is outdated. `notes` are comments for the translator.
    """

    id: str
    kind: BlockKind
    source: str
    source_hash: str
    target: str
    state: BlockState
    freshness: Freshness
    previous: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitFile:
    """All units of one article or category, in order. `path` are its categories' titles.

    `skeleton` is the source's Markdown with `{{kb:ID}}` in the place of each of these units: what
    is around them, for tools that put a translated text together; "" where it is not wanted.
    """

    owner: Ref
    title: str
    path: tuple[str, ...]
    units: tuple[Unit, ...]
    skeleton: str = ""


@dataclass(frozen=True, slots=True)
class UnitJob:
    """What is handed out: one pair of locales of one library. `files` starts anew at each call.

    `companions` are what a package holds beside the blocks; None: nothing.
    """

    library_id: str
    library_name: str
    source_locale: str
    target_locale: str
    created_at: datetime
    program: str  # "kbeditor 0.2.0"
    files: "UnitFiles"
    companions: "Companions | None" = None


class UnitFiles(Protocol):
    """Iterates the files of a job; a big library is never held as a whole."""

    def __call__(self) -> Iterator[UnitFile]:
        """Begin anew."""


@dataclass(frozen=True, slots=True)
class UnitOptions:
    """How to hand out. `only` is "all", "missing" or "outdated" ("todo": both).

    `prefill`: units without a translation carry the source as their target (OmegaT 3.6 sees no
    others). `xliff` is what a package holds: "2.0", or "1.2" for tools that know no other.
    """

    only: str = "all"
    prefill: bool = False
    xliff: str = "2.0"


@dataclass(frozen=True, slots=True)
class IncomingUnit:
    """One block that comes back. `source_hash` "" when the file has none (then `source` tells).

    `state` None: the file does not say. `place` is where it stands in the file (line or row).
    """

    id: str
    owner_id: str
    source: str
    source_hash: str
    target: str
    state: BlockState | None
    place: int


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file that was read. `library_id` "" when it does not say. `lines` tell what was refused."""

    format: str
    library_id: str
    source_locale: str
    target_locale: str
    units: tuple[IncomingUnit, ...]
    lines: tuple[ReportLine, ...] = ()


class UnitFormat(Protocol):
    """A file format for translation units; named in `exchange/catalogue.py`."""

    @property
    def info(self) -> FormatInfo:
        """What the format is called."""

    def write(self, job: UnitJob, target: Path, options: UnitOptions, progress: Progress) -> Report:
        """Write `target` as a whole or not at all. Raises KbError, Cancelled."""

    def recognises(self, source: Path) -> bool:
        """Whether a file looks like this format; cheap, never raises."""

    def read(self, source: Path, progress: Progress) -> Incoming:
        """Read and check a file. Raises KbError `bad_file` with path and line."""


@dataclass(frozen=True, slots=True)
class MemoryUnit:
    """One pair for the memory (TMX). `created_at` ISO 8601, UTC; `origin` free words."""

    source: str
    target: str
    origin: str
    created_at: str


@dataclass(frozen=True, slots=True)
class PreviewPage:
    """A text as its readers see it: safe HTML, in which the pictures lie at `pictures/NAME`.

    `pictures` gives the bytes by NAME, the same name for the same picture on every page. Links to
    other articles lead to `ID.html`, or nowhere.
    """

    title: str
    html: str
    pictures: Mapping[str, Callable[[], bytes]] = field(default_factory=dict)


class Companions(Protocol):
    """What a translator's package holds beside the blocks; asked for while it is written."""

    def page(self, owner: Ref, locale: str) -> PreviewPage | None:
        """The published source, or the working translation; None where there is none."""

    def memory(self, units: Iterable[Unit]) -> Iterable[MemoryUnit]:
        """What was translated before and fits these blocks, each pair once."""

    def glossary(self, units: Iterable[Unit]) -> Iterable[GlossaryTerm]:
        """The terms that are in these blocks."""


@dataclass(frozen=True, slots=True)
class GlossaryFile:
    """Terms that were read from a file (ids are not kept), and what was refused."""

    source_locale: str
    terms: tuple[GlossaryTerm, ...]
    lines: tuple[ReportLine, ...] = ()
