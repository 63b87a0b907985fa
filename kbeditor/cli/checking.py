"""`kbeditor check`: what is broken in a library; for scripts by its exit code."""

from typing import Any

import typer

from kbeditor.cli.arguments import AllOption, JsonOption, LibraryArgument
from kbeditor.cli.failures import EXPECTED
from kbeditor.cli.library import opened
from kbeditor.cli.progress import progress
from kbeditor.cli.reporting import Entry, show_entries
from kbeditor.cli.terminal import Screen
from kbeditor.cli.words import number
from kbeditor.domain.finding import Finding


def check(
    library: LibraryArgument, everything: AllOption = False, as_json: JsonOption = False
) -> None:
    """Look for what is broken in a library.

    That is: links, pictures, categories without a name, pages with one address. Exits with 1
    when it finds any.
    """
    with opened(library, read_only=True) as workspace, progress() as work:
        findings = workspace.checks.run(work)
    screen = Screen()
    if as_json:
        screen.data([_data(each) for each in findings])
    elif findings:
        things = "thing" if len(findings) == 1 else "things"
        screen.say(f"{library}: {number(len(findings))} {things} to look at.")
        show_entries(screen, [_entry(each) for each in findings], everything=everything)
    else:
        screen.say(f"{library}: nothing found.")
    if findings:
        raise typer.Exit(EXPECTED)


def _entry(finding: Finding) -> Entry:
    where = f"{finding.title} ({finding.locale})"
    return Entry("warning", finding.code, where, finding.line, finding.detail)


def _data(finding: Finding) -> dict[str, Any]:
    owner = finding.owner
    return {
        "code": finding.code,
        "kind": owner.kind.value if owner else None,
        "id": owner.id if owner else None,
        "locale": finding.locale,
        "title": finding.title,
        "line": finding.line,
        "detail": finding.detail,
    }
