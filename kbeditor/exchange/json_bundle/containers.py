"""Where the files of a bundle come from: a folder, or a zip read entry by entry within limits."""

import re
import stat
import zipfile
import zlib
from pathlib import Path
from typing import Protocol

from kbeditor.exchange.bad_file import BadFile
from kbeditor.exchange.folder import MOST_FILES, Folder, fold, read_limited
from kbeditor.exchange.json_bundle.layout import BUNDLE

MOST_BYTES = 16 * 1024**3
HIGHEST_RATIO = 250  # unpacked : packed, for entries large enough to matter
_RATIO_MATTERS = 1024 * 1024
_DRIVE = re.compile(r"[A-Za-z]:")
_IGNORED = ("__MACOSX/", ".DS_Store")


class Container(Protocol):
    """The files of a bundle."""

    def names(self) -> list[str]:
        """All files, with `/`, relative to where the bundle begins; sorted."""

    def read(self, name: str, limit: int) -> bytes:
        """One file's bytes. BadFile: not there, too large, damaged."""

    def close(self) -> None:
        """Let go of the files."""


class _FolderContainer:
    def __init__(self, root: Path) -> None:
        self._folder = Folder(root)

    def names(self) -> list[str]:
        return self._folder.paths

    def read(self, name: str, limit: int) -> bytes:
        if self._folder.find(name) != name:
            raise BadFile("missing_file", name, "this file is not in the bundle")
        return read_limited(self._folder.at(name), name, limit)

    def close(self) -> None:
        """Nothing is held open."""


class _ZipContainer:
    def __init__(self, archive: zipfile.ZipFile, shown: str) -> None:
        self._archive = archive
        entries = {}
        for entry in _checked(archive, shown):
            if not entry.is_dir() and not any(part in entry.filename for part in _IGNORED):
                entries[entry.filename] = entry
        inner = next((n for n in sorted(entries) if n.endswith(f"/{BUNDLE}")), "")
        # Who packs a folder by hand packs the folder itself, too.
        prefix = inner.removesuffix(BUNDLE) if BUNDLE not in entries and inner else ""
        self._entries = {
            name.removeprefix(prefix): entry
            for name, entry in entries.items()
            if name.startswith(prefix)
        }

    def names(self) -> list[str]:
        return sorted(self._entries)

    def read(self, name: str, limit: int) -> bytes:
        entry = self._entries.get(name)
        if entry is None:
            raise BadFile("missing_file", name, "this file is not in the bundle")
        if entry.file_size > limit:
            raise BadFile("file_too_large", name, "it is larger than {limit:,} bytes", limit=limit)
        try:
            with self._archive.open(entry) as stream:
                data = stream.read(limit + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
            raise BadFile("damaged", name, "it is damaged inside the zip") from error
        if len(data) > limit:
            raise BadFile("file_too_large", name, "it is larger than {limit:,} bytes", limit=limit)
        return data

    def close(self) -> None:
        self._archive.close()


def open_container(source: Path) -> Container:
    """The files of a folder or a zip. A zip stays open: the plan reads from it later."""
    if source.is_dir():
        return _FolderContainer(source)
    try:
        archive = zipfile.ZipFile(source)
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError) as error:
        raise BadFile("damaged", source.name, "this is not a zip that can be read") from error
    try:
        return _ZipContainer(archive, source.name)
    except BadFile:
        archive.close()
        raise


def _checked(archive: zipfile.ZipFile, shown: str) -> list[zipfile.ZipInfo]:
    """All entries; BadFile for names that lead elsewhere, bombs, and what lies on one another."""
    entries = archive.infolist()
    if len(entries) > MOST_FILES:
        raise BadFile("zip_bomb", shown, "it holds more than {limit:,} files", limit=MOST_FILES)
    names: dict[str, str] = {}
    total = 0
    for entry in entries:
        _check_name(entry)
        key = fold(entry.filename)
        if key in names:
            raise BadFile(
                "name_clash", entry.filename, "its name is too much like {other}", other=names[key]
            )
        names[key] = entry.filename
        if entry.flag_bits & 1:
            raise BadFile("encrypted", entry.filename, "it is locked with a password")
        total += entry.file_size
        packed = max(entry.compress_size, 1)
        if total > MOST_BYTES or (
            entry.file_size > _RATIO_MATTERS and entry.file_size / packed > HIGHEST_RATIO
        ):
            raise BadFile("zip_bomb", entry.filename, "it would unpack to far too much")
    end = 0
    for entry in sorted(entries, key=lambda each: each.header_offset):
        if entry.header_offset < end:
            raise BadFile("zip_bomb", entry.filename, "it lies upon another file of the zip")
        end = entry.header_offset + 30 + len(entry.filename.encode()) + entry.compress_size
    return entries


def _check_name(entry: zipfile.ZipInfo) -> None:
    name = entry.filename
    parts = name.split("/")
    unsafe = (
        name.startswith("/")
        or "\\" in entry.orig_filename
        or "\0" in entry.orig_filename
        or _DRIVE.match(name)
        or any(part in ("..", ".") for part in parts)
        or "" in parts[:-1]
    )
    if unsafe:
        raise BadFile("unsafe_name", name, "this name leads out of the bundle")
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise BadFile("link_outside", name, "it is a link or a device, not a file")
