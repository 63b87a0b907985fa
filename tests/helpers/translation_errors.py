"""Real pairs of blocks, and errors that are put into right ones to see whether checks find them."""

import random
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kbeditor.domain.blocks import BlockKind, GlossaryTerm
from kbeditor.translation.checks import LocalePair
from kbeditor.translation.glossary import find_terms, find_translation
from kbeditor.translation.inline import TokenKind, tokens
from kbeditor.translation.pieces import Piece, pieces
from kbeditor.translation.prose import prose
from kbeditor.translation.splitting import split

LOCALES = LocalePair("en", "fr")


@dataclass(frozen=True, slots=True)
class RealPair:
    """A source block and its translation."""

    source: str
    target: str
    kind: BlockKind
    page: str


def _term(term: str, translation: str, *forbidden: str) -> GlossaryTerm:
    return GlossaryTerm(term, term, "fr", translation, forbidden)


TERMS = (
    _term("recipient", "destinataire", "récipiendaire"),
    _term("database", "base de données", "banque de données"),
    _term("delivery template", "modèle de diffusion", "gabarit de livraison"),
    _term("external account", "compte externe", "compte extérieur"),
    _term("SMS", "SMS", "texto"),
)


def real_pairs(corpus: Path) -> Iterator[RealPair]:
    """The blocks of all pages whose two versions have the same kinds of block in the same order."""
    root = corpus / "campaign" / "content"
    for english in sorted((root / "en").rglob("*.md")):
        place = english.relative_to(root / "en")
        french = root / "fr" / place
        if not french.is_file():
            continue
        source = split(english.read_text(encoding="utf-8")).segments
        target = split(french.read_text(encoding="utf-8")).segments
        if [each.kind for each in source] != [each.kind for each in target]:
            continue
        for left, right in zip(source, target, strict=True):
            if left.kind.translatable:
                yield RealPair(left.text, right.text, left.kind, str(place))


def _without(text: str, start: int, end: int, put: str = "") -> str:
    return text[:start] + put + text[end:]


def _piece(what: str, text: str, rng: random.Random) -> Piece | None:
    found = [piece for piece in pieces(tokens(text)) if piece.what == what]
    return rng.choice(found) if found else None


def _drop(what: str) -> Callable[[RealPair, random.Random], RealPair | None]:
    def seed(pair: RealPair, rng: random.Random) -> RealPair | None:
        piece = _piece(what, pair.target, rng)
        if piece is None:
            return None
        target = _without(pair.target, piece.start, piece.end)
        return _with(pair, target) if target.strip() else None

    return seed


def _drop_picture(pair: RealPair, rng: random.Random) -> RealPair | None:
    """Most pictures of the corpus stand alone in their blocks: one is put into the source."""
    return _with(pair, pair.target, f"{pair.source} ![](assets/some.png)")


def _change(what: str) -> Callable[[RealPair, random.Random], RealPair | None]:
    def seed(pair: RealPair, rng: random.Random) -> RealPair | None:
        piece = _piece(what, pair.target, rng)
        if piece is None:
            return None
        name = pair.target[piece.name_start : piece.name_end]
        letters = [at for at, sign in enumerate(name) if sign.isalpha()]
        if not letters:
            return None
        at = piece.name_start + rng.choice(letters)
        other = rng.choice([letter for letter in "qxzk" if letter != pair.target[at].lower()])
        return _with(pair, _without(pair.target, at, at + 1, other))

    return seed


def _with(pair: RealPair, target: str, source: str | None = None) -> RealPair:
    return RealPair(source or pair.source, target, pair.kind, pair.page)


def _change_number(pair: RealPair, rng: random.Random) -> RealPair | None:
    found = list(re.finditer(r"\d", prose(tokens(pair.target))))
    if not found:
        return None
    digit = rng.choice(found)
    other = str((int(digit[0]) + rng.randint(1, 8)) % 10)
    return _with(pair, _without(pair.target, digit.start(), digit.end(), other))


def _drop_placeholder(pair: RealPair, rng: random.Random) -> RealPair | None:
    """The corpus has few of them: one is put into both sides, and lost again in the target."""
    placeholder = rng.choice(["{name}", "{{ count }}", "%s", "%(user)s", "$HOME", "<YOUR_ID>"])
    found = list(re.finditer(r"(?<=\w) (?=\w)", prose(tokens(pair.source))))
    if not found:
        return None
    at = rng.choice(found)
    return _with(pair, pair.target, _without(pair.source, at.start(), at.end(), f" {placeholder} "))


def _drop_mark(pair: RealPair, rng: random.Random) -> RealPair | None:
    closing = [
        token
        for token in tokens(pair.target)
        if token.kind is TokenKind.CLOSE and token.value.startswith(("strong", "em", "vendor:"))
    ]
    if not closing:
        return None
    token = rng.choice(closing)
    return _with(pair, _without(pair.target, token.start, token.start + len(token.raw)))


def _copy_source(pair: RealPair, rng: random.Random) -> RealPair | None:
    words = re.findall(r"[^\W\d_]{2,}", prose(tokens(pair.source)))
    return _with(pair, pair.source) if len(words) >= 4 and pair.source != pair.target else None


def _truncate(pair: RealPair, rng: random.Random) -> RealPair | None:
    words = list(re.finditer(r"\S+", pair.target))
    if len(words) < 8:
        return None
    return _with(pair, pair.target[: words[len(words) // 2].start()].rstrip())


def _double_space(pair: RealPair, rng: random.Random) -> RealPair | None:
    found = list(re.finditer(r"(?<=\w) (?=\w)", prose(tokens(pair.target))))
    if not found:
        return None
    at = rng.choice(found)
    return _with(pair, _without(pair.target, at.start(), at.end(), "  "))


def _use_forbidden(pair: RealPair, rng: random.Random) -> RealPair | None:
    return _instead_of_term(pair, rng, forbidden=True)


def _miss_term(pair: RealPair, rng: random.Random) -> RealPair | None:
    return _instead_of_term(pair, rng, forbidden=False)


def _instead_of_term(pair: RealPair, rng: random.Random, forbidden: bool) -> RealPair | None:
    hits = find_terms(pair.source, TERMS)
    if not hits:
        return None
    term = rng.choice(hits).term
    there = find_translation(prose(tokens(pair.target)), term)
    target = pair.target
    for hit in reversed(there):
        put = term.forbidden[0] if forbidden else "chose"
        target = _without(target, hit.start, hit.end, put)
    return _with(pair, target) if there else None


def _spacing(put: str) -> Callable[[RealPair, random.Random], RealPair | None]:
    def seed(pair: RealPair, rng: random.Random) -> RealPair | None:
        found = list(
            re.finditer(r"(?<=\w)[\u00a0\u202f](?=[:;!?](?:\s|$))", prose(tokens(pair.target)))
        )
        if not found:
            return None
        at = rng.choice(found)
        return _with(pair, _without(pair.target, at.start(), at.end(), put))

    return seed


def _drop_alt(pair: RealPair, rng: random.Random) -> RealPair | None:
    """Few pictures of the corpus are described: one is put into both, described in the source."""
    picture = "![{}](assets/some.png)"
    source = f"{pair.source} {picture.format('The form')}"
    return _with(pair, f"{pair.target} {picture.format('')}", source)


SEEDS: Mapping[str, tuple[str, Callable[[RealPair, random.Random], RealPair | None]]] = {
    "link dropped": ("links", _drop("link")),
    "address changed": ("links", _change("link")),
    "picture dropped": ("images", _drop_picture),
    "picture's address changed": ("images", _change("image")),
    "description of a picture dropped": ("alt_text", _drop_alt),
    "code span dropped": ("code", _drop("code")),
    "code span changed": ("code", _change("code")),
    "number changed": ("numbers", _change_number),
    "placeholder dropped": ("placeholders", _drop_placeholder),
    "heading id dropped": ("heading_ids", _drop("id")),
    "heading id changed": ("heading_ids", _change("id")),
    "closing mark dropped": ("markup", _drop_mark),
    "source copied": ("same_as_source", _copy_source),
    "second half cut": ("truncated", _truncate),
    "space doubled": ("double_spaces", _double_space),
    "forbidden term": ("glossary", _use_forbidden),
    "term not used": ("glossary", _miss_term),
    "space before a sign dropped": ("french_spacing", _spacing("")),
    "plain space before a sign": ("french_spacing", _spacing(" ")),
}
"""What each error is called, the check that has to find it, and how it is put in (None: this
block has no place for it)."""
