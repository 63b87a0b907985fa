"""The library's file goes while one types: one reads what happened, and loses nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kbeditor.app.damage import DamageMarks
from kbeditor.app.opening import create_library, open_workspace
from kbeditor.app.unsaved import Unsaved
from kbeditor.domain.records import Ref, TextRef
from kbeditor.domain.states import State
from kbeditor.ui.dialogs.file_check import FileCheckDialog
from kbeditor.ui.dialogs.repair import RepairDialog
from kbeditor.ui.elsewhere import go_on_in
from kbeditor.ui.health import Health
from kbeditor.ui.kept_words import KeptWords
from kbeditor.ui.start import Start
from tests.helpers.damaging import PAGE
from tests.helpers.window import Person, at_the_window


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A drive that can be taken away."""
    folder = tmp_path / "drive"
    folder.mkdir()
    return folder


@pytest.fixture
def library(folder: Path) -> Path:
    return folder / "shop.kb"


@pytest.fixture
def ref(library: Path) -> Ref:
    ws = create_library(library, "Shop", "en", ["fr"])
    ref = ws.articles.create(None, "Where?", "en").value
    for number in range(40):
        other = TextRef(ws.articles.create(None, f"Article {number}", "en").value, "en")
        ws.texts.save(other, 1, body=f"Words of {number}. " * 400)
        ws.texts.set_state([other], State.PUBLISHED)
    ws.close()
    return ref


@pytest.fixture
def person(qtbot: QtBot, tmp_path: Path, library: Path, ref: Ref) -> Iterator[Person]:
    with at_the_window(qtbot, tmp_path) as person:
        person.start(Start(library))
        person.program.selection.go(ref)
        person.until(person.editor.can_edit)
        yield person
        person.leave()
        # That things fail is written down: what matters here is that nothing else is wrong.
        person.watch.wrong[:] = [each for each in person.watch.wrong if not each.startswith("log:")]


def banner(person: Person) -> str:
    shown = person.program.frame.banner
    return str(shown._words.text()) if shown.isVisible() else ""


def click(person: Person, words: str) -> None:
    """A button of the banner, or of the bar above the text."""
    [button] = [
        each
        for each in person.window.findChildren(QPushButton)
        if each.isVisible() and each.text().replace("&", "") == words
    ]
    button.click()


def type_(person: Person, words: str) -> None:
    person.bot.keyClicks(person.editor.edit, words)
    person.program.desk.flush()


def body_in(path: Path, ref: Ref) -> str:
    ws = open_workspace(path, read_only=True)
    try:
        text = ws.texts.get(TextRef(ref, "en"))
        assert text is not None
        return text.body
    finally:
        ws.close()


def test_a_deleted_library_is_saved_elsewhere_with_all_that_was_typed(
    person: Person, library: Path, ref: Ref, tmp_path: Path
) -> None:
    type_(person, "Saved. ")
    person.settle()
    library.unlink()
    type_(person, "Typed into the void. ")
    bar = person.editor.page.conflict_bar
    person.until(bar.isVisible)
    assert "no longer there" in bar.label.text()
    assert person.fact("save") == "Not saved"
    assert person.editor.edit.toPlainText() == "Saved. Typed into the void. "
    assert any(each.text() == "Save the library elsewhere…" for each in bar.buttons)
    new = tmp_path / "elsewhere.kb"
    go_on_in(person.program.desk, new)
    person.until(lambda: person.program.bridge.path == new)
    person.until(lambda: body_in(new, ref) == "Saved. Typed into the void. ")
    person.until(lambda: person.editor.edit.toPlainText() == "Saved. Typed into the void. ")
    assert Unsaved(person.paths.data / "unsaved").all() == ()
    type_(person, "And on. ")
    person.settle()
    assert "And on." in body_in(new, ref)


def test_a_removed_drive_is_said_and_comes_back(
    person: Person, folder: Path, library: Path, ref: Ref
) -> None:
    away = folder.with_name("unplugged")
    folder.rename(away)
    person.program.bridge._look_outside()
    person.until(lambda: "drive was removed" in banner(person))
    type_(person, "Meanwhile. ")
    person.until(lambda: person.fact("save") == "Not saved")
    away.rename(folder)
    click(person, "Try Again")
    person.until(lambda: person.fact("save") == "Saved")
    assert body_in(library, ref) == "Meanwhile. "


def test_words_that_stayed_unsaved_are_put_back_at_the_next_start(
    person: Person, folder: Path, library: Path, ref: Ref, qtbot: QtBot, tmp_path: Path
) -> None:
    away = folder.with_name("unplugged")
    folder.rename(away)
    type_(person, "Nowhere to go. ")
    person.until(lambda: person.fact("save") == "Not saved")
    person.leave()
    away.rename(folder)
    again = Person(qtbot, tmp_path)
    try:
        again.start(Start(library))
        kept = again.program.desk.findChild(KeptWords)
        assert kept is not None
        kept.look()
        again.until(lambda: "Words of “Where?”" in banner(again))
        click(again, "Put Them Back")
        again.until(lambda: body_in(library, ref) == "Nowhere to go. ")
        assert Unsaved(again.paths.data / "unsaved").all() == ()
    finally:
        again.leave()


def test_a_damaged_library_is_told_looked_at_and_repaired(
    person: Person, library: Path, ref: Ref, tmp_path: Path
) -> None:
    person.program.bridge.close()
    person.until(lambda: person.program.bridge.idle)
    data = bytearray(library.read_bytes())
    at = data.rindex(b"Words of 17.") // PAGE * PAGE
    data[at : at + PAGE] = b"x" * PAGE
    library.write_bytes(data)
    person.program._open(library)
    person.until(lambda: person.program.bridge.library is not None)
    health = person.program.desk.findChild(Health)
    assert health is not None
    health.look()
    person.until(lambda: "is damaged" in banner(person))
    assert DamageMarks(person.paths).of(library) is not None
    click(person, "What Is Damaged…")
    check = person.window.findChild(FileCheckDialog)
    assert check is not None
    person.until(lambda: check.report.isVisible())
    assert check.primary.text() == "Done"
    check.accept()
    person.program.desk.actions.trigger("library.repair")
    repair = person.window.findChild(RepairDialog)
    assert repair is not None
    before = library.read_bytes()
    new = tmp_path / "repaired.kb"
    repair.new.setText(str(new))
    repair.primary.click()
    person.until(lambda: repair.report.isVisible())
    assert library.read_bytes() == before
    [go_on] = [each for each in repair.findChildren(QPushButton) if "New Library" in each.text()]
    go_on.click()
    person.until(lambda: person.program.bridge.path == new)
    assert DamageMarks(person.paths).of(new) is None
    with_ten = person.ask(lambda ws: len(ws.tree.skeleton("en").articles))
    assert with_ten == 41
