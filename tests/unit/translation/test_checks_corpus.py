"""The checks on real pages: few right blocks are flagged, errors put into them are found."""

import random
from collections import Counter
from pathlib import Path

import pytest

from kbeditor.translation.checks import check_block
from kbeditor.translation.glossary import Glossary
from tests.helpers.translation_errors import LOCALES, SEEDS, TERMS, RealPair, real_pairs

pytestmark = [pytest.mark.corpus, pytest.mark.slow]
GLOSSARY = Glossary(TERMS)


def found_in(pair: RealPair) -> set[str]:
    issues = check_block(pair.source, pair.target, pair.kind, LOCALES, GLOSSARY)
    return {issue.check for issue in issues}


@pytest.fixture(scope="module")
def sample(corpus: Path) -> list[RealPair]:
    pairs = list(real_pairs(corpus))
    return random.Random(3).sample(pairs, min(4000, len(pairs)))


def test_fewer_than_six_in_a_hundred_right_blocks_are_flagged(sample: list[RealPair]) -> None:
    assert sum(1 for pair in sample if found_in(pair)) / len(sample) < 0.06


def test_errors_put_into_right_blocks_are_found(sample: list[RealPair]) -> None:
    right = [pair for pair in sample if not found_in(pair)]
    caught: Counter[str] = Counter()
    seeded: Counter[str] = Counter()
    for name, (check, seed) in SEEDS.items():
        rng = random.Random(name)
        for pair in right:
            wrong = seed(pair, rng)
            if wrong and seeded[name] < 300:
                seeded[name] += 1
                caught[name] += check in found_in(wrong)
    shares = {name: caught[name] / seeded[name] for name in SEEDS}
    least = {name: 0.9 if name == "second half cut" else 0.99 for name in SEEDS}
    assert {name: share for name, share in shares.items() if share < least[name]} == {}
