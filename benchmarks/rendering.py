"""How fast texts are rendered: the real content as a whole, and one edited paragraph.

Run by hand: `python -m benchmarks.rendering [FOLDER]`, FOLDER with Markdown files (default: the
campaign beside the checkout). Prints medians, of CPU time or of wall time as said.
"""

import re
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from kbeditor.domain.rendered import RenderContext
from kbeditor.domain.words import count_words, plain_text
from kbeditor.rendering.client import RenderPool, RenderWorker
from kbeditor.rendering.pipeline import Renderer
from kbeditor.rendering.resolve import resolve

EN = RenderContext("en")
CAMPAIGN = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "campaign" / "content"
RELATIVE = re.compile(r"\]\((?!http)[^)\s]+\)")
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.S)


def median(action: Callable[[], object], times: int, clock: Callable[[], float]) -> float:
    """The median of several runs, by the given clock."""
    taken = []
    for _ in range(times):
        started = clock()
        action()
        taken.append(clock() - started)
    return statistics.median(taken)


def whole(texts: list[str]) -> None:
    """All texts, one after the other and by the pool."""
    size = sum(map(len, texts)) / 1e6

    def one_by_one() -> None:
        renderer = Renderer()
        for text in texts:
            renderer.render(text, EN)

    def pooled() -> None:
        with RenderPool() as pool:
            for _ in pool.render_many((number, text, EN) for number, text in enumerate(texts)):
                pass

    print(f"{len(texts)} texts, {size:.1f} million characters")
    print(f"  one process          {median(one_by_one, 3, time.process_time):6.2f} s CPU")
    print(f"  pool, from its start {median(pooled, 3, time.perf_counter):6.2f} s wall")
    counted = median(lambda: [count_words(text) for text in texts], 3, time.process_time)
    stripped = median(lambda: [plain_text(text) for text in texts], 3, time.process_time)
    print(f"  count_words          {counted:6.2f} s CPU")
    print(f"  plain_text           {stripped:6.2f} s CPU")
    linked = [RELATIVE.sub("](kb:0190a1b2)", text) for text in texts[:100]]
    pages = [Renderer().render(text, EN).html for text in linked]
    resolved = median(
        lambda: [resolve(page, lambda *_: None) for page in pages], 3, time.process_time
    )
    print(f"  resolve, 100 pages   {resolved * 1000:6.2f} ms CPU")


def edit(texts: list[str], size: int) -> None:
    """A character typed into the middle of an article of about `size` characters."""
    article = "\n\n".join(texts)[:size]
    paragraphs = [found.end() for found in re.finditer(r"\n\n[A-Z][^\n]{40,}(?=\n\n)", article)]
    place = paragraphs[len(paragraphs) // 2]
    renderer = Renderer()
    renderer.preview(article, EN)
    typed = 0

    def edited() -> str:
        nonlocal typed
        typed += 1
        return article[:place] + "x" * typed + article[place:]

    here = median(lambda: renderer.preview(edited(), EN), 40, time.perf_counter)
    afresh = median(lambda: Renderer().preview(article, EN), 3, time.perf_counter)
    with RenderWorker() as worker:
        known = {block.key for block in worker.preview(article, EN).blocks}
        there = median(lambda: worker.preview(edited(), EN, known=known), 40, time.perf_counter)
    print(f"{size // 1000} KB article, one paragraph edited ({len(known)} blocks)")
    print(f"  all blocks anew      {afresh * 1000:6.1f} ms wall")
    print(f"  in process           {here * 1000:6.1f} ms wall")
    print(f"  by the worker        {there * 1000:6.1f} ms wall, messages included")


def main() -> None:
    """Print all figures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else CAMPAIGN
    texts = [
        FRONT_MATTER.sub("", file.read_text(encoding="utf-8"), count=1)
        for file in sorted(folder.rglob("*.md"))
    ]
    with RenderWorker() as worker:
        started = time.perf_counter()
        worker.start()
        worker.render("x", EN)
        print(f"worker ready and first text {(time.perf_counter() - started) * 1000:6.0f} ms wall")
    whole(texts)
    edit(texts, 20_000)
    edit(texts, 200_000)


if __name__ == "__main__":
    main()
