"""CPU from process start to the window shown, against bare PySide6 windows.

    python -m benchmarks.start LIBRARY

Each case is its own process, alternating, medians of several runs; compare the ratios. CPU is that
of the process itself with all its threads (Chromium's helpers run beside it), user and system
together, until the window's first paint is through. A bare window with a web view is timed as well,
to compare with; both limits are multiples of the one without.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

RUNS = 9
BARE = """
import os, sys, time, resource
from PySide6.QtWidgets import QApplication, QMainWindow
{more_import}
application = QApplication(["bare"])
window = QMainWindow()
window.setCentralWidget({widget})
window.resize(1440, 900)
window.show()
application.processEvents()
used = resource.getrusage(resource.RUSAGE_SELF)
print(used.ru_utime + used.ru_stime)
sys.stdout.flush()
os._exit(0)
"""
OURS = """
import gc, os, sys, resource, time
from pathlib import Path
gc.disable()  # as `kbeditor.__main__` does
from kbeditor.app.paths import own_paths
from kbeditor.ui import application as starting
from kbeditor.ui.start import Start
application = starting.make_application()
front = starting.show_front(application, own_paths())
used = resource.getrusage(resource.RUSAGE_SELF)
shown = time.monotonic()
cpu = used.ru_utime + used.ru_stime
def readable():
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(cpu, time.monotonic() - shown, used.ru_utime + used.ru_stime - cpu)
    sys.stdout.flush()
    os._exit(0)
if len(sys.argv) > 1:
    program, collector = starting.make_program(front)
    preview = program.desk.pane("preview")
    preview.view.patched.connect(readable)
    program.begin(Start(Path(sys.argv[1])))
    application.exec()
readable()
"""
WITHOUT_ENGINE = """
import sys
sys.modules["PySide6.QtWebEngineCore"] = None  # as on a machine that lacks it
"""
WIDGETS = "from PySide6.QtWidgets import QWidget"
ENGINE = "from PySide6.QtWebEngineWidgets import QWebEngineView"


def run(code: str, home: Path, arguments: Sequence[str] = (), **extra: str) -> list[float]:
    """What one process prints: its CPU seconds, and what else it measured."""
    environment = {**os.environ, "KBEDITOR_HOME": str(home), **extra}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    # As for everybody who starts the program a second time: what is compiled is kept.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(home / "compiled")
    if os.geteuid() == 0:
        environment["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        check=True,
        capture_output=True,
        text=True,
        env=environment,
        cwd=Path(__file__).parent.parent,
    )
    return [float(part) for part in done.stdout.split()]


def main(arguments: Sequence[str]) -> int:
    """Measure, print a table and one line of JSON."""
    cases = {
        "bare": BARE.format(more_import=WIDGETS, widget="QWidget()"),
        "bare_with_engine": BARE.format(more_import=ENGINE, widget="QWebEngineView()"),
        "ours_without": WITHOUT_ENGINE + OURS,
        "ours": OURS,
    }
    cpu: dict[str, list[float]] = {case: [] for case in cases}
    readable: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        for code in cases.values():  # files are read once before anything is measured
            run(code, home)
        for _ in range(RUNS):
            for case, code in cases.items():
                cpu[case].append(run(code, home)[0])
        if arguments:
            remember_place(home, Path(arguments[0]))
            readable = [run(OURS, home, arguments[:1])[1] for _ in range(RUNS)]
    median = {case: statistics.median(values) for case, values in cpu.items()}
    for case, value in median.items():
        print(f"{case:18} {value * 1000:7.0f} ms CPU   {value / median['bare']:5.2f} × bare")
    result: dict[str, float] = {f"{case}_ms": value * 1000 for case, value in median.items()}
    result["ours_to_bare"] = median["ours"] / median["bare"]
    result["ours_without_to_bare"] = median["ours_without"] / median["bare"]
    result["ours_to_bare_with_engine"] = median["ours"] / median["bare_with_engine"]
    print(f"ours / bare with engine: {result['ours_to_bare_with_engine']:.2f}")
    if readable:
        result["readable_s"] = statistics.median(readable)
        print(f"last article readable {result['readable_s']:.2f} s after the window")
    print(json.dumps(result))
    return 0


def remember_place(home: Path, library: Path) -> None:
    """Make the session one that ended in the library's first article."""
    code = """
import json, sys
from pathlib import Path
from kbeditor.app.opening import open_workspace
from kbeditor.app.paths import own_paths
path = Path(sys.argv[1]).absolute()
workspace = open_workspace(path)
first = workspace.tree.skeleton("en").articles[0].id
workspace.close()
kept = {"libraries": {str(path): {"current": ["article", first], "locale": "", "panes": {}}}}
own_paths().sessions.parent.mkdir(parents=True, exist_ok=True)
own_paths().sessions.write_text(json.dumps(kept))
"""
    run(code, home, [str(library)])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
