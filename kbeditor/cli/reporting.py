"""How reports of imports and exports, and what checks find, are listed."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any, NamedTuple

from kbeditor.cli.terminal import Screen, faint, strong
from kbeditor.cli.words import KINDS, number, words
from kbeditor.domain.finding import Report, ReportLine

_SHOWN = 10
"""Lines of one kind that a terminal shows unless asked for all."""
_STYLES = {"error": "bold red", "warning": "bold yellow", "info": "bold"}
_LEVELS = tuple(_STYLES)


class Entry(NamedTuple):
    """One thing to list. `where` names a page or file, `line` counts from 1 (0: none)."""

    level: str
    code: str
    where: str
    line: int
    what: str


def entries_of(lines: Iterable[ReportLine]) -> list[Entry]:
    """A report's lines."""
    return [Entry(each.level, each.code, each.place, each.line, each.text) for each in lines]


def show_entries(screen: Screen, entries: Sequence[Entry], *, everything: bool) -> None:
    """The entries under a heading per kind, the gravest first."""
    kinds: dict[tuple[str, str], list[Entry]] = {}
    for entry in sorted(entries, key=lambda each: _LEVELS.index(each.level)):
        kinds.setdefault((entry.level, entry.code), []).append(entry)
    for (level, code), found in kinds.items():
        shown = found if everything or not screen.is_terminal else found[:_SHOWN]
        screen.say("")
        screen.say(strong(words(KINDS, code), _STYLES[level]), faint(f" ({number(len(found))})"))
        for entry in shown:
            where = f"{entry.where}, line {entry.line}" if entry.line else entry.where
            screen.say("  ", ": ".join(part for part in (where, entry.what) if part))
        if len(shown) < len(found):
            screen.say(faint(f"  … and {number(len(found) - len(shown))} more (--all lists them)"))


def report_data(report: Report) -> dict[str, Any]:
    """A report as JSON."""
    return {
        "target": report.target,
        "counts": dict(report.counts),
        "seconds": round(report.seconds, 3),
        "lines": lines_data(report.lines),
    }


def lines_data(lines: Iterable[ReportLine]) -> list[dict[str, Any]]:
    """A report's lines as JSON."""
    return [asdict(line) for line in lines]
