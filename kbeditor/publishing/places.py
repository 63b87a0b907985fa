"""Where a site is written: a folder or a .zip, made beside the target and moved in at the end."""

import ctypes
import glob
import os
import secrets
import shutil
import sys
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_PACKED = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".zip", ".mp4", ".mp3")
_FLUSHING = 16
_ABANDONED = 86_400  # seconds
_HERE = -100  # AT_FDCWD
_EXCHANGE = 2  # RENAME_EXCHANGE


class FolderPlace:
    """A folder. The one that is there stays whole until the new one takes its name."""

    def __init__(self, target: Path) -> None:
        self._target = Path(os.path.realpath(target))
        self._new = _beside(self._target)
        self._made: set[str] = set()
        self._written: list[str] = []

    def existing(self, manifest: str) -> bytes | None:
        """The target's manifest; None when the place is free, b"" when something else is there."""
        if not os.path.lexists(self._target):
            return None
        if not self._target.is_dir():
            return b""
        if not any(self._target.iterdir()):
            return None
        path = self._target / manifest
        return path.read_bytes() if path.is_file() else b""

    def open(self) -> None:
        """Begin."""
        _clear_abandoned(self._target)
        self._new.mkdir(parents=True)

    def put(self, address: str, data: bytes) -> None:
        """Write one file, with the folders it lies in."""
        folder, _, _ = address.rpartition("/")
        if folder not in self._made:
            (self._new / folder).mkdir(parents=True, exist_ok=True)
            self._made.add(folder)
        path = f"{self._new}/{address}"
        with open(path, "wb", buffering=0) as file:
            file.write(data)
        self._written.append(path)

    def publish(self) -> None:
        """Bring everything to the disk, then let the new folder take the target's name."""
        # Side by side they share the disk's commits: a second instead of one per file.
        with ThreadPoolExecutor(_FLUSHING) as threads:
            for _ in threads.map(_flush, self._written):
                pass
        for folder in self._made:
            _flush_folder(self._new / folder)
        if not os.path.lexists(self._target):
            os.rename(self._new, self._target)
        elif _exchange(self._new, self._target):
            shutil.rmtree(self._new, ignore_errors=True)
        else:
            self._replace()
        _flush_folder(self._target.parent)

    def discard(self) -> None:
        """Remove what was written and not published."""
        if self._new.exists():
            shutil.rmtree(self._new, ignore_errors=True)

    def _replace(self) -> None:
        """Where two folders cannot change names at once: the old one steps aside, or comes back."""
        old = _beside(self._target)
        os.rename(self._target, old)
        try:
            os.rename(self._new, self._target)
        except OSError:
            os.rename(old, self._target)
            raise
        shutil.rmtree(old, ignore_errors=True)


class ZipPlace:
    """A .zip with the same bytes for the same site: fixed times, files in the order written."""

    def __init__(self, target: Path) -> None:
        self._target = Path(os.path.realpath(target))
        self._new = _beside(self._target)
        self._zip: zipfile.ZipFile | None = None

    def existing(self, manifest: str) -> bytes | None:
        """The target's manifest; None when the place is free, b"" when something else is there."""
        if not os.path.lexists(self._target):
            return None
        if not self._target.is_file() or not zipfile.is_zipfile(self._target):
            return b""
        try:
            with zipfile.ZipFile(self._target) as found:
                return found.read(manifest) if manifest in found.namelist() else b""
        except zipfile.BadZipFile:
            return b""

    def open(self) -> None:
        """Begin."""
        _clear_abandoned(self._target)
        self._target.parent.mkdir(parents=True, exist_ok=True)
        self._zip = zipfile.ZipFile(self._new, "x")

    def put(self, address: str, data: bytes) -> None:
        """Add one file."""
        assert self._zip is not None
        entry = zipfile.ZipInfo(address, _ZIP_TIME)
        entry.create_system = 3  # the same bytes on every system
        entry.external_attr = 0o100644 << 16
        packed = address.endswith(_PACKED)
        entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
        self._zip.writestr(entry, data)

    def publish(self) -> None:
        """Close the file, bring it to the disk, and let it take the target's name."""
        assert self._zip is not None
        self._zip.close()
        _flush(self._new)
        os.replace(self._new, self._target)
        _flush_folder(self._target.parent)

    def discard(self) -> None:
        """Remove what was written and not published."""
        if self._zip is not None and self._zip.fp is not None:
            self._zip.close()
        self._new.unlink(missing_ok=True)


def _beside(target: Path) -> Path:
    return target.with_name(f".{target.name}.{secrets.token_hex(4)}.new")


def _clear_abandoned(target: Path) -> None:
    """Remove what an export that was killed long ago left beside the target."""
    for left in target.parent.glob(f".{glob.escape(target.name)}.????????.new"):
        if time.time() - left.stat().st_mtime > _ABANDONED:
            if left.is_dir():
                shutil.rmtree(left, ignore_errors=True)
            else:
                left.unlink()


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


def _flush(path: str | Path) -> None:
    """Bring a file's bytes to the disk."""
    with open(path, "rb+", buffering=0) as file:
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Bring names and renames to the disk; systems other than POSIX do so by themselves."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
