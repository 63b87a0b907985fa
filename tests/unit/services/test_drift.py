"""The real pages whose English went on: imported, linked, published anew; what the French lacks."""

import shutil
from pathlib import Path

import pytest

from kbeditor.app.workspace import Workspace
from kbeditor.domain.blocks import Freshness, Segment
from kbeditor.domain.exchange import ImportOptions
from kbeditor.domain.records import Kind, Ref, TextRef
from kbeditor.domain.states import State
from tests.helpers.corpus_pages import page_segments
from tests.helpers.library import check_rules, text_of
from tests.unit.translation.test_drift import TRUTH, judged

pytestmark = pytest.mark.corpus

CHANGE = {Freshness.OUTDATED: "edited", Freshness.NEW: "new"}


@pytest.fixture
def pages(ws: Workspace, corpus: Path, tmp_path: Path) -> dict[str, Ref]:
    """The 14 pages, live in the English that was translated and in French, by their folder."""
    folders = {}
    for page in sorted((corpus / "drift").iterdir()):
        if page.is_dir():
            folders[page_segments(page / "en-at-translation.md")[0].text] = page.name
            for locale, file in (("en", "en-at-translation.md"), ("fr", "fr.md")):
                target = tmp_path / "content" / locale / f"{page.name.replace('_', '-')}.md"
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(page / file, target)
    ws.importing.write(ws.importing.plan(tmp_path / "content"))
    return {folders[row.title]: Ref(Kind.ARTICLE, row.id) for row in ws.status.matrix()}


def publish_today(ws: Workspace, corpus: Path, page: str, ref: Ref, folder: Path) -> None:
    """Publish the English of today."""
    folder.mkdir(exist_ok=True)
    shutil.copy(corpus / "drift" / page / "en-now.md", folder / "page.md")
    plan = ws.importing.plan(folder, ImportOptions(locale="en"))
    [new] = [each for each in plan.texts() if each.owner.kind is Kind.ARTICLE]
    text = text_of(ws, ref)
    ws.texts.save(
        text.ref,
        text.version,
        title=new.title,
        summary=new.summary,
        keywords=new.keywords,
        body=new.body,
    )
    ws.texts.set_state([text.ref], State.PUBLISHED)


@pytest.mark.parametrize("early", [True, False], ids=["blocks made before", "blocks made after"])
def test_what_the_french_of_real_pages_lacks(
    ws: Workspace, pages: dict[str, Ref], corpus: Path, tmp_path: Path, path: Path, early: bool
) -> None:
    assert len(pages) == 14
    if early:
        assert ws.linking.fill() == 14
        assert ws.linking.pending() == ()
    live = {page: ws.texts.published(TextRef(ref, "fr")) for page, ref in pages.items()}
    for page, ref in pages.items():
        publish_today(ws, corpus, page, ref, tmp_path / "now")
    ws.linking.fill()
    wrong, missed, right = [], [], 0
    for page, ref in pages.items():
        assert ws.texts.published(TextRef(ref, "fr")) == live[page]
        found = ws.blocks.pairs(TextRef(ref, "fr"))
        assert text_of(ws, ref, "fr").outdated == any(
            each.freshness is not Freshness.CURRENT for each in found
        )
        stale = [each for each in found if each.freshness in CHANGE]
        assert all(each.previous for each in stale if each.freshness is Freshness.OUTDATED)
        if page in TRUTH:
            result = judged(
                (
                    (
                        CHANGE[each.freshness],
                        None,
                        Segment(each.kind, each.source or "", each.source_hash, each.words),
                    )
                    for each in stale
                ),
                [(row[0], None, row[2]) for row in TRUTH[page] if row[2] is not None],
            )
            wrong += result[0]
            missed += result[1]
            right += result[2]
    assert right / (right + len(wrong)) >= 0.95, wrong
    assert right / (right + len(missed)) >= 0.95, missed
    check_rules(path)
