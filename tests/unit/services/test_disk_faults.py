"""Writes that the disk refuses, at any moment of any work: no damage, a sentence, and it goes on.

CI tries some of the writes of each work; `python -m benchmarks.faults` tries them all.
"""

import errno
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.library import PIXEL, opened

ROOT = Path(__file__).parents[3]
SHIM = ROOT / "tests" / "helpers" / "write_faults.c"
TRIES = 5
"""So many of a work's writes fail here, one at a time, spread over all of it."""
COMPILER = shutil.which("cc")

pytestmark = pytest.mark.skipif(
    COMPILER is None or not sys.platform.startswith("linux"),
    reason="needs a C compiler and LD_PRELOAD",
)


@pytest.fixture(scope="module")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that makes writes fail."""
    assert COMPILER is not None
    made = tmp_path_factory.mktemp("shim") / "write_faults.so"
    subprocess.run(
        [COMPILER, "-shared", "-fPIC", "-O1", "-o", made, SHIM, "-ldl", "-lpthread"], check=True
    )
    return made


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small folder to import."""
    folder = tmp_path_factory.mktemp("content")
    for number in range(3):
        page = folder / "en" / f"page-{number}.md"
        page.parent.mkdir(exist_ok=True)
        page.write_text(f"# Page {number}\n\nWords. ![](map.png)\n")
    (folder / "en" / "map.png").write_bytes(PIXEL + bytes(20_000))
    return folder


@pytest.fixture(scope="module")
def library(template: Path, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What that folder makes."""
    path = Path(shutil.copy(template, tmp_path_factory.mktemp("small") / "small.kb"))
    with opened(path) as ws:
        ws.importing.apply(ws.importing.plan(folder))
    return path


def run(
    shim: Path, work: str, library: Path, folder: Path, scratch: Path, error: int, every: int
) -> list[dict[str, Any]]:
    """What came of it: first how many writes there are, then one answer for each that failed."""
    scratch.mkdir()
    environment = os.environ | {"LD_PRELOAD": str(shim), "KB_FAULT_UNDER": str(scratch)}
    arguments = [work, library, folder, scratch, error, every, -TRIES, 1]
    done = subprocess.run(
        [sys.executable, "-m", "tests.helpers.faulty_work", *map(str, arguments)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.EROFS])
@pytest.mark.parametrize("work", ["save", "import", "html", "zip", "json", "backup", "repair"])
def test_a_write_that_fails_harms_nothing(
    work: str, error: int, shim: Path, library: Path, folder: Path, tmp_path: Path
) -> None:
    every = int(error != errno.ENOSPC)  # a disk that is full may have room again in a moment
    first, *answers = run(shim, work, library, folder, tmp_path / "scratch", error, every)
    assert first["code"] == "", first["said"]
    assert first["writes"] > TRIES
    assert len(answers) >= TRIES
    bad = {each["at"]: each["bad"] for each in answers if each["bad"]}
    assert not bad
    assert any(each["code"] for each in answers), "no write failed at all"


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO])
def test_a_format_is_changed_as_a_whole_or_not_at_all(
    error: int, shim: Path, folder: Path, tmp_path: Path
) -> None:
    old = ROOT / "tests" / "old_libraries" / "format-1.kb"
    _, *answers = run(shim, "migrate", old, folder, tmp_path / "scratch", error, 1)
    assert not {each["at"]: each["bad"] for each in answers if each["bad"]}
    assert all(each["said"] for each in answers if each["code"])
