"""Chinese and Japanese, taken apart for the index and put together again."""

import pytest

from kbeditor.storage.ideographs import spaced, unspaced


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("plain words", ["plain", "words"]),
        ("注文", ["注", "文"]),
        ("Visaカードで。", ["Visa", "カ", "ー", "ド", "で", "。"]),
        ("a 中 b", ["a", "中", "b"]),
        ("𠮷野家", ["𠮷", "野", "家"]),
        ("한국어 텍스트", ["한국어", "텍스트"]),
    ],
)
def test_each_stands_alone_and_nothing_is_lost(text: str, words: list[str]) -> None:
    assert spaced(text).split() == words
    assert unspaced(spaced(text)) == text
