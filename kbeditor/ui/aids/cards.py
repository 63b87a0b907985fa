"""The cards of the aids: a few words, what they mean, what can be done with them."""

import re
from collections.abc import Callable, Iterable, Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kbeditor.domain.word_diff import Piece
from kbeditor.ui.plain import PlainLabel, plain_tip
from kbeditor.ui.themes import Themes
from kbeditor.ui.widgets.flow import FlowLayout

BREAK = "\u200b"
"""Seen by nobody; a line may end there. Long names of code would make the pane as wide."""
_LONG = re.compile(r"\S{20}(?=\S{4})")
_MOST = 32
"""Letters of a button: all of them are in its tip."""
_NARROWEST = 40
"""Pixels of a button in a pane that has no room for its words."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Card(QFrame):
    """A frame that takes the keyboard; Enter or a double click use it."""

    used = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(9, 7, 9, 7)
        self.column.setSpacing(4)

    def add_head(self, start: str, end: str, *, strong: bool = False) -> tuple[QLabel, QLabel]:
        """A line of small words at both sides."""
        first, last = PlainLabel(start, self), PlainLabel(end, self)
        first.setProperty("role", "field" if strong else "muted")
        last.setProperty("role", "muted")
        last.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        last.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        last.setToolTip(plain_tip(end))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(first)
        line.addWidget(last, 1)
        self.column.addLayout(line)
        return first, last

    def add_text(self, html: str, *, role: str = "") -> QLabel:
        """Words that wrap; they can be marked with the mouse."""
        label = QLabel(html, self, wordWrap=True)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setProperty("role", role)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.column.addWidget(label)
        return label

    def add_buttons(
        self, buttons: Sequence[tuple[str, Callable[[], None]]], quiet: Iterable[int] = ()
    ) -> list[QPushButton]:
        """Small buttons in a row that wraps; those at `quiet` look like words."""
        flow = FlowLayout(6)
        made = []
        for number, (words, run) in enumerate(buttons):
            short = len(words) <= _MOST
            button = QPushButton(words if short else words[: _MOST - 1] + "…", self)
            button.setToolTip(plain_tip("" if short else words))
            button.setProperty("small", "quiet" if number in set(quiet) else "true")
            button.setMinimumWidth(_NARROWEST)
            button.clicked.connect(lambda _checked=False, run=run: run())
            flow.addWidget(button)
            made.append(button)
        self.column.addLayout(flow)
        return made

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.used.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.used.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)


def said(text: str) -> str:
    """The window's own words as HTML, in the window's direction."""
    return plain(text, QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft)


def plain(text: str, right_to_left: bool = False) -> str:
    """Words as HTML in their own direction."""
    return _directed(_escaped(text), right_to_left)


def diffed(pieces: Iterable[Piece], themes: Themes, right_to_left: bool = False) -> str:
    """A word diff as HTML: struck out and underlined, not by colour alone."""
    gone = f"text-decoration:line-through;color:{themes.hex('error')}"
    new = f"text-decoration:underline;color:{themes.hex('success')}"
    styles = {"gone": gone, "new": new}
    parts = [
        f'<span style="{styles[piece.kind]}">{_escaped(piece.text)}</span>'
        if piece.kind in styles
        else _escaped(piece.text)
        for piece in pieces
    ]
    return _directed("".join(parts), right_to_left)


def marked(
    text: str, spans: Sequence[tuple[int, int]], themes: Themes, right_to_left: bool = False
) -> str:
    """Words as HTML with some of them marked as found."""
    parts, reached = [], 0
    for start, end in sorted(spans):
        if start < reached:
            continue
        parts.append(_escaped(text[reached:start]))
        style = f"background:{themes.hex('match')};color:{themes.hex('text')}"
        parts.append(f'<span style="{style}">{_escaped(text[start:end])}</span>')
        reached = end
    parts.append(_escaped(text[reached:]))
    return _directed("".join(parts), right_to_left)


def _escaped(text: str) -> str:
    return escape(_LONG.sub(rf"\g<0>{BREAK}", text)).replace("\n", "<br>")


def _directed(html: str, right_to_left: bool) -> str:
    return f'<div dir="{"rtl" if right_to_left else "ltr"}">{html}</div>'
