"""Building the site of a real or a large help centre, in CPU seconds, beside other builders.

    python -m benchmarks.site [--content ../shared/corpus/campaign/content | --articles 10000]
                              [--rivals VENV/bin] [--runs 3] [--folder /dev/shm]

Ours: from nothing with the HTML of all texts stored, as in daily use; once more with nothing
changed; after one edited paragraph; after one new title; and from nothing with no HTML stored
(cold). Others (see benchmarks/rivals.py): from nothing. CPU is user and system time of all
processes; each is run in turns, the least counts. On a disk, making and removing files is most of
what is measured: a folder in memory shows the builders.
"""

import argparse
import resource
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks import rivals, site_library
from kbeditor.app.opening import create_library, open_workspace
from kbeditor.app.workspace import Workspace
from kbeditor.domain.exchange import ExportOptions, ImportOptions
from kbeditor.domain.progress import Silent
from kbeditor.domain.records import Kind, Ref, TextRef
from kbeditor.domain.states import State

CONTENT = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "campaign" / "content"


def cpu() -> float:
    """CPU seconds so far, of this process and those it started."""
    own = resource.getrusage(resource.RUSAGE_SELF)
    others = resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime


class Figures:
    """The least CPU and wall seconds of each thing measured."""

    def __init__(self) -> None:
        self._least: dict[str, tuple[float, float]] = {}

    def measure(self, name: str, work: Callable[[], object]) -> None:
        """Do it, and keep the least."""
        used, started = cpu(), time.perf_counter()
        work()
        found = (cpu() - used, time.perf_counter() - started)
        self._least[name] = min(found, self._least.get(name, found))

    def show(self) -> None:
        """Print them."""
        for name, (used, wall) in self._least.items():
            print(f"{name:28} {used:7.2f} CPU s   {wall:7.2f} s")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{'peak memory, ours':28} {peak:7} MB")


def imported(content: Path, path: Path) -> None:
    """Make a library of Markdown files."""
    workspace = create_library(path, "Campaign", "en", ["fr"])
    plan = workspace.importing.plan(content, ImportOptions(), Silent())
    workspace.importing.apply(plan, Silent())
    workspace.rendering.fill(Silent())
    workspace.close()


def an_article(workspace: Workspace) -> TextRef:
    """A published English text in the middle of the library."""
    articles = workspace.tree.skeleton("en").articles
    return TextRef(Ref(Kind.ARTICLE, articles[len(articles) // 2].id), "en")


def edit(workspace: Workspace, ref: TextRef, *, title: bool) -> None:
    """Publish one more sentence, or another title."""
    text = workspace.texts.get(ref)
    assert text is not None
    if title:
        workspace.texts.save(ref, text.version, title=f"{text.title} again")
    else:
        workspace.texts.save(ref, text.version, body=f"{text.body}\n\nOne more sentence.\n")
    workspace.texts.set_state([ref], State.PUBLISHED)
    workspace.rendering.fill(Silent())


def ours(path: Path, folder: Path, figures: Figures) -> None:
    """All that we measure of our own."""
    options = ExportOptions(base_url="https://help.example.com")
    target = folder / "ours"
    shutil.rmtree(target, ignore_errors=True)
    workspace = open_workspace(path)
    ref = an_article(workspace)

    def export() -> None:
        workspace.exporting.export("html", target, options, Silent())

    figures.measure("from nothing, HTML stored", export)
    figures.measure("nothing changed", export)
    edit(workspace, ref, title=False)
    figures.measure("one edited paragraph", export)
    edit(workspace, ref, title=True)
    figures.measure("one new title", export)
    workspace.close()


def cold(path: Path, folder: Path, figures: Figures) -> None:
    """The first build after an import, when nothing is rendered."""
    copy = folder / "cold.kb"
    shutil.copy(path, copy)
    workspace = open_workspace(copy)
    with workspace._store.writing() as unit:
        unit.session.connection().exec_driver_sql("DELETE FROM rendering")
    target = folder / "cold"
    figures.measure(
        "from nothing, nothing stored",
        lambda: workspace.exporting.export("html", target, ExportOptions(), Silent()),
    )
    workspace.close()
    shutil.rmtree(target)
    copy.unlink()


def main() -> None:
    """Make the library once, then build in turns."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--content", type=Path, default=CONTENT)
    parser.add_argument("--articles", type=int, default=0)
    parser.add_argument("--rivals", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(dir=options.folder))
    library, content = folder / "bench.kb", options.content
    if options.articles:
        site_library.make(library, options.articles)
        if options.rivals:
            content = folder / "content"
            site_library.write_markdown(content, options.articles)
    elif content.is_dir():
        imported(content, library)
    else:
        print(f"{content} is not there; name another folder with --content")
        return
    figures = Figures()
    others = rivals.builders(options.rivals, content, folder) if options.rivals else {}
    for _ in range(options.runs):
        ours(library, folder, figures)
        if not options.articles:
            cold(library, folder, figures)
        for name, build in others.items():
            figures.measure(name, build)
    figures.show()
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
