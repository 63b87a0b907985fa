"""What an earlier build left in a folder: its manifest, and which of its files can be kept."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kbeditor.publishing.manifest import (
    LARGEST,
    MANIFEST,
    DamagedManifest,
    Manifest,
    PageRecord,
    read_manifest,
)
from kbeditor.publishing.memory import (
    FILE,
    FOLDER,
    SHOWN,
    Memory,
    Shown,
    digest_of_sizes,
    read_memory,
    read_shown,
)
from kbeditor.publishing.server_files import APACHE


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier build whose manifest is whole. `sound`: files that are as it says.

    `foreign` are files that no build made: a `.git`, a `CNAME`. They are left where they are.
    """

    manifest: Manifest
    memory: Memory | None
    sound: frozenset[str]
    foreign: tuple[str, ...]
    shown: Shown | None = None

    @property
    def whole(self) -> bool:
        """Whether all its files are there as they were written."""
        return len(self.sound) == len(self.manifest.files)

    def page(self, address: str) -> PageRecord | None:
        """What a page showed, if its file can be kept."""
        return self.manifest.pages.get(address) if address in self.sound else None


def recalled(folder: Path) -> Memory | None:
    """What the build in a folder remembers; None where it does not belong to its manifest."""
    try:
        if (folder / MANIFEST).lstat().st_size > LARGEST:
            return None
        return read_memory((folder / FILE).read_bytes(), (folder / MANIFEST).read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None


def untouched(folder: Path, memory: Memory) -> bool:
    """Whether a folder is as its build left it, by names, sizes and times alone.

    Costs half of `look`; where it is False, `look` may find all files sound nevertheless.
    """
    built = (folder / MANIFEST).lstat().st_mtime_ns
    sizes: list[tuple[str, int]] = []
    for address, entry in walk(str(folder)):
        if address == MANIFEST or address.startswith(f"{FOLDER}/"):
            continue
        stat = entry.stat(follow_symlinks=False)
        if stat.st_mtime_ns > built or not entry.is_file(follow_symlinks=False):
            return False
        sizes.append((address, stat.st_size))
    return digest_of_sizes(sizes) == memory.sizes


def look(folder: Path) -> Earlier | None:
    """The earlier build in a folder; None when there is none or its manifest is damaged."""
    path = folder / MANIFEST
    try:
        stat = path.lstat()
        if stat.st_size > LARGEST:
            return None
        data = path.read_bytes()
        memory = read_memory(bytes_of(folder / FILE), data)
        # What the same build remembers was made with it: nobody else's lines are in it.
        manifest = read_manifest(data, trusted=memory is not None)
    except (FileNotFoundError, NotADirectoryError, DamagedManifest):
        return None
    files, built = manifest.files, stat.st_mtime_ns
    sound: set[str] = set()
    foreign: list[str] = []
    for address, entry in walk(str(folder)):
        expected = files.get(address)
        if expected is None:
            if address != MANIFEST and not address.startswith(f"{FOLDER}/"):
                foreign.append(address)
        elif _is_sound(entry, expected, built):
            sound.add(address)
    shown = read_shown(bytes_of(folder / SHOWN), data) if memory else None
    return Earlier(manifest, memory, frozenset(sound), tuple(sorted(foreign)), shown)


def bytes_of(path: Path) -> bytes:
    """What a file holds; nothing where it is not there."""
    return path.read_bytes() if path.is_file() else b""


def hidden(folder: Path) -> tuple[str, ...]:
    """What lies under names with a dot before them: no build's, even where no manifest says so."""
    ours = (f"{FOLDER}/", APACHE)
    return tuple(
        sorted(
            address
            for address, _ in walk(str(folder))
            if address.startswith(".") and not address.startswith(ours)
        )
    )


def walk(folder: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """All files and empty folders below a folder, with their addresses.

    Folders that are links are not entered.
    """
    waiting: list[tuple[str, str, os.DirEntry[str] | None]] = [(folder, "", None)]
    while waiting:
        path, above, itself = waiting.pop()
        empty = True
        with os.scandir(path) as entries:
            for entry in entries:
                empty = False
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{above}{entry.name}/", entry))
                else:
                    yield above + entry.name, entry
        if empty and itself is not None:
            yield above[:-1], itself


def _is_sound(entry: os.DirEntry[str], expected: tuple[str, int], built: int) -> bool:
    """Whether a file is as its build wrote it; one that was touched since is read and compared."""
    if not entry.is_file(follow_symlinks=False):
        return False
    stat = entry.stat(follow_symlinks=False)
    if stat.st_size != expected[1]:
        return False
    if stat.st_mtime_ns <= built:
        return True
    with open(entry.path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == expected[0]
