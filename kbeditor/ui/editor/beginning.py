"""Begins a text that is missing: empty, or with a copy of its source."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kbeditor.domain.changes import Outcome
from kbeditor.domain.records import Text
from kbeditor.ui.desk import Desk
from kbeditor.ui.editor.loading import Loaded
from kbeditor.ui.editor.page import EditorPage
from kbeditor.ui.work import locale_name

if TYPE_CHECKING:
    from kbeditor.app.workspace import Workspace


class Beginning(QObject):
    """Invites to write what is missing, and makes it when one of the two buttons is pressed."""

    begun = Signal(object)  # TextRef

    def __init__(self, desk: Desk, page: EditorPage) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self._loaded: Loaded | None = None
        page.begin_fresh.clicked.connect(lambda: self._begin(copy=False))
        page.begin_copy.clicked.connect(lambda: self._begin(copy=True))

    def show_for(self, loaded: Loaded, *, in_blocks: bool) -> None:
        """Invite to begin this text; `in_blocks` when it will be shown block by block."""
        self._loaded = loaded
        source = loaded.source is not None
        self._page.missing.say(
            self.tr("Not yet written in {language}").format(
                language=locale_name(self._desk, loaded.ref.locale)
            ),
            self.tr("Begin with an empty page, or with a copy of the source to write over.")
            if source
            else self.tr("Begin with an empty page."),
        )
        self._page.begin_copy.setVisible(source)
        self._page.begin_copy.setText(
            self.tr("Begin block by block")
            if loaded.source_live and in_blocks
            else self.tr("Start from the source text")
        )

    def _begin(self, *, copy: bool) -> None:
        loaded = self._loaded
        if loaded is None:
            return
        ref = loaded.ref

        def work(workspace: "Workspace") -> Outcome[Text]:
            if loaded.source_live:
                return workspace.blocks.begin(ref, copy_source=copy)
            return workspace.texts.begin(ref, copy_source=copy)

        self._desk.bridge.run(work, lambda _text: self.begun.emit(ref))
