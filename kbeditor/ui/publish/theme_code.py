"""A theme's own style sheet and template blocks, with what is wrong said below them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from kbeditor.domain.errors import KbError
from kbeditor.domain.site import SiteTheme
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.base import note
from kbeditor.ui.plain import PlainLabel
from kbeditor.ui.texts import error_words, words_of
from kbeditor.ui.words import QT_TRANSLATE_NOOP

BLOCKS: Mapping[str, str] = {
    "head": QT_TRANSLATE_NOOP("Theme", "In the head of every page"),
    "header": QT_TRANSLATE_NOOP("Theme", "In place of logo and name"),
    "footer": QT_TRANSLATE_NOOP("Theme", "In place of the footer"),
    "hero": QT_TRANSLATE_NOOP("Theme", "In place of the first page’s greeting and search"),
    "home_top": QT_TRANSLATE_NOOP("Theme", "Above the topics of the first page"),
    "home_end": QT_TRANSLATE_NOOP("Theme", "At the end of the first page"),
    "category_top": QT_TRANSLATE_NOOP("Theme", "Above the articles of a category"),
    "category_end": QT_TRANSLATE_NOOP("Theme", "At the end of a category"),
    "article_top": QT_TRANSLATE_NOOP("Theme", "Above the text of an article"),
    "article_end": QT_TRANSLATE_NOOP("Theme", "Below the text of an article"),
}


def code_field(name: str) -> QPlainTextEdit:
    """A field for code; Tab leaves it."""
    field = QPlainTextEdit()
    field.setProperty("framed", "true")
    field.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    field.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    field.setTabChangesFocus(True)
    field.setAccessibleName(name)
    return field


class StylePage(QWidget):
    """The style sheet that comes after the site's own."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = code_field(self.tr("Style sheet"))
        self.field.setPlaceholderText(":root { --radius: 2px; }")
        self.field.textChanged.connect(self.edited)
        words = self.tr("Comes after the site’s own rules. url(kb:ID) leads to a picture.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 0)
        column.addWidget(self.field, 1)
        column.addWidget(note(words))

    def show_theme(self, theme: SiteTheme) -> None:
        """Show what a theme says."""
        self.field.setPlainText(theme.css)

    def apply(self, theme: SiteTheme) -> SiteTheme:
        """The theme with what stands here."""
        return replace(theme, css=self.field.toPlainText())


class BlocksPage(QWidget):
    """One block at a time; those that are filled are marked in the list."""

    edited = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._texts: dict[str, str] = {}
        self._shown = ""
        self.block = QComboBox()
        self.block.setAccessibleName(self.tr("Block"))
        self.block.activated.connect(lambda _index: self._show_block())
        self.field = code_field(self.tr("Template"))
        self.field.textChanged.connect(self._changed)
        self.wrong = PlainLabel(wordWrap=True)
        self.wrong.setProperty("role", "error")
        self.wrong.hide()
        row = QHBoxLayout()
        row.addWidget(self.block, 1)
        words = self.tr("HTML with Jinja2; empty: the site’s own. “{{ super() }}” keeps it, too.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.field, 1)
        column.addWidget(self.wrong)
        column.addWidget(note(words))
        desk.bridge.run(lambda ws: ws.looks.blocks(), self._know)

    def _know(self, names: Sequence[str]) -> None:
        for name in names:
            self.block.addItem(name, name)
        self._name_blocks()
        self._show_block()

    def show_theme(self, theme: SiteTheme) -> None:
        """Show what a theme says."""
        self._texts = dict(theme.templates)
        self.show_fault(None)
        self._name_blocks()
        self._show_block()

    def apply(self, theme: SiteTheme) -> SiteTheme:
        """The theme with what stands here."""
        filled = {name: text for name, text in self._texts.items() if text.strip()}
        return replace(theme, templates=filled)

    def show_fault(self, error: KbError | None) -> None:
        """Say what is wrong with a block, and go there; None: nothing is."""
        self.wrong.setVisible(error is not None)
        if error is None:
            return
        self.wrong.setText(error_words(error))
        place = self.block.findData(error.details.get("block"))
        if place >= 0 and place != self.block.currentIndex():
            self.block.setCurrentIndex(place)
            self._show_block()

    def _name_blocks(self) -> None:
        for place in range(self.block.count()):
            name = str(self.block.itemData(place))
            words = words_of("Theme", BLOCKS, name)
            mark = " •" if self._texts.get(name, "").strip() else ""
            self.block.setItemText(place, f"{words} ({name}){mark}")

    def _show_block(self) -> None:
        self._shown = str(self.block.currentData() or "")
        self.field.blockSignals(True)
        self.field.setPlainText(self._texts.get(self._shown, ""))
        self.field.blockSignals(False)

    def _changed(self) -> None:
        if self._shown:
            self._texts[self._shown] = self.field.toPlainText()
            self._name_blocks()
            self.edited.emit()
