"""The source of the open block: to be read and copied from, with what changed in it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QTextEdit, QWidget

from kbeditor.domain.word_diff import Piece


class SourceView(QTextEdit):
    """As high as its text; no scroll bars."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("block.source")
        self.setAccessibleName(self.tr("Source of the block"))
        self.setReadOnly(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(off)
        self.setHorizontalScrollBarPolicy(off)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)

    def show_pieces(
        self,
        pieces: Sequence[Piece],
        formats: Mapping[str, QTextCharFormat],
        font: QFont,
        *,
        rtl: bool,
    ) -> None:
        """Show other words; the formats are by kind of piece."""
        self.setFont(font)
        document = self.document()
        document.setDefaultFont(font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if rtl:
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        document.setDefaultTextOption(option)
        self.clear()
        cursor = QTextCursor(document)
        for piece in pieces:
            cursor.insertText(piece.text.replace("\n", "\u2028"), formats[piece.kind])

    def text_height(self, width: int) -> int:
        """Pixels that the text takes at a width."""
        self.document().setTextWidth(width)
        return round(self.document().size().height())
