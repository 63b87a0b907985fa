"""The way from the aids to the translation that is being written."""

from kbeditor.domain.blocks import Fix, LibraryIssue
from kbeditor.ui.desk import Desk
from kbeditor.ui.pane import TakesText, TakesTranslation


class Target:
    """Puts words where one writes: into the open block, or at the cursor of the free text."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def put(self, words: str) -> None:
        """A whole translation: in place of what the block says, else at the cursor."""
        pane = self._block_pane()
        if pane is not None:
            pane.replace_target(words)
            self._go_there()
        else:
            self.insert(words)

    def insert(self, words: str) -> None:
        """Some words at the cursor."""
        pane: object = self._desk.pane("editor")
        if isinstance(pane, TakesText) and pane.can_edit():
            pane.insert_text(words)
            self._go_there()

    def said(self) -> str | None:
        """What the open block's translation says now; None: no block is open."""
        pane = self._block_pane()
        return pane.target_text() if pane is not None else None

    def fix_here(self, issue: LibraryIssue, fix: Fix) -> bool:
        """Mend the open block as one step of its typing; False where it is not open so."""
        pane = self._block_pane()
        if (
            pane is None
            or self._desk.selection.block != issue.block_id
            or pane.target_text() != issue.target
        ):
            return False
        pane.replace_span(fix.start, fix.end, fix.replacement)
        return True

    def _block_pane(self) -> TakesTranslation | None:
        pane: object = self._desk.pane("editor")
        return pane if isinstance(pane, TakesTranslation) and pane.can_translate() else None

    def _go_there(self) -> None:
        self._desk.frame.show_pane("editor")
