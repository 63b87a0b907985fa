"""What stands in place of the blocks when none is listed: why that is, and what leads on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kbeditor.ui.themes import Themes
from kbeditor.ui.translate.rows import Filter
from kbeditor.ui.widgets.empty import EmptyState


class NothingListed(EmptyState):
    """Says why no block is listed; its buttons show only where they help."""

    source_wanted = Signal()  # go to the text that is not published yet
    all_wanted = Signal()  # list all blocks

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(themes, "translate", parent)
        self.go_source = self.offer(self.tr("Go to the source"), self.source_wanted.emit)
        self.show_every = self.offer(self.tr("Show all blocks"), self.all_wanted.emit)

    def say_why(self, *, blocks: bool, chosen: Filter, words: str) -> None:
        """The text has `blocks` or none; none of them is what was `chosen` or has these words."""
        self.go_source.hide()
        self.show_every.setVisible(blocks)
        if not blocks:
            self.say(self.tr("There is nothing to translate"))
        elif words.strip():
            self.say(self.tr("No block has these words"))
        elif chosen is Filter.EMPTY:
            self.say(self.tr("No block is empty"))
        elif chosen is Filter.OUTDATED:
            self.say(self.tr("No block is outdated"))
        else:
            self.say(self.tr("No block needs work"))

    def say_unpublished(self) -> None:
        """There are no blocks before the source is published."""
        self.say(
            self.tr("The source is not published yet"),
            self.tr(
                "Blocks are translated from the published source, so that it can be told what "
                "changed since. Publish the source first, or write this text as Markdown."
            ),
        )
        self.go_source.show()
        self.show_every.hide()
