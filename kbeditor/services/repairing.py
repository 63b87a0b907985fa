"""Repair: all that is readable of a damaged library goes into a new file; the old one stays."""

import tempfile
import time
from pathlib import Path

from kbeditor.domain.errors import KbError
from kbeditor.domain.finding import Report
from kbeditor.domain.progress import Progress, Silent
from kbeditor.moving import beside, clear_abandoned, flush, move_in, remove
from kbeditor.services.locales import describe
from kbeditor.storage.salvaging import copy_file, salvage

_LOG = "-wal"


def repair(library: Path, new: Path, progress: Progress | None = None) -> Report:
    """Make the library `new` of what is left of `library`, which must not be open in this process.

    The report says what is missing. Raises KbError: no file, not ours, newer, `exists`,
    `no_folder`, `nothing_left`, disk full; Cancelled. There is no `new` then.
    """
    progress = progress or Silent()
    started = time.monotonic()
    if not library.is_file():
        raise KbError("no_file", "There is no file {path}.", path=str(library))
    if new.exists():
        raise KbError("exists", "There is already a file {path}.", path=str(new))
    if not new.parent.is_dir():
        raise KbError("no_folder", "There is no folder {path}.", path=str(new.parent))
    clear_abandoned(new)
    unfinished = beside(new)
    try:
        # Beside the new file: there is room for one of its size, and it is the same disk.
        with tempfile.TemporaryDirectory(prefix=".repair-", dir=new.parent) as folder:
            copy = Path(folder, "copy")
            copy_file(library, copy, progress)
            log = _copy_log(library, copy, progress)
            salvaged = salvage(copy, log, unfinished, name_locale, progress)
        flush(unfinished)
        move_in(unfinished, new)
    except OSError as error:
        raise KbError(
            "cannot_write", "{path} cannot be written: {reason}.", path=str(new), reason=str(error)
        ) from error
    finally:
        remove(unfinished)
        for suffix in (_LOG, "-shm", "-journal"):
            remove(unfinished.with_name(unfinished.name + suffix))
    counts = tuple(salvaged.counts.items())
    return Report(str(new), counts, salvaged.lines, time.monotonic() - started)


def _copy_log(library: Path, copy: Path, progress: Progress) -> Path | None:
    log = library.with_name(library.name + _LOG)
    if not log.is_file():
        return None
    target = copy.with_name(copy.name + _LOG)
    copy_file(log, target, progress)
    return target


def name_locale(tag: str) -> tuple[str, str]:
    """What a language calls itself, and its direction, from its tag alone."""
    try:
        found = describe(tag, 0)
    except KbError:
        return tag, "ltr"
    return found.name, found.direction
