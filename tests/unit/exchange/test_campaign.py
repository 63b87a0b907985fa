"""The real documentation beside the checkout: what an import of it must find."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from kbeditor.domain.exchange import ImportOptions, ImportPlan, ImportTarget
from kbeditor.domain.progress import Silent
from kbeditor.domain.records import Kind
from kbeditor.exchange.markdown_folder.importer import MarkdownImporter
from tests.helpers.patience import patience

CAMPAIGN = Path(__file__).resolve().parents[4] / "shared" / "corpus" / "campaign"
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CAMPAIGN.is_dir(), reason="the corpus is not beside this checkout"),
]
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_ADDRESS = re.compile(r"\[[^\]]*\]\((?!https?:|mailto:|#)([^)\s]+)")


@cache
def campaign() -> ImportPlan:
    """The plan, made once."""
    target = ImportTarget("en", ("en",), True)
    return MarkdownImporter().plan(CAMPAIGN, target, ImportOptions(), Silent())


def test_planning_does_not_run_away() -> None:
    with patience():
        made = campaign()
        assert sum(1 for _ in made.texts()) == made.text_count


def test_counts() -> None:
    # Of the 394 files per locale three are tables of contents: they make the tree.
    assert dict(campaign().counts) == {
        "locales": 2,
        "categories": 81,
        "articles": 391,
        "texts": 391 * 2 + 81 * 2 - 6,
        "attachments": 3111,
        "links": 7346,
        "unresolved": 8,
        "unpaired": 0,
        "tables_of_contents": 6,
    }
    assert [each.tag for each in campaign().locales] == ["fr"]


def test_the_tables_of_contents_make_the_tree_in_both_languages() -> None:
    titles: dict[str, dict[str, str]] = {}
    for text in campaign().texts():
        if text.owner.kind is Kind.CATEGORY:
            titles.setdefault(text.owner.id, {})[text.locale] = text.title
    parents = {each.id: each.parent_id for each in campaign().categories}

    def path(category: str | None, locale: str) -> list[str]:
        if category is None:
            return []
        return [*path(parents[category], locale), titles[category].get(locale, "—")]

    cubes = next(key for key, each in titles.items() if each["en"] == "Create cubes")
    assert path(cubes, "en")[1:] == ["Tracking & Analytics", "Work with reports", "Create cubes"]
    assert path(cubes, "fr")[1:] == [
        "Suivi et analyses",
        "Utiliser des rapports",
        "Créer des cubes",
    ]
    # Folders whose pages no table lists stay categories; nobody translated their names.
    folders = sorted(each["en"] for each in titles.values() if "fr" not in each)
    assert folders == ["Api", "Audiences", "Dev", "Interaction", "Start", "Workflow"]
    # Two French groups have the same anchor: their pages tell them apart.
    pairs = {each["en"]: each.get("fr") for each in titles.values()}
    assert pairs["Design queries"] == "Requêtes de conception"
    assert pairs["Query and filter"] == "Requête et filtre"


def test_what_is_unresolved_is_broken_upstream() -> None:
    told = {
        (line.place, line.text.split("”")[0].lstrip("“"))
        for line in campaign().lines
        if line.code.startswith("missing")
    }
    broken, in_comments = Counter[bool](), Counter[bool]()
    seen = set()
    for file in sorted(CAMPAIGN.glob("content/**/*.md")):
        text = file.read_text("utf-8")
        shown = _COMMENT.sub("", text)
        for counter, source in ((in_comments, text), (broken, shown)):
            for address in _ADDRESS.findall(source):
                path = address.partition("#")[0]
                if not (file.parent / path).exists():
                    counter[path.endswith(".png")] += 1
                    if source is shown:
                        seen.add((file.relative_to(CAMPAIGN).as_posix(), address))
    # Each link of the pages that leads nowhere is told, and nothing else. 26 pictures and 100
    # links are broken in the files; of these 22 and 96 stand in comments, which nobody sees.
    assert told == seen
    assert (broken[True], broken[False]) == (4, 4)
    assert (in_comments[True], in_comments[False]) == (26, 100)


def test_no_link_within_the_folder_is_left() -> None:
    left = {line.text.split("”")[0].lstrip("“") for line in campaign().lines}
    for text in campaign().texts():
        body = re.sub(r"```.*?```|`[^`\n]*`", "", _COMMENT.sub("", text.body), flags=re.S)
        for address in _ADDRESS.findall(body):
            assert address.startswith("kb:") or address in left, text.title
