"""The whole way with a real help centre of 788 files, at the real window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kbeditor.app.opening import create_library
from kbeditor.domain.records import Kind, Ref
from kbeditor.ui.dialogs.export import ExportDialog
from kbeditor.ui.dialogs.importing import ImportDialog
from kbeditor.ui.models.roles import Role
from kbeditor.ui.pane_specs import MATRIX, NAVIGATOR
from kbeditor.ui.start import Start
from tests.helpers.site_check import read_site
from tests.helpers.window import Person

pytestmark = [pytest.mark.corpus, pytest.mark.slow]
LONG = 120_000


def test_a_real_help_centre(person: Person, corpus: Path, tmp_path: Path) -> None:
    path = tmp_path / "campaign.kb"
    create_library(path, "Campaign", "en").close()
    person.start(Start(path))

    # Import both languages: planned, shown, applied.
    person.keys("Ctrl+Shift+I")
    dialog = person.dialog(ImportDialog)
    person.fill(dialog.source, str(corpus / "campaign" / "content"))
    person.press(dialog, "Read")
    person.until(lambda: dialog.primary.isVisible() and dialog.primary.text() == "Import", LONG)
    assert "391 articles" in dialog._brings.text()  # the others are categories’ own texts
    person.press(dialog, "Import")
    person.until(dialog.report.isVisible, LONG)
    person.press(dialog, "Done")
    person.until(lambda: person.navigator.model.rowCount() and person.program.bridge.idle, LONG)
    skeleton = person.ask(lambda ws: ws.tree.skeleton("en"))
    assert len(skeleton.articles) == 391
    assert all(leaf.marks[1] & 3 for leaf in skeleton.articles)

    # Twenty articles, by keyboard and by mouse in turn; the preview paints each.
    person.pick("view", "tree.expand_all")
    tree, model = person.navigator.tree, person.navigator.model
    person.keys(NAVIGATOR.shortcut)
    pictures = 0
    for number, leaf in enumerate(skeleton.articles[:: len(skeleton.articles) // 20][:20]):
        ref = Ref(Kind.ARTICLE, leaf.id)
        index = model.index_of(ref)
        if number % 2:
            person.click_row(tree, index)
        else:
            before = tree.indexAbove(index)
            tree.setCurrentIndex(before)
            tree.setFocus()
            person.keys("Down", "Return")
            person.until(person.editor.edit.hasFocus)
        person.sees_open(ref)
        person.sees(person.text(ref).title)
        pictures += person.sees_pictures()
    assert pictures > 10

    # Into French and back.
    person.keys("Ctrl+Alt+Right")
    person.sees_open(ref, "fr")
    person.sees(person.text(ref, "fr").title)
    person.keys("Ctrl+Alt+Left")
    person.sees_open(ref)

    # Search and filter.
    person.keys("Ctrl+Shift+F")
    person.write("emails")
    person.until(lambda: person.search.model.rowCount() > 20)
    person.keys("Return")
    hit = person.search.model.hit(person.search.model.index(0))
    assert hit is not None
    person.sees_open(hit.owner, hit.locale)
    person.keys(NAVIGATOR.shortcut, "Ctrl+F")
    person.write("email")
    results = person.navigator.results
    person.until(lambda: results.isVisible() and results.model().rowCount() > 3)
    person.keys("Down", "Return")
    person.sees_open(results.currentIndex().data(Role.REF), person.program.selection.locale)
    person.keys(NAVIGATOR.shortcut)
    person.click(person.navigator.filter)
    person.keys("Escape")

    # The matrix: all of them, then those of a word; submit the first three in French.
    person.keys(MATRIX.shortcut)
    matrix = person.matrix
    person.until(lambda: matrix.model.rowCount() == 391)
    person.fill(matrix.words, "email")
    person.until(lambda: 3 < matrix.model.rowCount() < 391)
    column = matrix.model.columnCount() - 2
    person.click_row(matrix.table, matrix.model.index(0, column))
    person.click_row(matrix.table, matrix.model.index(2, column), Qt.KeyboardModifier.ShiftModifier)
    person.keys("Ctrl+Shift+R")
    person.until(lambda: person.note() == "3 texts submitted for review.")

    # Check, jump to a finding.
    person.keys("F7")
    person.until(
        lambda: person.findings.check_button.isEnabled() and person.findings.model.rowCount(), LONG
    )
    person.until(person.findings.list.hasFocus)
    person.keys("Home", "Return")
    first = person.findings.model.finding(person.findings.model.index(0, 0))
    assert first is not None
    assert first.owner is not None
    person.until(lambda: person.program.selection.current == first.owner)

    # Export.
    person.keys("Ctrl+E")
    export = person.dialog(ExportDialog)
    person.until(lambda: export.formats.count() == 2)
    person.fill(export.target, str(tmp_path / "site"))
    person.press(export, "Export")
    person.until(export.report.isVisible, LONG)
    person.press(export, "Done")
    assert len(read_site(tmp_path / "site")) > 788
