"""The real pages whose English went on: imported, linked, published anew; what the French lacks."""

from pathlib import Path

import pytest

from kbeditor.app.workspace import Workspace
from kbeditor.domain.blocks import Freshness, Segment
from kbeditor.domain.records import Ref, TextRef
from tests.helpers.drift import import_pages, publish_today
from tests.helpers.library import check_rules, text_of
from tests.unit.translation.test_drift import TRUTH, judged

pytestmark = pytest.mark.corpus

CHANGE = {Freshness.OUTDATED: "edited", Freshness.NEW: "new"}


@pytest.fixture
def pages(ws: Workspace, corpus: Path, tmp_path: Path) -> dict[str, Ref]:
    return import_pages(ws, corpus / "drift", tmp_path)


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
        publish_today(ws, corpus / "drift" / page, ref, tmp_path / "now")
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
