"""Numbers, sizes and durations as the command line words them."""

import pytest

from kbeditor.cli.words import NEXT_STEPS, counted, duration, listed, size, words


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0.04, "0.0 s"), (9.94, "9.9 s"), (9.96, "10 s"), (59.4, "59 s"), (125, "2 min 5 s")],
)
def test_durations_are_as_exact_as_one_cares(seconds: float, shown: str) -> None:
    assert duration(seconds) == shown


@pytest.mark.parametrize(
    ("number", "shown"),
    [(820, "820 bytes"), (1_000, "1.0 kB"), (999_999, "1.0 MB"), (55_496_704, "55.5 MB")],
)
def test_sizes_have_the_unit_that_fits(number: int, shown: str) -> None:
    assert size(number) == shown


def test_counts_agree_with_their_words() -> None:
    assert counted("articles", 1) == "1 article"
    assert counted("categories", 1_234) == "1,234 categories"
    assert counted("some_new_things", 2) == "2 some new things"
    assert listed([("articles", 2), ("texts", 0), ("locales", 1)]) == "2 articles, 1 locale"
    assert listed([("articles", 0)]) == "nothing"


def test_an_unknown_code_is_readable() -> None:
    assert words(NEXT_STEPS, "call_the_lawyers") == "Call the lawyers"
