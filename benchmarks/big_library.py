"""A library of 100,000 articles in two locales: opening, tree, search, filter, moving, memory.

    python -m benchmarks.big_library [--articles 100000] [--keep FILE.kb]

Bodies of about 3.4 KB are made of invented words whose frequencies follow Zipf's law, so that the
commonest words stand in nearly every text, as in real ones.
"""

import argparse
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from kbeditor.app.opening import create_library, open_workspace
from kbeditor.app.workspace import Workspace
from kbeditor.domain.exchange import ImportPlan, NewArticle, NewCategory, NewRevision, NewText
from kbeditor.domain.records import Kind, Ref
from kbeditor.domain.states import State


def _vocabulary(count: int) -> list[str]:
    dice = random.Random(7)
    syllables = [a + b for a in "bcdfglmnprstv" for b in "aeiou"]
    return ["".join(dice.choices(syllables, k=dice.randint(1, 4))) for _ in range(count)]


def _plan(articles: int) -> ImportPlan:
    words = _vocabulary(20_000)
    weights = [1 / (rank + 10) for rank in range(len(words))]
    dice = random.Random(11)
    pool = [" ".join(dice.choices(words, weights, k=12)) for _ in range(20_000)]
    tops = [NewCategory(f"top-{i:04}-0000", None, i) for i in range(100)]
    subs = [
        NewCategory(f"sub-{i:04}-{j:04}", top.id, j)
        for i, top in enumerate(tops)
        for j in range(10)
    ]
    made = [
        NewArticle(f"article-{n:08}", subs[n % len(subs)].id, n // len(subs))
        for n in range(articles)
    ]

    def texts() -> Iterator[NewText]:
        for category in (*tops, *subs):
            for locale in ("en", "fr"):
                yield _text(Ref(Kind.CATEGORY, category.id), locale, f"Category {category.id}", "")
        for article in made:
            for locale in ("en", "fr"):
                body = "\n\n".join(dice.choice(pool) for _ in range(42))
                title = f"{dice.choice(pool)[:60]} {article.id[-6:]}"
                yield _text(Ref(Kind.ARTICLE, article.id), locale, title, body)

    count = 2 * (len(tops) + len(subs) + len(made))
    return ImportPlan(
        "benchmark", "benchmark", None, (), (*tops, *subs), tuple(made), texts, count, ()
    )


def _text(owner: Ref, locale: str, title: str, body: str) -> NewText:
    live = f"{owner.id}-{locale}"
    based = None if locale == "en" else f"{owner.id}-en"
    revision = NewRevision(live, 1, "published", title, "", (), body, based)
    return NewText(
        owner, locale, title, "", "", (), body, State.PUBLISHED, live, based, (revision,)
    )


def _timed(name: str, work: Callable[[], object], runs: int = 1) -> None:
    times = []
    for _ in range(runs):
        started = time.perf_counter()
        work()
        times.append((time.perf_counter() - started) * 1000)
    times.sort()
    p95 = times[min(len(times) - 1, int(len(times) * 0.95))]
    print(f"{name:46} median {statistics.median(times):9.1f} ms   p95 {p95:9.1f} ms")


def _search(workspace: Workspace) -> None:
    words = _vocabulary(20_000)
    dice = random.Random(3)
    ordinary = [dice.choice(words[200:]) for _ in range(60)]
    pairs = [" ".join(dice.sample(words[20:2000], 2)) for _ in range(60)]
    for name, queries in (
        ("search, one word", ordinary),
        ("search, two words", pairs),
        ("search, commonest words", words[:20]),
        ("search, prefix of two letters", ["ba", "re", "so", "ti", "mu"] * 3),
        ("quick open (titles)", [word[:3] for word in words[50:80]]),
    ):
        queue = iter(queries)
        find = workspace.search.titles if "titles" in name else workspace.search.find
        _timed(name, lambda find=find, queue=queue: find(next(queue)), len(queries))  # type: ignore[misc]


def main() -> None:
    """Make the library where it is not there yet, then measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    path = options.keep or Path(tempfile.mkdtemp()) / "big.kb"
    if not path.exists():
        started = time.perf_counter()
        made = create_library(path, "Big", "en", ["fr"])
        made.importing.write(_plan(options.articles))
        made.close()
        size = path.stat().st_size / 1e6
        print(f"made in {time.perf_counter() - started:.0f} s, {size:.0f} MB")
    started = time.perf_counter()
    workspace = open_workspace(path)
    tree = workspace.tree.skeleton("en")
    print(f"open and read the tree                         {time.perf_counter() - started:.3f} s")
    _timed("read the tree again", lambda: workspace.tree.skeleton("fr"), 3)
    _timed("status overview", workspace.status.overview, 3)
    _timed("matrix", workspace.status.matrix, 3)
    _search(workspace)
    dice = random.Random(5)

    def move() -> None:
        article, category = dice.choice(tree.articles), dice.choice(tree.categories)
        workspace.tree.move([Ref(Kind.ARTICLE, article.id)], category.id, None)

    _timed("move an article", move, 50)
    _timed("undo a move", workspace.history.undo, 20)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    workspace.close()


if __name__ == "__main__":
    main()
