"""What is looked for, what takes its place, and where: the head of find and replace."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QWidget,
)

from kbeditor.domain.replacing import FIELDS, Query, Scope
from kbeditor.domain.tree import CategoryRow
from kbeditor.ui.desk import Desk
from kbeditor.ui.plain import PlainLabel
from kbeditor.ui.widgets.delegates import PATH_SEPARATOR
from kbeditor.ui.widgets.flow import FlowLayout

KEY = "replacing"
_BRANCH_WIDTH = 260


class ReplaceForm(QWidget):
    """Fields and options; remembers all but the words."""

    asked = Signal()  # Enter in a field
    query_changed = Signal()  # what is looked for, or where
    new_changed = Signal()  # what takes its place

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        kept = desk.preferences.get(KEY, {})
        self._kept: dict[str, Any] = kept if isinstance(kept, dict) else {}
        self.words = QLineEdit(clearButtonEnabled=True)
        self.new = QLineEdit(clearButtonEnabled=True)
        self.case = self._option("case", "Aa", self.tr("Match case"))
        self.whole = self._option("whole", "|ab|", self.tr("Whole words"))
        self.regex = self._option("regex", ".*", self.tr("Regular expression"))
        self.keep_case = QCheckBox(self.tr("&Keep case"))
        self.keep_case.setToolTip(self.tr("Colis → Paquet, COLIS → PAQUET, colis → paquet"))
        self.locales = QComboBox()
        self.branch = QComboBox()
        self.branch.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.branch.setMinimumWidth(_BRANCH_WIDTH)
        self.fields = {
            "title": QCheckBox(self.tr("&Titles")),
            "summary": QCheckBox(self.tr("S&ummaries")),
            "body": QCheckBox(self.tr("&Bodies")),
            "keywords": QCheckBox(self.tr("Key&words")),
        }
        self.articles = QCheckBox(self.tr("&Articles"))
        self.categories = QCheckBox(self.tr("&Categories"))
        self.protect = QCheckBox(self.tr("&Leave code and addresses alone"))
        self.protect.setToolTip(
            self.tr("Code, addresses of links and pictures, tags and placeholders are passed over.")
        )
        self._new_label = PlainLabel(self.tr("Replace w&ith"))
        self._build()
        self._restore()
        self._fill_locales()
        self._connect()

    def _option(self, key: str, words: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setText(words)
        button.setToolTip(tip)
        button.setCheckable(True)
        button.setAccessibleName(tip)
        button.setChecked(bool(self._kept.get(key)))
        return button

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        find = PlainLabel(self.tr("&Find"))
        where = PlainLabel(self.tr("I&n"))
        for label, field in (
            (find, self.words),
            (self._new_label, self.new),
            (where, self.locales),
        ):
            label.setBuddy(field)
            field.setAccessibleName(label.text().replace("&", ""))
        self.branch.setAccessibleName(self.tr("Part of the library"))
        options = QHBoxLayout()
        options.setSpacing(2)
        for button in (self.case, self.whole, self.regex):
            options.addWidget(button)
        options.addStretch(1)
        grid.addWidget(find, 0, 0)
        grid.addWidget(self.words, 0, 1)
        grid.addLayout(options, 0, 2)
        grid.addWidget(self._new_label, 1, 0)
        grid.addWidget(self.new, 1, 1)
        grid.addWidget(self.keep_case, 1, 2)
        grid.addWidget(where, 2, 0, Qt.AlignmentFlag.AlignTop)
        flow = FlowLayout(14)
        for widget in (
            self.locales,
            self.branch,
            *self.fields.values(),
            self.articles,
            self.categories,
            self.protect,
        ):
            flow.addWidget(widget)
        holder = QWidget()
        holder.setLayout(flow)
        grid.addWidget(holder, 2, 1, 1, 2)

    def _restore(self) -> None:
        fields = self._kept.get("fields", FIELDS)
        for field, box in self.fields.items():
            box.setChecked(field in fields)
        self.articles.setChecked(bool(self._kept.get("articles", True)))
        self.categories.setChecked(bool(self._kept.get("categories", True)))
        self.protect.setChecked(bool(self._kept.get("protect", True)))
        self.keep_case.setChecked(bool(self._kept.get("keep_case")))
        self._follow_case()

    def _connect(self) -> None:
        self.words.textChanged.connect(self.query_changed)
        for each in (
            *(self.case, self.whole, self.regex, self.articles, self.categories, self.protect),
            *self.fields.values(),
        ):
            each.toggled.connect(self.query_changed)
        self.case.toggled.connect(self._follow_case)
        self.regex.toggled.connect(self.new_changed)
        for combo in (self.locales, self.branch):
            combo.currentIndexChanged.connect(self.query_changed)
        self.new.textChanged.connect(self.new_changed)
        self.keep_case.toggled.connect(self.new_changed)

    def _follow_case(self) -> None:
        """Who looks for one case only has no other case to keep."""
        self.keep_case.setEnabled(not self.case.isChecked())
        self.new_changed.emit()

    def _fill_locales(self) -> None:
        kept = self.locales.currentData()
        self.locales.blockSignals(True)
        self.locales.clear()
        self.locales.addItem(self.tr("All languages"), "")
        for locale in self._desk.locales:
            self.locales.addItem(f"{locale.name} ({locale.tag})", locale.tag)
        self.locales.setCurrentIndex(max(0, self.locales.findData(kept)))
        self.locales.setVisible(len(self._desk.locales) > 1)
        self.locales.blockSignals(False)

    def show_tree(self, categories: Sequence[CategoryRow]) -> None:
        """Offer each category as the only part that is looked at; what was chosen stays."""
        self._fill_locales()
        kept = self.branch.currentData()
        self.branch.blockSignals(True)
        self.branch.clear()
        self.branch.addItem(self.tr("The whole library"), "")
        for title, category_id in _paths(categories):
            self.branch.addItem(self.tr("Only {category}").format(category=title), category_id)
        self.branch.setCurrentIndex(max(0, self.branch.findData(kept)))
        self.branch.blockSignals(False)

    def only_find(self) -> None:
        """In a library that cannot be written."""
        for widget in (self._new_label, self.new, self.keep_case):
            widget.hide()

    @property
    def query(self) -> Query:
        """What is looked for."""
        return Query(
            self.words.text(),
            case=self.case.isChecked(),
            whole=self.whole.isChecked(),
            regex=self.regex.isChecked(),
            protect=self.protect.isChecked(),
        )

    @property
    def scope(self) -> Scope:
        """Where."""
        tag, branch = self.locales.currentData(), self.branch.currentData()
        return Scope(
            frozenset({tag} if tag else ()),
            frozenset(field for field, box in self.fields.items() if box.isChecked()),
            self.articles.isChecked(),
            self.categories.isChecked(),
            branch or None,
        )

    @property
    def keeps_case(self) -> bool:
        """Whether what takes the place is written as what was there."""
        return self.keep_case.isEnabled() and self.keep_case.isChecked()

    def remember(self) -> None:
        """Keep the options for the next time."""
        scope = self.scope
        self._desk.preferences.set(
            KEY,
            {
                "case": self.case.isChecked(),
                "whole": self.whole.isChecked(),
                "regex": self.regex.isChecked(),
                "keep_case": self.keep_case.isChecked(),
                "protect": self.protect.isChecked(),
                "fields": sorted(scope.fields),
                "articles": scope.articles,
                "categories": scope.categories,
            },
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.asked.emit()
        else:
            super().keyPressEvent(event)


def _paths(categories: Sequence[CategoryRow]) -> list[tuple[str, str]]:
    """Each category's titles from the top, and its id, in the order of the tree."""
    children: dict[str | None, list[CategoryRow]] = {}
    for each in categories:
        children.setdefault(each.parent_id, []).append(each)
    found = []
    stack = [(each, each.title) for each in reversed(children.get(None, []))]
    while stack:
        category, path = stack.pop()
        found.append((path, category.id))
        stack += [
            (each, f"{path}{PATH_SEPARATOR}{each.title}")
            for each in reversed(children.get(category.id, []))
        ]
    return found
