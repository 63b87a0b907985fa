"""The HTML export of a real help centre, in CPU seconds, beside MkDocs on the same files.

    python -m benchmarks.site [--content ../shared/corpus/campaign/content] [--runs 3]

Ours: the library is imported (its texts rendered) beforehand, as in daily use; each run exports the
whole site, pictures and search included, to a new place. MkDocs: plain theme, its own search on,
one build of both languages. CPU is user and system time, all processes. Both are run in turns.
"""

import argparse
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from kbeditor.app.opening import create_library
from kbeditor.app.workspace import Workspace
from kbeditor.domain.exchange import ExportOptions, ImportOptions
from kbeditor.domain.progress import Silent

CONTENT = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "campaign" / "content"
MKDOCS = "site_name: Campaign\ntheme: mkdocs\nplugins: [search]\nuse_directory_urls: false\n"


def _cpu() -> float:
    own = resource.getrusage(resource.RUSAGE_SELF)
    others = resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime


def _measured(work: Callable[[], object]) -> tuple[float, float]:
    """CPU and wall seconds."""
    cpu, wall = _cpu(), time.perf_counter()
    work()
    return _cpu() - cpu, time.perf_counter() - wall


def _filled(content: Path, folder: Path) -> Workspace:
    workspace = create_library(folder / "bench.kb", "Campaign", "en", ["fr"])
    plan = workspace.importing.plan(content, ImportOptions(), Silent())
    workspace.importing.apply(plan, Silent())
    workspace.rendering.fill(Silent())
    return workspace


def _mkdocs(content: Path, folder: Path, number: int) -> None:
    (folder / "mkdocs.yml").write_text(f"{MKDOCS}docs_dir: {content}\n", encoding="utf-8")
    target = folder / f"mkdocs-{number}"
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "-q",
        "-f",
        folder / "mkdocs.yml",
    ]
    subprocess.run([*command, "-d", target], check=True, stderr=subprocess.DEVNULL)


def main() -> None:
    """Import once, then export and build in turns."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--content", type=Path, default=CONTENT)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    if not options.content.is_dir():
        print(f"{options.content} is not there; name another folder with --content")
        return
    folder = Path(tempfile.mkdtemp())
    workspace = _filled(options.content, folder)
    ours, theirs = [], []
    for number in range(options.runs):
        target = folder / f"site-{number}"
        ours.append(
            _measured(
                lambda target=target: workspace.exporting.export(  # type: ignore[misc]
                    "html", target, ExportOptions(), Silent()
                )
            )
        )
        theirs.append(
            _measured(lambda number=number: _mkdocs(options.content, folder, number))  # type: ignore[misc]
        )
    workspace.close()
    for name, runs in (("kbeditor", ours), ("MkDocs", theirs)):
        cpu = statistics.median(run[0] for run in runs)
        wall = statistics.median(run[1] for run in runs)
        print(f"{name:10} {cpu:6.2f} CPU s   {wall:6.2f} s")
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
