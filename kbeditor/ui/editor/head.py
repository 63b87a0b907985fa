"""The row above the editor: a tab per locale, and switches for what stands around the text."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from kbeditor.ui.editor.asking import OutlineButton
from kbeditor.ui.editor.locale_tabs import LocaleTabs
from kbeditor.ui.editor.markdown_edit import MarkdownEdit
from kbeditor.ui.icons import icon
from kbeditor.ui.themes import Themes


class EditorHead(QWidget):
    """Empty without a text, but as high as ever, so that nothing jumps."""

    def __init__(self, themes: Themes, edit: MarkdownEdit) -> None:
        super().__init__()
        self._themes = themes
        self.tabs = LocaleTabs(themes)
        self.blocks, self.markdown = QToolButton(), QToolButton()
        self.blocks.setText(self.tr("Blocks"))
        self.blocks.setToolTip(self.tr("Translate block by block (Ctrl+Shift+B)"))
        self.markdown.setText(self.tr("Markdown"))
        self.markdown.setToolTip(self.tr("Write the translation as one text (Ctrl+Shift+B)"))
        ways = QButtonGroup(self)
        for button in (self.blocks, self.markdown):
            button.setCheckable(True)
            ways.addButton(button)
        self.source = _switch(self.tr("Show the source text beside the translation"))
        self.target = _switch(self.tr("Show the translation’s text"))
        self.source.setChecked(True)
        self.target.setChecked(True)
        self.details = _switch(self.tr("Show summary, keywords and address"))
        self.outline = OutlineButton(edit)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 8, 2)
        row.setSpacing(4)
        row.addWidget(self.tabs, 1)
        row.addWidget(self.blocks)
        row.addWidget(self.markdown)
        row.addSpacing(4)
        for button in (self.source, self.target, self.details, self.outline):
            row.addWidget(button)
        # One of the texts is always shown.
        self.source.toggled.connect(lambda on: None if on else self.target.setChecked(True))
        self.target.toggled.connect(lambda on: None if on else self.source.setChecked(True))
        self.setFixedHeight(self.fontMetrics().height() + 20)
        themes.changed.connect(self._colour)
        self._colour()
        self.show_parts(locale=False, source=False, text=False)

    def show_parts(self, *, locale: bool, source: bool, text: bool, blocks: bool = False) -> None:
        """Whether there is something to choose locales for, a source, a text, as `blocks`."""
        self.tabs.setVisible(locale)
        (self.blocks if blocks else self.markdown).setChecked(True)
        for button in (self.blocks, self.markdown, self.target):
            button.setVisible(source and text)
        self.source.setVisible(source)
        self.details.setVisible(text and not blocks)
        self.outline.setVisible(text and not blocks)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where the locales have no room beside them, the ways are icons."""
        for style in (Qt.ToolButtonStyle.ToolButtonTextOnly, Qt.ToolButtonStyle.ToolButtonIconOnly):
            for button in (self.blocks, self.markdown):
                button.setToolButtonStyle(style)
            self._row.activate()
            if not self.tabs.is_crowded():
                return

    def _colour(self) -> None:
        for button, name in (
            (self.blocks, "list"),
            (self.markdown, "article"),
            (self.source, "columns"),
            (self.target, "translate"),
            (self.details, "info"),
            (self.outline, "list"),
        ):
            button.setIcon(icon(name, self._themes))


def _switch(tip: str) -> QToolButton:
    button = QToolButton()
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setCheckable(True)
    return button
