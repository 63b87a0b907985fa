"""The window's languages: complete, up to date with the source texts, and in use."""

import ast
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from kbeditor.domain.changes import Act
from kbeditor.domain.errors import Conflict, KbError, NotFound
from kbeditor.exchange.bad_file import BadFile
from kbeditor.shipped import resources
from kbeditor.ui.error_texts import REASONS, SENTENCES
from kbeditor.ui.i18n import Translations, choose, languages
from kbeditor.ui.texts import act_words, error_words
from tools.update_translations import ROOT, update

FOLDER = resources() / "i18n"
FILES = sorted(FOLDER.glob("kbeditor_*.ts"))
Message = tuple[str, str]


def messages(path: Path) -> dict[Message, ElementTree.Element]:
    """All messages by context and source text."""
    root = ElementTree.parse(path).getroot()
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message
        for context in root.iter("context")
        for message in context.iter("message")
    }


def forms(message: ElementTree.Element) -> list[str]:
    """What a message is translated to: one text, or one for each number."""
    translation = message.find("translation")
    assert translation is not None
    plural = [form.text or "" for form in translation.iter("numerusform")]
    return plural or [translation.text or ""]


@pytest.fixture
def french(qtbot: QtBot, tmp_path: Path) -> Iterator[Translations]:
    before = QLocale()
    translations = Translations(FOLDER, tmp_path / "compiled")
    translations.use("fr")
    yield translations
    translations.remove()
    QLocale.setDefault(before)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_text_of_the_window_is_in_the_file_and_nothing_else(
    path: Path, tmp_path: Path
) -> None:
    shutil.copy(path, tmp_path)
    fresh = update(path.stem.removeprefix("kbeditor_"), tmp_path)
    assert set(messages(fresh)) == set(messages(path)), "run: python -m tools.update_translations"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_nothing_is_unfinished(path: Path) -> None:
    unfinished = [
        source
        for (_context, source), message in messages(path).items()
        if message.find("translation[@type]") is not None or not all(forms(message))
    ]
    assert unfinished == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_blanks_to_be_filled_are_the_same(path: Path) -> None:
    def blanks(text: str) -> set[str]:
        return set(re.findall(r"\{\w+", text))

    wrong = [
        (source, form)
        for (_context, source), message in messages(path).items()
        for form in forms(message)
        if blanks(source) != blanks(form) or ("…" in source) != ("…" in form)
    ]
    assert wrong == []


def test_menus_have_a_key_where_the_source_has_one_and_no_key_twice() -> None:
    french = messages(FOLDER / "kbeditor_fr.ts")
    menus = [forms(message)[0] for (context, _), message in french.items() if context == "Menu"]
    keys = [text[text.index("&") + 1].lower() for text in menus]
    assert len(keys) == len(set(keys)), keys
    for (context, source), message in french.items():
        if context in {"Menu", "Action"}:
            assert forms(message)[0].count("&") == source.count("&"), source


def test_french_is_set_as_french_is() -> None:
    """No-break spaces before the high marks and within « », no straight apostrophe."""
    for message in messages(FOLDER / "kbeditor_fr.ts").values():
        for form in forms(message):
            assert not re.search(r"(?<=\w)'|\" | [?!;:»]|« |\w[?!;](\s|$)", form), form


def test_the_core_s_sentences_are_those_that_are_translated() -> None:
    written = set()
    for path in sorted((ROOT / "kbeditor").rglob("*.py")):
        if {"ui", "cli"} & set(path.relative_to(ROOT).parts):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "KbError":
                sentence = node.args[1] if len(node.args) > 1 else None
                if isinstance(sentence, ast.Constant):
                    written.add(sentence.value)
    assert len(written) > 30
    assert written - set(SENTENCES) == set()


def test_french_is_spoken_with_its_plurals(french: Translations) -> None:
    translate = QCoreApplication.translate
    assert translate("Menu", "&File") == "&Fichier"
    assert translate("EditorPane", "%Ln word(s)", "", 1) == "1 mot"
    assert translate("EditorPane", "%Ln word(s)", "", 0) == "0 mot"
    assert translate("EditorPane", "%Ln word(s)", "", 2) == "2 mots"
    assert QLocale().language() == QLocale.Language.French


def test_qt_s_own_words_are_french_too(french: Translations, qtbot: QtBot) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    words = box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "")
    assert words == "Annuler"


def test_english_plurals_are_english(qtbot: QtBot, tmp_path: Path) -> None:
    translations = Translations(FOLDER, tmp_path)
    translations.use("en")
    assert QCoreApplication.translate("EditorPane", "%Ln word(s)", "", 1) == "1 word"
    assert QCoreApplication.translate("EditorPane", "%Ln word(s)", "", 2) == "2 words"
    translations.remove()


def test_compiled_texts_are_made_once_and_anew_when_the_source_changes(tmp_path: Path) -> None:
    folder, cache = tmp_path / "texts", tmp_path / "compiled"
    folder.mkdir()
    source = folder / "kbeditor_fr.ts"
    shutil.copy(FOLDER / "kbeditor_fr.ts", source)
    translations = Translations(folder, cache)
    translations.use("fr")
    first = list(cache.iterdir())
    translations.use("fr")
    assert list(cache.iterdir()) == first
    source.write_text(source.read_text(encoding="utf-8") + "<!-- -->\n", encoding="utf-8")
    translations.use("fr")
    second = list(cache.iterdir())
    translations.remove()
    assert len(second) == 1
    assert second != first


def test_the_language_wanted_wins_then_the_system_s_then_english() -> None:
    available = languages(FOLDER)
    assert {language.tag for language in available} == {"en", "fr"}
    assert choose("fr", available) == "fr"
    assert choose("xx", available) in {"en", "fr"}


def test_errors_are_said_in_the_window_s_language(french: Translations) -> None:
    assert error_words(NotFound("category", "abc")) == (
        "L’élément abc (catégorie) n’est pas dans cette bibliothèque."
    )
    bad = BadFile("not_utf8", "guide/a.md", "this is not UTF-8 text", 3)
    assert error_words(bad) == "guide/a.md, ligne 3\u00a0: ce n’est pas du texte UTF-8."
    assert "modifié ailleurs" in error_words(Conflict("X"))
    assert error_words(KbError("new", "Cup {a} fell.", a=1)) == "Cup 1 fell."
    assert all(reason.endswith(".") for reason in REASONS)


def test_acts_are_named_by_one_title_or_by_their_number(french: Translations) -> None:
    one = Act("tree.move", {"count": 1, "title": "Retours"})
    many = Act("tree.trash", {"count": 3, "title": "Retours"})
    assert act_words(one) == "Déplacer «\u00a0Retours\u00a0»"
    assert act_words(many) == "Supprimer 3 éléments"
    assert act_words(Act("thing.unheard_of")) == "Thing unheard of"
