"""The whole export: pages, links, fallback, notices, options, errors."""

import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kbeditor.domain.errors import Cancelled, KbError
from kbeditor.domain.exchange import ExportOptions
from kbeditor.domain.progress import Silent, Stoppable
from kbeditor.domain.rendered import RenderContext, Rendered, RenderWarning
from kbeditor.domain.states import State
from kbeditor.publishing.catalogue import EXPORTERS
from kbeditor.publishing.html_site import HtmlSite
from kbeditor.publishing.theme import POLICY
from kbeditor.rendering.client import plain_rendered
from kbeditor.shipped import resources
from tests.helpers.golden import Golden
from tests.helpers.help_centre import PIXEL, help_centre
from tests.helpers.memory_library import MemoryLibrary, Words
from tests.helpers.site_check import broken_addresses, read_page, read_site
from tests.unit.publishing.conftest import Export


def files(folder: Path) -> dict[str, bytes]:
    """All files but what builds remember."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and ".kbeditor" not in file.parts
    }


@pytest.fixture
def site(export: Export, tmp_path: Path) -> Path:
    export(help_centre())
    return tmp_path / "site"


def test_the_catalogue_names_it() -> None:
    assert [exporter.info.id for exporter in EXPORTERS] == ["html"]


@pytest.mark.parametrize("fallback", [True, False])
@pytest.mark.parametrize("base_url", ["", "https://help.example/docs"])
def test_every_page_is_well_formed_and_no_link_is_broken(
    export: Export, tmp_path: Path, fallback: bool, base_url: str
) -> None:
    export(help_centre(), fallback=fallback, base_url=base_url)
    pages = read_site(tmp_path / "site")
    assert len(pages) > 15
    assert {page: facts.wrong for page, facts in pages.items() if facts.wrong} == {}
    assert broken_addresses(tmp_path / "site", pages) == []


def test_every_page_begins_with_the_policy_and_has_no_inline_script_or_style(site: Path) -> None:
    for page, facts in read_site(site).items():
        head = [tag for tag in facts.tags if tag[0] not in ("html", "head")]
        assert head[0] == (
            "meta",
            {"http-equiv": "Content-Security-Policy", "content": POLICY.format(connect="'self'")},
        ), page
        assert "style" not in [name for name, _ in facts.tags]
        for script in facts.all("script"):
            assert "src" in script or script == {"type": "application/ld+json"}, page
        assert not any(
            name == "style" or name.startswith("on")
            for _, attributes in facts.tags
            for name in attributes
        )
        assert len(facts.all("h1")) == 1, page
        assert facts.all("html")[0]["dir"] == ("rtl" if page.startswith("ar/") else "ltr")


def test_an_article_page_shows_all_its_parts(site: Path, golden: Golden) -> None:
    for name, page in (("article", "en/my-orders/where.html"), ("home.fr", "fr/index.html")):
        html = (site / page).read_text("utf-8")
        golden.check(f"publishing/{name}.html", re.sub(r"\?v=[0-9a-f]{8}", "?v=…", html))


def test_a_page_missing_in_a_locale_is_shown_in_the_fallbacks_language(site: Path) -> None:
    facts = read_page((site / "fr/mes-commandes/cancel.html").read_text("utf-8"))
    assert facts.all("html")[0]["lang"] == "fr"
    assert "pas encore traduit. Vous le lisez en anglais." in facts.text
    body = next(each for each in facts.all("div") if "kb-article" in each.get("class", ""))
    assert (body["lang"], body["dir"]) == ("en", "ltr")
    arabic = read_page((site / "ar/orders/cancel.html").read_text("utf-8"))
    body = next(each for each in arabic.all("div") if "kb-article" in each.get("class", ""))
    assert (body["lang"], body["dir"]) == ("en", "ltr")
    assert "باللغة الإنجليزية" in arabic.text


def test_links_stay_in_the_locale_and_the_switcher_on_the_page(site: Path) -> None:
    facts = read_page((site / "fr/mes-commandes/ou.html").read_text("utf-8"))
    assert "../../fr/mes-commandes/cancel.html" in facts.addresses()
    languages = {
        link["data-language"]: link["href"] for link in facts.all("a") if "data-language" in link
    }
    assert languages == {
        "en": "../../en/my-orders/where.html",
        "fr": "../../fr/mes-commandes/ou.html",
        "ar": "../../ar/orders/where.html",
    }


def test_without_fallback_the_switcher_leads_to_the_nearest_category(
    export: Export, tmp_path: Path
) -> None:
    export(help_centre(), fallback=False)
    facts = read_page((tmp_path / "site/en/my-orders/cancel.html").read_text("utf-8"))
    languages = {
        link["data-language"]: link["href"] for link in facts.all("a") if "data-language" in link
    }
    assert languages["fr"] == "../../fr/mes-commandes/index.html"
    facts = read_page((tmp_path / "site/en/rewards/points.html").read_text("utf-8"))
    languages = {
        link["data-language"]: link["href"] for link in facts.all("a") if "data-language" in link
    }
    assert languages["fr"] == "../../fr/index.html"


def test_an_important_change_of_the_source_is_told(site: Path) -> None:
    facts = read_page((site / "fr/mes-commandes/ou.html").read_text("utf-8"))
    assert "a beaucoup changé depuis sa traduction" in facts.text
    assert "../../en/my-orders/where.html" in facts.addresses()
    english = read_page((site / "en/my-orders/where.html").read_text("utf-8"))
    assert "important way" not in english.text


def test_an_empty_category_says_so(site: Path) -> None:
    assert "There are no articles here yet." in (site / "en/gift-cards/index.html").read_text()


def test_previous_and_next_follow_the_tree(site: Path) -> None:
    facts = read_page((site / "en/my-orders/cancel.html").read_text("utf-8"))
    assert [(a["rel"], a["href"]) for a in facts.all("a") if a.get("rel") in ("prev", "next")] == [
        ("prev", "../../en/my-orders/where.html"),
        ("next", "../../en/rewards/points.html"),
    ]


def test_pictures_are_copied_with_sizes_and_the_librarys_words(site: Path) -> None:
    facts = read_page((site / "en/my-orders/where.html").read_text("utf-8"))
    picture = next(each for each in facts.all("img") if "assets/" in each["src"])
    assert picture["alt"] == "The steps"
    assert (picture["width"], picture["height"]) == ("640", "320")
    assert picture["loading"] == "lazy"
    copied = list((site / "assets").iterdir())
    assert [file.read_bytes() for file in copied] == [PIXEL]


def test_what_is_broken_is_reported_with_title_and_line(export: Export) -> None:
    report = export(help_centre())
    found = {(line.code, line.place, line.line) for line in report.lines}
    assert ("broken_link", "Where is my order? (en)", 24) in found
    assert ("missing_picture", "Where is my order? (en)", 24) in found
    assert dict(report.counts)["articles"] == 15
    assert dict(report.counts)["broken"] == 2


def test_a_text_that_could_not_be_rendered_is_reported(tmp_path: Path) -> None:
    library = MemoryLibrary(tags=("en",), rendered=False)
    library.article("a", en=Words("Too much", "[" * 50))

    def give_up(
        texts: Iterable[tuple[Any, str, RenderContext]],
    ) -> Iterator[tuple[Any, Rendered]]:
        for key, text, _ in texts:
            yield key, plain_rendered(text, RenderWarning("too_slow", 1))

    report = HtmlSite(resources() / "site").export(
        library, tmp_path / "site", ExportOptions(), give_up, Silent()
    )
    assert [(line.code, line.place) for line in report.lines] == [
        ("shown_as_typed", "Too much (en)")
    ]
    assert "[[[[" in (tmp_path / "site" / "en" / "too-much.html").read_text("utf-8")


def test_a_draft_is_left_out_or_shown_as_asked(export: Export, tmp_path: Path) -> None:
    export(help_centre(), least_state=State.DRAFT)
    page = (tmp_path / "site/fr/mes-commandes/annuler.html").read_text("utf-8")
    assert "Choisissez <strong>Annuler</strong>" in page
    manifest = json.loads((tmp_path / "site/manifest.json").read_bytes())
    page = manifest["pages"]["fr/mes-commandes/annuler.html"]
    assert (page["article"], page["locale"], page["shown"]) == ("cancel", "fr", "fr")
    assert (page["revision"], page["working"]) == (None, "12.1")


def test_texts_without_stored_html_give_the_same_site(export: Export, tmp_path: Path) -> None:
    stored, unstored = help_centre(), help_centre()
    unstored.rendered = False
    export(stored, tmp_path / "one")
    export(unstored, tmp_path / "two")
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_the_same_library_gives_the_same_bytes(export: Export, tmp_path: Path) -> None:
    for name in ("one", "two"):
        export(help_centre(), tmp_path / name, base_url="https://help.example")
    assert files(tmp_path / "one") == files(tmp_path / "two")
    for name in ("one.zip", "two.zip"):
        export(help_centre(), tmp_path / name, base_url="https://help.example", zip=True)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as made:
        assert {each: made.read(each) for each in made.namelist()} == files(tmp_path / "one")


def test_the_manifest_names_every_other_file(site: Path) -> None:
    manifest = json.loads((site / "manifest.json").read_bytes())
    assert set(manifest["files"]) == set(files(site)) - {"manifest.json"}
    assert manifest["pages"]["en/my-orders/index.html"]["category"] == "orders"


def test_old_addresses_have_a_page_that_leads_on(site: Path) -> None:
    facts = read_page((site / "en/my-orders/find-order.html").read_text("utf-8"))
    refresh = next(each for each in facts.all("meta") if each.get("http-equiv") == "refresh")
    assert refresh["content"] == "0; url=../../en/my-orders/where.html"
    assert "How do I cancel?" in (site / "en/my-orders/cancel.html").read_text("utf-8")


def test_one_locale_needs_no_switcher(export: Export, tmp_path: Path) -> None:
    export(help_centre(), locales=("fr",))
    assert not (tmp_path / "site/en").exists()
    assert "data-language" not in (tmp_path / "site/fr/index.html").read_text("utf-8")
    root = read_page((tmp_path / "site/index.html").read_text("utf-8"))
    assert root.all("html")[0]["data-choose"] == "fr"


def test_an_empty_library_still_gives_a_site_that_says_so(export: Export, tmp_path: Path) -> None:
    export(MemoryLibrary(tags=("en",)))
    assert "There are no articles here yet." in (tmp_path / "site/en/index.html").read_text()
    assert broken_addresses(tmp_path / "site", read_site(tmp_path / "site")) == []


def test_addresses_in_any_script_work(export: Export, tmp_path: Path) -> None:
    library = MemoryLibrary(tags=("ar",), source="ar")
    library.category("c", None, ar=Words("طلباتي", slug="طلباتي"))
    library.article("a", "c", ar=Words("أين طلبي؟", "[نفسه](kb:a)", slug="أين طلبي؟"))
    export(library, base_url="https://help.example")
    assert (tmp_path / "site/ar/طلباتي/أين-طلبي.html").is_file()
    assert broken_addresses(tmp_path / "site", read_site(tmp_path / "site")) == []
    assert "%D8%B7%D9%84" in (tmp_path / "site/sitemap.xml").read_text("utf-8")


def test_cancelling_leaves_the_old_site_and_nothing_else(export: Export, tmp_path: Path) -> None:
    export(help_centre(), locales=("en",))
    before = files(tmp_path)
    steps: list[tuple[str, int, int]] = []

    class StopAt(Stoppable):
        def step(self, code: str, done: int, total: int) -> None:
            steps.append((code, done, total))
            if len(steps) == 7:
                self.stop()
            super().step(code, done, total)

    library = help_centre()
    with pytest.raises(Cancelled):
        HtmlSite(resources() / "site").export(
            library, tmp_path / "site", ExportOptions(), library.render_many(), StopAt()
        )
    assert files(tmp_path) == before
    assert list(tmp_path.iterdir()) == [tmp_path / "site"]
    assert steps[1] == ("export_pages", 1, 27)


def test_what_is_no_site_of_ours_is_refused(export: Export, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "other.txt").write_text("mine")
    with pytest.raises(KbError) as caught:
        export(help_centre())
    assert caught.value.code == "target_not_ours"
    assert files(tmp_path) == {"site/other.txt": b"mine"}


def test_deep_trees_and_their_side_tree_hold_the_current_branch_only(
    export: Export, tmp_path: Path
) -> None:
    library = MemoryLibrary(tags=("en",))
    parent = None
    for depth in range(30):
        library.category(f"c{depth}", parent, en=Words(f"Level {depth}"))
        library.category(f"side{depth}", parent, en=Words(f"Aside {depth}"))
        library.article(f"hidden{depth}", f"side{depth}", en=Words(f"Hidden {depth}"))
        parent = f"c{depth}"
    library.article("a", parent, en=Words("Deep down"))
    export(library)
    page = "/".join(["en", *(f"level-{depth}" for depth in range(30)), "deep-down.html"])
    facts = read_page((tmp_path / "site" / page).read_text("utf-8"))
    assert "Aside 29" in facts.text
    assert "Hidden 7" not in facts.text
    current = [each for each in facts.all("a") if each.get("aria-current") == "page"]
    assert [each["href"] for each in current] == ["../" * 31 + page]
