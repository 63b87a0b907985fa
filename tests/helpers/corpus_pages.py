"""Pages of the real content as segments, and French pages damaged so that their truth is known."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from kbeditor.domain.blocks import FIELDS, BlockKind, Segment
from kbeditor.translation.splitting import text_segments
from kbeditor.translation.splitting.segments import segment

_Placed = tuple[Segment, tuple[int, ...]]  # a block, and those of the undamaged page in it
_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.S)
_NOT_MERGED = {*FIELDS, BlockKind.CODE, BlockKind.HTML, BlockKind.CELL, BlockKind.HEADING}


def page_segments(path: Path) -> tuple[Segment, ...]:
    """A page's title and description, then the segments of its body."""
    text = path.read_text(encoding="utf-8")
    head = _FRONT_MATTER.match(text)
    fields = yaml.safe_load(head[1]) if head else {}
    title, summary = str(fields.get("title") or ""), str(fields.get("description") or "")
    return text_segments(title, summary, (), text[head.end() :] if head else text)


@dataclass(frozen=True, slots=True)
class Pair:
    """An English page and its French version, whose blocks go together one by one."""

    name: str
    source: tuple[Segment, ...]
    target: tuple[Segment, ...]


def parallel_pairs(campaign: Path, every: int = 1) -> Iterator[Pair]:
    """The pairs whose structure is the same, so that the truth is known by position.

    `every`: only each so many pages.
    """
    english = campaign / "content" / "en"
    for path in sorted(english.rglob("*.md"))[::every]:
        name = path.relative_to(english)
        french = campaign / "content" / "fr" / name
        if not french.exists():
            continue
        source, target = page_segments(path), page_segments(french)
        if [*map(_structure, source)] == [*map(_structure, target)]:
            yield Pair(str(name), source, target)


def _structure(each: Segment) -> tuple[BlockKind, int, tuple[str, ...]]:
    return each.kind, each.level, each.path


@dataclass(frozen=True, slots=True)
class Damaged:
    """A French page after damage: `truth` holds the pairs of indexes that go together."""

    target: tuple[Segment, ...]
    truth: frozenset[tuple[int, int]]


def damage(target: Sequence[Segment], foreign: Sequence[Segment], seed: random.Random) -> Damaged:
    """10 % of the body's blocks deleted, 5 % merged with their neighbour, 3 % inserted."""
    body = [at for at, each in enumerate(target) if each.kind not in FIELDS]
    gone = set(seed.sample(body, round(len(body) * 0.1)))
    page: list[_Placed] = [(each, (at,)) for at, each in enumerate(target) if at not in gone]
    for _ in range(round(len(body) * 0.05)):
        places = [at for at in range(len(page) - 1) if _may_merge(page[at], page[at + 1])]
        if places:
            at = seed.choice(places)
            page[at : at + 2] = [_merged(page[at], page[at + 1])]
    start = len(target) - len(body)
    for _ in range(round(len(body) * 0.03)):
        page.insert(seed.randint(start, len(page)), (seed.choice(foreign), ()))
    truth = frozenset((one, at) for at, (_, ones) in enumerate(page) for one in ones)
    return Damaged(tuple(each for each, _ in page), truth)


def _may_merge(one: _Placed, other: _Placed) -> bool:
    alone = len(one[1]) == len(other[1]) == 1
    return alone and one[0].kind is other[0].kind and one[0].kind not in _NOT_MERGED


def _merged(one: _Placed, other: _Placed) -> _Placed:
    first, second = one[0], other[0]
    lines = (first.line, second.end_line)
    text = f"{first.text} {second.text}"
    return segment(first.kind, text, lines, first.path, first.level), (*one[1], *other[1])
