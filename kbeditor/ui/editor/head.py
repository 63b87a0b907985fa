"""The row above the editor: a tab per locale, and switches for what stands around the text."""

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

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
        self.source = _switch(self.tr("Show the source text beside the translation"))
        self.source.setChecked(True)
        self.details = _switch(self.tr("Show summary, keywords and address"))
        self.outline = OutlineButton(edit)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 8, 2)
        row.setSpacing(4)
        row.addWidget(self.tabs, 1)
        for button in (self.source, self.details, self.outline):
            row.addWidget(button)
        self.setFixedHeight(self.fontMetrics().height() + 20)
        themes.changed.connect(self._colour)
        self._colour()
        self.show_parts(locale=False, source=False, text=False)

    def show_parts(self, *, locale: bool, source: bool, text: bool) -> None:
        """Whether there is something to choose locales for, a source, a text."""
        self.tabs.setVisible(locale)
        self.source.setVisible(source)
        self.details.setVisible(text)
        self.outline.setVisible(text)

    def _colour(self) -> None:
        for button, name in (
            (self.source, "columns"),
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
