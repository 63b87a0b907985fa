"""`kbeditor import`: folders, bundles, what translators give back, what readers said."""

from pathlib import Path
from typing import Annotated

import typer

from kbeditor.cli.arguments import AllOption, JsonOption, LibraryArgument, StateWord
from kbeditor.cli.handing import take_in
from kbeditor.cli.library import opened
from kbeditor.cli.progress import progress
from kbeditor.cli.reporting import entries_of, lines_data, report_data, show_entries
from kbeditor.cli.terminal import Screen
from kbeditor.cli.votes import take_votes
from kbeditor.cli.words import duration, listed
from kbeditor.domain.exchange import ImportOptions, ImportPlan


def import_(
    library: LibraryArgument,
    source: Annotated[
        Path,
        typer.Argument(
            metavar="PATH",
            help="A folder of Markdown files, one such file, or a JSON bundle; from translators: "
            "PO, XLIFF, CSV, XLSX, a package, TMX, or a glossary as CSV or TBX; from readers: "
            "votes as JSON Lines or CSV.",
        ),
    ],
    locale: Annotated[
        str | None,
        typer.Option(
            metavar="TAG",
            help="The language of all texts. Without it: as the folders say (content/en, "
            "content/fr), else the library's source. From translators: the language of a file "
            "that does not say it.",
        ),
    ] = None,
    state: Annotated[
        StateWord, typer.Option(help="The state of texts that do not say their own.")
    ] = StateWord.PUBLISHED,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would come; change nothing.")
    ] = False,
    take_good: Annotated[
        bool,
        typer.Option(
            "--take-good",
            help="From translators: bring in what is good, though the rest is left out.",
        ),
    ] = False,
    overwrite: Annotated[
        bool,
        typer.Option(
            "--overwrite",
            help="From translators: replace also what was changed here meanwhile.",
        ),
    ] = False,
    everything: AllOption = False,
    as_json: JsonOption = False,
) -> None:
    """Import articles, files from translators, or votes of readers.

    Articles come with their pictures, all or nothing. Of a translators' file nothing comes in as
    long as something would be left out, unless you agree to that (--take-good).
    """
    screen = Screen()
    with opened(library) as workspace:
        if workspace.votes.recognises(source):
            take_votes(workspace, source, dry_run=dry_run, everything=everything, as_json=as_json)
            return
        if workspace.handing.recognises(source):
            take_in(
                workspace,
                source,
                locale,
                dry_run=dry_run,
                take_good=take_good,
                overwrite=overwrite,
                everything=everything,
                as_json=as_json,
            )
            return
        options = ImportOptions(locale=locale, state=state.state)
        with progress() as work:
            plan = workspace.importing.plan(source, options, work)
            report = None if dry_run else workspace.importing.apply(plan, work).value
    if as_json:
        screen.data(_plan_data(plan) if report is None else report_data(report))
    elif report is None:
        screen.say(f"{source} would bring {listed(plan.counts)}. Nothing was changed.")
        show_entries(screen, entries_of(plan.lines), everything=everything)
    else:
        took = duration(report.seconds)
        screen.say(f"Imported {source} into {library}: {listed(report.counts)} ({took}).")
        show_entries(screen, entries_of(report.lines), everything=everything)


def _plan_data(plan: ImportPlan) -> dict[str, object]:
    return {
        "importer": plan.importer,
        "title": plan.title,
        "new_locales": [each.tag for each in plan.locales],
        "counts": dict(plan.counts),
        "lines": lines_data(plan.lines),
    }
