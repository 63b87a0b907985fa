"""Publishing a changed article that is translated into five locales, and working on its blocks.

    python -m benchmarks.publishing [--blocks 64] [--runs 15]

The article is made here: a heading for every eighth block, lists and paragraphs between. Each run
changes one block in eight of the source. Milliseconds, medians: wall-clock time and CPU.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from kbeditor.app.opening import create_library
from kbeditor.app.workspace import Workspace
from kbeditor.domain.blocks import BlockState
from kbeditor.domain.records import Ref, TextRef
from kbeditor.domain.states import State

LOCALES = ("fr", "de", "es", "it", "ar")


def body(blocks: int, run: int) -> str:
    """As many blocks as asked for; every eighth differs from run to run."""
    made = []
    for index in range(blocks):
        changed = f" Since version {run} this also holds for gifts." if index % 8 == 3 else ""
        words = f"Part {index} says how a parcel of that kind is packed and sent.{changed}"
        made.append(f"## {words}" if index % 8 == 0 else f"- {words}" if index % 8 > 5 else words)
    return "\n\n".join(made)


def milliseconds(work: Callable[[], object]) -> tuple[float, float]:
    """Wall-clock time and CPU of one call."""
    start, cpu = time.perf_counter(), time.process_time()
    work()
    return 1000 * (time.perf_counter() - start), 1000 * (time.process_time() - cpu)


def write_source(ws: Workspace, article: Ref, text: str) -> TextRef:
    """Save the source's words; its name."""
    ref = TextRef(article, "en")
    before = ws.texts.get(ref)
    assert before is not None
    ws.texts.save(ref, before.version, body=text)
    return ref


def write_block(ws: Workspace, ref: TextRef, block_id: str, said: str) -> None:
    """Say something else in one block of a translation."""
    text = ws.texts.get(ref)
    assert text is not None
    ws.blocks.write(ref, text.version, block_id, said)


def main() -> None:
    """Print the medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--blocks", type=int, default=64)
    parser.add_argument("--runs", type=int, default=15)
    options = parser.parse_args()
    figures: dict[str, list[tuple[float, float]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        ws = create_library(Path(folder) / "shop.kb", "Shop", "en", LOCALES)
        article = ws.articles.create(None, "Parcels", "en").value
        source = write_source(ws, article, body(options.blocks, 0))
        ws.texts.set_state([source], State.PUBLISHED)
        for tag in LOCALES:
            ref = TextRef(article, tag)
            ws.blocks.begin(ref)
            ids = [pair.id for pair in ws.blocks.pairs(ref)]
            ws.blocks.set_state(ref, ids, BlockState.TRANSLATED)
            ws.texts.set_state([ref], State.PUBLISHED)
        french = TextRef(article, "fr")
        for run in range(1, options.runs + 1):
            write_source(ws, article, body(options.blocks, run))
            acts: dict[str, Callable[[], object]] = {
                "say what publishing costs": lambda: ws.blocks.cost(source),
                "publish": lambda: ws.texts.set_state([source], State.PUBLISHED),
                "show the blocks of one translation": lambda: ws.blocks.pairs(french),
                "say that all is still valid": lambda: ws.blocks.still_valid(french),
                "save one block": partial(
                    write_block, ws, french, ids[5], f"Partie 5, fois {run}."
                ),
                "show the blocks after that": lambda: ws.blocks.pairs(french),
            }
            for name, work in acts.items():
                figures.setdefault(name, []).append(milliseconds(work))
            for tag in LOCALES[1:]:
                ws.blocks.still_valid(TextRef(article, tag))
        ws.close()
    for name, times in figures.items():
        wall, cpu = ([each[at] for each in times] for at in range(2))
        print(
            f"{name:36} {statistics.median(wall):6.1f} ms, worst {max(wall):6.1f},"
            f" CPU {statistics.median(cpu):6.1f}"
        )


if __name__ == "__main__":
    main()
