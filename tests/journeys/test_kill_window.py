"""The window is killed while one types: at most the last two seconds are lost."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kbeditor.app.opening import create_library, open_workspace
from kbeditor.domain.records import TextRef
from kbeditor.storage.driver import sqlite

PROGRAM = Path(__file__).parents[1] / "helpers" / "typing_program.py"
ROOT = Path(__file__).parents[2]
LIMIT = 2.0
"""Seconds of typing that may be lost."""


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(7))
def test_a_kill_loses_two_seconds_at_most(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    path = tmp_path / "shop.kb"
    workspace = create_library(path, "Shop", "en", ["fr"])
    article = workspace.articles.create(None, "Typed", "en").value
    workspace.close()
    pause = chance.choice((7, 30, 120))  # a flood, a typist, one who thinks
    last = chance.uniform(0.3, 4.5)  # seconds of typing
    process = subprocess.Popen(
        [sys.executable, str(PROGRAM), str(tmp_path / "home"), str(path), article.id, str(pause)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    typed: list[float] = []
    for line in process.stdout:
        number, at = line.split()
        typed.append(float(at))
        assert int(number) == len(typed)
        if typed[-1] - typed[0] >= last:
            break
    os.killpg(process.pid, signal.SIGKILL)  # its renderers and Chromium end with it
    killed = time.monotonic()
    process.wait()
    for line in process.stdout:  # typed between the last line read and the kill
        if line.endswith("\n"):
            typed.append(float(line.split()[1]))
    process.stdout.close()
    assert typed

    workspace = open_workspace(path)
    try:
        text = workspace.texts.get(TextRef(article, "en"))
        assert text is not None
        kept = text.body.count(".")
        # What is there is the beginning of what was typed, whole, in order.
        written = "".join(f"{number}." for number in range(1, len(typed) + 1))
        assert written.startswith(text.body)
        lost = [at for number, at in enumerate(typed, start=1) if number > kept]
        if lost:
            assert killed - lost[0] <= LIMIT, f"{len(lost)} marks of {len(typed)} are lost"
        assert workspace.search.find("Typed")
    finally:
        workspace.close()
    connection = sqlite.connect(path)
    try:
        assert connection.execute("PRAGMA quick_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    finally:
        connection.close()
