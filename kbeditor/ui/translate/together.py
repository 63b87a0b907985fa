"""Scrolls text, source and previews together: the same place in all, by the blocks they share."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from kbeditor.domain.blocks import BlockPair
from kbeditor.ui.editor.live import LiveText
from kbeditor.ui.editor.page import EditorPage
from kbeditor.ui.translate.places import LinePlaces
from kbeditor.ui.translate.view import TranslateView

BLOCK_PART = 0.3
"""How far down the windows of the previews the open block is shown."""


class Together(QObject):
    """Knows where one is in the page, as text or block by block, and tells who follows."""

    def __init__(self, page: EditorPage, translate: TranslateView, live: LiveText) -> None:
        super().__init__(page)
        self._page, self._edit = page, page.edit
        self._translate, self._live = translate, live
        self._places = LinePlaces()
        self._driven = False
        live.place = self.place
        live.source_place = self.source_place
        self._edit.verticalScrollBar().valueChanged.connect(self._scrolled)
        page.source.scrolled.connect(self._source_scrolled)
        translate.opened_block.connect(self._at_block)
        translate.paired.connect(self._paired)
        live.scroll_wanted.connect(self._follow_preview)
        live.line_wanted.connect(self.go_to_line)
        live.source_line_wanted.connect(self._go_to_source_line)

    def forget(self) -> None:
        """Another text: nothing is known of its places yet."""
        self._places = LinePlaces()

    def place(self) -> tuple[float, float]:
        """Where in the body one is, and how far down the window: see `MarkdownEdit.place`."""
        pair = self._translate.pair
        if self._page.in_blocks and pair is not None:
            return (float(pair.target_line), BLOCK_PART) if pair.target_line else (1.0, 0.0)
        return self._edit.place()

    def source_place(self) -> tuple[float, float]:
        """The same place in the source's body; line 0 where only the height is known."""
        pair = self._translate.pair
        if self._page.in_blocks and pair is not None:
            return (float(pair.source_line), BLOCK_PART) if pair.source_line else (1.0, 0.0)
        line, part = self._edit.place()
        return (self._places.source_line(line), part) if self._places else (0.0, part)

    def go_to_line(self, line: int) -> None:
        """Go to a line of the body (from 1), or to the block that stands there."""
        if self._page.in_blocks:
            self._translate.open_at_line(line, source=False)
        else:
            self._edit.go_to_line(line)

    def _go_to_source_line(self, line: int) -> None:
        if self._page.in_blocks:
            self._translate.open_at_line(line, source=True)
        elif self._places:
            self._edit.go_to_line(round(self._places.target_line(line)))

    def _paired(self, pairs: Sequence[BlockPair]) -> None:
        self._places = LinePlaces(pairs)
        self._live.source_scrolled.emit(*self.source_place())

    def _at_block(self, _pair: BlockPair) -> None:
        if self._page.in_blocks:
            self._live.scrolled.emit(*self.place())
            self._live.source_scrolled.emit(*self.source_place())

    def _scrolled(self) -> None:
        if self._driven or self._live.read() is None or self._page.in_blocks:
            return
        self._page.source.show_place(*self.source_place())
        self._live.scrolled.emit(*self._edit.place())
        self._live.source_scrolled.emit(*self.source_place())

    def _follow_preview(self, line: float, part: float) -> None:
        if self._page.in_blocks:
            self._translate.scroll_to_line(line)
            return
        self._driven = True
        self._edit.show_place(line, part)
        self._page.source.show_place(*self.source_place())
        self._driven = False
        self._live.source_scrolled.emit(*self.source_place())

    def _source_scrolled(self, line: float, part: float) -> None:
        bar = self._edit.verticalScrollBar()
        self._driven = True
        if self._places and line:
            self._edit.show_place(self._places.target_line(line), part)
        else:
            bar.setValue(round(part * bar.maximum()))
        self._driven = False
        self._live.scrolled.emit(*self._edit.place())
        self._live.source_scrolled.emit(line, part)
