"""`kbeditor check`: what is broken in a library; for scripts by its exit code."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import typer

from kbeditor.cli.arguments import AllOption, JsonOption, LibraryArgument
from kbeditor.cli.failures import EXPECTED
from kbeditor.cli.library import opened
from kbeditor.cli.progress import progress
from kbeditor.cli.reporting import Entry, show_entries
from kbeditor.cli.terminal import Screen
from kbeditor.cli.words import number
from kbeditor.domain.finding import Finding

if TYPE_CHECKING:
    from kbeditor.app.workspace import Workspace


def check(
    library: LibraryArgument, everything: AllOption = False, as_json: JsonOption = False
) -> None:
    """Look for what is broken in a library.

    That is: links and pictures that lead nowhere, categories without a name, pages with the same
    address. Exits with 1 when it finds any.
    """
    with opened(library) as workspace:
        with progress() as work:
            findings = workspace.checks.run(work)
        titles = _link_titles(workspace, findings)
    screen = Screen()
    if as_json:
        screen.data([_data(each, titles) for each in findings])
    elif findings:
        things = "thing" if len(findings) == 1 else "things"
        screen.say(f"{library}: {number(len(findings))} {things} to look at.")
        show_entries(screen, [_entry(each, titles) for each in findings], everything=everything)
    else:
        screen.say(f"{library}: nothing found.")
    if findings:
        raise typer.Exit(EXPECTED)


def _link_titles(workspace: "Workspace", findings: Sequence[Finding]) -> dict[str, str]:
    """What links by id lead to (`kb:ID#heading`), as `“Title” #heading`; those found only."""
    source = workspace.library.source_locale
    ids = {each.detail: each.detail[3:].partition("#") for each in findings if _is_link(each)}
    targets = workspace.texts.link_targets([target for target, _, _ in ids.values()], source)
    return {
        address: f"“{targets[target].title}” {sign}{heading}".rstrip()
        for address, (target, sign, heading) in ids.items()
        if target in targets
    }


def _is_link(finding: Finding) -> bool:
    return finding.detail.startswith("kb:")


def _entry(finding: Finding, titles: Mapping[str, str]) -> Entry:
    where = f"{finding.title} ({finding.locale})"
    what = "" if finding.detail == finding.locale else titles.get(finding.detail, finding.detail)
    return Entry("warning", finding.code, where, finding.line, what)


def _data(finding: Finding, titles: Mapping[str, str]) -> dict[str, Any]:
    owner = finding.owner
    return {
        "code": finding.code,
        "kind": owner.kind.value if owner else None,
        "id": owner.id if owner else None,
        "locale": finding.locale,
        "title": finding.title,
        "line": finding.line,
        "detail": finding.detail,
        "target": titles.get(finding.detail),
    }
