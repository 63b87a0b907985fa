"""`kbeditor backup`, `backups`, `restore`: checked copies, and the way back to one of them."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from kbeditor.cli.arguments import JsonOption, LibraryArgument
from kbeditor.cli.library import keeper, opened
from kbeditor.cli.terminal import Screen
from kbeditor.cli.words import REASONS, duration, number, size, words
from kbeditor.domain.backups import ASKED, Backup
from kbeditor.domain.errors import KbError


def backup(
    library: LibraryArgument,
    target: Annotated[
        Path | None,
        typer.Argument(
            metavar="OUT",
            help="The file to write; an earlier backup there is replaced. Without it: among the "
            "backups that are made by themselves.",
        ),
    ] = None,
) -> None:
    """Write a checked copy of a library."""
    if target is None:
        made = keeper().make(library, ASKED)
        Screen().say(f"Copied {library} to {made.path}: {size(made.size)}, checked.")
        return
    with opened(library) as workspace:
        report = workspace.backups.write(target)
    bytes_ = dict(report.counts)["bytes"]
    took = duration(report.seconds)
    Screen().say(f"Copied {library} to {report.target}: {size(bytes_)}, checked ({took}).")


def backups(library: LibraryArgument, as_json: JsonOption = False) -> None:
    """List the backups of a library, newest first."""
    found = keeper().list(library)
    screen = Screen()
    if as_json:
        screen.data([_data(place, each) for place, each in enumerate(found, 1)])
        return
    if not found:
        screen.say(f"There is no backup of {library} yet.")
        return
    rows = [
        (
            str(place),
            each.taken_at.astimezone().strftime("%Y-%m-%d %H:%M:%S"),
            words(REASONS, each.reason),
            size(each.size),
            number(each.holds.articles) if each.holds else "?",
            number(each.holds.words) if each.holds else "?",
            f"damaged: {each.problem}" if each.problem else str(each.path),
        )
        for place, each in enumerate(found, 1)
    ]
    titles = ("no.", "when", "why", "size", "articles", "words", "file")
    screen.table(titles, rows, numbers=(0, 3, 4, 5))


def restore(
    library: LibraryArgument,
    backup: Annotated[
        str,
        typer.Argument(
            metavar="BACKUP",
            help="A number or file name from “kbeditor backups”, or any library’s file.",
        ),
    ],
    another: Annotated[
        bool, typer.Option("--another", help="Also when it is a backup of another library.")
    ] = False,
) -> None:
    """Put a backup in a library's place. What is there now is kept as one more backup.

    Nobody may have the library open.
    """
    keeping = keeper()
    chosen = _chosen(keeping.list(library), backup)
    restored = keeping.restore(library, chosen, another=another)
    screen = Screen()
    screen.say(f"Restored {library} from {chosen}.")
    if restored.before is not None:
        screen.say(f"The state before is kept as a backup: {restored.before}")
    if restored.aside is not None:
        screen.say(f"The former file is {restored.aside}")


def _chosen(found: tuple[Backup, ...], typed: str) -> Path:
    if typed.isdecimal() and 1 <= int(typed) <= len(found):
        return found[int(typed) - 1].path
    named = next((each.path for each in found if each.path.name == typed), None)
    if named is not None:
        return named
    if not Path(typed).is_file():
        raise KbError(
            "no_backup",
            "There is no backup “{typed}”; “kbeditor backups” lists those there are.",
            typed=typed,
        )
    return Path(typed)


def _data(place: int, backup: Backup) -> dict[str, object]:
    holds = backup.holds
    return {
        "number": place,
        "file": str(backup.path),
        "taken_at": _moment(backup.taken_at),
        "reason": backup.reason,
        "bytes": backup.size,
        "articles": holds and holds.articles,
        "categories": holds and holds.categories,
        "texts": holds and holds.texts,
        "words": holds and holds.words,
        "locales": holds and list(holds.locales),
        "last_edit": _moment(holds.last_edit) if holds and holds.last_edit else None,
        "problem": backup.problem,
    }


def _moment(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds")
