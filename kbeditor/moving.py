"""Puts finished files and folders in place, whole or not at all; standard library only."""

import ctypes
import glob
import os
import secrets
import shutil
import sys
import time
from collections.abc import Iterable
from pathlib import Path

_ABANDONED = 86_400  # seconds
_HERE = -100  # AT_FDCWD
_EXCHANGE = 2  # RENAME_EXCHANGE


def beside(target: Path) -> Path:
    """A fresh hidden name beside `target`, on the same disk: what is made there can be moved in."""
    return target.with_name(f".{target.name}.{secrets.token_hex(4)}.new")


def clear_abandoned(target: Path) -> None:
    """Remove what a work that was killed more than a day ago left beside `target`."""
    _clear(target.parent.glob(f".{glob.escape(target.name)}.????????.new*"))


def clear_abandoned_in(folder: Path) -> None:
    """The same for whatever was to come into a folder that is ours alone."""
    _clear(folder.glob(".*.????????.new*"))


def _clear(found: Iterable[Path]) -> None:
    for left in found:
        # Also what SQLite keeps beside an unfinished database.
        if time.time() - left.stat().st_mtime > _ABANDONED:
            remove(left)


def remove(path: Path) -> None:
    """Remove a file or a folder with all that is in it, if it is there."""
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def move_in(new: Path, target: Path) -> None:
    """Let `new` take the name of `target`; what stood there is removed. Raises OSError."""
    if not new.is_dir() or not os.path.lexists(target):
        os.replace(new, target)
    elif _exchange(new, target):
        shutil.rmtree(new, ignore_errors=True)
    else:
        # Where two folders cannot change names at once: the old one steps aside, or comes back.
        old = beside(target)
        os.rename(target, old)
        try:
            os.rename(new, target)
        except OSError:
            os.rename(old, target)
            raise
        shutil.rmtree(old, ignore_errors=True)
    flush_folder(target.parent)


def flush(path: str | Path) -> None:
    """Bring a file's bytes to the disk."""
    with open(path, "rb+", buffering=0) as file:
        os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Bring names and renames to the disk; systems other than POSIX do so by themselves."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change names at once (Linux); False where that cannot be done.

    Between two single renames a kill would leave nothing at the target.
    """
    if not sys.platform.startswith("linux"):
        return False
    call = getattr(ctypes.CDLL(None), "renameat2", None)
    if call is None:
        return False
    names = (os.fsencode(one), os.fsencode(other))
    return bool(call(_HERE, names[0], _HERE, names[1], _EXCHANGE) == 0)
