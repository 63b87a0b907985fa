"""Undo and redo of every act on blocks: rows of blocks and texts are as before, and as after."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kbeditor.app.workspace import Workspace
from kbeditor.domain.blocks import BlockState
from kbeditor.domain.records import Ref, TextRef
from kbeditor.domain.states import Significance
from tests.helpers.library import article, check_rules, dump, opened, publish, text_of, write

Act = Callable[[Workspace, Ref], object]

SOURCE = "See [us](https://a.example/old).\n\nSelect your order.\n\nAsk us.\n\nAll about it."
TARGET = "Voyez-[nous](https://a.example/old).\n\nLa commande.\n\nDemandez.\n\nTout là-dessus."


@pytest.fixture
def ref(path: Path) -> Ref:
    """An article in English and French, of which everything can be said that is to be undone."""
    with opened(path, "Ada") as ws:
        ref = article(ws, "Where?", SOURCE)
        write(ws, ref, TARGET, "fr", title="Où ?")
        publish(ws, ref, "fr")
        ws.linking.fill()
        for old, new, how in (
            ("Ask us.", "Ask us?", Significance.MINOR),
            ("a.example/old", "a.example/new", Significance.UPDATE),
            ("Select your order.", "Select an order.", Significance.UPDATE),
            ("\n\nAll about it.", "", Significance.UPDATE),
        ):
            write(ws, ref, text_of(ws, ref).body.replace(old, new))
            publish(ws, ref, significance=how)
    return ref


@pytest.fixture
def ws(path: Path, ref: Ref) -> Iterator[Workspace]:
    with opened(path, "Grace") as workspace:
        assert text_of(workspace, ref, "fr").outdated
        yield workspace


def fr(ref: Ref) -> TextRef:
    return TextRef(ref, "fr")


def ids(ws: Workspace, ref: Ref) -> list[str]:
    return [each.id for each in ws.blocks.pairs(fr(ref))]


def version(ws: Workspace, ref: Ref) -> int:
    return text_of(ws, ref, "fr").version


ACTS: dict[str, Act] = {
    "block.begin": lambda ws, ref: ws.blocks.begin(TextRef(ref, "de")),
    "block.begin, empty": lambda ws, ref: ws.blocks.begin(TextRef(ref, "de"), False),
    "block.draft": lambda ws, ref: ws.blocks.set_state(fr(ref), ids(ws, ref), BlockState.DRAFT),
    "block.translated": lambda ws, ref: ws.blocks.set_state(
        fr(ref), ids(ws, ref), BlockState.TRANSLATED
    ),
    "block.still_valid": lambda ws, ref: ws.blocks.still_valid(fr(ref)),
    "block.discard": lambda ws, ref: ws.blocks.discard(
        fr(ref), version(ws, ref), ids(ws, ref)[-1:]
    ),
    "block.patch": lambda ws, ref: ws.blocks.patch_links(
        fr(ref), version(ws, ref), ids(ws, ref)[:-1]
    ),
    "block.minor": lambda ws, ref: ws.blocks.call_minor(TextRef(ref, "en"), ids(ws, ref), "Same"),
    "block.revoke": lambda ws, ref: ws.blocks.revoke([e.id for e in ws.blocks.equivalences()]),
    "text.revert": lambda ws, ref: ws.texts.revert(
        TextRef(ref, "en"), ws.texts.revisions(TextRef(ref, "en"))[0].id
    ),
    "text.still_valid": lambda ws, ref: ws.texts.still_valid([fr(ref)]),
    "text.delete": lambda ws, ref: ws.texts.delete([fr(ref)]),
    "text.retract": lambda ws, ref: ws.texts.retract([TextRef(ref, "en")]),
    "article.duplicate": lambda ws, ref: ws.articles.duplicate([ref.id]),
    "tree.trash": lambda ws, ref: ws.tree.trash([ref]),
    "locale.remove": lambda ws, ref: ws.locales.remove("fr"),
}


@pytest.mark.parametrize("name", ACTS)
def test_undo_and_redo_put_every_row_back(name: str, ws: Workspace, ref: Ref, path: Path) -> None:
    before, sums = dump(path), sums_of(path)
    ACTS[name](ws, ref)
    act = ws.history.next_undo
    assert act is not None
    assert act.code == name.partition(",")[0]
    after, sums_after = dump(path), sums_of(path)
    assert after != before
    for _ in range(2):
        ws.history.undo()
        assert (dump(path), sums_of(path)) == (before, sums)
        ws.history.redo()
        assert (dump(path), sums_of(path)) == (after, sums_after)
    check_rules(path)


def sums_of(path: Path) -> list[tuple[object, ...]]:
    """What texts say of their blocks."""
    return sorted(
        (row["id"], row["done_words"], row["todo_words"], row["todo_blocks"], row["stale_blocks"])
        for row in dump(path, frozenset())["text"]
    )


def test_every_act_on_blocks_is_on_the_list_above() -> None:
    services = Path(__file__).parents[3] / "kbeditor" / "services"
    named = {
        part.partition('"')[0]
        for each in services.glob("*.py")
        for part in each.read_text(encoding="utf-8").split('Act("')[1:]
    }
    known = {name.partition(",")[0] for name in ACTS}
    assert {each for each in named if each.startswith("block.")} <= known
