"""Undo of what somebody else changed since: a conflict that touches nothing."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kbeditor.app.workspace import Workspace
from kbeditor.domain.blocks import GlossaryTerm, NoteThread
from kbeditor.domain.errors import Conflict
from kbeditor.domain.records import Ref, TextRef
from kbeditor.domain.releases import Gate, GateRules
from kbeditor.domain.replacing import Query
from kbeditor.domain.states import State
from tests.helpers.library import (
    PIXEL,
    Shop,
    article,
    category,
    check_rules,
    dump,
    opened,
    outline,
    publish,
    text_of,
    write,
)

Act = Callable[[Workspace, Shop], object]


@pytest.fixture
def ws(shop_path: Path) -> Iterator[Workspace]:
    with opened(shop_path, "Grace") as workspace:
        workspace.linking.fill()
        yield workspace


def en(*owners: Ref) -> list[TextRef]:
    return [TextRef(each, "en") for each in owners]


def fr(*owners: Ref) -> list[TextRef]:
    return [TextRef(each, "fr") for each in owners]


def refused(ws: Workspace, path: Path, step: Callable[[], object]) -> None:
    """A step that must be a conflict, change nothing, and be forgotten."""
    before, undo, redo = dump(path, frozenset()), ws.history.next_undo, ws.history.next_redo
    with pytest.raises(Conflict):
        step()
    assert dump(path, frozenset()) == before
    assert (ws.history.next_undo, ws.history.next_redo) != (undo, redo)
    assert ws.history.next_undo is None
    check_rules(path)


def _term(ws: Workspace) -> GlossaryTerm:
    return ws.glossary.list("fr")[0]


def _thread(ws: Workspace, shop: Shop) -> NoteThread:
    return ws.notes.threads(shop.where, "fr")[0]


CONFLICTS: dict[str, tuple[Act, Act]] = {
    "moved, and moved on": (
        lambda ws, s: ws.tree.move([s.cancel], s.payment.id, None),
        lambda ws, s: ws.tree.move([s.cancel], None, None),
    ),
    "moved out of a category that is gone": (
        lambda ws, s: ws.tree.move([s.lost], s.payment.id, None),
        lambda ws, s: (ws.tree.trash([s.parcels]), ws.tree.purge([s.parcels])),
    ),
    "trashed, and purged": (
        lambda ws, s: ws.tree.trash([s.cancel]),
        lambda ws, s: ws.tree.purge([s.cancel]),
    ),
    "trashed, and the address taken": (
        lambda ws, s: ws.tree.trash([s.cancel]),
        lambda ws, s: ws.articles.create(s.orders.id, "Cancel", "en"),
    ),
    "renamed twice": (
        lambda ws, s: ws.texts.rename(TextRef(s.where, "en"), "Where is it?"),
        lambda ws, s: ws.texts.rename(TextRef(s.where, "en"), "Where was it?"),
    ),
    "renamed, and written on": (
        lambda ws, s: ws.texts.rename(TextRef(s.where, "en"), "Where is it?"),
        lambda ws, s: write(ws, s.where, "In a box."),
    ),
    "published, and written on": (
        lambda ws, s: ws.texts.set_state(en(s.where), State.PUBLISHED),
        lambda ws, s: write(ws, s.where, "In a box."),
    ),
    "drafted, and written on": (
        lambda ws, s: ws.texts.set_state(en(s.cancel), State.DRAFT),
        lambda ws, s: write(ws, s.cancel, "Impossible."),
    ),
    "deleted, and begun anew": (
        lambda ws, s: ws.texts.delete(fr(s.where)),
        lambda ws, s: ws.texts.begin(TextRef(s.where, "fr")),
    ),
    "a text deleted, and its locale": (
        lambda ws, s: ws.texts.delete(fr(s.where)),
        lambda ws, s: ws.locales.remove("fr"),
    ),
    "a locale moved, and published no more": (
        lambda ws, s: ws.locales.move("de", "fr"),
        lambda ws, s: ws.locales.move("fr", "en"),
    ),
    "a picture described twice": (
        lambda ws, s: ws.attachments.set_alt(s.picture, "fr", "Le plan"),
        lambda ws, s: ws.attachments.set_alt(s.picture, "de", "Der Plan"),
    ),
    "a picture removed, and added again": (
        lambda ws, s: ws.attachments.remove([s.spare]),
        lambda ws, s: ws.attachments.add("spare.png", PIXEL + b"spare"),
    ),
    "replaced, and written on": (
        lambda ws, s: ws.replacing.replace(ws.replacing.find(Query("boat")), "ship"),
        lambda ws, s: write(ws, s.where, "In a box."),
    ),
    "labelled, and labelled anew": (
        lambda ws, s: ws.articles.update([s.where.id, s.cancel.id], labels=["a"]),
        lambda ws, s: ws.articles.update([s.cancel.id], labels=["b"]),
    ),
    "retracted, and published anew": (
        lambda ws, s: ws.texts.retract(en(s.cancel)),
        lambda ws, s: publish(ws, s.cancel),
    ),
    "given an address, and another": (
        lambda ws, s: ws.texts.set_slug(TextRef(s.where, "fr"), "trouver"),
        lambda ws, s: ws.texts.set_slug(TextRef(s.where, "fr"), "chercher"),
    ),
    "a term changed twice": (
        lambda ws, s: ws.glossary.update(replace(_term(ws), translation="paquet")),
        lambda ws, s: ws.glossary.update(replace(_term(ws), translation="lot")),
    ),
    "a term removed, and added again": (
        lambda ws, s: ws.glossary.remove([_term(ws).id]),
        lambda ws, s: ws.glossary.add("parcel", "fr", "paquet"),
    ),
    "a note changed, and deleted": (
        lambda ws, s: ws.notes.edit(_thread(ws, s).notes[0].id, "By air?"),
        lambda ws, s: ws.notes.delete(_thread(ws, s).id),
    ),
    "somebody listed, and taken off the list": (
        lambda ws, s: ws.people.add("Marie", "translator", ["fr"]),
        lambda ws, s: ws.people.remove([ws.people.list()[-1].id]),
    ),
    "the gate set twice": (
        lambda ws, s: ws.profiles.set_gate(GateRules(own={"fr": frozenset({Gate.STALE})})),
        lambda ws, s: ws.profiles.set_gate(GateRules(own={})),
    ),
    "a profile kept, and changed": (
        lambda ws, s: ws.profiles.save(ws.profiles.chosen(None)),
        lambda ws, s: ws.profiles.save(replace(ws.profiles.list()[0], name="Another")),
    ),
    "a setting set twice": (
        lambda ws, s: ws.settings.set("site.name", "A"),
        lambda ws, s: ws.settings.set("site.name", "B"),
    ),
}


@pytest.mark.parametrize("name", CONFLICTS)
def test_undo_of_what_somebody_changed_since_is_a_conflict(
    name: str, ws: Workspace, shop: Shop, shop_path: Path
) -> None:
    act, meddle = CONFLICTS[name]
    act(ws, shop)
    with opened(shop_path, "Linus") as other:
        meddle(other, shop)
    refused(ws, shop_path, ws.history.undo)


def test_undo_never_deletes_what_others_put_in(ws: Workspace, shop: Shop, shop_path: Path) -> None:
    made = category(ws, "Account")
    with opened(shop_path, "Linus") as other:
        inside = article(other, "Password", category=made)
    refused(ws, shop_path, ws.history.undo)
    made = ws.articles.create(None, "Change", "en").value
    with opened(shop_path, "Linus") as other:
        write(other, made, "Changer.", "fr")
        other.tree.move([shop.lost], shop.payment.id, None)
    refused(ws, shop_path, ws.history.undo)
    ws.locales.add("it")
    with opened(shop_path, "Linus") as other:
        write(other, inside, "Cambia.", "it")
    refused(ws, shop_path, ws.history.undo)


def test_what_others_did_elsewhere_stays(ws: Workspace, shop: Shop, shop_path: Path) -> None:
    ws.tree.move([shop.cancel], None, None)
    with opened(shop_path, "Linus") as other:
        write(other, shop.cancel, "Impossible.")
        other.tree.trash([shop.contact])
        publish(other, shop.lost)
    ws.history.undo()
    assert outline(ws) == [
        ("Orders", [("Parcels", ["Lost"]), "Cancel", "Where?"]),
        ("Payment", []),
    ]
    assert text_of(ws, shop.cancel).body == "Impossible."
    check_rules(shop_path)


def test_redo_above_words_typed_since_is_a_conflict(
    ws: Workspace, shop: Shop, shop_path: Path
) -> None:
    publish(ws, shop.where)
    ws.history.undo()
    write(ws, shop.where, "In a box.")
    refused(ws, shop_path, ws.history.redo)
    assert text_of(ws, shop.where).state is State.DRAFT


def test_after_a_conflict_older_acts_can_be_reached(
    ws: Workspace, shop: Shop, shop_path: Path
) -> None:
    ws.tree.trash([shop.contact])
    ws.texts.rename(TextRef(shop.cancel, "en"), "Stop")
    write(ws, shop.cancel, "Impossible.")
    with pytest.raises(Conflict) as caught:
        ws.history.undo()
    assert "“Stop”" in str(caught.value)
    assert ws.history.undo().value.code == "tree.trash"
    assert text_of(ws, shop.cancel).body == "Impossible."
    check_rules(shop_path)
