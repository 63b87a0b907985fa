"""Keeps a library's backups: when one is due, where they lie, and the way back to one of them.

Works by the library's file alone, so that it also helps where the library cannot be opened.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from kbeditor.app.damage import DamageMarks
from kbeditor.app.paths import Paths
from kbeditor.app.preferences import Preferences, Store
from kbeditor.app.presence import SideFolder
from kbeditor.domain.backups import MIGRATION, RESTORE, Backup, Failure, Holds, Restored
from kbeditor.domain.errors import KbError
from kbeditor.domain.presence import Session
from kbeditor.moving import remove
from kbeditor.storage.backup import back_up, look_into
from kbeditor.storage.backup_folder import (
    Folder,
    check_backup,
    delete_backup,
    folder_of,
    list_backups,
    newest_of_each,
    write_backup,
)
from kbeditor.storage.opening import FORMAT, recognise
from kbeditor.storage.restoring import IN_USE, PATIENCE, put_back, tells_who_is_there
from kbeditor.storage.store import Store as LibraryStore

log = logging.getLogger(__name__)

FOLDER = "backups.folder"
"""The setting with the folder of one's choice; empty: among this person's own data."""

FAILED = "failed"
DAMAGED = "The library file is damaged. Restore a backup or try to repair a copy."

Clock = Callable[[], datetime]


class Keeper:
    """Every method may be called from any thread. Expected errors are `KbError`."""

    def __init__(
        self, paths: Paths, preferences: Preferences, clock: Clock = lambda: datetime.now(UTC)
    ) -> None:
        self._usual = paths.data / "backups"
        self._looks = paths.cache / "backups"
        self._preferences = preferences
        self._marks = DamageMarks(paths)
        self._failures = Store(paths.data / "backup_failures.json", {})
        self._clock = clock
        self.heard: Callable[[Path, Failure], None] = lambda _library, _failure: None
        """Who is told, on the thread at work, of a backup that failed without anybody waiting."""

    # ------------------------------------------------------------------ where

    @property
    def root(self) -> Path:
        """The folder with one folder of backups for each library."""
        chosen = str(self._preferences.get(FOLDER) or "")
        return Path(chosen) if chosen else self._usual

    @property
    def usual_root(self) -> Path:
        """Where backups go that nobody chose a folder for."""
        return self._usual

    def folder(self, library: Path) -> Path | None:
        """Where the backups of a library go; None: it cannot be told which library it is."""
        folder = self._folder(library)
        return None if folder is None else folder.first

    def _folder(self, library: Path) -> Folder | None:
        roots = (self.root, self._usual)
        try:
            return folder_of(roots, look_into(library).library_id)
        except KbError:  # damaged or gone: whose backups say that they are of this file?
            place = str(library.absolute())
            found = (each for each in newest_of_each(roots) if each.library == place)
            backup = next(found, None)
            return None if backup is None else folder_of(roots, backup.path.parent.name)

    # ------------------------------------------------------------------ what there is

    def list(self, library: Path) -> tuple[Backup, ...]:
        """All backups of a library, newest first."""
        folder = self._folder(library)
        return () if folder is None else list_backups(folder)

    def libraries(self) -> tuple[Backup, ...]:
        """The newest backup of every library that has one, newest first."""
        return newest_of_each((self.root, self._usual))

    def failure(self, library: Path) -> Failure | None:
        """Why the last attempt failed; None when it did not."""
        kept = self._failed().get(str(library.absolute()))
        if kept is None:
            return None
        return Failure(**{**kept, "at": datetime.fromisoformat(kept["at"])})

    def _failed(self) -> dict[str, Any]:
        return dict(self._failures.get(FAILED, {}))

    def known_damaged(self, library: Path) -> bool:
        """Whether a library is marked as damaged: no backup is made of it."""
        return self._marks.of(library) is not None

    def is_due(self, library: Path) -> bool:
        """Whether today's first backup is still to be made."""
        newest = next((each for each in self.list(library) if not each.problem), None)
        today = self._clock().astimezone().date()
        return newest is None or newest.seen_at.astimezone().date() != today

    def looks_unchanged(self, library: Path) -> bool:
        """Whether the newest backup holds as much, last written at the same moment. Cheap; only
        a copy tells for certain.
        """
        newest = next((each for each in self.list(library) if not each.problem), None)
        return newest is not None and newest.holds == look_into(library)

    # ------------------------------------------------------------------ making them

    def make(self, library: Path, reason: str, spare: Path | None = None) -> Backup:
        """Write a backup and thin out older ones, but for `spare`.

        Raises KbError: `damaged_source`, `backup_space`, `backup_failed`, `bad_backup` and those of
        a file that is no library.
        """
        if self.known_damaged(library):
            raise KbError(
                "damaged_source",
                "{path} is damaged, so no backup is made of it: it would take the place of a "
                "good one.",
                path=str(library),
            )
        folder = folder_of((self.root, self._usual), look_into(library).library_id)
        try:
            backup = write_backup(library, folder, reason, self._clock(), spare)
        except KbError as error:
            self._remember(library, reason, folder.first, error)
            raise
        failed = self._failed()
        if failed.pop(str(library.absolute()), None) is not None:
            self._failures.set(FAILED, failed)
        return backup

    def keep(self, library: Path, reason: str, spare: Path | None = None) -> Backup | None:
        """As `make`, if there is anything to keep; never raises for what is expected.

        None: the library holds nothing yet, is damaged, or it failed (see `heard`, `failure`).
        """
        try:
            if _holds_nothing(look_into(library)) or self.known_damaged(library):
                return None
            return self.make(library, reason, spare)
        except KbError as error:
            log.warning("no backup of %s (%s): %s", library, reason, error)
            failure = self.failure(library)
            if failure is not None:
                self.heard(library, failure)
            return None

    @contextmanager
    def migrating(self, library: Path) -> Iterator[Callable[[Path], None]]:
        """Gives what is to be called before a library's format is changed: it backs it up.

        An error within puts that backup back if the library was harmed. Raises KbError, the
        library unchanged, when nothing can be written, neither among the backups nor beside the
        library, and `damaged`.
        """
        made: list[Backup | None] = []
        try:
            yield lambda path: made.append(self._before_migration(path))
        except BaseException:
            if made and made[0] is not None:
                self._mend(library, made[0])
            raise

    def _before_migration(self, library: Path) -> Backup | None:
        if _holds_nothing(look_into(library)):
            return None
        try:
            return self.make(library, MIGRATION)
        except KbError as error:
            if error.code in ("bad_backup", "damaged_source"):
                raise KbError("damaged", DAMAGED) from error
            log.warning("no backup among the others: %s", error)
        beside = Folder(library.absolute().parent / "backups")
        return write_backup(library, beside, MIGRATION, self._clock())

    def _mend(self, library: Path, backup: Backup) -> None:
        """Put the backup back unless the library holds all that it held."""
        holds = backup.holds
        assert holds is not None  # it was just made
        try:
            found = look_into(library)
            unharmed = replace(found, format_version=0) == replace(holds, format_version=0)
        except KbError:
            unharmed = False
        if not unharmed:
            aside = put_back(backup.path, library, self._clock())
            log.error("the migration of %s failed; the harmed file is %s", library, aside)

    def _remember(self, library: Path, reason: str, folder: Path, error: KbError) -> None:
        failure = {
            "at": self._clock().isoformat(timespec="seconds"),
            "reason": reason,
            "folder": str(folder),
            "code": error.code,
            "sentence": error.template,
            "details": error.details,
        }
        self._failures.set(FAILED, {**self._failed(), str(library.absolute()): failure})

    # ------------------------------------------------------------------ what is done with them

    def check(self, backup: Backup) -> Backup:
        """Read all of a backup again; its `problem` says what is wrong."""
        return check_backup(backup)

    def save_copy(self, backup: Backup, target: Path) -> None:
        """Write a checked copy of a backup. Raises KbError."""
        back_up(backup.path, target)

    def readable(self, backup: Backup) -> Path:
        """A file to look at read-only: the backup, or a copy of it in today's format."""
        if recognise(backup.path) == FORMAT:
            return backup.path
        self._looks.mkdir(parents=True, exist_ok=True)
        copy = self._looks / backup.path.name
        remove(copy)
        back_up(backup.path, copy)
        LibraryStore.open(copy).close()
        return copy

    def delete(self, backup: Backup) -> None:
        """Remove a backup."""
        delete_backup(backup)

    def described(self, file: Path) -> Backup:
        """Any library's file as a backup to restore from. Raises KbError."""
        found = file.stat() if file.is_file() else None
        holds = look_into(file)
        assert found is not None  # else it could not be looked into
        changed = datetime.fromtimestamp(found.st_mtime, UTC)
        return Backup(file, changed, changed, "", found.st_size, holds)

    def restore(
        self, library: Path, backup: Path, *, another: bool = False, patience: float = PATIENCE
    ) -> Restored:
        """Put a backup, or any library's file, in the library's place. Nobody may have it open.

        The present state is first kept as one more backup; the former file steps aside.
        `another`: also when the backup is of another library. `patience`: seconds that others get
        to let go of it. Raises KbError `other_library`,
        `same_file`, `in_use`, `restore_failed`, `bad_backup`; the library is then as it was.
        """
        if library.exists() and backup.resolve() == library.resolve():
            raise KbError("same_file", "A library cannot be restored from itself.")
        new = look_into(backup)
        old = self.identity(library)
        if old not in ("", new.library_id) and not another:
            raise KbError(
                "other_library",
                "{path} is a backup of “{name}”, which is another library.",
                path=str(backup),
                name=new.name,
            )
        if library.exists() and not tells_who_is_there(library):
            _see_nobody(library)
        before = self.keep(library, RESTORE, backup) if library.exists() else None
        aside = put_back(backup, library, self._clock(), patience)
        self._marks.clear(library)
        return Restored(aside, None if before is None else before.path)

    def identity(self, library: Path) -> str:
        """A library's own id, by its backups where it cannot be read; "" when nobody knows."""
        try:
            return look_into(library).library_id
        except KbError:
            folder = self._folder(library)
            newest = list_backups(folder)[:1] if folder is not None else ()
            return newest[0].holds.library_id if newest and newest[0].holds else ""


def _see_nobody(library: Path) -> None:
    """On drives without a write-ahead log: nobody has said lately that they have it open."""
    side, me = SideFolder(library), Session(uuid4().hex, "", "")
    if not side.path.is_dir():
        return
    try:
        side.write(me)
        others = side.others(me)
        side.leave(me)
    except OSError as error:
        log.warning("who else has %s open cannot be told: %s", library, error)
        return
    if others:
        raise KbError("in_use", IN_USE, path=str(library))


def _holds_nothing(holds: Holds) -> bool:
    return not (holds.texts or holds.attachments)
