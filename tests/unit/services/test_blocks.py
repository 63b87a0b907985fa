"""Translating block by block: what is outdated, new, current, and what each act makes of it."""

from pathlib import Path

import pytest

from kbeditor.app.workspace import Workspace
from kbeditor.domain.blocks import BlockKind, BlockPair, BlockState, Freshness
from kbeditor.domain.errors import Conflict, KbError, NotFound
from kbeditor.domain.records import Ref, TextRef
from kbeditor.domain.states import Significance, State
from tests.helpers.library import (
    article,
    category,
    check_rules,
    opened,
    publish,
    text_of,
    write,
)

CURRENT, OUTDATED, NEW, ORPHAN = Freshness
EMPTY, DRAFT, TRANSLATED, REVIEWED = BlockState

ENGLISH = """# Find it

Open the page about your orders.

- Select the order.
- Read where the parcel is.

Call us when it is late."""

FRENCH = """# Le trouver

Ouvrez la page de vos commandes.

- Sélectionnez la commande.
- Lisez où est le colis.

Appelez-nous en cas de retard."""


@pytest.fixture
def where(ws: Workspace) -> Ref:
    """An article, live in English and French."""
    ref = article(ws, "Where is it?", ENGLISH)
    write(ws, ref, FRENCH, "fr", title="Où est-ce ?")
    publish(ws, ref, "fr")
    return ref


def fr(ref: Ref) -> TextRef:
    return TextRef(ref, "fr")


def pairs(ws: Workspace, ref: Ref) -> tuple[BlockPair, ...]:
    return ws.blocks.pairs(fr(ref))


def pair(ws: Workspace, ref: Ref, words: str) -> BlockPair:
    """The one whose source or target begins with these words."""
    [found] = [
        each
        for each in pairs(ws, ref)
        if (each.source or "").startswith(words) or (each.target or "").startswith(words)
    ]
    return found


def standing(ws: Workspace, ref: Ref) -> dict[Freshness, list[str]]:
    """What is not current: sources, or an orphan's target."""
    found: dict[Freshness, list[str]] = {}
    for each in pairs(ws, ref):
        if each.freshness is not CURRENT:
            found.setdefault(each.freshness, []).append(each.source or each.target or "")
    return found


def edit(ws: Workspace, ref: Ref, old: str, new: str, locale: str = "en") -> None:
    """Change words of a body as the editor's autosave does."""
    body = text_of(ws, ref, locale).body
    assert old in body
    write(ws, ref, body.replace(old, new), locale)


def change(ws: Workspace, ref: Ref, old: str, new: str, **how: object) -> None:
    """Publish a change of the source."""
    edit(ws, ref, old, new)
    publish(ws, ref, **how)


def outdated(ws: Workspace, ref: Ref) -> bool:
    return text_of(ws, ref, "fr").outdated


# ------------------------------------------------------------------------------------ both sides


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
    ("state", "expected"), [(State.DRAFT, DRAFT), (State.IN_REVIEW, TRANSLATED)]
)
def test_how_far_a_text_is_says_how_far_its_blocks_are(
    ws: Workspace, state: State, expected: BlockState
) -> None:
    ref = article(ws, "Where?", "In the post.\n\n1234")
    write(ws, ref, "In the post.\n\n1234", "fr", title="Où ?")
    ws.texts.set_state([fr(ref)], state)
    assert [each.state for each in pairs(ws, ref)] == [expected, EMPTY, expected]


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


# ------------------------------------------------------------------------------------- freshness


def test_only_what_changed_is_outdated(ws: Workspace, where: Ref) -> None:
    pairs(ws, where)
    edit(ws, where, "Select the order.", "Select the newest order.")
    edit(ws, where, "Call us", "Wait a day.\n\nCall us")
    assert standing(ws, where) == {}  # not before it is published
    publish(ws, where)
    assert standing(ws, where) == {
        OUTDATED: ["Select the newest order."],
        NEW: ["Wait a day."],
    }
    found = pair(ws, where, "Select")
    assert (found.previous, found.target) == ("Select the order.", "Sélectionnez la commande.")
    assert outdated(ws, where)
    assert text_of(ws, where, "fr").state is State.PUBLISHED


def test_blocks_made_after_the_source_went_on_tell_the_same(ws: Workspace, where: Ref) -> None:
    change(ws, where, "Select the order.", "Select the newest order.")
    change(ws, where, "Call us", "Wait a day.\n\nCall us")
    assert standing(ws, where) == {
        OUTDATED: ["Select the newest order."],
        NEW: ["Wait a day."],
    }
    assert pair(ws, where, "Select").previous == "Select the order."


def test_moving_and_white_space_leave_everything_current(ws: Workspace, where: Ref) -> None:
    pairs(ws, where)
    change(
        ws,
        where,
        "- Select the order.\n- Read where the parcel is.",
        "- Read  where the parcel is.\n- Select the order.",
    )
    assert standing(ws, where) == {}
    assert not outdated(ws, where)
    targets = [each.target for each in pairs(ws, where)]
    assert targets[3:5] == ["Lisez où est le colis.", "Sélectionnez la commande."]


def test_what_is_gone_is_an_orphan_until_it_is_discarded(
    ws: Workspace, where: Ref, path: Path
) -> None:
    pairs(ws, where)
    change(ws, where, "\n\nCall us when it is late.", "")
    assert standing(ws, where) == {ORPHAN: ["Appelez-nous en cas de retard."]}
    assert outdated(ws, where)
    orphan = pair(ws, where, "Appelez")
    assert (orphan.source, orphan.previous) == (None, "Call us when it is late.")
    text = text_of(ws, where, "fr")
    done = ws.blocks.discard(fr(where), text.version, [orphan.id]).value
    assert "Appelez" not in done.body
    assert done.body.startswith("# Le trouver")
    assert standing(ws, where) == {}
    assert not outdated(ws, where)
    ws.history.undo()
    assert text_of(ws, where, "fr").body == FRENCH
    assert standing(ws, where) == {ORPHAN: ["Appelez-nous en cas de retard."]}
    assert outdated(ws, where)
    check_rules(path)


def test_an_orphan_may_stay_as_the_translations_own(ws: Workspace, where: Ref) -> None:
    pairs(ws, where)
    change(ws, where, "\n\nCall us when it is late.", "")
    orphan = pair(ws, where, "Appelez")
    assert ws.blocks.still_valid(fr(where), [orphan.id]).value == 1
    assert standing(ws, where) == {}
    assert not outdated(ws, where)
    assert "Appelez" in text_of(ws, where, "fr").body


def test_what_comes_back_is_the_same_block_again(ws: Workspace, where: Ref) -> None:
    before = pair(ws, where, "Call us")
    change(ws, where, "\n\nCall us when it is late.", "")
    change(
        ws,
        where,
        "Read where the parcel is.",
        "Read where the parcel is.\n\nCall us when it is late.",
    )
    assert standing(ws, where) == {}
    assert pair(ws, where, "Call us") == before
    assert not outdated(ws, where)


def test_code_is_followed_too_but_not_counted(ws: Workspace) -> None:
    ref = article(ws, "Where?", "In the post.\n\n```\nfind my order\n```")
    write(ws, ref, "Dans la poste.\n\n```\nfind my order\n```", "fr", title="Où ?")
    publish(ws, ref, "fr")
    assert pairs(ws, ref)[2].state is REVIEWED
    change(ws, ref, "find my order\n", "find my orders\n")
    [code] = [each for each in pairs(ws, ref) if each.kind is BlockKind.CODE]
    assert (code.freshness, code.words, code.needs_work) == (OUTDATED, 0, True)
    version = text_of(ws, ref, "fr").version
    ws.blocks.write(fr(ref), version, code.id, "find my orders")
    ws.blocks.set_state(fr(ref), [code.id], TRANSLATED)
    assert standing(ws, ref) == {}
    assert "```\nfind my orders\n```" in text_of(ws, ref, "fr").body
    assert not outdated(ws, ref)


# ------------------------------------------------------------------------------------- the work


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


# ---------------------------------------------------------------------------------- minor changes


def test_a_minor_change_calls_nobody_and_can_be_revoked(ws: Workspace, where: Ref) -> None:
    pairs(ws, where)
    change(
        ws,
        where,
        "Select the order.",
        "Select your order.",
        significance=Significance.MINOR,
        note="Style",
    )
    assert standing(ws, where) == {}
    assert not outdated(ws, where)
    [minor] = ws.blocks.equivalences()
    assert (minor.old_text, minor.new_text) == ("Select the order.", "Select your order.")
    assert (minor.why, minor.who, minor.source) == ("Style", "Ada", TextRef(where, "en"))
    assert ws.blocks.equivalences(TextRef(where, "en")) == (minor,)
    assert ws.blocks.revoke([minor.id]).value == 1
    assert standing(ws, where) == {OUTDATED: ["Select your order."]}
    assert outdated(ws, where)
    ws.history.undo()
    assert standing(ws, where) == {}
    assert not outdated(ws, where)


def test_minor_changes_before_blocks_were_made_count(ws: Workspace, where: Ref) -> None:
    change(ws, where, "Select the", "Select your", significance=Significance.MINOR, note="Style")
    change(ws, where, "Call us", "Ring us")
    assert standing(ws, where) == {OUTDATED: ["Ring us when it is late."]}
    [minor] = ws.blocks.equivalences()
    assert (minor.old_text, minor.new_text) == ("Select the order.", "Select your order.")


def test_calling_a_change_minor_afterwards(ws: Workspace, where: Ref) -> None:
    pairs(ws, where)
    change(ws, where, "Select the order.", "Select your order.")
    block = pair(ws, where, "Select")
    assert ws.blocks.call_minor(TextRef(where, "en"), [block.id], "Style").value == 1
    assert standing(ws, where) == {}
    assert not outdated(ws, where)
    ws.history.undo()
    assert standing(ws, where) == {OUTDATED: ["Select your order."]}
    assert outdated(ws, where)


# ------------------------------------------------------------------------------------------ cost


def test_what_publishing_would_cost(ws: Workspace, where: Ref) -> None:
    write(ws, where, FRENCH.replace("colis", "paquet"), "de", title="Wo?")
    edit(ws, where, "Select the order.", "Select the newest order.")
    edit(ws, where, "Open the page", "Open the **page**")
    edit(ws, where, "\n\nCall us when it is late.", "\n\nWait a whole day for it.")
    cost = ws.blocks.cost(TextRef(where, "en"))
    assert {(each.change, each.new, each.minor) for each in cost.changes} == {
        ("edited", "Select the newest order.", False),
        ("edited", "Open the **page** about your orders.", True),
        ("new", "Wait a whole day for it.", False),
        ("removed", None, False),
    }
    assert not cost.proposed_minor
    [german, french] = sorted(cost.locales, key=lambda each: each.locale)
    assert (german.locale, french.locale) == ("de", "fr")
    assert (french.outdated_blocks, french.outdated_words) == (2, 10)
    assert (french.new_blocks, french.new_words, french.orphans) == (1, 6, 1)
    minor = ws.blocks.cost(TextRef(where, "en"), Significance.MINOR)
    assert {each.outdated_blocks for each in minor.locales} == {0}
    publish(ws, where)
    assert len(standing(ws, where)[OUTDATED]) == 2


def test_marks_alone_are_proposed_as_minor(ws: Workspace, where: Ref) -> None:
    edit(ws, where, "Open the page", "Open the **page**")
    assert ws.blocks.cost(TextRef(where, "en")).proposed_minor
    fresh = ws.articles.create(None, "New", "en").value
    assert ws.blocks.cost(TextRef(fresh, "en")).changes == ()


# ------------------------------------------------------------------------------------------ undo


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
    ws.blocks.set_state(fr(where), [block.id], TRANSLATED)
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


# -------------------------------------------------------------------------------- what readers see


def test_working_on_either_side_leaves_the_live_translation_alone(
    ws: Workspace, where: Ref
) -> None:
    pairs(ws, where)
    change(ws, where, "Select the", "Never select the", significance=Significance.IMPORTANT)
    text = text_of(ws, where, "fr")
    assert text.important
    block = pair(ws, where, "Never")
    text = ws.blocks.write(fr(where), text.version, block.id, "Ne sélectionnez jamais.").value
    ws.blocks.set_state(fr(where), [block.id], TRANSLATED)
    live = ws.texts.published(fr(where))
    assert live is not None
    assert live.body == FRENCH
    text = text_of(ws, where, "fr")
    assert (text.outdated, text.live_stale) == (False, True)  # the page is still the old one
    publish(ws, where, "fr")
    assert not text_of(ws, where, "fr").live_stale


def test_the_site_keeps_the_live_page_and_its_notice(
    ws: Workspace, where: Ref, tmp_path: Path
) -> None:
    def page(folder: str) -> str:
        ws.exporting.export("html", tmp_path / folder)
        [found] = (tmp_path / folder / "fr").rglob("ou-est-ce*.html")
        return found.read_text(encoding="utf-8")

    assert "notice alert" not in page("before")
    change(ws, where, "Select the", "Never select the", significance=Significance.IMPORTANT)
    block = pair(ws, where, "Never")
    text = text_of(ws, where, "fr")
    ws.blocks.write(fr(where), text.version, block.id, "Ne sélectionnez jamais.")
    ws.blocks.set_state(fr(where), [block.id], TRANSLATED)
    during = page("during")
    assert "notice alert" in during
    assert "Sélectionnez la commande." in during
    publish(ws, where, "fr")
    after = page("after")
    assert "notice alert" not in after
    assert "Ne sélectionnez jamais." in after
