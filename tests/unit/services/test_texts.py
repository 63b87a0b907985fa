"""Texts: beginning, autosaving, renaming and deleting them."""

from pathlib import Path

import pytest

from kbeditor.app.workspace import Workspace
from kbeditor.domain.errors import Conflict, KbError, NotFound
from kbeditor.domain.records import Kind, Ref, TextRef
from kbeditor.domain.states import State
from tests.helpers.library import article, category, check_rules, dump, publish, text_of, write

GONE = Ref(Kind.ARTICLE, "00000000-0000-7000-8000-000000000000")


def test_a_new_article_is_an_empty_draft(ws: Workspace) -> None:
    ref = ws.articles.create(None, "Where is my order?", "en").value
    text = text_of(ws, ref)
    assert (text.title, text.body, text.state, text.version) == (
        "Where is my order?",
        "",
        State.DRAFT,
        1,
    )
    assert text.published is None
    assert ws.texts.get(TextRef(ref, "fr")) is None


def test_a_new_categorys_name_is_live_at_once(ws: Workspace) -> None:
    text = text_of(ws, category(ws, "Orders"))
    assert text.state is State.PUBLISHED
    revision = ws.texts.published(text.ref)
    assert revision is not None
    assert (revision.title, revision.author) == ("Orders", "Ada")


def test_each_save_counts_up_and_keeps_what_is_not_named(ws: Workspace) -> None:
    ref = ws.articles.create(None, "Where is my order?", "en").value
    text = text_of(ws, ref)
    text = ws.texts.save(text.ref, 1, body="In the post.", keywords=["track", "trace"]).value
    text = ws.texts.save(text.ref, 2, summary="Find it.").value
    assert (text.version, text.body, text.keywords, text.summary, text.title) == (
        3,
        "In the post.",
        ("track", "trace"),
        "Find it.",
        "Where is my order?",
    )
    assert (text.words, text.edited_by) == (3, "Ada")


def test_the_same_words_are_no_new_version(ws: Workspace) -> None:
    ref = article(ws, "Where?", "In the post.")
    before = text_of(ws, ref)
    outcome = ws.texts.save(before.ref, before.version, body="In the post.", title="Where?")
    assert outcome.value == before
    assert not outcome.changes


def test_the_second_writer_gets_a_conflict_and_nothing_is_overwritten(
    ws: Workspace, path: Path
) -> None:
    ref = article(ws, "Where?")
    known = text_of(ws, ref)
    write(ws, ref, "First.")
    before = dump(path, frozenset())
    with pytest.raises(Conflict) as caught:
        ws.texts.save(known.ref, known.version, body="Second.")
    assert "“Where?”" in str(caught.value)
    assert dump(path, frozenset()) == before


def test_a_text_deleted_meanwhile_is_not_found(ws: Workspace) -> None:
    ref = article(ws, "Where?")
    text = write(ws, ref, "Dans la poste.", "fr")
    ws.texts.delete([text.ref])
    with pytest.raises(NotFound):
        ws.texts.save(text.ref, text.version, body="Dans le train.")


@pytest.mark.parametrize("values", [{"title": "t" * 501}, {"body": "b" * 2_000_001}])
def test_too_long(ws: Workspace, values: dict[str, str]) -> None:
    text = text_of(ws, article(ws, "Where?"))
    with pytest.raises(KbError) as caught:
        ws.texts.save(text.ref, text.version, **values)
    assert caught.value.code == "too_long"
    assert text_of(ws, text.owner) == text


def test_any_letters_come_back_as_they_were(ws: Workspace) -> None:
    body = "a\r\nb\n\n\ttab \u00a0 é e\u0301 عربي 中文 😀 \u2028 \\x00 ' \" ; -- %s ?\n"
    ref = article(ws, "Where?")
    assert write(ws, ref, body, title="  «Où»? ' ").title == "  «Où»? ' "
    assert text_of(ws, ref).body == body


# ------------------------------------------------------------------------------------ translations


def test_a_translation_begins_with_the_sources_title_or_its_live_words(ws: Workspace) -> None:
    ref = article(ws, "Where?")
    write(ws, ref, "In the post.", summary="Find it.", keywords=["post"])
    publish(ws, ref)
    write(ws, ref, "On the train.")
    empty = ws.texts.begin(TextRef(ref, "fr")).value
    assert (empty.title, empty.body, empty.state) == ("Where?", "", State.DRAFT)
    whole = ws.texts.begin(TextRef(ref, "de"), copy_source=True).value
    assert (whole.body, whole.summary, whole.keywords) == ("In the post.", "Find it.", ("post",))
    source = ws.texts.published(TextRef(ref, "en"))
    assert source is not None
    assert empty.based_on == whole.based_on == source.id


def test_what_cannot_be_begun(ws: Workspace, path: Path) -> None:
    ref = article(ws, "Where?")
    before = dump(path)
    with pytest.raises(KbError) as caught:
        ws.texts.begin(TextRef(ref, "en"))
    assert caught.value.code == "exists"
    for missing in (TextRef(GONE, "fr"), TextRef(ref, "ja")):
        with pytest.raises(NotFound):
            ws.texts.begin(missing)
    with pytest.raises(NotFound):
        ws.categories.create(None, "注文", "ja")
    assert dump(path) == before


def test_heads_stand_in_the_order_of_the_locales(ws: Workspace) -> None:
    ref = article(ws, "Where?")
    for locale in ("de", "fr"):
        write(ws, ref, "x", locale)
    assert [head.locale for head in ws.texts.heads(ref)] == ["en", "fr", "de"]
    ws.locales.move("de", "fr")
    assert [head.locale for head in ws.texts.heads(ref)] == ["en", "de", "fr"]


def test_deleting_a_translation_takes_its_history_along(ws: Workspace, path: Path) -> None:
    ref = article(ws, "Where?", "In the post.")
    write(ws, ref, "Dans la poste.", "fr")
    publish(ws, ref, "fr")
    assert ws.texts.delete([TextRef(ref, "fr"), TextRef(ref, "de")]).value == 1
    assert ws.texts.get(TextRef(ref, "fr")) is None
    assert len(dump(path)["revision"]) == 1
    assert ws.search.find("poste") == ()
    check_rules(path)


def test_the_source_text_belongs_to_its_article(ws: Workspace, path: Path) -> None:
    ref = article(ws, "Where?")
    write(ws, ref, "x", "fr")
    before = dump(path)
    with pytest.raises(KbError) as caught:
        ws.texts.delete([TextRef(ref, "fr"), TextRef(ref, "en")])
    assert caught.value.code == "source_needed"
    assert dump(path) == before


# -------------------------------------------------------------------------------- renaming in place


def test_renaming_an_article_makes_a_draft_above_the_live_title(ws: Workspace) -> None:
    ref = article(ws, "Where?", "In the post.")
    text = ws.texts.rename(TextRef(ref, "en"), "Where is it?").value
    assert (text.title, text.state, text.body) == ("Where is it?", State.DRAFT, "In the post.")
    live = ws.texts.published(text.ref)
    assert live is not None
    assert live.title == "Where?"


def test_renaming_a_live_category_stays_live(ws: Workspace) -> None:
    ref = category(ws, "Orders")
    text = ws.texts.rename(TextRef(ref, "en"), "My orders").value
    assert text.state is State.PUBLISHED
    live = ws.texts.published(text.ref)
    assert live is not None
    assert live.title == "My orders"


def test_renaming_begins_what_was_missing(ws: Workspace) -> None:
    orders, where = category(ws, "Orders"), article(ws, "Where?")
    assert ws.texts.rename(TextRef(orders, "fr"), "Commandes").value.state is State.PUBLISHED
    assert ws.texts.rename(TextRef(where, "fr"), "Où ?").value.state is State.DRAFT


def test_the_same_name_is_nothing_to_undo(ws: Workspace) -> None:
    ref = category(ws, "Orders")
    last = ws.history.next_undo
    ws.texts.rename(TextRef(ref, "en"), "Orders")
    assert ws.history.next_undo == last


def test_link_targets(ws: Workspace) -> None:
    orders, where = category(ws, "Orders"), article(ws, "Where?")
    write(ws, where, "x", "fr", title="Où ?")
    found = ws.texts.link_targets([orders.id, where.id, GONE.id], "fr")
    assert {each: target.title for each, target in found.items()} == {
        orders.id: "Orders",
        where.id: "Où ?",
    }
    assert found[where.id].address == f"kb:{where.id}"
