"""Files for translators, out and in: what `export` and `import` do with them."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from kbeditor.cli.failures import EXPECTED
from kbeditor.cli.library import known_tag
from kbeditor.cli.progress import progress
from kbeditor.cli.reporting import Entry, entries_of, lines_data, report_data, show_entries
from kbeditor.cli.terminal import Screen, complain
from kbeditor.cli.words import counted, duration, listed
from kbeditor.domain.finding import Report
from kbeditor.domain.handing import HandingPlan, PlannedBlock, Verdict, reason
from kbeditor.domain.units import UnitOptions

if TYPE_CHECKING:
    from kbeditor.app.workspace import Workspace

_SHORTEST = 60
_LEVELS = {Verdict.CONFLICT: "warning", Verdict.REFUSED: "warning"}


def handed_format(workspace: "Workspace", typed: str, target: Path) -> str | None:
    """The format for translators that was meant, or None: it is another one."""
    if typed == "glossary":
        typed = "tbx" if target.suffix.lower() == ".tbx" else "glossary-csv"
    return typed if typed in {each.id for each in workspace.handing.formats()} else None


def hand_out(
    workspace: "Workspace", format_id: str, target: Path, locales: list[str], options: UnitOptions
) -> Report:
    """Write what the translators of one locale get."""
    if len(locales) != 1:
        raise typer.BadParameter("Say for which one language: --locale fr.", param_hint="--locale")
    locale = known_tag(workspace, locales[0])
    with progress() as work:
        return workspace.handing.export(format_id, locale, target, options, work)


def take_in(
    workspace: "Workspace",
    source: Path,
    locale: str | None,
    *,
    dry_run: bool,
    take_good: bool,
    overwrite: bool,
    everything: bool,
    as_json: bool,
) -> None:
    """Bring in what translators gave back, or show what that would do.

    Where something would be left out, nothing comes in unless that was agreed to.
    """
    screen = Screen()
    with progress() as work:
        plan = workspace.handing.plan(source, locale and known_tag(workspace, locale), work)
    accept = plan.good
    if overwrite:
        accept |= {each.id for each in plan.blocks if each.choosable}
    if dry_run:
        if as_json:
            screen.data(_plan_data(plan))
        else:
            screen.say(f"{source} would bring {_brings(plan)}. Nothing was changed.")
            show_entries(screen, _entries(plan), everything=everything)
        return
    left = len(plan.left(accept)) + sum(each.level != "info" for each in plan.lines)
    if left and not take_good and not _agreed(screen, plan, left, everything, as_json):
        complain(
            f"Nothing was imported: {counted('left_out', left)}. "
            "“--take-good” brings in the others, “--dry-run” lists all of them."
        )
        raise typer.Exit(EXPECTED)
    with progress() as work:
        report = workspace.handing.apply(plan, accept, work).value
    if as_json:
        screen.data(report_data(report))
        return
    took = duration(report.seconds)
    screen.say(f"Imported {source}: {listed(report.counts)} ({took}).")
    show_entries(screen, entries_of(report.lines), everything=everything)


def _agreed(screen: Screen, plan: HandingPlan, left: int, everything: bool, as_json: bool) -> bool:
    """Ask who sits before a terminal; a script must have said it beforehand."""
    if as_json or not (sys.stdin.isatty() and screen.is_terminal):
        return False
    screen.say(f"{plan.path} would bring {_brings(plan)}.")
    show_entries(screen, _entries(plan), everything=everything)
    return typer.confirm(f"{counted('left_out', left)}. Bring in the others?")


def _brings(plan: HandingPlan) -> str:
    """What comes, in one line."""
    begins = [("begins", plan.begins)] if plan.begins else []
    words = listed([*plan.counts, *begins])
    return f"{words} ({', '.join(plan.locales)})"


def _entries(plan: HandingPlan) -> list[Entry]:
    found = [_entry(each) for each in plan.blocks if each.verdict is not Verdict.UNCHANGED]
    return [*found, *entries_of(plan.lines)]


def _entry(planned: PlannedBlock) -> Entry:
    level = _LEVELS.get(planned.verdict, "info")
    words = f"“{_short(planned.now)}” → “{_short(planned.then)}”" if planned.then else ""
    why = reason(planned.why, planned.detail)
    what = f"{words} ({why})" if why and words else words or why
    return Entry(level, planned.verdict.value, planned.title or planned.id, 0, what)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHORTEST else line[: _SHORTEST - 1].rstrip() + "…"


def _plan_data(plan: HandingPlan) -> dict[str, Any]:
    return {
        "format": plan.format,
        "locales": list(plan.locales),
        "counts": dict(plan.counts),
        "begins": plan.begins,
        "blocks": [_block_data(each) for each in plan.blocks],
        "lines": lines_data(plan.lines),
    }


def _block_data(planned: PlannedBlock) -> dict[str, Any]:
    return {
        "id": planned.id,
        "article": planned.owner.id if planned.owner else None,
        "title": planned.title,
        "source": planned.source,
        "now": planned.now,
        "then": planned.then,
        "state": planned.state.code,
        "verdict": planned.verdict.value,
        "why": planned.why,
        "detail": planned.detail,
        "line": planned.place,
    }
