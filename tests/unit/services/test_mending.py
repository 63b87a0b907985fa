"""Mending what the checks found, in one block or in many, as one act."""

import pytest

from kbeditor.app.workspace import Workspace
from kbeditor.domain.blocks import BlockState, Fix, LibraryIssue
from kbeditor.domain.errors import Cancelled
from kbeditor.domain.progress import Stoppable
from kbeditor.domain.records import Ref, TextRef
from kbeditor.services.mending import Chosen, mended
from tests.helpers.library import article, publish, text_of, write

ENGLISH = """Show 40 orders!

- Select `Cancel` in the list: it is there.

```
kb list
```

![A plan](plan.png)
"""
FRENCH = """Affichez 40 commandes !

- Choisissez Annuler dans la liste : elle y est.
"""
NNBSP, NBSP = "\u202f", "\u00a0"


@pytest.fixture
def fr(ws: Workspace) -> TextRef:
    """An article with plain spaces in French, a lost code span, no listing and no picture."""
    ref = article(ws, "Orders", ENGLISH)
    write(ws, ref, FRENCH, "fr", title="Commandes")
    publish(ws, ref, "fr")
    return TextRef(ref, "fr")


def first_fixes(issues: tuple[LibraryIssue, ...], check: str) -> list[Chosen]:
    return [(each, each.issue.fixes[0]) for each in issues if each.issue.check == check]


def test_french_spacing_of_a_whole_text_is_one_act_and_no_work_for_reviewers(
    ws: Workspace, fr: TextRef
) -> None:
    before = text_of(ws, fr.owner, "fr").body
    chosen = first_fixes(ws.issues.text(fr), "french_spacing")
    assert len(chosen) == 2
    outcome = ws.issues.fix(chosen)
    assert outcome.value == 2
    assert fr in outcome.changes.texts
    body = text_of(ws, fr.owner, "fr").body
    assert f"commandes{NNBSP}!" in body
    assert f"liste{NBSP}:" in body
    assert first_fixes(ws.issues.text(fr), "french_spacing") == []
    begun = [each for each in ws.blocks.pairs(fr) if each.target is not None]
    assert {each.state for each in begun} == {BlockState.REVIEWED}
    ws.history.undo()
    assert text_of(ws, fr.owner, "fr").body == before


def test_a_fix_that_changes_words_is_for_the_reviewer_again(ws: Workspace, fr: TextRef) -> None:
    [(issue, fix)] = first_fixes(ws.issues.text(fr), "code")
    assert ws.issues.fix([(issue, fix)]).value == 1
    assert "`Cancel`" in text_of(ws, fr.owner, "fr").body
    states = {each.id: each.state for each in ws.blocks.pairs(fr)}
    assert states[issue.block_id] is BlockState.TRANSLATED


def test_what_was_rewritten_since_it_was_checked_stays(ws: Workspace, fr: TextRef) -> None:
    chosen = first_fixes(ws.issues.text(fr), "french_spacing")
    write(ws, fr.owner, FRENCH.replace("Affichez 40", "Montrez les 40"), "fr")
    assert ws.issues.fix(chosen).value == 1
    assert "Montrez les 40 commandes !" in text_of(ws, fr.owner, "fr").body


def test_texts_that_are_gone_are_passed_over(ws: Workspace, fr: TextRef) -> None:
    chosen = first_fixes(ws.issues.text(fr), "french_spacing")
    ws.texts.delete([fr])
    assert ws.issues.fix(chosen).value == 0


def test_fixing_can_be_stopped_and_changes_nothing_then(ws: Workspace, fr: TextRef) -> None:
    chosen = first_fixes(ws.issues.text(fr), "french_spacing")
    progress = Stoppable()
    progress.stop()
    with pytest.raises(Cancelled):
        ws.issues.fix(chosen, progress)
    assert text_of(ws, fr.owner, "fr").body == FRENCH


def test_blocks_that_need_no_translating_are_gaps(ws: Workspace, fr: TextRef) -> None:
    assert [(gap.what, gap.text) for gap in ws.issues.gaps(fr)] == [
        ("code", "kb list"),
        ("image", "![A plan](plan.png)"),
    ]


def test_all_of_a_text_is_read_at_once(ws: Workspace, fr: TextRef) -> None:
    assert ws.issues.overview(fr) == (
        ws.blocks.pairs(fr),
        ws.issues.text(fr),
        ws.issues.gaps(fr),
    )


def test_all_that_is_missing_is_put_in_at_once(ws: Workspace, fr: TextRef) -> None:
    assert ws.issues.complete(fr, ws.issues.text(fr)).value == 3
    body = text_of(ws, fr.owner, "fr").body
    assert body.index("`Cancel`") < body.index("kb list") < body.index("![A plan](plan.png)")
    assert ws.issues.gaps(fr) == ()
    ws.history.undo()
    assert text_of(ws, fr.owner, "fr").body == FRENCH


def test_issues_are_placed_in_the_body(ws: Workspace, fr: TextRef) -> None:
    placed = ws.issues.placed(fr, ws.issues.text(fr))
    body = text_of(ws, fr.owner, "fr").body
    spacing = [each for each in placed if each.issue.check == "french_spacing"]
    assert [body[each.start : each.end + 1] for each in spacing] == [" !", " :"]
    [code] = [each for each in placed if each.issue.check == "code"]
    assert body[code.start : code.end] == "est."


def test_several_issues_are_dismissed_as_one_act(ws: Workspace, fr: TextRef) -> None:
    issues = [each for each in ws.issues.text(fr) if each.issue.check == "french_spacing"]
    assert ws.issues.dismiss_all(issues, "House style.").value == 2
    assert ws.issues.dismiss_all(issues, "House style.").value == 0
    assert len(ws.issues.dismissals("fr")) == 2
    ws.history.undo()
    ws.history.undo()
    assert ws.issues.dismissals("fr") == ()


def test_fixes_of_the_same_characters_are_made_once() -> None:
    text, count = mended("a b  c", [Fix("x", 0, 1, "A"), Fix("x", 3, 5, " "), Fix("y", 4, 5, "")])
    assert (text, count) == ("A b c", 2)
    assert mended("ab", [Fix("x", 2, 2, "1"), Fix("x", 2, 2, "2")]) == ("ab12", 2)


def test_the_owner_of_a_fix_need_not_be_an_article(ws: Workspace) -> None:
    category = ws.categories.create(None, "Orders: all!", "en").value
    assert isinstance(category, Ref)
    publish(ws, category)
    write(ws, category, "", "fr", title="Commandes : toutes !")
    publish(ws, category, "fr")
    ref = TextRef(category, "fr")
    assert ws.issues.fix(first_fixes(ws.issues.text(ref), "french_spacing")).value == 2
    assert text_of(ws, category, "fr").title == f"Commandes{NBSP}: toutes{NNBSP}!"
