"""What becomes of blocks when they come back from translators, in every format."""

from pathlib import Path

import polib
import pytest

from kbeditor.app.workspace import Workspace
from kbeditor.domain.blocks import BlockState, Freshness
from kbeditor.domain.handing import PlannedBlock, Verdict
from kbeditor.domain.records import Ref, TextRef
from kbeditor.domain.states import Significance, State
from kbeditor.domain.units import UnitOptions
from tests.helpers.handing import ENGLISH, FRENCH, edit, hand_out, pairs, translated_article
from tests.helpers.library import article, check_rules, dump, publish, text_of, write
from tests.helpers.returning import translate

EMPTY, DRAFT, TRANSLATED, REVIEWED = BlockState
FORMATS = ("po", "xliff", "xliff2", "csv", "xlsx", "package")


@pytest.fixture
def where(ws: Workspace) -> Ref:
    """An article, live in English and French."""
    return translated_article(ws)


@pytest.fixture(params=FORMATS)
def handed(request: pytest.FixtureRequest, ws: Workspace, where: Ref, tmp_path: Path) -> Path:
    """All French blocks, handed out in each format in turn."""
    return hand_out(ws, tmp_path, request.param)


def changes(ws: Workspace, path: Path) -> dict[str, PlannedBlock]:
    """What the plan would not leave as it is, by source."""
    plan = ws.handing.plan(path)
    return {each.source: each for each in plan.blocks if each.verdict is not Verdict.UNCHANGED}


def test_what_comes_back_untouched_changes_nothing(ws: Workspace, handed: Path, path: Path) -> None:
    before = dump(path)
    plan = ws.handing.plan(handed)
    assert not plan.left(())
    assert not plan.lines
    assert not plan.good
    assert len(plan.blocks) == 6
    ws.handing.apply(plan)
    assert dump(path) == before


def test_the_one_block_that_was_translated_anew_changes_and_no_other(
    ws: Workspace, handed: Path, where: Ref, path: Path
) -> None:
    translate(handed, {"Open the page.": "Ouvrez la page « Commandes »."})
    plan = ws.handing.plan(handed)
    assert [each.source for each in plan.blocks if each.good] == ["Open the page."]
    report = ws.handing.apply(plan).value
    assert dict(report.counts)["taken"] == 1
    assert text_of(ws, where, "fr").body == FRENCH.replace("page.", "page « Commandes ».")
    states = {source: each.state for source, each in pairs(ws, where).items()}
    assert states.pop("Open the page.") is TRANSLATED
    assert set(states.values()) == {REVIEWED}
    assert text_of(ws, where, "fr").state is State.DRAFT
    check_rules(path)


def test_bringing_in_is_one_act_that_can_be_undone(
    ws: Workspace, handed: Path, where: Ref, path: Path
) -> None:
    before = dump(path)
    translate(handed, {"Open the page.": "Autre.", "Call us.": "Téléphonez.", "Find it": "Où ?"})
    ws.handing.apply(ws.handing.plan(handed))
    after = dump(path)
    act = ws.history.undo().value
    assert act.code == "handing.import"
    assert act.details["count"] == 3
    assert dump(path) == before
    ws.history.redo()
    assert dump(path) == after
    check_rules(path)


@pytest.mark.parametrize("format_id", FORMATS)
def test_a_translation_that_is_missing_is_begun(
    ws: Workspace, where: Ref, tmp_path: Path, path: Path, format_id: str
) -> None:
    handed = hand_out(ws, tmp_path, format_id, "de", "missing")
    translate(handed, {"Where is it?": "Wo ist es?", "Call us.": "Rufen Sie uns an."})
    plan = ws.handing.plan(handed)
    assert plan.begins == 1
    assert len(plan.good) == 2
    report = ws.handing.apply(plan).value
    assert dict(report.counts)["begun"] == 1
    text = text_of(ws, where, "de")
    assert text.title == "Wo ist es?"
    assert text.slug == "wo-ist-es"
    assert text.body == ENGLISH.replace("Call us.", "Rufen Sie uns an.")
    states = {source: each.state for source, each in pairs(ws, where, "de").items()}
    assert states.pop("Call us.") is states.pop("Where is it?") is TRANSLATED
    assert set(states.values()) == {EMPTY}
    check_rules(path)
    ws.history.undo()
    assert ws.texts.get(TextRef(where, "de")) is None


def test_what_was_made_from_an_older_source_comes_in_as_outdated(
    ws: Workspace, handed: Path, where: Ref
) -> None:
    edit(ws, where, "Open the page.", "Open the second page.")
    publish(ws, where)
    translate(handed, {"Open the page.": "Ouvrez cette page.", "Call us.": "Téléphonez."})
    found = changes(ws, handed)
    old = found["Open the second page."]
    assert (old.verdict, old.why, old.base) == (
        Verdict.OUTDATED,
        "source_changed",
        "Open the page.",
    )
    assert found["Call us."].verdict is Verdict.TAKE
    ws.handing.apply(ws.handing.plan(handed))
    there = pairs(ws, where)["Open the second page."]
    assert there.target == "Ouvrez cette page."
    assert there.freshness is Freshness.OUTDATED
    assert there.previous == "Open the page."


def test_what_is_based_on_a_minor_change_is_current(
    ws: Workspace, handed: Path, where: Ref
) -> None:
    edit(ws, where, "Open the page.", "Open this page.")
    publish(ws, where, significance=Significance.MINOR, note="one word")
    translate(handed, {"Open the page.": "Ouvrez cette page."})
    assert changes(ws, handed)["Open this page."].verdict is Verdict.TAKE
    ws.handing.apply(ws.handing.plan(handed))
    assert pairs(ws, where)["Open this page."].freshness is Freshness.CURRENT


def test_an_outdated_block_that_comes_back_finished_is_current(
    ws: Workspace, where: Ref, tmp_path: Path
) -> None:
    edit(ws, where, "Open the page.", "Open the second page.")
    edit(ws, where, "Call us.", "Call us now.")
    publish(ws, where)
    handed = hand_out(ws, tmp_path, only="outdated")
    assert [e.previous_msgid for e in polib.pofile(str(handed))] == ["Open the page.", "Call us."]
    # One is translated anew, the other is good as it is.
    said = {"Open the second page.": "Ouvrez la deuxième page.", "Call us now.": "Appelez-nous."}
    translate(handed, said)
    ws.handing.apply(ws.handing.plan(handed))
    found = pairs(ws, where)
    assert {each.freshness for each in found.values()} == {Freshness.CURRENT}
    assert found["Open the second page."].state is TRANSLATED
    assert not ws.texts.get(TextRef(where, "fr")).outdated  # type: ignore[union-attr]


def test_what_was_changed_here_meanwhile_is_a_conflict(
    ws: Workspace, handed: Path, where: Ref
) -> None:
    edit(ws, where, "Ouvrez la page.", "Allez à la page.", "fr")
    edit(ws, where, "Appelez-nous.", "Téléphonez-nous.", "fr")
    translate(handed, {"Open the page.": "Voyez la page."})
    plan = ws.handing.plan(handed)
    found = {each.source: each for each in plan.blocks}
    assert (found["Open the page."].verdict, found["Open the page."].why) == (
        Verdict.CONFLICT,
        "changed_here",
    )
    # The translator left this one alone: what was written here stays, and is no conflict.
    assert found["Call us."].why == "changed_here_only"
    report = ws.handing.apply(plan).value
    assert [each.code for each in report.lines] == ["changed_here"]
    assert "Allez à la page." in text_of(ws, where, "fr").body
    report = ws.handing.apply(plan, {found["Open the page."].id}).value
    assert dict(report.counts)["overwritten"] == 1
    assert not report.lines
    body = text_of(ws, where, "fr").body
    assert "Voyez la page." in body
    assert "Téléphonez-nous." in body


def test_what_is_changed_while_the_plan_is_looked_at_is_left_alone(
    ws: Workspace, handed: Path, where: Ref
) -> None:
    translate(handed, {"Open the page.": "Voyez la page.", "Call us.": "Téléphonez."})
    plan = ws.handing.plan(handed)
    edit(ws, where, "Ouvrez la page.", "Allez à la page.", "fr")
    report = ws.handing.apply(plan).value
    assert dict(report.counts)["taken"] == 1
    assert [each.code for each in report.lines] == ["changed_meanwhile"]
    body = text_of(ws, where, "fr").body
    assert "Allez à la page." in body
    assert "Téléphonez." in body


def test_only_what_was_chosen_comes_in(ws: Workspace, handed: Path, where: Ref) -> None:
    translate(handed, {"Open the page.": "Voyez.", "Call us.": "Téléphonez."})
    plan = ws.handing.plan(handed)
    [one] = [each.id for each in plan.blocks if each.source == "Call us."]
    ws.handing.apply(plan, {one})
    assert text_of(ws, where, "fr").body == FRENCH.replace("Appelez-nous", "Téléphonez")


def test_a_tool_that_sets_no_state_translates_all_the_same(
    ws: Workspace, where: Ref, tmp_path: Path
) -> None:
    """OmegaT: it sees units with a target only, so these hold the source, and writes no state."""
    path = tmp_path / "out.xlf"
    ws.handing.export("xliff", "de", path, UnitOptions(prefill=True))
    text = path.read_text("utf-8")
    target = "<target>Open the page.</target>"
    assert target in text
    path.write_text(text.replace(target, "<target>Öffnen.</target>"), "utf-8")
    plan = ws.handing.plan(path)
    assert [each.source for each in plan.blocks if each.good] == ["Open the page."]
    ws.handing.apply(plan)
    found = pairs(ws, where, "de")
    assert found["Open the page."].state is TRANSLATED
    assert found["Call us."].state is EMPTY


@pytest.mark.parametrize("format_id", ["po", "csv", "xlsx"])
def test_codes_that_the_source_lacks_are_refused_block_by_block(
    ws: Workspace, where: Ref, tmp_path: Path, format_id: str
) -> None:
    handed = hand_out(ws, tmp_path, format_id)
    hostile = "Ouvrez <script>alert(1)</script>."
    translate(handed, {"Open the page.": hostile, "Call us.": "Téléphonez."})
    plan = ws.handing.plan(handed)
    [refused] = [each for each in plan.blocks if each.verdict is Verdict.REFUSED]
    assert (refused.why, refused.detail) == ("foreign_code", "<script>")
    report = ws.handing.apply(plan, {each.id for each in plan.blocks}).value
    assert [each.code for each in report.lines] == ["foreign_code"]
    assert "script" not in text_of(ws, where, "fr").body
    assert "Téléphonez." in text_of(ws, where, "fr").body


def test_rows_whose_sources_were_shuffled_are_refused(
    ws: Workspace, where: Ref, tmp_path: Path
) -> None:
    """One column was sorted in a spreadsheet, the others were not."""
    handed = hand_out(ws, tmp_path, "csv")
    text = handed.read_text("utf-8-sig")
    one, other = ",Open the page.,", ",Call us.,"
    shuffled = text.replace(one, "@").replace(other, one).replace("@", other)
    handed.write_text(shuffled, "utf-8-sig")
    found = changes(ws, handed)
    assert {each.why for each in found.values()} == {"mixed_up"}
    assert set(found) == {"Open the page.", "Call us."}


def test_a_text_stays_one_block_whatever_a_translator_wrote(
    ws: Workspace, where: Ref, tmp_path: Path, path: Path
) -> None:
    handed = hand_out(ws, tmp_path)
    said = {"Open the page.": "# Une\n\n- deux", "Find it": "Trois\nquatre", "Call us.": "> cinq"}
    translate(handed, said)
    ws.handing.apply(ws.handing.plan(handed))
    found = pairs(ws, where)
    assert len(found) == 6
    assert all(each.target for each in found.values())
    assert found["Find it"].target == "Trois quatre"
    check_rules(path)


def test_blocks_whose_source_is_gone_are_told(ws: Workspace, handed: Path, where: Ref) -> None:
    edit(ws, where, "Open the page.\n\n", "")
    publish(ws, where)
    translate(handed, {"Open the page.": "Voyez.", "Call us.": "Téléphonez."})
    plan = ws.handing.plan(handed)
    [gone] = [each for each in plan.blocks if each.verdict is Verdict.REFUSED]
    assert gone.why in ("source_gone", "unknown_block")
    ws.handing.apply(plan)
    assert "Téléphonez." in text_of(ws, where, "fr").body


def test_a_translation_that_stands_for_two_blocks_is_a_conflict(
    ws: Workspace, tmp_path: Path, path: Path
) -> None:
    ref = article(ws, "Help", "Open the page of your orders.\n\nChoose the order that is late.")
    merged = "Ouvrez la page de vos commandes. Choisissez la commande qui tarde."
    write(ws, ref, merged, "fr", title="Aide")
    publish(ws, ref, "fr")
    handed = hand_out(ws, tmp_path)
    both = [each for each in ws.blocks.pairs(TextRef(ref, "fr")) if each.shared]
    assert len(both) == 2
    assert not ws.handing.plan(handed).left(())
    translate(handed, {both[0].source or "": "Ouvrez la page."})
    plan = ws.handing.plan(handed)
    [conflict] = [each for each in plan.blocks if each.verdict is Verdict.CONFLICT]
    assert conflict.why == "shared"
    ws.handing.apply(plan, {conflict.id})
    assert text_of(ws, ref, "fr").body == "Ouvrez la page."
    check_rules(path)


def test_two_blocks_that_translate_one_come_back_as_one(
    ws: Workspace, tmp_path: Path, path: Path
) -> None:
    source = "Open the page of your orders and choose the order that is late."
    ref = article(ws, "Help", source)
    write(ws, ref, "Ouvrez la page de vos commandes.\n\nChoisissez celle qui tarde.", "fr")
    publish(ws, ref, "fr")
    handed = hand_out(ws, tmp_path)
    assert not ws.handing.plan(handed).left(())
    translate(handed, {source: "Ouvrez la page et choisissez."})
    ws.handing.apply(ws.handing.plan(handed))
    assert "Ouvrez la page et choisissez." in text_of(ws, ref, "fr").body
    assert pairs(ws, ref)[source].target == "Ouvrez la page et choisissez."
    check_rules(path)
