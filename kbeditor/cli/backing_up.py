"""`kbeditor backup`: a checked copy of a library, also while somebody works in it."""

from pathlib import Path
from typing import Annotated

import typer

from kbeditor.cli.arguments import LibraryArgument
from kbeditor.cli.library import opened
from kbeditor.cli.terminal import Screen
from kbeditor.cli.words import duration, size


def backup(
    library: LibraryArgument,
    target: Annotated[
        Path,
        typer.Argument(metavar="OUT", help="The file to write; an earlier backup is replaced."),
    ],
) -> None:
    """Write a checked copy of a library."""
    with opened(library) as workspace:
        report = workspace.backups.write(target)
    bytes_ = dict(report.counts)["bytes"]
    took = duration(report.seconds)
    Screen().say(f"Copied {library} to {report.target}: {size(bytes_)}, checked ({took}).")
