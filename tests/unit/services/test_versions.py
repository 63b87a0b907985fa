"""Checkpoints, the list of versions, comparing, naming, going back."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kbeditor.app.workspace import Workspace
from kbeditor.domain.errors import Conflict, KbError, NotFound
from kbeditor.domain.exchange import ExportOptions
from kbeditor.domain.records import Ref, TextRef
from kbeditor.domain.states import State
from kbeditor.domain.versions import CHECKPOINT, LEFT, PUBLISHED, RESTORED
from kbeditor.storage.driver import sqlite
from tests.helpers.library import Shop, article, dump, opened, publish, text_of, write


def kinds(ws: Workspace, owner: Ref, locale: str = "en") -> list[tuple[str, str]]:
    return [(each.kind, each.body) for each in ws.texts.revisions(TextRef(owner, locale))]


def keep(ws: Workspace, owner: Ref, locale: str = "en") -> int:
    return ws.texts.checkpoint([TextRef(owner, locale)], LEFT).value


@pytest.fixture
def parcel(ws: Workspace) -> Ref:
    return article(ws, "Parcels", "By land.")


# -------------------------------------------------------------------------------------- checkpoints


def test_what_no_version_says_is_kept_once(ws: Workspace, parcel: Ref) -> None:
    assert keep(ws, parcel) == 0  # it is published as it is
    write(ws, parcel, "By sea.")
    assert keep(ws, parcel) == 1
    assert keep(ws, parcel) == 0
    write(ws, parcel, "By air.")
    assert keep(ws, parcel) == 1
    assert kinds(ws, parcel) == [
        (PUBLISHED, "By land."),
        (CHECKPOINT, "By sea."),
        (CHECKPOINT, "By air."),
    ]


def test_a_text_that_says_nothing_yet_has_no_version(ws: Workspace) -> None:
    fresh = ws.articles.create(None, "Fresh", "en").value
    assert keep(ws, fresh) == 0
    write(ws, fresh, "A word.")
    assert keep(ws, fresh) == 1


def test_only_what_was_written_since_a_moment(ws: Workspace, parcel: Ref) -> None:
    write(ws, parcel, "By sea.")
    later = datetime.now(UTC) + timedelta(seconds=1)
    refs = [TextRef(parcel, "en"), TextRef(parcel, "fr")]  # the second is missing: passed over
    assert ws.texts.checkpoint(refs, LEFT, edited_since=later).value == 0
    assert ws.texts.checkpoint(refs, LEFT, edited_since=later - timedelta(hours=1)).value == 1


def test_a_checkpoint_takes_no_number_from_what_is_published(ws: Workspace, parcel: Ref) -> None:
    for words in ("By sea.", "By air."):
        write(ws, parcel, words)
        keep(ws, parcel)
    publish(ws, parcel)
    history = ws.texts.history(TextRef(parcel, "en"))
    assert history is not None
    assert [(each.number, each.live) for each in history.versions] == [
        (2, True),
        (0, False),
        (0, False),
        (1, False),
    ]


def test_a_draft_is_kept_before_its_first_publication(ws: Workspace) -> None:
    draft = ws.articles.create(None, "Draft", "en").value
    write(ws, draft, "First words.")
    keep(ws, draft)
    write(ws, draft, "Second words.")
    publish(ws, draft)
    assert kinds(ws, draft) == [(CHECKPOINT, "First words."), (PUBLISHED, "Second words.")]
    numbers = [each.number for each in ws.texts.revisions(TextRef(draft, "en"))]
    assert numbers == [-1, 1]


def test_who_wrote_it_stands_on_it(path: Path) -> None:
    with opened(path, "Ada") as ws:
        parcel = article(ws, "Parcels", "By land.")
        write(ws, parcel, "By sea.")
    with opened(path, "Grace") as ws:
        keep(ws, parcel)
        assert ws.texts.revisions(TextRef(parcel, "en"))[-1].author == "Ada"


def test_undo_passes_checkpoints_by(ws: Workspace, parcel: Ref, path: Path) -> None:
    ref = TextRef(parcel, "en")
    ws.texts.set_slug(ref, "packets")
    before = dump(path)
    write(ws, parcel, "By sea.")
    publish(ws, parcel)
    write(ws, parcel, "By air.")
    keep(ws, parcel)
    write(ws, parcel, "By sea.")
    ws.history.undo()  # publishing: the number that is free again is not taken by a checkpoint
    keep(ws, parcel)
    ws.history.redo()
    assert sorted(each.number for each in ws.texts.revisions(ref)) == [-2, -1, 1, 2]
    ws.history.undo()
    ws.history.undo()  # the address
    write(ws, parcel, "By land.")
    ws.history.redo()
    assert dump(path) == before


def test_a_text_with_checkpoints_can_be_undone_and_comes_back_with_them(
    ws: Workspace, parcel: Ref
) -> None:
    ref = TextRef(parcel, "fr")
    begun = ws.texts.begin(ref).value
    ws.texts.save(ref, begun.version, body="Par mer.")
    keep(ws, parcel, "fr")
    ws.texts.save(ref, text_of(ws, parcel, "fr").version, body="")
    ws.history.undo()
    assert ws.texts.get(ref) is None
    ws.history.redo()
    assert kinds(ws, parcel, "fr") == [(CHECKPOINT, "Par mer.")]


def test_a_text_is_not_undone_from_under_a_named_version(ws: Workspace, parcel: Ref) -> None:
    ref = TextRef(parcel, "fr")
    begun = ws.texts.begin(ref).value
    ws.texts.save(ref, begun.version, body="Par mer.")
    ws.texts.name_version(ref, None, "By sea")
    ws.texts.save(ref, text_of(ws, parcel, "fr").version, body="")
    ws.history.undo()
    ws.history.redo()
    ws.history.undo()  # the name alone
    ws.texts.name_version(ref, ws.texts.revisions(ref)[0].id, "Again")
    ws.history.undo()
    assert ws.history.next_undo is not None
    assert ws.history.next_undo.code == "text.begin"
    with opened(ws.path, "Grace") as other:
        other.texts.name_version(ref, other.texts.revisions(ref)[0].id, "Mine")
    with pytest.raises(Conflict):
        ws.history.undo()
    assert ws.texts.get(ref) is not None


def aged(path: Path, days: float) -> None:
    """Make all checkpoints so much older."""
    connection = sqlite.connect(path)
    rows = connection.execute("SELECT id, created_at FROM revision WHERE kind = 'checkpoint'")
    for id_, moment in rows.fetchall():
        older = datetime.fromisoformat(moment) - timedelta(days=days)
        text = older.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        connection.execute("UPDATE revision SET created_at = ? WHERE id = ?", (text, id_))
    connection.commit()
    connection.close()


def test_old_checkpoints_are_thinned_out_but_not_those_with_a_name(path: Path) -> None:
    with opened(path, "Ada") as ws:
        parcel = article(ws, "Parcels", "By land.")
        for number in range(8):
            write(ws, parcel, f"Draft {number}.")
            keep(ws, parcel)
        third = ws.texts.revisions(TextRef(parcel, "en"))[3]
        ws.texts.name_version(TextRef(parcel, "en"), third.id, "Before the move")
    aged(path, 200)
    with opened(path, "Ada") as ws:
        write(ws, parcel, "Now.")
        keep(ws, parcel)
        # Made within a second, 200 days ago; at worst a week or an hour began between two.
        left = [body for _, body in kinds(ws, parcel)]
        named = third.body
        assert {"By land.", named, "Draft 7.", "Now."} <= set(left)
        assert len(left) <= 5


def test_many_at_once(ws: Workspace) -> None:
    refs = []
    for number in range(30):
        owner = ws.articles.create(None, f"Article {number}", "en").value
        write(ws, owner, "Some words.")
        refs.append(TextRef(owner, "en"))
    assert ws.texts.checkpoint(refs, LEFT).value == 30
    assert ws.texts.checkpoint(refs, LEFT).value == 0


def test_checkpoints_stay_out_of_bundles(ws: Workspace, parcel: Ref, tmp_path: Path) -> None:
    write(ws, parcel, "By sea.")
    keep(ws, parcel)
    ws.exporting.export("json", tmp_path / "bundle", ExportOptions())
    said = "".join(
        each.read_text(encoding="utf-8") for each in (tmp_path / "bundle").rglob("*.json")
    )
    assert '"published"' in said
    assert "checkpoint" not in said


# -------------------------------------------------------------------------------------- the history


def test_the_history_tells_who_when_and_what(ws: Workspace, shop: Shop, shop_path: Path) -> None:
    with opened(shop_path, "Grace") as ws:
        ref = TextRef(shop.where, "fr")
        history = ws.texts.history(ref)
        assert history is not None
        (only,) = history.versions
        assert (only.number, only.kind, only.author, only.base_number) == (1, PUBLISHED, "Ada", 1)
        assert only.live
        assert only.content_hash == history.working_hash
        assert history.state is State.PUBLISHED
        assert ws.texts.history(TextRef(shop.lost, "fr")) is None


def test_words_that_came_and_went(ws: Workspace, parcel: Ref) -> None:
    ref = TextRef(parcel, "en")
    write(ws, parcel, "By land.\n\nAnd by sea, too.")
    keep(ws, parcel)
    write(ws, parcel, "And by sea, too.\n\nBy rail.")
    counts = ws.texts.word_counts(ref)
    one, two = ws.texts.revisions(ref)
    assert counts == {one.id: (2, 0), two.id: (4, 0), "": (1, 1)}


def test_two_versions_are_compared(ws: Workspace, parcel: Ref) -> None:
    ref = TextRef(parcel, "en")
    write(ws, parcel, "By sea.\n\nQuickly.", title="Packets", keywords=["ship"])
    (old,) = ws.texts.revisions(ref)
    found = ws.texts.compare(ref, old.id, None)
    assert [(part.field, part.change) for part in found.parts] == [
        ("title", "edited"),
        ("keywords", "new"),
        ("body", "edited"),
        ("body", "new"),
    ]
    assert found.parts[2].new_lines == (1, 1)
    assert found.parts[3].new_lines == (3, 3)
    assert ws.texts.compare(ref, old.id, old.id).changes == 0


def test_versions_of_another_text_are_refused(ws: Workspace, parcel: Ref) -> None:
    other = article(ws, "Other", "Words.")
    (theirs,) = ws.texts.revisions(TextRef(other, "en"))
    ref = TextRef(parcel, "en")
    with pytest.raises(NotFound):
        ws.texts.compare(ref, theirs.id, None)
    with pytest.raises(NotFound):
        ws.texts.revert(ref, theirs.id)
    with pytest.raises(NotFound):
        ws.texts.name_version(ref, theirs.id, "Mine")


# -------------------------------------------------------------------------------------- going back


def test_going_back_keeps_what_was_there_and_can_be_undone(ws: Workspace, parcel: Ref) -> None:
    ref = TextRef(parcel, "en")
    write(ws, parcel, "By sea.")
    (first,) = ws.texts.revisions(ref)
    ws.texts.revert(ref, first.id)
    assert text_of(ws, parcel).body == "By land."
    kept = ws.texts.revisions(ref)[-1]
    assert (kept.kind, kept.note, kept.body) == (CHECKPOINT, RESTORED, "By sea.")
    ws.history.undo()
    assert text_of(ws, parcel).body == "By sea."
    assert ws.texts.revisions(ref)[-1].id == kept.id


def test_a_checkpoint_is_restored_as_a_draft(ws: Workspace, parcel: Ref) -> None:
    ref = TextRef(parcel, "en")
    write(ws, parcel, "By sea.")
    keep(ws, parcel)
    write(ws, parcel, "By air.")
    publish(ws, parcel)
    back = ws.texts.revert(ref, ws.texts.revisions(ref)[1].id).value
    assert (back.body, back.state) == ("By sea.", State.DRAFT)
    live = ws.texts.published(ref)
    assert live is not None
    assert live.body == "By air."


# ------------------------------------------------------------------------------------------- names


def names(ws: Workspace, owner: Ref) -> list[str]:
    history = ws.texts.history(TextRef(owner, "en"))
    assert history is not None
    return [each.name for each in history.versions]


def test_a_version_is_named_renamed_and_nameless_again(ws: Workspace, parcel: Ref) -> None:
    ref = TextRef(parcel, "en")
    (only,) = ws.texts.revisions(ref)
    outcome = ws.texts.name_version(ref, only.id, "  The  first ")
    assert outcome.changes.texts == {ref}
    assert names(ws, parcel) == ["The first"]
    ws.texts.name_version(ref, only.id, "Number one")
    assert names(ws, parcel) == ["Number one"]
    ws.texts.name_version(ref, only.id, "")
    assert names(ws, parcel) == [""]
    for wanted in ("Number one", "The first", ""):
        assert ws.history.undo().changes.texts == {ref}
        assert names(ws, parcel) == [wanted]
    with pytest.raises(KbError):
        ws.texts.name_version(ref, only.id, "x" * 501)


def test_naming_the_working_text_keeps_it(ws: Workspace, parcel: Ref) -> None:
    write(ws, parcel, "By sea.")
    ws.texts.name_version(TextRef(parcel, "en"), None, "By sea")
    assert names(ws, parcel) == ["By sea", ""]
    ws.history.undo()
    assert names(ws, parcel) == ["", ""]
    ws.history.redo()
    assert names(ws, parcel) == ["By sea", ""]


def test_names_come_back_with_their_text(ws: Workspace, parcel: Ref) -> None:
    ref = TextRef(parcel, "fr")
    write(ws, parcel, "Par terre.", "fr")
    publish(ws, parcel, "fr")
    ws.texts.name_version(ref, ws.texts.revisions(ref)[0].id, "Avant")
    ws.texts.delete([ref])
    ws.history.undo()
    history = ws.texts.history(ref)
    assert history is not None
    assert [each.name for each in history.versions] == ["Avant"]
