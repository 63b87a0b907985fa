"""Writes files to a temporary place beside the target and moves them in as a whole."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kbeditor.domain.errors import KbError


@contextmanager
def new_file(target: Path) -> Iterator[Path]:
    """A temporary file's path; at the end it replaces `target`, or vanishes after an error.

    Raises KbError when the disk refuses, whoever was writing.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        os.close(handle)
        temporary = Path(name)
        try:
            yield temporary
            _sync(temporary)
            temporary.chmod(0o644)
            temporary.replace(target)
            _sync(target.parent)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise cannot_write(target, error) from error


@contextmanager
def new_folder(target: Path, is_ours: Callable[[Path], bool]) -> Iterator[Path]:
    """A temporary folder; at the end it takes `target`'s place, or vanishes after an error.

    What stands there is replaced only if it is empty or `is_ours`; else KbError before any work,
    as later when the disk refuses.
    """
    if target.exists() and not (target.is_dir() and (_is_empty(target) or is_ours(target))):
        raise KbError(
            "target_exists",
            "{path} exists already and is something else; choose another name.",
            path=str(target),
        )
    try:
        temporary = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
        try:
            yield temporary
            temporary.chmod(0o755)
            _sync(temporary)
            _swap(temporary, target)
            _sync(target.parent)
        finally:
            shutil.rmtree(temporary, ignore_errors=True)
    except OSError as error:
        raise cannot_write(target, error) from error


def _swap(temporary: Path, target: Path) -> None:
    """Put the new folder where the old one stands, which comes back if that fails."""
    old = temporary.with_name(f"{temporary.name}.old")
    if target.exists():
        target.rename(old)
    try:
        temporary.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


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


def _sync(path: Path) -> None:
    """Ask the disk to hold it now, where folders can be opened at all."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
