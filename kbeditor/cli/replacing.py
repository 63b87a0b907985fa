"""`kbeditor replace`: other words for some words, in the whole library or a part of it."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.text import Text

from kbeditor.cli.arguments import AllOption, JsonOption, LibraryArgument
from kbeditor.cli.failures import EXPECTED
from kbeditor.cli.library import known_tag, opened
from kbeditor.cli.progress import progress
from kbeditor.cli.terminal import Screen, clean, complain, faint, strong
from kbeditor.cli.words import number
from kbeditor.domain.errors import KbError
from kbeditor.domain.replacing import (
    FIELDS,
    Found,
    Place,
    Query,
    Replaced,
    Scope,
    Template,
    TextPlaces,
)

if TYPE_CHECKING:
    from kbeditor.app.workspace import Workspace

_SHOWN = 5
"""Places of one text that a terminal shows unless asked for all."""

_WHY = {
    "changed": "changed meanwhile",
    "gone": "deleted meanwhile",
    "too_long": "it would be too long",
    "empty_title": "nothing would be left of its title",
}


class FieldWord(StrEnum):
    """A part of a text as one types it."""

    TITLE = "title"
    SUMMARY = "summary"
    KEYWORDS = "keywords"
    BODY = "body"


def replace(
    library: LibraryArgument,
    old: Annotated[str, typer.Argument(metavar="OLD", help="What is looked for.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="What takes its place.")],
    locale: Annotated[
        list[str] | None,
        typer.Option(metavar="TAG", help="Only in this language; may be given several times."),
    ] = None,
    field: Annotated[
        list[FieldWord] | None,
        typer.Option(help="Only in this part of a text; may be given several times."),
    ] = None,
    under: Annotated[
        str | None,
        typer.Option(metavar="CATEGORY", help="Only in this category: its title or its id."),
    ] = None,
    case: Annotated[bool, typer.Option("--case", help="Match upper and lower case.")] = False,
    whole: Annotated[bool, typer.Option("--whole", help="Whole words only.")] = False,
    regex: Annotated[
        bool,
        typer.Option("--regex", help="OLD is a regular expression; \\1 in NEW is its first group."),
    ] = False,
    keep_case: Annotated[
        bool, typer.Option("--keep-case", help="Colis → Paquet, COLIS → PAQUET.")
    ] = False,
    also_code: Annotated[
        bool,
        typer.Option("--also-code", help="Also in code, addresses, tags and placeholders."),
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be replaced; change nothing.")
    ] = False,
    everything: AllOption = False,
    as_json: JsonOption = False,
) -> None:
    """Replace words in all texts, or in some.

    What was published stays so: its text becomes a draft. Everything is replaced in one step, or
    nothing is. Exits with 1 where a text had to be left as it is.
    """
    query = Query(old, case=case, whole=whole, regex=regex, protect=not also_code)
    screen = Screen()
    with opened(library) as workspace:
        scope = Scope(
            frozenset(known_tag(workspace, each) for each in locale or ()),
            frozenset(field or FIELDS),
            branch=None if under is None else _category(workspace, under),
        )
        with progress() as work:
            found = workspace.replacing.find(query, scope, work)
            _check(found)
            template = Template(
                new,
                keep_case=keep_case,
                groups=found.group_count if regex else None,
                names=found.names,
            )
            done = None
            if not dry_run:
                done = workspace.replacing.replace(
                    found, new, keep_case=keep_case, progress=work
                ).value
    if as_json:
        screen.data(_data(found, template, done))
    elif done is None:
        screen.say(f"{_count(found)} would be replaced{_passed(found)}. Nothing was changed.")
        _list(screen, found, template, everything=everything or not screen.is_terminal)
    elif not found.count:
        complain(f"“{old}” is nowhere{_passed(found)}.")
    else:
        screen.say(
            f"Replaced {number(done.places)} {_plural('place', done.places)} in "
            f"{number(done.texts)} {_plural('text', done.texts)}{_passed(found)}."
        )
        for each in done.left:
            complain(f"Left as it is: “{each.title}” ({each.ref.locale}): {_WHY[each.reason]}.")
    if done is not None and done.left:
        raise typer.Exit(EXPECTED)


def _check(found: Found) -> None:
    if found.more:
        raise KbError(
            "too_many_places",
            "There are more than {count} places. Replace them in parts: one language (--locale), "
            "one category (--under) or one part of the texts (--field) at a time.",
            count=found.count,
        )


def _category(workspace: "Workspace", wanted: str) -> str:
    categories = workspace.tree.categories(workspace.library.source_locale)
    same = [each.id for each in categories if wanted in (each.id, each.title)]
    if not same:
        raise KbError("no_category", "There is no category “{title}”.", title=wanted)
    if len(same) > 1:
        raise KbError(
            "several_categories",
            "{count} categories are called “{title}”; give the id of one: {ids}.",
            count=len(same),
            title=wanted,
            ids=", ".join(same),
        )
    return same[0]


def _plural(word: str, count: int) -> str:
    return word if count == 1 else f"{word}s"


def _count(found: Found) -> str:
    texts = len(found.texts)
    return (
        f"{number(found.count)} {_plural('place', found.count)} in "
        f"{number(texts)} {_plural('text', texts)}"
    )


def _passed(found: Found) -> str:
    return f" ({number(found.passed)} in code or addresses passed over)" if found.passed else ""


def _list(screen: Screen, found: Found, template: Template, *, everything: bool) -> None:
    for text in found.texts:
        path = f"  {' › '.join(text.path)}" if text.path else ""
        screen.say("")
        screen.say(strong(clean(text.title)), faint(f"  {text.ref.locale}{clean(path)}"))
        shown = text.places if everything else text.places[:_SHOWN]
        for place in shown:
            screen.paragraph(_line(text, place, template), indent=2)
        if len(shown) < len(text.places):
            rest = number(len(text.places) - len(shown))
            screen.say(faint(f"  … and {rest} more (--all lists them)"))


def _line(text: TextPlaces, place: Place, template: Template) -> Text:
    where = f"line {place.line}" if place.field == "body" else place.field
    new = template.fill(place.found, place.groups, text.ref.locale)
    line = Text(f"{where}: ", style="dim")
    line.append(clean(place.before), style="not dim")
    line.append(clean(f"[-{place.found}-]"), style="not dim red strike")
    line.append(clean(f"{{+{new}+}}"), style="not dim green")
    line.append(clean(place.after), style="not dim")
    return line


def _data(found: Found, template: Template, done: Replaced | None) -> dict[str, Any]:
    return {
        "places": found.count,
        "passed_over": found.passed,
        "searched": found.searched,
        "replaced": None if done is None else {"places": done.places, "texts": done.texts},
        "left": [
            {"id": each.ref.owner.id, "locale": each.ref.locale, "reason": each.reason}
            for each in (done.left if done else ())
        ],
        "texts": [
            {
                "kind": text.ref.owner.kind.value,
                "id": text.ref.owner.id,
                "locale": text.ref.locale,
                "title": text.title,
                "path": text.path,
                "places": [
                    {
                        "field": place.field,
                        "line": place.line,
                        "found": place.found,
                        "new": template.fill(place.found, place.groups, text.ref.locale),
                        "before": place.before,
                        "after": place.after,
                    }
                    for place in text.places
                ],
            }
            for text in found.texts
        ],
    }
