"""The translation view: reads the pairs of a text, lists them, and keeps one open for writing."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kbeditor.domain.blocks import BlockPair, BlockState
from kbeditor.domain.errors import KbError
from kbeditor.domain.records import Text
from kbeditor.ui.desk import Desk
from kbeditor.ui.editor.autosave import Autosave
from kbeditor.ui.editor.bars import Bar
from kbeditor.ui.editor.open_text import OpenText
from kbeditor.ui.translate.block_list import BlockList
from kbeditor.ui.translate.documents import BlockDocuments
from kbeditor.ui.translate.filter_bar import FilterBar
from kbeditor.ui.translate.looks import looks_of
from kbeditor.ui.translate.nothing_listed import NothingListed
from kbeditor.ui.translate.rows import BlockRows, Counts, Filter, count, is_empty
from kbeditor.ui.work import role_of

if TYPE_CHECKING:
    from kbeditor.app.workspace import Workspace

KEY = "translate"


class TranslateView(QWidget):
    """Shows `opened` block by block. What can be done with a block is in `acts`."""

    counted = Signal(object)  # Counts, whenever the pairs were read
    paired = Signal(object)  # the pairs that were read; () where there are none
    opened_block = Signal(object)  # BlockPair or None: the open row is another
    state_changed = Signal()  # the open row's pair says something else now

    def __init__(self, desk: Desk, autosave: Autosave, font: QFont) -> None:
        super().__init__()
        self._desk, self._autosave = desk, autosave
        self.opened: OpenText | None = None
        self.rows = BlockRows(self)
        self.bar = FilterBar()
        self.done_bar = Bar(desk.themes, "info")
        self.list = BlockList(desk.themes, self.rows, looks_of(desk, self.font(), font), self)
        self.editor = self.list.editor
        self.edit = self.editor.edit
        self.empty = NothingListed(desk.themes, self)
        self._documents = BlockDocuments(desk.themes, self)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.done_bar)
        column.addWidget(self._stack, 1)
        self.counts: Counts | None = None
        self._fresh = True  # the next pairs are of another text
        self._said = ""  # what the open block's text is, as last known from here or the library
        self._settled: str | None = None  # its target when it was last read
        self._typed_here = False  # words were typed in it since it was opened
        self._saved = -1  # the text's version when they were saved
        self._moving = False
        self._kept: dict[object, str] = {}  # where one was, by text
        self.bar.changed.connect(self._filter)
        self.bar.left.connect(self.focus)
        self.list.row_wanted.connect(self._row_wanted)
        self.list.write_wanted.connect(self.edit.setFocus)
        self.list.clicked.connect(lambda _index: self.edit.setFocus())
        self.edit.textChanged.connect(self._typed)
        self.edit.step_wanted.connect(self.step)
        self.edit.escaped.connect(self.list.setFocus)
        self.empty.source_wanted.connect(self._go_to_source)
        self.empty.all_wanted.connect(self._show_all)
        autosave.saved.connect(self._was_saved)
        desk.selection.block_changed.connect(self._block_wanted)
        self.set_look(font)

    # ------------------------------------------------------------------ which text

    def show_text(self, opened: OpenText, source_rtl: bool, target_rtl: bool) -> None:
        """Show a translation, or what is new in the one that is shown."""
        if opened is not self.opened:
            self.leave()
            self.opened = opened
            self._fresh = True
            self.list.set_directions(source_rtl, target_rtl)
        self.reload()

    def leave(self) -> None:
        """Let go of the text; what was typed is handed over."""
        self._close_row()
        self.opened = None
        self.counts = None
        self._documents.clear()
        self.rows.show_pairs((), fresh=True)
        self.done_bar.hide()

    def reload(self) -> None:
        """Read the pairs again."""
        opened = self.opened
        if opened is None:
            return
        ref = opened.ref

        def work(workspace: "Workspace") -> tuple[tuple[BlockPair, ...], int]:
            pairs = workspace.blocks.pairs(ref)
            text = workspace.texts.get(ref)  # after them: words of a later version are not ours
            return pairs, text.version if text is not None else -1

        def otherwise(error: Exception) -> bool:
            return opened is not self.opened or self._say_why_not(error)

        self._desk.bridge.ask_latest(KEY, work, lambda read: self._show(opened, *read), otherwise)

    def _show(self, opened: OpenText, pairs: tuple[BlockPair, ...], version: int) -> None:
        if opened is not self.opened:
            return
        fresh, self._fresh = self._fresh, False
        for pair in pairs:
            if not opened.has_typed(pair.id):
                opened.said[pair.id] = pair.target or ""
                opened.unseen.discard(pair.id)
        kept = self.open_id
        place = self.rows.row_of(kept)
        self._moving = True  # rows that are listed anew are not rows that a person goes to
        self.rows.show_pairs(pairs, fresh=fresh)
        self._moving = False
        self._count()
        self.paired.emit(pairs)
        if fresh:
            self._open_first(opened)
        elif kept is not None:
            self._news(kept, version, place)
        self._show_list()

    def _open_first(self, opened: OpenText) -> None:
        wanted = self._desk.selection.block or self._kept.get(opened.ref)
        row = self.rows.row_of(wanted)
        if row < 0:
            row = self.rows.next_row(-1, 1, self.needs_work)
        if row >= 0 or self.rows.rowCount():
            # Who came for this text waits in the list: what is typed now is for the block.
            self.open_row(max(row, 0), focus=self.list.hasFocus())

    def _count(self) -> None:
        self.counts = count(self.rows.pairs)
        self.bar.show_counts(self.counts)
        self.counted.emit(self.counts)

    # ------------------------------------------------------------------ the open row

    @property
    def open_id(self) -> str | None:
        """The open block's id."""
        return self.list.painter_of.open_id

    @property
    def pair(self) -> BlockPair | None:
        """The open block, as the library last told of it."""
        return self.editor.pair

    @property
    def target_text(self) -> str:
        """What the open block's translation says, typed words included."""
        return self.edit.toPlainText() if self.pair is not None else ""

    @property
    def reviewing(self) -> bool:
        """Whether one approves as a reviewer."""
        return bool(role_of(self._desk) == "reviewer")

    def needs_work(self, pair: BlockPair) -> bool:
        """Whether this block waits for the person who works here."""
        waits = pair.kind.translatable and pair.state is BlockState.TRANSLATED
        return pair.needs_work or (self.reviewing and waits)

    def open_row(self, row: int, *, focus: bool = True) -> None:
        """Open a row that is listed."""
        pair = self.rows.pair(row)
        if pair.id == self.open_id and self.pair is not None:
            if focus:
                self.focus()
            return
        self._close_row()
        # The pair may be older than what was typed in it: that is still on its way to the library.
        known = pair.target or ""
        words = self.opened.block_words(pair.id, known) if self.opened is not None else known
        document = self._documents.get(pair.id, words, plain=not pair.kind.translatable)
        self._said, self._settled = words, pair.target
        self._typed_here, self._saved = False, -1
        self._moving = True
        self.editor.show_pair(pair, document)
        self._moving = False
        if is_empty(pair) and words == known:
            self.edit.select_all_from_end()
        self.list.open_row(pair)
        if self.opened is not None:
            self._kept[self.opened.ref] = pair.id
        self._desk.selection.set_block(pair.id)
        self.opened_block.emit(pair)
        if focus:
            self.focus()

    def _close_row(self) -> None:
        """Hand over what was typed in the open row. One that was emptied goes from the text."""
        pair, opened = self.pair, self.opened
        if pair is None:
            return
        self._take_out_emptied()
        if opened is not None and opened.dirty:
            self._autosave.flush()
        self.editor.let_go()
        self.list.painter_of.open_id = None

    def hand_over(self) -> None:
        """Let the library have what was typed, as when one leaves the row."""
        self._take_out_emptied()
        self._autosave.flush()

    def _take_out_emptied(self) -> None:
        """An emptied block goes from the text, but not while somebody is still writing in it."""
        pair, opened = self.pair, self.opened
        if pair is None or opened is None or not pair.kind.translatable:
            return
        if not self.target_text.strip() and opened.said.get(pair.id, ""):
            opened.set_block(pair.id, "")

    def _row_wanted(self, row: int) -> None:
        if not self._moving and self.rows.pair(row).id != self.open_id:
            self.open_row(row, focus=self.edit.hasFocus())

    def _block_wanted(self) -> None:
        wanted = self._desk.selection.block
        if wanted is None or wanted == self.open_id or self.opened is None:
            return
        if self.rows.row_of(wanted) < 0 and self.rows.find(wanted) is not None:
            self.bar.choose(Filter.ALL)
        row = self.rows.row_of(wanted)
        if row >= 0:
            self.open_row(row, focus=False)

    def _news(self, block_id: str, version: int, place: int) -> None:
        """The open block was read again: what is typed stays, what changed elsewhere comes in.

        One that is gone (discarded) leads on to the next that needs work after its place.
        """
        row = self.rows.row_of(block_id)
        if row < 0:
            self.editor.let_go()
            self.list.painter_of.open_id = None
            row = self.rows.next_row(place - 1, 1, self.needs_work)
            if row >= 0 or self.rows.rowCount():
                self.open_row(row if row >= 0 else min(max(place, 0), self.rows.rowCount() - 1))
            return
        pair, opened = self.rows.pair(row), self.opened
        assert opened is not None
        if not opened.has_typed(block_id):
            # The library may escape what would begin a list: what was typed stays as it was typed,
            # as long as nobody else wrote since.
            ours = self._typed_here and version == self._saved
            before, self._settled = self._settled, pair.target
            if not ours and pair.target != before:
                self._take(pair.target or "")
        self.editor.take(pair)
        self.list.open_row(pair)
        self.state_changed.emit()

    def _take(self, words: str) -> None:
        """Say in the open row what the library says."""
        self._said, self._typed_here = words, False
        if self.target_text != words:
            self.edit.replace(words)

    def take_theirs(self) -> None:
        """What was typed is given up."""
        self._settled, self._typed_here = "\0", False  # nothing is known of it
        self.reload()

    # ------------------------------------------------------------------ typing

    def _typed(self) -> None:
        """Formats change, too, when a document is coloured: only words count."""
        pair, opened = self.pair, self.opened
        if self._moving or pair is None or opened is None:
            return
        words = self.target_text
        if words == self._said:
            return
        self._said, self._typed_here = words, True
        if words.strip():
            opened.set_block(pair.id, words)
        else:
            opened.drop_block(pair.id)  # it would go from the text: not before one has left it

    def _was_saved(self, opened: OpenText, text: Text) -> None:
        if opened is self.opened:
            self._saved = text.version
            self.reload()

    # ------------------------------------------------------------------ going about

    def focus(self) -> None:
        """The keyboard into the open row, or the list."""
        (self.edit if self.pair is not None else self.list).setFocus()

    def step(self, by: int) -> None:
        """The next row, or the one before."""
        row = self.rows.row_of(self.open_id) + by
        if 0 <= row < self.rows.rowCount():
            self.open_row(row)

    def go_to_work(self, by: int) -> bool:
        """The next block that needs work, or the one before; whether there is one."""
        row = self.rows.next_row(self.rows.row_of(self.open_id), by, self.needs_work)
        if row < 0 and any(
            self.needs_work(pair) and pair.id != self.open_id for pair in self.rows.pairs
        ):
            self.bar.choose(Filter.ALL)
            row = self.rows.next_row(self.rows.row_of(self.open_id), by, self.needs_work)
        if row >= 0:
            self.open_row(row)
        return row >= 0

    def open_at_line(self, line: int, *, source: bool) -> None:
        """Open the block in which a line of the target's body stands, or of the source's."""
        pair = self.rows.pair_at_line(line, source=source)
        if pair is not None:
            self._desk.selection.set_block(pair.id)

    def scroll_to_line(self, line: float) -> None:
        """Show the row of a line of the target's body, and leave the open one open."""
        row = self.rows.row_at_line(line)
        if row >= 0:
            self.list.scrollTo(self.rows.index(row), self.list.ScrollHint.PositionAtCenter)

    def show_filter(self, wanted: Filter) -> None:
        """List these blocks and open the first of them."""
        self.bar.choose(wanted)
        if self.rows.rowCount():
            self.open_row(0)

    def show_find(self) -> None:
        """Type words to find."""
        self.bar.words.setFocus()
        self.bar.words.selectAll()

    def _filter(self) -> None:
        kept = self.open_id
        self._moving = True
        self.rows.set_filter(self.bar.filter, self.bar.words.text())
        self._moving = False
        row = self.rows.row_of(kept)
        if row >= 0 and self.pair is not None:
            self.list.open_row(self.rows.pair(row))
        else:
            self._close_row()
            if self.rows.rowCount():
                self.open_row(0, focus=False)
        self._show_list()

    # ------------------------------------------------------------------ nothing to list

    def _show_list(self) -> None:
        if self.rows.rowCount():
            self._stack.setCurrentWidget(self.list)
            return
        words = self.bar.words.text()
        self.empty.say_why(blocks=bool(self.rows.pairs), chosen=self.bar.filter, words=words)
        self._stack.setCurrentWidget(self.empty)

    def _show_all(self) -> None:
        self.bar.choose(Filter.ALL)
        self.focus()

    def _say_why_not(self, error: Exception) -> bool:
        """There are no pairs: say why, and what helps. Whether that was all there is to say."""
        if not isinstance(error, KbError) or error.code != "source_unpublished":
            return False
        self.rows.show_pairs((), fresh=True)
        self.paired.emit(())
        self.empty.say_unpublished()
        self._stack.setCurrentWidget(self.empty)
        return True

    def _go_to_source(self) -> None:
        self._desk.selection.set_locale(self._desk.selection.source_locale)

    # ------------------------------------------------------------------ looks

    def set_look(self, font: QFont) -> None:
        """Take fonts and colours; `font` is that of Markdown texts."""
        self._documents.set_look(font.pointSizeF())
        self._moving = True
        self.list.set_look(looks_of(self._desk, self.font(), font))
        self._moving = False
