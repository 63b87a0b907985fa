"""Undo and redo of what is done with notes, glossary and issues."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kbeditor.app.workspace import Workspace
from kbeditor.domain.blocks import CheckIssue, GlossaryTerm, NoteThread
from kbeditor.domain.records import TextRef
from tests.helpers.library import Shop, check_rules, dump, opened

Act = Callable[[Workspace, Shop], object]


@pytest.fixture
def ws(shop_path: Path) -> Iterator[Workspace]:
    with opened(shop_path, "Grace") as workspace:
        yield workspace


def note(ws: Workspace, s: Shop, place: int = 0) -> NoteThread:
    return ws.notes.threads(s.where)[place]


ACTS: dict[str, Act] = {
    "note.open": lambda ws, s: ws.notes.open(TextRef(s.where, "en"), "b", "editor", "Which boat?"),
    "note.answer": lambda ws, s: ws.notes.answer(note(ws, s).id, "editor", "By water."),
    "note.edit": lambda ws, s: ws.notes.edit(note(ws, s).notes[0].id, "By air?"),
    "note.resolve": lambda ws, s: ws.notes.resolve(note(ws, s).id),
    "note.reopen": lambda ws, s: ws.notes.reopen(note(ws, s, 1).id),
    "note.delete": lambda ws, s: ws.notes.delete(note(ws, s).id),
    "glossary.add": lambda ws, s: ws.glossary.add("order", "fr", "commande"),
    "glossary.update": lambda ws, s: ws.glossary.update(
        replace(ws.glossary.list("fr")[0], translation="envoi", forbidden=())
    ),
    "glossary.remove": lambda ws, s: ws.glossary.remove([ws.glossary.list("fr")[0].id]),
    "glossary.replace": lambda ws, s: ws.glossary.replace(
        "fr", [GlossaryTerm("", "order", "", "commande"), GlossaryTerm("", "post", "", "poste")]
    ),
    "issue.dismiss": lambda ws, s: ws.issues.dismiss(
        TextRef(s.where, "fr"), "b", CheckIssue("code", "error", "y", 0, 0, "yy"), "As it is."
    ),
    "issue.revoke": lambda ws, s: ws.issues.revoke([ws.issues.dismissals()[0].id]),
}


@pytest.mark.parametrize("name", ACTS)
def test_undo_puts_everything_back_and_redo_does_it_again(
    name: str, ws: Workspace, shop: Shop, shop_path: Path
) -> None:
    before = dump(shop_path)
    ACTS[name](ws, shop)
    act = ws.history.next_undo
    assert act is not None
    assert act.code == name
    after = dump(shop_path)
    assert after != before
    for _ in range(2):
        assert ws.history.undo().changes
        assert dump(shop_path) == before
        assert ws.history.next_undo is None
        assert ws.history.redo().changes
        assert dump(shop_path) == after
    check_rules(shop_path)


def test_every_use_case_that_says_its_name_is_on_the_list_above() -> None:
    services = Path(__file__).parents[3] / "kbeditor" / "services"
    sources = (services / f"{each}.py" for each in ("glossary", "issues", "notes"))
    named = {
        part.partition('"')[0]
        for each in sources
        for part in each.read_text(encoding="utf-8").split('Act("')[1:]
    }
    assert named == ACTS.keys()
