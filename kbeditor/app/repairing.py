"""Checks and repairs of a library's file, and the marks they leave; no library need be open."""

from pathlib import Path

from kbeditor.app.damage import DamageMarks
from kbeditor.app.paths import Paths
from kbeditor.domain.finding import Report
from kbeditor.domain.progress import Progress

# Services are imported within the functions: at the start nobody waits for SQLModel.


def check_library(
    library: Path, paths: Paths, progress: Progress, *, quickly: bool = False
) -> Report:
    """Look for damage; the library is marked, or its mark taken away by a full check.

    Raises KbError, Cancelled: then nothing is known, and no mark is changed.
    """
    from kbeditor.services.file_check import check_file, check_quickly

    report = (check_quickly if quickly else check_file)(library, progress)
    marks = DamageMarks(paths)
    if report.lines:
        first = max(report.lines, key=lambda each: bool(each.place))
        marks.add(library, f"{first.place}: {first.text}" if first.place else first.text)
    elif not quickly:
        marks.clear(library)
    return report


def repair_library(library: Path, new: Path, progress: Progress) -> Report:
    """Make `new` of what is left of `library`, which must not be open in this process."""
    from kbeditor.services.repairing import repair

    return repair(library, new, progress)
