"""A build that is killed, at whatever point, leaves the last complete site in place."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kbeditor.domain.progress import Silent
from kbeditor.publishing.verify import verify
from tests.helpers.help_centre import help_centre
from tests.unit.publishing.test_incremental import build, check_as_if_new, content

KILLED = """
import os, signal, sys
from pathlib import Path
from kbeditor import moving
from kbeditor.publishing import places
from tests.helpers.help_centre import help_centre
from tests.unit.publishing.test_incremental import build

target, point, left = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])

def deadly(call):
    def counted(*arguments, **named):
        global left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return call(*arguments, **named)
    return counted

if point == "writing":
    places.FolderPlace.put = deadly(places.FolderPlace.put)
elif point == "keeping":
    places.FolderPlace.keep = deadly(places.FolderPlace.keep)
elif point == "flushing":
    places.flush = deadly(places.flush)
elif point == "moving":
    places.move_in = deadly(places.move_in)
elif point == "clearing":
    moving.shutil.rmtree = deadly(moving.shutil.rmtree)
library = help_centre()
library.publish("points", "en", body="Other words.", title="Other title")
build(library, target)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="folders swap at once on Linux")
@pytest.mark.parametrize(
    ("point", "number"),
    [
        ("writing", 0),
        ("writing", 7),
        ("keeping", 0),
        ("keeping", 20),
        ("flushing", 3),
        ("moving", 0),
        ("clearing", 0),
    ],
)
def test_killed_at_any_point_a_whole_site_is_there_and_the_next_build_is_right(
    tmp_path: Path, point: str, number: int
) -> None:
    site = tmp_path / "site"
    library = help_centre()
    build(library, site)
    before = content(site)
    command = [sys.executable, "-c", KILLED, str(site), point, str(number)]
    ended = subprocess.run(command, check=False, cwd=Path(__file__).parents[3])
    assert ended.returncode == -signal.SIGKILL
    assert verify(site, Silent()).problems == ()
    if point == "clearing":
        assert content(site) != before, "the new site is in place, the old one was not removed"
    else:
        assert content(site) == before
    library.publish("points", "en", body="Other words.", title="Other title")
    build(library, site)
    check_as_if_new(library, site, tmp_path / "anew")
