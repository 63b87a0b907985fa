"""Writes files to a temporary place beside the target and moves them in as a whole."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kbeditor.domain.errors import KbError
from kbeditor.exchange.file_kinds import kind_of
from kbeditor.moving import beside, clear_abandoned, flush, flush_folder, move_in, remove


@contextmanager
def new_file(target: Path) -> Iterator[Path]:
    """A temporary file's path; at the end it replaces `target`, or vanishes after an error.

    A file that is there is replaced only when it is of the same kind. Raises KbError
    `target_exists`, or `cannot_write` when the disk refuses, whoever was writing.
    """
    try:
        clear_abandoned(target)
        temporary = beside(target)
        try:
            yield temporary
            flush(temporary)
            if not _may_replace(temporary, target):
                raise _something_else(target)
            move_in(temporary, target)
        finally:
            remove(temporary)
    except OSError as error:
        raise cannot_write(target, error) from error


@contextmanager
def new_folder(target: Path, is_ours: Callable[[Path], bool]) -> Iterator[Path]:
    """A temporary folder; at the end it takes `target`'s place, or vanishes after an error.

    What stands there is replaced only if it is empty or `is_ours`; else KbError before any work,
    as later when the disk refuses.
    """
    if target.exists() and not (target.is_dir() and (_is_empty(target) or is_ours(target))):
        raise _something_else(target)
    try:
        clear_abandoned(target)
        temporary = beside(target)
        temporary.mkdir()
        try:
            yield temporary
            flush_folder(temporary)
            move_in(temporary, target)
        finally:
            remove(temporary)
    except OSError as error:
        raise cannot_write(target, error) from error


def _may_replace(new: Path, target: Path) -> bool:
    if not target.exists() or (target.is_file() and target.stat().st_size == 0):
        return True
    kind = kind_of(new)
    return bool(kind) and target.is_file() and kind_of(target) == kind


def _something_else(target: Path) -> KbError:
    return KbError(
        "target_exists",
        "{path} exists already and is something else; choose another name.",
        path=str(target),
    )


def cannot_write(target: Path, error: OSError) -> KbError:
    """The disk said no: full, read-only, not there."""
    return KbError(
        "cannot_write",
        "{path} cannot be written ({why}); choose another place.",
        path=str(target),
        why=error.strerror or type(error).__name__,
    )


def _is_empty(folder: Path) -> bool:
    return next(folder.iterdir(), None) is None
