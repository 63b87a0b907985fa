"""`kbeditor status`: where each locale stands, and what to do next there."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from rich.text import Text

from kbeditor.cli.arguments import JsonOption, LibraryArgument
from kbeditor.cli.library import opened
from kbeditor.cli.terminal import Screen, strong
from kbeditor.cli.words import NEXT_STEPS, listed, number, words
from kbeditor.domain.records import Library, Ref
from kbeditor.domain.status import LocaleStatus

if TYPE_CHECKING:
    from kbeditor.app.workspace import Workspace

_TITLES = (
    "Locale", "Done", "Words left", "Missing", "Draft", "In review", "Published", "Outdated",
)  # fmt: skip
_NUMBERS = range(1, 8)


def status(library: LibraryArgument, as_json: JsonOption = False) -> None:
    """Show where each language stands and what to do next."""
    with opened(library) as workspace:
        record = workspace.library
        rows = workspace.status.overview()
        begins = _titles(workspace, [row.next_owner for row in rows if row.next_owner])
    screen = Screen()
    if as_json:
        screen.data(_data(record, rows, begins))
        return
    source = next(row for row in rows if row.is_source)
    sizes = ("articles", source.articles), ("categories", source.categories)
    screen.say(
        strong(record.name), f" — {listed(sizes)}, {number(source.words)} words ({source.locale})"
    )
    screen.say("")
    screen.table(_TITLES, [_cells(row) for row in rows], _NUMBERS)
    screen.say("")
    screen.table(("Locale", "What to do next"), [(row.locale, _next(row, begins)) for row in rows])


def _titles(workspace: "Workspace", refs: list[Ref]) -> dict[str, str]:
    """Titles in the source language, by id."""
    _, articles = workspace.tree.rows(refs, workspace.library.source_locale)
    return {article.id: article.title for article in articles}


def _next(row: LocaleStatus, begins: dict[str, str]) -> str:
    steps = []
    if row.next_owner is not None:
        title = begins.get(row.next_owner.id, "")
        steps.append(f"{words(NEXT_STEPS, row.next_step)}, from “{title}” on")
    if row.categories_missing:
        steps.append(f"name {listed([('categories', row.categories_missing)])}")
    return "; ".join(steps) or words(NEXT_STEPS, row.next_step)


def _cells(row: LocaleStatus) -> list[str | Text]:
    return [
        strong(row.locale) if row.is_source else row.locale,
        Text(f"{row.percent}%", style="green" if row.percent == 100 else ""),
        number(row.words_left),
        number(row.missing),
        number(row.draft),
        number(row.in_review),
        number(row.published),
        Text(number(row.outdated), style="yellow" if row.outdated else ""),
    ]


def _data(library: Library, rows: tuple[LocaleStatus, ...], begins: dict[str, str]) -> Any:
    return {
        "library": {"id": library.id, "name": library.name, "source": library.source_locale},
        "locales": [_row_data(row, begins) for row in rows],
    }


def _row_data(row: LocaleStatus, begins: dict[str, str]) -> dict[str, Any]:
    data = asdict(row)
    owner: Ref | None = row.next_owner
    data["next_owner"] = (
        {"kind": owner.kind.value, "id": owner.id, "title": begins.get(owner.id, "")}
        if owner
        else None
    )
    return data
