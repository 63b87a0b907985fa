"""What readers of the help centre said: what `import` does with such files."""

from pathlib import Path
from typing import TYPE_CHECKING

from kbeditor.cli.reporting import entries_of, lines_data, report_data, show_entries
from kbeditor.cli.terminal import Screen
from kbeditor.cli.words import duration, listed

if TYPE_CHECKING:
    from kbeditor.app.workspace import Workspace


def take_votes(
    workspace: "Workspace", source: Path, *, dry_run: bool, everything: bool, as_json: bool
) -> None:
    """Take in votes and failed searches, or show what would come."""
    screen = Screen()
    plan = workspace.votes.plan(source)
    if dry_run:
        if as_json:
            data = {"title": plan.title, "counts": dict(plan.counts)}
            screen.data({**data, "lines": lines_data(plan.lines)})
            return
        screen.say(f"{source} would bring {listed(plan.counts)}. Nothing was changed.")
        show_entries(screen, entries_of(plan.lines), everything=everything)
        return
    report = workspace.votes.apply(plan).value
    if as_json:
        screen.data(report_data(report))
        return
    screen.say(f"Took in {source}: {listed(report.counts)} ({duration(report.seconds)}).")
    show_entries(screen, entries_of(report.lines), everything=everything)
