"""Comment threads on texts and blocks."""

import pytest

from kbeditor.app.workspace import Workspace
from kbeditor.domain.errors import Conflict, KbError, NotFound
from kbeditor.domain.records import Ref, TextRef
from tests.helpers.library import article, opened, write


@pytest.fixture
def where(ws: Workspace) -> Ref:
    ref = article(ws, "Where?", "In the post.")
    write(ws, ref, "Dans la poste.", "fr")
    write(ws, ref, "In der Post.", "de")
    return ref


def bodies(ws: Workspace, owner: Ref, locale: str | None = None) -> list[list[str]]:
    return [[note.body for note in each.notes] for each in ws.notes.threads(owner, locale)]


def test_a_thread_is_opened_answered_and_resolved(ws: Workspace, where: Ref) -> None:
    fr = TextRef(where, "fr")
    opened_ = ws.notes.open(fr, "block-1", "translator", " Which post? \n")
    assert opened_.changes.notes
    thread = ws.notes.answer(opened_.value.id, "editor", "The one in town.").value
    assert thread.owner == fr
    assert thread.block_id == "block-1"
    assert [(n.author, n.role, n.body) for n in thread.notes] == [
        ("Ada", "translator", "Which post?"),
        ("Ada", "editor", "The one in town."),
    ]
    assert thread.resolved_at is None
    resolved = ws.notes.resolve(thread.id).value
    assert resolved.resolved_at is not None
    assert resolved.resolved_by == "Ada"
    assert ws.notes.threads(where) == (resolved,)
    reopened = ws.notes.reopen(thread.id).value
    assert (reopened.resolved_at, reopened.resolved_by) == (None, "")
    ws.notes.resolve(thread.id)
    assert ws.notes.answer(thread.id, "editor", "Wait.").value.resolved_at is None


def test_a_locale_sees_its_own_threads_and_those_of_the_source(ws: Workspace, where: Ref) -> None:
    for locale in ("fr", "de", "en"):
        ws.notes.open(TextRef(where, locale), None, "editor", locale)
    assert bodies(ws, where) == [["fr"], ["de"], ["en"]]
    assert bodies(ws, where, "fr") == [["fr"], ["en"]]
    assert bodies(ws, Ref(where.kind, "other")) == []


def test_open_threads_are_counted(ws: Workspace, where: Ref) -> None:
    fr = TextRef(where, "fr")
    first = ws.notes.open(fr, None, "editor", "One").value
    ws.notes.open(fr, "b", "editor", "Two")
    assert ws.notes.open_counts("fr") == {where: 2}
    ws.notes.resolve(first.id)
    assert ws.notes.open_counts("fr") == {where: 1}
    assert ws.notes.open_counts("de") == {}


def test_every_act_is_undone(ws: Workspace, where: Ref) -> None:
    thread = ws.notes.open(TextRef(where, "fr"), None, "editor", "One").value
    ws.notes.edit(thread.notes[0].id, "Won")
    ws.notes.answer(thread.id, "editor", "Two")
    ws.notes.delete(thread.id)
    seen = [bodies(ws, where)]
    for _ in range(4):
        assert ws.history.undo().changes.notes
        seen.append(bodies(ws, where))
    assert seen == [[], [["Won", "Two"]], [["Won"]], [["One"]], []]


def test_a_thread_that_was_answered_meanwhile_is_not_undone_away(ws: Workspace, where: Ref) -> None:
    thread = ws.notes.open(TextRef(where, "fr"), None, "editor", "One").value
    with opened(ws.path, "Grace") as other:
        other.notes.answer(thread.id, "translator", "Two")
    with pytest.raises(Conflict):
        ws.history.undo()
    assert bodies(ws, where) == [["One", "Two"]]


def test_notes_go_and_come_back_with_their_text(ws: Workspace, where: Ref) -> None:
    ws.notes.open(TextRef(where, "fr"), None, "editor", "One")
    ws.locales.remove("fr")
    assert bodies(ws, where) == []
    ws.history.undo()
    assert bodies(ws, where) == [["One"]]


def test_what_cannot_be_is_refused(ws: Workspace, where: Ref) -> None:
    with pytest.raises(KbError) as raised:
        ws.notes.open(TextRef(where, "fr"), None, "editor", " \n")
    assert raised.value.code == "empty_note"
    with pytest.raises(NotFound):
        ws.notes.open(TextRef(where, "it"), None, "editor", "One")
    for act in (ws.notes.resolve, ws.notes.reopen, ws.notes.delete):
        with pytest.raises(NotFound):
            act("nothing")
    with pytest.raises(NotFound):
        ws.notes.answer("nothing", "editor", "One")
    with pytest.raises(NotFound):
        ws.notes.edit("nothing", "One")
