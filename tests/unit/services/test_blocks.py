"""Translating block by block: the pairs of a text, and what each act makes of them."""

from pathlib import Path

import pytest

from kbeditor.app.workspace import Workspace
from kbeditor.domain.blocks import BlockKind, BlockState, Freshness
from kbeditor.domain.errors import Conflict, KbError, NotFound
from kbeditor.domain.records import Ref, TextRef
from kbeditor.domain.states import State
from tests.helpers.blocks import ENGLISH, FRENCH, change, edit, fr, outdated, pair, pairs, standing
from tests.helpers.library import (
    article,
    category,
    check_rules,
    dump,
    opened,
    publish,
    text_of,
    write,
)

CURRENT, OUTDATED, NEW, ORPHAN = Freshness
EMPTY, DRAFT, TRANSLATED, REVIEWED = BlockState


# --------------------------------------------------------------------------------------- both sides


def test_an_existing_pair_is_linked_and_reviewed(ws: Workspace, where: Ref) -> None:
    found = pairs(ws, where)
    assert [(each.source, each.target) for each in found] == [
        ("Where is it?", "Où est-ce ?"),
        ("Find it", "Le trouver"),
        ("Open the page about your orders.", "Ouvrez la page de vos commandes."),
        ("Select the order.", "Sélectionnez la commande."),
        ("Read where the parcel is.", "Lisez où est le colis."),
        ("Call us when it is late.", "Appelez-nous en cas de retard."),
    ]
    assert {each.freshness for each in found} == {CURRENT}
    assert {each.state for each in found} == {REVIEWED}
    assert [each.kind for each in found][:2] == [BlockKind.TITLE, BlockKind.HEADING]
    assert [(each.source_line, each.target_line) for each in found][:3] == [(0, 0), (1, 1), (3, 3)]
    assert [each.words for each in found] == [3, 2, 6, 3, 5, 6]
    assert pairs(ws, where) == found


@pytest.mark.parametrize(
    ("state", "expected", "same"),
    [
        (State.DRAFT, DRAFT, EMPTY),
        (State.IN_REVIEW, TRANSLATED, EMPTY),
        (State.PUBLISHED, REVIEWED, REVIEWED),
    ],
)
def test_how_far_a_text_is_says_how_far_its_blocks_are(
    ws: Workspace, state: State, expected: BlockState, same: BlockState
) -> None:
    ref = article(ws, "Where?", "In the post.\n\n1234")
    write(ws, ref, "In the post.\n\n1234", "fr", title="Où ?")
    ws.texts.set_state([fr(ref)], state)
    assert [each.state for each in pairs(ws, ref)] == [expected, same, expected]


def test_a_source_that_was_never_published_has_no_pairs(ws: Workspace) -> None:
    ref = ws.articles.create(None, "Where?", "en").value
    write(ws, ref, "Dans la poste.", "fr")
    for act in (lambda: pairs(ws, ref), lambda: ws.blocks.begin(TextRef(ref, "de"))):
        with pytest.raises(KbError) as caught:
            act()
        assert caught.value.code == "source_unpublished"


def test_categories_have_blocks_too(ws: Workspace) -> None:
    ref = category(ws, "Orders")
    ws.texts.rename(fr(ref), "Commandes")
    assert [(each.source, each.target) for each in pairs(ws, ref)] == [("Orders", "Commandes")]
    ws.texts.rename(TextRef(ref, "en"), "My orders")
    assert standing(ws, ref) == {OUTDATED: ["My orders"]}
    ws.blocks.still_valid(fr(ref))
    assert not outdated(ws, ref)


def test_a_library_that_cannot_be_written_shows_them_too(
    ws: Workspace, where: Ref, path: Path
) -> None:
    with opened(path, read_only=True) as other:
        shown = pairs(other, where)
    assert [(each.source, each.target, each.state) for each in shown] == [
        (each.source, each.target, each.state) for each in pairs(ws, where)
    ]


# ----------------------------------------------------------------------------------------- the work


def test_translating_a_new_article_block_by_block(ws: Workspace, path: Path) -> None:
    ref = article(ws, "Where is it?", ENGLISH)
    text = ws.blocks.begin(fr(ref)).value
    assert (text.body, text.state) == (ENGLISH, State.DRAFT)
    assert {(each.state, each.freshness) for each in pairs(ws, ref)} == {(EMPTY, CURRENT)}
    assert not text.outdated
    for source, target in (
        ("Where is it?", "Où est-ce ?"),
        ("Find it", "Le trouver"),
        ("Open the page", "Ouvrez la page de vos commandes."),
        ("Select the order", "Sélectionnez la commande."),
        ("Read where", "Lisez où est le colis."),
        ("Call us", "Appelez-nous en cas de retard."),
    ):
        block = next(each for each in pairs(ws, ref) if (each.source or "").startswith(source))
        text = ws.blocks.write(fr(ref), text.version, block.id, target).value
        assert pair(ws, ref, source).state is DRAFT
        assert ws.blocks.set_state(fr(ref), [block.id], TRANSLATED).value == 1
    assert (text.title, text.body) == ("Où est-ce ?", FRENCH)
    assert text.slug == "ou-est-ce"
    assert {each.state for each in pairs(ws, ref)} == {TRANSLATED}
    publish(ws, ref, "fr")
    assert {each.state for each in pairs(ws, ref)} == {REVIEWED}
    check_rules(path)


def test_beginning_without_a_copy_leaves_all_to_be_inserted(ws: Workspace) -> None:
    ref = article(ws, "Where is it?", ENGLISH)
    text = ws.blocks.begin(fr(ref), copy_source=False).value
    assert (text.title, text.body) == ("Where is it?", "")
    assert [each.freshness for each in pairs(ws, ref)] == [CURRENT, NEW, NEW, NEW, NEW, NEW]
    assert not text.outdated
    for source, target in (
        ("Call us", "Appelez-nous en cas de retard."),
        ("Find it", "Le trouver"),
        ("Select the order", "Sélectionnez la commande."),
        ("Open the page", "Ouvrez la page de vos commandes."),
        ("Read where", "Lisez où est le colis."),
    ):
        text = ws.blocks.write(fr(ref), text.version, pair(ws, ref, source).id, target).value
    assert text.body.strip() == FRENCH
    assert standing(ws, ref) == {}


def test_typing_in_reviewed_and_outdated_blocks(ws: Workspace, where: Ref) -> None:
    change(ws, where, "Select the order.", "Select the newest order.")
    block = pair(ws, where, "Select")
    text = text_of(ws, where, "fr")
    text = ws.blocks.write(
        fr(where), text.version, block.id, "Sélectionnez la dernière commande."
    ).value
    now = pair(ws, where, "Select")
    assert (now.state, now.freshness) == (TRANSLATED, OUTDATED)
    assert text.state is State.DRAFT
    live = ws.texts.published(fr(where))
    assert live is not None
    assert live.body == FRENCH
    ws.blocks.set_state(fr(where), [block.id], TRANSLATED)
    assert standing(ws, where) == {}
    assert not outdated(ws, where)


def test_what_is_typed_back_is_reviewed_and_published_as_before(ws: Workspace, where: Ref) -> None:
    before = pairs(ws, where)
    block = pair(ws, where, "Open")
    for words, state in (("Ouvrez.", State.DRAFT), (block.target or "", State.PUBLISHED)):
        version = text_of(ws, where, "fr").version
        assert ws.blocks.write(fr(where), version, block.id, words).value.state is state
    assert pairs(ws, where) == before


def test_a_blank_text_takes_the_block_out_and_it_can_be_written_again(
    ws: Workspace, where: Ref
) -> None:
    block = pair(ws, where, "Select")
    text = text_of(ws, where, "fr")
    text = ws.blocks.write(fr(where), text.version, block.id, " ").value
    assert "Sélectionnez" not in text.body
    assert standing(ws, where) == {NEW: ["Select the order."]}
    text = ws.blocks.write(fr(where), text.version, block.id, "Sélectionnez la commande.").value
    assert text.body == FRENCH
    assert standing(ws, where) == {}


def test_writing_what_the_source_says_is_no_translation(ws: Workspace) -> None:
    ref = article(ws, "Where is it?", ENGLISH)
    text = ws.blocks.begin(fr(ref), copy_source=False).value
    block = pair(ws, ref, "Find it")
    text = ws.blocks.write(fr(ref), text.version, block.id, "Find it").value
    assert pair(ws, ref, "Find it").state is EMPTY


def test_free_editing_keeps_the_blocks_and_links_what_was_added(
    ws: Workspace, where: Ref, path: Path
) -> None:
    pairs(ws, where)
    change(ws, where, "Call us", "Wait for a whole day.\n\nCall us")
    before = {each.source: each.target_id for each in pairs(ws, where)}
    edit(ws, where, "Ouvrez la page de vos commandes.", "Ouvrez cette page.", "fr")
    edit(ws, where, "Appelez-nous", "Attendez une journée.\n\nAppelez-nous", "fr")
    assert standing(ws, where) == {}
    found = pair(ws, where, "Wait")
    assert (found.target, found.state) == ("Attendez une journée.", DRAFT)
    assert pair(ws, where, "Open").state is TRANSLATED
    after = {each.source: each.target_id for each in pairs(ws, where)}
    assert after | {"Wait for a whole day.": None} == before
    assert not outdated(ws, where)
    check_rules(path)


def test_going_back_to_the_live_text_goes_back_block_by_block(ws: Workspace, where: Ref) -> None:
    before = pairs(ws, where)
    edit(ws, where, "Ouvrez la page", "Allez à la page", "fr")
    ws.texts.discard(fr(where))
    assert [(each.target, each.state) for each in pairs(ws, where)] == [
        (each.target, each.state) for each in before
    ]


def test_old_words_do_not_pass_for_a_translation_of_the_new_source(
    ws: Workspace, where: Ref, path: Path
) -> None:
    pairs(ws, where)
    live = text_of(ws, where, "fr").published
    assert live is not None
    change(ws, where, "Select the order.", "Select the newest order.")
    block, kept = pair(ws, where, "Select"), pair(ws, where, "Open")
    for each, words in ((block, "Sélectionnez la plus récente."), (kept, "Ouvrez-la.")):
        version = text_of(ws, where, "fr").version
        ws.blocks.write(fr(where), version, each.id, words)
    ws.blocks.set_state(fr(where), [block.id, kept.id], TRANSLATED)
    publish(ws, where, "fr")
    before = dump(path)
    ws.texts.revert(fr(where), live)
    assert standing(ws, where) == {OUTDATED: ["Select the newest order."]}
    assert pair(ws, where, "Select").previous == "Select the order."
    assert outdated(ws, where)
    check_rules(path)
    ws.history.undo()
    assert dump(path) == before
    edit(ws, where, "Sélectionnez la plus récente.", "Prenez la plus récente.", "fr")
    ws.texts.discard(fr(where))
    assert standing(ws, where) == {}
    assert not outdated(ws, where)


def test_a_draft_of_the_new_source_that_is_discarded_leaves_the_text_outdated(
    ws: Workspace, where: Ref
) -> None:
    pairs(ws, where)
    change(ws, where, "Select the order.", "Select the newest order.")
    block = pair(ws, where, "Select")
    version = text_of(ws, where, "fr").version
    ws.blocks.write(fr(where), version, block.id, "Sélectionnez la plus récente.")
    ws.blocks.set_state(fr(where), [block.id], TRANSLATED)
    assert not outdated(ws, where)
    ws.texts.discard(fr(where))
    assert standing(ws, where) == {OUTDATED: ["Select the newest order."]}
    assert outdated(ws, where)


def test_saying_of_the_whole_article_that_it_is_up_to_date(ws: Workspace, where: Ref) -> None:
    pairs(ws, where)
    change(ws, where, "Select the order.", "Select the newest order.")
    change(ws, where, "\n\nCall us when it is late.", "")
    ws.texts.still_valid([fr(where)])
    assert standing(ws, where) == {}
    assert not outdated(ws, where)
    ws.history.undo()
    assert set(standing(ws, where)) == {OUTDATED, ORPHAN}
    assert outdated(ws, where)


def test_still_valid_block_by_block(ws: Workspace, where: Ref) -> None:
    pairs(ws, where)
    change(ws, where, "Select the order.", "Select the newest order.")
    change(ws, where, "Call us when", "Write to us when")
    first = pair(ws, where, "Select")
    assert ws.blocks.still_valid(fr(where), [first.id]).value == 1
    assert standing(ws, where) == {OUTDATED: ["Write to us when it is late."]}
    assert outdated(ws, where)
    assert pair(ws, where, "Select").state is REVIEWED
    assert ws.blocks.still_valid(fr(where)).value == 1
    assert not outdated(ws, where)
    ws.history.undo()
    ws.history.undo()
    assert len(standing(ws, where)[OUTDATED]) == 2


def test_a_link_only_change_is_patched(ws: Workspace) -> None:
    ref = article(ws, "Where?", "See [our page](https://a.example/old).\n\nWait for the parcel.")
    write(ws, ref, "Voyez [notre page](https://a.example/old).\n\nAttendez.", "fr", title="Où ?")
    publish(ws, ref, "fr")
    pairs(ws, ref)
    change(ws, ref, "old).\n\nWait for the parcel.", "new).\n\nWait for your parcel.")
    ids = [each.id for each in pairs(ws, ref) if each.freshness is OUTDATED]
    version = text_of(ws, ref, "fr").version
    text = ws.blocks.patch_links(fr(ref), version, ids).value
    assert text.body == "Voyez [notre page](https://a.example/new).\n\nAttendez."
    assert standing(ws, ref) == {OUTDATED: ["Wait for your parcel."]}
    assert pair(ws, ref, "See").state is REVIEWED


def test_two_people_at_one_text(ws: Workspace, where: Ref, path: Path) -> None:
    block, version = pair(ws, where, "Select"), text_of(ws, where, "fr").version
    with opened(path, "Linus") as other:
        other.blocks.write(fr(where), version, block.id, "Choisissez la commande.")
    with pytest.raises(Conflict):
        ws.blocks.write(fr(where), version, block.id, "Prenez la commande.")
    assert "Choisissez" in text_of(ws, where, "fr").body


def test_what_is_not_there(ws: Workspace, where: Ref) -> None:
    version = text_of(ws, where, "fr").version
    with pytest.raises(NotFound):
        ws.blocks.write(fr(where), version, "none", "x")
    with pytest.raises(NotFound):
        ws.blocks.pairs(TextRef(where, "de"))
    with pytest.raises(NotFound):
        ws.blocks.set_state(TextRef(where, "en"), ["none"], DRAFT)
    assert ws.blocks.set_state(fr(where), ["none"], DRAFT).value == 0
