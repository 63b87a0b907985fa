"""Other texts in the places of segments, with everything around them kept to the byte."""

from collections.abc import Iterable, Mapping

from kbeditor.translation.splitting.escaping import escaped, fitted, longer_fence
from kbeditor.translation.splitting.rows import from_cell
from kbeditor.translation.splitting.source import Source

Edit = tuple[int, int, str]
"""Characters `start` to before `end` become a text."""


def edited(body: str, edits: Iterable[Edit]) -> str:
    """A body with edits done; what two of them cover goes once."""
    parts: list[str] = []
    position = 0
    for start, end, text in sorted(edits):
        parts += (body[position:start], text)
        position = max(position, end)
    return "".join([*parts, body[position:]])


def replaced(source: Source, texts: Mapping[int, str]) -> str:
    """See `Document.replaced`."""
    fits = {
        index: fitted(_kind(source, index), text, _underlined(source, index))
        for index, text in texts.items()
        if text != source.text(index)
    }
    if not fits:
        return source.body
    body = _written(source, fits)
    if _holds(source, body, fits):
        return body
    for index, text in fits.items():
        careful = escaped(_kind(source, index), text)
        if careful != text and not _holds(source, _written(source, {index: text}), {index: text}):
            fits[index] = careful
    return _written(source, fits)


def _kind(source: Source, index: int) -> str:
    return source.leaves[index].kind


def _underlined(source: Source, index: int) -> bool:
    return bool(source.leaves[index].meta.get("underlined"))


def _holds(source: Source, body: str, texts: Mapping[int, str]) -> bool:
    """Whether a new body has the blocks of the old one, and the given texts in their places."""
    new = Source(body)
    return new.shape() == source.shape() and all(
        new.text(index).split() == text.split() for index, text in _plain(source, texts)
    )


def _plain(source: Source, texts: Mapping[int, str]) -> Iterable[tuple[int, str]]:
    for index, text in texts.items():
        yield index, from_cell(text) if _kind(source, index) == "cell" else text


def _written(source: Source, texts: Mapping[int, str]) -> str:
    edits: list[Edit] = []
    for index, text in texts.items():
        edits += _edits(source, index, text)
    return edited(source.body, edits)


def _edits(source: Source, index: int, text: str) -> list[Edit]:
    """What puts a fitted text in the place of a segment's."""
    leaf = source.leaves[index]
    spans = source.spans(index)
    lines = text.split("\n")
    edits: list[Edit] = []
    if leaf.kind == "code" and "fences" in leaf.meta:
        mark = leaf.meta["mark"]
        fence = longer_fence(mark, text)
        if fence != mark:
            for start, _ in leaf.meta["fences"]:
                place = source.plain.place(start)
                edits.append((place, place, fence[len(mark) :]))
    return [*edits, (spans[0][0], spans[-1][1], _joined(source, index, lines))]


def _joined(source: Source, index: int, lines: list[str]) -> str:
    """Lines with what parts them: as it was between the old ones, else marks like theirs."""
    if len(lines) == 1:
        return lines[0]
    joints = source.joints(index)
    spans = source.spans(index)
    follow = source.follow(index)
    parts = [lines[0]]
    for number, line in enumerate(lines[1:]):
        alike = number < len(joints) and bool(line) == (spans[number + 1][0] < spans[number + 1][1])
        if alike:
            parts.append(joints[number])
        else:
            parts.append(source.line_end + (follow if line else follow.rstrip()))
        parts.append(line)
    return "".join(parts)
