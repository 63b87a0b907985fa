"""Where the parts of a row stand: marks, source, target, words. The same painted and edited."""

from dataclasses import dataclass

from PySide6.QtCore import QRect

GUTTER, WORDS = 38, 44
"""Pixels of the columns with the mark and with the number of words."""
GAP = 28
"""Pixels between source and target, on either side of the line between them together."""
PADDING = 9
"""Pixels above and below the texts of a row."""
EDGE = 8
"""Pixels around the text in the field that is written in: painted texts stand as far in."""
NARROW = 520
"""Below this many pixels the target stands under its source."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of rows of one width. At least one of source and target is shown."""

    width: int
    source_shown: bool = True
    target_shown: bool = True

    @property
    def both(self) -> bool:
        """Whether source and target are shown."""
        return self.source_shown and self.target_shown

    @property
    def stacked(self) -> bool:
        """Whether the target stands under its source."""
        return self.both and self.width < NARROW

    @property
    def text_width(self) -> int:
        """Pixels of each text."""
        room = self.width - GUTTER - WORDS
        return max(room if self.stacked or not self.both else (room - GAP) // 2, 60)

    def height(self, source: int, target: int) -> int:
        """Pixels of a row whose texts are so high."""
        if not self.both:
            return (source if self.source_shown else target) + 2 * PADDING
        if self.stacked:
            return source + target + 3 * PADDING + EDGE
        return max(source, target) + 2 * PADDING

    def source(self, row: QRect, height: int) -> QRect:
        """The place of the source's text, which is so high."""
        return QRect(row.left() + GUTTER, row.top() + PADDING, self.text_width, height)

    def target(self, row: QRect, source_height: int) -> QRect:
        """The place of the target's field, edges included, down to the row's end."""
        top, left = row.top() + PADDING - EDGE, row.left() + GUTTER
        if self.stacked:
            top += source_height + PADDING + EDGE
        elif self.both:
            left += self.text_width + GAP
        bottom = row.top() + row.height() - (PADDING - EDGE)
        return QRect(left - EDGE, top, self.text_width + 2 * EDGE, bottom - top)

    def line_at(self, row: QRect) -> int:
        """Where the line between the columns stands; -1: there is none."""
        if not self.both or self.stacked:
            return -1
        return row.left() + GUTTER + self.text_width + GAP // 2
