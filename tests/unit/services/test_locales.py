"""Locales, settings and the library's name."""

from pathlib import Path

import pytest

from kbeditor.app.opening import create_library
from kbeditor.app.workspace import Workspace
from kbeditor.domain.errors import KbError, NotFound
from tests.helpers.library import article, category, check_rules, dump, opened, publish, write


def tags(ws: Workspace) -> list[str]:
    return [each.tag for each in ws.locales.list()]


def test_a_locale_is_named_in_its_own_language(ws: Workspace) -> None:
    arabic = ws.locales.add("ar").value
    assert (arabic.tag, arabic.name, arabic.direction) == ("ar", "العربية", "rtl")
    assert ws.locales.add("pt_br").value.name == "Português (Brasil)"
    assert tags(ws) == ["en", "fr", "de", "ar", "pt-BR"]


@pytest.mark.parametrize("tag", ["", "x", "english", "../..", "x-private", "12", "zz-ZZ-zz"])
def test_what_is_no_language(ws: Workspace, tag: str) -> None:
    with pytest.raises(KbError) as caught:
        ws.locales.add(tag)
    assert caught.value.code == "bad_locale"
    assert tags(ws) == ["en", "fr", "de"]


def test_each_locale_once(ws: Workspace) -> None:
    with pytest.raises(KbError) as caught:
        ws.locales.add("FR")
    assert caught.value.code == "exists"


def test_removing_takes_its_texts_and_the_fallbacks_to_it(ws: Workspace, path: Path) -> None:
    ref = article(ws, "Where?", "In the post.")
    write(ws, ref, "Dans la poste.", "fr")
    publish(ws, ref, "fr")
    ws.locales.update("de", fallback="fr")
    assert ws.locales.remove("fr").value == 1
    assert tags(ws) == ["en", "de"]
    assert ws.locales.list()[1].fallback is None
    assert [head.locale for head in ws.texts.heads(ref)] == ["en"]
    check_rules(path)


def test_the_source_cannot_be_removed(ws: Workspace) -> None:
    with pytest.raises(KbError) as caught:
        ws.locales.remove("en")
    assert caught.value.code == "source_needed"
    with pytest.raises(NotFound):
        ws.locales.remove("it")


def test_fallbacks_lead_in_no_circle(ws: Workspace) -> None:
    ws.locales.update("de", fallback="fr")
    for tag, fallback in (("fr", "de"), ("fr", "fr")):
        with pytest.raises(KbError) as caught:
            ws.locales.update(tag, fallback=fallback)
        assert caught.value.code == "fallback_circle"
    ws.locales.update("de", published=False)
    german = ws.locales.list()[2]
    assert (german.fallback, german.published) == ("fr", False)
    ws.locales.update("de", fallback=None)
    assert ws.locales.list()[2].fallback is None


@pytest.mark.parametrize(
    ("tag", "before", "after"),
    [("de", "en", "de en fr"), ("en", None, "fr de en"), ("fr", "de", "en fr de")],
)
def test_in_another_order(ws: Workspace, tag: str, before: str | None, after: str) -> None:
    category(ws, "Orders")
    ws.locales.move(tag, before)
    assert tags(ws) == after.split()
    assert ws.tree.skeleton("en").locales == tuple(after.split())


def test_settings_hold_any_json_and_travel_with_the_library(ws: Workspace, path: Path) -> None:
    value = {"a": [1, 2.5, None, True, "é"], "b": {}}
    ws.settings.set("site.links", value)
    with opened(path) as other:
        assert other.settings.get("site.links") == value
        assert other.settings.all() == {"site.links": value}
    assert ws.settings.get("none", "default") == "default"
    ws.settings.set("site.links", None)
    assert ws.settings.all() == {}


def test_the_librarys_name(ws: Workspace) -> None:
    ws.settings.rename_library("  Help ")
    assert ws.library.name == "Help"
    with pytest.raises(KbError) as caught:
        ws.settings.rename_library(" ")
    assert caught.value.code == "empty_name"


def test_a_new_library(tmp_path: Path) -> None:
    ws = create_library(tmp_path / "new.kb", "Help", "pt_br", ["fr", "pt-BR", "fr"], "Ada")
    assert (ws.library.name, ws.library.source_locale, ws.who) == ("Help", "pt-BR", "Ada")
    assert tags(ws) == ["pt-BR", "fr"]
    ws.close()
    before = dump(tmp_path / "new.kb")
    with pytest.raises(KbError) as caught:
        create_library(tmp_path / "new.kb", "Other", "en")
    assert caught.value.code == "exists"
    assert dump(tmp_path / "new.kb") == before


def test_a_new_library_that_cannot_be(tmp_path: Path) -> None:
    for path, locales, code in (
        (tmp_path / "none" / "new.kb", [], "no_folder"),
        (tmp_path / "new.kb", ["klingonese"], "bad_locale"),
    ):
        with pytest.raises(KbError) as caught:
            create_library(path, "Help", "en", locales)
        assert caught.value.code == code
    assert list(tmp_path.iterdir()) == []
