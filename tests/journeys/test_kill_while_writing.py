"""Killed at any moment: what was confirmed is there, what was not is whole or absent."""

import os
import random
import time
from pathlib import Path

import pytest

from kbeditor.app.opening import create_library
from tests.helpers.kill_cases import CASES, Case, Scene, kill_once
from tests.helpers.killing import run_and_kill
from tests.helpers.library import article, category, opened

pytestmark = pytest.mark.skipif(os.name != "posix", reason="processes are killed in another way")

KILLS = 4
"""Of each work here; `benchmarks/kills.py` does it two hundred times."""


@pytest.fixture(scope="module", params=CASES, ids=lambda case: str(case.name))
def prepared(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Case, Scene]:
    """A work, and all that it needs, to copy."""
    case: Case = request.param
    return case, case.prepare(tmp_path_factory.mktemp("made"))


@pytest.mark.parametrize("seed", range(KILLS))
def test_a_kill_loses_nothing_and_leaves_nothing_half_done(
    prepared: tuple[Case, Scene], tmp_path: Path, seed: int
) -> None:
    case, scene = prepared
    kill_once(case, scene.copied(tmp_path / "copy"), random.Random(f"{case.name} {seed}"))


def test_what_was_confirmed_and_is_not_there_would_be_seen(
    prepared: tuple[Case, Scene], tmp_path: Path
) -> None:
    case, scene = prepared
    with pytest.raises(AssertionError):
        case.judge(scene.copied(tmp_path / "copy"), [case.done])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library with an article."""
    path = tmp_path / "shop.kb"
    ws = create_library(path, "Shop", "en", ["fr"], "Ada")
    article(ws, "Where?", "In the post.", category(ws, "Orders"))
    ws.close()
    return path


@pytest.mark.parametrize(
    ("format_id", "step"),
    [
        ("html", "export_finish"),
        ("json", "export_texts"),
    ],
)
def test_a_later_export_removes_what_a_killed_one_left(
    path: Path, tmp_path: Path, format_id: str, step: str
) -> None:
    target = tmp_path / "site"
    said = run_and_kill([format_id, str(path), str(target), step], lambda _: False, 0)
    assert said[-1].startswith(step)
    assert not target.exists()
    two_days_ago = time.time() - 2 * 86_400  # a younger one may be an export that still runs
    for left in tmp_path.glob(".site.*"):
        os.utime(left, (two_days_ago, two_days_ago))
    with opened(path) as ws:
        ws.exporting.export(format_id, target)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["shop.kb", "site"]
