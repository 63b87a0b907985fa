"""The matrix: sorted, filtered, patched, selected."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from pytestqt.qtbot import QtBot

from kbeditor.domain.finding import Finding, Hit
from kbeditor.domain.records import TextRef
from kbeditor.domain.states import State, make_mark
from kbeditor.domain.status import MatrixRow
from kbeditor.domain.tree import TrashRow
from kbeditor.ui.models.findings import FindingModel
from kbeditor.ui.models.hits import HitModel
from kbeditor.ui.models.matrix import MatrixModel
from kbeditor.ui.models.matrix_filter import NOTED, OUTDATED, UNFINISHED, MatrixFilter
from kbeditor.ui.models.matrix_rows import CATEGORY, TITLE, WORDS, MatrixRows
from kbeditor.ui.models.roles import Role
from kbeditor.ui.models.trash import TrashModel

from .rows import NAMES, SHOP, article_ref, category_ref

Watch = Callable[[QAbstractItemModel], None]

LIVE = make_mark(State.PUBLISHED, outdated=False, live=True)
OLD = make_mark(State.PUBLISHED, outdated=True, live=True)
REDRAFTED = make_mark(State.DRAFT, outdated=True, live=True)
DRAFT = make_mark(State.DRAFT, outdated=False, live=False)
NONE = 0

ROWS = (
    MatrixRow("status", "orders", "Status", 90, bytes([LIVE, OLD]), "2026-01-05T10:00:00Z"),
    MatrixRow("cancel", "orders", "Échéance", 20, bytes([LIVE, NONE]), "2026-01-01T10:00:00Z"),
    MatrixRow("visa", "cards", "Step 10", 300, bytes([DRAFT, DRAFT]), "2026-01-09T10:00:00Z"),
    MatrixRow("amex", "cards", "Step 9", 300, bytes([LIVE, REDRAFTED]), "2026-01-03T10:00:00Z"),
    MatrixRow("top", None, "About us", 5, bytes([LIVE, LIVE]), "2026-01-02T10:00:00Z"),
)


@pytest.fixture
def model(qtbot: QtBot, watch: Watch) -> MatrixModel:
    model = MatrixModel()
    watch(model)
    model.load(MatrixRows(("en", "fr"), ROWS, SHOP.categories), NAMES)
    return model


def ids(model: MatrixModel) -> list[str]:
    return [model.row(line).id for line in range(model.rowCount())]


@pytest.mark.parametrize(
    ("column", "order"),
    [
        (TITLE, ["top", "cancel", "status", "amex", "visa"]),
        (CATEGORY, ["top", "cancel", "status", "amex", "visa"]),
        (WORDS, ["top", "cancel", "status", "amex", "visa"]),
        (4, ["cancel", "status", "amex", "visa", "top"]),
        (5, ["cancel", "top", "amex", "status", "visa"]),
    ],
)
def test_each_column_sorts_and_ties_go_by_title(
    model: MatrixModel, column: int, order: list[str]
) -> None:
    model.sort(column)
    assert ids(model) == order


def test_descending_keeps_ties_by_title(model: MatrixModel) -> None:
    model.sort(WORDS, Qt.SortOrder.DescendingOrder)
    assert ids(model) == ["amex", "visa", "status", "cancel", "top"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (MatrixFilter(words="eche"), {"cancel"}),
        (MatrixFilter(words="cards 10"), {"visa"}),
        (MatrixFilter(category_id="payment"), {"visa", "amex"}),
        (MatrixFilter(locale="fr", state="missing"), {"cancel"}),
        (MatrixFilter(locale="fr", state=OUTDATED), {"status", "amex"}),
        (MatrixFilter(locale="en", state=OUTDATED), set()),
        (MatrixFilter(state=OUTDATED, category_id="orders"), {"status"}),
        (MatrixFilter(state="draft"), {"visa", "amex"}),
        (MatrixFilter(locale="fr", state=UNFINISHED), {"status", "cancel", "visa", "amex"}),
    ],
)
def test_filters(model: MatrixModel, wanted: MatrixFilter, found: set[str]) -> None:
    model.show(wanted)
    assert set(ids(model)) == found


def test_words_behind_are_told_and_sort_first(model: MatrixModel) -> None:
    rows = [
        row._replace(behind=behind)
        for row, behind in zip(ROWS, [(0, 40), (0, 20), (300, 0), (0, 150), (0, 0)], strict=True)
    ]
    model.load(MatrixRows(("en", "fr"), rows, SHOP.categories), NAMES)
    model.sort(4)
    assert ids(model) == ["amex", "status", "cancel", "visa", "top"]
    assert model.index(0, 4).data(Role.BEHIND) == 150
    assert "150 word(s) behind" in model.index(0, 4).data(Qt.ItemDataRole.ToolTipRole)
    assert model.behind(model.cells([("amex", 4), ("status", 3), ("cancel", 4)])) == 170


def test_a_column_that_is_not_there_yet_sorts_by_title(model: MatrixModel) -> None:
    model.load(MatrixRows((), (), ()), {})
    model.sort(4)
    assert ids(model) == []


def test_articles_with_open_notes(model: MatrixModel) -> None:
    model.know_notes({"fr": {"visa"}, "en": {"top"}})
    model.show(MatrixFilter(locale="fr", state=NOTED))
    assert ids(model) == ["visa"]
    model.show(MatrixFilter(state=NOTED))
    assert set(ids(model)) == {"visa", "top"}


def test_newer_marks_are_shown_in_place(model: MatrixModel) -> None:
    model.show(MatrixFilter(locale="fr", state="missing"))
    fresh = ROWS[1]._replace(marks=bytes([LIVE, LIVE]))
    assert model.update_rows([fresh])
    assert ids(model) == ["cancel"]
    assert model.index(0, 4).data(Role.MARK) == LIVE
    model.show(MatrixFilter())
    model.show(MatrixFilter(locale="fr", state="missing"))
    assert ids(model) == []


def test_what_is_new_or_renamed_asks_for_a_new_load(model: MatrixModel) -> None:
    assert not model.update_rows([ROWS[0]._replace(title="Other")])
    assert not model.update_rows([ROWS[0]._replace(id="new")])


def test_selected_cells_are_texts(model: MatrixModel) -> None:
    model.sort(TITLE)
    chosen = model.cells([("top", 0), ("top", 3), ("status", 4), ("nobody", 4)])
    assert model.texts(chosen) == [
        (TextRef(article_ref("top"), "en"), LIVE),
        (TextRef(article_ref("status"), "fr"), OLD),
    ]


def test_the_lists_of_hits_findings_and_trash_are_sound(qtbot: QtBot, watch: Watch) -> None:
    hits, findings, trash = HitModel(), FindingModel(), TrashModel()
    for model in (hits, findings, trash):
        watch(model)
    ref = article_ref("visa")
    hits.show_hits([Hit(ref, "fr", "Visa", "a \x02visa\x03 card", ("Cards",), 1.0, LIVE)])
    assert hits.index(0, 0).data(Role.PATH) == ("Cards",)
    findings.show_rows(
        [
            Finding("broken_link", ref, "en", "Visa", 12, "kb:gone"),
            Finding("missing_picture", ref, "en", "Amex", 3, "kb:lost"),
        ]
    )
    findings.sort(3)
    assert [findings.index(row, 3).data() for row in range(2)] == ["3", "12"]
    assert findings.index(1, 0).data() == "Broken link"
    trash.show_rows([TrashRow("category", "cards", "Cards", "2026-01-02T10:00:00Z", 2)])
    assert trash.refs() == [category_ref("cards")]
    assert trash.index(0, 0).data(Role.COUNT) == 2
    assert "26" in trash.index(0, 1).data()
