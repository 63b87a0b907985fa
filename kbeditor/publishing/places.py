"""Where a site is written: a folder or a .zip, made beside the target and moved in at the end."""

import os
import shutil
import zipfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from kbeditor.moving import beside, clear_abandoned, flush, flush_folder, move_in, remove

_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_PACKED = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".zip", ".mp4", ".mp3")
_FLUSHING = 16
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class FolderPlace:
    """A folder. The one that is there stays whole until the new one takes its name.

    Files that did not change are the same files in both: a second name, no second copy.
    """

    def __init__(self, target: Path) -> None:
        self.target = Path(os.path.realpath(target))
        self._new = beside(self.target)
        self._made: set[str] = set()
        self._written: list[str] = []
        self._links = True

    def existing(self, manifest: str) -> bytes | None:
        """The target's manifest; None when the place is free, b"" when something else is there."""
        if not os.path.lexists(self.target):
            return None
        if not self.target.is_dir():
            return b""
        if not any(self.target.iterdir()):
            return None
        path = self.target / manifest
        return path.read_bytes() if path.is_file() else b""

    def open(self) -> None:
        """Begin."""
        clear_abandoned(self.target)
        self._new.mkdir(parents=True)

    def put(self, address: str, data: bytes) -> None:
        """Write one file, with the folders it lies in."""
        self._make_folder(address)
        path = f"{self._new}/{address}"
        # 20,000 times: an open file of Python's own asks the system for more.
        handle = os.open(path, _NEW_FILE, 0o666)
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(handle, rest) :]
        finally:
            os.close(handle)
        self._written.append(path)

    def keep(self, address: str) -> None:
        """Take a file as it is from the target, with its time."""
        self._make_folder(address)
        old, new = f"{self.target}/{address}", f"{self._new}/{address}"
        if self._links:
            try:
                os.link(old, new)
            except OSError:
                self._links = False  # this file system has no second names: copy from here on
            else:
                return
        shutil.copy2(old, new)
        self._written.append(new)

    def keep_all(self, addresses: Iterable[str]) -> None:
        """Take files as they are."""
        old, new, link = f"{self.target}/", f"{self._new}/", os.link
        folder = None
        for address in addresses:
            if address[: address.rfind("/")] != folder:
                self._make_folder(address)
                folder = address[: address.rfind("/")]
            if not self._links:
                self.keep(address)
                continue
            try:
                link(old + address, new + address)
            except OSError:
                self.keep(address)

    def keep_foreign(self, address: str) -> None:
        """Take what is no part of the site; unlike a site it may hold links and empty folders."""
        old = self.target / address
        if old.is_symlink():
            self._make_folder(address)
            shutil.copy2(old, self._new / address, follow_symlinks=False)
        elif old.is_dir():
            (self._new / address).mkdir(parents=True, exist_ok=True)
        else:
            self.keep(address)

    def publish(self) -> None:
        """Bring everything to the disk, then let the new folder take the target's name."""
        # Side by side they share the disk's commits: a second instead of one per file.
        shares = [self._written[start::_FLUSHING] for start in range(_FLUSHING)]
        with ThreadPoolExecutor(_FLUSHING) as threads:
            for _ in threads.map(_flush_all, shares):
                pass
        for folder in self._made:
            flush_folder(self._new / folder)
        move_in(self._new, self.target)

    def discard(self) -> None:
        """Remove what was written and not published."""
        remove(self._new)

    def _make_folder(self, address: str) -> None:
        folder, _, _ = address.rpartition("/")
        if folder not in self._made:
            (self._new / folder).mkdir(parents=True, exist_ok=True)
            self._made.add(folder)


def _flush_all(paths: Iterable[str]) -> None:
    for path in paths:
        flush(path)


class ZipPlace:
    """A .zip with the same bytes for the same site: fixed times, files in the order written."""

    def __init__(self, target: Path) -> None:
        self._target = Path(os.path.realpath(target))
        self._new = beside(self._target)
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
        clear_abandoned(self._target)
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
        flush(self._new)
        move_in(self._new, self._target)

    def discard(self) -> None:
        """Remove what was written and not published."""
        if self._zip is not None and self._zip.fp is not None:
            self._zip.close()
        self._new.unlink(missing_ok=True)
