"""Work queues: what waits for whom in which order, progress by category, what a release lacks."""

from pathlib import Path

from kbeditor.app.workspace import Workspace
from kbeditor.domain.blocks import BlockState, QueueRow
from kbeditor.domain.records import Ref, TextRef
from kbeditor.domain.states import Significance, State, mark_outdated
from tests.helpers.library import Shop, article, category, opened, publish, text_of, write

IMPORTANT = Significance.IMPORTANT


def fr(ref: Ref) -> TextRef:
    return TextRef(ref, "fr")


def translated(ws: Workspace, title: str, category: Ref | None = None) -> Ref:
    ref = article(ws, title, f"One two three of {title}.", category)
    write(ws, ref, f"Un deux trois de {title}.", "fr", title=f"{title} !")
    publish(ws, ref, "fr")
    return ref


def change(ws: Workspace, ref: Ref, **how: object) -> None:
    write(ws, ref, text_of(ws, ref).body + " And more.")
    publish(ws, ref, **how)


def steps(ws: Workspace, role: str = "", locale: str = "fr") -> list[tuple[str, str]]:
    return [(row.title, row.step) for row in ws.queue.rows(locale, role)]


def row_of(ws: Workspace, ref: Ref) -> QueueRow:
    return next(each for each in ws.queue.rows("fr") if each.id == ref.id)


def test_what_calls_loudest_comes_first(ws: Workspace) -> None:
    refs = {name: translated(ws, name) for name in ("done", "old", "older", "urgent", "review")}
    for name, how in (("older", {}), ("old", {}), ("urgent", {"significance": IMPORTANT})):
        change(ws, refs[name], **how)
    write(ws, refs["review"], "Plus.", "fr")
    ws.texts.set_state([fr(refs["review"])], State.IN_REVIEW)
    missing, promoted = article(ws, "missing", "a b c"), article(ws, "promoted", "a b c d")
    ws.articles.update([promoted.id], promoted=True)
    draft = article(ws, "draft", "a b c")
    write(ws, draft, "x", "fr")
    ws.articles.create(None, "not live", "en")
    work = [
        ("urgent !", "update"),
        ("older !", "update"),
        ("old !", "update"),
        ("promoted", "translate"),
        ("missing", "translate"),
        ("draft", "finish"),
    ]
    assert steps(ws, "translator") == work
    assert steps(ws, "reviewer") == [("review !", "review")]
    assert steps(ws, "manager") == [*work, ("review !", "review")]
    urgent, older = row_of(ws, refs["urgent"]), row_of(ws, refs["older"])
    assert (urgent.important, older.important) == (True, False)
    assert "" < older.stale_since < urgent.stale_since
    assert mark_outdated(older.mark)
    assert row_of(ws, missing).stale_since == ""
    assert ws.queue.next("fr", "translator") == refs["urgent"]
    assert ws.queue.next("fr", "translator", refs["urgent"]) == refs["older"]
    assert ws.queue.next("fr", "translator", draft) == refs["urgent"]
    assert ws.queue.next("fr", "translator", refs["done"]) == refs["urgent"]
    assert ws.queue.next("fr", "reviewer", refs["review"]) is None


def test_words_and_blocks_left(ws: Workspace) -> None:
    orders = category(ws, "Orders")
    ref = translated(ws, "Where", orders)
    ws.linking.fill()
    write(ws, ref, text_of(ws, ref).body + "\n\nFour five six seven.\n\n```\ncode\n```")
    publish(ws, ref)
    row = row_of(ws, ref)
    assert (row.words_left, row.blocks_left, row.path) == (4, 2, ("Orders",))
    begun = article(ws, "New", "One two.")
    ws.blocks.begin(fr(begun))
    row = row_of(ws, begun)
    assert (row.step, row.words_left, row.blocks_left) == ("finish", 3, 2)


def test_what_is_reviewed_waits_to_be_published(ws: Workspace) -> None:
    ref = translated(ws, "Where")
    blocks = [each.id for each in ws.blocks.pairs(fr(ref))]
    text = text_of(ws, ref, "fr")
    ws.blocks.write(fr(ref), text.version, blocks[1], "Autre chose.")
    ws.texts.set_state([fr(ref)], State.IN_REVIEW)
    assert steps(ws) == [("Where !", "review")]
    ws.blocks.set_state(fr(ref), blocks, BlockState.REVIEWED)
    assert steps(ws, "reviewer") == [("Where !", "publish")]
    publish(ws, ref, "fr")
    assert steps(ws) == []
    assert ws.queue.next("fr") is None


def test_the_sources_own_queue(ws: Workspace) -> None:
    article(ws, "live", "a")
    ws.articles.create(None, "draft", "en")
    waiting = ws.articles.create(None, "waiting", "en").value
    ws.texts.set_state([TextRef(waiting, "en")], State.IN_REVIEW)
    assert steps(ws, "editor", "en") == [("draft", "finish"), ("waiting", "review")]


def test_open_notes_are_counted(ws: Workspace) -> None:
    ref = article(ws, "Where", "a")
    ws.notes.open(TextRef(ref, "en"), None, "editor", "Which one?")
    assert row_of(ws, ref).open_notes == 1


def test_articles_that_only_wait_for_an_answer(ws: Workspace) -> None:
    ref, other = translated(ws, "Where"), translated(ws, "Other")
    asked = ws.notes.open(fr(ref), None, "reviewer", "Du train ?").value
    ws.notes.open(TextRef(other, "en"), None, "translator", "Which one?")
    assert steps(ws, "translator") == [("Where !", "answer")]
    assert steps(ws, "editor", "en") == [("Other", "answer"), ("Where", "answer")]
    ws.notes.resolve(asked.id)
    assert steps(ws, "translator") == []
    assert steps(ws, "editor", "en") == [("Other", "answer")]


def test_a_release_says_what_is_important(ws: Workspace) -> None:
    refs = [translated(ws, "minor"), translated(ws, "major")]
    ws.linking.fill()
    change(ws, refs[0])
    change(ws, refs[1], significance=IMPORTANT)
    found = {each.owner: (each.code, each.important) for each in ws.queue.release("fr")}
    assert found == {refs[0]: ("outdated", False), refs[1]: ("outdated", True)}


def test_progress_of_categories_with_all_below_them(ws: Workspace) -> None:
    orders = category(ws, "Orders")
    parcels, empty = category(ws, "Parcels", orders), category(ws, "Empty")
    ws.texts.rename(fr(orders), "Commandes")
    first, second = translated(ws, "first", parcels), translated(ws, "second", orders)
    article(ws, "third", "one two", parcels)
    ws.linking.fill()
    change(ws, second)
    top, found_orders, found_parcels, found_empty = ws.queue.progress("fr")
    assert [each.id for each in (found_orders, found_parcels, found_empty)] == [
        orders.id,
        parcels.id,
        empty.id,
    ]
    assert found_parcels.path == ("Commandes", "Parcels")
    assert (top.id, top.articles, top.missing, top.outdated) == (None, 3, 1, 1)
    assert (found_orders.articles, found_parcels.articles, found_empty.articles) == (3, 2, 0)
    assert (found_orders.words_left, found_orders.words_outdated) == (9, 7)
    assert (found_parcels.words, found_parcels.words_left) == (8, 2)
    assert (found_parcels.percent, found_empty.percent) == (75, 100)
    assert first.id in {row.id for row in ws.status.matrix()}


def test_what_a_release_lacks(shop: Shop, shop_path: Path) -> None:
    with opened(shop_path) as ws:
        found = [(each.title, each.code, each.path) for each in ws.queue.release("fr")]
        assert found == [
            ("Parcels", "missing", ("Commandes",)),
            ("Cancel", "missing", ("Commandes",)),
            ("Where?", "outdated", ("Commandes",)),
            ("Payment", "missing", ()),
            ("Contact", "missing", ()),
        ]
        ws.linking.fill()
        ws.texts.still_valid([fr(shop.where)])
        codes = {each.owner: each.code for each in ws.queue.release("fr")}
        assert codes[shop.where] == "unfinished"  # what is new was never translated
        ids = [each.id for each in ws.blocks.pairs(fr(shop.where))]
        for block_id in ids:
            version = text_of(ws, shop.where, "fr").version
            ws.blocks.write(fr(shop.where), version, block_id, "Dans le train.")
        ws.blocks.set_state(fr(shop.where), ids, BlockState.TRANSLATED)
        codes = {each.owner: each.code for each in ws.queue.release("fr")}
        assert codes[shop.where] == "unpublished"
        publish(ws, shop.where, "fr")
        [left] = [each for each in ws.queue.release("fr") if each.owner == shop.where]
        assert (left.code, left.open_notes) == ("notes", 1)
        [thread] = [each for each in ws.notes.threads(shop.where) if each.resolved_at is None]
        ws.notes.resolve(thread.id)
        assert shop.where not in {each.owner for each in ws.queue.release("fr")}
