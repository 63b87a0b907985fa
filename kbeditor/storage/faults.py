"""Turns what the database reports into errors that a person can act on."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from kbeditor.domain.errors import KbError

DAMAGED = "The library file is damaged. Restore a backup or try to repair a copy."
_DAMAGE = (
    "malformed",
    "no such table",
    "no such column",
    "unsupported file format",
    "could not decode to utf-8",
)
_FAULTS = (
    (
        "database is locked",
        "busy",
        "The library is busy: another program is writing to it. Try again.",
    ),
    (
        "disk is full",
        "disk_full",
        "The disk is full. Free some space; nothing was lost or changed.",
    ),
    (
        "readonly database",
        "read_only",
        "The library cannot be written: the file or its folder is read-only.",
    ),
    (
        "disk i/o error",
        "disk_error",
        "The disk reports an error while reading or writing the library.",
    ),
    *((words, "damaged", DAMAGED) for words in _DAMAGE),
    (
        "unable to open",
        "cannot_open",
        "The library file cannot be opened. Is its drive still there?",
    ),
)


def known_fault(error: Exception) -> KbError | None:
    """The KbError for an environment's fault (locked, full, read-only, damaged), else None."""
    text = str(getattr(error, "orig", None) or error).lower()
    for words, code, sentence in _FAULTS:
        if words in text:
            return KbError(code, sentence)
    return None


@contextmanager
def faults_named() -> Iterator[None]:
    """Within it, database errors of the environment are raised as KbError."""
    try:
        yield
    except DBAPIError as error:
        known = known_fault(error)
        if known is None:
            raise
        raise known from error
