"""From the edit of one paragraph to its painted preview, in articles of 20 KB and 200 KB.

Run by hand: `python benchmarks/preview.py`. The clock starts before the key's change of the text
and stops when the page has painted a frame with the changed block in it (asked for in the page: a
task posted from the first animation frame after the block is there). "GUI thread" is the longest
time in which its event loop did not turn. Prints medians of wall time, in milliseconds.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QSplitter

from kbeditor.app.opening import create_library, open_workspace
from kbeditor.app.paths import Paths
from kbeditor.app.preferences import Preferences, Sessions
from kbeditor.app.previewing import Previewer
from kbeditor.app.workspace import Workspace
from kbeditor.domain.changes import Outcome
from kbeditor.domain.records import Ref, Text, TextRef
from kbeditor.shipped import resources
from kbeditor.ui.action import ActionRegistry
from kbeditor.ui.application import make_application
from kbeditor.ui.bridge import Bridge
from kbeditor.ui.collecting import Collector
from kbeditor.ui.desk import Desk
from kbeditor.ui.errors import Errors
from kbeditor.ui.executors import ThreadExecutor
from kbeditor.ui.panes.editor import EditorPane
from kbeditor.ui.panes.preview import PreviewPane
from kbeditor.ui.preview.web_view import WebView
from kbeditor.ui.selection import Selection
from kbeditor.ui.themes import Themes

SIZES = (20_000, 200_000)
EDITS = 25
PARAGRAPH = (
    "The order number is in the **confirmation** that we send by e-mail, and under "
    "[My Orders](https://example.org/orders). Give `A-1234` when you write to us; it is the "
    "quickest way to find *your* parcel.\n\n"
)
SECTION = (
    "## Step {number}\n\n" + PARAGRAPH * 3 + "- one thing\n- another **thing**\n\n"
    "| Country | Days |\n| --- | --- |\n| France | 3 |\n| Brazil | 9 |\n\n"
    "> [!NOTE]\n> Parcels rest on Sundays.\n\n"
)


def article(size: int) -> str:
    """A help article of about `size` characters."""
    count = size // len(SECTION) + 1
    return "".join(SECTION.format(number=number) for number in range(count))[:size]


class Pulse(QObject):
    """Turns with the event loop and keeps the longest time between two turns."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._turn)
        self._timer.start()

    def begin(self) -> None:
        """Count from now on."""
        self.longest, self._last = 0.0, time.perf_counter()

    def _turn(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


def wait(condition: Callable[[], bool], seconds: float = 60.0) -> None:
    """Turn the event loop until the condition holds."""
    loop = QEventLoop()
    until = time.perf_counter() + seconds
    timer = QTimer(interval=0)

    def look() -> None:
        if condition() or time.perf_counter() > until:
            loop.quit()

    timer.timeout.connect(look)
    timer.start()
    loop.exec()
    timer.stop()
    if not condition():
        raise SystemExit("waited too long")


class Bench:
    """The two panes beside each other, on a library of its own."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        paths = Paths(folder, folder, folder / "cache", folder / "logs", folder)
        self.bridge = Bridge(ThreadExecutor(), partial(open_workspace, who="bench"))
        self.collector = Collector(self.bridge)
        self.desk = desk = Desk(
            bridge=self.bridge,
            selection=Selection(),
            preferences=Preferences(paths.preferences),
            sessions=Sessions(paths.sessions),
            errors=Errors(),
            previewer=Previewer(self.bridge.post),
            themes=Themes(application, resources(), "light"),
            paths=paths,
        )
        desk.actions = ActionRegistry(desk, ())
        self.bridge.opened.connect(lambda library: desk.selection.start(library.source_locale))
        self.bridge.failed.connect(lambda error: sys.exit(f"failed: {error!r}"))
        self.editor, self.preview = EditorPane(desk), PreviewPane(desk)
        desk.add_pane(EditorPane.id, self.editor)
        desk.add_pane(PreviewPane.id, self.preview)
        assert isinstance(self.preview.view, WebView)
        self.view = self.preview.view
        self.window = QSplitter()
        self.window.addWidget(self.editor)
        self.window.addWidget(self.preview)
        self.window.resize(1400, 900)
        self.window.show()
        self.bridge.open(lambda: create_library(folder / "bench.kb", "Bench", "en"))
        wait(lambda: desk.library is not None)

    def open(self, size: int) -> None:
        """Make an article of this size and wait until both panes show it."""
        made: list[Ref] = []

        def work(ws: Workspace) -> Outcome[Ref]:
            category = ws.categories.create(None, "Orders", "en").value
            ref = ws.articles.create(category.id, "A long article", "en").value
            text: Text | None = ws.texts.get(TextRef(ref, "en"))
            assert text is not None
            ws.texts.save(text.ref, text.version, body=article(size))
            return Outcome(ref)

        self.bridge.run(work, made.append)
        wait(lambda: bool(made))
        shown: list[object] = []
        self.preview.following.shown.connect(shown.append)
        self.desk.selection.go(made[0])
        wait(lambda: bool(shown))
        self.painted()

    def painted(self) -> None:
        """Wait until the page has painted what it holds now."""
        self.answer = None
        self.view.ask("kb.afterPaint()", lambda _value: None)

        def look() -> bool:
            if self.answer is None:
                self.answer = False
                self.view.ask("kb.isPainted()", self._keep)
            return self.answer is True

        wait(look)

    answer: bool | None = None

    def _keep(self, value: object) -> None:
        self.answer = True if value else None

    def edit(self, pulse: Pulse, number: int) -> tuple[float, float]:
        """Type one character into a paragraph in the middle; seconds until painted, and blocked."""
        edit = self.editor.edit
        middle = edit.document().findBlock(edit.document().characterCount() // 2)
        while not middle.text().startswith("The order"):
            middle = middle.next()
        cursor = QTextCursor(middle)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        edit.setTextCursor(cursor)
        patched: list[bool] = []
        connection = self.preview.view.patched.connect(lambda: patched.append(True))
        wait(lambda: self.bridge is not None)
        pulse.begin()
        started = time.perf_counter()
        edit.insertPlainText("abcdefghij"[number % 10])
        wait(lambda: bool(patched))
        self.painted()
        taken = time.perf_counter() - started
        blocked = pulse.longest
        self.preview.view.patched.disconnect(connection)
        return taken, blocked

    def close(self) -> None:
        """End threads and processes, the web view first."""
        self.preview.dispose()
        self.bridge.shutdown()
        self.desk.previewer.close()
        self.window.hide()
        self.collector.end()


def main() -> None:
    """Measure both sizes and print them."""
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = make_application()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(application, Path(folder))
        pulse = Pulse()
        for size in SIZES:
            bench.open(size)
            bench.edit(pulse, 0)
            results = [bench.edit(pulse, number) for number in range(EDITS)]
            painted = statistics.median(result[0] for result in results) * 1000
            blocked = statistics.median(result[1] for result in results) * 1000
            worst = max(result[1] for result in results) * 1000
            print(
                f"{size // 1000:4d} KB  edit to painted {painted:6.1f} ms   "
                f"GUI thread blocked {blocked:5.1f} ms (worst {worst:.1f})"
            )
        bench.close()


if __name__ == "__main__":
    main()
