"""`kbeditor new` and `kbeditor sample`: a library of one's own, or one to look around in."""

from typing import TYPE_CHECKING, Annotated

import typer

from kbeditor.app.opening import create_library, create_sample
from kbeditor.cli.arguments import NewLibraryArgument
from kbeditor.cli.library import author
from kbeditor.cli.progress import progress
from kbeditor.cli.terminal import Screen
from kbeditor.cli.words import listed

if TYPE_CHECKING:
    from kbeditor.app.workspace import Workspace


def new(
    library: NewLibraryArgument,
    source_locale: Annotated[
        str,
        typer.Option(
            metavar="TAG", help="The language the articles are written in, such as en or pt-BR."
        ),
    ],
    locale: Annotated[
        list[str] | None,
        typer.Option(metavar="TAG", help="A language to translate into; may be repeated."),
    ] = None,
    name: Annotated[
        str,
        typer.Option(
            metavar="NAME", help="What the library is called; without it, the file's name."
        ),
    ] = "",
) -> None:
    """Make an empty library."""
    workspace = create_library(
        library, name.strip() or library.stem, source_locale, locale or (), author()
    )
    try:
        _tell(workspace)
    finally:
        workspace.close()


def sample(library: NewLibraryArgument) -> None:
    """Make the sample library: a shop’s help centre."""
    with progress() as work:
        workspace = create_sample(library, author(), work)
    try:
        _tell(workspace)
        source = workspace.status.overview()[0]
        counts = ("articles", source.articles), ("categories", source.categories)
        Screen().say(f"It holds {listed(counts)}.")
    finally:
        workspace.close()


def _tell(workspace: "Workspace") -> None:
    library = workspace.library
    others = [each for each in workspace.locales.list() if each.tag != library.source_locale]
    into = ", ".join(f"{each.name} ({each.tag})" for each in others)
    source = next(e for e in workspace.locales.list() if e.tag == library.source_locale)
    Screen().say(
        f"Made {workspace.path}: “{library.name}”, written in {source.name} ({source.tag})"
        + (f", translated into {into}." if into else ".")
    )
