"""Imports: in one transaction, behind what is there, all or nothing."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kbeditor.app.opening import create_library
from kbeditor.app.workspace import Workspace
from kbeditor.domain.errors import Cancelled, KbError, NotFound
from kbeditor.domain.exchange import (
    ImportOptions,
    ImportPlan,
    NewArticle,
    NewAttachment,
    NewCategory,
    NewLibrary,
    NewLocale,
    NewRevision,
    NewText,
)
from kbeditor.domain.progress import Stoppable
from kbeditor.domain.records import Kind, OldSlug, Ref, TextRef
from kbeditor.domain.states import Significance, State
from kbeditor.services.ids import new_id
from tests.helpers.library import (
    PIXEL,
    Dump,
    article,
    category,
    check_rules,
    dump,
    opened,
    outline,
    publish,
    text_of,
)


def new_text(owner: Ref, title: str, locale: str = "en", **values: Any) -> NewText:
    """A published text with its one revision."""
    revision = NewRevision(new_id(), 1, "published", title, "", (), title + ".", None)
    text = NewText(
        owner,
        locale,
        title,
        "",
        "",
        (),
        title + ".",
        State.PUBLISHED,
        revision.id,
        None,
        (revision,),
    )
    return replace(text, **values)


def new_picture(data: bytes) -> NewAttachment:
    return NewAttachment(
        new_id(),
        hashlib.sha256(data).hexdigest(),
        "map.png",
        "image/png",
        len(data),
        1,
        1,
        lambda: data,
    )


def plan(
    categories: int = 2,
    articles: int = 3,
    texts: Callable[[list[Ref]], Iterator[NewText]] | None = None,
    **values: Any,
) -> ImportPlan:
    """Categories with articles, titled “C0”, “C0 A0”…"""
    cats = [Ref(Kind.CATEGORY, new_id()) for _ in range(categories)]
    arts = {each: [Ref(Kind.ARTICLE, new_id()) for _ in range(articles)] for each in cats}
    owners = [ref for each in cats for ref in (each, *arts[each])]

    def all_texts() -> Iterator[NewText]:
        for i, each in enumerate(cats):
            yield new_text(each, f"C{i}")
            for j, ref in enumerate(arts[each]):
                yield new_text(ref, f"C{i} A{j}")

    found = ImportPlan(
        "test",
        "a test",
        None,
        (),
        tuple(NewCategory(each.id, None, i) for i, each in enumerate(cats)),
        tuple(NewArticle(ref.id, c.id, j) for c in cats for j, ref in enumerate(arts[c])),
        (lambda: texts(owners)) if texts else all_texts,
        len(owners),
        (),
    )
    return replace(found, **values)


def refused(ws: Workspace, path: Path, which: ImportPlan, code: str, **how: Any) -> None:
    """An import that must fail and change nothing at all."""
    before = dump(path, frozenset())
    last = ws.history.next_undo
    with pytest.raises(KbError) as caught:
        ws.importing.apply(which, **how)
    assert caught.value.code == code
    assert dump(path, frozenset()) == before
    assert ws.history.next_undo == last
    check_rules(path)
    article(ws, "The next write goes through")


def test_behind_what_is_there(ws: Workspace, path: Path) -> None:
    orders = category(ws, "Orders")
    article(ws, "Contact")
    below = Ref(Kind.ARTICLE, new_id())
    which = plan(2, 2)
    last = NewArticle(below.id, orders.id, 0)
    ws.importing.write(
        replace(
            which,
            articles=(*which.articles, last),
            texts=lambda: iter([*which.texts(), new_text(below, "Cancel")]),
        )
    )
    assert outline(ws) == [
        ("Orders", ["Cancel"]),
        ("C0", ["C0 A0", "C0 A1"]),
        ("C1", ["C1 A0", "C1 A1"]),
        "Contact",
    ]
    check_rules(path)
    article(ws, "Last")
    assert outline(ws)[-1] == "Last"


def test_addresses_are_free_ones(ws: Workspace, path: Path) -> None:
    article(ws, "Lost")
    refs = [Ref(Kind.ARTICLE, new_id()) for _ in range(3)]
    texts = [
        new_text(refs[0], "Lost"),
        new_text(refs[1], "Lost"),
        new_text(refs[2], "Lost", slug="Own Slug"),
    ]
    which = replace(
        plan(0),
        articles=tuple(NewArticle(ref.id, None, i) for i, ref in enumerate(refs)),
        texts=lambda: iter(texts),
    )
    ws.importing.write(which)
    assert [text_of(ws, ref).slug for ref in refs] == ["lost-2", "lost-3", "own-slug"]
    check_rules(path)


def test_what_fails_half_way_leaves_no_trace(ws: Workspace, path: Path) -> None:
    category(ws, "Orders")

    def texts(owners: list[Ref]) -> Iterator[NewText]:
        for number, owner in enumerate(owners):
            if number == 450:
                raise KbError("file_changed", "The file changed meanwhile.")
            yield new_text(owner, f"T{number}")

    picture = new_picture(PIXEL)
    refused(ws, path, plan(2, 300, texts, attachments=(picture,)), "file_changed")
    assert ws.attachments.list() == ()
    assert ws.attachments.add("map.png", PIXEL).changes  # its bytes are not there either


def test_a_picture_that_changed_meanwhile(ws: Workspace, path: Path) -> None:
    def gone() -> bytes:
        raise KbError("file_changed", "The file changed meanwhile.")

    pictures = (new_picture(PIXEL), replace(new_picture(PIXEL + b"2"), read=gone))
    refused(ws, path, plan(attachments=pictures), "file_changed")


def test_stopped(ws: Workspace, path: Path) -> None:
    progress = Stoppable()
    progress.stop()
    refused(ws, path, plan(), "cancelled", progress=progress)


def test_a_bug_in_the_middle_leaves_no_trace_either(ws: Workspace, path: Path) -> None:
    before = dump(path)
    with pytest.raises(ZeroDivisionError):
        ws.importing.write(plan(2, 2, lambda owners: (new_text(o, str(1 // 0)) for o in owners)))
    assert dump(path) == before
    check_rules(path)


def test_the_same_plan_twice(ws: Workspace, path: Path) -> None:
    which = plan()
    ws.importing.write(which)
    refused(ws, path, which, "plan_outdated")


def test_a_picture_added_since_the_plan(ws: Workspace, path: Path) -> None:
    which = plan(attachments=(new_picture(PIXEL),))
    ws.attachments.add("map.png", PIXEL)
    refused(ws, path, which, "plan_outdated")


def test_a_picture_removed_before(ws: Workspace, path: Path) -> None:
    ws.attachments.remove([ws.attachments.add("map.png", PIXEL).value.id])
    ws.importing.write(plan(attachments=(new_picture(PIXEL),)))
    assert len(ws.attachments.list()) == 1
    assert ws.attachments.data(ws.attachments.list()[0].id) == PIXEL


def test_a_whole_library_only_into_an_empty_one(ws: Workspace, path: Path) -> None:
    category(ws, "Orders")
    made = ws.library.created_at
    refused(ws, path, plan(library=NewLibrary(new_id(), "Other", "fr", made)), "not_empty")


def test_a_whole_library_brings_its_name_locales_and_settings(ws: Workspace, path: Path) -> None:
    moment = ws.library.created_at.replace(year=2020)
    library = NewLibrary(new_id(), "Aide", "fr", moment, {"site.name": "Aide"})
    which = plan(1, 0, lambda owners: iter([new_text(owners[0], "Commandes", "fr")]))
    locales = (NewLocale("fr"), NewLocale("it", fallback="fr", published=False), NewLocale("en"))
    ws.importing.write(replace(which, library=library, locales=locales))
    assert (ws.library.id, ws.library.name, ws.library.source_locale, ws.library.created_at) == (
        library.id,
        "Aide",
        "fr",
        moment,
    )
    assert [(each.tag, each.fallback, each.published) for each in ws.locales.list()] == [
        ("fr", None, True),
        ("it", "fr", False),
        ("en", None, True),
    ]
    assert ws.settings.get("site.name") == "Aide"
    # The services know the new source at once.
    assert text_of(ws, ws.articles.create(None, "Où ?", "fr").value, "fr").outdated is False
    with pytest.raises(KbError) as caught:
        ws.locales.remove("fr")
    assert caught.value.code == "source_needed"
    check_rules(path)


def test_history_and_what_it_is_based_on_come_along(ws: Workspace, path: Path) -> None:
    ref = Ref(Kind.ARTICLE, new_id())
    first, second, third = (
        NewRevision(new_id(), n, "published", "Where?", "", (), f"{n}.", None, size, author="Linus")
        for n, size in (
            (1, Significance.UPDATE),
            (2, Significance.IMPORTANT),
            (3, Significance.MINOR),
        )
    )
    source = new_text(ref, "Where?")
    source = replace(source, body="3.", published=third.id, revisions=(first, second, third))
    french = NewRevision(new_id(), 1, "published", "Où ?", "", (), "1.", first.id)
    translation = replace(
        new_text(ref, "Où ?", "fr"),
        body="1.",
        based_on=first.id,
        published=french.id,
        revisions=(french,),
    )
    german = replace(new_text(ref, "Wo?", "de"), state=State.DRAFT, published=None, revisions=())
    german = replace(german, based_on=second.id)
    old = OldSlug(ref, "en", None, "where-is-it", ws.library.created_at)
    which = replace(
        plan(0),
        articles=(NewArticle(ref.id, None, 0, labels=("a",), promoted=True, owner="Ada"),),
        texts=lambda: iter([source, translation, german]),
        old_slugs=(old,),
    )
    ws.importing.write(which)
    heads = {head.locale: head for head in ws.texts.heads(ref)}
    assert (heads["fr"].outdated, heads["fr"].important) == (True, True)
    assert (heads["de"].outdated, heads["de"].important) == (False, False)
    assert [each.author for each in ws.texts.revisions(TextRef(ref, "en"))] == ["Linus"] * 3
    assert ws.texts.revisions(TextRef(ref, "fr"))[0].author == "Ada"
    assert ws.articles.get(ref.id).labels == ("a",)
    check_rules(path)


def test_drafts_with_their_translations_are_current_once_published(ws: Workspace) -> None:
    ref = Ref(Kind.ARTICLE, new_id())
    draft: dict[str, Any] = {"state": State.DRAFT, "published": None, "revisions": ()}
    texts = [new_text(ref, "Where?", **draft), new_text(ref, "Où ?", "fr", **draft)]
    which = replace(plan(0), articles=(NewArticle(ref.id, None, 0),), texts=lambda: iter(texts))
    ws.importing.write(which)
    publish(ws, ref)
    assert text_of(ws, ref, "fr").outdated is False


@pytest.mark.parametrize("state", [State.PUBLISHED, State.DRAFT])
def test_a_folder_gives_two_libraries_the_same_content(tmp_path: Path, state: State) -> None:
    folder = tmp_path / "content"
    for name, text in {
        "en/orders/index.md": "# Orders\n",
        "en/orders/where.md": "---\ntitle: Where?\nlabels: [a]\nown: kept\n---\n[It](cancel.md).",
        "en/orders/cancel.md": "# Cancel\n\n![](map.png) and ![](same.png)",
        "fr/orders/where.md": "# Où ?\n\nVoir [ici](cancel.md).",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    for name in ("map.png", "same.png"):
        (folder / "en/orders" / name).write_bytes(PIXEL)
    made: list[Dump] = []
    for number in range(2):
        ws = create_library(tmp_path / f"{number}.kb", "Shop", "en", ["fr"])
        ws.importing.write(ws.importing.plan(folder, ImportOptions(state=state)))
        assert outline(ws, "fr") == [("Orders", ["Cancel", "Où ?"])]
        assert len(ws.attachments.list()) == 1
        ws.close()
        check_rules(tmp_path / f"{number}.kb")
        made.append(dump(tmp_path / f"{number}.kb"))
    same = ("title", "slug", "state", "locale", "words", "extra", "keywords", "summary")
    first, second = (
        sorted([str(row[name]) for name in same] for row in each["text"]) for each in made
    )
    assert first == second


def test_into_a_category(ws: Workspace, tmp_path: Path) -> None:
    orders = category(ws, "Orders")
    (tmp_path / "page.md").write_text("# A page\n\nwith words")
    ws.importing.write(ws.importing.plan(tmp_path / "page.md", ImportOptions(parent_id=orders.id)))
    assert outline(ws) == [("Orders", ["A page"])]
    with pytest.raises(NotFound):
        ws.importing.plan(tmp_path / "page.md", ImportOptions(parent_id="none"))


def test_what_cannot_be_planned(ws: Workspace, tmp_path: Path) -> None:
    (tmp_path / "song.mp3").write_bytes(b"ID3")
    for name, code in (("none", "no_file"), ("song.mp3", "unknown_import")):
        with pytest.raises(KbError) as caught:
            ws.importing.plan(tmp_path / name)
        assert caught.value.code == code
        assert name in str(caught.value)


class _StopWhenRendering(Stoppable):
    def step(self, code: str, done: int, total: int) -> None:
        if code == "rendering":
            raise Cancelled
        super().step(code, done, total)


def test_stopped_while_it_renders_it_stands(ws: Workspace) -> None:
    report = ws.importing.apply(plan(1, 1), _StopWhenRendering()).value
    assert [line.code for line in report.lines] == ["rendering_stopped"]
    assert outline(ws) == [("C0", ["C0 A0"])]
    assert ws.rendering.pending() == 2
    assert ws.rendering.fill() == 2
    assert ws.rendering.pending() == 0


def test_another_window_reads_while_an_import_is_written(ws: Workspace, path: Path) -> None:
    seen: list[list[object]] = []

    def texts(owners: list[Ref]) -> Iterator[NewText]:
        for number, owner in enumerate(owners):
            if number == 250:
                with opened(path, read_only=True) as other:
                    seen.append(outline(other))
            yield new_text(owner, f"T{number}")

    ws.importing.write(plan(1, 300, texts))
    assert seen == [[]]
    assert len(outline(ws)[0][1]) == 300
