"""Where the files of a bundle come from: a folder, or a zip read entry by entry within limits."""

import zipfile
from pathlib import Path
from typing import Protocol

from kbeditor.exchange.bad_file import BadFile
from kbeditor.exchange.folder import Folder, read_limited
from kbeditor.exchange.json_bundle.layout import BUNDLE
from kbeditor.exchange.zips import MOST_FILES, files_in, open_zip, read_entry

MOST_BYTES = 16 * 1024**3


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
        entries = files_in(archive, shown, MOST_FILES, MOST_BYTES)
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
        return read_entry(self._archive, entry, limit, name)

    def close(self) -> None:
        self._archive.close()


def open_container(source: Path) -> Container:
    """The files of a folder or a zip. A zip stays open: the plan reads from it later."""
    if source.is_dir():
        return _FolderContainer(source)
    archive = open_zip(source)
    try:
        return _ZipContainer(archive, source.name)
    except BadFile:
        archive.close()
        raise
