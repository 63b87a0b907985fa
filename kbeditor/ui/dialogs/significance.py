"""How big is this change for translators? Asked when a changed source is published."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHeaderView,
    QLineEdit,
    QProgressBar,
    QRadioButton,
    QTreeWidget,
    QTreeWidgetItem,
)

from kbeditor.domain.blocks import LocaleCost, SourceChange
from kbeditor.domain.states import Significance
from kbeditor.ui.block_words import kind_words
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.base import Dialog
from kbeditor.ui.jobs import Job
from kbeditor.ui.plain import PlainLabel
from kbeditor.ui.publish_costs import Costs
from kbeditor.ui.texts import number_words
from kbeditor.ui.widgets.changes_view import ChangesView, ShownChange
from kbeditor.ui.work import locale_name

LANGUAGE, OUTDATED, OUTDATED_WORDS, NEW, NEW_WORDS, GONE = range(6)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
ROW = 26
MOST_ROWS = 7
"""More locales than this scroll."""


class SignificanceDialog(Dialog):
    """Minor, update or important, beside what each would cost; and a note for the translators."""

    def __init__(
        self,
        desk: Desk,
        titles: Sequence[str],
        locale_names: Sequence[str],
        then: Callable[[Significance, str], None],
    ) -> None:
        """`titles` of the changed sources; `locale_names` are those that have a translation."""
        super().__init__(desk, "", 720)
        self.setWindowTitle(self.tr("Publish the change"))
        self._then = then
        self._costs: Costs | None = None
        self._job: Job | None = None
        self._chosen = False
        self.closed = False
        question = PlainLabel(self._question(titles), wordWrap=True)
        question.setProperty("role", "heading")
        self.column.addWidget(question)
        self._group = QButtonGroup(self)
        self._add_choices()
        self.note = QLineEdit()
        self.note.setAccessibleName(self.tr("Note for translators"))
        self.column.addWidget(self.note)
        self._affected = self.add_sentence(self._affected_words(locale_names))
        self._counting = QProgressBar(textVisible=False)
        self._counting.hide()
        self.column.addWidget(self._counting)
        self._add_table()
        self._said = self.add_sentence("")
        self.changes = ChangesView(desk.themes)
        self.changes.setMinimumHeight(120)
        self.changes.hide()
        self.column.addWidget(self.changes, 1)
        self.column.addStretch(0)
        self.add_buttons(self.tr("Publish"))
        self._group.idToggled.connect(lambda _id, on: self._picked() if on else None)
        self._group.idClicked.connect(lambda _id: self._decided())
        self._group.button(int(Significance.UPDATE)).setFocus()
        self._picked()

    # --------------------------------------------------------------------------------- building

    def _question(self, titles: Sequence[str]) -> str:
        if len(titles) == 1:
            words = self.tr("How big is the change of “{title}”?")
            return words.format(title=titles[0] or self.tr("Untitled"))
        return self.tr("How big is the change of %Ln text(s)?", "", len(titles))

    def _affected_words(self, names: Sequence[str]) -> str:
        if not names:
            return self.tr("There is no translation of it yet.")
        return self.tr("Translations: {names}").format(names=", ".join(names))

    def _add_choices(self) -> None:
        for significance, words, meaning in (
            (
                Significance.MINOR,
                self.tr("&Minor"),
                self.tr("A typo or wording. Translators are not called."),
            ),
            (
                Significance.UPDATE,
                self.tr("&Update"),
                self.tr("The content changed. The blocks below become outdated."),
            ),
            (
                Significance.IMPORTANT,
                self.tr("&Important"),
                self.tr("As an update; and readers of an outdated translation see a warning."),
            ),
        ):
            button = QRadioButton(f"{words} — {meaning}")
            button.setChecked(significance is Significance.UPDATE)
            self._group.addButton(button, int(significance))
            self.column.addWidget(button)

    def _add_table(self) -> None:
        self.table = QTreeWidget()
        self.table.setProperty("framed", "true")
        self.table.setAccessibleName(self.tr("What it costs each language"))
        self.table.setRootIsDecorated(False)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.setHeaderLabels(
            [
                self.tr("Language"),
                self.tr("Outdated blocks"),
                self.tr("Words"),
                self.tr("New blocks"),
                self.tr("Words"),
                self.tr("Gone"),
            ]
        )
        header = self.table.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(LANGUAGE, QHeaderView.ResizeMode.Stretch)
        for column in range(OUTDATED, GONE + 1):
            self.table.headerItem().setTextAlignment(column, _RIGHT)
        self.table.hide()
        self.column.addWidget(self.table)

    # ----------------------------------------------------------------------------------- the cost

    def show_costs(self, costs: Costs) -> None:
        """Show what is known now; propose how big it is, unless somebody chose already."""
        self._job = None
        self._counting.hide()
        self._costs = costs
        if not self._chosen:
            self._group.button(int(costs.proposed)).setChecked(True)
            self._group.button(int(costs.proposed)).setFocus()
        self._affected.setVisible(not costs.locales)
        self._said.setText(self._changes_words(costs))
        self.changes.setVisible(bool(costs.changes))
        self.changes.show_changes(self._shown(costs.changes))
        self._picked()
        self.resize(self.width(), max(self.height(), 620 if costs.changes else 0))

    @property
    def counting(self) -> bool:
        """Whether the cost is not known yet."""
        return self._costs is None

    def wait_for(self, job: Job) -> None:
        """The cost is being counted by a job, which ends when the dialog is closed."""
        self._job = job
        self._counting.setRange(0, 0)
        self._counting.show()
        self._said.setText(self.tr("Counting what it costs. You need not wait for it."))
        job.progressed.connect(self._progressed)

    def _progressed(self, _code: str, done: int, total: int) -> None:
        self._counting.setRange(0, total)
        self._counting.setValue(done)

    def _changes_words(self, costs: Costs) -> str:
        minor = sum(each.minor for _title, each in costs.changes)
        words = self.tr("%Ln block(s) changed", "", len(costs.changes))
        if minor:
            words += " · " + self.tr("%Ln of them in markup only", "", minor)
        return words

    def _shown(self, changes: Sequence[tuple[str, SourceChange]]) -> list[ShownChange]:
        several = len({title for title, _change in changes}) > 1
        shown, last = [], ""
        for title, change in changes:
            heading = title if several and title != last else ""
            last = title
            words = {
                "edited": self.tr("changed"),
                "new": self.tr("new"),
                "removed": self.tr("taken out"),
            }.get(change.change, change.change)
            if change.minor:
                words = self.tr("changed in markup only")
            label = f"{kind_words(change.kind)} · {words}"
            old, new = change.old or "", change.new or ""
            shown.append(ShownChange(heading, label, old, new, change.kind.translatable))
        return shown

    # ------------------------------------------------------------------------------------ choosing

    def choose(self, significance: Significance) -> None:
        """Tick one of the three."""
        self._chosen = True
        self._group.button(int(significance)).setChecked(True)

    @property
    def significance(self) -> Significance:
        """What is ticked."""
        return Significance(self._group.checkedId())

    def _decided(self) -> None:
        self._chosen = True

    def _picked(self) -> None:
        minor = self.significance is Significance.MINOR
        self.note.setPlaceholderText(
            self.tr("Why translators need not see it (optional)")
            if minor
            else self.tr("What changed, in a few words (optional)")
        )
        locales = self._costs.of(self.significance) if self._costs is not None else ()
        self.table.clear()
        self.table.setVisible(bool(locales))
        for cost in locales:
            self.table.addTopLevelItem(self._row(cost))
        rows = min(MOST_ROWS, len(locales))
        self.table.setFixedHeight(self.table.header().sizeHint().height() + rows * ROW + 4)

    def _row(self, cost: LocaleCost) -> QTreeWidgetItem:
        numbers = (
            cost.outdated_blocks,
            cost.outdated_words,
            cost.new_blocks,
            cost.new_words,
            cost.orphans,
        )
        name = locale_name(self.desk, cost.locale)
        item = QTreeWidgetItem([name, *(number_words(each) if each else "–" for each in numbers)])
        for column in range(OUTDATED, GONE + 1):
            item.setTextAlignment(column, _RIGHT)
        return item

    def done(self, result: int) -> None:
        self.closed = True
        job, self._job = self._job, None
        if job is not None:
            job.stop()
        super().done(result)

    def accept(self) -> None:
        significance, note = self.significance, self.note.text().strip()
        super().accept()
        self._then(significance, note)
