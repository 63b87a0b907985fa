"""Translation memory: which stored segments are worth comparing with a text, how alike they are.

Comparing a text with 100,000 segments takes a second. Nearly all that are alike share one of its
rarest trigrams, and none has a very different length: only those are compared.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

CUTOFF = 70
"""Percent below which two segments have too little in common to save any typing."""

CHOSEN = 16
"""How many trigrams are looked up: with 12, one match in 200 is missed, with 8 one in 60."""

LONGEST = 4_000
"""Characters. Longer texts are found when they are the same only: comparing is quadratic."""

_SPACES = re.compile(r"[ \t\r\n\u00a0]+")
_UNEVEN = ("\n", "  ", "\u00a0", "\t", "\r")


def normalised(text: str) -> str:
    """The text on one line: white space does not tell segments apart."""
    if any(each in text for each in _UNEVEN):
        text = _SPACES.sub(" ", text)
    return text.strip(" ")


def memory_hash(text: str) -> str:
    """The same for the same text, whatever kind of block it is: 16 hexadecimal digits."""
    said = normalised(text).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(said, digest_size=8).hexdigest()


def trigrams(text: str) -> frozenset[str]:
    """All runs of three characters, in small letters: the terms of FTS5's trigram tokenizer.

    A character whose small letter is longer stays as it is, as in FTS5's simple case folding; none
    holds NUL, where an FTS5 expression would end.
    """
    small = text.lower()
    if len(small) != len(text):
        small = "".join(low if len(low := each.lower()) == 1 else each for each in text)
    found = {small[start : start + 3] for start in range(len(small) - 2)}
    return frozenset(each for each in found if "\0" not in each)


def count_trigrams(texts: Iterable[str]) -> Counter[str]:
    """In how many of the texts each trigram stands."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(trigrams(text))
    return counts


def rarest(text: str, counts: Mapping[str, int], limit: int = CHOSEN) -> list[str]:
    """The trigrams of a text that stand in the fewest segments, rarest first."""
    return sorted(trigrams(text), key=lambda each: (counts.get(each, 0), each))[:limit]


def length_window(length: int, cutoff: int = CUTOFF) -> tuple[int, int]:
    """Shortest and longest text, in characters, that can be `cutoff` percent alike."""
    return -(-length * cutoff // 100), length * 100 // cutoff


def similarity(one: str, other: str) -> int:
    """How alike two texts are, 0 to 100 percent, rounded down; 100 only for the same."""
    longest = max(len(one), len(other))
    return 100 * (longest - Levenshtein.distance(one, other)) // longest if longest else 100


def best(
    text: str, candidates: Sequence[str], cutoff: int = CUTOFF, limit: int = 5
) -> list[tuple[int, int]]:
    """(index of the candidate, percent) of those at least `cutoff` alike, best first."""
    found = process.extract(
        text,
        candidates,
        scorer=Levenshtein.normalized_similarity,
        score_cutoff=cutoff / 100,
        limit=limit,
    )
    return [(index, similarity(text, candidate)) for candidate, _, index in found]
