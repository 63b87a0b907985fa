"""A manager's day at the real window, on the sample library."""

import json
from pathlib import Path

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractButton, QTreeWidget

from kbeditor.domain.records import TextRef
from kbeditor.ui.dialogs.export import ExportDialog
from kbeditor.ui.dialogs.importing import ImportDialog
from kbeditor.ui.dialogs.new_library import NewLibraryDialog
from kbeditor.ui.dialogs.settings import SettingsDialog
from kbeditor.ui.dialogs.significance import SignificanceDialog
from kbeditor.ui.start import Start
from kbeditor.ui.welcome import Welcome
from tests.helpers.site_check import broken_addresses, read_site
from tests.helpers.window import Person

CANCEL = "How do I cancel my order?"
LONG = "How do you choose, check, pack and follow up my order?"


@pytest.fixture
def person(person: Person) -> Person:
    person.start(Start(sample=True))
    person.until(lambda: person.navigator.model.rowCount())
    return person


def test_checking_leads_to_what_is_broken(person: Person) -> None:
    article = person.open(CANCEL)
    person.keys("Alt+2", "Ctrl+End")
    person.write("\n\nSee [the page that went](kb:0190a000-0000-7000-8000-00000000dead).")
    person.open(LONG)
    person.keys("F7")
    model = person.findings.model
    person.until(lambda: model.rowCount() and person.findings.check_button.isEnabled())
    findings = [model.finding(model.index(row, 0)) for row in range(model.rowCount())]
    row = next(n for n, each in enumerate(findings) if each and each.owner == article)
    person.double_click_row(person.findings.list, model.index(row, 0))
    person.sees_open(article)
    assert person.editor.edit.hasFocus()


def test_exporting_a_site_and_a_bundle(person: Person, tmp_path: Path) -> None:
    person.open(CANCEL)
    person.keys("Alt+2", "Ctrl+End")
    person.write("\n\nTyped just now.")  # not yet saved when the export begins
    person.keys("Ctrl+Shift+Return")
    person.press(person.dialog(SignificanceDialog), "Publish")
    person.until(lambda: person.note() == "1 text published.")

    person.keys("Ctrl+E")
    dialog = person.dialog(ExportDialog)
    person.until(lambda: dialog.formats.count() == 2)
    person.choose(dialog.formats, dialog.formats.itemText(0))
    site = tmp_path / "out" / "site"
    site.parent.mkdir()
    person.fill(dialog.target, str(site))
    person.press(dialog, "Export")
    person.until(lambda: dialog.report.isVisible(), 60_000)
    assert not list(site.parent.glob(".*")), "something temporary was left"
    person.press(dialog, "Done")
    pages = read_site(site)
    assert len(pages) > 90
    assert broken_addresses(site, pages) == []
    assert "Typed just now." in "".join(
        path.read_text(encoding="utf-8") for path in (site / "en").rglob("*.html")
    )

    person.pick("file", "library.export_json")
    dialog = person.dialog(ExportDialog)
    person.until(lambda: dialog.formats.count() == 2)
    bundle = tmp_path / "out" / "bundle"
    person.fill(dialog.target, str(bundle))
    person.press(dialog, "Export")
    person.until(lambda: dialog.report.isVisible(), 60_000)
    person.press(dialog, "Done")
    assert json.loads((bundle / "bundle.json").read_text(encoding="utf-8"))
    assert len(list((bundle / "articles").iterdir())) == 47  # one was never published
    assert sorted(each.name for each in site.parent.iterdir()) == ["bundle", "site"]


def test_a_cancelled_export_leaves_nothing(person: Person, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    person.keys("Ctrl+E")
    dialog = person.dialog(ExportDialog)
    person.until(lambda: dialog.formats.count() == 2)
    person.fill(dialog.target, str(folder / "site"))
    person.press(dialog, "Export")
    person.until(lambda: dialog._progress._count.text().strip())  # it is at work
    assert dialog.leave.text() == "Stop"
    person.keys("Escape")
    person.until(lambda: dialog.primary.isVisible())
    assert list(folder.iterdir()) == []
    person.press(dialog, "Export")  # the dialog can be used again
    person.until(lambda: dialog.report.isVisible(), 60_000)
    person.press(dialog, "Done")
    assert [each.name for each in folder.iterdir()] == ["site"]


def test_importing_a_folder_into_a_new_library(person: Person, tmp_path: Path) -> None:
    folder = tmp_path / "handbook"
    (folder / "start" / "img").mkdir(parents=True)
    (folder / "start" / "_index.md").write_text("# Getting started\n", encoding="utf-8")
    (folder / "start" / "one.md").write_text(
        "---\ntitle: First steps\nposition: 1\n---\n\nSee [two](two.md).\n\n![a](img/a.svg)\n",
        encoding="utf-8",
    )
    (folder / "start" / "two.md").write_text("# Second steps\n\nDone.\n", encoding="utf-8")
    (folder / "start" / "img" / "a.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>',
        encoding="utf-8",
    )
    person.keys("Ctrl+Shift+W")
    welcome = person.window.findChild(Welcome)
    person.until(welcome.isVisible)
    person.until(welcome.cards["library.import"].isEnabled)
    person.click(welcome.cards["library.import"])
    made = person.dialog(NewLibraryDialog)
    person.fill(made.name, "Handbook")
    person.fill(made.path, str(tmp_path / "handbook.kb"))
    person.press(made, "Create Library")
    dialog = person.dialog(ImportDialog)
    person.fill(dialog.source, str(folder))
    person.press(dialog, "Read")
    person.until(lambda: dialog.findChild(QTreeWidget))
    tree = dialog.findChild(QTreeWidget)
    assert tree is not None
    person.until(tree.isVisible)
    first = tree.topLevelItem(0)
    assert first is not None
    assert first.text(0) == "Getting started"
    assert person.ask(lambda ws: ws.tree.skeleton("en").articles) == ()  # nothing is changed yet
    person.press(dialog, "Import")
    person.until(lambda: dialog.report.isVisible(), 60_000)
    person.press(dialog, "Done")
    person.until(lambda: person.titles(None) == ["Getting started"])
    assert person.titles("Getting started") == ["First steps", "Second steps"]
    person.open("First steps")
    person.sees("See two.")
    assert person.sees_pictures() == 1


def test_settings_are_kept(person: Person, tmp_path: Path) -> None:
    person.keys("Ctrl+,")
    dialog = person.dialog(SettingsDialog)
    person.fill(dialog.who, "Odile")
    person.choose(dialog.theme, "Dark")
    person.until(lambda: person.program.themes.dark)
    person.keys("Escape")
    person.until(lambda: not person.window.findChildren(SettingsDialog))
    article = person.open(CANCEL)
    person.settle()
    person.keys("Alt+2", "Ctrl+End")
    person.write("\n\nMore.")
    person.keys("Ctrl+Shift+Return")
    person.press(person.dialog(SignificanceDialog), "Publish")
    person.until(lambda: person.note() == "1 text published.")
    revisions = person.ask(lambda ws: ws.texts.revisions(TextRef(article, "en")))
    assert max(revisions, key=lambda each: each.number).author == "Odile"
    person.leave()
    kept = json.loads(person.paths.preferences.read_text(encoding="utf-8"))
    assert (kept["who"], kept["theme"]) == ("Odile", "dark")


def test_closing_and_reopening_returns_to_the_very_place(person: Person) -> None:
    article = person.open(LONG)
    person.keys("Alt+2")
    edit = person.editor.edit
    for _ in range(30):
        edit.moveCursor(QTextCursor.MoveOperation.Down)
    person.keys(*["PgDown"] * 2, "Right", "Right")
    person.wheel(edit.viewport(), -2)
    person.sees(LONG)
    place, top = edit.textCursor().position(), edit.place()[0]
    assert place > 200
    assert top > 1
    library = person.library
    person.leave()

    person.start()
    person.until(lambda: person.program.bridge.library is not None)
    assert person.library == library
    person.sees_open(article)
    edit = person.editor.edit
    person.until(lambda: edit.textCursor().position() == place)
    # Not to the row: rows are counted as they were wrapped, and a small screen wraps otherwise.
    person.until(lambda: edit.place()[0] > top / 3)
    person.settle()

    # The list of recent ones leads there, too.
    person.keys("Ctrl+Shift+W")
    welcome = person.window.findChild(Welcome)
    person.until(welcome.isVisible)
    person.until(lambda: person.program.bridge.idle)
    rows = [each for each in welcome.findChildren(QAbstractButton) if each.isVisible()]
    row = next(each for each in rows if each.toolTip() == str(library))
    person.click(row)
    person.until(lambda: person.program.bridge.library is not None)
    person.sees_open(article)
