"""`kbeditor search`: the texts that hold some words, best first."""

from typing import Annotated, Any

import typer
from rich.text import Text

from kbeditor.cli.arguments import JsonOption, LibraryArgument
from kbeditor.cli.library import known_tag, opened
from kbeditor.cli.terminal import Screen, clean, complain, faint, strong
from kbeditor.domain.finding import Hit
from kbeditor.domain.states import mark_live, mark_outdated, mark_state

_START, _END = "\x02", "\x03"


def search(
    library: LibraryArgument,
    query: Annotated[
        list[str],
        typer.Argument(
            metavar="QUERY",
            help="Words that must all occur; the last may be a beginning. “In quotes”: a phrase.",
        ),
    ],
    locale: Annotated[
        str | None, typer.Option(metavar="TAG", help="Only in this language.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="How many at most.")] = 20,
    as_json: JsonOption = False,
) -> None:
    """Search all texts. Accents and case do not matter."""
    words = " ".join(query)
    with opened(library) as workspace:
        tag = known_tag(workspace, locale) if locale else None
        hits = workspace.search.find(words, tag, limit)
    screen = Screen()
    if as_json:
        screen.data([_data(hit) for hit in hits])
    elif not hits:
        complain(f"Nothing found for “{words}”.")
    elif screen.is_terminal:
        for number, hit in enumerate(hits):
            if number:
                screen.say("")
            _show(screen, hit)
    else:
        titles = "Locale", "Title", "Category", "Text"
        screen.table(
            titles, [(h.locale, h.title, " › ".join(h.path), plain(h.snippet)[0]) for h in hits]
        )


def _show(screen: Screen, hit: Hit) -> None:
    screen.say(strong(hit.title), faint(f"  {hit.locale}, {', '.join(_state(hit))}"))
    if hit.path:
        screen.say(faint("  " + " › ".join(hit.path)))
    text, matches = plain(hit.snippet)
    snippet = Text(text)
    for start, end in matches:
        snippet.stylize("bold yellow", start, end)
    screen.paragraph(snippet, indent=2)


def plain(snippet: str) -> tuple[str, list[tuple[int, int]]]:
    """A snippet in one line without its marks, and where (start, end) the matches stand in it."""
    text, matches, start = "", [], 0
    for part in _parts(" ".join(snippet.split())):
        if part == _START:
            start = len(text)
        elif part == _END:
            matches.append((start, len(text)))
        else:
            text += clean(part)
    return text, matches


def _parts(snippet: str) -> list[str]:
    spaced = snippet.replace(_START, f"\0{_START}\0").replace(_END, f"\0{_END}\0")
    return [part for part in spaced.split("\0") if part]


def _state(hit: Hit) -> list[str]:
    state = mark_state(hit.mark).code.replace("_", " ")
    more = [state]
    if mark_outdated(hit.mark):
        more.append("outdated")
    if mark_live(hit.mark) and state != "published":
        more.append("an earlier version is published")
    return more


def _data(hit: Hit) -> dict[str, Any]:
    text, matches = plain(hit.snippet)
    return {
        "kind": hit.owner.kind.value,
        "id": hit.owner.id,
        "locale": hit.locale,
        "title": hit.title,
        "path": hit.path,
        "state": mark_state(hit.mark).code,
        "outdated": mark_outdated(hit.mark),
        "live": mark_live(hit.mark),
        "snippet": text,
        "matches": matches,
        "score": round(hit.score, 4),
    }
