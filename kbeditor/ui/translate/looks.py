"""How blocks look by what they are: fonts, indents, labels."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetrics

from kbeditor.domain.blocks import FIELDS, BlockKind, BlockPair
from kbeditor.ui.block_words import kind_words
from kbeditor.ui.desk import Desk

INDENTS = {BlockKind.ITEM: 16, BlockKind.QUOTE: 14, BlockKind.DEFINITION: 16}
LABELLED = frozenset(
    (*FIELDS, BlockKind.CAPTION, BlockKind.FOOTNOTE, BlockKind.CODE, BlockKind.HTML)
)
LARGER = {BlockKind.TITLE: 1.3, BlockKind.HEADING: 1.12}
STRONG = frozenset((BlockKind.TITLE, BlockKind.HEADING, BlockKind.TERM, BlockKind.CAPTION))


@dataclass(frozen=True, slots=True)
class Looks:
    """Fonts by kind, and that of the small words above a block with the pixels they take."""

    fonts: Mapping[BlockKind, QFont]
    label: QFont
    label_height: int

    def font(self, kind: BlockKind) -> QFont:
        """The font of a kind of block."""
        return self.fonts[kind]

    def top(self, kind: BlockKind) -> int:
        """Pixels above the text that its label takes."""
        return self.label_height if kind in LABELLED else 0


def looks_of(desk: Desk, base: QFont, code: QFont) -> Looks:
    """Looks for the size and font of the preferences; prose is in the window's font otherwise."""
    prose = QFont(base)
    family = desk.preferences.get("editor.font")
    if family:
        prose.setFamilies([str(family)])
    prose.setPointSizeF(code.pointSizeF())
    label = QFont(base)
    label.setPointSizeF(code.pointSizeF() * 0.82)
    fonts = {kind: _font(kind, prose, code) for kind in BlockKind}
    return Looks(fonts, label, QFontMetrics(label).height() + 2)


def _font(kind: BlockKind, prose: QFont, code: QFont) -> QFont:
    if not kind.translatable:
        return code
    font = QFont(prose)
    font.setPointSizeF(font.pointSizeF() * LARGER.get(kind, 1.0))
    if kind in STRONG:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def label_of(pair: BlockPair) -> str:
    """The small words above a block; "" for none."""
    return kind_words(pair.kind) if pair.kind in LABELLED else ""
