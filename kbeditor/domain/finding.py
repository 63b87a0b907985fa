"""What search, checks and reports find."""

from dataclasses import dataclass

from kbeditor.domain.records import Ref


@dataclass(frozen=True, slots=True)
class Hit:
    """One search result. In `snippet` the matched words stand between \\x02 and \\x03."""

    owner: Ref
    locale: str
    title: str
    snippet: str
    path: tuple[str, ...]  # category titles from the top
    score: float  # higher is better
    mark: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check found. `code` e.g. `broken_link`; `line` from 1, 0 if none."""

    code: str
    owner: Ref | None
    locale: str
    title: str
    line: int
    detail: str


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One line of a report. `level`: "info", "warning", "error"; `place`: a file, page or title."""

    level: str
    code: str
    place: str
    line: int
    text: str  # plain English sentence


@dataclass(frozen=True, slots=True)
class Report:
    """What a long work did: counted things by code, and lines worth reading."""

    target: str
    counts: tuple[tuple[str, int], ...]
    lines: tuple[ReportLine, ...]
    seconds: float
