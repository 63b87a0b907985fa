"""The pieces of a block that a translation keeps: links, pictures, code, placeholders, ids."""

import html
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from kbeditor.domain.blocks import BlockKind, Fix
from kbeditor.translation.addresses import addresses
from kbeditor.translation.inline import Token, TokenKind, tokens

_ID = re.compile(r"(?<=#)[\w:.-]++")
_TAG_ID = re.compile(r"\s(?:id|name)=[\"']?([\w:.-]++)")
_CLOSING_SIGNS = ".!?…。！？"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece at `start` to `end`, told by its `name` (at `name_start` to `name_end`).

    `what` is link, image, code, placeholder, footnote or id; the name is an address, code, an id.
    An attribute list right behind a link or picture is part of it.
    """

    what: str
    name: str
    start: int
    end: int
    name_start: int
    name_end: int


@dataclass(frozen=True, slots=True)
class Difference:
    """What the source has and the target lacks, and the reverse; both in order."""

    missing: tuple[Piece, ...]
    extra: tuple[Piece, ...]


def pieces(found: Sequence[Token]) -> tuple[Piece, ...]:
    """All pieces of a block, in order of their ends."""
    opened = {token.pair: token.start for token in found if token.kind is TokenKind.OPEN}
    closed = {
        token.pair: (index, token.start + len(token.raw))
        for index, token in enumerate(found)
        if token.kind is TokenKind.CLOSE
    }
    listed: list[Piece] = []
    for each in addresses(found):
        token = found[each.token]
        index, end = closed.get(token.pair, (each.token, token.start + len(token.raw)))
        following = found[index + 1] if index + 1 < len(found) else None
        if following and following.value.startswith("attributes:"):
            end += len(following.raw)
        what = "image" if each.picture else "link"
        start = opened.get(token.pair, token.start)
        listed.append(Piece(what, each.value, start, end, each.start, each.end))
    for token in found:
        listed += _plain_pieces(token)
    return tuple(sorted(listed, key=lambda piece: (piece.end, piece.start)))


def _plain_pieces(token: Token) -> Iterator[Piece]:
    end = token.start + len(token.raw)
    what, _, name = token.value.partition(":")
    if token.kind is TokenKind.CODE:
        ticks = (len(token.raw) - len(token.raw.strip("`"))) // 2
        yield Piece(
            "code", " ".join(name.split()), token.start, end, token.start + ticks, end - ticks
        )
    elif what in ("placeholder", "emoji", "footnote"):
        kind = "footnote" if what == "footnote" else "placeholder"
        yield Piece(kind, html.unescape(token.raw), token.start, end, token.start, end)
    elif what == "attributes" or (what == "tag" and token.kind is not TokenKind.CLOSE):
        pattern = _ID if what == "attributes" else _TAG_ID
        for found in pattern.finditer(token.raw):
            group = found.lastindex or 0
            start, stop = token.start + found.start(group), token.start + found.end(group)
            yield Piece("id", found[group], token.start, end, start, stop)


def differences(
    source: Iterable[Piece], target: Iterable[Piece], key: Callable[[str], str]
) -> Difference:
    """Compare pieces of one sort, however often each stands there.

    Equal names first; what is left over counts as the same when `key` of both is.
    """
    missing, extra = _leftover(list(source), list(target), lambda piece: piece.name)
    if missing and extra:
        missing, extra = _leftover(missing, extra, lambda piece: key(piece.name))
    return Difference(tuple(missing), tuple(extra))


def _leftover(
    source: list[Piece], target: list[Piece], key: Callable[[Piece], str]
) -> tuple[list[Piece], list[Piece]]:
    wanted = Counter(map(key, source))
    there = Counter(map(key, target))
    if wanted == there:
        return [], []
    return _surplus(source, wanted - there, key), _surplus(target, there - wanted, key)


def _surplus(pieces: list[Piece], left: Counter[str], key: Callable[[Piece], str]) -> list[Piece]:
    found: list[Piece] = []
    # From the end: where the same thing stands twice and is wanted once, the first is that one.
    for piece in reversed(pieces):
        if left[key(piece)] > 0:
            left[key(piece)] -= 1
            found.append(piece)
    return found[::-1]


def insertion(source: str, target: str, piece: Piece, blanked: str) -> Fix:
    """A fix that puts a piece of the source into the target.

    Around the same words if they stand there, else where it belongs: an id at the end, anything at
    the beginning or end if it stood there in the source, else before the closing full stop.
    `blanked` is the target's prose.
    """
    raw = source[piece.start : piece.end]
    code = f"insert_{piece.what}"
    if piece.what == "id" or not target.strip():
        end = len(target.rstrip())
        return Fix(code, end, len(target), (" " if end else "") + raw)
    label = _label(raw, piece)
    if label and (found := re.search(rf"(?<!\w){re.escape(label)}(?!\w)", blanked)):
        return Fix(code, found.start(), found.end(), raw)
    before, after = source[: piece.start], source[piece.end :]
    if not before.strip():
        gap = after[: len(after) - len(after.lstrip())] or " "
        return Fix(code, 0, 0, raw + gap)
    gap = before[len(before.rstrip()) :] or " "
    end = len(target.rstrip())
    if after.strip() and after.strip() in _CLOSING_SIGNS and target[end - 1] in _CLOSING_SIGNS:
        end -= 1
    return Fix(code, end, end, gap + raw)


def _label(raw: str, piece: Piece) -> str:
    """The words of a link, or the code within its marks, that may stand bare in the target."""
    if piece.what == "code":
        return piece.name
    if piece.what == "link" and raw.startswith("["):
        return raw[1:].partition("](")[0]
    return ""


def untranslated(kind: BlockKind, text: str) -> str | None:
    """What a block is in which there is nothing to translate: code, HTML, or pictures alone.

    None where there are words.
    """
    if not kind.translatable:
        return kind.value
    found = tokens(text)
    described: set[int] = set()  # pictures that are open: the words in them describe them
    pictures = False
    for token in found:
        if token.kind is TokenKind.TEXT and token.raw.strip() and not described:
            return None
        if token.kind is TokenKind.CLOSE:
            described.discard(token.pair)
        elif token.value.startswith("image:"):
            pictures = True
            if token.kind is TokenKind.OPEN:
                described.add(token.pair)
    return "image" if pictures else None
