"""What is wrong with the pages of a release, grouped by what it is; what blocks stands first."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kbeditor.domain.finding import ReportLine
from kbeditor.domain.releases import Gate, GateFinding
from kbeditor.ui.desk import Desk
from kbeditor.ui.icons import icon
from kbeditor.ui.models.columns import short_tag
from kbeditor.ui.plain import PlainLabel, plain_tip
from kbeditor.ui.publish.words import gate_words, way_out_words
from kbeditor.ui.texts import number_words, report_line_words
from kbeditor.ui.widgets.empty import EmptyState

MOST = 500
"""So many findings of one kind are listed at first, and as many more with each wish for more."""
_ORDER = tuple(Gate)
_FOUND_ALREADY = frozenset({"category_name_missing"})  # by the gate, in every language
_FINDING = Qt.ItemDataRole.UserRole
_MORE = Qt.ItemDataRole.UserRole + 1  # of the line below a group that lists not all: its kind


class FindingsPage(QWidget):
    """Enter on a finding opens the article at it."""

    opened = Signal(object)  # GateFinding
    rules_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._findings: tuple[GateFinding, ...] = ()
        self._notes: tuple[ReportLine, ...] = ()
        self._listed: Counter[tuple[bool, Gate]] = Counter()  # so many more than MOST of a kind
        self.language = QComboBox()
        self.language.setAccessibleName(self.tr("Language"))
        self.language.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.tree = _Tree()
        self.tree.setProperty("framed", "true")
        self.tree.setAccessibleName(self.tr("Findings"))
        self.tree.setHeaderLabels(
            [self.tr("Where"), self.tr("Language"), self.tr("Line"), self.tr("What")]
        )
        header = self.tree.header()
        header.setStretchLastSection(True)
        header.resizeSection(0, 320)
        header.resizeSection(1, 80)
        header.resizeSection(2, 60)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.advice = PlainLabel(wordWrap=True)
        self.advice.setProperty("role", "muted")
        self.go = QPushButton(self.tr("Open article"), autoDefault=False)
        self.rules = QPushButton(self.tr("What blocks…"), autoDefault=False)
        self._empty = EmptyState(desk.themes, "success", self)
        self._empty.say(
            self.tr("Nothing is wrong"),
            self.tr("No broken link, no missing picture, nothing untranslated or behind."),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.tree)
        self._stack.addWidget(self._empty)
        tools = QHBoxLayout()
        tools.addWidget(self.language)
        tools.addWidget(self.advice, 1)
        tools.addWidget(self.rules)
        tools.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._stack, 1)
        column.addLayout(tools)
        self.tree.entered.connect(self._open)
        self.tree.itemDoubleClicked.connect(lambda _item, _column: self._open())
        self.tree.currentItemChanged.connect(lambda *_items: self._advise())
        self.language.activated.connect(lambda _index: self._fill())
        self.go.clicked.connect(lambda _checked=False: self._open())
        self.rules.clicked.connect(lambda _checked=False: self.rules_wanted.emit())
        desk.themes.changed.connect(self._fill)
        self._advise()

    def show_findings(
        self, findings: Sequence[GateFinding], notes: Sequence[ReportLine] = ()
    ) -> None:
        """Show these in place of those before; `notes` are what a build would report besides."""
        self._notes = tuple(
            each for each in notes if each.level != "info" and each.code not in _FOUND_ALREADY
        )
        self._findings = tuple(
            sorted(findings, key=lambda each: (not each.blocks, _ORDER.index(each.gate)))
        )
        self._listed.clear()
        self._fill_languages()
        self._fill()

    def _fill_languages(self) -> None:
        """The languages in which something was found; the one that was chosen stays chosen."""
        chosen = self.language.currentData()
        counts = Counter(each.locale for each in self._findings)
        names = [each for each in self._desk.locales if each.tag in counts]
        self.language.clear()
        self.language.addItem(self.tr("All languages"), "")
        for locale in names:
            words = self.tr("{name} ({count})").format(
                name=locale.name, count=number_words(counts[locale.tag])
            )
            self.language.addItem(words, locale.tag)
        self.language.setCurrentIndex(max(0, self.language.findData(chosen)))
        self.language.setVisible(len(names) > 1)

    def _fill(self) -> None:
        kept = self._current()
        language = self.language.currentData()
        findings = [each for each in self._findings if language in ("", None, each.locale)]
        self.tree.clear()
        icons = {
            True: icon("error", self._desk.themes, "error"),
            False: icon("warning", self._desk.themes, "warning"),
        }
        groups = groupby(findings, key=lambda each: (each.blocks, each.gate))
        for (blocks, gate), members in groups:
            found = list(members)
            words = self.tr("{what} ({count})").format(
                what=gate_words(gate), count=number_words(len(found))
            )
            if blocks:
                words = self.tr("{group} — blocks").format(group=words)
            group = QTreeWidgetItem([words])
            group.setIcon(0, icons[blocks])
            group.setData(0, _FINDING, found[0])
            self.tree.addTopLevelItem(group)
            group.setFirstColumnSpanned(True)
            most = MOST + self._listed[blocks, gate]
            for each in found[:most]:
                self._add(group, each, kept)
            if len(found) > most:
                more = QTreeWidgetItem([self.tr("… and %Ln more", "", len(found) - most)])
                more.setData(0, _MORE, (blocks, gate.value))
                more.setToolTip(0, self.tr("Enter shows the next ones"))
                group.addChild(more)
                more.setFirstColumnSpanned(True)
            group.setExpanded(blocks or len(found) <= 12)
        if self._notes:
            self._add_notes(icons[False])
        if not self.tree.currentIndex().isValid():
            model = self.tree.model()
            self.tree.setCurrentIndex(model.index(0, 0, model.index(0, 0)))
        listed = bool(self._findings or self._notes)
        self._stack.setCurrentWidget(self.tree if listed else self._empty)
        self._advise()

    def _add(self, group: QTreeWidgetItem, each: GateFinding, kept: GateFinding | None) -> None:
        line = number_words(each.line) if each.line else ""
        title = each.title or self.tr("Untitled")
        item = QTreeWidgetItem([title, short_tag(each.locale), line, each.detail])
        item.setData(0, _FINDING, each)
        item.setToolTip(0, plain_tip(title))
        item.setToolTip(3, plain_tip(each.detail))
        group.addChild(item)
        if each == kept:
            self.tree.setCurrentItem(item)

    def _add_notes(self, mark: QIcon) -> None:
        count = number_words(len(self._notes))
        group = QTreeWidgetItem([self.tr("What the build reports ({count})").format(count=count)])
        group.setIcon(0, mark)
        self.tree.addTopLevelItem(group)
        group.setFirstColumnSpanned(True)
        for note in self._notes[:MOST]:
            item = QTreeWidgetItem([note.place, "", "", report_line_words(note)])
            item.setToolTip(3, plain_tip(report_line_words(note)))
            group.addChild(item)

    def _current(self) -> GateFinding | None:
        item = self.tree.currentItem()
        found = item.data(0, _FINDING) if item is not None else None
        return found if isinstance(found, GateFinding) else None

    def _advise(self) -> None:
        found, item = self._current(), self.tree.currentItem()
        self.advice.setText(way_out_words(found.gate) if found is not None else "")
        self.go.setEnabled(found is not None and item is not None and item.parent() is not None)

    def _open(self) -> None:
        item = self.tree.currentItem()
        group = item.parent() if item is not None else None
        if item is not None and group is not None and item.data(0, _MORE) is not None:
            self._list_more(group, group.indexOfChild(item), *item.data(0, _MORE))
            return
        found = self._current()
        if found is not None and self.go.isEnabled():
            self.opened.emit(found)

    def _list_more(self, group: QTreeWidgetItem, row: int, blocks: bool, gate: str) -> None:
        """List more of a kind, and go to the first of them."""
        place = self.tree.indexOfTopLevelItem(group)
        self._listed[blocks, Gate(gate)] += MOST
        self._fill()
        filled = self.tree.topLevelItem(place)
        first = filled.child(row) if filled is not None else None
        if filled is not None and first is not None:
            filled.setExpanded(True)
            self.tree.setCurrentItem(first)


class _Tree(QTreeWidget):
    """Enter unfolds a group, and opens what is in it, on every system."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or item is None:
            super().keyPressEvent(event)
        elif item.childCount():
            item.setExpanded(not item.isExpanded())
        else:
            self.entered.emit()
