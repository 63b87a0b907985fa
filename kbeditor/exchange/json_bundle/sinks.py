"""Where the files of a bundle go: a folder, or a zip that is the same bytes each time."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from kbeditor.exchange.json_bundle.layout import (
    ARTICLES_FOLDER,
    ATTACHMENTS_FOLDER,
    BUNDLE,
)
from kbeditor.exchange.moving_in import new_file, new_folder
from kbeditor.exchange.zips import put


class Sink(Protocol):
    """Takes files one by one."""

    def put(self, name: str, data: bytes) -> None:
        """Write one file."""


class _FolderSink:
    def __init__(self, root: Path) -> None:
        self.root = root
        for folder in (ARTICLES_FOLDER, ATTACHMENTS_FOLDER):
            (root / folder).mkdir()

    def put(self, name: str, data: bytes) -> None:
        (self.root / name).write_bytes(data)


class _ZipSink:
    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive

    def put(self, name: str, data: bytes) -> None:
        put(self.archive, name, data)


@contextmanager
def open_sink(target: Path, as_zip: bool) -> Iterator[Sink]:
    """A sink whose files appear at `target` when all went well, and not at all otherwise."""
    if as_zip:
        with new_file(target) as temporary, zipfile.ZipFile(temporary, "w") as archive:
            yield _ZipSink(archive)
    else:
        with new_folder(target, lambda folder: (folder / BUNDLE).is_file()) as temporary:
            yield _FolderSink(temporary)
