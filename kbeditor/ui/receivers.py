"""Whether who waits for an answer is still there: a dialog may be closed before it comes."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from shiboken6 import Shiboken


def still_there(landing: Callable[..., object]) -> bool:
    """False for a method (or a partial of one) of an object that Qt has deleted."""
    while isinstance(landing, partial):
        landing = landing.func
    receiver = getattr(landing, "__self__", None)
    return not isinstance(receiver, QObject) or Shiboken.isValid(receiver)
