"""Finding and replacing in a text: plain words or regular expressions, without Qt."""

import re
from dataclasses import dataclass

MOST = 10_000
"""More hits than this are not counted one by one."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for."""

    words: str
    case: bool = False
    whole: bool = False
    regex: bool = False


class BadPattern(ValueError):
    """The regular expression cannot be read; `where` is the place in it, from 1 (0: unknown)."""

    def __init__(self, reason: str, where: int) -> None:
        super().__init__(reason)
        self.reason, self.where = reason, where


def compile_query(query: Query) -> re.Pattern[str]:
    """The pattern of a query. BadPattern for a regular expression that cannot be read."""
    pattern = query.words if query.regex else re.escape(query.words)
    if query.whole:
        pattern = rf"(?<!\w)(?:{pattern})(?!\w)"
    flags = re.MULTILINE | (0 if query.case else re.IGNORECASE)
    try:
        return re.compile(pattern, flags)
    except (re.error, OverflowError, RecursionError) as error:
        try:
            re.compile(query.words)
        except re.error as own:  # the place in what was typed, not in what we made of it
            raise BadPattern(own.msg, 0 if own.pos is None else own.pos + 1) from error
        raise BadPattern(str(error), 0) from error


def find_all(text: str, query: Query) -> list[tuple[int, int]]:
    """Places of all hits (start, end), empty ones left out; at most `MOST`."""
    if not query.words:
        return []
    hits = []
    for found in compile_query(query).finditer(text):
        if found.end() > found.start():
            hits.append(found.span())
            if len(hits) >= MOST:
                break
    return hits


def replacement(text: str, hit: tuple[int, int], query: Query, new: str) -> str:
    """What takes a hit's place; with a regular expression `\\1` and `\\g<name>` are filled in."""
    if not query.regex:
        return new
    found = compile_query(query).match(text, *hit) or compile_query(query).match(text, hit[0])
    if found is None:
        return new
    try:
        return found.expand(new)
    except (re.error, IndexError) as error:
        raise BadPattern(str(error), 0) from error


def replace_all(text: str, query: Query, new: str) -> tuple[str, int]:
    """The text with every hit replaced, and how many there were."""
    parts, at, count = [], 0, 0
    for hit in find_all(text, query):
        parts += [text[at : hit[0]], replacement(text, hit, query, new)]
        at = hit[1]
        count += 1
    return "".join([*parts, text[at:]]), count


def next_hit(hits: list[tuple[int, int]], place: int, backwards: bool) -> int | None:
    """Index of the hit after (or before) a place, going round at the end; None without hits."""
    if not hits:
        return None
    if backwards:
        before = [index for index, hit in enumerate(hits) if hit[1] <= place]
        return before[-1] if before else len(hits) - 1
    return next((index for index, hit in enumerate(hits) if hit[0] >= place), 0)
