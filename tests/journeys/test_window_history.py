"""A text's history at the real window: kept, compared, restored; the whole library of then."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QTreeWidgetItem

from kbeditor.domain.records import Ref, TextRef
from kbeditor.domain.versions import LEFT, RESTORED
from kbeditor.ui.dialogs.ask_words import AskWords
from kbeditor.ui.dialogs.significance import SignificanceDialog
from kbeditor.ui.history.window import HistoryWindow
from kbeditor.ui.preview.page_half import PageHalf
from kbeditor.ui.preview.web_view import WebView
from kbeditor.ui.publish.release_dialogs import ReleaseDialog
from kbeditor.ui.publish.window import PublishWindow
from kbeditor.ui.start import Start
from tests.helpers.window import Person

CANCEL = "How do I cancel my order?"
OTHER = "How do I create an account?"


@pytest.fixture
def person(person: Person) -> Person:
    person.start(Start(sample=True))
    person.until(lambda: person.navigator.model.rowCount())
    return person


def write_at_end(person: Person, words: str) -> None:
    person.keys("Alt+2", "Ctrl+End")
    person.write(words)


def publish(person: Person) -> None:
    person.keys("Ctrl+Shift+Return")
    person.press(person.dialog(SignificanceDialog), "Publish")
    person.until(lambda: person.note() == "1 text published.")


def notes(person: Person, ref: Ref) -> list[str]:
    found = person.ask(lambda ws: ws.texts.revisions(TextRef(ref, "en")))
    return [each.note if each.kind == "checkpoint" else str(each.number) for each in found]


def rows(window: HistoryWindow) -> list[str]:
    tree = window.list
    items = [tree.topLevelItem(at) for at in range(tree.topLevelItemCount())]
    return [item.text(0) for item in items if isinstance(item, QTreeWidgetItem)]


def on_page(person: Person, half: PageHalf | None, expression: str) -> Any:
    assert half is not None
    assert isinstance(half.view, WebView)
    answers: list[Any] = []
    half.view.ask(expression, answers.append)
    person.until(lambda: answers)
    return answers[0]


def test_publish_edit_publish_compare_restore_and_undo(person: Person) -> None:
    article = person.open(CANCEL)
    before = person.text(article).body
    write_at_end(person, "\n\nA second version.")
    publish(person)
    write_at_end(person, " And a draft above it.")
    person.open(OTHER)
    person.until(lambda: LEFT in notes(person, article))
    person.open(CANCEL)
    person.keys("Ctrl+Shift+Y")
    window = person.dialog(HistoryWindow)
    person.until(lambda: len(rows(window)) == 4)
    assert rows(window) == ["Working text", "Checkpoint · now", "Version 2 · live", "Version 1"]
    assert window.list.hasFocus()
    assert window.headline.text() == "Version 2 → Working text"

    # Down to the first version by keyboard alone, to its changes and to both pages.
    person.keys("Down")
    person.until(lambda: window.headline.text() == "Version 1 → Working text")
    diff = window.comparing.diff
    person.until(lambda: "A second version. And a draft above it." in diff.toPlainText())
    person.tab(window.comparing.tabs.tabBar(), "Side by side")
    marked = "document.querySelector('.kb-mark-new')?.textContent ?? ''"
    person.until(
        lambda: (
            window.comparing.new is not None
            and "A second version." in on_page(person, window.comparing.new, marked)
        )
    )
    assert on_page(person, window.comparing.old, "document.querySelector('.kb-mark-gone')") is None

    person.keys("F2")
    asked = person.dialog(AskWords)
    person.write("As it began")
    asked.accept()
    person.until(lambda: "“As it began” · " not in rows(window)[3] and "“" in rows(window)[3])
    window.activateWindow()
    window.list.setFocus()
    person.keys("Ctrl+R")
    person.until(lambda: person.text(article).body == before)
    person.until(lambda: window.list.ids[1:] and "now" in rows(window)[-1])
    assert RESTORED not in notes(person, article), "it was kept already when the text was left"
    person.until(lambda: person.editor.edit.toPlainText().strip() == before.strip())

    person.window.activateWindow()
    person.until(lambda: QApplication.activeWindow() is person.window)
    person.navigator.setFocus()
    person.program.desk.actions.trigger("edit.undo")
    person.until(lambda: person.text(article).body.endswith("And a draft above it."))
    person.until(lambda: "a draft above it." in person.editor.edit.toPlainText())
    window.reject()


def test_the_library_of_a_release_is_looked_at_and_left_again(
    person: Person, tmp_path: Path
) -> None:
    article = person.open(CANCEL)
    home = person.library
    person.keys("Ctrl+F5")
    window = person.dialog(PublishWindow)
    person.until(lambda: window.preview is not None and window._job is None)
    person.fill(window.form.target, str(tmp_path / "site"))
    window.form.target.editingFinished.emit()
    person.until(window.publish.isEnabled)
    person.press(window, "Publish…")
    dialog = person.dialog(ReleaseDialog)
    person.press(dialog, "Publish")
    person.until(lambda: (tmp_path / "site" / "manifest.json").is_file())
    person.until(lambda: person.note() == "Release 1 is published")
    person.press(dialog, "Done")
    window.reject()
    person.window.activateWindow()
    before = person.text(article).body
    write_at_end(person, "\n\nWritten since the release.")
    person.settle()
    person.sees("Written since the release.")

    person.keys("Ctrl+F5")
    window = person.dialog(PublishWindow)
    person.until(lambda: window.releases.list.topLevelItemCount() == 1)
    person.tab(window.tabs.tabBar(), "Releases")
    person.press(window, "Open the library as it was")
    looking = person.program._looking_back
    person.until(looking.bar.isVisible)
    assert "(release 1). It can only be read." in looking.words.text()
    person.sees_open(article)
    person.until(lambda: person.editor.edit.toPlainText() == before)
    write_at_end(person, "This goes nowhere.")
    assert person.editor.edit.toPlainText() == before
    person.keys("Ctrl+B")
    assert person.editor.edit.toPlainText() == before

    person.press(person.window, "Back to the Library")
    person.until(lambda: not looking.bar.isVisible() and person.library == home)
    person.sees_open(article)
    person.until(lambda: "Written since the release." in person.editor.edit.toPlainText())
    assert not list((person.paths.cache / "as-of").iterdir())
