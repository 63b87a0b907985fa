"""What a hostile input is, and the usual ways to write one."""

import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

Make = Callable[[Path], Path]
ACCEPTED = ""


@dataclass(frozen=True, slots=True)
class Case:
    """An input. `make` writes it into a folder of its own and gives the path that is read.

    `code` is that of the error, ACCEPTED: none; `words` must all stand in the error's sentence, or
    in what the reader told. `needs` names what not every system has: "links", "pipes", "devices".
    """

    id: str
    reader: str
    make: Make
    code: str = ACCEPTED
    words: tuple[str, ...] = ()
    needs: str = ""


def case(
    case_id: str, reader: str, make: Make, code: str = ACCEPTED, *words: str, needs: str = ""
) -> Case:
    """A case; see the class."""
    return Case(case_id, reader, make, code, words, needs)


def file(name: str, data: str | bytes) -> Make:
    """A file of this name; text as UTF-8."""

    def make(folder: Path) -> Path:
        (folder / name).write_bytes(as_bytes(data))
        return folder / name

    return make


def files(content: Mapping[str, str | bytes], read: str = "") -> Make:
    """Some files by their paths; the whole folder is read, or the file `read`."""

    def make(folder: Path) -> Path:
        inner = folder / "input"
        for name, data in content.items():
            path = inner / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(as_bytes(data))
        return inner / read if read else inner

    return make


def sparse(name: str, size: int) -> Make:
    """A file of many bytes, of which the disk keeps none."""

    def make(folder: Path) -> Path:
        with (folder / name).open("wb") as out:
            out.truncate(size)
        return folder / name

    return make


def pipe(name: str) -> Make:
    """A pipe that nobody writes into: who opens it waits for ever."""

    def make(folder: Path) -> Path:
        os.mkfifo(folder / name)
        return folder / name

    return make


def link(name: str, to: str) -> Make:
    """A link to something elsewhere."""

    def make(folder: Path) -> Path:
        (folder / name).symlink_to(to)
        return folder / name

    return make


def directory(name: str) -> Make:
    """A folder where a file is expected."""

    def make(folder: Path) -> Path:
        (folder / name).mkdir()
        return folder / name

    return make


def also(first: Make, then: Callable[[Path], object]) -> Make:
    """The same, with something done to it."""

    def make(folder: Path) -> Path:
        path = first(folder)
        then(path)
        return path

    return make


def copy_of(source: Path) -> Make:
    """A copy of a sound folder or file."""

    def make(folder: Path) -> Path:
        if source.is_dir():
            return Path(shutil.copytree(source, folder / source.name))
        return Path(shutil.copy(source, folder / source.name))

    return make


def as_bytes(data: str | bytes) -> bytes:
    """Text as UTF-8, bytes as they are."""
    return data.encode() if isinstance(data, str) else data
