"""Types into the real window, kills it at a random moment, and looks at what was kept."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from kbeditor.app.opening import create_library, open_workspace
from kbeditor.domain.records import TextRef
from kbeditor.domain.states import State
from kbeditor.storage.driver import sqlite

PROGRAM = Path(__file__).with_name("typing_program.py")
ROOT = Path(__file__).parents[2]
LIMIT = 2.0
"""Seconds of typing that may be lost."""


def type_and_kill(folder: Path, locale: str, chance: random.Random) -> float:
    """Asserts that at most the last two seconds are lost; the seconds of typing that were lost.

    English is the source, as one text; French is translated block by block. `folder` is empty.
    """
    path = folder / "shop.kb"
    workspace = create_library(path, "Shop", "en", ["fr"])
    article = workspace.articles.create(None, "Typed", "en").value
    ref = TextRef(article, locale)
    place = [locale]
    begun = ""
    if locale == "fr":
        begun = "Words"
        version = workspace.texts.heads(article)[0].version
        workspace.texts.save(TextRef(article, "en"), version, body=begun)
        workspace.texts.set_state([TextRef(article, "en")], State.PUBLISHED)
        workspace.blocks.begin(ref)
        place.append(workspace.blocks.pairs(ref)[-1].id)
    workspace.close()
    pause = chance.choice((7, 30, 120))  # a flood, a typist, one who thinks
    last = chance.uniform(0.3, 4.5)  # seconds of typing
    process = subprocess.Popen(
        [
            sys.executable,
            str(PROGRAM),
            str(folder / "home"),
            str(path),
            article.id,
            str(pause),
            *place,
        ],
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
        text = workspace.texts.get(ref)
        assert text is not None
        body = text.body.replace(begun, "")
        kept = body.count(".")
        # What is there is the beginning of what was typed, whole, in order.
        written = "".join(f"{number}." for number in range(1, len(typed) + 1))
        assert written.startswith(body)
        lost = [at for number, at in enumerate(typed, start=1) if number > kept]
        if lost:
            assert killed - lost[0] <= LIMIT, f"{len(lost)} marks of {len(typed)} are lost"
        assert workspace.search.find("Typed")
        gone = killed - lost[0] if lost else 0.0
    finally:
        workspace.close()
    connection = sqlite.connect(path)
    try:
        assert connection.execute("PRAGMA quick_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    finally:
        connection.close()
    return gone
