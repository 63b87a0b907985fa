"""What is outdated after undo and redo."""

from pathlib import Path

from kbeditor.app.workspace import Workspace
from kbeditor.domain.blocks import BlockState, Freshness
from kbeditor.domain.records import Ref
from tests.helpers.blocks import change, fr, outdated, pair, pairs, standing
from tests.helpers.library import article, check_rules, text_of

CURRENT, OUTDATED, NEW = Freshness.CURRENT, Freshness.OUTDATED, Freshness.NEW


def test_undoing_a_publication_undoes_what_it_made_outdated(
    ws: Workspace, where: Ref, path: Path
) -> None:
    before = pairs(ws, where)
    change(ws, where, "Select the order.", "Select the newest order.")
    after = pairs(ws, where)
    assert after != before
    ws.history.undo()
    assert pairs(ws, where) == before
    assert not outdated(ws, where)
    ws.history.redo()
    assert pairs(ws, where) == after
    assert outdated(ws, where)
    check_rules(path)


def test_undoing_a_publication_that_came_before_the_blocks(
    ws: Workspace, where: Ref, path: Path
) -> None:
    change(ws, where, "Select the order.", "Select the newest order.")
    pairs(ws, where)
    ws.history.undo()
    assert standing(ws, where) == {}
    assert not outdated(ws, where)
    ws.history.redo()
    assert standing(ws, where) == {OUTDATED: ["Select the newest order."]}
    check_rules(path)


def test_approving_is_undone_although_something_was_typed_elsewhere(
    ws: Workspace, where: Ref
) -> None:
    change(ws, where, "Select the order.", "Select the newest order.")
    block, other = pair(ws, where, "Select"), pair(ws, where, "Open")
    ws.blocks.set_state(fr(where), [block.id], BlockState.TRANSLATED)
    version = text_of(ws, where, "fr").version
    ws.blocks.write(fr(where), version, other.id, "Ouvrez-la.")
    ws.history.undo()
    assert standing(ws, where) == {OUTDATED: ["Select the newest order."]}
    assert outdated(ws, where)
    assert "Ouvrez-la." in text_of(ws, where, "fr").body


def test_deleting_a_translation_and_taking_that_back(ws: Workspace, where: Ref, path: Path) -> None:
    change(ws, where, "Select the order.", "Select the newest order.")
    before = pairs(ws, where)
    ws.texts.delete([fr(where)])
    ws.history.undo()
    assert pairs(ws, where) == before
    ws.history.redo()
    ws.history.undo()
    assert pairs(ws, where) == before
    check_rules(path)


def test_undoing_a_beginning_whose_blocks_were_made_since(ws: Workspace, path: Path) -> None:
    ref = article(ws, "Where?", "In the post.")
    ws.texts.begin(fr(ref))
    pairs(ws, ref)
    ws.history.undo()
    assert ws.texts.get(fr(ref)) is None
    ws.history.redo()
    assert [each.freshness for each in pairs(ws, ref)] == [CURRENT, NEW]
    check_rules(path)
