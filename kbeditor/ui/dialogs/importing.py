"""Import: choose what; see what would come in; then bring it in, and read the report.

A file that translators give back is shown block by block.
"""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kbeditor.domain.exchange import ImportOptions, ImportPlan
from kbeditor.domain.finding import Report
from kbeditor.domain.handing import HandingPlan
from kbeditor.domain.progress import Progress
from kbeditor.domain.records import Kind, Ref
from kbeditor.domain.states import State
from kbeditor.domain.votes import VotePlan
from kbeditor.ui.bridge import Otherwise
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.base import GAP, make_form, with_note
from kbeditor.ui.dialogs.job import JobDialog
from kbeditor.ui.dialogs.new_library import NewLibraryDialog
from kbeditor.ui.dialogs.plan_page import PlanPage, left_out_lines
from kbeditor.ui.jobs import Job
from kbeditor.ui.libraries import reopen
from kbeditor.ui.plain import PlainLabel
from kbeditor.ui.texts import number_words, state_words
from kbeditor.ui.widgets.choose_file import choose_folder, choose_open
from kbeditor.ui.widgets.report_view import ReportView

if TYPE_CHECKING:
    from kbeditor.app.workspace import Workspace

KEY = "import.folder"
_BUNDLES = "*.json *.zip"
_VOTES = "*.jsonl *.ndjson"
_TRANSLATIONS = "*.xlf *.xliff *.po *.csv *.tsv *.xlsx *.tmx *.tbx"


def ask_import(desk: Desk) -> None:
    """Import into the open library; without one, make it first."""
    if desk.library is not None:
        ImportDialog(desk).open()
    else:
        NewLibraryDialog(desk, for_import=True, then=lambda: ImportDialog(desk).open()).open()


class ImportDialog(JobDialog):
    """Nothing is changed before the last button."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.setWindowTitle(self.tr("Import"))
        self._plan: ImportPlan | None = None
        self._handed: HandingPlan
        self.blocks: PlanPage  # made when there is something to show on it
        self.votes: ReportView  # likewise
        self._make_form()
        self._make_plan_page()
        self.show_page(self._form, self.tr("Read"), self._read)
        self._check()
        self.source.setFocus()

    # ------------------------------------------------------------------ what

    def _make_form(self) -> None:
        self._form = QWidget()
        self.source = QLineEdit(
            placeholderText=self.tr("A folder, a bundle, or a translators’ file")
        )
        self.source.textChanged.connect(self._check)
        folder = QPushButton(self.tr("Folder…"), autoDefault=False)
        folder.clicked.connect(self._choose_folder)
        file = QPushButton(self.tr("File…"), autoDefault=False)
        file.clicked.connect(self._choose_file)
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self.source, 1)
        place.addWidget(folder)
        place.addWidget(file)
        self._locale = QComboBox()
        self._locale.addItem(self.tr("As the files say"), None)
        for locale in self.desk.locales:
            self._locale.addItem(f"{locale.name} ({locale.tag})", locale.tag)
        self._state = QComboBox()
        for state in (State.PUBLISHED, State.IN_REVIEW, State.DRAFT):
            self._state.addItem(state_words(state), state)
        self._into = QComboBox()
        self._into.addItem(self.tr("The top level"), None)
        form = make_form()
        words = self.tr(
            "A folder of Markdown files (folders become categories, pictures come along), "
            "a JSON bundle of kbeditor, what translators give back (XLIFF, PO, CSV, XLSX, "
            "a package, TMX or TBX), or votes of readers (JSON Lines or CSV)."
        )
        place.setContentsMargins(0, 0, 0, 0)
        holder = QWidget()
        holder.setLayout(place)
        form.addRow(self.tr("From"), with_note(holder, words))
        form.addRow(self.tr("&Language"), self._locale)
        form.addRow(self.tr("&State of what comes in"), self._state)
        form.addRow(self.tr("&Into"), self._into)
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        column.addStretch(1)
        current = self.desk.selection.current
        if current is not None and current.kind is Kind.CATEGORY:
            self._offer_category(current)

    def _offer_category(self, ref: Ref) -> None:
        locale = self.desk.selection.locale

        def know(titles: tuple[str, ...]) -> None:
            self._into.addItem(" › ".join(titles), ref.id)

        self.desk.bridge.run(
            lambda ws: (
                *ws.tree.path(ref, locale),
                *(row.title for row in ws.tree.rows([ref], locale)[0]),
            ),
            know,
        )

    def _choose_folder(self) -> None:
        choose_folder(self, self.tr("The folder to import"), self._chosen, self._start())

    def _choose_file(self) -> None:
        kinds = ";;".join(
            (
                self.tr("All that can be imported")
                + f" ({_BUNDLES} {_TRANSLATIONS} {_VOTES} *.md)",
                self.tr("Files of translators") + f" ({_TRANSLATIONS} *.zip)",
                self.tr("JSON bundles") + f" ({_BUNDLES})",
                self.tr("Votes of readers") + f" ({_VOTES} *.csv)",
            )
        )
        choose_open(self, self.tr("The file to import"), kinds, self._chosen, self._start())

    def _start(self) -> Path | None:
        kept = self.desk.preferences.get(KEY, "")
        return Path(kept) if kept else None

    def _chosen(self, path: Path) -> None:
        self.source.setText(str(path))
        self.desk.preferences.set(KEY, str(path.parent))

    def read(self, path: Path, locale: str) -> None:
        """Read a file for a language at once, as if both had been chosen here."""
        self._chosen(path)
        self._locale.setCurrentIndex(max(0, self._locale.findData(locale)))
        self._read()

    def _check(self) -> None:
        self.primary.setEnabled(bool(self.source.text().strip()))

    def _read(self) -> None:
        source = Path(self.source.text().strip()).expanduser()
        options = ImportOptions(
            locale=self._locale.currentData(),
            state=self._state.currentData(),
            parent_id=self._into.currentData(),
        )
        self.desk.flush()

        def start(failed: Otherwise) -> Job:
            return self.desk.bridge.start(
                lambda ws, progress: _read_plan(ws, source, options, progress),
                self._planned,
                failed,
            )

        self.watch(start)

    # ------------------------------------------------------------------ what would come in

    def _make_plan_page(self) -> None:
        self._plan_page = QWidget()
        self._title = PlainLabel()
        self._title.setProperty("role", "heading")
        self._brings = PlainLabel(wordWrap=True)
        self._brings.setProperty("role", "muted")
        self._tree = QTreeWidget()
        self._tree.setProperty("framed", "true")
        self._tree.setHeaderLabels([self.tr("Category"), self.tr("Articles")])
        self._tree.setColumnWidth(0, 420)
        self._findings = ReportView(self.desk.themes)
        self._tabs = QTabWidget(documentMode=True)
        self._tabs.addTab(self._tree, self.tr("What comes in"))
        self._tabs.addTab(self._findings, "")
        column = QVBoxLayout(self._plan_page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._title)
        column.addWidget(self._brings)
        column.addWidget(self._tabs, 1)

    def _planned(self, read: "tuple[ImportPlan, dict[str, str]] | HandingPlan | VotePlan") -> None:
        if isinstance(read, VotePlan):
            self._show_votes(read)
            return
        if isinstance(read, HandingPlan):
            self._show_blocks(read)
            return
        plan, titles = read
        self._plan = plan
        self._title.setText(
            self.tr("“{title}” was read; nothing is changed yet").format(title=plan.title)
        )
        self._brings.setText(self._summary(plan))
        self._fill_tree(plan, titles)
        self._findings.show_report(plan.counts, plan.lines)
        self._tabs.setTabText(1, self.tr("Notes (%Ln)", "", len(plan.lines)))
        self.resize(max(self.width(), 760), max(self.height(), 520))
        self.show_page(self._plan_page, self.tr("Import"), self._apply)

    def _summary(self, plan: ImportPlan) -> str:
        parts = [
            self.tr("%Ln category(ies)", "", len(plan.categories)),
            self.tr("%Ln article(s)", "", len(plan.articles)),
            self.tr("%Ln text(s)", "", plan.text_count),
            self.tr("%Ln new picture(s) or file(s)", "", len(plan.attachments)),
        ]
        if plan.locales:
            tags = ", ".join(locale.tag for locale in plan.locales)
            parts.append(self.tr("new languages: {tags}").format(tags=tags))
        return " · ".join(parts)

    def _fill_tree(self, plan: ImportPlan, titles: dict[str, str]) -> None:
        """Categories with how many articles each holds."""
        self._tree.clear()
        inside = Counter(article.category_id for article in plan.articles)
        items: dict[str | None, QTreeWidgetItem] = {}
        for category in plan.categories:
            title = titles.get(category.id, self.tr("(without a title)"))
            item = QTreeWidgetItem([title, number_words(inside[category.id])])
            parent = items.get(category.parent_id)
            if parent is not None:
                parent.addChild(item)
            else:
                self._tree.addTopLevelItem(item)
            items[category.id] = item
        loose = len(plan.articles) - sum(inside[each.id] for each in plan.categories)
        if loose:
            words = self.tr("(not in a category of their own)")
            self._tree.addTopLevelItem(QTreeWidgetItem([words, number_words(loose)]))
        self._tree.expandToDepth(1)

    # ------------------------------------------------------------------ from translators

    def _show_blocks(self, plan: HandingPlan) -> None:
        self._handed = plan
        self.blocks = PlanPage(self.desk)
        self.blocks.chosen_changed.connect(self._count_chosen)
        self.resize(max(self.width(), 940), max(self.height(), 640))
        self.show_page(self.blocks, self.tr("Import"), self._take)
        self.blocks.show_plan(plan)

    def _count_chosen(self, count: int) -> None:
        if self.page is self.blocks and self._handed.blocks:
            self.primary.setText(self.tr("Bring In %Ln Block(s)", "", count))
            self.primary.setEnabled(count > 0)

    def _take(self) -> None:
        plan, chosen = self._handed, self.blocks.model.chosen

        def taken(report: Report) -> None:
            lines = left_out_lines(plan, report.lines)
            self.report.show_report(report.counts, lines)
            self.show_report(self.tr("“{title}” was imported").format(title=report.target))

        def start(failed: Otherwise) -> Job:
            return self.desk.bridge.run_long(
                lambda ws, progress: ws.handing.apply(plan, chosen, progress), taken, failed
            )

        self.watch(start)

    # ------------------------------------------------------------------ from readers

    def _show_votes(self, plan: VotePlan) -> None:
        self.votes = ReportView(self.desk.themes)
        self.votes.show_report(plan.counts, plan.lines)
        page = QWidget()
        heading = PlainLabel(
            self.tr("“{title}” was read; nothing is changed yet").format(title=plan.title)
        )
        heading.setProperty("role", "heading")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(heading)
        column.addWidget(self.votes, 1)
        self.resize(max(self.width(), 760), max(self.height(), 460))
        self.show_page(page, self.tr("Import"), lambda: self._take_votes(plan))
        self.primary.setEnabled(bool(plan.votes or plan.searches))

    def _take_votes(self, plan: VotePlan) -> None:
        def taken(report: Report) -> None:
            self.report.show_report(report.counts, report.lines)
            self.show_report(self.tr("“{title}” was imported").format(title=report.target))

        def start(failed: Otherwise) -> Job:
            return self.desk.bridge.run_long(
                lambda ws, _progress: ws.votes.apply(plan), taken, failed
            )

        self.watch(start)

    # ------------------------------------------------------------------ bring it in

    def _apply(self) -> None:
        plan = self._plan
        assert plan is not None

        def start(failed: Otherwise) -> Job:
            return self.desk.bridge.start(
                lambda ws, progress: ws.importing.apply(plan, progress), self._done, failed
            )

        self.watch(start)

    def _done(self, report: Report) -> None:
        self.report.show_report(report.counts, report.lines)
        self.show_report(self.tr("“{title}” was imported").format(title=report.target))
        if self._plan is not None and self._plan.library is not None:
            reopen(self.desk)  # the library itself became another: name, source language


def _read_plan(
    workspace: "Workspace", source: Path, options: ImportOptions, progress: Progress
) -> tuple[ImportPlan, dict[str, str]] | HandingPlan | VotePlan:
    """The plan, and the first title of each category (the source's when there is one)."""
    if workspace.votes.recognises(source):
        return workspace.votes.plan(source)
    if workspace.handing.recognises(source):
        return workspace.handing.plan(source, options.locale, progress)
    plan = workspace.importing.plan(source, options, progress)
    titles: dict[str, str] = {}
    if plan.categories:
        for text in plan.texts():
            if text.owner.kind is Kind.CATEGORY:
                titles.setdefault(text.owner.id, text.title)
    return plan, titles
