"""The checks of all translations of a language, grouped; mended or dismissed several at once."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kbeditor.domain.blocks import LibraryIssue
from kbeditor.domain.changes import Changes
from kbeditor.domain.errors import Cancelled
from kbeditor.domain.records import TextRef
from kbeditor.ui.aids.dismissing import ask_dismiss
from kbeditor.ui.aids.issue_tree import PROBLEM, TEXT, IssueTree
from kbeditor.ui.aids.words import SPACING, fix_words
from kbeditor.ui.desk import Desk
from kbeditor.ui.jobs import Job
from kbeditor.ui.plain import PlainLabel
from kbeditor.ui.texts import step_words
from kbeditor.ui.widgets.delegates import TextDelegate
from kbeditor.ui.widgets.empty import EmptyState
from kbeditor.ui.widgets.grouped_tree import GroupedTree

AT_ONCE = 50
"""As many changed texts are looked through again by themselves; more wait for the button."""

_WIDTHS = {PROBLEM: 380, TEXT: 220}


class LibraryChecks(QWidget):
    """Runs beside all other work; what was mended or changed is looked through again by itself."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk = desk
        self._job: Job | None = None
        self._ended = True
        self._checked = ""  # the language of the list
        self.locales = QComboBox(self)
        self.locales.setAccessibleName(self.tr("Language"))
        self.said = PlainLabel(self)
        self.said.setProperty("role", "muted")
        self._bar = QProgressBar(self, textVisible=False)
        self._bar.setMaximumWidth(200)
        self.check_button = QPushButton(self.tr("Check translations"), self)
        self.stop_button = QPushButton(self.tr("Stop"), self)
        self.mend_button = QPushButton(self.tr("Mend"), self)
        self.dismiss_button = QPushButton(self.tr("Dismiss…"), self)
        self.spacing_button = QPushButton(self.tr("Mend all French spacing"), self)
        self.model = IssueTree(self)
        self.tree = GroupedTree(self)
        self.tree.setAccessibleName(self.tr("Issues"))
        self.tree.setModel(self.model)
        self.tree.setItemDelegate(TextDelegate(desk.themes, self.tree))
        for column, width in _WIDTHS.items():
            self.tree.header().resizeSection(column, width)
        self._empty = EmptyState(desk.themes, "check", self)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.tree)
        self._build()
        self._connect()
        self.forget()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 8, 8)
        head.setSpacing(6)
        head.addWidget(self.locales)
        head.addWidget(self.said, 1)
        for widget in (
            self._bar,
            self.stop_button,
            self.spacing_button,
            self.mend_button,
            self.dismiss_button,
            self.check_button,
        ):
            head.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.check_button.clicked.connect(lambda _checked=False: self.check())
        self.stop_button.clicked.connect(lambda _checked=False: self._stop())
        self.mend_button.clicked.connect(lambda _checked=False: self.mend())
        self.dismiss_button.clicked.connect(lambda _checked=False: self.dismiss())
        self.spacing_button.clicked.connect(lambda _checked=False: self.mend_spacing())
        self.tree.activated.connect(lambda _index: self.open_current())
        self.tree.selectionModel().selectionChanged.connect(lambda *_each: self._offer())
        self.locales.currentIndexChanged.connect(lambda _index: self._other_locale())

    # ------------------------------------------------------------------ what changed

    def refresh(self, changes: Changes) -> None:
        """Look through again what changed, where that is little."""
        if changes.everything or changes.locales:
            self._fill_locales()
        if not self._checked or self._job is not None:
            return
        touched = [ref for ref in changes.texts if ref.locale == self._checked]
        if changes.everything or changes.glossary or len(touched) > AT_ONCE:
            self.said.setText(self.tr("The library has changed since it was checked."))
        elif changes.checks and not touched:
            self._again({each.text for each in self.model.all_issues()})
        elif touched:
            self._again(touched)

    def forget(self) -> None:
        """Another library, or another language."""
        self._stop()
        self._running(None)
        self._checked = ""
        self.model.show_issues(())
        self.said.setText("")
        self._empty.say(
            self.tr("Not checked yet"),
            self.tr(
                "Compares each translated block with its source: links, code, numbers, terms, "
                "spacing. Outdated blocks wait for their translator."
            ),
        )
        self._pages.setCurrentWidget(self._empty)
        self._offer()

    def _fill_locales(self) -> None:
        kept = self.locales.currentData() or self.desk.selection.locale
        library = self.desk.library
        self.locales.blockSignals(True)
        self.locales.clear()
        for each in self.desk.locales:
            if library is not None and each.tag != library.source_locale:
                self.locales.addItem(each.name, each.tag)
        self.locales.setCurrentIndex(max(0, self.locales.findData(kept)))
        self.locales.blockSignals(False)
        self.check_button.setEnabled(self.locales.count() > 0 and self._job is None)

    def _other_locale(self) -> None:
        if self._checked and self.locales.currentData() != self._checked:
            self.forget()

    def _again(self, refs: set[TextRef] | Sequence[TextRef]) -> None:
        wanted = list(refs)
        if len(wanted) > AT_ONCE:
            self.check()
            return

        def land(fresh: Sequence[LibraryIssue]) -> None:
            if self._checked:
                folded = self._folded()
                self.model.replaced(wanted, fresh)
                self._show(folded)

        self.desk.bridge.run(lambda ws: ws.issues.some(wanted), land)

    # ------------------------------------------------------------------ checking

    def choose(self, locale: str) -> None:
        """Choose a language, if it is one that is translated to."""
        self._fill_locales()
        place = self.locales.findData(locale)
        if place >= 0:
            self.locales.setCurrentIndex(place)

    def check(self) -> None:
        """Check all translations of the chosen language; one run at a time."""
        if not self.locales.count():
            self._fill_locales()  # asked for before it was first shown
        locale = self.locales.currentData()
        if self._job is not None or self.desk.library is None or not locale:
            return
        self.desk.flush()
        self._prepare()
        self._begin(
            self.desk.bridge.start(
                lambda ws, progress: ws.issues.library(locale, progress),
                lambda issues: self._land(locale, issues),
                self._failed,
            )
        )

    def _prepare(self) -> None:
        self._bar.setRange(0, 0)
        self._ended = False

    def _begin(self, job: Job) -> None:
        """Watch a job; with an inline executor it has landed already."""
        job.progressed.connect(self._progressed)
        if not self._ended:
            self._running(job)

    def _progressed(self, code: str, done: int, total: int) -> None:
        self.said.setText(step_words(code))
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _land(self, locale: str, issues: Sequence[LibraryIssue]) -> None:
        self._running(None)
        folded = self._folded() if self._checked else {SPACING}
        self._checked = locale
        self.model.show_issues(issues)
        self._show(folded)

    def _failed(self, error: Exception) -> bool:
        self._running(None)
        self.said.setText("")
        return isinstance(error, Cancelled)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.stop()

    def _running(self, job: Job | None) -> None:
        self._job = job
        self._ended = job is None
        for widget in (self._bar, self.stop_button):
            widget.setVisible(job is not None)
        self.check_button.setEnabled(job is None and self.locales.count() > 0)
        self._offer()

    def _folded(self) -> set[str]:
        rows = [self.model.index(row, PROBLEM) for row in range(self.model.rowCount())]
        return {self.model.check(row) for row in rows if not self.tree.isExpanded(row)}

    def _show(self, folded: set[str]) -> None:
        for row in range(self.model.rowCount()):
            index = self.model.index(row, PROBLEM)
            self.tree.setFirstColumnSpanned(row, self.tree.rootIndex(), True)
            self.tree.setExpanded(index, self.model.check(index) not in folded)
        total = self.model.total
        self.said.setText(self.tr("%Ln issue(s)", "", total) if total else "")
        self._empty.say(
            self.tr("Nothing to mend"),
            self.tr("All checks pass in the translations of this language."),
        )
        self._pages.setCurrentWidget(self.tree if total else self._empty)
        self._offer()

    # ------------------------------------------------------------------ doing

    def chosen(self) -> list[LibraryIssue]:
        """The issues of the rows that are marked."""
        return self.model.issues(self.tree.selectionModel().selectedRows())

    def _offer(self) -> None:
        chosen = self.chosen()
        mendable = [each for each in chosen if each.issue.fixes]
        idle = self._job is None
        self.mend_button.setEnabled(bool(mendable) and idle)
        self.dismiss_button.setEnabled(bool(chosen) and idle)
        self.spacing_button.setVisible(self.model.index_of(SPACING).isValid())
        self.spacing_button.setEnabled(idle)
        words = self.tr("Mend")
        if len(mendable) == 1:
            words = fix_words(mendable[0].issue.fixes[0])
        elif mendable:
            words = self.tr("Mend %Ln", "", len(mendable))
        self.mend_button.setText(words)

    def mend(self) -> None:
        """Mend what is marked, each issue by its first fix."""
        self._mend(self.chosen())

    def mend_spacing(self) -> None:
        """Mend all French spacing of this language, as one act."""
        index = self.model.index_of(SPACING)
        if index.isValid():
            self._mend(self.model.issues([index]))

    def _mend(self, issues: Sequence[LibraryIssue]) -> None:
        wanted = [(each, each.issue.fixes[0]) for each in issues if each.issue.fixes]
        if not wanted or self._job is not None:
            return
        self.desk.flush()
        texts = {issue.text for issue, _ in wanted}

        def mended(count: int) -> None:
            self._running(None)
            self.desk.say(self.tr("%Ln place(s) mended. Undo takes that back.", "", count))
            self._again(texts)

        self._prepare()
        self._begin(
            self.desk.bridge.run_long(
                lambda ws, progress: ws.issues.fix(wanted, progress), mended, self._failed
            )
        )

    def dismiss(self) -> None:
        """Call what is marked no fault."""
        chosen = self.chosen()
        if chosen:
            ask_dismiss(self.desk, chosen)

    def open_current(self) -> None:
        """Open the block of the current issue."""
        issue = self.model.issue(self.tree.currentIndex())
        if issue is not None:
            self.desk.selection.go(issue.text.owner, issue.text.locale)
            self.desk.selection.set_block(issue.block_id)
            self.desk.frame.show_pane("editor")
