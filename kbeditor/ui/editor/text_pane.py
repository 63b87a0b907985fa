"""What actions and the preview may ask of the pane with the text."""

from typing import TYPE_CHECKING

from kbeditor.ui.pane import Pane

if TYPE_CHECKING:  # who asks for the pane need not load the editor
    from kbeditor.ui.editor.asking import Asking
    from kbeditor.ui.editor.live import LiveText
    from kbeditor.ui.editor.markdown_edit import MarkdownEdit

EDITOR = "editor"


class TextPane(Pane):
    """A pane with a Markdown text that actions work on. `edit` is read-only when none is open."""

    live: "LiveText"

    @property
    def edit(self) -> "MarkdownEdit":
        """The field with the text, or the block, that is being written."""
        raise TypeError(f"{type(self).__name__} has no text")

    @property
    def ask(self) -> "Asking":
        """What asks before something is put into `edit`."""
        raise TypeError(f"{type(self).__name__} has no text")

    def can_edit(self) -> bool:
        """Whether a text is open for writing."""
        return False

    def show_find(self, *, replace: bool) -> None:
        """Open the find bar."""

    def find_next(self, *, backwards: bool) -> None:
        """Go to the next hit."""
