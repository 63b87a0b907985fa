"""What tells that a block translates another: anchors, related words, length and structure."""

import html
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kbeditor.domain.blocks import BlockKind, Segment

_ANCHOR = re.compile(
    r"(?P<code>`+[^`\n]+`+)"
    r"|\{:?[ ]*(?P<id>#[^\s}]+)[^}\n]*\}"
    r"|\]\(\s*<?(?P<address>[^\s)>]+)"
    r"|\b(?:href|src)\s*=\s*[\"']?(?P<attribute>[^\s\"'>]+)"
    r"|(?P<bare>(?:https?|mailto|tel|kb):[^\s<>)\]]+)"
    r"|(?P<number>\d+(?:[.,]\d+)*)"
)
_WEIGHTS = {"code": 2.0, "id": 3.0, "address": 2.5, "attribute": 2.5, "bare": 2.5, "number": 1.5}
_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM = 4  # letters: related words of two languages begin alike

# Log-likelihood ratios of a true pair against a chance one, fitted to real English and French pages
# (median cosine: 0.36 of true pairs, 0.01 of others in the neighbourhood). Benchmarks: linking.
_COSINE, _NO_COSINE = 9.0, 2.0
_LENGTH, _LENGTH_MOST = 1.2, 5.0
_SPREAD, _SPREAD_LEAST = 2.0, 15.0  # variance of the length, per character and at least
_MISSING, _MISSING_MOST = 0.5, 4.0  # an anchor on one side only, per its weight
_OTHER_KIND, _OTHER_FAMILY, _OTHER_LEVEL, _OTHER_PATH = 1.0, 4.0, 1.0, 0.5


@dataclass(frozen=True, slots=True)
class Traits:
    """What a block, or two neighbours taken as one, can be recognised by.

    `features` are numbers of anchors and of stems, `anchors` those of anchors alone; `norm` is the
    length of their weighted vector.
    """

    kind: BlockKind
    level: int
    path: tuple[str, ...]
    length: int
    features: frozenset[int]
    anchors: frozenset[int]
    norm: float


class Evidence:
    """Weighs pairs of blocks of one source and one target against each other."""

    def __init__(self, source: Sequence[Segment], target: Sequence[Segment]) -> None:
        found = [_features(segment) for segment in (*source, *target)]
        often = Counter(name for names in found for name in names)
        self._numbers = {name: at for at, name in enumerate(often)}
        # Squared, as cosines need it; what stands in every block tells next to nothing.
        self._weights = [
            (_weight(name) * math.log(1 + len(found) / times)) ** 2 for name, times in often.items()
        ]
        self._missing = [_MISSING * _weight(name) for name in often]
        traits = [
            self._traits(segment, names)
            for segment, names in zip((*source, *target), found, strict=True)
        ]
        self.source, self.target = traits[: len(source)], traits[len(source) :]
        # How much longer the target's language is; a thousand characters of doubt keep it near 1.
        here, there = (
            sum(each.length for each in side if each.kind.translatable)
            for side in (self.source, self.target)
        )
        self._growth = min(3.0, max(0.3, (there + 1000) / (here + 1000)))
        self._doubt = _NO_COSINE * self._kinship()

    def _traits(self, segment: Segment, names: Iterable[str]) -> Traits:
        numbers = self._numbers
        features = frozenset(numbers[name] for name in names)
        anchors = frozenset(numbers[name] for name in names if ":" in name)
        length = len(segment.text)
        norm = self._norm(features)
        return Traits(segment.kind, segment.level, segment.path, length, features, anchors, norm)

    def _norm(self, features: frozenset[int]) -> float:
        return math.sqrt(sum(self._weights[each] for each in features))

    def _kinship(self) -> float:
        """0 to 1: how much of the smaller vocabulary is in both; 1 from a quarter on.

        Between English and Japanese a pair without a related word is no surprise.
        """
        here = frozenset().union(*(each.features for each in self.source))
        there = frozenset().union(*(each.features for each in self.target))
        return min(1.0, 4 * len(here & there) / max(1, min(len(here), len(there))))

    def together(self, one: Traits, other: Traits) -> Traits:
        """Two neighbours taken as one block."""
        features = one.features | other.features
        return Traits(
            kind=one.kind,
            level=one.level,
            path=one.path,
            length=one.length + other.length + 1,
            features=features,
            anchors=one.anchors | other.anchors,
            norm=self._norm(features),
        )

    def length(self, source: Traits, target: Traits) -> float:
        """How well the lengths go together, after Gale and Church."""
        expected = source.length * self._growth
        off = target.length - expected
        variance = _SPREAD * (expected + target.length) + _SPREAD_LEAST
        return _LENGTH - min(_LENGTH_MOST, off * off / variance / 2)

    def weigh(self, source: Traits, target: Traits) -> float:
        """How much rather the one translates the other than not: a log-likelihood ratio."""
        score = self.length(source, target) - self._doubt
        if source.kind is not target.kind:
            related = family(source.kind) == family(target.kind)
            score -= _OTHER_KIND if related else _OTHER_FAMILY
        elif source.level != target.level:
            score -= _OTHER_LEVEL
        if source.path != target.path:
            score -= _OTHER_PATH
        shared = source.features & target.features
        if shared:
            weights = self._weights
            cosine = sum([weights[each] for each in shared]) / (source.norm * target.norm)
            score += _COSINE * math.sqrt(cosine)
        if source.anchors or target.anchors:
            missing = source.anchors ^ target.anchors
            score -= min(_MISSING_MOST, sum([self._missing[each] for each in missing]))
        return score


def family(kind: BlockKind) -> str:
    """Kinds that a translation may exchange for one another have one family."""
    if kind in (BlockKind.HEADING, BlockKind.CELL, BlockKind.CODE, BlockKind.HTML):
        return kind
    return "prose"


def _weight(name: str) -> float:
    return _WEIGHTS[name.partition(":")[0]] if ":" in name else 1.0


def _features(segment: Segment) -> dict[str, None]:
    """The anchors, written `group:value`, and the stems of the words, in a repeatable order."""
    names: dict[str, None] = {}
    text = html.unescape(segment.text).casefold()
    for found in _ANCHOR.finditer(text):
        group = str(found.lastgroup)
        names[f"{group}:{found[group]}"] = None
    if not text.isascii():
        text = "".join(
            each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each)
        )
    names.update(dict.fromkeys(word[:_STEM] for word in _WORD.findall(text)))
    return names
