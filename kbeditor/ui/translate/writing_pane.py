"""A pane in which one writes a text, whole or block by block, and what actions do to it there."""

from kbeditor.app.unsaved import Unsaved
from kbeditor.ui.desk import Desk
from kbeditor.ui.editor.asking import Asking
from kbeditor.ui.editor.autosave import Autosave
from kbeditor.ui.editor.inline_commands import insert
from kbeditor.ui.editor.live import LivePage, LiveText
from kbeditor.ui.editor.markdown_edit import MarkdownEdit
from kbeditor.ui.editor.open_text import OpenText
from kbeditor.ui.editor.page import EditorPage
from kbeditor.ui.editor.text_pane import TextPane
from kbeditor.ui.translate.view import TranslateView


class WritingPane(TextPane):
    """Acts on the field that is shown; which text that is, is its heir's business."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._opened: OpenText | None = None
        self.live = LiveText(self)
        self.live.read = self._live_page
        self.page = EditorPage(desk)
        self._body = self.page.edit
        self.autosave = Autosave(desk.bridge, Unsaved(desk.paths.data / "unsaved"), self)
        self.translate = TranslateView(desk, self.autosave, self.page.font_now)
        self.page.hold_blocks(self.translate)
        self._ask = Asking(desk, self._body)
        self._ask_block = Asking(desk, self.translate.edit)

    def _live_page(self) -> LivePage | None:
        opened = self._opened
        if opened is None:
            return None
        return LivePage(opened.ref, opened.title, opened.summary, opened.body)

    # ------------------------------------------------------------------ text or block

    @property
    def edit(self) -> MarkdownEdit:
        """The field that one writes in: that of the open block, or that of the whole text."""
        return self.translate.edit if self.page.in_blocks else self._body

    @property
    def ask(self) -> Asking:
        """What asks before something is put into it."""
        return self._ask_block if self.page.in_blocks else self._ask

    def focus(self) -> None:
        if self.page.in_blocks:
            self.translate.focus()
        else:
            self._body.setFocus()

    def can_edit(self) -> bool:
        if self._opened is None or self.desk.read_only:
            return False
        return self.can_translate() or not self.page.in_blocks

    def insert_text(self, words: str) -> None:
        self.edit.perform(insert(words))

    def can_undo_text(self) -> bool:
        return self.edit.hasFocus() and self.edit.document().isUndoAvailable()

    def can_redo_text(self) -> bool:
        return self.edit.hasFocus() and self.edit.document().isRedoAvailable()

    def undo_text(self) -> None:
        self.edit.undo()

    def redo_text(self) -> None:
        self.edit.redo()

    def show_find(self, *, replace: bool) -> None:
        if self.page.in_blocks:
            self.translate.show_find()
        else:
            self.page.find_bar.open_bar(replace=replace)

    def find_next(self, *, backwards: bool) -> None:
        if self.page.in_blocks:
            self.translate.step(-1 if backwards else 1)
            return
        if self.page.find_bar.isHidden():
            self.show_find(replace=False)
        self.page.find_bar.step(backwards=backwards)

    # ------------------------------------------------------------------ block only

    def can_translate(self) -> bool:
        """Whether a block is open for writing."""
        return self.page.in_blocks and self.translate.pair is not None

    def target_text(self) -> str:
        """What the open block's translation says, typed words included."""
        return self.translate.target_text

    def replace_target(self, words: str) -> None:
        """Put `words` in place of the open block's translation, as one step of undo."""
        if self.can_translate():
            self.translate.edit.replace(words)

    def replace_span(self, start: int, end: int, words: str) -> None:
        """Put `words` in place of some characters of the open block's translation."""
        if self.can_translate():
            self.translate.edit.replace_span(start, end, words)
