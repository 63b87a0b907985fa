"""Dialogs that make, set up, export and import a library; each is opened by its action."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from kbeditor.app.locales_list import known_locales
from kbeditor.app.opening import create_library
from kbeditor.app.recent import remember
from kbeditor.domain.records import TextRef
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.export import ExportDialog
from kbeditor.ui.dialogs.importing import ImportDialog
from kbeditor.ui.dialogs.locales import LANGUAGE, LocalesDialog
from kbeditor.ui.dialogs.new_library import NewLibraryDialog
from kbeditor.ui.dialogs.pick_locale import PickLocale
from kbeditor.ui.dialogs.pictures import PicturesDialog
from kbeditor.ui.dialogs.settings import SettingsDialog
from kbeditor.ui.dialogs.shortcuts import ShortcutsDialog
from kbeditor.ui.widgets.banner import Banner
from tests.ui.dialogs.acting import opened_by, shown
from tests.ui.pane_desk import Shop, ask

# ---------------------------------------------------------------------- libraries


def test_a_new_library_is_made_with_its_languages_and_opened(desk: Desk, tmp_path: Path) -> None:
    dialog = opened_by(desk, "file.new", NewLibraryDialog)
    dialog.name.setText("Garden: tools & more")
    assert Path(dialog.path.text()).name == "Garden- tools & more.kb"
    dialog.source.setCurrentIndex(dialog.source.findData("fr"))
    known = {each.tag: each for each in known_locales()}
    dialog.add_locale(known["ar"])
    dialog.add_locale(known["pt-BR"])
    dialog.path.setText(str(tmp_path / "deep" / "garden"))
    dialog.accept()
    assert desk.library is not None
    assert (desk.library.name, desk.library.source_locale) == ("Garden: tools & more", "fr")
    assert [each.tag for each in desk.locales] == ["fr", "ar", "pt-BR"]
    assert desk.locales[1].direction == "rtl"
    assert desk.bridge.path == tmp_path / "deep" / "garden.kb"


def test_a_file_that_exists_is_refused_in_the_dialog(desk: Desk, tmp_path: Path) -> None:
    taken = tmp_path / "taken.kb"
    taken.write_bytes(b"somebody's work")
    dialog = opened_by(desk, "file.new", NewLibraryDialog)
    dialog.path.setText(str(taken))
    dialog.accept()
    assert dialog.isVisible()
    assert "taken.kb" in dialog._error.text()
    assert taken.read_bytes() == b"somebody's work"
    dialog.reject()


def test_a_folder_that_cannot_be_is_refused_in_the_dialog(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    dialog = opened_by(desk, "file.new", NewLibraryDialog)
    dialog.path.setText(str(tmp_path / "file" / "garden.kb"))
    dialog.accept()
    assert dialog.isVisible()
    assert "cannot be written" in dialog._error.text()
    dialog.path.setText(str(tmp_path / "garden.kb"))
    dialog.accept()
    assert desk.bridge.path == tmp_path / "garden.kb"


def test_the_library_is_renamed_in_the_settings(desk: Desk, shop: Shop) -> None:
    dialog = opened_by(desk, "library.settings", SettingsDialog)
    dialog.name.setText("Shop of shops")
    dialog.base_url.setText("https://help.example.com/")
    dialog.reject()
    assert desk.library is not None
    assert desk.library.name == "Shop of shops"
    assert desk.window.windowTitle() == "Shop of shops[*] — kbeditor"
    assert ask(desk, lambda ws: ws.settings.get("base_url")) == "https://help.example.com/"


def test_the_name_from_the_settings_stands_on_what_is_written_next(desk: Desk, shop: Shop) -> None:
    dialog = opened_by(desk, "app.settings", SettingsDialog)
    dialog.who.setText("Béatrice")
    dialog.reject()
    text = TextRef(shop.visa, "en")
    desk.bridge.run(lambda ws: ws.texts.rename(text, "Visa cards"))
    renamed = ask(desk, lambda ws: ws.texts.get(text))
    assert renamed is not None
    assert renamed.edited_by == "Béatrice"


def test_settings_of_look_act_at_once(desk: Desk, shop: Shop, qtbot: QtBot) -> None:
    dialog = opened_by(desk, "app.settings", SettingsDialog)
    with qtbot.waitSignal(desk.preference_changed) as changed:
        dialog.size_.setValue(18)
    assert changed.args == ["editor.size"]
    assert desk.preferences.get("editor.size") == 18
    dialog.reject()


# ---------------------------------------------------------------------- languages


def row_of(dialog: LocalesDialog, tag: str) -> int:
    """The row of a language."""
    rows = range(dialog.table.rowCount())
    for row in rows:
        item = dialog.table.item(row, LANGUAGE)
        if item is not None and item.data(Qt.ItemDataRole.UserRole) == tag:
            return row
    raise AssertionError(tag)


def test_a_language_is_found_by_any_of_its_names_and_added(desk: Desk, shop: Shop) -> None:
    dialog = opened_by(desk, "library.locales", LocalesDialog)
    dialog.add.click()
    picker = dialog.findChild(PickLocale)
    assert picker is not None
    offered = [picker.picker.model.locale(row).tag for row in range(picker.picker.model.rowCount())]
    assert "fr" not in offered
    picker.picker.search.setText("portug braz")
    assert picker.picker.model.locale(0).tag == "pt-BR"
    QTest.keyClick(picker.picker.search, Qt.Key.Key_Return)
    assert [each.tag for each in desk.locales] == ["en", "fr", "pt-BR"]
    assert dialog.table.rowCount() == 3
    assert dialog.table.currentRow() == 2
    banner = desk.window.findChild(Banner)
    assert banner is not None
    assert banner.isHidden()  # Enter added it once
    dialog.reject()


def test_a_library_is_looked_for_where_the_last_one_is(
    desk: Desk, shop: Shop, tmp_path: Path
) -> None:
    folder = tmp_path / "other"
    folder.mkdir()
    create_library(folder / "two.kb", "Two", "en").close()
    remember(desk.preferences, folder / "two.kb", "Two", datetime.now(UTC))
    files = opened_by(desk, "file.open", QFileDialog)
    assert Path(files.directory().absolutePath()) == folder
    files.reject()


def test_keys_are_listed_under_the_names_of_their_commands(desk: Desk, shop: Shop) -> None:
    desk.bridge.run(lambda ws: ws.texts.rename(TextRef(shop.cancel, "en"), "Cancelling it"))
    dialog = opened_by(desk, "help.shortcuts", ShortcutsDialog)
    assert dialog.tree.findItems("Undo", Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    dialog.reject()


def test_languages_are_ordered_and_stand_in_for_each_other(desk: Desk, shop: Shop) -> None:
    desk.bridge.run(lambda ws: ws.locales.add("fr-CA"))
    dialog = opened_by(desk, "library.locales", LocalesDialog)
    dialog.table.selectRow(row_of(dialog, "fr-CA"))
    dialog._up.click()
    assert [each.tag for each in desk.locales] == ["en", "fr-CA", "fr"]
    dialog._down.click()
    assert [each.tag for each in desk.locales] == ["en", "fr", "fr-CA"]
    dialog._set_fallback("fr-CA", "fr")
    dialog._set_published("fr-CA", False)
    canadian = desk.locale("fr-CA")
    assert canadian is not None
    assert (canadian.fallback, canadian.published) == ("fr", False)
    dialog.reject()


def test_the_source_language_cannot_be_removed_others_are_asked_about(
    desk: Desk, shop: Shop
) -> None:
    dialog = opened_by(desk, "library.locales", LocalesDialog)
    dialog.table.selectRow(row_of(dialog, "en"))
    assert not dialog._remove.isEnabled()
    dialog.table.selectRow(row_of(dialog, "fr"))
    dialog._remove.click()
    question = dialog.findChild(QMessageBox)
    assert question is not None
    assert "1" in question.informativeText()
    next(b for b in question.buttons() if b.text() == "Remove").click()
    assert [each.tag for each in desk.locales] == ["en"]
    desk.actions.trigger("edit.undo")
    assert [each.tag for each in desk.locales] == ["en", "fr"]
    dialog.reject()


# ---------------------------------------------------------------------- export and import


def test_export_writes_the_chosen_format_and_reports(
    desk: Desk, shop: Shop, tmp_path: Path
) -> None:
    dialog = opened_by(desk, "library.export_json", ExportDialog)
    assert dialog.formats.currentData().id == "json"
    dialog.target.setText(str(tmp_path / "out"))
    dialog.primary.click()
    assert (tmp_path / "out").is_dir()
    assert dialog.primary.text() == "Done"
    dialog.primary.click()
    again = opened_by(desk, "library.export", ExportDialog)
    assert again.formats.currentData().id == "json", "the last choice is remembered"
    again.reject()


def test_export_needs_a_language_and_a_place(desk: Desk, shop: Shop) -> None:
    dialog = opened_by(desk, "library.export_html", ExportDialog)
    assert dialog.primary.isEnabled()
    for row in range(dialog.locales.count()):
        dialog.locales.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.primary.isEnabled()
    dialog.locales.item(0).setCheckState(Qt.CheckState.Checked)
    dialog.target.setText(" ")
    assert not dialog.primary.isEnabled()
    dialog.reject()


def test_an_export_that_fails_says_why_and_can_be_tried_again(
    desk: Desk, shop: Shop, tmp_path: Path
) -> None:
    place = tmp_path / "full"
    place.mkdir()
    (place / "holiday.txt").write_text("not ours", encoding="utf-8")
    dialog = opened_by(desk, "library.export_html", ExportDialog)
    dialog.target.setText(str(place))
    dialog.primary.click()
    assert "full" in dialog._error.text()
    assert (place / "holiday.txt").read_text(encoding="utf-8") == "not ours"
    dialog.target.setText(str(tmp_path / "site"))
    dialog.primary.click()
    assert (tmp_path / "site" / "en").is_dir() or (tmp_path / "site" / "index.html").is_file()
    dialog.accept()


def test_import_shows_its_plan_before_anything_changes(
    desk: Desk, shop: Shop, tmp_path: Path
) -> None:
    guide = tmp_path / "guide" / "start"
    guide.mkdir(parents=True)
    (guide / "first.md").write_text("# First steps\n\nSee [no page](gone.md).\n", encoding="utf-8")
    (guide / "second.md").write_text("# Second steps\n\nDone.\n", encoding="utf-8")
    before = len(ask(desk, lambda ws: ws.tree.skeleton("en")).articles)
    dialog = opened_by(desk, "library.import", ImportDialog)
    assert not dialog.primary.isEnabled()
    dialog.source.setText(str(tmp_path / "guide"))
    dialog.primary.click()
    assert dialog.primary.text() == "Import"
    top = dialog._tree.topLevelItem(0)
    assert top is not None
    assert len(ask(desk, lambda ws: ws.tree.skeleton("en")).articles) == before
    dialog.primary.click()
    assert dialog.primary.text() == "Done"
    after = ask(desk, lambda ws: ws.tree.skeleton("en"))
    assert len(after.articles) == before + 2
    assert {"First steps", "Second steps"} <= {row.title for row in after.articles}
    dialog.accept()


def test_a_bad_source_is_said_and_nothing_changes(desk: Desk, shop: Shop, tmp_path: Path) -> None:
    dialog = opened_by(desk, "library.import", ImportDialog)
    dialog.source.setText(str(tmp_path / "nowhere"))
    dialog.primary.click()
    assert "nowhere" in dialog._error.text()
    assert dialog.primary.text() == "Read"
    dialog.reject()


def test_import_without_a_library_begins_with_one(desk: Desk, tmp_path: Path) -> None:
    dialog = opened_by(desk, "library.import", NewLibraryDialog)
    dialog.path.setText(str(tmp_path / "fresh.kb"))
    dialog.accept()
    shown(desk, ImportDialog).reject()


# ---------------------------------------------------------------------- pictures


def test_a_picture_is_added_described_and_removed(desk: Desk, shop: Shop, tmp_path: Path) -> None:
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkCyan)
    file = tmp_path / "swatch.png"
    assert picture.save(str(file))
    dialog = opened_by(desk, "library.pictures", PicturesDialog)
    dialog.add_files([file])
    assert dialog.name.text() == "swatch.png"
    dialog.alt.setText("A plain swatch")
    dialog._keep_alt()
    stored = ask(desk, lambda ws: ws.attachments.list())[0]
    assert (stored.width, stored.height, stored.alt) == (40, 30, {"en": "A plain swatch"})
    assert not dialog._large.pixmap().isNull()
    assert dialog.remove.isEnabled()
    dialog.remove.click()
    question = dialog.findChild(QMessageBox)
    assert question is not None
    next(b for b in question.buttons() if b.text() == "Remove").click()
    assert ask(desk, lambda ws: ws.attachments.list()) == ()
    dialog.reject()
