"""Two versions of a text laid beside each other: which paragraphs changed, and which words."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from kbeditor.domain.blocks import BlockKind, Segment
from kbeditor.domain.hashing import content_hash
from kbeditor.domain.versions import Comparison, Content, Part
from kbeditor.domain.word_diff import Piece, diff_words
from kbeditor.translation.alignment import Change, align_versions

_HEADING = re.compile(r"(#{1,6})[ \t]+(.*)")
_NAME = re.compile(r"\s*(?:\{[^}]*\}|#+)\s*$")  # the id that a heading is given, closing marks
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_MOST_LINES = 1_000_000
"""A paragraph (long code) with more pairs of old and new lines than this is shown as replaced."""


def compare(old: Content, new: Content) -> Comparison:
    """How one version became another: fields first, then the paragraphs in the new order, what was
    removed after the one it stood behind.
    """
    return Comparison(old, new, (*_fields(old, new), *_body(old.body, new.body)))


def count_changes(old: str, new: str) -> tuple[int, int]:
    """How many words came and how many went; words that only moved count as neither."""
    was, now = Counter(old.split("\n")), Counter(new.split("\n"))
    came = Counter(_WORD.findall("\n".join((now - was).elements())))
    went = Counter(_WORD.findall("\n".join((was - now).elements())))
    return (came - went).total(), (went - came).total()


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
            yield Part(name, change, _pieces(was, now))


def _body(old: str, new: str) -> Iterator[Part]:
    olds, news = paragraphs(old), paragraphs(new)
    heading = ""
    for step in align_versions(olds, news):
        was = olds[step.old] if step.old is not None else None
        now = news[step.new] if step.new is not None else None
        if now is not None and (found := _HEADING.match(now.text)):
            heading = _NAME.sub("", found[2])
        change = step.change.value
        same = step.change in (Change.SAME, Change.MOVED)
        words = now.text if now is not None else ""
        yield Part(
            "body",
            change,
            (Piece("same", words),) if same else _pieces(was.text if was else "", words),
            (was.line, was.end_line) if was else (0, 0),
            (now.line, now.end_line) if now else (0, 0),
            heading,
        )


def _pieces(was: str, now: str) -> tuple[Piece, ...]:
    if not was or not now or was.count("\n") * now.count("\n") > _MOST_LINES:
        pieces = (Piece("gone", was), Piece("new", now))
        return tuple(piece for piece in pieces if piece.text)
    return tuple(diff_words(was, now))


def paragraphs(body: str) -> Sequence[Segment]:
    """A body's stretches between blank lines as they are written; a fence keeps its blank lines."""
    found: list[Segment] = []
    begun, fence = 0, ""
    lines = body.split("\n")
    for number, line in enumerate([*lines, ""], start=1):
        if begun and not fence and not line.strip():
            found.append(_segment("\n".join(lines[begun - 1 : number - 1]), begun, number - 1))
            begun = 0
        elif not begun and line.strip():
            begun = number
        if begun:
            fence = _fence_after(fence, line)
    if begun:
        found.append(_segment("\n".join(lines[begun - 1 :]).rstrip("\n"), begun, len(lines)))
    return found


def _fence_after(fence: str, line: str) -> str:
    """The fence that is open after a line, "" where none is."""
    mark = _FENCE.match(line)
    if not fence:
        return mark[1] if mark else ""
    closes = mark is not None and mark[1].startswith(fence) and not line.strip().strip(fence[0])
    return "" if closes else fence


def _segment(text: str, line: int, end_line: int) -> Segment:
    kind = BlockKind.PARAGRAPH
    if _HEADING.match(text):
        kind = BlockKind.HEADING
    elif _FENCE.match(text):
        kind = BlockKind.CODE
    return Segment(kind, text, content_hash(kind, "", (), text), 0, line, end_line)
