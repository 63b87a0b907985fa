"""Two versions of a text laid beside each other: which paragraphs changed, and which words."""

import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kbeditor.domain.versions import Comparison, Content, Part
from kbeditor.domain.word_diff import Piece
from kbeditor.translation.sequences import stretches

_HEADING = re.compile(r"(#{1,6})[ \t]+(.*)")
_NAME = re.compile(r"\s*(?:\{[^}]*\}|#+)\s*$")  # the id that a heading is given, closing marks
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")

_ALIKE = 0.4  # of their words: then a paragraph is the old one, edited
_PAIRS = 40_000
"""A changed stretch with more pairs of old and new paragraphs is paired in order."""
_TOKENS = 200_000_000
"""A paragraph with more pairs of old and new words is shown as replaced: it takes 25 MB."""


class Paragraph(NamedTuple):
    """A stretch between blank lines as it is written; lines from 1, inclusive."""

    text: str
    line: int
    end_line: int


Pair = tuple[Paragraph | None, Paragraph | None]


def compare(old: Content, new: Content) -> Comparison:
    """How one version became another: fields first, then the paragraphs in the new order, what was
    removed where it stood.
    """
    return Comparison(old, new, (*_fields(old, new), *_body(old.body, new.body)))


def count_changes(old: str, new: str) -> tuple[int, int]:
    """How many words came and how many went; words that only moved count as neither."""
    was, now = Counter(old.split("\n")), Counter(new.split("\n"))
    came = Counter(_WORD.findall("\n".join((now - was).elements())))
    went = Counter(_WORD.findall("\n".join((was - now).elements())))
    return (came - went).total(), (went - came).total()


def paragraphs(body: str) -> list[Paragraph]:
    """A body's stretches between blank lines; a fence keeps its blank lines."""
    found: list[Paragraph] = []
    begun, fence = 0, ""
    lines = body.split("\n")
    for number, line in enumerate(lines, start=1):
        if begun and not fence and not line.strip():
            found.append(Paragraph("\n".join(lines[begun - 1 : number - 1]), begun, number - 1))
            begun = 0
        elif not begun and line.strip():
            begun = number
        if begun:
            fence = _fence_after(fence, line)
    if begun:
        found.append(Paragraph("\n".join(lines[begun - 1 :]).rstrip("\n"), begun, len(lines)))
    return found


def _fence_after(fence: str, line: str) -> str:
    """The fence that is open after a line, "" where none is."""
    mark = _FENCE.match(line)
    if not fence:
        return mark[1] if mark else ""
    closes = mark is not None and mark[1].startswith(fence) and not line.strip().strip(fence[0])
    return "" if closes else fence


# ------------------------------------------------------------------------------------------- parts


def _fields(old: Content, new: Content) -> Iterator[Part]:
    pairs = (
        ("title", old.title, new.title),
        ("summary", old.summary, new.summary),
        ("keywords", ", ".join(old.keywords), ", ".join(new.keywords)),
    )
    for name, was, now in pairs:
        if was == now:
            if now:
                yield Part(name, "same", (Piece("same", now),))
        else:
            change = "new" if not was else "removed" if not now else "edited"
            yield Part(name, change, diff_words(was, now))


def _body(old: str, new: str) -> Iterator[Part]:
    olds, news = paragraphs(old), paragraphs(new)
    pairs = list(_paired(olds, news))
    moved = _moved(pairs)
    heading = ""
    for was, now in pairs:
        if now is not None and (found := _HEADING.match(now.text)):
            heading = _NAME.sub("", found[2])
        change = "edited"
        if was is None and now is not None:
            was = moved.get(now.line)
            change = "new" if was is None else "moved"
        elif now is None and was is not None:
            if was in moved.values():
                continue  # it is shown where it went
            change = "removed"
        elif was is not None and now is not None and was.text == now.text:
            change = "same"
        words = now.text if now else ""
        yield Part(
            "body",
            change,
            diff_words(was.text if was else "", words),
            (was.line, was.end_line) if was else (0, 0),
            (now.line, now.end_line) if now else (0, 0),
            heading,
        )


def _paired(olds: Sequence[Paragraph], news: Sequence[Paragraph]) -> Iterator[Pair]:
    """Each paragraph once, in order: beside the one it was or became, or beside none."""
    texts = [each.text for each in olds], [each.text for each in news]
    for equal, a, b, c, d in stretches(*texts):
        if equal:
            yield from zip(olds[a:b], news[c:d], strict=True)
        else:
            yield from _alike(olds[a:b], news[c:d])


def _moved(pairs: Sequence[Pair]) -> dict[int, Paragraph]:
    """What stands elsewhere as it was: where it stood before, by its first line now."""
    gone: dict[str, deque[Paragraph]] = defaultdict(deque)
    for was, now in pairs:
        if was is not None and now is None:
            gone[was.text].append(was)
    return {
        now.line: gone[now.text].popleft()
        for was, now in pairs
        if was is None and now is not None and gone.get(now.text)
    }


def _alike(olds: Sequence[Paragraph], news: Sequence[Paragraph]) -> Iterator[Pair]:
    """The paragraphs of a changed stretch, edited ones beside each other: the pairs that rise and
    are most alike in sum.
    """
    bags = [Counter(_WORD.findall(each.text.lower())) for each in (*olds, *news)]
    ones, others = bags[: len(olds)], bags[len(olds) :]
    if len(olds) * len(news) <= _PAIRS:
        pairs = _best(ones, others)
    else:
        pairs = [
            (at, at) for at, both in enumerate(zip(ones, others, strict=False)) if _likeness(*both)
        ]
    start, to = 0, 0
    for at, at_new in (*pairs, (len(olds), len(news))):
        for was in olds[start:at]:
            yield was, None
        for now in news[to:at_new]:
            yield None, now
        if at < len(olds):
            yield olds[at], news[at_new]
        start, to = at + 1, at_new + 1


def _best(ones: Sequence[Counter[str]], others: Sequence[Counter[str]]) -> list[tuple[int, int]]:
    likeness = [[_likeness(one, other) for other in others] for one in ones]
    best = [[0.0] * (len(others) + 1) for _ in range(len(ones) + 1)]
    for i in reversed(range(len(ones))):
        row, below = best[i], best[i + 1]
        for j in reversed(range(len(others))):
            together = likeness[i][j]
            pair = below[j + 1] + together if together else 0.0
            row[j] = max(below[j], row[j + 1], pair)
    pairs: list[tuple[int, int]] = []
    i = j = 0
    while i < len(ones) and j < len(others):
        together = likeness[i][j]
        if together and best[i][j] == best[i + 1][j + 1] + together:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """The share of the words that both have, 0 below what makes one the other, edited."""
    small, large = sorted((one, other), key=len)
    common = sum(min(count, large[word]) for word, count in small.items() if word in large)
    total = one.total() + other.total()
    share = 2 * common / total if total else 1.0  # neither has words: rules, pictures
    return share if share >= _ALIKE else 0.0


# ------------------------------------------------------------------------------------------- words


def diff_words(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces of both texts in reading order."""
    if old == new:
        return (Piece("same", new),) if new else ()
    ones, others = _TOKEN.findall(old), _TOKEN.findall(new)
    pieces: list[Piece] = []
    if ones and others and len(ones) * len(others) <= _TOKENS:
        for equal, a, b, c, d in stretches(ones, others):
            _add(pieces, equal, "".join(ones[a:b]), "".join(others[c:d]))
    else:
        _add(pieces, False, old, new)
    return tuple(piece for piece in pieces if piece.text)


def _add(pieces: list[Piece], equal: bool, old: str, new: str) -> None:
    """Go on with what is equal or not. A mere space or comma between two replacements is replaced,
    too: else the eye finds crumbs.
    """
    if equal:
        before = pieces.pop().text if pieces and pieces[-1].kind == "same" else ""
        pieces.append(Piece("same", before + new))
    elif len(pieces) > 2 and pieces[-3].text and old and _is_crumb(pieces[-1].text):
        gone, fresh, between = (piece.text for piece in pieces[-3:])
        pieces[-3:] = [Piece("gone", gone + between + old), Piece("new", fresh + between + new)]
    else:
        pieces += [Piece("gone", old), Piece("new", new)]


def _is_crumb(words: str) -> bool:
    return "\n" not in words and not _WORD.search(words)
