"""Undo and redo of every use case."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kbeditor.app.workspace import Workspace
from kbeditor.domain.errors import Conflict, KbError
from kbeditor.domain.records import Ref, TextRef
from kbeditor.domain.releases import Gate, GateRules
from kbeditor.domain.replacing import Query
from kbeditor.domain.states import Significance, State
from kbeditor.domain.votes import FailedSearch, Vote, VotePlan
from kbeditor.exchange.markdown_folder.importer import MarkdownImporter
from tests.helpers.library import (
    PIXEL,
    Shop,
    check_rules,
    dump,
    opened,
    text_of,
    write,
)

Act = Callable[[Workspace, Shop], object]
NOW = datetime.datetime(2026, 5, 17, 9, 30, tzinfo=datetime.UTC)


@pytest.fixture
def ws(shop_path: Path) -> Iterator[Workspace]:
    with opened(shop_path, "Grace") as workspace:
        workspace.linking.fill()
        yield workspace


def en(*owners: Ref) -> list[TextRef]:
    return [TextRef(each, "en") for each in owners]


def fr(*owners: Ref) -> list[TextRef]:
    return [TextRef(each, "fr") for each in owners]


ACTS: dict[str, Act] = {
    "category.create": lambda ws, s: ws.categories.create(None, "Account", "en"),
    "category.create, nested": lambda ws, s: ws.categories.create(
        s.orders.id, "Account", "en", before=s.parcels.id
    ),
    "article.create": lambda ws, s: ws.articles.create(s.orders.id, "Change", "en"),
    "article.create, in a locale": lambda ws, s: ws.articles.create(None, "Changer", "fr"),
    "article.duplicate": lambda ws, s: ws.articles.duplicate([s.where.id, s.cancel.id]),
    "article.update": lambda ws, s: ws.articles.update(
        [s.where.id, s.cancel.id],
        labels=["delivery", " status ", ""],
        promoted=True,
        owner="Ada",
        review_by=datetime.date(2027, 1, 1),
    ),
    "tree.move": lambda ws, s: ws.tree.move([s.where, s.cancel, s.parcels], s.payment.id, None),
    "tree.move, to an address that is taken": lambda ws, s: ws.tree.move(
        [ws.articles.create(None, "Cancel", "en").value], s.orders.id, s.where.id
    ),
    "tree.move, within": lambda ws, s: ws.tree.move([s.where], s.orders.id, s.cancel.id),
    "tree.trash": lambda ws, s: ws.tree.trash([s.orders, s.where]),
    "tree.restore": lambda ws, s: ws.tree.restore([s.binned]),
    "text.begin": lambda ws, s: ws.texts.begin(TextRef(s.cancel, "fr"), copy_source=True),
    "text.rename": lambda ws, s: ws.texts.rename(TextRef(s.where, "en"), "Where is it?"),
    "text.rename, a draft": lambda ws, s: ws.texts.rename(TextRef(s.lost, "en"), "Gone?"),
    "text.rename, a category": lambda ws, s: ws.texts.rename(TextRef(s.orders, "en"), "Mine"),
    "text.rename, missing": lambda ws, s: ws.texts.rename(TextRef(s.parcels, "fr"), "Colis"),
    "text.slug": lambda ws, s: ws.texts.set_slug(TextRef(s.where, "fr"), "trouver"),
    "text.draft": lambda ws, s: ws.texts.set_state(en(s.cancel, s.contact), State.DRAFT),
    "text.in_review": lambda ws, s: ws.texts.set_state(en(s.where, s.lost), State.IN_REVIEW),
    "text.published": lambda ws, s: ws.texts.set_state(
        [*en(s.where, s.lost), TextRef(s.where, "de")],
        State.PUBLISHED,
        significance=Significance.IMPORTANT,
        note="All by sea",
    ),
    "text.published, up to date": lambda ws, s: ws.texts.set_state(
        fr(s.where), State.PUBLISHED, up_to_date=True
    ),
    "text.still_valid": lambda ws, s: ws.texts.still_valid(fr(s.where)),
    "text.retract": lambda ws, s: ws.texts.retract(en(s.where, s.cancel)),
    "text.revert": lambda ws, s: ws.texts.revert(
        TextRef(s.where, "en"), ws.texts.revisions(TextRef(s.where, "en"))[0].id
    ),
    "text.revert, discarding": lambda ws, s: ws.texts.discard(TextRef(s.where, "en")),
    "version.name": lambda ws, s: ws.texts.name_version(
        TextRef(s.where, "en"), ws.texts.revisions(TextRef(s.where, "en"))[0].id, "By land"
    ),
    "version.name, of the working text": lambda ws, s: ws.texts.name_version(
        TextRef(s.where, "en"), None, "By sea"
    ),
    "text.replace": lambda ws, s: ws.replacing.replace(
        ws.replacing.find(Query("o", case=True)), "0"
    ),
    "text.delete": lambda ws, s: ws.texts.delete([*fr(s.where), TextRef(s.where, "de")]),
    "attachment.add": lambda ws, s: ws.attachments.add("new.png", PIXEL + b"new"),
    "attachment.rename": lambda ws, s: ws.attachments.rename(s.picture, "plan.png"),
    "attachment.alt": lambda ws, s: ws.attachments.set_alt(s.picture, "fr", "Le plan"),
    "attachment.remove": lambda ws, s: ws.attachments.remove([s.spare]),
    "locale.add": lambda ws, s: ws.locales.add("pt-BR", fallback="fr"),
    "locale.remove": lambda ws, s: ws.locales.remove("fr"),
    "locale.update": lambda ws, s: ws.locales.update("de", fallback="fr", published=False),
    "locale.move": lambda ws, s: ws.locales.move("de", "en"),
    "setting.set": lambda ws, s: ws.settings.set("site.name", {"en": "Lumenne", "more": [1]}),
    "setting.set, new": lambda ws, s: ws.settings.set("site.links", ["a"]),
    "setting.set, none": lambda ws, s: ws.settings.set("site.name", None),
    "library.rename": lambda ws, s: ws.settings.rename_library("Lumenne"),
    "person.add": lambda ws, s: ws.people.add("Marie", "translator", ["fr"]),
    "person.update": lambda ws, s: ws.people.update(
        replace(ws.people.list()[0], name="Ada L.", role="manager")
    ),
    "person.remove": lambda ws, s: ws.people.remove([ws.people.list()[0].id]),
    "gate.set": lambda ws, s: ws.profiles.set_gate(GateRules(own={"fr": frozenset({Gate.STALE})})),
    "votes.import": lambda ws, s: ws.votes.apply(
        VotePlan(
            "votes.jsonl",
            (Vote("v-1", s.where.id, "en", "", True, "Clear.", NOW),),
            (FailedSearch("s-1", "fr", "colis", NOW),),
            known=0,
            lines=(),
        )
    ),
}


ELSEWHERE = ("block.", "glossary.", "handing.", "issue.", "note.", "profile.", "theme.")
"""How the acts begin that the tests of blocks, glossary, files, checks, notes, profiles undo."""


@pytest.mark.parametrize("name", ACTS)
def test_undo_puts_everything_back_and_redo_does_it_again(
    name: str, ws: Workspace, shop: Shop, shop_path: Path
) -> None:
    before = dump(shop_path)
    ACTS[name](ws, shop)
    act = ws.history.next_undo
    assert act is not None
    assert act.code == name.partition(",")[0]
    after = dump(shop_path)
    assert after != before
    check_rules(shop_path)
    steps = 2 if "taken" in name else 1
    for _ in range(2):
        for _ in range(steps):
            outcome = ws.history.undo()
            assert outcome.changes
        assert dump(shop_path) == before
        assert ws.history.next_undo is None
        check_rules(shop_path)
        for _ in range(steps):
            assert ws.history.redo().changes
        assert outcome.value == act or steps == 2
        assert dump(shop_path) == after
        assert ws.history.next_redo is None
        check_rules(shop_path)


def test_every_use_case_that_says_its_name_is_on_the_list_above() -> None:
    services = Path(__file__).parents[3] / "kbeditor" / "services"
    named = {
        code for each in services.glob("*.py") for code in _codes(each.read_text(encoding="utf-8"))
    }
    known = {name.partition(",")[0] for name in ACTS}
    assert {each for each in named if not each.startswith(ELSEWHERE)} == known - {
        "text.draft",
        "text.in_review",
        "text.published",
    }


def _codes(source: str) -> Iterator[str]:
    """What stands in `Act("…"`, wherever the line is broken."""
    for part in source.split("Act(")[1:]:
        word = part.lstrip()
        if word.startswith('"'):
            yield word[1:].partition('"')[0]


def test_many_steps_back_and_forth(ws: Workspace, shop: Shop, shop_path: Path) -> None:
    dumps = [dump(shop_path)]
    for name in ("text.published", "text.rename", "tree.move", "locale.remove", "tree.trash"):
        ACTS[name](ws, shop)
        dumps.append(dump(shop_path))
    for expected in reversed(dumps[:-1]):
        ws.history.undo()
        assert dump(shop_path) == expected
    for expected in dumps[1:]:
        ws.history.redo()
        assert dump(shop_path) == expected
    check_rules(shop_path)


def test_nothing_to_undo(ws: Workspace) -> None:
    for step in (ws.history.undo, ws.history.redo):
        with pytest.raises(KbError) as caught:
            step()
        assert caught.value.code == "nothing_to_undo"


def test_something_new_ends_what_could_be_redone(ws: Workspace, shop: Shop) -> None:
    ws.tree.trash([shop.cancel])
    ws.history.undo()
    assert ws.history.next_redo is not None
    ws.tree.trash([shop.lost])
    assert ws.history.next_redo is None


def test_what_changes_nothing_is_not_on_the_list(ws: Workspace, shop: Shop) -> None:
    ws.tree.move([shop.contact], None, shop.contact.id)
    ws.settings.set("site.name", "Lumenne")
    ws.texts.set_state(en(shop.cancel), State.PUBLISHED)
    ws.articles.update([shop.cancel.id], labels=[], promoted=False)
    assert ws.history.next_undo is None


def test_typing_is_the_editors_own(ws: Workspace, shop: Shop) -> None:
    write(ws, shop.where, "In a box.")
    assert ws.history.next_undo is None


def test_a_refused_act_is_not_on_the_list(ws: Workspace, shop: Shop) -> None:
    with pytest.raises(KbError):
        ws.tree.move([shop.orders], shop.parcels.id, None)
    with pytest.raises(KbError):
        ws.locales.remove("en")
    assert ws.history.next_undo is None


def test_an_import_ends_what_could_be_undone(ws: Workspace, shop: Shop, tmp_path: Path) -> None:
    ws.tree.trash([shop.cancel])
    (tmp_path / "page.md").write_text("# A page\n\nwith words")
    assert MarkdownImporter().recognises(tmp_path / "page.md")
    ws.importing.write(ws.importing.plan(tmp_path / "page.md"))
    assert ws.history.next_undo is None


def test_undo_of_words_is_a_new_version(ws: Workspace, shop: Shop) -> None:
    renamed = ws.texts.rename(TextRef(shop.where, "en"), "Where is it?").value
    ws.history.undo()
    with pytest.raises(Conflict):
        ws.texts.save(renamed.ref, renamed.version, title="Where is it now?")
    assert text_of(ws, shop.where).title == "Where?"
