"""Trying a theme on: a small site around one page, at any size of the library."""

from pathlib import Path

import pytest

from kbeditor.app.opening import create_sample, open_workspace
from kbeditor.app.workspace import Workspace
from kbeditor.domain.errors import KbError
from kbeditor.domain.progress import Silent
from kbeditor.domain.records import Kind, Ref
from kbeditor.domain.site import SiteTheme


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("looks") / "sample.kb"
    create_sample(path, "Ann").close()
    return path


@pytest.fixture
def ws(sample: Path) -> Workspace:
    return open_workspace(sample, "Ann")


def test_the_page_asked_for_is_there_in_its_language_with_its_colour(
    ws: Workspace, tmp_path: Path
) -> None:
    article = ws.tree.skeleton("fr").articles[-1]
    ref = Ref(Kind.ARTICLE, article.id)
    pages = ws.looks.build(SiteTheme("Ours", accent="#aa1144"), ref, "fr", tmp_path / "a", Silent())
    html = (tmp_path / "a" / pages.article).read_text(encoding="utf-8")
    assert article.id in html
    assert 'lang="fr"' in html
    assert (tmp_path / "a" / pages.home).is_file()
    assert (tmp_path / "a" / pages.category).is_file()
    assert "#aa1144" in (tmp_path / "a" / "static" / "site.css").read_text(encoding="utf-8")
    ws.close()


def test_another_page_and_another_theme_take_the_place_of_those_before(
    ws: Workspace, tmp_path: Path
) -> None:
    first, *_others, last = ws.tree.skeleton("en").articles
    for article, css in ((first, "b{top:1px}"), (last, "b{top:2px}")):
        ref = Ref(Kind.ARTICLE, article.id)
        pages = ws.looks.build(SiteTheme("x", css=css), ref, "en", tmp_path / "a", Silent())
        assert article.id in (tmp_path / "a" / pages.article).read_text(encoding="utf-8")
        assert css in (tmp_path / "a" / "static" / "site.css").read_text(encoding="utf-8")
    ws.close()


def test_a_block_that_fails_is_named_and_the_last_site_stays(ws: Workspace, tmp_path: Path) -> None:
    pages = ws.looks.build(SiteTheme("x"), None, "en", tmp_path / "a", Silent())
    broken = SiteTheme("x", templates={"footer": "\n{{ 1 / 0 }}"})
    with pytest.raises(KbError) as refused:
        ws.looks.build(broken, None, "en", tmp_path / "a", Silent())
    assert (refused.value.code, refused.value.details["block"]) == ("bad_template", "footer")
    assert refused.value.details["line"] == 2
    assert (tmp_path / "a" / pages.article).is_file()
    ws.close()


def test_what_an_accent_becomes_and_what_the_site_says(ws: Workspace) -> None:
    assert ws.looks.accent("#0b6760")[2] is False
    assert ws.looks.accent("#ff9900")[2] is True
    with pytest.raises(KbError):
        ws.looks.accent("orange")
    assert ws.looks.words("fr")["home"] == "Accueil"
    assert "footer" in ws.looks.blocks()
    ws.close()
