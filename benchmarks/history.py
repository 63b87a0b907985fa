"""What history costs in a big library: checkpoints, the list of versions, comparing two of them.

    python -m benchmarks.history FILE.kb [--times 200] [--many 10000]

In brackets: the processor's time, which is what it takes on a machine with nothing else to do.
FILE.kb is one that `benchmarks.big_library --keep` made; its texts are changed: give a copy.
"""

import argparse
import random
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from kbeditor.app.opening import open_workspace
from kbeditor.app.workspace import Workspace
from kbeditor.domain.records import Kind, Ref, TextRef
from kbeditor.domain.versions import LEFT, REPLACED, Content
from kbeditor.translation.comparing import compare

BLOCKS = 2000


def measured(
    name: str, times: int, work: Callable[[], object], prepare: Callable[[], object]
) -> None:
    """Print median, 95th percentile and most of some runs."""
    found = []
    for _ in range(times):
        prepare()
        started, worked = time.perf_counter(), time.process_time()
        work()
        found.append((time.perf_counter() - started, time.process_time() - worked))
    walls = sorted(wall for wall, _ in found)
    worked = statistics.median(cpu for _, cpu in found)
    print(
        f"{name:34} median {statistics.median(walls) * 1000:7.1f} ms ({worked * 1000:6.1f} ms)   "
        f"95 % {walls[int(len(walls) * 0.95) - 1] * 1000:7.1f} ms   "
        f"most {walls[-1] * 1000:7.1f} ms",
        flush=True,
    )


def write(ws: Workspace, ref: TextRef, salt: str) -> None:
    """Type something."""
    text = ws.texts.get(ref)
    assert text is not None
    ws.texts.save(ref, text.version, body=f"{text.body}\n\n{salt}")


def write_all(ws: Workspace, refs: list[TextRef]) -> None:
    """Type something into each."""
    for ref in refs:
        write(ws, ref, "All of them.")


def rewritten(body: str) -> str:
    """Every tenth paragraph changed, every fiftieth gone."""
    parts = body.split("\n\n")
    return "\n\n".join(
        f"{part} And more." if at % 10 == 0 else part
        for at, part in enumerate(parts)
        if at % 50 != 7
    )


def main() -> None:
    """Measure all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("library", type=Path)
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--many", type=int, default=10_000)
    options = parser.parse_args()
    ws = open_workspace(options.library, "Ada")
    source = ws.library.source_locale
    ids = [row.id for row in ws.tree.skeleton(source).articles]
    print(f"{len(ids)} articles", flush=True)
    random.seed(1)
    chosen = [
        TextRef(Ref(Kind.ARTICLE, each), source) for each in random.sample(ids, options.times)
    ]
    queue = list(chosen)
    measured(
        "a checkpoint",
        options.times,
        lambda: ws.texts.checkpoint([queue.pop()], LEFT),
        lambda: write(ws, queue[-1], "Once more."),
    )
    queue = list(chosen)
    measured(
        "a text with nothing to keep",
        options.times,
        lambda: ws.texts.checkpoint([queue.pop()], LEFT),
        lambda: None,
    )
    ref = chosen[0]
    for number in range(100):
        write(ws, ref, f"Edit {number}.")
        ws.texts.checkpoint([ref], LEFT)
    measured("its list of 100 versions", 20, lambda: ws.texts.history(ref), lambda: None)
    measured("their counted words", 5, lambda: ws.texts.word_counts(ref), lambda: None)
    old = "\n\n".join(
        f"Paragraph {n} of a long text, in which it says {n * 7}." for n in range(BLOCKS)
    )
    sides = Content("Title", "", (), old), Content("Title", "", (), rewritten(old))
    measured(f"comparing {BLOCKS} paragraphs", 5, lambda: compare(*sides), lambda: None)
    many = [TextRef(Ref(Kind.ARTICLE, each), source) for each in random.sample(ids, options.many)]
    measured(
        f"checkpoints of {options.many} drafts",
        1,
        lambda: print("kept", ws.texts.checkpoint(many, REPLACED).value),
        lambda: write_all(ws, many),
    )
    ws.close()


if __name__ == "__main__":
    main()
