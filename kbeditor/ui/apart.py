"""Long work on a file that need not be the open library: beside all else, with a way to stop."""

from collections.abc import Callable
from typing import TypeVar

from kbeditor.domain.progress import Progress
from kbeditor.ui.desk import Desk
from kbeditor.ui.jobs import Job

T = TypeVar("T")


def start_apart(
    desk: Desk,
    work: Callable[[Progress], T],
    then: Callable[[T], None],
    otherwise: Callable[[Exception], "bool | None"],
) -> Job:
    """Run `work` on a thread of its own once the library's own work is done.

    It is stopped when a library is left or the program ends.
    """
    bridge, keeping = desk.bridge, desk.keeping
    assert keeping is not None
    job = Job(desk)

    def landed(value: T) -> None:
        job.finished.emit()
        then(value)

    def failed(error: Exception) -> bool | None:
        job.finished.emit()
        return otherwise(error)

    def begin(idle: bool = True) -> None:
        if idle:
            if not waits:
                bridge.idle_changed.disconnect(begin)
            bridge.closing.connect(job.stop)
            keeping.run(lambda _keeper: work(job), landed, failed)

    # What is in line may be the closing of the very file.
    waits = bridge.idle
    if waits:
        begin()
    else:
        bridge.idle_changed.connect(begin)
    return job
