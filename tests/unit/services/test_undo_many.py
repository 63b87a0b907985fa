"""Undo of what was done to many things at once: replayed in runs, with the same outcome."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from kbeditor.app.workspace import Workspace
from kbeditor.domain.errors import Conflict
from kbeditor.domain.records import Ref, TextRef
from kbeditor.domain.replacing import Query
from kbeditor.domain.states import State
from tests.helpers.library import article, category, check_rules, dump, opened, publish, write

Act = Callable[[Workspace, Sequence[Ref]], object]


@pytest.fixture(autouse=True)
def few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kbeditor.storage.many_rows.MANY", 3)


@pytest.fixture
def articles(ws: Workspace) -> list[Ref]:
    """Six, live in English and French, with blocks; half of them in a category."""
    shelf = category(ws, "Shelf")
    made = [article(ws, f"No. {n}", "A box.\n\nA lid.", shelf if n % 2 else None) for n in range(6)]
    for ref in made:
        write(ws, ref, "Une box.\n\nUn couvercle.", "fr", title="La box")
        publish(ws, ref, "fr")
    ws.linking.fill()
    return made


def texts(refs: Sequence[Ref], locale: str) -> list[TextRef]:
    return [TextRef(ref, locale) for ref in refs]


ACTS: dict[str, Act] = {
    "labels": lambda ws, refs: ws.articles.update([ref.id for ref in refs], labels=["a"]),
    "moved": lambda ws, refs: ws.tree.move(refs, ws.tree.categories("en")[0].id, None),
    "trashed": lambda ws, refs: ws.tree.trash(refs),
    "drafts": lambda ws, refs: ws.texts.set_state(texts(refs, "en"), State.DRAFT),
    "submitted": lambda ws, refs: ws.texts.set_state(texts(refs, "fr"), State.IN_REVIEW),
    "retracted": lambda ws, refs: ws.texts.retract(texts(refs, "fr")),
    "replaced": lambda ws, refs: ws.replacing.replace(ws.replacing.find(Query("box")), "crate"),
    "deleted": lambda ws, refs: ws.texts.delete(texts(refs, "fr")),
}


@pytest.mark.parametrize("name", ACTS)
def test_undo_and_redo_of_many_give_back_each_row(
    name: str, ws: Workspace, articles: Sequence[Ref], path: Path
) -> None:
    before = dump(path)
    ACTS[name](ws, articles)
    after = dump(path)
    assert after != before
    for _ in range(2):
        changes = ws.history.undo().changes
        assert {ref.id for ref in changes.owners()} >= {ref.id for ref in articles}
        assert dump(path) == before
        check_rules(path)
        ws.history.redo()
        assert dump(path) == after
        check_rules(path)


MEDDLING: dict[str, Act] = {
    "labels": lambda ws, refs: ws.articles.update([refs[4].id], labels=["b"]),
    "moved": lambda ws, refs: ws.tree.move([refs[4]], None, None),
    "trashed": lambda ws, refs: ws.tree.purge([refs[4]]),
    "drafts": lambda ws, refs: publish(ws, refs[4]),
    "submitted": lambda ws, refs: publish(ws, refs[4], "fr"),
    "retracted": lambda ws, refs: publish(ws, refs[4], "fr"),
    "replaced": lambda ws, refs: write(ws, refs[4], "Another."),
}


@pytest.mark.parametrize("name", MEDDLING)
def test_one_of_many_that_was_changed_elsewhere_is_a_conflict_for_all(
    name: str, ws: Workspace, articles: Sequence[Ref], path: Path
) -> None:
    ACTS[name](ws, articles)
    with opened(path, "Linus") as other:
        MEDDLING[name](other, articles)
    before = dump(path, frozenset())
    with pytest.raises(Conflict):
        ws.history.undo()
    assert dump(path, frozenset()) == before
    check_rules(path)


def test_undo_of_many_texts_tells_who_has_one_open(ws: Workspace, articles: Sequence[Ref]) -> None:
    ACTS["replaced"](ws, articles)
    opened_at = ws.texts.get(TextRef(articles[0], "en"))
    assert opened_at is not None
    ws.history.undo()
    with pytest.raises(Conflict):
        ws.texts.save(opened_at.ref, opened_at.version, body="Mine.")
