"""One open library file: reading, writing by units of work, undo."""

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session

from kbeditor.domain.changes import Act, Changes
from kbeditor.domain.errors import Conflict, KbError
from kbeditor.domain.footing import Footing
from kbeditor.storage.driver import describe
from kbeditor.storage.drives import network_drive
from kbeditor.storage.elsewhere import copy_open
from kbeditor.storage.faults import faults_named
from kbeditor.storage.journal import WAL
from kbeditor.storage.latest import Latest
from kbeditor.storage.opening import FORMAT, connect, recognise, writable
from kbeditor.storage.undo import Undo
from kbeditor.storage.unit_of_work import Unit
from kbeditor.storage.whereabouts import Whereabouts

# Both sides of a translation before and after a save, and as much again: a body of 200,000
# characters with its 2,000 blocks takes 4 MB.
_DOCUMENTS, _CHARACTERS = 8, 1_000_000


class Store:
    """Owned by one thread. `who` and `role` are what revisions and edits record."""

    def __init__(self, path: Path, engine: Engine, who: str, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self.who = who
        self.role = ""
        self.driver = describe()
        self.undo = Undo()
        self._engine = engine
        self._writing = engine.execution_options(kb_write=True)
        self._whereabouts = Whereabouts(path)
        self._seen = self._data_version()
        self.footing = self._look_at_footing()
        self._kept = {"documents": Latest[Any](_DOCUMENTS, _CHARACTERS)}  # see `splits`

    @classmethod
    def open(
        cls,
        path: Path,
        who: str = "",
        *,
        read_only: bool = False,
        before_migration: Callable[[Path], object] = lambda _path: None,
    ) -> "Store":
        """Open an existing library, migrated to the newest format. Raises KbError (see opening).

        `before_migration` is called before a file of an older format is touched.
        """
        number = recognise(path)
        if number < FORMAT:
            before_migration(path)
        with faults_named(), _closed_on_failure(connect(path, read_only=read_only)) as engine:
            if number < FORMAT:
                _migrate(engine)
            return cls(path, engine, who, read_only or not writable(path))

    @classmethod
    def create(cls, path: Path, who: str = "") -> "Store":
        """Make a new, still empty library file. Raises KbError `exists` if there is a file."""
        if path.exists():
            raise KbError("exists", "There is already a file {path}.", path=str(path))
        if not path.parent.is_dir():
            raise KbError("no_folder", "There is no folder {path}.", path=str(path.parent))
        with faults_named(), _closed_on_failure(connect(path)) as engine:
            _migrate(engine)
            return cls(path, engine, who, read_only=False)

    def close(self) -> None:
        """Close the connection; the write-ahead log is folded into the file."""
        if self._whereabouts.replaced:
            # SQLite would remove the log by its name, which is another library's now. Held for
            # ever, the connection never closes; the system takes its files back at the end.
            ctypes.pythonapi.Py_IncRef(ctypes.py_object(self._driver_connection()))
            return
        self._engine.dispose()

    def copy_to(self, target: Path) -> None:
        """Write all that is saved to another file, also when this one is gone. Raises KbError."""
        copy_open(self._driver_connection(), self.path, target)

    def _driver_connection(self) -> Any:
        return self._engine.raw_connection().driver_connection

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session on one consistent snapshot."""
        with faults_named(), self._session(self._engine) as session:
            yield session

    @contextmanager
    def reading_rows(self) -> Iterator[Connection]:
        """A bare connection on one consistent snapshot, for reading many rows."""
        with faults_named(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self, act: Act | None = None) -> Iterator[Unit]:
        """One transaction. With an `act` it goes on the undo list under that name.

        What it changed is in the unit's `changes` once the block is left. Raises KbError
        `file_gone`, `file_replaced` when what was written would be seen by nobody.
        """
        self._whereabouts.check()
        with faults_named(), self._session(self._writing) as session:
            unit = Unit(session, self.who, self.role)
            yield unit
            unit.finish()
            self._commit(session)
        self._whereabouts.check()
        if act is not None:
            self.undo.done(act, unit.images)

    def _session(self, engine: Engine) -> Session:
        return Session(engine, expire_on_commit=False, info=self._kept)

    def _commit(self, session: Session) -> None:
        try:
            session.commit()
        except DBAPIError:
            # SQLite leaves the transaction open when keys break at the commit, and SQLAlchemy takes
            # it for ended: nobody could write any more.
            connection = self._engine.raw_connection()
            connection.rollback()
            connection.close()
            raise

    def step_back(self) -> tuple[Act, Changes]:
        """Undo the last act. Raises Conflict when something it touched changed since."""
        act, images = self.undo.next_undo_entry()
        with self._replaying():
            with self.writing() as unit:
                unit.replay(images)
            self.undo.undone(unit.images)
        return act, unit.changes

    def step_forward(self) -> tuple[Act, Changes]:
        """Redo the last undone act. Raises Conflict likewise."""
        act, images = self.undo.next_redo_entry()
        with self._replaying():
            with self.writing() as unit:
                unit.replay(images)
            self.undo.redone(unit.images)
        return act, unit.changes

    @contextmanager
    def _replaying(self) -> Iterator[None]:
        """An entry that cannot be replayed is forgotten; keys are checked at the commit, too."""
        try:
            yield
        except Conflict:
            self.undo.drop_next()
            raise
        except IntegrityError as error:
            self.undo.drop_next()
            raise Conflict("The same place or address") from error

    def changed_elsewhere(self) -> bool:
        """Whether another connection committed since the last call (20 µs: poll it).

        Raises KbError `file_gone`, `file_replaced`.
        """
        self._whereabouts.check()
        now = self._data_version()
        changed, self._seen = now != self._seen, now
        return changed

    def state(self) -> tuple[int, int]:
        """Differs as soon as anything was written, through this connection or another one."""
        with self.reading_rows() as connection:
            driver = connection.connection.driver_connection
            assert driver is not None
            return self._data_version(), driver.total_changes

    def _look_at_footing(self) -> Footing:
        with self.reading_rows() as connection:
            journal = connection.exec_driver_sql("PRAGMA journal_mode").scalar_one()
        # A file that is only read is read as it is, whatever it was written with.
        return Footing(network_drive(self.path), self.read_only or journal == WAL)

    def _data_version(self) -> int:
        with self.reading_rows() as connection:
            return int(connection.exec_driver_sql("PRAGMA data_version").scalar_one())


@contextmanager
def _closed_on_failure(engine: Engine) -> Iterator[Engine]:
    try:
        yield engine
    except BaseException:
        engine.dispose()
        raise


def _migrate(engine: Engine) -> None:
    # Imported when there is something to migrate: Alembic takes a fifth of the time to open.
    import_module("kbeditor.storage.migrating").migrate(engine)
