"""What a published change makes outdated, new or an orphan, and what it would cost."""

from pathlib import Path

from kbeditor.app.workspace import Workspace
from kbeditor.domain.blocks import BlockKind, BlockState, Freshness
from kbeditor.domain.records import Ref, TextRef
from kbeditor.domain.states import Significance, State
from tests.helpers.blocks import FRENCH, change, edit, fr, outdated, pair, pairs, standing
from tests.helpers.library import article, check_rules, publish, text_of, write

CURRENT, OUTDATED, NEW, ORPHAN = Freshness
EMPTY, DRAFT, TRANSLATED, REVIEWED = BlockState


# ---------------------------------------------------------------------------------------- freshness


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


# ------------------------------------------------------------------------------------ minor changes


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


# --------------------------------------------------------------------------------------------- cost


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


# --------------------------------------------------------------------------------- what readers see


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
