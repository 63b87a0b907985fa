"""The editor pane: opens the text of the selection, shows it one way or the other, saves it."""

from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from kbeditor.domain.changes import Changes, Outcome
from kbeditor.domain.records import Library, Text, TextRef
from kbeditor.ui import pane_specs
from kbeditor.ui.aids.issue_marks import IssueMarks
from kbeditor.ui.desk import Desk
from kbeditor.ui.editor.beginning import Beginning
from kbeditor.ui.editor.head import EditorHead
from kbeditor.ui.editor.highlighter import MarkdownHighlighter
from kbeditor.ui.editor.kept_layout import restore_layout, save_layout
from kbeditor.ui.editor.loading import Loaded, load
from kbeditor.ui.editor.notices import Notices
from kbeditor.ui.editor.open_text import OpenText, OpenTexts
from kbeditor.ui.editor.others import Others
from kbeditor.ui.editor.page import FONT_KEYS
from kbeditor.ui.editor.places import Places
from kbeditor.ui.merging.conflicts import Conflicts
from kbeditor.ui.texts import number_words
from kbeditor.ui.translate.acts import TranslateActs
from kbeditor.ui.translate.rows import Filter
from kbeditor.ui.translate.source_beside import SourceBeside
from kbeditor.ui.translate.together import Together
from kbeditor.ui.translate.writing_pane import WritingPane
from kbeditor.ui.widgets.empty import EmptyState
from kbeditor.ui.work import ROLE

if TYPE_CHECKING:
    from kbeditor.app.workspace import Workspace

SMALLEST, LARGEST = 9, 32
"""Pixels of the text's font that Ctrl + wheel reaches."""
BLOCKS = "translate.blocks"


class EditorPane(WritingPane):
    """One text at a time, that of the selection; the last twenty keep their undo steps."""

    spec = pane_specs.EDITOR

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.notices = Notices(desk, self.page, self.autosave)
        self.conflicts = Conflicts(desk, self.page, self.autosave)
        self._others = Others(desk, self.page)
        self.conflicts.taken = self._taken
        self.conflicts.undo = self.undo_text
        self.conflicts.dropped = self._drop
        self.notices.blocks_wanted = self._go_through_blocks
        self._texts = OpenTexts()
        self._places = Places()
        self._loaded: Loaded | None = None
        self._begun: TextRef | None = None  # gets the keyboard as soon as it is shown
        self._beginning = Beginning(desk, self.page)
        self.acts = TranslateActs(desk, self.translate)
        self._together = Together(self.page, self.translate, self.live)
        self.head = EditorHead(desk.themes, self._body)
        self.tabs, self.source_button = self.head.tabs, self.head.source
        self.details_button = self.head.details
        self._beside = SourceBeside(desk, self.page, self.head, self.translate, self.live)
        self.empty = EmptyState(desk.themes, "article", self)
        self.empty.say(
            self.tr("Nothing is open"),
            self.tr("Choose an article in the navigator, or make a new one."),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)
        self._connect()
        # After the signals of the text itself: it marks a text that is there already.
        self.marks = IssueMarks(desk, self._body, self.translate, self)
        self.marks.levels_changed.connect(self._show_levels)
        self._show_nothing()

    def _connect(self) -> None:
        desk, edit, page = self.desk, self._body, self.page
        desk.selection.changed.connect(self._selected)
        desk.preference_changed.connect(self._preference_changed)
        desk.themes.changed.connect(self._look_changed)
        self.tabs.picked.connect(desk.selection.set_locale)
        self.autosave.saved.connect(self._saved)
        self.details_button.toggled.connect(page.details.unfold)
        self.head.blocks.clicked.connect(lambda: desk.set_preference(BLOCKS, True))
        self.head.markdown.clicked.connect(lambda: desk.set_preference(BLOCKS, False))
        self.translate.edit.zoomed.connect(self._zoom)
        edit.zoomed.connect(self._zoom)
        edit.selectionChanged.connect(self._tell_words)
        page.details.slug_wanted.connect(self._set_slug)
        self._beginning.begun.connect(self._text_begun)

    # ------------------------------------------------------------------ opening

    def _selected(self) -> None:
        ref = self.desk.selection.current
        if ref is None:
            self.flush()
            self._show_nothing()
            return
        wanted = TextRef(ref, self.desk.selection.locale)
        if self._loaded is not None and self._loaded.ref == wanted:
            return
        self.flush()
        self._leave()
        self._begun = None
        self.translate.leave()
        self._together.forget()
        self._load(wanted)

    def _load(self, ref: TextRef) -> None:
        source = self.desk.selection.source_locale
        self.desk.bridge.ask_latest("editor", lambda ws: load(ws, ref, source), self._show)

    def _show(self, loaded: Loaded) -> None:
        """Show what was read: another text, or news about the one that is open."""
        if loaded.ref != self._wanted():
            return
        fresh = self._loaded is None or self._loaded.ref != loaded.ref
        self._loaded = loaded
        opened = self._open(loaded.text) if loaded.text is not None else self._orphan(loaded.ref)
        self._stack.setCurrentWidget(self.page)
        self.tabs.show_locales(
            self.desk.locales, self.desk.selection.source_locale, loaded.ref.locale
        )
        self.tabs.show_heads(loaded.heads)
        self._beside.show_for(loaded)
        self._beginning.show_for(loaded, in_blocks=self._wants_blocks)
        if fresh or opened is not self._opened:
            self._opened = opened
            self.page.show_text(opened, self.desk.right_to_left(loaded.ref.locale))
            self.page.set_read_only(opened is None or self.desk.read_only)
            self._show_way()
            self.live.opened.emit()
        else:
            self.page.details.refill(opened)
            self._show_way()
        self.notices.show_for(opened, loaded)
        self.conflicts.show_for(opened)
        self._others.show_for(loaded.ref)
        source = loaded.source is not None
        self.head.show_parts(
            locale=True, source=source, text=opened is not None, blocks=self.page.in_blocks
        )
        self._tell_words()
        self.desk.actions.refresh()
        if opened is not None and self._begun == loaded.ref:
            self._begun = None
            self._focus_beginning()

    def _open(self, text: Text) -> OpenText:
        """The open text of a record: kept from before and brought up to date, or made."""
        opened = self._texts.get(text.ref)
        if opened is None:
            opened = OpenText(text, self._highlighter, self.page.font_now)
            opened.touched.connect(lambda opened=opened: self._touched(opened))
            self._places.give(opened)
            self._texts.put(opened)
        elif text.version > opened.base.version:
            if opened.clashes(text):
                # A save merges what it can, and says what it cannot.
                self.autosave.touch(opened)
                self.autosave.flush()
            else:
                opened.follow(text)
                self.live.typed.emit()
        elif text.version == opened.base.version:
            opened.base = text  # another state or freshness
        return opened

    def _orphan(self, ref: TextRef) -> OpenText | None:
        """A text that somebody else deleted while one was writing it stays open."""
        opened = self._texts.get(ref)
        if opened is None or not (opened.dirty or opened.gone):
            return None
        if not opened.gone:
            self.autosave.touch(opened)
            self.autosave.flush()
        return opened

    def _highlighter(self, document: QTextDocument) -> MarkdownHighlighter:
        colours = self.desk.themes.current.colours
        return MarkdownHighlighter(document, colours, self.page.font_now.pointSizeF())

    def _leave(self) -> None:
        if self._opened is not None:
            self.page.keep_place(self._opened)
            self._places.keep(self._opened)

    def _show_nothing(self) -> None:
        self._leave()
        self.translate.leave()
        self._together.forget()
        self._opened, self._loaded = None, None
        self.page.show_blocks(None)
        self.page.show_nothing()
        self.live.source = None
        self._stack.setCurrentWidget(self.empty)
        self._body.setReadOnly(True)
        self.head.show_parts(locale=False, source=False, text=False)
        self.notices.show_for(None, None)
        self.conflicts.show_for(None)
        self._others.show_for(None)
        self.desk.set_fact("words", "")
        self.live.opened.emit()

    def _wanted(self) -> TextRef | None:
        ref = self.desk.selection.current
        return TextRef(ref, self.desk.selection.locale) if ref is not None else None

    def _text_begun(self, ref: TextRef) -> None:
        self._begun = ref
        self._load(ref)

    def _focus_beginning(self) -> None:
        """The keyboard where a text that was just begun is written first."""
        if self.page.in_blocks:
            self.translate.focus()
        else:
            self.page.details.title.setFocus()

    def _show_levels(self) -> None:
        """Dots beside the blocks that have issues."""
        self.translate.list.painter_of.issues = self.marks.levels
        self.translate.list.viewport().update()
        self.translate.editor.update()

    # ------------------------------------------------------------------ typing and saving

    def _touched(self, opened: OpenText) -> None:
        self.autosave.touch(opened)
        self._others.write()
        if opened is self._opened and not self.page.in_blocks:
            self.live.typed.emit()

    def _saved(self, opened: OpenText, _text: Text) -> None:
        if opened is self._opened:
            self.page.details.refill(opened)
            self._tell_words()
            if self.page.in_blocks:
                self.live.typed.emit()  # a block's words come into the whole when it is saved

    def _taken(self, opened: OpenText) -> None:
        if opened is self._opened:
            self.page.details.show_text(opened)
            self.translate.take_theirs()
            self.live.typed.emit()

    def _drop(self, opened: OpenText) -> None:
        """A text that was deleted elsewhere goes on under another name."""
        if opened is self._opened:
            self._show_nothing()
        self._texts.drop(opened.ref)
        if opened.ref == self._wanted():
            self._load(opened.ref)

    def _set_slug(self, slug: str) -> None:
        ref = self._wanted()
        if ref is not None and self._opened is not None:
            self.autosave.flush()

            def work(workspace: "Workspace") -> Outcome[Text]:
                return workspace.texts.set_slug(ref, slug)

            def otherwise(_error: Exception) -> bool:
                self.page.details.refill(self._opened)
                return False  # the presenter says why

            self.desk.bridge.run(work, lambda _text: self._load(ref), otherwise)

    def _tell_words(self) -> None:
        if self._opened is None:
            self.desk.set_fact("words", "")
            return
        words = self.tr("%Ln word(s)", "", self._opened.base.words)
        selected = self._body.textCursor().selectedText()
        if selected and not self.page.in_blocks:
            count = number_words(len(selected.split()))
            words = self.tr("{selected} of {all}").format(selected=count, all=words)
        self.desk.set_fact("words", words)

    # ------------------------------------------------------------------ block by block

    @property
    def _wants_blocks(self) -> bool:
        return bool(self.desk.preferences.get(BLOCKS)) and not self.desk.read_only

    def _show_way(self) -> None:
        """A translation block by block or as one text, as one likes; read the blocks' standing."""
        loaded, opened = self._loaded, self._opened
        assert loaded is not None
        by_blocks = self._wants_blocks and loaded.source is not None and opened is not None
        was = self.page.in_blocks
        self.page.show_blocks(self.translate if by_blocks else None)
        if opened is None or loaded.source is None or not (by_blocks or loaded.source_live):
            self.translate.leave()
            return
        rtl = self.desk.right_to_left
        self.translate.show_text(opened, rtl(loaded.source.ref.locale), rtl(loaded.ref.locale))
        if was != by_blocks and by_blocks and self.isVisible():
            self.translate.focus()

    def _switch(self) -> None:
        """From one way to the other: what was typed is written, then read anew."""
        if self._loaded is None:
            return
        line = self._line_now()
        self.flush()
        self._show_way()
        loaded = self._loaded
        self.head.show_parts(
            locale=True,
            source=loaded.source is not None,
            text=self._opened is not None,
            blocks=self.page.in_blocks,
        )
        self.notices.show_for(self._opened, loaded)
        self.conflicts.show_for(self._opened)
        if self.page.in_blocks:
            self.translate.open_at_line(line, source=False)
        elif line:
            self._body.go_to_line(line)
        self._load(loaded.ref)

    def _go_through_blocks(self) -> None:
        self.desk.set_preference(BLOCKS, True)
        self.translate.show_filter(Filter.OUTDATED)
        self.translate.focus()

    def _line_now(self) -> int:
        """The line of the translation's body where one is; 0 above it."""
        pair = self.translate.pair
        if pair is not None and not self._wants_blocks:
            return pair.target_line
        return self._body.textCursor().blockNumber() + 1

    # ------------------------------------------------------------------ what changed

    def refresh(self, changes: Changes) -> None:
        ref = self._wanted()
        if ref is None:
            return
        touched = changes.everything or changes.locales or ref.owner in set(changes.owners())
        if touched:
            self._load(ref)
        if changes.everything and self._opened is not None:
            self.conflicts.look_for(self._opened)

    def library_opened(self, library: Library) -> None:
        self._selected()

    def library_closed(self) -> None:
        self._show_nothing()
        self._texts.clear()
        self._places.clear()

    def flush(self) -> None:
        self.translate.hand_over()

    def _preference_changed(self, key: str) -> None:
        if key in FONT_KEYS:
            self._look_changed()
        elif key == BLOCKS:
            self._switch()
        elif key == ROLE:
            self.acts.show_end()

    def _look_changed(self) -> None:
        self.page.set_look()
        self.translate.set_look(self.page.font_now)
        if self._opened is not None:
            self.page.keep_place(self._opened)
            self.page.show_text(self._opened, self.desk.right_to_left(self._opened.ref.locale))

    def _zoom(self, steps: int) -> None:
        size = int(self.desk.preferences.get("editor.size")) + steps
        self.desk.set_preference("editor.size", min(max(size, SMALLEST), LARGEST))

    def save_state(self) -> dict[str, Any]:
        self._leave()
        return {"places": self._places.save(), **save_layout(self.head, self.page)}

    def restore_state(self, state: dict[str, Any]) -> None:
        self._places.restore(state.get("places"))
        restore_layout(self.head, self.page, state)
        for opened in self._texts.all():
            self._places.give(opened)
        if self._opened is not None:
            self.page.show_text(self._opened, self.desk.right_to_left(self._opened.ref.locale))
