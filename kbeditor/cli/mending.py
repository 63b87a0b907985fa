"""`kbeditor check-file` and `kbeditor repair`: is a file whole, and what is left of it."""

from pathlib import Path
from typing import Annotated

import typer

from kbeditor.app.paths import own_paths
from kbeditor.app.repairing import check_library, repair_library
from kbeditor.cli.arguments import AllOption, JsonOption, LibraryArgument, NewLibraryArgument
from kbeditor.cli.failures import EXPECTED
from kbeditor.cli.progress import progress
from kbeditor.cli.reporting import entries_of, report_data, show_entries
from kbeditor.cli.terminal import Screen
from kbeditor.cli.words import duration, listed


def check_file(
    library: LibraryArgument,
    quick: Annotated[
        bool, typer.Option("--quick", help="Only whether it can be read: seconds.")
    ] = False,
    everything: AllOption = False,
    as_json: JsonOption = False,
) -> None:
    """Look for damage in a library's file.

    Compares every text, version and picture with what was saved; others may work in the library
    meanwhile. Nothing is written. Exits with 1 when it is damaged.
    """
    with progress() as work:
        report = check_library(library, own_paths(), work, quickly=quick)
    screen = Screen()
    if as_json:
        screen.data(report_data(report))
    elif report.lines:
        screen.say(f"{library} is damaged.")
        show_entries(screen, entries_of(report.lines), everything=everything)
        screen.say("")
        screen.say(
            "Restore a backup, or make a new library of what is left: "
            f"kbeditor repair {library} {unused(library)}"
        )
    else:
        screen.say(f"{library} is sound ({duration(report.seconds)}).")
    if report.lines:
        raise typer.Exit(EXPECTED)


def repair(
    library: LibraryArgument,
    new: NewLibraryArgument,
    everything: AllOption = False,
    as_json: JsonOption = False,
) -> None:
    """Make a new library of what is readable of a damaged one.

    The damaged file is only read. Says what is missing in the new one; compare it with your last
    backup before you go on with either.
    """
    with progress() as work:
        report = repair_library(library, new, work)
    screen = Screen()
    if as_json:
        screen.data(report_data(report))
        return
    screen.say(f"Made {new}: {listed(report.counts)} ({duration(report.seconds)}).")
    if report.lines:
        show_entries(screen, entries_of(report.lines), everything=everything)
    else:
        screen.say("Nothing is missing.")


def unused(library: Path) -> Path:
    """A free name beside the library for what is left of it."""
    return library.with_name(f"{library.stem}-repaired{library.suffix}")
