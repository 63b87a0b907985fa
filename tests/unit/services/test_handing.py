"""What goes to translators in every format, and what becomes of it when it comes back."""

import json
import zipfile
from pathlib import Path

import polib
import pytest

from kbeditor.app.workspace import Workspace
from kbeditor.domain.blocks import BlockPair, BlockState, Freshness
from kbeditor.domain.errors import Cancelled, KbError
from kbeditor.domain.handing import PlannedBlock, Verdict
from kbeditor.domain.progress import Stoppable
from kbeditor.domain.records import Ref, TextRef
from kbeditor.domain.states import Significance, State
from kbeditor.domain.units import UnitOptions
from kbeditor.services.ids import new_id
from tests.helpers.library import PIXEL, article, check_rules, dump, opened, publish, text_of, write
from tests.helpers.returning import translate

EMPTY, DRAFT, TRANSLATED, REVIEWED = BlockState
FORMATS = ("po", "xliff", "xliff2", "csv", "xlsx", "package")

ENGLISH = """# Find it

Open the page.

- Select the order.
- Read where the **parcel** is.

Call us."""

FRENCH = """# Le trouver

Ouvrez la page.

- Sélectionnez la commande.
- Lisez où est le **colis**.

Appelez-nous."""


@pytest.fixture
def where(ws: Workspace) -> Ref:
    """An article, live in English and French."""
    ref = article(ws, "Where is it?", ENGLISH)
    write(ws, ref, FRENCH, "fr", title="Où est-ce ?")
    publish(ws, ref, "fr")
    return ref


@pytest.fixture(params=FORMATS)
def handed(request: pytest.FixtureRequest, ws: Workspace, where: Ref, tmp_path: Path) -> Path:
    """All French blocks, handed out in each format in turn."""
    return hand_out(ws, tmp_path, request.param)


def hand_out(
    ws: Workspace, folder: Path, format_id: str = "po", locale: str = "fr", only: str = "all"
) -> Path:
    suffix = {each.id: each.suffix for each in ws.handing.formats()}[format_id]
    path = folder / f"out{suffix}"
    ws.handing.export(format_id, locale, path, UnitOptions(only=only))
    return path


def edit(ws: Workspace, ref: Ref, old: str, new: str, locale: str = "en") -> None:
    body = text_of(ws, ref, locale).body
    assert old in body
    write(ws, ref, body.replace(old, new), locale)


def pairs(ws: Workspace, ref: Ref, locale: str = "fr") -> dict[str, BlockPair]:
    """By source, or an orphan's target."""
    return {
        each.source or each.target or "": each for each in ws.blocks.pairs(TextRef(ref, locale))
    }


def changes(ws: Workspace, path: Path) -> dict[str, PlannedBlock]:
    """What the plan would not leave as it is, by source."""
    plan = ws.handing.plan(path)
    return {each.source: each for each in plan.blocks if each.verdict is not Verdict.UNCHANGED}


def test_what_comes_back_untouched_changes_nothing(ws: Workspace, handed: Path, path: Path) -> None:
    before = dump(path)
    plan = ws.handing.plan(handed)
    assert plan.flawless
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


def test_a_file_of_another_library_is_refused_whole(
    ws: Workspace, handed: Path, template: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.kb"
    other.write_bytes(template.read_bytes())
    with opened(other) as stranger, pytest.raises(KbError) as refused:
        stranger.handing.plan(handed)
    assert refused.value.code == "other_library"
    assert handed.name in str(refused.value)


def test_a_file_says_for_which_language_it_is(ws: Workspace, where: Ref, tmp_path: Path) -> None:
    handed = hand_out(ws, tmp_path)
    with pytest.raises(KbError) as refused:
        ws.handing.plan(handed, "de")
    assert refused.value.code == "other_locale"
    text = handed.read_text("utf-8")
    handed.write_text(text.replace("X-Kb-Locale: fr", "X-Kb-Locale: "), "utf-8")
    with pytest.raises(KbError) as asked:
        ws.handing.plan(handed)
    assert asked.value.code == "which_locale"
    assert ws.handing.plan(handed, "FR").locales == ("fr",)
    handed.write_text(text.replace("X-Kb-Locale: fr", "X-Kb-Locale: pt"), "utf-8")
    with pytest.raises(KbError) as unknown:
        ws.handing.plan(handed)
    assert unknown.value.code == "no_translations"


def test_a_file_without_hashes_is_judged_by_its_sources(
    ws: Workspace, where: Ref, tmp_path: Path
) -> None:
    handed = hand_out(ws, tmp_path, locale="de")
    text = handed.read_text("utf-8")
    lines = [line for line in text.split("\n") if "kb:hash" not in line]
    handed.write_text("\n".join(lines), "utf-8")
    edit(ws, where, "Call us.", "Call us now.")
    publish(ws, where)
    translate(handed, {"Open the page.": "Öffnen.", "Call us.": "Rufen Sie an."})
    found = changes(ws, handed)
    assert found["Open the page."].verdict is Verdict.TAKE
    assert found["Call us now."].verdict is Verdict.OUTDATED


@pytest.mark.parametrize("suffix", [".po", ".xlf", ".csv", ".xlsx", ".zip", ".tmx", ".tbx"])
def test_broken_files_change_nothing_and_say_why(
    ws: Workspace, where: Ref, tmp_path: Path, path: Path, suffix: str
) -> None:
    broken = tmp_path / f"broken{suffix}"
    broken.write_bytes(b"\x00\x01 this <is not a file \xff")
    before = dump(path)
    with pytest.raises(KbError) as refused:
        ws.handing.plan(broken)
    assert broken.name in str(refused.value)
    assert dump(path) == before


def test_entities_and_external_documents_are_refused(
    ws: Workspace, where: Ref, tmp_path: Path
) -> None:
    handed = hand_out(ws, tmp_path, "xliff")
    text = handed.read_text("utf-8")
    bomb = '<!DOCTYPE xliff [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n<xliff'
    handed.write_text(text.replace("<xliff", bomb, 1), "utf-8")
    with pytest.raises(KbError):
        ws.handing.plan(handed)


def test_it_can_be_stopped_and_then_nothing_is_changed(
    ws: Workspace, where: Ref, tmp_path: Path, path: Path
) -> None:
    handed = hand_out(ws, tmp_path)
    translate(handed, {"Open the page.": "Voyez."})
    plan = ws.handing.plan(handed)
    before = dump(path)
    work = Stoppable()
    work.stop()
    with pytest.raises(Cancelled):
        ws.handing.apply(plan, None, work)
    assert dump(path) == before
    assert ws.history.next_undo is None or ws.history.next_undo.code != "handing.import"


def test_only_what_needs_work_is_handed_out(ws: Workspace, where: Ref, tmp_path: Path) -> None:
    with pytest.raises(KbError) as nothing:
        hand_out(ws, tmp_path, only="todo")
    assert nothing.value.code == "nothing_to_hand_out"
    edit(ws, where, "Call us.", "Call us now.\n\nOr write.")
    publish(ws, where)
    for only, wanted in {
        "outdated": ["Call us now."],
        "missing": ["Or write."],
        "todo": ["Call us now.", "Or write."],
    }.items():
        handed = hand_out(ws, tmp_path, only=only)
        assert [each.msgid for each in polib.pofile(str(handed))] == wanted


def test_notes_and_what_surrounds_the_blocks_go_along(
    ws: Workspace, where: Ref, tmp_path: Path
) -> None:
    block = pairs(ws, where)["Call us."].id
    ws.notes.open(TextRef(where, "en"), block, "editor", "By telephone.")
    ws.notes.resolve(ws.notes.open(TextRef(where, "fr"), block, "editor", "Old.").value.id)
    text = hand_out(ws, tmp_path, "xliff").read_text("utf-8")
    assert "Ada: By telephone." in text
    assert "Old." not in text
    assert f"{{{{kb:{block}}}}}" in text


def test_a_package_shows_the_articles_with_their_pictures(ws: Workspace, tmp_path: Path) -> None:
    picture = ws.attachments.add("map.png", PIXEL).value.id
    other = article(ws, "Cancel", "Select **Cancel**.")
    ref = article(ws, "Where?", f"A parcel. ![](kb:{picture}) [](kb:{other.id}) [](kb:{new_id()})")
    write(ws, ref, "Un colis.", "fr", title="Où ?")
    ws.glossary.add("parcel", "fr", "colis")
    ws.glossary.add("letter", "fr", "lettre")
    with zipfile.ZipFile(hand_out(ws, tmp_path, "package")) as package:
        assert package.read(f"preview/pictures/{picture}.png") == PIXEL
        page = package.read(f"preview/{ref.id}.html").decode()
        assert f'src="pictures/{picture}.png"' in page
        assert f'href="{other.id}.html"' in page
        assert "Un colis." in page
        assert '="kb:' not in page
        terms = package.read("glossary/glossary.csv").decode("utf-8-sig")
        assert "colis" in terms
        assert "lettre" not in terms


def test_drafts_and_what_is_in_the_trash_stay_at_home(ws: Workspace, tmp_path: Path) -> None:
    article(ws, "Live", "Words.")
    ws.articles.create(None, "Never published", "en")
    ws.tree.trash([article(ws, "Binned", "Gone.")])
    path = tmp_path / "out.po"
    report = ws.handing.export("po", "de", path)
    assert [each.msgid for each in polib.pofile(str(path))] == ["Live", "Words."]
    assert [each.code for each in report.lines] == ["source_unpublished"]


def test_a_memory_goes_out_and_comes_in(ws: Workspace, where: Ref, tmp_path: Path) -> None:
    handed = hand_out(ws, tmp_path, "tmx")
    assert dict(ws.handing.plan(handed).counts) == {"pairs": 6}
    report = ws.handing.apply(ws.handing.plan(handed)).value
    assert dict(report.counts) == {"pairs": 6}
    assert [(each.name, each.pairs) for each in ws.memory.origins()] == [("out.tmx", 6)]


@pytest.mark.parametrize("format_id", ["glossary-csv", "tbx"])
def test_a_glossary_goes_out_and_comes_in(ws: Workspace, tmp_path: Path, format_id: str) -> None:
    ws.glossary.add("parcel", "fr", "colis", ["paquet"], "never a letter")
    ws.glossary.add("order", "fr", "commande")
    handed = hand_out(ws, tmp_path, format_id)
    first, *_ = ws.glossary.list("fr")
    ws.glossary.remove([first.id])
    plan = ws.handing.plan(handed, "fr")
    assert dict(plan.counts) == {"new_terms": 1, "changed_terms": 0, "unchanged": 1}
    ws.handing.apply(plan)
    assert {each.term: each.forbidden for each in ws.glossary.list("fr")} == {
        "order": (),
        "parcel": ("paquet",),
    }
    ws.history.undo()
    assert len(ws.glossary.list("fr")) == 1


def test_what_is_no_translators_file_is_told(ws: Workspace, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Words", "utf-8")
    bundle = tmp_path / "bundle.json"
    bundle.write_text(json.dumps({"format": "kbeditor"}), "utf-8")
    assert not ws.handing.recognises(page)
    assert not ws.handing.recognises(bundle)
    assert not ws.handing.recognises(tmp_path)
    with pytest.raises(KbError) as refused:
        ws.handing.plan(page)
    assert refused.value.code == "not_handed_out"
