"""Where every locale stands: counts, words, percent, and what to do next."""

from pathlib import Path

from kbeditor.app.workspace import Workspace
from kbeditor.domain.blocks import BlockState
from kbeditor.domain.records import Ref, TextRef
from kbeditor.domain.states import State, mark_live, mark_outdated, mark_state
from kbeditor.domain.status import LocaleStatus
from tests.helpers.library import Shop, article, category, opened, publish, text_of, write


def status(ws: Workspace, locale: str) -> LocaleStatus:
    return next(each for each in ws.status.overview() if each.locale == locale)


def review(ws: Workspace, ref: Ref, locale: str = "fr") -> None:
    ws.texts.set_state([TextRef(ref, locale)], State.IN_REVIEW)


def test_words_and_percent_are_the_published_sources(ws: Workspace) -> None:
    seven = article(ws, "a", "one two three four five six seven")
    article(ws, "b", "one two three")
    write(ws, seven, "un", "fr")
    french = status(ws, "fr")
    assert (french.words, french.words_left, french.percent) == (10, 10, 0)
    review(ws, seven)
    french = status(ws, "fr")
    assert (french.words, french.words_left, french.percent) == (10, 3, 70)
    assert (french.articles, french.missing, french.in_review) == (2, 1, 1)


def test_percent_is_rounded_down(ws: Workspace) -> None:
    for number in range(3):
        ref = article(ws, str(number), "word")
        write(ws, ref, "mot", "fr")
        if number:
            publish(ws, ref, "fr")
    assert status(ws, "fr").percent == 66


def test_an_unpublished_source_counts_for_nothing(ws: Workspace) -> None:
    ref = ws.articles.create(None, "Draft", "en").value
    write(ws, ref, "one two three")
    write(ws, ref, "un deux trois", "fr")
    publish(ws, ref, "fr")
    french = status(ws, "fr")
    assert (french.words, french.words_left, french.percent, french.published) == (0, 0, 0, 1)
    english = status(ws, "en")
    assert (english.words, english.words_left, english.percent) == (3, 3, 0)


def test_a_draft_above_the_live_source_does_not_count(ws: Workspace) -> None:
    ref = article(ws, "a", "one two")
    write(ws, ref, "one two three four")
    assert status(ws, "fr").words == 2


def test_outdated_words_are_left(shop: Shop, shop_path: Path) -> None:
    with opened(shop_path) as ws:
        french = status(ws, "fr")
        assert (french.outdated, french.published, french.live, french.missing) == (1, 1, 1, 3)
        assert french.words_left == french.words
        ws.texts.still_valid([TextRef(shop.where, "fr")])
        assert status(ws, "fr").outdated == 0
        assert status(ws, "fr").words_left < french.words_left
        assert (french.categories, french.categories_missing) == (3, 2)


def test_the_trash_does_not_count(shop: Shop, shop_path: Path) -> None:
    with opened(shop_path) as ws:
        before = status(ws, "en")
        ws.tree.trash([shop.orders])
        after = status(ws, "en")
    assert (before.articles, after.articles) == (4, 1)
    assert (before.categories, after.categories) == (3, 1)


def test_what_to_do_next(ws: Workspace) -> None:
    assert status(ws, "fr").next_step == "write_first"
    first, second = article(ws, "a", "one"), article(ws, "b", "two")
    assert (status(ws, "fr").next_step, status(ws, "fr").next_owner) == ("translate_missing", first)
    for ref in (first, second):
        write(ws, ref, "mot", "fr")
    assert status(ws, "fr").next_step == "finish_drafts"
    review(ws, first)
    review(ws, second)
    assert status(ws, "fr").next_step == "review"
    publish(ws, first, "fr")
    publish(ws, second, "fr")
    assert (status(ws, "fr").next_step, status(ws, "fr").next_owner) == ("done", None)
    write(ws, second, "three")
    publish(ws, second)
    assert (status(ws, "fr").next_step, status(ws, "fr").next_owner) == ("update_outdated", second)


def test_an_article_without_a_source_is_to_be_written(ws: Workspace) -> None:
    ref = ws.articles.create(None, "Sans source", "fr").value
    assert (status(ws, "en").next_step, status(ws, "en").next_owner) == ("write_missing", ref)


def test_the_matrix_agrees_with_the_texts(shop: Shop, shop_path: Path) -> None:
    with opened(shop_path) as ws:
        rows = {row.id: row for row in ws.status.matrix()}
        assert set(rows) == {each.id for each in (shop.where, shop.cancel, shop.lost, shop.contact)}
        for ref in (shop.where, shop.cancel, shop.lost, shop.contact):
            heads = {head.locale: head for head in ws.texts.heads(ref)}
            for tag, mark in zip(("en", "fr", "de"), rows[ref.id].marks, strict=True):
                head = heads.get(tag)
                assert mark == (head.mark if head else 0)
        where = rows[shop.where.id].marks
        assert [mark_state(each) for each in where] == [
            State.DRAFT,
            State.PUBLISHED,
            State.DRAFT,
        ]
        assert [mark_live(each) for each in where] == [True, True, False]
        assert [mark_outdated(each) for each in where] == [False, True, True]
        assert ws.status.matrix([shop.where.id, "none"]) == (rows[shop.where.id],)
        assert rows[shop.where.id].edited_at >= text_of(ws, shop.where, "fr").edited_at.strftime(
            "%Y-%m-%dT%H:%M:%S"
        )
        tree = {each.id: each.marks for each in ws.tree.skeleton("en").articles}
        assert tree == {each.id: each.marks for each in rows.values()}


def test_categories_have_marks_too(ws: Workspace) -> None:
    ref = category(ws, "Orders")
    ws.texts.rename(TextRef(ref, "fr"), "Commandes")
    [row] = ws.tree.skeleton("en").categories
    assert [mark_state(each) for each in row.marks] == [
        State.PUBLISHED,
        State.PUBLISHED,
        State.MISSING,
    ]


# ------------------------------------------------------------------------------ block by block


def test_words_are_counted_block_by_block_once_there_are_blocks(ws: Workspace) -> None:
    ref = article(ws, "Where?", "One two three.\n\nFour five six seven.\n\n```\ncode\n```")
    write(ws, ref, "Un deux trois.\n\nQuatre cinq six sept.\n\n```\ncode\n```", "fr", title="Où ?")
    publish(ws, ref, "fr")
    ws.linking.fill()
    french = status(ws, "fr")
    assert (french.words, french.words_left, french.percent) == (8, 0, 100)
    write(ws, ref, "One two three four.\n\nFour five six seven.\n\n```\ncode\n```")
    publish(ws, ref)
    french = status(ws, "fr")
    assert (french.words, french.words_left, french.words_outdated) == (9, 4, 4)
    assert french.percent == 55
    [row] = ws.status.matrix()
    assert (row.words, row.behind) == (9, (0, 4, 9))
    german = status(ws, "de")
    assert (german.words, german.words_left, german.words_outdated) == (9, 9, 0)
    block = next(each for each in ws.blocks.pairs(TextRef(ref, "fr")) if each.previous)
    ws.blocks.set_state(TextRef(ref, "fr"), [block.id], BlockState.TRANSLATED)
    french = status(ws, "fr")
    assert (french.words_left, french.percent, french.outdated) == (0, 100, 0)


def test_a_draft_counts_as_far_as_it_is_translated(ws: Workspace) -> None:
    ref = article(ws, "Where?", "One two three.\n\nFour five six.")
    text = ws.blocks.begin(TextRef(ref, "fr")).value
    assert status(ws, "fr").words_left == 7
    block = ws.blocks.pairs(text.ref)[1]
    ws.blocks.write(text.ref, text.version, block.id, "Un deux trois.")
    assert status(ws, "fr").words_left == 7
    ws.blocks.set_state(text.ref, [block.id], BlockState.TRANSLATED)
    assert (status(ws, "fr").words_left, status(ws, "fr").percent) == (4, 42)
