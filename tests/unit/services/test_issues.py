"""Issues of translated blocks, and dismissing them."""

import pytest

from kbeditor.app.workspace import Workspace
from kbeditor.domain.blocks import BlockKind, LibraryIssue
from kbeditor.domain.errors import Cancelled, KbError, NotFound
from kbeditor.domain.progress import Stoppable
from kbeditor.domain.records import Ref, TextRef
from tests.helpers.library import article, publish, text_of, write

ENGLISH = "Show 40 orders.\n\nSelect `Cancel` in the list."
FRENCH = "Affichez 90 commandes.\n\nChoisissez Annuler dans la liste."


@pytest.fixture
def where(ws: Workspace) -> Ref:
    """An article with a wrong number and a lost code span in French."""
    ref = article(ws, "Orders", ENGLISH)
    write(ws, ref, FRENCH, "fr", title="Commandes")
    publish(ws, ref, "fr")
    return ref


def found(issues: tuple[LibraryIssue, ...]) -> list[tuple[str, str, int]]:
    """Check and detail of each thing missing in the target, with the line of its block."""
    return [(each.issue.check, each.issue.detail, each.target_line) for each in issues]


def test_a_text_is_checked_block_by_block(ws: Workspace, where: Ref) -> None:
    fr = TextRef(where, "fr")
    issues = ws.issues.text(fr)
    assert {(check, line) for check, _, line in found(issues)} == {("numbers", 1), ("code", 3)}
    first = issues[0]
    assert (first.text, first.title) == (fr, "Commandes")
    assert (first.source, first.target) == ("Show 40 orders.", "Affichez 90 commandes.")
    block = ws.issues.block(fr, first.block_id)
    assert block
    assert {each.check for each in block} == {"numbers"}
    assert ws.issues.library("fr") == issues
    assert ws.issues.library("de") == ()


def test_what_is_being_typed_is_checked_without_being_stored(ws: Workspace, where: Ref) -> None:
    fr = TextRef(where, "fr")
    typed = ws.issues.check(fr, "block", BlockKind.PARAGRAPH, "Show 40.", "Affichez 40.")
    assert typed == ()
    typed = ws.issues.check(fr, "block", BlockKind.PARAGRAPH, "Show 40.", "Affichez 4.")
    assert {each.check for each in typed} == {"numbers"}
    ws.glossary.add("parcel", "fr", "colis")
    typed = ws.issues.check(fr, "block", BlockKind.PARAGRAPH, "A parcel.", "Un paquet.")
    assert [each.check for each in typed] == ["glossary"]


def test_a_dismissed_issue_is_not_reported_until_it_changes(ws: Workspace, where: Ref) -> None:
    fr = TextRef(where, "fr")
    issues = [each for each in ws.issues.text(fr) if each.issue.check == "numbers"]
    for each in issues:
        outcome = ws.issues.dismiss(fr, each.block_id, each.issue, " We have more in France. ")
        assert outcome.changes.checks
    assert {check for check, _, _ in found(ws.issues.text(fr))} == {"code"}
    assert {check for check, _, _ in found(ws.issues.library("fr"))} == {"code"}
    assert ws.issues.block(fr, issues[0].block_id) == ()
    write(ws, where, ENGLISH.replace("40", "45"))
    publish(ws, where)
    assert {check for check, _, _ in found(ws.issues.text(fr))} == {"code", "numbers"}


def test_dismissals_are_listed_and_revoked(ws: Workspace, where: Ref) -> None:
    fr = TextRef(where, "fr")
    before = ws.issues.text(fr)
    one = before[0]
    ws.issues.dismiss(fr, one.block_id, one.issue, "So it is.")
    ws.issues.dismiss(fr, one.block_id, one.issue, "Twice.")
    [dismissal] = ws.issues.dismissals()
    assert dismissal.text == fr
    assert (dismissal.block_id, dismissal.check) == (one.block_id, one.issue.check)
    assert (dismissal.detail, dismissal.reason, dismissal.who) == (
        one.issue.detail,
        "So it is.",
        "Ada",
    )
    assert ws.issues.dismissals("de") == ()
    assert ws.issues.revoke([dismissal.id, 999]).value == 1
    assert ws.issues.text(fr) == before
    ws.history.undo()
    assert ws.issues.dismissals("fr") == (dismissal,)


def test_a_reason_is_needed(ws: Workspace, where: Ref) -> None:
    fr = TextRef(where, "fr")
    one = ws.issues.text(fr)[0]
    with pytest.raises(KbError) as raised:
        ws.issues.dismiss(fr, one.block_id, one.issue, " ")
    assert raised.value.code == "empty_reason"
    with pytest.raises(NotFound):
        ws.issues.dismiss(TextRef(where, "de"), one.block_id, one.issue, "So it is.")
    with pytest.raises(NotFound):
        ws.issues.block(fr, "nowhere")


def test_what_is_only_copied_from_the_source_has_no_issues(ws: Workspace) -> None:
    ref = article(ws, "Orders", "Show the orders of this year in one list.")
    fr = TextRef(ref, "fr")
    ws.blocks.begin(fr)
    assert ws.issues.text(fr) == ()
    block = next(each for each in ws.blocks.pairs(fr) if each.kind is BlockKind.PARAGRAPH)
    ws.blocks.write(fr, text_of(ws, ref, "fr").version, block.id, "Affichez  les commandes")
    assert "double_spaces" in {check for check, _, _ in found(ws.issues.text(fr))}


def test_the_library_leaves_out_the_trash_the_outdated_and_the_unpublished(
    ws: Workspace, where: Ref
) -> None:
    draft = ws.articles.create(None, "Draft", "en").value
    write(ws, draft, "Brouillon", "fr")
    assert len(ws.issues.library("fr")) == len(ws.issues.text(TextRef(where, "fr")))
    write(ws, where, ENGLISH.replace("40", "50"))
    publish(ws, where)
    assert {check for check, _, _ in found(ws.issues.library("fr"))} == {"code"}
    assert {check for check, _, _ in found(ws.issues.text(TextRef(where, "fr")))} == {
        "code",
        "numbers",
    }
    ws.tree.trash([where])
    assert ws.issues.library("fr") == ()
    assert ws.issues.library("en") == ()


def test_checking_the_library_can_be_stopped(ws: Workspace, where: Ref) -> None:
    progress = Stoppable()
    progress.stop()
    with pytest.raises(Cancelled):
        ws.issues.library("fr", progress)
    assert progress.total == 1


def test_some_texts_are_checked_as_the_library_is(ws: Workspace, where: Ref) -> None:
    fr = TextRef(where, "fr")
    assert ws.issues.some([fr]) == ws.issues.library("fr")
    assert ws.issues.some([TextRef(where, "de"), TextRef(where, "en")]) == ()
    ws.tree.trash([where])
    assert ws.issues.some([fr]) == ()
