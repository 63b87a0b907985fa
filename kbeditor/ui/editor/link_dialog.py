"""Asks for an article to link to, by a few words of its title; or takes an address."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kbeditor.domain.finding import Hit
from kbeditor.ui.bridge import Bridge
from kbeditor.ui.editor.inline_commands import is_address
from kbeditor.ui.plain import PlainLabel

_ROLE = Qt.ItemDataRole.UserRole
SHOWN = 30


class LinkDialog(QDialog):
    """`chosen` gives an address and words for it ("" for an address that was typed)."""

    chosen = Signal(str, str)

    def __init__(self, bridge: Bridge, locale: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._locale = bridge, locale
        self.setWindowTitle(self.tr("Insert link"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(520, 400)
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("Title of an article, or an address (https://…)"))
        self.words.setClearButtonEnabled(True)
        self.found = QListWidget()
        self.found.setProperty("framed", True)
        self.found.setUniformItemSizes(False)
        self.found.setAccessibleName(self.tr("Articles found"))
        self.hint = PlainLabel()
        self.hint.setProperty("role", "muted")
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setText(self.tr("Insert"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for widget in (self.words, self.found, self.hint, buttons):
            column.addWidget(widget)
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        self.found.itemActivated.connect(lambda _item: self._take())
        self.words.textChanged.connect(self._search)
        self.words.installEventFilter(self)
        self.words.setText(words)
        self.words.selectAll()
        if not words:
            self._search("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Up and down move in the list while one types.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self.found.count():
                row = (self.found.currentRow() + step) % self.found.count()
                self.found.setCurrentRow(row)
                return True
        return super().eventFilter(watched, event)

    def _search(self, words: str) -> None:
        words = words.strip()
        if not words or is_address(words):
            self.found.clear()
            address = bool(words)
            self.hint.setText(
                self.tr("Links to this address.")
                if address
                else self.tr("Type a few words of a title.")
            )
            self._ok.setEnabled(address)
            return
        self._bridge.ask_latest(
            f"link.{id(self)}",
            lambda workspace: workspace.search.titles(words, self._locale, SHOWN),
            self._show,
        )

    def _show(self, hits: tuple[Hit, ...]) -> None:
        self.found.clear()
        for hit in hits:
            item = QListWidgetItem(hit.title)
            item.setData(_ROLE, hit)
            if hit.path:
                item.setText(f"{hit.title}\n{' › '.join(hit.path)}")
            self.found.addItem(item)
        if hits:
            self.found.setCurrentRow(0)
        self._ok.setEnabled(bool(hits))
        self.hint.setText(
            self.tr("%Ln article(s)", "", len(hits))
            if hits
            else self.tr("No title has these words.")
        )

    def _take(self) -> None:
        words = self.words.text().strip()
        if is_address(words):
            self.chosen.emit(words, "")
        elif self.found.currentRow() >= 0:
            hit: Hit = self.found.currentItem().data(_ROLE)
            self.chosen.emit(f"kb:{hit.owner.id}", hit.title)
        else:
            return
        self.accept()
