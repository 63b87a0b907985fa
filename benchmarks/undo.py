"""Bulk changes of many articles of a big library, their undo and redo: time and memory.

    python -m benchmarks.undo FILE.kb [--articles 10000]

In brackets: the processor's time, which is what it takes on a machine with nothing else to do.
FILE.kb is one that `benchmarks.big_library --keep` made; it is changed, and changed back.
"""

import argparse
import gc
import time
from collections.abc import Callable
from pathlib import Path

from kbeditor.app.opening import open_workspace
from kbeditor.app.workspace import Workspace
from kbeditor.domain.records import Kind, Ref, TextRef
from kbeditor.domain.replacing import Query, Scope
from kbeditor.domain.states import State


def _resident() -> float:
    """Megabytes of this process."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


def measure(name: str, workspace: Workspace, change: Callable[[], object]) -> None:
    """Time a change, its undo, its redo and the undo of that; print them in one line."""
    gc.collect()
    before = _resident()
    times = []
    for work in (change, workspace.history.undo, workspace.history.redo, workspace.history.undo):
        started, worked = time.perf_counter(), time.process_time()
        work()
        times.append((time.perf_counter() - started, time.process_time() - worked))
    gc.collect()
    said = "   ".join(
        f"{word} {seconds:6.2f} s ({worked:5.2f} s)"
        for word, (seconds, worked) in zip(
            ("done", "undone", "again", "undone"), times, strict=True
        )
    )
    print(f"{name:28} {said}   kept {_resident() - before:5.0f} MB", flush=True)


def _replace(workspace: Workspace, count: int) -> None:
    scope = Scope(frozenset({"fr"}), frozenset({"body"}), categories=False)
    found = workspace.replacing.find(Query(r"\A\w+", regex=True), scope)
    workspace.replacing.replace(found, "mot", found.texts[:count])


def main() -> None:
    """Measure each kind of bulk change."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("library", type=Path)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    workspace = open_workspace(options.library)
    tree = workspace.tree.skeleton("en")
    ids = [row.id for row in tree.articles[: options.articles]]
    refs = [Ref(Kind.ARTICLE, each) for each in ids]
    other = tree.categories[-1].id
    print(f"{len(tree.articles)} articles, {len(ids)} of them are changed at once")
    texts = {tag: [TextRef(ref, tag) for ref in refs] for tag in ("en", "fr")}
    kinds: dict[str, Callable[[], object]] = {
        "labels": lambda: workspace.articles.update(ids, labels=["seen"]),
        "move into another category": lambda: workspace.tree.move(refs, other, None),
        "trash": lambda: workspace.tree.trash(refs),
        "source back to draft": lambda: workspace.texts.set_state(texts["en"], State.DRAFT),
        "translation submitted": lambda: workspace.texts.set_state(texts["fr"], State.IN_REVIEW),
        "retracted": lambda: workspace.texts.retract(texts["fr"]),
        "a word replaced in each body": lambda: _replace(workspace, len(ids)),
    }
    for name, change in kinds.items():
        if options.only in name:
            measure(name, workspace, change)
    workspace.close()


if __name__ == "__main__":
    main()
