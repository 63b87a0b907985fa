"""The folder of a library's backups: writing one, listing, checking again, thinning out.

Beside each backup lies a small JSON file with what is known of it, so that a list reads no
library. Without that file a backup is as good: it is looked into instead.
"""

import json
import logging
import os
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from kbeditor.domain.backups import Backup, Holds, file_name, read_name, superfluous
from kbeditor.domain.errors import KbError
from kbeditor.moving import beside, clear_abandoned_in, remove
from kbeditor.storage.backup import back_up, check_file, look_into
from kbeditor.storage.types import from_text, to_text

log = logging.getLogger(__name__)

SPARE = 64_000_000
"""Bytes that a backup leaves free: the library itself must never find the disk full."""

_SAFE_ID = re.compile(r"[A-Za-z0-9_-]{8,64}")
_MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Folder:
    """Where the backups of one library go (`first`), and where earlier ones may lie, too."""

    first: Path
    others: tuple[Path, ...] = ()


def folder_of(roots: Sequence[Path], library_id: str) -> Folder:
    """The folders of a library by its id, which may be anything that a file claims to be."""
    safe = _SAFE_ID.fullmatch(library_id)
    name = library_id if safe else sha256(library_id.encode()).hexdigest()[:32]
    first, *others = (root / name for root in roots)
    return Folder(first, tuple(others))


def write_backup(
    library: Path, folder: Folder, reason: str, now: datetime, spare: Path | None = None
) -> Backup:
    """Write a checked backup and thin out the older ones, but for `spare`. Where the newest one
    is of this very state, that one is given back, and nothing new stays.

    Raises KbError `backup_space`, `backup_failed`, `bad_backup` and those of `opening.recognise`.
    """
    _make(folder.first)
    clear_abandoned_in(folder.first)
    _see_room(library, folder.first)
    target = folder.first / file_name(now, reason)
    newest = next((each for each in list_backups(folder) if not each.problem), None)
    copy = back_up(library, target)
    if newest is not None and newest.sha256 == copy.sha256:
        remove(target)
        same = replace(newest, seen_at=now)
        _note(same)
        return same
    backup = Backup(
        target, now, now, reason, copy.size, copy.holds, copy.sha256, str(library.absolute())
    )
    _note(backup)
    for each in superfluous(list_backups(Folder(folder.first)), now):
        if each.path != spare:
            delete_backup(each)
    return backup


def list_backups(folder: Folder) -> tuple[Backup, ...]:
    """All backups, newest first. What cannot be read is among them, with its problem."""
    found = [
        _known(path, *named)
        for each in dict.fromkeys((folder.first, *folder.others))
        for path, named in _files(each)
    ]
    return tuple(sorted(found, key=lambda each: each.taken_at, reverse=True))


def newest_of_each(roots: Sequence[Path]) -> tuple[Backup, ...]:
    """The newest backup of every library that has one, newest first."""
    newest: dict[str, Backup] = {}
    for root in dict.fromkeys(roots):
        for folder in sorted(_entries(root)):
            last = max(_files(folder), key=lambda each: each[1][0], default=None)
            if last is None:
                continue
            backup = _known(last[0], *last[1])
            former = newest.get(folder.name)
            if former is None or former.taken_at < backup.taken_at:
                newest[folder.name] = backup
    return tuple(sorted(newest.values(), key=lambda each: each.taken_at, reverse=True))


def check_backup(backup: Backup) -> Backup:
    """Read all of a backup again; its `problem` says what is wrong, "" that it is sound."""
    try:
        holds, digest = check_file(backup.path)
    except KbError as error:
        problem = str(error.details.get("why") or error)
        checked = replace(backup, problem=problem)
    else:
        changed = backup.sha256 not in ("", digest)
        problem = "its bytes are not those that were written" if changed else ""
        checked = replace(backup, holds=holds, sha256=backup.sha256 or digest, problem=problem)
    _note(checked)
    return checked


def delete_backup(backup: Backup) -> None:
    """Remove a backup and what is noted of it; one that cannot be removed stays, and is logged."""
    try:
        remove(backup.path)
        remove(_notes_of(backup.path))
    except OSError as error:
        log.warning("%s cannot be removed: %s", backup.path, error)


# ---------------------------------------------------------------------------------- the disk


def _make(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise KbError(
            "backup_failed",
            "The backup {path} could not be written: {why}.",
            path=str(folder),
            why=error.strerror or str(error),
        ) from error


def _see_room(library: Path, folder: Path) -> None:
    log_file = library.with_name(library.name + "-wal")
    needed = _size(library) + _size(log_file)
    free = shutil.disk_usage(folder).free
    if free < needed + SPARE:
        raise KbError(
            "backup_space",
            "There is no room for a backup in {folder}: it takes {needed} MB, and {free} MB are "
            "free. Free some space there, or choose another folder for backups.",
            folder=str(folder),
            needed=-(-needed // _MB),
            free=free // _MB,
        )


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except FileNotFoundError:  # the log goes when the last one closes the library
        return 0


def _entries(root: Path) -> Iterator[Path]:
    if root.is_dir():
        yield from (each for each in root.iterdir() if each.is_dir())


def _files(folder: Path) -> Iterator[tuple[Path, tuple[datetime, str]]]:
    try:
        names = os.listdir(folder)
    except OSError:  # there is none, or its disk is away
        return
    for name in names:
        named = read_name(name)
        if named is not None:
            yield folder / name, named


# ------------------------------------------------------------------- what is noted of a backup


def _notes_of(path: Path) -> Path:
    return path.with_name(path.name + ".json")


def _known(path: Path, taken_at: datetime, reason: str) -> Backup:
    """A backup by its notes, else by itself."""
    try:
        size = path.stat().st_size
        notes = json.loads(_notes_of(path).read_text(encoding="utf-8"))
        if notes["size"] == size:
            return Backup(
                path,
                taken_at,
                from_text(notes["seen_at"]),
                reason,
                size,
                _holds_from(notes["holds"]) if notes["holds"] else None,
                str(notes["sha256"]),
                str(notes["library"]),
                str(notes["problem"]),
            )
    except (OSError, ValueError, KeyError, TypeError):
        size = path.stat().st_size if path.exists() else 0
    plain = Backup(path, taken_at, taken_at, reason, size)
    try:
        return replace(plain, holds=look_into(path))
    except KbError as error:
        return replace(plain, problem=str(error.details.get("why") or error))


def _note(backup: Backup) -> None:
    """A disk that takes no notes is logged: the backup itself is what counts."""
    notes = {
        "size": backup.size,
        "holds": _holds_to(backup.holds) if backup.holds else None,
        "sha256": backup.sha256,
        "library": backup.library,
        "seen_at": to_text(backup.seen_at),
        "problem": backup.problem,
    }
    place = _notes_of(backup.path)
    fresh = beside(place)
    try:
        fresh.write_text(json.dumps(notes, ensure_ascii=False, indent=1), encoding="utf-8")
        os.replace(fresh, place)
    except OSError as error:
        log.warning("%s cannot be written: %s", place, error)
        remove(fresh)


def _holds_to(holds: Holds) -> dict[str, Any]:
    values = {name: getattr(holds, name) for name in Holds.__slots__}
    edited = holds.last_edit
    return {**values, "last_edit": None if edited is None else to_text(edited)}


def _holds_from(data: dict[str, Any]) -> Holds:
    edited = data["last_edit"]
    values = {name: data[name] for name in Holds.__slots__}
    values["locales"] = tuple(values["locales"])
    return Holds(**{**values, "last_edit": None if edited is None else from_text(edited)})
