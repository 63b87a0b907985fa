"""Something went wrong, and a person goes back: at the real window, with its threads."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QMessageBox

from kbeditor.ui.dialogs.backups import BackupsDialog
from kbeditor.ui.start import Start
from tests.helpers.window import Person

CANCEL = "How do I cancel my order?"


def rows(dialog: BackupsDialog) -> int:
    return dialog.list.topLevelItemCount()


def test_going_back_to_before_a_mistake_and_forward_again(person: Person) -> None:
    person.start(Start(sample=True))
    ref = person.open(CANCEL)
    library = person.library
    person.keys("Alt+2", "Ctrl+End")
    person.write("\n\nTyped before the backup.")  # not yet saved when the window is opened
    person.pick("file", "Backups…")
    dialog = person.dialog(BackupsDialog)
    person.press(dialog, "Back Up Now")
    person.until(lambda: "read again" in dialog._message.text())
    person.until(lambda: rows(dialog) == 1)
    dialog.reject()

    person.keys("Alt+2", "Ctrl+A")
    person.write("All gone.")
    person.settle()
    person.pick("file", "Backups…")
    dialog = person.dialog(BackupsDialog)
    person.until(lambda: rows(dialog) == 1)
    person.press(dialog, "Restore…")
    person.press(person.dialog(QMessageBox), "Restore")
    person.until(lambda: person.program.bridge.path == library)
    person.settle()
    assert person.text(ref).body.endswith("Typed before the backup.")
    person.sees("Typed before the backup.")
    [aside] = library.parent.glob("Sample before restore *.kb")
    assert aside.stat().st_size > 0

    person.pick("file", "Backups…")
    dialog = person.dialog(BackupsDialog)
    person.until(lambda: rows(dialog) == 2)
    person.click_row(dialog.list, dialog.list.model().index(0, 0, QModelIndex()))
    person.press(dialog, "Open to Read")
    person.until(lambda: person.program.bridge.path not in (library, None))
    person.settle()
    assert person.text(ref).body == "All gone."
    person.leave()
    assert not library.with_name(library.name + "-wal").exists()


def test_what_was_written_is_in_a_backup_when_one_has_left(person: Person) -> None:
    person.start(Start(sample=True))
    person.open(CANCEL)
    keeper = person.program.keeping.keeper()
    library = person.library
    person.keys("Alt+2", "Ctrl+End")
    person.write("\n\nThe last words.")
    person.leave()
    [backup] = keeper.list(library)
    assert backup.reason == "closing"
    assert b"The last words." in backup.path.read_bytes()
    assert not library.with_name(library.name + "-wal").exists(), "it is one file again"
