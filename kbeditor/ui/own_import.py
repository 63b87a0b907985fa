"""Gives Python its own way of importing back, which PySide6 replaces."""

import builtins


def keep_own_import() -> None:
    """Import PySide6 without the hook that it hangs on every later import.

    Measured with PySide6 6.12.0: so that `from __feature__ import …` may switch its other names of
    methods by module, it reads and keeps the source of every module imported after it, which here
    are 600, SQLAlchemy's among them. We use none of these switches. What does not work without
    the hook is `from PySide6.QtCore import *`, which our rules forbid anyway.
    """
    own = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = own
