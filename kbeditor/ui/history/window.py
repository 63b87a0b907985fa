"""The history window: the versions of the current text at the left, what changed at the right."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from kbeditor.domain.changes import Changes
from kbeditor.domain.errors import Cancelled, KbError
from kbeditor.domain.records import TextRef
from kbeditor.domain.versions import Comparison, TextHistory, Version
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.base import GAP, MARGIN
from kbeditor.ui.history.acts import ask_name, copy_text, restore_version
from kbeditor.ui.history.comparing import Comparing
from kbeditor.ui.history.version_list import WORKING, VersionList
from kbeditor.ui.history.words import about_words, moment_words, version_words, working_words
from kbeditor.ui.jobs import Job
from kbeditor.ui.plain import PlainLabel
from kbeditor.ui.publish.workbench import WIDTH, Workbench
from kbeditor.ui.widgets.empty import EmptyState
from kbeditor.ui.widgets.layouts import set_side_margins

if TYPE_CHECKING:
    from kbeditor.app.workspace import Workspace

SIDE = 490
BEFORE = "before"
"""Chosen in "Compared with": the version before the one chosen."""
ONLY_KEPT = "history.only_kept"
LONG = 20_000
"""Words from which on two versions are compared beside the library's own work."""


class HistoryWindow(Workbench):
    """Beside the main window: it shows the history of whatever text is open there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.setWindowTitle(self.tr("History"))
        self._closed = False
        self._ref: TextRef | None = None
        self._job: Job | None = None
        self._asked: tuple[TextRef, str, str, str] | None = None
        self.history: TextHistory | None = None
        self.texts = QTabBar(documentMode=True, drawBase=False)
        self.list = VersionList()
        self.only_kept = QCheckBox(self.tr("Only &published and named"))
        self.only_kept.setChecked(bool(desk.preferences.get(ONLY_KEPT, False)))
        self.about = PlainLabel(wordWrap=True)
        self.about.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.restore = QPushButton(self.tr("&Restore"), autoDefault=False)
        self.restore.setToolTip(
            self.tr("Make it the working text; what is there now is kept, and Undo brings it back")
        )
        self.name = QPushButton(self.tr("&Name…"), autoDefault=False)
        self.copy = QPushButton(self.tr("&Copy text"), autoDefault=False)
        self.other = QComboBox()
        self.headline = PlainLabel(wordWrap=True)
        self.headline.setProperty("role", "title")
        self.comparing = Comparing(desk)
        self._empty = EmptyState(desk.themes, "history", self)
        self._halves = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self._build()
        self._connect()
        self._follow()

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        side, main = QWidget(), QWidget()
        left = QVBoxLayout(side)
        set_side_margins(left, 0, MARGIN // 2)
        left.setSpacing(GAP // 2)
        self.texts.setAccessibleName(self.tr("Text"))
        left.addWidget(self.texts)
        left.addWidget(self.list, 1)
        left.addWidget(self.only_kept)
        left.addWidget(self.about)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button in (self.restore, self.name, self.copy):
            buttons.addWidget(button)
        buttons.addStretch(1)
        left.addLayout(buttons)
        right = QVBoxLayout(main)
        set_side_margins(right, MARGIN // 2, 0)
        right.setSpacing(GAP // 2)
        against = PlainLabel(self.tr("Compared &with"))
        against.setBuddy(self.other)
        self.other.setMinimumWidth(240)
        row = QHBoxLayout()
        row.addWidget(against)
        row.addWidget(self.other)
        row.addStretch(1)
        right.addWidget(self.headline)
        right.addLayout(row)
        right.addWidget(self.comparing, 1)
        self._halves.addWidget(side)
        self._halves.addWidget(main)
        self._halves.setSizes([SIDE, WIDTH - SIDE])
        self._halves.setStretchFactor(1, 1)
        self.column.addWidget(self._halves, 1)
        self.column.addWidget(self._empty, 1)
        self.add_buttons(None)

    def _connect(self) -> None:
        self.texts.currentChanged.connect(lambda _index: self._read())
        self.list.chosen.connect(self._chosen)
        self.only_kept.toggled.connect(self._filter)
        self.other.currentIndexChanged.connect(lambda _index: self._compare())
        self.restore.clicked.connect(lambda _checked=False: self._restore())
        self.name.clicked.connect(lambda _checked=False: self._ask_name())
        self.copy.clicked.connect(lambda _checked=False: self._copy())
        self.desk.selection.changed.connect(self._follow)
        self.desk.bridge.changed.connect(self._changed)
        self.desk.bridge.closed.connect(self.reject)
        for keys, run in (("F2", self._ask_name), ("Ctrl+R", self._restore)):
            QShortcut(QKeySequence(keys), self, run)

    # ------------------------------------------------------------------ which text

    def _follow(self) -> None:
        """Show the text that is open in the main window, or its source."""
        selection = self.desk.selection
        self.texts.blockSignals(True)
        while self.texts.count():
            self.texts.removeTab(0)
        tags = [selection.locale, selection.source_locale] if selection.translating else []
        for tag in tags:
            locale = self.desk.locale(tag)
            name = locale.name if locale else tag
            source = self.tr("{language} (source)").format(language=name)
            self.texts.addTab(source if tag == selection.source_locale else name)
            self.texts.setTabData(self.texts.count() - 1, tag)
        self.texts.setVisible(bool(tags))
        self.texts.blockSignals(False)
        self._read()

    def _wanted(self) -> TextRef | None:
        selection = self.desk.selection
        if selection.current is None:
            return None
        tag = self.texts.tabData(self.texts.currentIndex()) if self.texts.count() else None
        return TextRef(selection.current, str(tag or selection.locale))

    def _changed(self, changes: Changes) -> None:
        wanted = self._wanted()
        if wanted is not None and (changes.everything or wanted.owner in set(changes.owners())):
            self._read()

    def _read(self) -> None:
        wanted = self._wanted()
        if wanted is None:
            self._show(None, None)
            return
        self.desk.flush()
        self.desk.bridge.ask_latest(
            "history", lambda ws: ws.texts.history(wanted), lambda found: self._show(wanted, found)
        )

    def _show(self, ref: TextRef | None, history: TextHistory | None) -> None:
        if self._closed:
            return
        if ref != self._ref:
            self.list.clear()
        self._ref, self.history = ref, history
        some = history is not None and bool(history.versions)
        # A translation without versions: the tab of its source stays in reach.
        self._halves.setVisible(some or self.texts.count() > 0)
        self._empty.setVisible(not some and self.texts.count() == 0)
        title = history.title if history is not None else ""
        self.setWindowTitle(
            self.tr("History of “{title}”").format(title=title) if title else self.tr("History")
        )
        if not some:
            self._say_empty(ref, history)
        self._fill()
        if some:
            self._count()

    def _say_empty(self, ref: TextRef | None, history: TextHistory | None) -> None:
        if ref is None:
            said = self.tr("Nothing is open"), self.tr("Choose an article in the main window.")
        elif history is None:
            said = self.tr("Not written yet"), self.tr("This text is missing in this language.")
        else:
            said = (
                self.tr("No versions yet"),
                self.tr(
                    "Nothing was published yet. What you write is kept here when you leave the "
                    "text, and every ten minutes while you write."
                ),
            )
        self._empty.say(*said)
        self.comparing.show_none(*said)

    # ------------------------------------------------------------------ the list

    def _fill(self) -> None:
        history = self.history
        if history is None:
            self.list.clear()
        else:
            self.list.show_history(history, only_kept=self.only_kept.isChecked())
        self._fill_others()
        self._chosen(self.list.current)

    def _filter(self, only_kept: bool) -> None:
        self.desk.preferences.set(ONLY_KEPT, only_kept)
        self._fill()
        self._count()

    def _fill_others(self) -> None:
        kept = self.other.currentData()
        self.other.blockSignals(True)
        self.other.clear()
        self.other.addItem(working_words(), WORKING)
        self.other.addItem(self.tr("The version before it"), BEFORE)
        for each in self.history.versions if self.history else ():
            if each.id in self.list.ids:
                self.other.addItem(_with_moment(each), each.id)
        self.other.setCurrentIndex(max(0, self.other.findData(kept)))
        self.other.blockSignals(False)

    def _count(self) -> None:
        """Words that came and went, by a job of their own: every version is read for it."""
        ref = self._ref
        if ref is None or self.history is None or not self.history.versions:
            return
        if self._job is not None:
            self._job.stop()

        def know(counts: dict[str, tuple[int, int]]) -> None:
            if not self._closed and ref == self._ref:
                self.list.show_counts(counts)

        def otherwise(error: Exception) -> bool:
            # The figures are an aid: the list stands without them when the text went meanwhile.
            return isinstance(error, (Cancelled, KbError))

        self._job = self.desk.bridge.start(
            lambda ws, progress: ws.texts.word_counts(ref, progress), know, otherwise
        )
        self._job.finished.connect(self._counted)

    def _counted(self) -> None:
        if self.sender() is self._job:
            self._job = None

    def version(self, version_id: str) -> Version | None:
        """The version of an id; None for the working text."""
        found = self.history.versions if self.history else ()
        return next((each for each in found if each.id == version_id), None)

    def _chosen(self, version_id: str) -> None:
        version, history = self.version(version_id), self.history
        writable = not self.desk.read_only and history is not None
        self.restore.setEnabled(
            writable and version is not None and version.content_hash != _working_hash(history)
        )
        self.name.setEnabled(writable)
        self.name.setText(self.tr("Re&name…") if version and version.name else self.tr("&Name…"))
        self.copy.setEnabled(history is not None)
        if version is not None:
            self.about.setText("\n".join(about_words(version, datetime.now(UTC))))
        elif history is not None:
            self.about.setText(self._about_working(history))
        else:
            self.about.setText("")
        self._compare()

    def _about_working(self, history: TextHistory) -> str:
        words = self.tr("Last written {moment}").format(
            moment=moment_words(history.edited_at, long=True)
        )
        return f"{words}, {history.edited_by}" if history.edited_by else words

    # ------------------------------------------------------------------ comparing

    def sides(self) -> tuple[str, str]:
        """The older and the newer version that are compared."""
        chosen, other = self.list.current, str(self.other.currentData() or WORKING)
        order = list(reversed(self.list.ids))
        if other in (BEFORE, chosen):
            at = order.index(chosen)
            if at:
                return order[at - 1], chosen
            other = WORKING  # nothing is before the first one
        older, newer = sorted((chosen, other), key=order.index)
        return older, newer

    def _compare(self) -> None:
        ref, history = self._ref, self.history
        if ref is None or history is None or not history.versions:
            self.headline.setText("")
            return
        older, newer = self.sides()
        names = self._called(older), self._called(newer)
        self.headline.setText(f"{names[0]} → {names[1]}")

        asked = self._asked = (ref, older, newer, history.working_hash)

        def know(found: Comparison) -> None:
            if not self._closed and asked == self._asked:
                self.comparing.show_comparison(ref, found, *names)

        def work(workspace: "Workspace") -> Comparison:
            return workspace.texts.compare(ref, older or None, newer or None)

        if max((each.words for each in history.versions), default=0) > LONG:
            # What takes a second is not to hold up what is typed meanwhile.
            self.desk.bridge.start(lambda ws, _progress: work(ws), know)
        else:
            self.desk.bridge.ask_latest("history.compare", work, know)

    def _called(self, version_id: str) -> str:
        version = self.version(version_id)
        return working_words() if version is None else version_words(version)

    # ------------------------------------------------------------------ what can be done

    def _restore(self) -> None:
        version = self.version(self.list.current)
        if self._ref is not None and version is not None and self.restore.isEnabled():
            restore_version(self.desk, self._ref, version)

    def _ask_name(self) -> None:
        if self._ref is not None and self.name.isEnabled():
            version = self.version(self.list.current)
            ask_name(self.desk, self, self._ref, version, self.list.choose)

    def _copy(self) -> None:
        if self._ref is not None:
            copy_text(self.desk, self._ref, self.version(self.list.current))

    # ------------------------------------------------------------------ the window itself

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            # Else it would stay above what it shows. C++ takes a null; the stubs do not say so.
            handle.setTransientParent(None)  # type: ignore[arg-type]
        self.list.setFocus()

    def done(self, result: int) -> None:
        """Whatever closes it: what was asked lands no more."""
        if not self._closed:
            self._closed = True
            if self._job is not None:
                self._job.stop()
            self.comparing.close_down()
        super().done(result)

    @property
    def is_closed(self) -> bool:
        """Whether it was closed and only waits for its end."""
        return self._closed


def _working_hash(history: TextHistory | None) -> str:
    return history.working_hash if history is not None else ""


def _with_moment(version: Version) -> str:
    return f"{version_words(version)}, {moment_words(version.created_at)}"


def show_history(desk: Desk) -> None:
    """Show the window, or bring the one that is open to the front."""
    for window in desk.window.findChildren(HistoryWindow):
        if not window.is_closed:
            window.raise_()
            window.activateWindow()
            return
    HistoryWindow(desk).show()
