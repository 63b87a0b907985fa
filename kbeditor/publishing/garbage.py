"""Python's collector of garbage, held back while a site is built."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_NEW = 50_000


@contextmanager
def collected_rarely() -> Iterator[None]:
    """Look for garbage after 50,000 new objects, not 700.

    A build makes many records that stay, and templates whose values refer to each other: never
    looking would cost memory, looking so often a fifth of the time.
    """
    before = gc.get_threshold()
    gc.set_threshold(_NEW, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
