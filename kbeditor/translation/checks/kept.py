"""Checks that links, pictures, code, placeholders and heading ids are kept."""

from collections.abc import Callable, Iterator

from kbeditor.domain.blocks import Fix
from kbeditor.translation.addresses import Localised
from kbeditor.translation.checks.block import ERROR, WARNING, Block, Found
from kbeditor.translation.inline import TokenKind
from kbeditor.translation.pieces import Piece, differences, insertion


def links(block: Block) -> Iterator[Found]:
    """Every address of the source, or its counterpart in the other locale, and no other."""
    yield from _compare(block, ("link", "footnote"), lambda: _localised(block))


def images(block: Block) -> Iterator[Found]:
    """Every picture of the source."""
    yield from _compare(block, ("image",), lambda: _localised(block))


def code(block: Block) -> Iterator[Found]:
    """Every code span, letter by letter."""
    yield from _compare(block, ("code",))


def placeholders(block: Block) -> Iterator[Found]:
    """Every placeholder and emoji name, letter by letter."""
    yield from _compare(block, ("placeholder",))


def heading_ids(block: Block) -> Iterator[Found]:
    """Every id that links may lead to."""
    found = _compare(block, ("id",))
    # An id of its own keeps a translated heading at the address that the source's words give it.
    yield from (each for each in found if each.level == ERROR)


def alt_text(block: Block) -> Iterator[Found]:
    """A picture that is described in the source is described here."""
    described = {
        token.value
        for token, following in zip(block.source.tokens, block.source.tokens[1:], strict=False)
        if _opens_picture(token.kind, token.value) and following.kind is not TokenKind.CLOSE
    }
    if not described:
        return
    for token, following in zip(block.target.tokens, block.target.tokens[1:], strict=False):
        if (
            _opens_picture(token.kind, token.value)
            and following.pair == token.pair
            and token.value in described
        ):
            end = following.start + len(following.raw)
            yield Found(WARNING, token.value.partition(":")[2], token.start, end)


def _opens_picture(kind: TokenKind, value: str) -> bool:
    return kind is TokenKind.OPEN and value.startswith("image:")


def _localised(block: Block) -> Callable[[str], str]:
    return Localised(block.locales.source, block.locales.target).key


def _compare(
    block: Block, kinds: tuple[str, ...], key: Callable[[], Callable[[str], str]] = lambda: str
) -> Iterator[Found]:
    wanted = [piece for piece in block.source.pieces if piece.what in kinds]
    there = [piece for piece in block.target.pieces if piece.what in kinds]
    if [piece.name for piece in wanted] == [piece.name for piece in there]:
        return
    found = differences(wanted, there, key())
    changed = min(len(found.missing), len(found.extra))
    for right, wrong in zip(found.missing, found.extra, strict=False):
        fix = Fix(f"change_{wrong.what}", wrong.name_start, wrong.name_end, _name(block, right))
        yield Found(ERROR, right.name, wrong.start, wrong.end, (fix,))
    end = len(block.target.text)
    for piece in found.missing[changed:]:
        fixes: tuple[Fix, ...] = ()
        if not _comes_with_link(block, piece):
            fixes = (insertion(block.source.text, block.target.text, piece, block.target.prose),)
        yield Found(ERROR, piece.name, end, end, fixes)
    for piece in found.extra[changed:]:
        yield Found(WARNING, piece.name, piece.start, piece.end)


def _comes_with_link(block: Block, piece: Piece) -> bool:
    """Whether a picture stands in a link that is missing, too: put in, that brings it along."""
    if piece.what != "image":
        return False
    key = _localised(block)
    there = {key(each.name) for each in block.target.pieces if each.what == "link"}
    return any(
        each.what == "link"
        and each.start < piece.start
        and piece.end < each.end
        and key(each.name) not in there
        for each in block.source.pieces
    )


def _name(block: Block, piece: Piece) -> str:
    return block.source.text[piece.name_start : piece.name_end]
