"""Writes, imports, migrates, restores until somebody kills it; says on a pipe what is confirmed.

Run as `python -m tests.helpers.writer_to_kill type|import|open|replace|restore|FORMAT LIBRARY
[PLACE [STEP]]`; with a step it kills itself there, for moments that nobody else can hit.
"""

import os
import signal
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kbeditor.app.opening import make_keeper, open_workspace
from kbeditor.app.paths import Paths
from kbeditor.app.preferences import Preferences
from kbeditor.app.workspace import Workspace
from kbeditor.domain.exchange import ExportOptions, NewText
from kbeditor.domain.progress import Silent
from kbeditor.domain.records import Kind, Ref, TextRef
from kbeditor.domain.replacing import Query


def say(*words: object) -> None:
    """One line on the pipe, at once."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


class Telling(Silent):
    """Says each step, and goes no further than the last one."""

    def __init__(self, last: str = "") -> None:
        self._last = last

    def step(self, code: str, done: int, total: int) -> None:
        """Tell the step."""
        say(code, done)
        if code == self._last:
            os.kill(os.getpid(), signal.SIGKILL)


def type_on(ws: Workspace) -> None:
    """Autosave the only article again and again; each line is a save that was confirmed."""
    text = ws.texts.get(TextRef(Ref(Kind.ARTICLE, ws.tree.skeleton("en").articles[0].id), "en"))
    assert text is not None
    number = 0
    while True:
        number += 1
        body = f"{number}\n" + "words and words " * 500
        text = ws.texts.save(text.ref, text.version, body=body).value
        say("saved", number)


def import_folder(ws: Workspace, folder: Path) -> None:
    """Import a folder, telling of each text that is read."""
    plan = ws.importing.plan(folder)

    def texts() -> Iterator[NewText]:
        for number, text in enumerate(plan.texts()):
            say("text", number)
            yield text

    ws.importing.write(replace(plan, texts=texts), Telling())
    say("imported")


def export(ws: Workspace, format_id: str, target: Path, last: str) -> None:
    """Export again and again to the same place."""
    while True:
        ws.exporting.export(format_id, target, ExportOptions(), Telling(last))
        say("exported")


def replace_all(ws: Workspace) -> None:
    """Replace a word in the whole library."""
    found = ws.replacing.find(Query("Words"), progress=Telling())
    ws.replacing.replace(found, "Sentences", progress=Telling())
    say("replaced")


def main() -> None:
    """Do as the arguments say. Backups are kept in the folder `home` beside the library."""
    what, library, *more = sys.argv[1:]
    say("begun")
    home = Path(library).parent / "home"
    paths = Paths(home, home, home, home, home)
    keeper = make_keeper(paths, Preferences(paths.preferences))
    if what == "restore":
        keeper.restore(Path(library), Path(more[0]))
        say("restored")
        return
    ws = open_workspace(Path(library), "Ada", keeper=keeper)
    say("ready")
    if what == "type":
        type_on(ws)
    elif what == "import":
        import_folder(ws, Path(more[0]))
    elif what == "replace":
        replace_all(ws)
    elif what != "open":
        export(ws, what, Path(more[0]), more[1] if len(more) > 1 else "")


if __name__ == "__main__":
    main()
