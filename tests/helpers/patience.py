"""Catches what runs away on hostile text. Not a measure of speed: that is for benchmarks/."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

PATIENCE = 20
"""Seconds of this process's own time: a hundred times what is usual, also on a busy machine."""


@contextmanager
def patience() -> Iterator[None]:
    """Fail when the block took as long as only something worse than linear takes."""
    started = time.process_time()
    yield
    assert time.process_time() - started < PATIENCE
