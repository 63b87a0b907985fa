"""The backups of a library: what each holds, looking at one, going back to one.

Works with and without an open library: also where it cannot be opened any more.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
)

from kbeditor.app.recent import recent_libraries
from kbeditor.domain.backups import ASKED, Backup, Failure
from kbeditor.domain.errors import KbError
from kbeditor.ui.ages import moment_words
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.base import GAP, Dialog
from kbeditor.ui.libraries import SUFFIX
from kbeditor.ui.plain import PlainLabel
from kbeditor.ui.restoring import (
    choose_backup_folder,
    look_at,
    put_back,
    show_file,
)
from kbeditor.ui.texts import error_words
from kbeditor.ui.widgets.backup_list import BackupList, holds_words
from kbeditor.ui.widgets.choose_file import choose_open, choose_save
from kbeditor.ui.widgets.empty import EmptyState
from kbeditor.ui.widgets.question import ask

if TYPE_CHECKING:
    from kbeditor.app.keeping import Keeper

T = TypeVar("T")
Found = tuple[tuple[Backup, ...], Failure | None, str, tuple[Backup, ...]]
"""Backups, why the last attempt failed, the folder, the newest backups of all libraries."""


class BackupsDialog(Dialog):
    """`path`: whose backups; None: those of the open library, else of the one opened last."""

    def __init__(self, desk: Desk, path: Path | None = None) -> None:
        super().__init__(desk, "", 1080)
        self.setWindowTitle(self.tr("Backups"))
        self._path = path or desk.bridge.path or _last(desk)
        self.add_sentence(
            self.tr(
                "Backups are made by themselves: when a library is first opened on a day, every "
                "half hour while you work, when you leave, and before much is changed at once. "
                "Each is read again before it counts. Older ones are thinned out."
            )
        )
        self.library = QComboBox()
        self.library.setAccessibleName(self.tr("Library"))
        self.library.hide()
        self.library.activated.connect(self._library_chosen)
        self.column.addWidget(self.library)
        self._failure = PlainLabel(wordWrap=True)
        self._failure.setProperty("role", "error")
        self._failure.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._failure.hide()
        self.column.addWidget(self._failure)
        self.list = BackupList(self)
        self._empty = EmptyState(desk.themes, "history", self)
        self._empty.say(
            self.tr("There is no backup yet"),
            self.tr("The first one is made as soon as something was written."),
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._empty)
        self._pages.setMinimumHeight(320)
        body = QHBoxLayout()
        body.setSpacing(GAP)
        body.addWidget(self._pages, 1)
        body.addLayout(self._make_tools())
        self.column.addLayout(body, 1)
        self.column.addLayout(self._make_foot())
        self._message = PlainLabel(wordWrap=True)
        self._message.setProperty("role", "muted")
        self._busy = QProgressBar(textVisible=False)
        self._busy.setRange(0, 0)
        policy = self._busy.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._busy.setSizePolicy(policy)
        self._busy.hide()
        self.column.addWidget(self._message)
        self.column.addWidget(self._busy)
        self.add_buttons(None)
        self.now = self.add_extra_button(self.tr("Back Up &Now"))
        self.from_file = self.add_extra_button(self.tr("Restore from a &File…"))
        self.now.clicked.connect(lambda _checked=False: self._back_up())
        self.from_file.clicked.connect(lambda _checked=False: self._choose_file())
        self.list.itemSelectionChanged.connect(self._dress)
        self.list.itemActivated.connect(lambda _item, _column: self._ask_restore())
        assert desk.keeping is not None
        self._keeping = desk.keeping
        self._keeping.changed.connect(self._read)
        self._read()

    def _make_tools(self) -> QVBoxLayout:
        tools = (
            (self.tr("&Restore…"), self._ask_restore),
            (self.tr("&Open to Read"), self._look),
            (self.tr("&Save a Copy…"), self._save_copy),
            (self.tr("Show in &Folder"), self._show_file),
            (self.tr("&Check Again"), self._check),
            (self.tr("&Delete…"), self._ask_delete),
        )
        column = QVBoxLayout()
        column.setSpacing(8)
        made: list[QPushButton] = []
        for words, run in tools:
            button = QPushButton(words, autoDefault=False)
            button.clicked.connect(lambda _checked=False, run=run: run())
            column.addWidget(button)
            made.append(button)
        column.addStretch(1)
        self.restore, self.look, self.copy, self.folder, self.check, self.delete = made
        return column

    def _make_foot(self) -> QHBoxLayout:
        self._place = PlainLabel(wordWrap=True)
        self._place.setProperty("role", "muted")
        self._place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        change = QPushButton(self.tr("Change Folder…"), autoDefault=False)
        change.clicked.connect(
            lambda _checked=False: choose_backup_folder(self.desk, self._keeping.changed.emit)
        )
        row = QHBoxLayout()
        row.addWidget(self._place, 1)
        row.addWidget(change)
        return row

    # ------------------------------------------------------------------ what there is

    def _read(self) -> None:
        self._run(partial(_find, self._path, self.desk.bridge.path is None), self._show)

    def _show(self, found: Found) -> None:
        backups, failure, root, libraries = found
        self.list.show_backups(backups, datetime.now(UTC))
        self._pages.setCurrentWidget(self.list if backups else self._empty)
        self._place.setText(self.tr("Kept in {folder}").format(folder=root))
        if failure is not None:
            words = self.tr("The last backup ({when}) could not be made. {why}")
            when = moment_words(failure.at)
            self._failure.setText(words.format(when=when, why=error_words(failure.error)))
        self._failure.setVisible(failure is not None)
        self._offer_libraries(libraries)
        self._dress()
        self.make_room()

    def _offer_libraries(self, newest: tuple[Backup, ...]) -> None:
        """Without an open library one chooses whose backups are shown."""
        self.library.clear()
        for each in newest:
            name = each.holds.name if each.holds else Path(each.library).stem
            self.library.addItem(f"{name} — {each.library}", each.library)
        at = self.library.findData(str(self._path))
        if at < 0 and self._path is not None and newest:
            self.library.insertItem(0, str(self._path), str(self._path))
            at = 0
        self.library.setCurrentIndex(at)
        self.library.setVisible(self.library.count() > 1)

    def _library_chosen(self) -> None:
        self._path = Path(str(self.library.currentData()))
        self._read()

    def _dress(self) -> None:
        backup, idle = self.list.chosen(), self._busy.isHidden()
        for button in (self.look, self.copy, self.folder, self.check, self.delete):
            button.setEnabled(backup is not None and idle)
        self.restore.setEnabled(backup is not None and not backup.problem and idle)
        self.look.setEnabled(self.restore.isEnabled())
        self.copy.setEnabled(self.restore.isEnabled())
        self.now.setEnabled(idle and self._path is not None)
        self.from_file.setEnabled(idle and self._path is not None)

    # ------------------------------------------------------------------ what is done

    def _back_up(self) -> None:
        path = self._path
        assert path is not None
        self.desk.flush()

        def done(backup: Backup) -> None:
            self._message.setText(
                self.tr("A backup was made and read again.")
                if backup.reason == ASKED
                else self.tr("There is a backup of this very state already.")
            )
            self._keeping.changed.emit()

        # In line with the library's own work, so that what was just typed is in it.
        if self.desk.bridge.path == path:
            self.desk.bridge.run(
                lambda ws: None, lambda _none: self._run(partial(_make, path), done, busy=True)
            )
        else:
            self._run(partial(_make, path), done, busy=True)

    def _check(self) -> None:
        backup = self.list.chosen()
        if backup is None:
            return

        def done(checked: Backup) -> None:
            words = self.tr("The backup of {when} is damaged: {why}.")
            if not checked.problem:
                words = self.tr("The backup of {when} was read through: it is sound.")
            when = moment_words(checked.taken_at)
            self._message.setText(words.format(when=when, why=checked.problem))
            self._read()

        self._run(lambda keeper: keeper.check(backup), done, busy=True)

    def _save_copy(self) -> None:
        backup = self.list.chosen()
        if backup is None or self._path is None:
            return
        day = backup.taken_at.astimezone().strftime("%Y-%m-%d")
        suggestion = self.desk.paths.documents / f"{self._path.stem} {day}{SUFFIX}"

        def save(target: Path) -> None:
            words = self.tr("A checked copy was written to {path}.").format(path=target)
            self._run(
                lambda keeper: keeper.save_copy(backup, target),
                lambda _none: self._message.setText(words),
                busy=True,
            )

        choose_save(self, self.tr("Save a copy"), self._filter(), suggestion, save)

    def _show_file(self) -> None:
        backup = self.list.chosen()
        if backup is not None:
            show_file(backup.path)

    def _ask_delete(self) -> None:
        backup = self.list.chosen()
        if backup is None:
            return
        words = self.tr("Delete the backup of {when}?")
        others = [each for each in self.list.backups if not each.problem and each != backup]
        ask(
            self,
            words.format(when=moment_words(backup.taken_at)),
            self.tr("It is gone for good then.")
            if others
            else self.tr("It is the only good one there is, and it is gone for good then."),
            (self.tr("Delete"), lambda: self._delete(backup)),
            dangerous=True,
        )

    def _delete(self, backup: Backup) -> None:
        self._run(lambda keeper: keeper.delete(backup), lambda _none: self._read())

    def _look(self) -> None:
        backup, path = self.list.chosen(), self._path
        if backup is not None and path is not None:
            self.accept()
            look_at(self.desk, path, backup)

    # ------------------------------------------------------------------ going back

    def _ask_restore(self) -> None:
        backup = self.list.chosen()
        if backup is not None and not backup.problem:
            self._ask(backup)

    def _choose_file(self) -> None:
        start = self.desk.paths.documents

        def chosen(file: Path) -> None:
            self._run(lambda keeper: keeper.described(file), self._ask)

        choose_open(self, self.tr("Restore from a file"), self._filter(), chosen, start)

    def _ask(self, backup: Backup) -> None:
        words = self.tr("Put the library back to its state of {when}?")
        holds = holds_words(backup)
        explanation = self.tr(
            "It held {holds}. What is there now is kept first as one more backup, and its file "
            "stays beside the library. The library must not be open in another window or program."
        )
        ask(
            self,
            words.format(when=moment_words(backup.taken_at)),
            explanation.format(holds=holds),
            (self.tr("Restore"), lambda: self._restore(backup.path)),
        )

    def _restore(self, backup: Path, *, another: bool = False) -> None:
        assert self._path is not None
        self._message.setText(self.tr("Restoring…"))
        self._wait(True)
        put_back(
            self.desk,
            self._path,
            backup,
            self.accept,
            partial(self._not_restored, backup),
            another=another,
        )

    def _not_restored(self, backup: Path, error: Exception) -> bool:
        self._wait(False)
        if isinstance(error, KbError) and error.code == "other_library":
            self._message.clear()
            ask(
                self,
                error_words(error),
                self.tr("It would take the place of the library {path}.").format(path=self._path),
                (self.tr("Replace the Library"), lambda: self._restore(backup, another=True)),
                dangerous=True,
            )
            return True
        return self._failed(error)

    # ------------------------------------------------------------------ work beside

    def _run(
        self, work: Callable[["Keeper"], T], then: Callable[[T], None], *, busy: bool = False
    ) -> None:
        """Do work on another thread; `busy`: it may take long, and nothing else is done then."""
        self._wait(busy)
        self._keeping.run(work, partial(self._land, then, busy), self._failed)

    def _land(self, then: Callable[[T], None], busy: bool, value: T) -> None:
        if busy:
            self._wait(False)
        then(value)

    def _failed(self, error: Exception) -> bool:
        self._wait(False)
        if isinstance(error, KbError):
            self._message.setText(error_words(error))
            return True
        return False

    def _wait(self, busy: bool) -> None:
        self._busy.setVisible(busy)
        self._dress()

    def _filter(self) -> str:
        return self.tr("kbeditor libraries") + f" (*{SUFFIX})"


def _find(path: Path | None, all_of_them: bool, keeper: "Keeper") -> Found:
    backups = keeper.list(path) if path is not None else ()
    failure = keeper.failure(path) if path is not None else None
    folder = keeper.folder(path) if path is not None else None
    return backups, failure, str(folder or keeper.root), keeper.libraries() if all_of_them else ()


def _make(path: Path, keeper: "Keeper") -> Backup:
    return keeper.make(path, ASKED)


def _last(desk: Desk) -> Path | None:
    return next((each.path for each in recent_libraries(desk.preferences)), None)
