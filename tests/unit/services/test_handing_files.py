"""What goes to translators, which files come back, and which are refused whole."""

import json
import zipfile
from pathlib import Path

import polib
import pytest

from kbeditor.app.workspace import Workspace
from kbeditor.domain.errors import Cancelled, KbError
from kbeditor.domain.handing import Verdict
from kbeditor.domain.progress import Stoppable
from kbeditor.domain.records import Ref, TextRef
from kbeditor.services.ids import new_id
from tests.helpers.handing import edit, hand_out, pairs, translated_article
from tests.helpers.library import PIXEL, article, dump, opened, publish, write
from tests.helpers.returning import translate


@pytest.fixture
def where(ws: Workspace) -> Ref:
    """An article, live in English and French."""
    return translated_article(ws)


def test_a_file_of_another_library_is_refused_whole(
    ws: Workspace, where: Ref, template: Path, tmp_path: Path
) -> None:
    handed = hand_out(ws, tmp_path)
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
    found = {each.source: each for each in ws.handing.plan(handed).blocks}
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


def test_a_library_that_can_only_be_read_hands_out_what_has_blocks(
    ws: Workspace, where: Ref, path: Path, tmp_path: Path
) -> None:
    """Ids that are not kept would never be found again."""
    ws.close()
    with opened(path, read_only=True) as locked, pytest.raises(KbError) as refused:
        hand_out(locked, tmp_path)
    assert refused.value.code == "blocks_not_made"
    with opened(path) as here:
        first = hand_out(here, tmp_path).read_text("utf-8")
    with opened(path, read_only=True) as locked:
        again = hand_out(locked, tmp_path).read_text("utf-8")
    assert first.partition("\n\n")[2] == again.partition("\n\n")[2]
