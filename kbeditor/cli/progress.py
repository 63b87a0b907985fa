"""Progress bars on a terminal, and the clean stop that Ctrl+C asks for."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from kbeditor.cli.words import STEPS, words
from kbeditor.domain.progress import Stoppable


class Bar(Stoppable):
    """Shows the step under way; one bar that starts anew with each step."""

    def __init__(self, bars: Progress) -> None:
        super().__init__()
        self._bars = bars
        self._task = bars.add_task("", total=None, visible=False)

    def step(self, code: str, done: int, total: int) -> None:
        """Draw the step; raises Cancelled when asked to stop."""
        if code != self.code:
            self._bars.reset(self._task, description=words(STEPS, code), visible=True)
        super().step(code, done, total)
        self._bars.update(self._task, completed=done, total=total or None)


@contextmanager
def progress() -> Iterator[Stoppable]:
    """For long work: a bar where stderr is a terminal, nothing where it is not.

    The first Ctrl+C stops the work at its next step, so that it leaves things as they were
    (Cancelled); a second one ends it at once.
    """
    console = Console(stderr=True)
    if not (sys.stderr.isatty() and console.is_terminal):
        with _stopped_by_interrupt(Stoppable()) as silent:
            yield silent
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with (
        Progress(*columns, console=console, transient=True) as bars,
        _stopped_by_interrupt(Bar(bars)) as bar,
    ):
        yield bar


@contextmanager
def _stopped_by_interrupt(work: Stoppable) -> Iterator[Stoppable]:
    def stop(_number: int, _frame: FrameType | None) -> None:
        work.stop()
        signal.signal(signal.SIGINT, before)

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield work
    finally:
        signal.signal(signal.SIGINT, before)
