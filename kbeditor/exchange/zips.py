"""Zips: read entry by entry within limits, and written as the same bytes each time."""

import re
import stat
import zipfile
import zlib
from pathlib import Path

from kbeditor.exchange.bad_file import BadFile
from kbeditor.exchange.folder import fold

HIGHEST_RATIO = 250  # unpacked : packed, for entries large enough to matter
_RATIO_MATTERS = 1024 * 1024
_DRIVE = re.compile(r"[A-Za-z]:")
_IGNORED = ("__MACOSX/", ".DS_Store")
_FIRST_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can say
_PACKED_ALREADY = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".zip", ".gz", ".mp4", ".webm", ".mp3")


def open_zip(source: Path) -> zipfile.ZipFile:
    """A zip, to be closed by who asked for it. Raises BadFile."""
    try:
        return zipfile.ZipFile(source)
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError) as error:
        raise BadFile("damaged", source.name, "this is not a zip that can be read") from error


def files_in(
    archive: zipfile.ZipFile, shown: str, most_files: int, most_bytes: int
) -> dict[str, zipfile.ZipInfo]:
    """The files of a zip by name, without what systems leave in zips on their own.

    Raises BadFile for names that lead elsewhere, bombs, and what lies on one another.
    """
    return {
        entry.filename: entry
        for entry in _checked(archive, shown, most_files, most_bytes)
        if not entry.is_dir() and not any(part in entry.filename for part in _IGNORED)
    }


def read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limit: int, name: str) -> bytes:
    """One file's bytes; `name` is what errors call it. Raises BadFile: too large, damaged."""
    too_large = BadFile("file_too_large", name, "it is larger than {limit:,} bytes", limit=limit)
    if entry.file_size > limit:
        raise too_large
    try:
        with archive.open(entry) as stream:
            data = stream.read(limit + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise BadFile("damaged", name, "it is damaged inside the zip") from error
    if len(data) > limit:
        raise too_large
    return data


def put(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    """Write one file, with no trace of when and where."""
    entry = zipfile.ZipInfo(name, _FIRST_TIME)
    entry.create_system = 3  # Unix, on whatever system this runs
    entry.external_attr = 0o644 << 16
    packed = name.endswith(_PACKED_ALREADY)
    entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
    archive.writestr(entry, data)


def _checked(
    archive: zipfile.ZipFile, shown: str, most_files: int, most_bytes: int
) -> list[zipfile.ZipInfo]:
    entries = archive.infolist()
    if len(entries) > most_files:
        raise BadFile("zip_bomb", shown, "it holds more than {limit:,} files", limit=most_files)
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
        if total > most_bytes or (
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
