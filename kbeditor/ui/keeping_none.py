"""Keeps Python 3.11 alive under PySide6 6.12.0, which loses a reference to None with each call."""

import ctypes
import sys

PLENTY = 1 << 40


def keep_none() -> None:
    """Give None so many references that it is never used up.

    Measured with PySide6 6.12.0: every Qt method that returns nothing takes one reference to None
    away. From Python 3.12 on None is immortal and nothing happens; under 3.11 the interpreter
    ends with "deallocating None" after some thousand calls.
    """
    if sys.version_info < (3, 12) and sys.getrefcount(None) < PLENTY:
        # The reference count is the first field of every CPython object.
        ctypes.c_ssize_t.from_address(id(None)).value += PLENTY
