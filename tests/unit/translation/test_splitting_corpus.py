"""Splitting on real content: nothing is lost, and what the renderer sees is what is split."""

import random
from pathlib import Path

import pytest

from kbeditor.translation.splitting import split
from tests.helpers.splitting import (
    FRONT_MATTER,
    damaged,
    kept_structure,
    renderer_blocks,
    retold,
    splitter_blocks,
)

pytestmark = pytest.mark.corpus


@pytest.fixture(scope="module")
def texts(corpus: Path) -> list[str]:
    """Every Markdown file."""
    files = sorted(corpus.rglob("*.md"))
    assert len(files) > 800
    return [file.read_bytes().decode() for file in files]


@pytest.mark.slow
def test_every_file_keeps_its_bytes_and_its_structure(texts: list[str]) -> None:
    lost = 0
    for text in texts:
        document = split(text)
        assert document.replaced({}) == text
        same = {index: segment.text for index, segment in enumerate(document.segments)}
        assert document.replaced(same) == text
        new = [retold(segment) for segment in document.segments]
        lost += not kept_structure(document, new, document.replaced(dict(enumerate(new))))
    assert lost <= len(texts) * 0.001


@pytest.mark.slow
def test_the_renderer_sees_the_same_blocks(texts: list[str]) -> None:
    for text in texts:
        body = FRONT_MATTER.sub("", text, count=1)
        assert splitter_blocks(body) == renderer_blocks(body)


@pytest.mark.slow
def test_damaged_texts_are_split_and_kept(texts: list[str]) -> None:
    chance = random.Random(11)
    for _ in range(5_000):
        text = damaged(chance.choice(texts)[:4_000], chance)
        document = split(text)
        assert document.replaced({}) == text
        for index, segment in enumerate(document.segments):
            start, end = document.offsets(index)
            assert 0 <= start < end <= len(text)
            assert segment.text.strip()
