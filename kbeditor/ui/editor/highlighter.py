"""Colours Markdown in a QTextDocument, a line at a time."""

from collections.abc import Mapping

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from kbeditor.ui.editor.offsets import is_plain, units_before
from kbeditor.ui.editor.syntax import HEADING, Style, read_line

# Which colour role each style takes; the first that applies wins.
_ROLES = (
    (Style.COMMENT, "syntax_marker"),
    (Style.CALLOUT, "syntax_callout"),
    (Style.ADDRESS, "syntax_marker"),
    (Style.FOOTNOTE, "syntax_link"),
    (Style.ATTRIBUTE, "syntax_marker"),
    (Style.HTML, "syntax_html"),
    (Style.LIST, "syntax_list"),
    (Style.MARK, "syntax_marker"),
    (Style.CODE, "syntax_code"),
    (Style.LINK, "syntax_link"),
    (Style.DONE, "syntax_marker"),
    (HEADING, "syntax_heading"),
    (Style.QUOTE, "syntax_quote"),
    (Style.STRONG | Style.EMPHASIS, "syntax_emphasis"),
)


class MarkdownHighlighter(QSyntaxHighlighter):
    """Colours by role: `colours` maps role names (`syntax_link`, …) to colours."""

    def __init__(self, document: QTextDocument, colours: Mapping[str, str], size: float) -> None:
        """`size` is the body's font size in points; headings are shown larger."""
        super().__init__(document)
        self._colours = dict(colours)
        self._size = size
        self._formats: dict[int, QTextCharFormat] = {}

    def set_look(self, colours: Mapping[str, str], size: float) -> None:
        """Take other colours or another size and colour everything again."""
        if dict(colours) == self._colours and size == self._size:
            return
        self._colours = dict(colours)
        self._size = size
        self._formats.clear()
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        spans, state = read_line(text, self.previousBlockState())
        self.setCurrentBlockState(state)
        if spans and not is_plain(text):
            for start, length, style in spans:
                begin = units_before(text, start)
                units = units_before(text, start + length) - begin
                self.setFormat(begin, units, self._format(style))
            return
        for start, length, style in spans:
            self.setFormat(start, length, self._format(style))

    def _format(self, style: int) -> QTextCharFormat:
        """The format of a style, made once."""
        known = self._formats.get(style)
        if known is None:
            known = self._formats[style] = self._make_format(style)
        return known

    def _make_format(self, style: int) -> QTextCharFormat:
        made = QTextCharFormat()
        for bit, role in _ROLES:
            if style & bit:
                made.setForeground(QColor(self._colours[role]))
                break
        if style & Style.ADDRESS:
            # Ids are long and say nothing to a reader: they stand back.
            made.setFontPointSize(self._size * 0.85)
            return made
        if style & (Style.STRONG | HEADING | Style.CALLOUT | Style.LIST):
            made.setFontWeight(QFont.Weight.DemiBold)
        if style & Style.EMPHASIS:
            made.setFontItalic(True)
        if style & Style.STRIKE:
            made.setFontStrikeOut(True)
        if style & Style.CODE and not style & HEADING:
            made.setBackground(QColor(self._colours["syntax_code_ground"]))
        if style & Style.MARKED:
            made.setBackground(QColor(self._colours["match"]))
        if style & HEADING:
            made.setFontPointSize(self._size * _larger(style))
        return made


def _larger(style: int) -> float:
    if style & Style.HEADING_1:
        return 1.35
    return 1.2 if style & Style.HEADING_2 else 1.06
