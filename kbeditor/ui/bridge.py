"""Work leaves the GUI thread here, and its results land on the GUI thread here."""

import logging
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, overload

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kbeditor.domain.changes import EVERYTHING, Changes, Outcome
from kbeditor.domain.errors import KbError
from kbeditor.domain.progress import Progress
from kbeditor.domain.records import Library
from kbeditor.ui.executors import Executor
from kbeditor.ui.jobs import Job, OpensAgain
from kbeditor.ui.receivers import still_there
from kbeditor.ui.standing import Standing, take_standing
from kbeditor.ui.visits import Visit, Visits

if TYPE_CHECKING:  # the real import costs SQLModel: it happens on the library's thread
    from kbeditor.app.workspace import Workspace

log = logging.getLogger(__name__)
T = TypeVar("T")
Otherwise = Callable[[Exception], "bool | None"]
Opener = Callable[[], "Workspace"]
POLL_MS = 2000
JOB_POLLS = 10
"""While a job of ours writes, what it wrote so far is shown at every so manieth look only."""


class Bridge(QObject):
    """Runs work on the library's own thread and lands its result on the GUI thread.

    Work is run in the order it was handed in; what was handed in for one library never runs on
    another. `closing` is emitted before a library is left, so that panes write what is pending.
    """

    changed = Signal(object)  # Changes, after each run that changed something
    failed = Signal(object)  # an Exception that nobody took
    opened = Signal(object)  # Library
    closing = Signal()
    closed = Signal()
    standing_changed = Signal()
    idle_changed = Signal(bool)  # False while work is waited for

    _landed = Signal(object)

    def __init__(self, executor: Executor, opener: OpensAgain) -> None:
        """`opener` opens a library's file once more, for a job's own connection."""
        super().__init__()
        self._executor = executor
        self._opener = opener
        self._workspace: Workspace | None = None  # touched on the library's thread only
        self.visits = Visits()
        self._generation = 0
        self._latest: dict[str, object] = {}
        self._jobs: set[Job] = set()
        self._waiting = 0
        self._looks = 0
        self._trouble = ""  # why the last look outside failed
        self.standing: Standing | None = None
        self.farewell: Callable[[Workspace], None] = lambda _workspace: None  # library's thread
        self._landed.connect(self._land, Qt.ConnectionType.QueuedConnection)
        self._gui_thread = threading.get_ident()
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self._look_outside)

    # ------------------------------------------------------------------ the open library

    @property
    def idle(self) -> bool:
        """Whether nothing is in line and no job runs."""
        return self._waiting == 0 and not self._jobs

    @property
    def library(self) -> Library | None:
        """The open library's record, None when none is open."""
        return self.standing.library if self.standing else None

    @property
    def path(self) -> Path | None:
        """The open library's file."""
        return self.standing.path if self.standing else None

    def open(
        self,
        opener: Opener,
        then: Callable[[Library], None] | None = None,
        otherwise: Otherwise | None = None,
        visit: Visit | None = None,
    ) -> None:
        """Open another library in place of this one, which stays if that fails, or for a visit."""

        def work() -> None:
            try:
                fresh = opener()
                standing = take_standing(fresh)
            except Exception as error:
                self._post(partial(self._fail, error, otherwise))
            else:
                self._post(lambda: self._swap(fresh, standing, then, visit))

        self._submit(work)

    def close(self) -> None:
        """Leave the open library; pending work is done first."""
        if self.standing is None:
            return
        self._leave()
        self.visits.now = None
        self._submit(self._put)

    def shutdown(self) -> None:
        """Stop jobs, do what is in line, close the library, end the threads. For the very end."""
        for job in list(self._jobs):
            job.stop()
        self.close()
        self._poll.stop()
        self._executor.close()

    def _leave(self) -> None:
        self.closing.emit()
        for job in list(self._jobs):
            job.stop()
        self.standing = None
        self._generation += 1
        self._latest.clear()
        self._poll.stop()
        self.closed.emit()
        self.standing_changed.emit()

    def _swap(
        self,
        fresh: "Workspace",
        standing: Standing,
        then: Callable[[Library], None] | None,
        visit: Visit | None,
    ) -> None:
        if self.standing is not None:
            self._leave()
        self.visits.now = visit
        self._submit(lambda: self._put(fresh, visit))
        self.standing = standing
        self._poll.start()
        self.standing_changed.emit()
        self.opened.emit(standing.library)
        if then is not None:
            then(standing.library)

    def _put(self, fresh: "Workspace | None" = None, visit: Visit | None = None) -> None:
        for left in self.visits.swap(self._workspace, fresh, visit):
            self.farewell(left)
            left.close()
        self._workspace = fresh

    # ------------------------------------------------------------------ work

    @overload
    def run(
        self,
        work: Callable[["Workspace"], Outcome[T]],
        then: Callable[[T], None] | None = None,
        otherwise: Otherwise | None = None,
    ) -> None: ...

    @overload
    def run(
        self,
        work: Callable[["Workspace"], T],
        then: Callable[[T], None] | None = None,
        otherwise: Otherwise | None = None,
    ) -> None: ...

    def run(
        self,
        work: Callable[["Workspace"], Any],
        then: Callable[[Any], None] | None = None,
        otherwise: Otherwise | None = None,
    ) -> None:
        """Run `work` on the library's thread; `then` gets its value on the GUI thread.

        An `Outcome` is unpacked: `then` gets its value, and `changed` its changes (before `then`).
        `otherwise` gets an error; it returns False for one that it leaves to the presenter.
        Neither is called when it is a method of what was deleted meanwhile: a closed dialog's.
        Without an open library nothing is run: what asks then is already of the past.
        """
        if self.standing is None:
            log.debug("no library is open: %r is not run", work)
            return
        generation = self._generation

        def task() -> None:
            workspace = self._workspace
            assert workspace is not None
            try:
                value, changes, standing = self._do(workspace, work)
            except Exception as error:
                self._post(partial(self._fail, error, otherwise))
            else:
                self._post(partial(self._finish, generation, value, changes, standing, then))

        self._submit(task)

    def forget_questions(self) -> None:
        """Drop the unanswered `ask_latest` ones: who asked them is gone."""
        self._latest.clear()

    def ask_latest(
        self,
        key: str,
        work: Callable[["Workspace"], T],
        then: Callable[[T], None],
        otherwise: Otherwise | None = None,
    ) -> None:
        """As `run`, but a newer request with the same key drops the older, unanswered ones."""
        token = object()
        self._latest[key] = token

        def still_asked(workspace: "Workspace") -> T | None:
            return work(workspace) if self._latest.get(key) is token else None

        def answer(value: T | None) -> None:
            if self._latest.get(key) is token:
                del self._latest[key]
                if still_there(then):
                    then(value)  # type: ignore[arg-type]

        self.run(still_asked, answer, otherwise)

    @overload
    def start(
        self,
        job: Callable[["Workspace", Progress], Outcome[T]],
        then: Callable[[T], None] | None = None,
        otherwise: Otherwise | None = None,
    ) -> Job: ...

    @overload
    def start(
        self,
        job: Callable[["Workspace", Progress], T],
        then: Callable[[T], None] | None = None,
        otherwise: Otherwise | None = None,
    ) -> Job: ...

    def start(
        self,
        job: Callable[["Workspace", Progress], Any],
        then: Callable[[Any], None] | None = None,
        otherwise: Otherwise | None = None,
    ) -> Job:
        """Run long work on a thread and a connection of its own, after the work now in line."""
        handle, standing = self._new_job()
        generation = self._generation

        def task() -> None:
            try:
                workspace = self._opener(standing.path, read_only=standing.read_only)
                try:
                    result = job(workspace, handle)
                finally:
                    workspace.close()
            except Exception as error:
                landing = partial(self._fail, error, otherwise)
            else:
                landing = partial(self._report, generation, result, then)
            self._post(partial(self._end, handle, landing))

        def begin() -> None:
            self._executor.submit_job("job", task)

        self._submit(begin)
        return handle

    def run_long(
        self,
        job: Callable[["Workspace", Progress], Outcome[T]],
        then: Callable[[T], None] | None = None,
        otherwise: Otherwise | None = None,
    ) -> Job:
        """As `start`, but on the library's own thread: other work waits, and it can be undone."""
        handle, _ = self._new_job()
        generation = self._generation

        def task() -> None:
            workspace = self._workspace
            assert workspace is not None
            try:
                done = self._do(workspace, lambda ws: job(ws, handle))
            except Exception as error:
                landing = partial(self._fail, error, otherwise)
            else:
                landing = partial(self._finish, generation, *done, then)
            self._post(partial(self._end, handle, landing))

        self._submit(task)
        return handle

    def post(self, landing: Callable[[], None]) -> None:
        """Call `landing` on the GUI thread; may be called from any thread."""
        self._landed.emit(landing)

    def _new_job(self) -> tuple[Job, Standing]:
        if self.standing is None:
            raise KbError("no_library", "No library is open.")
        handle = Job(self)
        self._jobs.add(handle)
        return handle, self.standing

    def _do(
        self, workspace: "Workspace", work: Callable[["Workspace"], Any]
    ) -> tuple[Any, Changes, Standing | None]:
        result = work(workspace)
        if not isinstance(result, Outcome):
            return result, Changes(), None
        return result.value, result.changes, take_standing(workspace)

    def _submit(self, task: Callable[[], None]) -> None:
        self._count(1)

        def counted() -> None:
            try:
                task()
            finally:
                self._post(partial(self._count, -1))

        self._executor.submit(counted)

    def _count(self, by: int) -> None:
        was_idle = self._waiting == 0
        self._waiting += by
        if was_idle != (self._waiting == 0):
            self.idle_changed.emit(self._waiting == 0)

    # ------------------------------------------------------------------ landing (GUI thread)

    def _post(self, landing: Callable[[], None]) -> None:
        if threading.get_ident() == self._gui_thread:  # the inline executor
            landing()
        else:
            self._landed.emit(landing)

    def _land(self, landing: Callable[[], None]) -> None:
        landing()

    def _finish(
        self,
        generation: int,
        value: Any,
        changes: Changes,
        standing: Standing | None,
        then: Callable[[Any], None] | None,
    ) -> None:
        if generation != self._generation:
            return  # of a library that was left meanwhile
        if standing is not None:
            self.standing = standing
            self.standing_changed.emit()
        if changes:
            self.changed.emit(changes)
        if then is not None and still_there(then):
            then(value)

    def _report(self, generation: int, result: Any, then: Callable[[Any], None] | None) -> None:
        """A job's result goes the way of all: undo is known on the library's thread only."""
        if generation == self._generation:
            self.run(lambda _workspace: result, then)

    def _end(self, job: Job, landing: Callable[[], None]) -> None:
        self._jobs.discard(job)
        job.finished.emit()
        landing()

    def _fail(self, error: Exception, otherwise: Otherwise | None) -> None:
        if otherwise is None or not still_there(otherwise) or otherwise(error) is False:
            self.failed.emit(error)

    # ------------------------------------------------------------------ other programs

    def _look_outside(self) -> None:
        """Show what another program (or the command line) committed meanwhile."""

        def look(workspace: "Workspace") -> Outcome[None] | None:
            return Outcome(None, EVERYTHING) if workspace.poll() else None

        self._looks = (self._looks + 1) % JOB_POLLS
        if self._waiting == 0 and (not self._jobs or self._looks == 0):
            self.run(look, self._looked, self._could_not_look)

    def _looked(self, _value: object) -> None:
        self._trouble = ""

    def _could_not_look(self, error: Exception) -> bool:
        """The file is gone: said once, not at every look. False: nobody was told yet."""
        trouble = str(error)
        told, self._trouble = self._trouble == trouble, trouble
        return told
