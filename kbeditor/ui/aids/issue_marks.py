"""Keeps the marks of issues up to date: in the list of blocks, in the open one, in the text."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from kbeditor.domain.blocks import BlockPair, CheckIssue, LibraryIssue, PlacedIssue
from kbeditor.domain.changes import Changes
from kbeditor.domain.errors import KbError, NotFound
from kbeditor.domain.records import TextRef
from kbeditor.ui.aids.underlines import Underlines, underline
from kbeditor.ui.desk import Desk
from kbeditor.ui.editor.markdown_edit import MarkdownEdit

if TYPE_CHECKING:
    from kbeditor.app.workspace import Workspace

PAUSE_MS = 300
"""So long after the last key the open block is checked."""

Found = tuple[tuple[LibraryIssue, ...], tuple[PlacedIssue, ...]]


class OpenBlock(Protocol):
    """Where one block is open for writing."""

    @property
    def edit(self) -> MarkdownEdit:
        """The field it is written in."""

    @property
    def pair(self) -> BlockPair | None:
        """Its row; None: no block is open."""

    @property
    def target_text(self) -> str:
        """What its translation says now."""


class IssueMarks(QObject):
    """Checks what is typed after a pause, and the whole text whenever it was saved."""

    levels_changed = Signal()

    def __init__(self, desk: Desk, body: MarkdownEdit, block: OpenBlock, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._block = desk, block
        self.levels: Mapping[str, str] = {}  # the graver level of each block that has issues
        self.body = Underlines(body, desk.themes, margin=True)
        self.typed = Underlines(block.edit, desk.themes, margin=False)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.check_typed)
        self._last: tuple[str, str] | None = None  # block and words that were checked
        block.edit.textChanged.connect(self._typed)
        desk.selection.changed.connect(self._forget)
        desk.selection.block_changed.connect(self.check_typed)
        desk.bridge.changed.connect(self._changed)
        desk.bridge.opened.connect(lambda _library: self.check_text())
        desk.bridge.closed.connect(self._forget)

    # ------------------------------------------------------------------ the whole text

    def _ref(self) -> TextRef | None:
        selection = self._desk.selection
        if selection.current is None or self._desk.library is None or not selection.translating:
            return None
        return TextRef(selection.current, selection.locale)

    def _changed(self, changes: Changes) -> None:
        ref = self._ref()
        touched = ref is not None and ref.owner in set(changes.owners())
        if touched or changes.everything or changes.glossary or changes.checks:
            self.check_text()
            self._last = None
            self.check_typed()

    def _forget(self) -> None:
        """Another text: what was marked is of the last one."""
        self._pause.stop()
        self._land(None, ((), ()))
        self.typed.mark(())
        self.check_text()

    def check_text(self) -> None:
        """Check the translation as it is stored."""
        ref = self._ref()
        if ref is not None:
            self._desk.bridge.ask_latest(
                "marks.text", lambda ws: _read(ws, ref), lambda found: self._land(ref, found)
            )

    def _land(self, ref: TextRef | None, found: Found) -> None:
        if ref != self._ref() and ref is not None:
            return
        issues, placed = found
        levels: dict[str, str] = {}
        for each in issues:
            if levels.get(each.block_id) != "error":
                levels[each.block_id] = each.issue.level
        self.body.mark(
            [underline(each.issue, each.target, each.start, each.end) for each in placed]
        )
        if levels != self.levels:
            self.levels = levels
            self.levels_changed.emit()

    # ------------------------------------------------------------------ the open block

    def _typed(self) -> None:
        pair = self._block.pair
        if pair is not None and self._last != (pair.id, self._block.target_text):
            self._pause.start()

    def check_typed(self) -> None:
        """Check the open block as it is written."""
        self._pause.stop()
        ref, pair = self._ref(), self._block.pair
        if ref is None or pair is None or pair.source is None or not pair.kind.translatable:
            self.typed.mark(())
            return
        words, source = self._block.target_text, pair.source
        if words == source or not words.strip():
            self.typed.mark(())  # not begun
            return
        block_id, kind = pair.id, pair.kind
        self._last = block_id, words
        self._desk.bridge.ask_latest(
            "marks.typed",
            lambda ws: ws.issues.check(ref, block_id, kind, source, words),
            lambda issues: self._land_typed(block_id, words, issues),
        )

    def _land_typed(self, block_id: str, words: str, issues: Sequence[CheckIssue]) -> None:
        pair = self._block.pair
        if pair is not None and pair.id == block_id and self._block.target_text == words:
            self.typed.mark([underline(each, words) for each in issues])


def _read(ws: "Workspace", ref: TextRef) -> Found:
    """Issues of a text and their places; none where there is nothing to compare."""
    try:
        issues = ws.issues.text(ref)
        return issues, ws.issues.placed(ref, issues)
    except NotFound:
        return (), ()
    except KbError as error:
        if error.code != "source_unpublished":
            raise
        return (), ()
