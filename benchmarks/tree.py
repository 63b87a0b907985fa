"""The window's lists over 100,000 articles in two locales: tree, filter, matrix; time and memory.

    python -m benchmarks.tree [--articles 100000] [--runs 7]

No library is read: the rows are made here, so that the models are timed alone. Titles are French,
with accents, for those are dearer to fold. CPU milliseconds, medians.
"""

import argparse
import os
import random
import resource
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QItemSelection
from PySide6.QtWidgets import QApplication, QWidget

from kbeditor.domain.records import Kind, Ref
from kbeditor.domain.states import State, make_mark
from kbeditor.domain.status import MatrixRow
from kbeditor.domain.tree import ArticleRow, CategoryRow, Skeleton
from kbeditor.shipped import resources
from kbeditor.ui.models.filter import FilterModel
from kbeditor.ui.models.matrix import MatrixModel
from kbeditor.ui.models.matrix_filter import OUTDATED, MatrixFilter
from kbeditor.ui.models.matrix_rows import CATEGORY, TITLE, WORDS, MatrixRows
from kbeditor.ui.models.tree import TreeModel
from kbeditor.ui.themes import Themes
from kbeditor.ui.widgets.row_views import LibraryTree

NAMES = {"en": "English", "fr": "Français"}
MARKS = [
    bytes(pair)
    for pair in (
        (make_mark(State.PUBLISHED, False, True), make_mark(State.PUBLISHED, False, True)),
        (make_mark(State.PUBLISHED, False, True), make_mark(State.PUBLISHED, True, True)),
        (make_mark(State.PUBLISHED, False, True), make_mark(State.DRAFT, False, False)),
        (make_mark(State.DRAFT, False, False), make_mark(State.MISSING, False, False)),
    )
]


def make_rows(articles: int) -> Skeleton:
    """A thousand categories in a hundred others, and the articles in those."""
    dice = random.Random(5)
    phrase = "suivre ma commande après paiement délai de livraison à l’étranger échéance retour"
    words = phrase.split()
    tops = [CategoryRow(f"top-{n:032}", None, n, f"Catégorie {n}", MARKS[0]) for n in range(100)]
    subs = [
        CategoryRow(f"sub-{n:032}", tops[n % 100].id, n, f"Rubrique {n}", MARKS[0])
        for n in range(1000)
    ]
    made = tuple(
        ArticleRow(
            f"article-{n:028}",
            subs[n % 1000].id,
            n,
            f"{' '.join(dice.choices(words, k=6)).capitalize()} {n}",
            dice.choice(MARKS),
            False,
        )
        for n in range(articles)
    )
    return Skeleton(("en", "fr"), (*tops, *subs), made)


def timed(words: str, run: Callable[[], object], runs: int, prepare: Callable[[], object]) -> None:
    """Print the median and the worst CPU time of `run`, each after `prepare`."""
    taken = []
    for _ in range(runs):
        prepare()
        start = time.process_time()
        run()
        taken.append((time.process_time() - start) * 1000)
    print(f"{words:58} {statistics.median(taken):8.1f} ms   (worst {max(taken):.1f})")


def megabytes() -> float:
    """What this process holds now, in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def measure_tree(skeleton: Skeleton, runs: int, host: QWidget, themes: Themes) -> None:
    """Build, show, patch and filter the tree."""
    empty = Skeleton((), (), ())
    before = megabytes()
    tree = TreeModel()
    tree.load(skeleton, "en", NAMES)
    print(f"{'tree model: memory beside the rows':58} {megabytes() - before:8.1f} MB")

    def load() -> bool:
        return tree.load(skeleton, "en", NAMES)

    def drop() -> bool:
        return tree.load(empty, "", {})

    timed("tree model: built anew", load, runs, drop)
    timed("tree model: titles of another language", load, runs, int)
    row = skeleton.articles[len(skeleton.articles) // 2]
    homes = [skeleton.categories[number].id for number in (200, 900)]
    ref = Ref(Kind.ARTICLE, row.id)

    def move() -> None:
        homes.reverse()
        tree.patch([ref], [], [row._replace(category_id=homes[0])])

    timed("tree model: one article moved", move, runs * 5, int)
    view = LibraryTree(tree, themes, host)
    view.resize(320, 800)
    view.show()
    timed("tree view: everything opened", view.open_all, runs, view.close_all)
    view.open_all()
    timed("tree view: everything selected", view.selectAll, runs, view.clearSelection)
    timed("tree view: names of all that is selected", view.refs, runs, int)
    view.close_all()
    view.hide()
    found = FilterModel(tree)
    start = time.process_time()
    ticks = [0.0]
    while found.warm(4000):
        ticks.append(time.process_time() - start)
        start = time.process_time()
    print(f"{'filter: folding ahead, longest tick':58} {max(ticks) * 1000:8.1f} ms")
    for query in ("e", "livr", "apres", "delai commande", "99", "nichts"):
        timed(f"filter: “{query}”", partial(found.search, query), runs, int)


def measure_matrix(skeleton: Skeleton, runs: int) -> None:
    """Prepare (on the library's thread in the program), sort, filter and select."""
    dice = random.Random(6)
    rows = [
        MatrixRow(
            row.id,
            row.category_id,
            row.title,
            dice.randrange(900),
            row.marks,
            f"2026-{dice.randrange(1, 13):02}-{dice.randrange(1, 29):02}T10:00:00Z",
        )
        for row in skeleton.articles
    ]
    made: list[MatrixRows] = []
    before = megabytes()

    def prepare() -> None:
        made[:] = [MatrixRows(("en", "fr"), rows, skeleton.categories)]

    timed("matrix: prepared, off the GUI thread", prepare, runs, made.clear)
    print(f"{'matrix: memory beside the rows':58} {megabytes() - before:8.1f} MB")
    model = MatrixModel()
    model.load(made[0], NAMES)
    for words, column in (("title", TITLE), ("category", CATEGORY), ("words", WORDS), ("state", 4)):
        timed(f"matrix: sorted by {words}", partial(model.sort, column), runs, int)
    for words, wanted in (
        ("two words", MatrixFilter(words="delai comm")),
        ("outdated", MatrixFilter(locale="fr", state=OUTDATED)),
        ("nothing", MatrixFilter()),
    ):
        timed(f"matrix: filtered by {words}", partial(model.show, wanted), runs, int)
    last = model.index(model.rowCount() - 1, model.columnCount() - 1)
    chosen = QItemSelection(model.index(0, 0), last)
    timed("matrix: marks of all cells, counted", lambda: model.marks(chosen), runs, int)
    timed("matrix: texts of all cells", lambda: model.texts(chosen), runs, int)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=7)
    given = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    host = QWidget()
    themes = Themes(application, resources(), "light")
    skeleton = make_rows(given.articles)
    measure_tree(skeleton, given.runs, host, themes)
    measure_matrix(skeleton, given.runs)


if __name__ == "__main__":
    main()
