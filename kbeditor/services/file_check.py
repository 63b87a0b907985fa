"""Checks of a library's file, and which articles and pictures what they find is about."""

import tempfile
import time
from contextlib import closing
from pathlib import Path

from kbeditor.domain.damage import damage_line
from kbeditor.domain.errors import KbError
from kbeditor.domain.finding import Report, ReportLine
from kbeditor.domain.progress import Progress, Silent
from kbeditor.services.repairing import name_locale
from kbeditor.storage.checking_file import full_check, quick_check
from kbeditor.storage.driver import sqlite
from kbeditor.storage.opening import connect_to_read, recognise
from kbeditor.storage.salvaging import salvage

_UNREADABLE = {
    "text_cut": "text_unreadable",
    "text_from_version": "text_unreadable",
    "text_from_search": "text_unreadable",
    "text_lost": "text_unreadable",
    "not_published": "text_version_gone",
    "picture_lost": "picture_gone",
}
"""What a repair would say of a thing -> what is the matter with it."""


def check_quickly(library: Path, progress: Progress | None = None) -> Report:
    """Seconds: can all that people wrote be read? Raises KbError, Cancelled."""
    started = time.monotonic()
    recognise(library)
    lines = quick_check(library, progress)
    return Report(str(library), (), lines, time.monotonic() - started)


def check_file(library: Path, progress: Progress | None = None) -> Report:
    """Every page, reference, hash and value; what is damaged is named. Others may work meanwhile.

    Raises KbError: no file, not ours, newer, an error of the disk; Cancelled.
    """
    progress = progress or Silent()
    started = time.monotonic()
    recognise(library)
    lines = full_check(library, progress)
    if any(each.code == "file_page" for each in lines):
        lines += _named(library, progress)
    return Report(str(library), (), tuple(dict.fromkeys(lines)), time.monotonic() - started)


def _named(library: Path, progress: Progress) -> tuple[ReportLine, ...]:
    """Which texts and pictures lie on unreadable pages: what a repair of a copy would miss."""
    with tempfile.TemporaryDirectory(prefix="kbeditor-") as folder:
        copy, new = Path(folder, "copy.kb"), Path(folder, "new.kb")
        try:
            with (
                closing(connect_to_read(library)) as source,
                closing(sqlite.connect(copy)) as target,
            ):
                source.backup(target)  # page by page: damaged ones, too
            salvaged = salvage(copy, None, new, name_locale, progress)
        except (sqlite.DatabaseError, KbError):
            return ()  # nothing can be told of it; that it is damaged is known already
    return tuple(
        damage_line(_UNREADABLE[each.code], each.place)
        for each in salvaged.lines
        if each.code in _UNREADABLE
    )
