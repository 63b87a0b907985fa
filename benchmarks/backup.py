"""A backup of a large library beside editing: pauses of the window, and how long a save takes.

    python -m benchmarks.backup COPY.kb [--megabytes 500] [--seconds 10]

The library is written to: give a copy. It is filled with files until it is as large. While a
text of 20 KB is saved again and again on the library's thread, a timer of 5 ms ticks on the thread
of the window; first alone, then beside backups. Wall milliseconds.
"""

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt, QTimer

from kbeditor.app.keeping import Keeper
from kbeditor.app.opening import open_workspace
from kbeditor.app.paths import Paths
from kbeditor.app.preferences import Preferences
from kbeditor.app.workspace import Workspace
from kbeditor.domain.backups import Backup
from kbeditor.domain.records import Kind, Ref, Text, TextRef
from kbeditor.ui.bridge import Bridge
from kbeditor.ui.executors import ThreadExecutor
from kbeditor.ui.keeping import Keeping

TICK_MS = 5
SAVE_MS = 250
FILE = 4_000_000


def fill(workspace: Workspace, wanted: int) -> None:
    """Put files into the library until its own is so large."""
    number = 0
    while workspace.path.stat().st_size < wanted:
        workspace.attachments.add(f"manual-{number}.pdf", b"%PDF-1.7\n" + os.urandom(FILE))
        number += 1


class Editor:
    """Saves a text again and again, and notes pauses and how long each save took."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self._text: Text | None = None
        self._number = 0
        self.pauses: list[float] = []
        self.saves: list[float] = []
        self._last = time.perf_counter()
        self._ticks = QTimer(interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._ticks.timeout.connect(self._tick)
        self._typing = QTimer(interval=SAVE_MS)
        self._typing.timeout.connect(self._save)

    def start(self) -> None:
        """Begin with the first article there is."""

        def first(ws: Workspace) -> Text | None:
            owner = Ref(Kind.ARTICLE, ws.tree.skeleton("en").articles[0].id)
            return ws.texts.get(TextRef(owner, "en"))

        def found(text: Text | None) -> None:
            self._text = text
            self._last = time.perf_counter()
            self._ticks.start()
            self._typing.start()

        self._bridge.run(first, found)

    def stop(self) -> None:
        """Type no more."""
        self._ticks.stop()
        self._typing.stop()

    def forget(self) -> None:
        """Begin to measure anew."""
        self.pauses, self.saves = [], []

    def _tick(self) -> None:
        now = time.perf_counter()
        self.pauses.append((now - self._last) * 1000 - TICK_MS)
        self._last = now

    def _save(self) -> None:
        text, started = self._text, time.perf_counter()
        assert text is not None
        self._number += 1
        body = f"{self._number}\n\n" + "words and words " * 1250

        def saved(new: Text) -> None:
            self._text = new
            self.saves.append((time.perf_counter() - started) * 1000)

        self._bridge.run(lambda ws: ws.texts.save(text.ref, text.version, body=body), saved)

    def told(self, name: str) -> None:
        """Print what was measured."""
        pauses, saves = sorted(self.pauses), sorted(self.saves)
        late = sum(each > 50 for each in pauses)
        print(
            f"{name:24} pauses: longest {pauses[-1]:.0f} ms, 99.9 % below "
            f"{pauses[int(len(pauses) * 0.999)]:.0f} ms, {late} above 50 ms of {len(pauses)}; "
            f"saves: median {statistics.median(saves):.0f} ms, longest {saves[-1]:.0f} ms "
            f"of {len(saves)}"
        )


def wait(condition: Callable[[], bool]) -> None:
    """Turn the event loop until the condition holds."""
    loop = QEventLoop()
    timer = QTimer(interval=10)
    timer.timeout.connect(lambda: loop.quit() if condition() else None)
    timer.start()
    loop.exec()
    timer.stop()


def main() -> None:
    """Measure, and print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("library", type=Path)
    arguments.add_argument("--megabytes", type=int, default=500)
    arguments.add_argument("--seconds", type=float, default=10.0)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory(dir=given.library.parent) as home:
        measure(given.library, given.megabytes * 1_000_000, given.seconds, Path(home))


def measure(library: Path, wanted: int, seconds: float, home: Path) -> None:
    """Type alone, beside three backups, and alone again."""
    application = QCoreApplication([])
    workspace = open_workspace(library)
    fill(workspace, wanted)
    workspace.close()
    paths = Paths(home, home, home, home, home)
    executor = ThreadExecutor()
    bridge = Bridge(executor, open_workspace)
    keeping = Keeping(bridge, executor, paths, Preferences(paths.preferences))
    editor = Editor(bridge)
    bridge.open(lambda: open_workspace(library))
    wait(lambda: bridge.library is not None)
    editor.start()
    until = time.perf_counter() + seconds
    wait(lambda: time.perf_counter() > until)
    editor.told("alone")
    for _ in range(3):
        editor.forget()
        made: list[Backup] = []
        started = time.perf_counter()

        def make(keeper: Keeper) -> Backup:
            return keeper.make(library, "regular")

        keeping.run(make, made.append)
        wait(lambda made=made: bool(made))  # type: ignore[misc]
        took = time.perf_counter() - started
        editor.told(f"beside one of {took:.1f} s")
    print(f"{made[0].size / 1e6:.0f} MB; the log grew to {log_size(library) / 1e6:.1f} MB")
    editor.stop()
    bridge.shutdown()
    application.processEvents()


def log_size(library: Path) -> int:
    """Bytes of the write-ahead log beside a library."""
    return library.with_name(library.name + "-wal").stat().st_size


if __name__ == "__main__":
    main()
