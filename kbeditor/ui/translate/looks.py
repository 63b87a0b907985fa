"""How blocks look by what they are: fonts, indents, labels."""

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetrics

from kbeditor.domain.blocks import FIELDS, BlockKind, BlockPair
from kbeditor.ui.desk import Desk
from kbeditor.ui.translate.words import kind_words

INDENTS = {BlockKind.ITEM: 16, BlockKind.QUOTE: 14, BlockKind.DEFINITION: 16}
LABELLED = frozenset(
    (*FIELDS, BlockKind.CAPTION, BlockKind.FOOTNOTE, BlockKind.CODE, BlockKind.HTML)
)
LARGER = {BlockKind.TITLE: 1.3, BlockKind.HEADING: 1.12}
STRONG = frozenset((BlockKind.TITLE, BlockKind.HEADING, BlockKind.TERM, BlockKind.CAPTION))


@dataclass(frozen=True, slots=True)
class Looks:
    """Fonts of one size; `label` is that of the small words above a block."""

    prose: QFont
    code: QFont
    label: QFont

    @property
    def label_height(self) -> int:
        """Pixels that a label takes."""
        return QFontMetrics(self.label).height() + 2

    def font(self, kind: BlockKind) -> QFont:
        """The font of a kind of block."""
        if not kind.translatable:
            return self.code
        if kind not in LARGER and kind not in STRONG:
            return self.prose
        font = QFont(self.prose)
        font.setPointSizeF(font.pointSizeF() * LARGER.get(kind, 1.0))
        if kind in STRONG:
            font.setWeight(QFont.Weight.DemiBold)
        return font

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
    return Looks(prose, code, label)


def label_of(pair: BlockPair) -> str:
    """The small words above a block; "" for none."""
    return kind_words(pair.kind) if pair.kind in LABELLED else ""
