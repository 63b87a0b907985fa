"""Zips: read entry by entry within limits, and written as the same bytes each time."""

import os
import re
import stat
import struct
import zipfile
import zlib
from pathlib import Path

from kbeditor.exchange.bad_file import BadFile
from kbeditor.exchange.folder import fold, opened

HIGHEST_RATIO = 250  # unpacked : packed, for entries large enough to matter
MOST_FILES = 250_000
"""Entries of a zip: Python makes an object of half a kilobyte for each before one can look."""
_LARGEST_LIST = 64 * 1024**2  # bytes of the list at the end of a zip
_RATIO_MATTERS = 1024 * 1024
_END, _END_64, _ENTRY = b"PK\x05\x06", b"PK\x06\x06", b"PK\x01\x02"
_TAIL = 22 + 65_535 + 20 + 56  # bytes: both ends of a zip with the longest comment
_PACKED_BY = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# What the library raises for bytes that make no sense, one way or another.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
_TOO_MANY = "it holds more than {limit:,} files"
_DRIVE = re.compile(r"[A-Za-z]:")
_IGNORED = ("__MACOSX/", ".DS_Store")
_FIRST_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can say
_PACKED_ALREADY = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".zip", ".gz", ".mp4", ".webm", ".mp3")


def open_zip(source: Path) -> zipfile.ZipFile:
    """A zip, to be closed by who asked for it. Raises BadFile."""
    _check_list(source)
    try:
        return zipfile.ZipFile(source)
    except _DAMAGE as error:
        raise _not_a_zip(source) from error


def names_in(source: Path) -> list[str]:
    """What lies in a zip, unchecked, to recognise what it is; nothing where it is none."""
    try:
        with open_zip(source) as archive:
            return archive.namelist()
    except BadFile:
        return []


def _not_a_zip(source: Path) -> BadFile:
    return BadFile("damaged", source.name, "this is not a zip that can be read")


def _check_list(source: Path) -> None:
    """Refuse a zip with too long a list of what lies in it, before it is read as a whole."""
    with opened(source, source.name) as stream:
        size = stream.seek(0, os.SEEK_END)
        start = max(0, size - _TAIL)
        stream.seek(start)
        tail = stream.read(_TAIL)
        end = tail.rfind(_END)
        if end < 0 or len(tail) < end + 22:
            raise _not_a_zip(source)
        (length,) = struct.unpack_from("<I", tail, end + 12)
        larger = tail.rfind(_END_64, 0, end)
        if larger >= 0 and len(tail) >= larger + 56:
            end = larger
            (length,) = struct.unpack_from("<Q", tail, end + 40)
        if length > _LARGEST_LIST:
            raise BadFile("zip_bomb", source.name, _TOO_MANY, limit=MOST_FILES)
        stream.seek(max(0, start + end - length))
        if stream.read(length).count(_ENTRY) > MOST_FILES:
            raise BadFile("zip_bomb", source.name, _TOO_MANY, limit=MOST_FILES)


def files_in(
    archive: zipfile.ZipFile, shown: str, most_files: int, most_bytes: int
) -> dict[str, zipfile.ZipInfo]:
    """The files of a zip by name, without what systems leave in zips on their own.

    Raises BadFile for names that lead elsewhere, bombs, and what lies on one another.
    """
    return {
        entry.filename: entry
        for entry in _checked(archive, shown, most_files, most_bytes)
        if not entry.filename.endswith("/") and not any(part in entry.filename for part in _IGNORED)
    }


def read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limit: int, name: str) -> bytes:
    """One file's bytes; `name` is what errors call it. Raises BadFile: too large, damaged."""
    too_large = BadFile("file_too_large", name, "it is larger than {limit:,} bytes", limit=limit)
    if entry.file_size > limit:
        raise too_large
    try:
        with archive.open(entry) as stream:
            data = stream.read(limit + 1)
    except _DAMAGE as error:
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
        raise BadFile("zip_bomb", shown, _TOO_MANY, limit=most_files)
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
        if entry.compress_type not in _PACKED_BY:
            # The others may ask for gigabytes before the first byte comes out.
            raise BadFile("packed_otherwise", entry.filename, "it is packed in an unusual way")
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
        or not name
    )
    if unsafe:
        raise BadFile("unsafe_name", name, "this name leads out of the bundle")
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise BadFile("link_outside", name, "it is a link or a device, not a file")
