"""The source beside its translation, and which of the two columns are shown."""

from PySide6.QtCore import QObject

from kbeditor.ui.desk import Desk
from kbeditor.ui.editor.head import EditorHead
from kbeditor.ui.editor.live import LiveText
from kbeditor.ui.editor.loading import Loaded
from kbeditor.ui.editor.page import EditorPage
from kbeditor.ui.translate.view import TranslateView
from kbeditor.ui.work import locale_name


class SourceBeside(QObject):
    """Shows the source of the open translation, as the switches above it say."""

    def __init__(
        self,
        desk: Desk,
        page: EditorPage,
        head: EditorHead,
        translate: TranslateView,
        live: LiveText,
    ) -> None:
        super().__init__(page)
        self._desk, self._page, self._head = desk, page, head
        self._translate, self._live = translate, live
        head.source.toggled.connect(self._show_columns)
        head.target.toggled.connect(self._show_columns)

    def show_for(self, loaded: Loaded) -> None:
        """The source of a text that is shown now; None hides its column."""
        source = loaded.source
        changed = source != self._live.source
        self._live.source = source
        self._show_columns()
        if source is not None:
            tag = source.ref.locale
            note = (
                self.tr("{language} · published version")
                if loaded.source_live
                else self.tr("{language} · draft, not yet published")
            ).format(language=locale_name(self._desk, tag))
            self._page.source.show_page(source, note, self._desk.right_to_left(tag))
        if changed:
            self._live.source_changed.emit()

    def _show_columns(self) -> None:
        """Source and target as the switches say; a text without source is always shown."""
        source, target = self._head.source.isChecked(), self._head.target.isChecked()
        translation = self._live.source is not None
        self._page.source.setVisible(source and translation)
        self._page.show_target(target or not translation)
        self._translate.list.show_columns(source, target)
