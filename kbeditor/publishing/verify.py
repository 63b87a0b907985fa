"""Checks a site, in its folder or .zip, against its own manifest: every file, byte by byte."""

import hashlib
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO, Protocol

from kbeditor.domain.errors import KbError
from kbeditor.domain.progress import Progress
from kbeditor.domain.releases import Checked, Problem
from kbeditor.publishing.earlier import walk
from kbeditor.publishing.manifest import (
    LARGEST,
    MANIFEST,
    DamagedManifest,
    Manifest,
    is_ours,
    read_manifest,
)
from kbeditor.publishing.memory import FOLDER

STEP = "verifying"

_PIECE = 1 << 20
_HIGHEST_RATIO = 250
_BAD_ZIP = (OSError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError)
"""What is raised for a zip that is damaged, locked, or packed in a way that is not known."""
_EVERY = 50


class _Bundle(Protocol):
    """A site where it lies."""

    def names(self) -> set[str]:
        """The addresses of all files."""

    def size(self, name: str) -> int:
        """Bytes of a file."""

    def open(self, name: str) -> BinaryIO:
        """A file to read from. Raises OSError or zipfile.BadZipFile."""


class _Folder:
    def __init__(self, root: Path) -> None:
        self._root = root

    def names(self) -> set[str]:
        return {address for address, _ in walk(str(self._root))}

    def size(self, name: str) -> int:
        return (self._root / name).lstat().st_size

    def open(self, name: str) -> BinaryIO:
        return (self._root / name).open("rb")


class _Zip:
    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._members = {each.filename: each for each in archive.infolist() if not each.is_dir()}

    def names(self) -> set[str]:
        return set(self._members)

    def size(self, name: str) -> int:
        return self._members[name].file_size

    def open(self, name: str) -> BinaryIO:
        return self._archive.open(name)  # type: ignore[return-value]


def verify(target: Path, progress: Progress) -> Checked:
    """What is missing, changed or extra in a site. Raises KbError `no_file`, `not_a_site`;
    Cancelled.

    Builds' own memory (`.kbeditor/`) is no part of the site.
    """
    with ExitStack() as stack:
        bundle = _opened(target, stack)
        manifest = _manifest(target, bundle)
        problems = tuple(_problems(bundle, manifest, progress))
    return Checked(len(manifest.files), manifest.release, problems)


def manifest_bytes(target: Path) -> bytes:
    """The manifest of a site. Raises KbError `no_file`, `not_a_site`."""
    with ExitStack() as stack:
        return _manifest_bytes(target, _opened(target, stack))


def _opened(target: Path, stack: ExitStack) -> _Bundle:
    if target.is_dir():
        return _Folder(target)
    if not target.exists():
        raise KbError("no_file", "There is no file or folder {path}.", path=str(target))
    if not target.is_file():  # a pipe would be waited for
        raise _not_a_site(target)
    try:
        archive = stack.enter_context(zipfile.ZipFile(target))
    except _BAD_ZIP as error:
        raise _not_a_site(target) from error
    if any(_unfolds(each) for each in archive.infolist()):
        raise _not_a_site(target)
    return _Zip(archive)


def _unfolds(entry: zipfile.ZipInfo) -> bool:
    """Whether a small entry of a zip would become a large file, as none of a site's does."""
    return entry.file_size > _PIECE and entry.file_size > _HIGHEST_RATIO * entry.compress_size


def _manifest_bytes(target: Path, bundle: _Bundle) -> bytes:
    if MANIFEST not in bundle.names() or bundle.size(MANIFEST) > LARGEST:
        raise _not_a_site(target)
    try:
        with bundle.open(MANIFEST) as file:
            data = file.read(LARGEST)
    except _BAD_ZIP as error:
        raise _not_a_site(target) from error
    if not is_ours(data):
        raise _not_a_site(target)
    return data


def _manifest(target: Path, bundle: _Bundle) -> Manifest:
    try:
        return read_manifest(_manifest_bytes(target, bundle))
    except DamagedManifest as error:
        raise KbError(
            "damaged_manifest",
            "The manifest of {path} is damaged ({why}), so nothing can be said of its files. "
            "Export the site again.",
            path=str(target),
            why=str(error),
        ) from error


def _problems(bundle: _Bundle, manifest: Manifest, progress: Progress) -> Iterator[Problem]:
    names = bundle.names()
    expected: Mapping[str, tuple[str, int]] = manifest.files
    for done, (name, (sha256, size)) in enumerate(sorted(expected.items())):
        if done % _EVERY == 0:
            progress.step(STEP, done, len(expected))
        if name not in names:
            yield Problem("missing", name)
        elif (found := bundle.size(name)) != size:
            yield Problem("changed", name, f"{found:,} bytes instead of {size:,}")
        else:
            yield from _compared(bundle, name, sha256)
    progress.step(STEP, len(expected), len(expected))
    own = {MANIFEST, *expected}
    for name in sorted(names - own):
        if not name.startswith(f"{FOLDER}/"):
            yield Problem("extra", name)


def _compared(bundle: _Bundle, name: str, sha256: str) -> Iterator[Problem]:
    made = hashlib.sha256()
    try:
        with bundle.open(name) as file:
            while piece := file.read(_PIECE):
                made.update(piece)
    except _BAD_ZIP as error:  # a .zip knows checksums of its own
        yield Problem("damaged", name, str(error))
        return
    if made.hexdigest() != sha256:
        yield Problem("changed", name)


def _not_a_site(target: Path) -> KbError:
    return KbError("not_a_site", "{path} is no site that kbeditor exported.", path=str(target))
