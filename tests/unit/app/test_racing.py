"""Two programs write everything they share at the same time: not one edit of either is lost."""

import subprocess
import sys
from pathlib import Path

import pytest

from kbeditor.app.opening import create_library, open_workspace
from kbeditor.domain.records import TextRef
from kbeditor.domain.states import State
from kbeditor.storage import journal
from tests.helpers.library import check_rules

RACER = Path(__file__).parents[2] / "helpers" / "racing.py"
ROUNDS = 25


@pytest.mark.slow
@pytest.mark.parametrize("drive", ["", "nfs4"])
def test_no_edit_is_lost(tmp_path: Path, drive: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """`drive`: on a network drive there is no log; the file then stays without one."""
    path = tmp_path / "race.kb"
    ws = create_library(path, "Race", "en", ["fr"], "Zoe")
    article = ws.articles.create(None, "Title", "en").value
    english, french = TextRef(article, "en"), TextRef(article, "fr")
    text = ws.texts.heads(article)[0]
    ws.texts.save(english, text.version, body="Words.")
    ws.texts.set_state([english], State.PUBLISHED)
    ws.blocks.begin(french)
    block = ws.blocks.pairs(french)[-1].id
    ws.close()
    started = [str(path), str(ROUNDS), article.id, block]
    racers = [race(started, name, drive) for name in "ab"]
    said = [hear(racer) for racer in racers]
    while said == ["ready\n", "ready\n"]:
        for racer in racers:  # both before anybody is waited for
            assert racer.stdin is not None
            racer.stdin.write("go\n")
            racer.stdin.flush()
        said = [hear(racer) for racer in racers]
    outcomes = [racer.communicate(timeout=300) for racer in racers]
    assert [each[1] for each in outcomes] == ["", ""]
    assert [racer.returncode for racer in racers] == [0, 0]
    assert sum(int(each.split()[0]) for each in said) > 0, "they never met"
    marks = sorted(f"{name}{number}" for name in "ab" for number in range(ROUNDS))
    if drive:
        monkeypatch.setattr(journal, "network_drive", lambda _path: drive)
    ws = open_workspace(path)
    assert ws.footing.logged == (not drive)
    source, target = ws.texts.get(english), ws.texts.get(french)
    assert source is not None
    assert target is not None
    assert sorted(source.title.split()[1:]) == marks
    assert sorted(source.body.split()[1:]) == marks
    assert sorted(source.summary.split()) == marks
    assert sorted(source.keywords) == marks
    assert sorted(target.body.split()[1:]) == marks
    assert sorted(each.name[8:] for each in ws.profiles.list()) == marks
    assert sorted(each.name[6:] for each in ws.profiles.themes().values()) == marks
    assert sorted(each[5:] for each in ws.settings.all() if each.startswith("test.")) == marks
    assert sorted(each.notes[0].body for each in ws.notes.threads(article)) == marks
    assert sorted(each.term[5:] for each in ws.glossary.list("fr")) == marks
    titles = [each.title for each in ws.tree.skeleton("en").articles]
    assert sorted(each[8:] for each in titles if each.startswith("Article")) == marks
    names = [each.name for each in ws.attachments.list()]
    assert len(names) == len(set(names)) == 3 * ROUNDS
    ws.close()
    check_rules(path)


def hear(racer: "subprocess.Popen[str]") -> str:
    """The next line that it says."""
    assert racer.stdout is not None
    return racer.stdout.readline()


def race(started: list[str], name: str, drive: str) -> "subprocess.Popen[str]":
    """A program that waits for its start."""
    path, *rest = started
    command = f"""
import runpy, sys
from kbeditor.storage import journal
if {drive!r}:
    journal.network_drive = lambda _path: {drive!r}
sys.argv = [{str(RACER)!r}, *sys.argv[1:]]
runpy.run_path({str(RACER)!r}, run_name="__main__")
"""
    return subprocess.Popen(
        [sys.executable, "-c", command, path, name, *rest],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={"PYTHONPATH": str(RACER.parents[2])},
        text=True,
    )
