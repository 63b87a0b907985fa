"""The command line's commands, in the order in which the help lists them."""

from typing import Annotated

import typer

from kbeditor import __version__
from kbeditor.app.logs import start_logging
from kbeditor.app.paths import own_paths
from kbeditor.cli.backing_up import backup, backups, restore
from kbeditor.cli.checking import check
from kbeditor.cli.exporting import export
from kbeditor.cli.failures import Commands
from kbeditor.cli.importing import import_
from kbeditor.cli.making import new, sample
from kbeditor.cli.mending import check_file, repair
from kbeditor.cli.releasing import release, verify
from kbeditor.cli.replacing import replace
from kbeditor.cli.searching import search
from kbeditor.cli.status import status
from kbeditor.cli.terminal import prepare_streams

app = typer.Typer(
    cls=Commands,
    # Plain help and plain errors read well in a pipe, in a log and on any terminal.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kbeditor {__version__}")
        raise typer.Exit()


@app.callback()
def kbeditor(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Write, translate and publish a help centre.

    “kbeditor” opens the window, “kbeditor shop.kb” opens it on that library. The commands below
    do without the window.
    """
    prepare_streams()
    start_logging(own_paths().log)


app.command("new")(new)
app.command("sample")(sample)
app.command("import")(import_)
app.command("export")(export)
app.command("release")(release)
app.command("verify")(verify)
app.command("status")(status)
app.command("search")(search)
app.command("replace")(replace)
app.command("check")(check)
app.command("backup")(backup)
app.command("backups")(backups)
app.command("restore")(restore)
app.command("check-file")(check_file)
app.command("repair")(repair)
