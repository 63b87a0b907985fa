"""Killed at any moment: what was confirmed is there, what was not is whole or absent."""

import os
import random
import shutil
import time
from pathlib import Path

import pytest

from kbeditor.app.opening import create_library
from tests.helpers.killing import run_and_kill
from tests.helpers.library import (
    PIXEL,
    Dump,
    article,
    category,
    check_rules,
    dump,
    opened,
    outline,
)

pytestmark = pytest.mark.skipif(os.name != "posix", reason="processes are killed in another way")

_chance = random.Random(2026)
MOMENTS = [(_chance.randint(1, 25), round(_chance.uniform(0, 0.03), 4)) for _ in range(10)]
"""(confirmed lines to wait for, seconds beyond): each run is killed at another moment."""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with an article, to copy."""
    path = tmp_path_factory.mktemp("library") / "shop.kb"
    ws = create_library(path, "Shop", "en", ["fr"], "Ada")
    article(ws, "Where?", "In the post.", category(ws, "Orders"))
    ws.close()
    return path


@pytest.fixture
def path(library: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(library, tmp_path / "shop.kb"))


@pytest.mark.parametrize(("lines", "seconds"), MOMENTS)
def test_no_confirmed_save_is_lost(path: Path, lines: int, seconds: float) -> None:
    said = run_and_kill(["type", str(path)], lambda so_far: len(so_far) > lines, seconds)
    confirmed = int(said[-1].removeprefix("saved "))
    assert confirmed >= lines
    with opened(path) as ws:
        ref = ws.tree.skeleton("en").articles[0].id
        [text] = [each for each in dump(path)["text"] if each["article_id"] == ref]
        number, _, rest = text["body"].partition("\n")
        # The one that was under way may be there or not; each is there as a whole.
        assert int(number) in (confirmed, confirmed + 1)
        assert rest == "words and words " * 500
    check_rules(path)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixty pages in two locales, with pictures."""
    folder = tmp_path_factory.mktemp("content")
    for number in range(30):
        for locale in ("en", "fr"):
            page = folder / locale / f"part-{number % 4}" / f"page-{number}.md"
            page.parent.mkdir(parents=True, exist_ok=True)
            words = f"Words of {number} in {locale}. " * 400
            page.write_text(f"# Page {number}\n\n{words}\n\n![](map-{number}.png)\n")
            page.with_name(f"map-{number}.png").write_bytes(PIXEL + bytes([number]) * 5000)
    return folder


@pytest.fixture(scope="module")
def imported(library: Path, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Dump:
    """What is there after a whole import (ids and times are others each time)."""
    path = Path(shutil.copy(library, tmp_path_factory.mktemp("imported") / "shop.kb"))
    with opened(path) as ws:
        ws.importing.write(ws.importing.plan(folder))
    return dump(path)


def counts(rows: Dump) -> dict[str, int]:
    return {name: len(each) for name, each in rows.items()}


_STEPS = [0, 1, 3, 12, 30, 45, 62, 66, 67, 68]


@pytest.mark.parametrize(
    ("lines", "seconds"), [(n, s) for n, (_, s) in zip(_STEPS, MOMENTS, strict=True)]
)
def test_an_import_is_there_as_a_whole_or_not_at_all(
    path: Path, folder: Path, imported: Dump, lines: int, seconds: float
) -> None:
    before = dump(path, frozenset())
    said = run_and_kill(
        ["import", str(path), str(folder)],
        lambda so_far: len(so_far) > lines or so_far[-1] == "imported",
        seconds,
    )
    after = dump(path, frozenset())
    if "imported" in said or after != before:
        assert counts(after) == counts(imported)
    else:
        assert after == before
    check_rules(path)
    if after == before:
        with opened(path) as ws:
            ws.importing.write(ws.importing.plan(folder))
            assert len(outline(ws)) == 5
        check_rules(path)


def snapshot(target: Path) -> dict[str, bytes]:
    return {
        str(each.relative_to(target)): each.read_bytes()
        for each in sorted(target.rglob("*"))
        if each.is_file()
    }


@pytest.mark.parametrize("format_id", ["html", "json"])
@pytest.mark.parametrize(("lines", "seconds"), MOMENTS[:5])
def test_an_export_is_there_as_a_whole_or_not_at_all(
    path: Path, tmp_path: Path, format_id: str, lines: int, seconds: float
) -> None:
    with opened(path) as ws:
        ws.exporting.export(format_id, tmp_path / "whole")
    whole = snapshot(tmp_path / "whole")
    shutil.rmtree(tmp_path / "whole")
    target = tmp_path / "site"
    said = run_and_kill(
        [format_id, str(path), str(target)], lambda so_far: len(so_far) > lines, seconds
    )
    assert snapshot(target) == (whole if "exported" in said else {}) or snapshot(target) == whole
    with opened(path) as ws:
        ws.exporting.export(format_id, target)
    assert snapshot(target) == whole


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
