"""The sample's site before the judges that need no foreign program; and they find what is wrong."""

import re
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from kbeditor.app.opening import create_sample
from tests.helpers.site_check import read_site
from tools.judging.judgement import Judgement, counted, details, table
from tools.judging.links import judge_links
from tools.judging.machines import judge_machines
from tools.judging.pages import read_page
from tools.judging.sites import JudgedSite, export_site
from tools.judging.structured import judge_structured
from tools.judging.weight import judge_pages

BASE = "http://127.0.0.1:9"

Judge = Callable[[JudgedSite], list[Judgement]]
Change = Callable[[JudgedSite, str], None]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> JudgedSite:
    folder = tmp_path_factory.mktemp("judged")
    return export_site("sample", create_sample(folder / "sample.kb"), folder / "site", BASE)


def missed(judgements: Sequence[Judgement]) -> list[str]:
    return [f"{each.what}: {each.figure}" for each in judgements if each.passed is False]


@pytest.mark.parametrize("judge", [judge_links, judge_machines, judge_structured, judge_pages])
def test_the_sample_site_passes(site: JudgedSite, judge: Judge) -> None:
    judgements = judge(site)
    assert missed(judgements) == [], details(judgements)


def test_every_page_of_the_sample_site_is_well_formed(site: JudgedSite) -> None:
    wrong = {page: facts.wrong for page, facts in read_site(site.folder).items() if facts.wrong}
    assert wrong == {}


def substituted(pattern: str, by: str) -> Change:
    """What puts something else into the file of an address."""

    def change(site: JudgedSite, address: str) -> None:
        file = site.folder / address
        changed, count = re.subn(pattern, by, file.read_text("utf-8"), count=1)
        assert count == 1, f"{address} has no {pattern}"
        file.write_text(changed, encoding="utf-8")

    return change


def padded(site: JudgedSite, address: str) -> None:
    """Make a style sheet longer in a way that does not compress."""
    with (site.folder / address).open("a", encoding="utf-8") as file:
        file.writelines(f".c{number * 2654435761 % 16777213:x}{{}}" for number in range(8000))


@pytest.mark.parametrize(
    ("judge", "what", "address", "change"),
    [
        (judge_links, "links and anchors", "en/index.html", substituted('"#content"', '"#gone"')),
        (judge_links, "links and anchors", "en/index.html", substituted("search.html", "no.html")),
        (
            judge_links,
            "files from other hosts",
            "en/index.html",
            substituted("<script ", '<script src="https://cdn.example/x.js"></script><script '),
        ),
        (judge_machines, "sitemap.xml", "sitemap.xml", substituted("<loc>", "<lok/><loc>")),
        (judge_machines, "sitemap.xml", "sitemap.xml", substituted("/en/</loc>", "/xy/</loc>")),
        (judge_machines, "robots.txt", "robots.txt", substituted("Allow", "Disallow")),
        (
            judge_machines,
            "hreflang",
            "fr/index.html",
            substituted(r'<link rel="alternate" hreflang="en"[^>]*>', ""),
        ),
        (
            judge_machines,
            "canonical",
            "en/index.html",
            substituted(r'rel="canonical" href="[^"]*"', 'rel="canonical" href="gone"'),
        ),
        (judge_structured, "JSON-LD", "en/index.html", substituted('"url":"http', '"url":"')),
        (judge_structured, "JSON-LD", "en/index.html", substituted("WebSite", "WebSight")),
        (judge_structured, "Atom", "en/feed.xml", substituted("<updated>", "<updated/><updated>")),
        (judge_structured, "Atom", "en/feed.xml", substituted("(?s)<author>.*</author>", "")),
        (judge_pages, "article page", "static/site.css", padded),
    ],
)
def test_a_judge_finds_what_is_wrong(
    site: JudgedSite, tmp_path: Path, judge: Judge, what: str, address: str, change: Change
) -> None:
    copy = shutil.copytree(site.folder, tmp_path / "site")
    change(replace(site, folder=copy), address)
    pages = site.pages
    if address in pages:
        pages = pages | {address: read_page(copy, copy / address)}
    judgements = judge(replace(site, folder=copy, pages=pages))
    assert any(line.startswith(what) for line in missed(judgements)), table(judgements)


def test_the_table_says_what_was_missed() -> None:
    judgements = [counted("links", "sample", []), counted("anchors", "sample", ["a.html: #x"])]
    assert table(judgements).splitlines()[2:] == [
        "| links | sample | 0 wrong | 0 |",
        "| anchors | sample | 1 wrong **missed** | 0 |",
    ]
    assert details(judgements) == "anchors, sample:\n  a.html: #x"
