"""Cutting the words of an index into parts."""

import random

from kbeditor.publishing.search.parts import Parts, cut, file_name, size


def _words(count: int, seed: int) -> dict[str, str]:
    dice = random.Random(seed)
    letters = [*"aaabcdé", "送", "货", "时"]
    made = {"".join(dice.choices(letters, k=dice.randint(1, 6))) for _ in range(count)}
    return {word: "A" * dice.randint(1, 30) for word in sorted(made)}


def test_few_words_lie_in_one_part() -> None:
    words = _words(10, 1)
    assert cut(words, 10_000, 100) == {"": words}


def test_every_word_is_found_in_the_part_that_its_letters_tell() -> None:
    words = _words(3000, 2)
    parts = cut(words, 4000, 400)
    assert {word for part in parts.values() for word in part} == words.keys()
    places = Parts(parts, 4000, 400)
    for key, part in parts.items():
        assert list(part) == sorted(part)
        assert all(places.key(word) == key for word in part)
    sizes = {key: size(part) for key, part in parts.items()}
    assert max(sizes.values()) <= 4000
    assert places.hold(sizes, parts)


def test_parts_hold_exactly_as_long_as_cutting_anew_gives_the_same() -> None:
    words = _words(800, 3)
    dice = random.Random(4)
    kept = broken = 0
    parts = cut(words, 2000, 250)
    for _ in range(400):
        word = dice.choice([*words, "bbb", "送送", "éa", "ca"])
        words[word] = "A" * dice.randint(1, 120)
        words = dict(sorted(words.items()))
        places = Parts(parts, 2000, 250)
        key = places.key(word)
        loaded = {key: dict(sorted((parts.get(key, {}) | {word: words[word]}).items()))}
        now = parts | loaded
        anew = cut(words, 2000, 250)
        holds = places.hold({each: size(part) for each, part in now.items()}, loaded)
        assert holds == (anew == now)
        kept, broken = kept + holds, broken + (not holds)
        parts = anew
    assert kept > 50
    assert broken > 5


def test_names_of_parts_are_names_on_any_system() -> None:
    assert file_name("con") == "w-con.js"
    assert file_name("co_") == "w-co_.js"
    assert file_name("") == "w-.js"
    assert file_name("ط") == "w--637-.js"
    assert file_name("~4e00") == "w--7e-4e00.js"
