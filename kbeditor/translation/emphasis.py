"""Which signs of emphasis in a text belong together."""

from collections.abc import Iterator
from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(slots=True)
class Run:
    """A run of `*`, `_` or `~~`; what is left of it unpaired is `start` to `end`."""

    sign: str
    start: int
    end: int
    length: int
    opens: bool
    closes: bool


def run_at(text: str, start: int) -> tuple[Run | None, int]:
    """The run of emphasis signs that begins at `start`, if it may pair, and where it ends.

    More lenient than CommonMark about what stands beside it, as the renderer is.
    """
    sign, end = text[start], start
    while text.startswith(sign, end):
        end += 1
    if sign == "~" and end - start != 2:
        return None, end
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    opens = bool(after) and not after.isspace()
    closes = bool(before) and not before.isspace()
    if sign == "_":
        opens = opens and not before.isalnum()
        closes = closes and not after.isalnum()
    return (Run(sign, start, end, end - start, opens, closes) if opens or closes else None), end


def pairs(runs: list[Run]) -> Iterator[tuple[Span, Span, str]]:
    """The opening and closing marks among runs, and whether they are strong, em or del.

    CommonMark's "process emphasis"; `bottom` keeps it linear: below it no opener can fit a closer
    of that sort.
    """
    openers: list[Run] = []
    bottom: dict[tuple[str, bool, int], int] = {}
    for run in runs:
        while run.closes and run.start < run.end:
            sort = (run.sign, run.opens, run.length % 3)
            floor = min(bottom.get(sort, 0), len(openers))
            index = len(openers) - 1
            while index >= floor and not _fits(openers[index], run):
                index -= 1
            if index < floor:
                bottom[sort] = len(openers)
                break
            del openers[index + 1 :]
            yield _paired(openers[index], run)
            if openers[index].start == openers[index].end:
                openers.pop()
            for key in bottom:
                bottom[key] = min(bottom[key], len(openers))
        if run.opens and run.start < run.end:
            openers.append(run)


def _paired(opener: Run, closer: Run) -> tuple[Span, Span, str]:
    both = min(opener.end - opener.start, closer.end - closer.start)
    width = 2 if both >= 2 else 1
    opener.end -= width
    closer.start += width
    value = "del" if closer.sign == "~" else ("em", "strong")[width - 1]
    return (opener.end, opener.end + width), (closer.start - width, closer.start), value


def _fits(opener: Run, closer: Run) -> bool:
    if opener.sign != closer.sign:
        return False
    between = (opener.closes or closer.opens) and (opener.length + closer.length) % 3 == 0
    return not (between and (opener.length % 3 or closer.length % 3))
