"""`kbeditor export`: the help centre as a site, a bundle, or another format there is."""

from pathlib import Path
from typing import Annotated

import typer

from kbeditor.cli.arguments import AllOption, JsonOption, LibraryArgument, StateWord
from kbeditor.cli.library import known_tag, opened
from kbeditor.cli.progress import progress
from kbeditor.cli.reporting import entries_of, report_data, show_entries
from kbeditor.cli.terminal import Screen
from kbeditor.cli.words import duration, listed
from kbeditor.domain.exchange import ExportOptions, FormatInfo


def export(
    library: LibraryArgument,
    target: Annotated[
        Path, typer.Argument(metavar="OUT", help="The folder to write, or the file with --zip.")
    ],
    format_: Annotated[str, typer.Option("--format", metavar="html|json|…", help="What to write.")],
    locale: Annotated[
        list[str] | None,
        typer.Option(metavar="TAG", help="Only this language; may be repeated. Without it: all."),
    ] = None,
    state: Annotated[
        StateWord, typer.Option(help="The least state of what is exported.")
    ] = StateWord.PUBLISHED,
    fallback: Annotated[
        bool,
        typer.Option(
            "--fallback/--omit",
            help="Show a page that a language lacks in another language, or leave it out.",
        ),
    ] = True,
    base_url: Annotated[
        str,
        typer.Option(metavar="URL", help="Where the site will be, for its map and its links."),
    ] = "",
    zip_: Annotated[bool, typer.Option("--zip", help="Write one .zip file.")] = False,
    everything: AllOption = False,
    as_json: JsonOption = False,
) -> None:
    """Export a library, as a site or a bundle.

    It is written as a whole or not at all; an earlier export is replaced.
    """
    screen = Screen()
    with opened(library) as workspace:
        _check_format(format_, workspace.exporting.formats())
        options = ExportOptions(
            locales=tuple(known_tag(workspace, each) for each in locale) if locale else None,
            least_state=state.state,
            fallback=fallback,
            base_url=base_url,
            zip=zip_ or target.suffix.lower() == ".zip",
        )
        with progress() as work:
            report = workspace.exporting.export(format_, target, options, work)
    if as_json:
        screen.data(report_data(report))
    else:
        took = duration(report.seconds)
        screen.say(f"Exported {library} to {report.target}: {listed(report.counts)} ({took}).")
        show_entries(screen, entries_of(report.lines), everything=everything)


def _check_format(typed: str, formats: tuple[FormatInfo, ...]) -> None:
    """A wrong word is an error of usage, told with what there is."""
    if typed not in {each.id for each in formats}:
        known = ", ".join(f"{each.id} ({each.title})" for each in formats)
        raise typer.BadParameter(f"There is no format “{typed}”; there are: {known}.")
