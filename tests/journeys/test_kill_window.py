"""The window is killed while one types: at most the last two seconds are lost."""

import random
from pathlib import Path

import pytest

from tests.helpers.kill_window import type_and_kill


@pytest.mark.slow
@pytest.mark.parametrize(
    ("seed", "locale"), [*((seed, "en") for seed in range(7)), *((seed, "fr") for seed in range(4))]
)
def test_a_kill_loses_two_seconds_at_most(seed: int, locale: str, tmp_path: Path) -> None:
    type_and_kill(tmp_path, locale, random.Random(seed))
