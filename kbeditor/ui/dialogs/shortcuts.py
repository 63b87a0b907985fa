"""All keys of the program, by menu, to look up and to search."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem

from kbeditor.ui.action import ActionSpec, spec_title
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.base import Dialog
from kbeditor.ui.fuzzy import score
from kbeditor.ui.menu_titles import MENUS, menu_title


class ShortcutsDialog(Dialog):
    """Every action that has a key; the list follows the specs by itself."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "", 560)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.field = QLineEdit(placeholderText=self.tr("Find a command or key"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._find)
        self.tree = QTreeWidget()
        self.tree.setProperty("framed", "true")
        self.tree.setHeaderLabels([self.tr("Command"), self.tr("Keys")])
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(14)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.column.addWidget(self.field)
        self.column.addWidget(self.tree, 1)
        self.add_buttons(None)
        self.resize(560, 640)
        self._fill()

    def _fill(self) -> None:
        for menu_id, _title in MENUS:
            head = QTreeWidgetItem([menu_title(menu_id).replace("&", "")])
            font = head.font(0)
            font.setBold(True)
            head.setFont(0, font)
            for spec in self.desk.actions.specs.values():
                if isinstance(spec, ActionSpec) and spec.menu == menu_id and spec.shortcut:
                    head.addChild(self._row(spec))
            if head.childCount():
                self.tree.addTopLevelItem(head)
        self.tree.expandAll()

    def _row(self, spec: ActionSpec) -> QTreeWidgetItem:
        action = self.desk.actions.action(spec.id)
        keys = [
            keys.toString(QKeySequence.SequenceFormat.NativeText) for keys in action.shortcuts()
        ]
        return QTreeWidgetItem([spec_title(spec).replace("&", "").rstrip("…"), ", ".join(keys)])

    def _find(self, words: str) -> None:
        for number in range(self.tree.topLevelItemCount()):
            head = self.tree.topLevelItem(number)
            assert head is not None
            shown = 0
            for row in range(head.childCount()):
                item = head.child(row)
                assert item is not None
                fits = score(words, f"{item.text(0)} {item.text(1)}") is not None
                item.setHidden(not fits)
                shown += fits
            head.setHidden(not shown)
