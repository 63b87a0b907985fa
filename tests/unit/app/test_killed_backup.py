"""A program killed while it writes a backup leaves whole ones only, and no litter for long."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kbeditor.app.keeping import Keeper
from kbeditor.app.paths import Paths
from kbeditor.app.preferences import Preferences
from tests.helpers.library import PIXEL, article, check_rules, opened

ROOT = Path(__file__).parents[3]
pytestmark = pytest.mark.skipif(os.name != "posix", reason="processes are killed in another way")

SCRIPT = """
import sys
from pathlib import Path
from tests.unit.app.test_killed_backup import keeper_at
from kbeditor.app.opening import open_workspace
library = Path(sys.argv[1])
keeper = keeper_at(library.parent / "home")
workspace = open_workspace(library)
number = 0
while True:
    number += 1
    workspace.settings.set("site.name", f"State {number}")
    keeper.make(library, "asked")
    print(number, flush=True)
"""

_chance = random.Random(5)
MOMENTS = [(_chance.randint(1, 6), round(_chance.uniform(0, 0.2), 4)) for _ in range(8)]
"""(backups to wait for, seconds beyond): each run is killed at another moment."""


def keeper_at(home: Path) -> Keeper:
    paths = Paths(home, home, home, home, home)
    return Keeper(paths, Preferences(paths.preferences))


@pytest.mark.parametrize(("count", "seconds"), MOMENTS)
def test_what_is_there_is_whole(path: Path, count: int, seconds: float) -> None:
    with opened(path) as ws:
        article(ws, "Where?", "In the post.")
        for number in range(12):
            ws.attachments.add(f"map-{number}.png", PIXEL + os.urandom(500_000))
    with subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        for _ in range(count):
            assert process.stdout.readline()
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        confirmed = count + sum(1 for line in process.stdout if line.endswith("\n"))
    keeper = keeper_at(path.parent / "home")
    found = keeper.list(path)
    assert len(found) in (confirmed, confirmed + 1)
    for each in found:
        assert keeper.check(each).problem == ""
    check_rules(path)
    newest = keeper.make(path, "asked")
    assert newest.holds is not None
    two_days_ago = time.time() - 2 * 86_400
    for left in newest.path.parent.glob(".*"):
        os.utime(left, (two_days_ago, two_days_ago))
    with opened(path) as ws:
        article(ws, "When?")
    keeper.make(path, "asked")
    assert list(newest.path.parent.glob(".*")) == []
