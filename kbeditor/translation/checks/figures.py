"""The check of numbers."""

from collections.abc import Iterator

from kbeditor.translation.checks.block import ERROR, WARNING, Block, Found
from kbeditor.translation.numbers import Number, numbers, spelled


def figures(block: Block) -> Iterator[Found]:
    """Every number of the source, in the locale's own way; spelled out is as good."""
    languages = block.locales.languages
    source = numbers(block.source.prose, languages[0])
    target = numbers(block.target.prose, languages[1])
    if not source and not target:
        return
    missing, extra = _leftover(source, target)
    if missing:
        known = spelled(block.target.prose)
        if not extra:  # said twice in the source, once here
            known = known.union(*(number.keys for number in target))
        missing = [number for number in missing if not number.keys & known]
    if extra:
        # `24/7` is `24 h/24 et 7 j/7`: what stands in the source may be said again.
        known = spelled(block.source.prose).union(*(number.keys for number in source))
        extra = [number for number in extra if not number.keys & known]
    for right, wrong in zip(missing, extra, strict=False):
        yield Found(ERROR, right.raw, wrong.start, wrong.end)
    end = len(block.target.text)
    for number in missing[len(extra) :]:
        yield Found(ERROR, number.raw, end, end)
    for number in extra[len(missing) :]:
        yield Found(WARNING, number.raw, number.start, number.end)


def _leftover(
    source: tuple[Number, ...], target: tuple[Number, ...]
) -> tuple[list[Number], list[Number]]:
    """What has no counterpart on the other side."""
    waiting: dict[str, list[int]] = {}
    for index in reversed(range(len(target))):
        for key in target[index].keys:
            waiting.setdefault(key, []).append(index)
    taken: set[int] = set()
    missing: list[Number] = []
    for number in source:
        for key in number.keys:
            places = waiting.get(key, [])
            while places and places[-1] in taken:
                places.pop()
            if places:
                taken.add(places.pop())
                break
        else:
            missing.append(number)
    return missing, [number for index, number in enumerate(target) if index not in taken]
