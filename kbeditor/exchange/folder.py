"""The files beneath a folder: found by name whatever its case, read within limits."""

import os
import stat
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Protocol

from kbeditor.exchange.bad_file import BadFile

MOST_FILES = 500_000
_SKIPPED = frozenset({"node_modules", "__pycache__", "__MACOSX"})


def fold(path: str) -> str:
    """The form in which two spellings of one path are equal: NFC, case ignored."""
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


@contextmanager
def opened(file: Path, shown: str) -> Iterator[BinaryIO]:
    """An ordinary file to read from. Raises BadFile: another kind, not readable.

    A pipe or device would be waited for, or read without end.
    """
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            raise BadFile("not_a_file", shown, "it is a link or a device, not a file")
        with file.open("rb") as stream:
            yield stream
    except OSError as error:
        raise _unreadable(error, shown) from error


def read_limited(file: Path, shown: str, limit: int) -> bytes:
    """A file's bytes; BadFile when it has more than `limit` of them or cannot be read."""
    with opened(file, shown) as stream:
        if os.fstat(stream.fileno()).st_size <= limit:
            data = stream.read(limit + 1)
            if len(data) <= limit:
                return data
    raise BadFile("file_too_large", shown, "it is larger than {limit:,} bytes", limit=limit)


def decode_text(data: bytes, shown: str) -> str:
    """UTF-8 with line ends as `\\n`, without byte order mark; else BadFile with the line."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadFile("not_utf8", shown, "this is not UTF-8 text", line) from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise BadFile("not_text", shown, "there is a NUL character, so this is not text", line)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


class Files(Protocol):
    """What a planner reads files from; paths are relative, with `/`."""

    def find(self, path: str) -> str | None:
        """The file that `path` means, as it is spelled on disk."""

    def at(self, path: str) -> Path:
        """Where a found file lies."""


class Folder:
    """All files beneath `root`. Hidden ones are left out, links that lead out are refused."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.paths: list[str] = sorted(self._walk())
        self._spellings: dict[str, list[str]] = {}
        for path in self.paths:
            self._spellings.setdefault(fold(path), []).append(path)

    def find(self, path: str) -> str | None:
        """The file that `path` means: as spelled, else the only one that differs in case alone."""
        spellings = self._spellings.get(fold(path), ())
        if path in spellings:
            return path
        return spellings[0] if len(spellings) == 1 else None

    def at(self, path: str) -> Path:
        """Where a found file lies."""
        return self.root / path

    def _walk(self) -> Iterator[str]:
        real_root = self.root.resolve()
        waiting, count = [""], 0
        while waiting:
            folder = waiting.pop()
            for entry in _entries(self.root / folder, folder):
                if entry.name.startswith(".") or entry.name in _SKIPPED:
                    continue
                path = f"{folder}{entry.name}"
                _refuse_odd_name(path)
                if entry.is_symlink():
                    _refuse_outside(Path(entry.path), real_root, path)
                    if entry.is_file():
                        yield path
                elif entry.is_dir():
                    waiting.append(f"{path}/")
                elif entry.is_file():
                    count += 1
                    if count > MOST_FILES:
                        raise BadFile(
                            "too_many_files",
                            str(self.root),
                            "it holds more than {limit:,} files",
                            limit=MOST_FILES,
                        )
                    yield path


class SingleFile:
    """One Markdown file and what lies beside or beneath it, looked up only when linked."""

    def __init__(self, file: Path) -> None:
        self.root = file.parent
        self.paths = [file.name]
        self._real_root = self.root.resolve()

    def find(self, path: str) -> str | None:
        """The file that `path` means, exactly as spelled. Other Markdown files do not count."""
        if fold(path).endswith((".md", ".markdown")) and path not in self.paths:
            return None
        file = self.root / path
        if not file.is_file():
            return None
        _refuse_outside(file, self._real_root, path)
        return path

    def at(self, path: str) -> Path:
        """Where a found file lies."""
        return self.root / path


def _entries(folder: Path, shown: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return list(found)
    except OSError as error:
        raise _unreadable(error, shown or str(folder)) from error


def _refuse_odd_name(path: str) -> None:
    """Linux takes any bytes for a name; what is no text can be shown and stored nowhere."""
    try:
        path.encode()
    except UnicodeEncodeError as error:
        shown = path.encode("utf-8", "backslashreplace").decode()
        reason = "its name is no Unicode text; rename it"
        raise BadFile("bad_name", shown, reason) from error


def _unreadable(error: OSError, shown: str) -> BadFile:
    why = error.strerror or type(error).__name__
    return BadFile("unreadable", shown, "it cannot be read ({why})", why=why)


def _refuse_outside(file: Path, real_root: Path, shown: str) -> None:
    """A link may not carry files into the library that the person did not choose."""
    try:
        inside = file.resolve().is_relative_to(real_root)
    except (OSError, RuntimeError):  # a link that leads to itself
        inside = False
    if not inside:
        raise BadFile("link_outside", shown, "it is a link that leads out of the imported folder")
