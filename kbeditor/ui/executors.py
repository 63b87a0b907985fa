"""Who runs the library's work: a thread of its own, or (in tests) the caller at once."""

import queue
import threading
from collections.abc import Callable
from typing import Protocol

Task = Callable[[], None]


class Executor(Protocol):
    """Runs tasks one after another, in the order they came. Tasks take care of their errors."""

    def submit(self, task: Task) -> None:
        """Put a task at the end of the line."""

    def submit_job(self, name: str, task: Task) -> None:
        """Run a long task beside the line."""

    def close(self) -> None:
        """Let everything in line and every job finish; then no more is taken."""


class ThreadExecutor:
    """One thread for the line (it owns the database connection), one more for each job."""

    def __init__(self) -> None:
        self._line: queue.SimpleQueue[Task | None] = queue.SimpleQueue()
        self._jobs: set[threading.Thread] = set()
        self._thread = threading.Thread(target=self._serve, name="library")
        self._thread.start()

    def submit(self, task: Task) -> None:
        """Put a task at the end of the line."""
        self._line.put(task)

    def submit_job(self, name: str, task: Task) -> None:
        """Start a thread for the task."""
        self._jobs = {job for job in self._jobs if job.is_alive()}
        job = threading.Thread(target=task, name=name)
        self._jobs.add(job)
        job.start()

    def close(self) -> None:
        """Wait for the line, then for the jobs it may have started."""
        self._line.put(None)
        self._thread.join()
        for job in self._jobs:
            job.join()

    def _serve(self) -> None:
        while (task := self._line.get()) is not None:
            task()


class InlineExecutor:
    """Runs each task at once in the caller's thread: tests need no waiting."""

    def submit(self, task: Task) -> None:
        """Run the task."""
        task()

    def submit_job(self, name: str, task: Task) -> None:
        """Run the task."""
        task()

    def close(self) -> None:
        """Nothing is ever in line."""
