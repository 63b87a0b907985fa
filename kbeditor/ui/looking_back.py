"""The whole library as it was at a release, read only, and the bar that leads back."""

import logging
import os
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from kbeditor.app.account import who
from kbeditor.app.opening import open_workspace
from kbeditor.domain.finding import Report
from kbeditor.domain.records import Library
from kbeditor.domain.releases import Release
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.job import JobDialog
from kbeditor.ui.icons import pixmap
from kbeditor.ui.plain import PlainLabel
from kbeditor.ui.texts import number_words
from kbeditor.ui.visits import Visit

if TYPE_CHECKING:
    from kbeditor.app.workspace import Workspace

log = logging.getLogger(__name__)
ABANDONED = 86_400
"""Seconds after which a file is taken for one that a killed program left."""


class LookBackDialog(JobDialog):
    """Builds the library of then, with a way to stop, and opens it."""

    def __init__(self, desk: Desk, release: Release) -> None:
        super().__init__(desk, "")
        words = self.tr("The Library as of Release {number}")
        self.setWindowTitle(words.format(number=number_words(release.number)))
        self._release = release
        self._target = _new_file(desk.paths.cache / "as-of", release.number)
        self.primary.setText(self.tr("Close"))

    def begin(self) -> None:
        """Start building."""
        number, target = self._release.number, self._target
        self.watch(
            lambda failed: self.desk.bridge.start(
                lambda ws, progress: ws.as_of.build(number, target, progress), self._done, failed
            )
        )

    def _done(self, report: Report) -> None:
        desk, target, home = self.desk, self._target, self.desk.bridge.path
        self.accept()
        if home is None:
            return
        name = who(desk.preferences)
        missing = [each for each in report.lines if each.level == "warning"]

        def work() -> "Workspace":
            return open_workspace(target, name, read_only=True)

        def tell(_library: Library) -> None:
            if missing:
                words = QCoreApplication.translate(
                    "LookingBack",
                    "%Ln thing(s) of then are missing: deleted for good since.",
                    "",
                    len(missing),
                )
                desk.errors.notice("warning", words)

        desk.bridge.open(work, tell, visit=Visit(home, target, visit_words(self._release)))


def show_as_of(desk: Desk, release: Release) -> None:
    """Open the library as it was at a release in place of the one now open, which waits."""
    dialog = LookBackDialog(desk, release)
    dialog.open()
    dialog.begin()


def visit_words(release: Release) -> str:
    """What stands above the library of then."""
    words = QCoreApplication.translate(
        "LookingBack", "As published on {date} (release {number}). It can only be read."
    )
    return words.format(date=_date_words(release.created_at), number=number_words(release.number))


class LookingBack(QObject):
    """Shows the bar while another library is visited; removes its file when the visit is over."""

    def __init__(self, desk: Desk, put_bar: Callable[[QWidget], None]) -> None:
        """`put_bar` puts the bar into the window, above everything."""
        super().__init__()
        self._desk = desk
        self._left: list[Path] = []
        self.bar = QWidget()
        self.bar.setObjectName("look_back")
        self.bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon = PlainLabel()
        self.words = PlainLabel(wordWrap=True)
        self.back = QPushButton(self.tr("&Back to the Library"), autoDefault=True)
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self.words, 1)
        row.addWidget(self.back)
        self.back.clicked.connect(lambda _checked=False: self.go_home())
        desk.bridge.opened.connect(lambda _library: self._opened())
        desk.bridge.closed.connect(self._closed)
        desk.themes.changed.connect(self._dress)
        put_bar(self.bar)
        self._dress()
        self._show()

    def go_home(self) -> None:
        """Back to the library that waits."""
        if self._desk.bridge.visits.now is not None:
            self._desk.bridge.open(self._desk.bridge.visits.home)

    def clear(self) -> None:
        """Remove what visits left; when no library is open any more."""
        left, self._left = self._left, []
        _remove(left)

    def _opened(self) -> None:
        self._show()
        left, self._left = self._left, []
        if left:  # behind the closing of what was visited
            self._desk.bridge.run(lambda _workspace: _remove(left))

    def _closed(self) -> None:
        visit = self._desk.bridge.visits.now
        if visit is not None:
            self._left.append(visit.path)
        self.bar.hide()

    def _show(self) -> None:
        visit = self._desk.bridge.visits.now
        self.bar.setVisible(visit is not None)
        if visit is not None:
            self.words.setText(visit.words)

    def _dress(self) -> None:
        themes = self._desk.themes
        colour, ground = themes.colour("info"), themes.hex("info_soft")
        self._icon.setPixmap(pixmap("history", colour, 20, self.bar.devicePixelRatioF()))
        self.bar.setStyleSheet(
            f"#look_back {{ background: {ground}; border-bottom: 1px solid {colour.name()}; }}"
        )


def _date_words(moment: datetime) -> str:
    date = QDateTime.fromSecsSinceEpoch(int(moment.timestamp())).date()
    return QLocale().toString(date, QLocale.FormatType.LongFormat)


def _new_file(folder: Path, number: int) -> Path:
    """A fresh name for the library of then; what killed programs left in the folder goes."""
    folder.mkdir(parents=True, exist_ok=True)
    old = [each for each in folder.iterdir() if time.time() - each.stat().st_mtime > ABANDONED]
    _remove(old)
    return folder / f"{number}-{os.getpid()}-{time.monotonic_ns()}.kb"


def _remove(paths: list[Path]) -> None:
    for path in paths:
        for each in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
            try:
                each.unlink(missing_ok=True)
            except OSError as error:  # open in another window: it goes another time
                log.warning("%s cannot be removed: %s", each, error)
