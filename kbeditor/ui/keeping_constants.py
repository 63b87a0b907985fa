"""Keeps Python 3.11 alive under PySide6 6.12.0, which uses up None, True and False."""

import ctypes
import sys

PLENTY = 1 << 40


def keep_constants() -> None:
    """Give None, True and False so many references that they are never used up.

    Measured with PySide6 6.12.0: every Qt method that returns nothing takes one reference to None
    away, every signal emitted from Python one to True. From Python 3.12 on they are immortal and
    nothing happens; under 3.11 the interpreter ends with "deallocating None" (or "True or False")
    after some thousand calls.
    """
    if sys.version_info >= (3, 12):
        return
    for constant in (None, True, False):
        if sys.getrefcount(constant) < PLENTY:
            # The reference count is the first field of every CPython object.
            ctypes.c_ssize_t.from_address(id(constant)).value += PLENTY
