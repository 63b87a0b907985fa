"""The real window on a large library: open to tree painted, filter, move, memory.

    python -m benchmarks.window COPY.kb [--moves 15]

The library is written to (articles are moved there and back): give a copy. Wall milliseconds,
medians; the clock of a move stops when the tree has painted the row in its new place. Memory is
what this process holds; Chromium's and the renderer's processes are counted beside it.
"""

import argparse
import gc
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer

from kbeditor.app.paths import Paths
from kbeditor.domain.records import Kind, Ref
from kbeditor.ui.application import make_application
from kbeditor.ui.collecting import Collector
from kbeditor.ui.front import Front
from kbeditor.ui.models.placement import Target
from kbeditor.ui.panes.navigator import NavigatorPane
from kbeditor.ui.program import Program
from kbeditor.ui.start import Start

QUERIES = ("e", "or", "ord", "livr", "delai", "99", "nothing at all")


class Paints(QObject):
    """Counts the paints of a widget."""

    count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look at an event of the widget, and let it pass."""
        if event.type() == QEvent.Type.Paint:
            self.count += 1
        return False


def wait(condition: Callable[[], object], seconds: float = 120.0) -> None:
    """Turn the event loop until the condition holds."""
    loop = QEventLoop()
    until = time.perf_counter() + seconds
    timer = QTimer(interval=2)  # a timer without a pause would hold up the library's thread

    met = False

    def look() -> None:
        nonlocal met
        met = bool(condition())  # what is so now may have passed a moment later
        if met or time.perf_counter() > until:
            loop.quit()

    timer.timeout.connect(look)
    timer.start()
    loop.exec()
    timer.stop()
    if not met:
        raise SystemExit("waited too long")


def megabytes(pid: int | str = "self") -> float:
    """What a process holds, in MB; of pages shared with others its part."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) * 1024 / 1e6


def descendants(pid: int) -> list[int]:
    """The processes this one started, and theirs."""
    children = [
        int(word)
        for task in Path(f"/proc/{pid}/task").glob("*/children")
        for word in task.read_text(encoding="ascii").split()
    ]
    return children + [below for child in children for below in descendants(child)]


class Bench:
    """The program on one library."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.bridge = program.bridge

    def open(self, library: Path) -> float:
        """Milliseconds from asking for the library to its painted tree."""
        started = time.perf_counter()
        self.program.begin(Start(library))
        wait(lambda: self.bridge.library is not None)
        print(f"{'library open':44} {(time.perf_counter() - started) * 1000:8.0f} ms")
        navigator = self.navigator
        paints = Paints()
        navigator.tree.viewport().installEventFilter(paints)
        wait(lambda: navigator.model.rowCount() > 0)
        before = paints.count
        navigator.tree.viewport().update()  # it may have been painted a moment ago
        wait(lambda: paints.count > before)
        shown = time.perf_counter() - started
        wait(lambda: self.bridge.idle)
        print(f"{'everything done':44} {(time.perf_counter() - started) * 1000:8.0f} ms")
        return shown * 1000

    @property
    def navigator(self) -> NavigatorPane:
        """The pane with the tree."""
        pane = self.program.desk.pane(NavigatorPane.id)
        assert isinstance(pane, NavigatorPane)
        return pane

    def filter(self, query: str) -> float:
        """Milliseconds from the search to its painted answer."""
        navigator = self.navigator
        started = time.perf_counter()
        navigator.filter.setText(query)
        navigator.filter.search()
        navigator.view.viewport().repaint()
        return (time.perf_counter() - started) * 1000

    def move(self, article: Ref, home: str) -> float:
        """Milliseconds from asking for a move until the row stands in its new place."""
        navigator = self.navigator
        started = time.perf_counter()
        navigator.move_things([article], Target(home))

        def there() -> bool:
            node = navigator.model.forest.find(article)
            return node is not None and node.parent.row.id == home

        wait(there)
        navigator.tree.viewport().repaint()
        taken = (time.perf_counter() - started) * 1000
        wait(lambda: self.bridge.idle or self.program.linking.running)
        return taken

    def memory(self, words: str) -> None:
        """Print what is held now."""
        others = sum(megabytes(pid) for pid in descendants(os.getpid()))
        print(f"{words:44} {megabytes():8.0f} MB   (other processes {others:.0f})")


class Pulse(QObject):
    """The longest time in which the event loop did not turn."""

    def __init__(self) -> None:
        super().__init__()
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer = QTimer(self, interval=2)
        self._timer.timeout.connect(self._turn)
        self._timer.start()

    def _turn(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now

    def take(self) -> float:
        """Milliseconds since the last call."""
        longest, self.longest = self.longest, 0.0
        return longest * 1000


def move_around(bench: Bench, words: str, moves: int) -> None:
    """Move some articles away and back; print the median and the worst."""
    model = bench.navigator.model
    articles = list(model.forest.articles)[:: max(1, len(model.forest.articles) // moves)][:moves]
    homes = list(model.forest.categories)
    taken: list[float] = []
    for number, article in enumerate(articles):
        ref = Ref(Kind.ARTICLE, article)
        node = model.forest.find(ref)
        assert node is not None
        home = node.parent.row.id
        taken.append(bench.move(ref, homes[(number * 7) % len(homes)]))
        taken.append(bench.move(ref, home))
    print(f"{words:44} {statistics.median(taken):8.1f} ms (worst {max(taken):.0f})")


def measure(bench: Bench, library: Path, moves: int) -> None:
    """Print all figures."""
    bench.memory("memory without a library")
    pulse = Pulse()
    print(f"{'open to tree painted':44} {bench.open(library):8.0f} ms")
    print(f"{'longest stall while opening':44} {pulse.take():8.0f} ms")
    bench.memory("memory with the library")
    first = [bench.filter(query) for query in QUERIES[:1]]
    print(f"{'first filter (nothing folded yet)':44} {first[0]:8.0f} ms")
    for query in QUERIES:
        median = statistics.median(bench.filter(query) for _ in range(5))
        print(f"{f'filter “{query}”':44} {median:8.1f} ms")
    bench.navigator.filter.reset()
    bench.program.linking.look()
    wait(lambda: bench.bridge.idle or bench.program.linking.running)
    if bench.program.linking.running:
        move_around(bench, "moving, blocks being made beside it", moves)
        bench.program.linking.stop()
        wait(lambda: bench.bridge.idle)
    pulse.take()
    move_around(bench, "moving an article", moves)
    bench.memory("memory after that")
    pulse.take()
    bench.program.desk.frame.show_pane("matrix")
    wait(lambda: bench.bridge.idle)
    print(f"{'longest stall while the matrix opened':44} {pulse.take():8.0f} ms")
    bench.memory("memory with the matrix")
    started = time.perf_counter()
    gc.collect()
    print(f"{'a full collection by hand':44} {(time.perf_counter() - started) * 1000:8.0f} ms")


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("library", type=Path)
    parser.add_argument("--moves", type=int, default=15)
    given = parser.parse_args()
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = make_application()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        program = Program(
            Front(
                application, Paths(home, home, home / "cache", home / "logs", home), theme="light"
            )
        )
        program.bridge.failed.connect(lambda error: sys.exit(f"failed: {error!r}"))
        collector = Collector(program.bridge)
        program.show()
        application.processEvents()
        try:
            measure(Bench(program), given.library, given.moves)
        finally:
            program.close()
            collector.end()


if __name__ == "__main__":
    main()
