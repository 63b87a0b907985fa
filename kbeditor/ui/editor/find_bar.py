"""Find and replace within the text, in a bar below it."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTextEdit,
    QToolButton,
    QWidget,
)

from kbeditor.ui.editor.edit import Edit, apply
from kbeditor.ui.editor.finding import (
    MOST,
    BadPattern,
    Query,
    find_all,
    next_hit,
    replace_all,
    replacement,
)
from kbeditor.ui.editor.markdown_edit import MarkdownEdit
from kbeditor.ui.editor.offsets import index_at, is_plain, units_before
from kbeditor.ui.plain import PlainLabel, plain_tip

MARKED = 1_000
"""So many hits are marked in the text; more are only counted."""
FIELD = 170
"""Pixels that a field wants beside its buttons, the edges included."""


class FindBar(QWidget):
    """Looks for words in a `MarkdownEdit`, marks the hits, replaces them."""

    closed = Signal()
    replaced = Signal(int)  # how many at once

    def __init__(self, edit: MarkdownEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edit = edit
        self._hits: list[tuple[int, int]] = []
        self._text = ""
        self._colours = (QColor("yellow"), QColor("orange"))
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("Find"))
        self.words.setClearButtonEnabled(True)
        self.new = QLineEdit()
        self.new.setPlaceholderText(self.tr("Replace with"))
        self.count = PlainLabel()
        self.count.setProperty("role", "muted")
        self.count.setMinimumWidth(90)
        self.case = self._option("Aa", self.tr("Match case"))
        self.whole = self._option("|ab|", self.tr("Whole words"))
        self.regex = self._option(".*", self.tr("Regular expression"))
        self._previous = self._button("↑", self.tr("Previous (Shift+F3)"))
        self._next = self._button("↓", self.tr("Next (F3)"))
        self._close = self._button("✕", self.tr("Close (Esc)"))
        self.replace_one = QPushButton(self.tr("Replace"), autoDefault=True)
        self.replace_every = QPushButton(self.tr("Replace all"), autoDefault=True)
        self._tools, self._replacing = QWidget(), QWidget()
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(2)
        for widget in (self.case, self.whole, self.regex, self._previous, self._next, self.count):
            tools.addWidget(widget)
        tools.addStretch(1)
        tools.addWidget(self._close)
        row = QHBoxLayout(self._replacing)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.replace_one)
        row.addWidget(self.replace_every)
        row.addStretch(1)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 8, 12, 8)
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self._arrange(narrow=False)
        self._timer = QTimer(self, singleShot=True, interval=120)
        self._timer.timeout.connect(self._search)
        self.words.textChanged.connect(self._start)
        for option in (self.case, self.whole, self.regex):
            option.toggled.connect(self._start)
        self._previous.clicked.connect(lambda: self.step(backwards=True))
        self._next.clicked.connect(lambda: self.step(backwards=False))
        self._close.clicked.connect(self.close_bar)
        self.replace_one.clicked.connect(self.replace_this)
        self.replace_every.clicked.connect(self.replace_them)
        edit.textChanged.connect(self._text_changed)
        self.hide()

    def _arrange(self, *, narrow: bool) -> None:
        """Fields with their buttons beside them, or below them where that leaves no room."""
        down, right = (1, 0) if narrow else (0, 1)
        for number, (field, buttons) in enumerate(
            ((self.words, self._tools), (self.new, self._replacing))
        ):
            row = number * (1 + down)
            self._grid.addWidget(field, row, 0)
            self._grid.addWidget(buttons, row + down, right)

    def _buttons_width(self) -> int:
        return max(self._tools.sizeHint().width(), self._replacing.sizeHint().width())

    def minimumSizeHint(self) -> QSize:
        edges = self._grid.contentsMargins()
        width = self._buttons_width() + edges.left() + edges.right()
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange(narrow=self.width() < self._buttons_width() + FIELD)
        super().resizeEvent(event)

    def _option(self, words: str, tip: str) -> QToolButton:
        button = self._button(words, tip)
        button.setCheckable(True)
        return button

    def _button(self, words: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setText(words)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        return button

    def set_colours(self, hit: QColor, current: QColor) -> None:
        """Grounds of the hits and of the one one is at."""
        self._colours = (hit, current)
        self._mark()

    def open_bar(self, *, replace: bool) -> None:
        """Show the bar with the selected words in it."""
        selected = self._edit.textCursor().selectedText()
        if selected and "\u2029" not in selected:
            self.words.setText(selected)
        for widget in (self.new, self._replacing):
            widget.setVisible(replace)
        self.show()
        self.words.setFocus()
        self.words.selectAll()
        self._search()

    def close_bar(self) -> None:
        """Hide the bar and the marks and return to the text."""
        self.hide()
        self._edit.show_found([])
        self._edit.setFocus()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close_bar()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            holder = self.focusWidget()
            if isinstance(holder, QAbstractButton):
                holder.click()
            elif self.new.hasFocus():
                self.replace_this()
            else:
                self.step(backwards=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    @property
    def query(self) -> Query:
        """What is looked for."""
        return Query(
            self.words.text(),
            case=self.case.isChecked(),
            whole=self.whole.isChecked(),
            regex=self.regex.isChecked(),
        )

    # ------------------------------------------------------------------ finding

    def step(self, *, backwards: bool) -> None:
        """Select the next or previous hit, going round at the ends."""
        if self._timer.isActive():
            self._timer.stop()
            self._search()
        cursor = self._edit.textCursor()
        edge = cursor.selectionStart() if backwards else cursor.selectionEnd()
        index = next_hit(self._hits, index_at(self._text, edge), backwards)
        if index is not None:
            self._go(index)

    def _start(self) -> None:
        self._timer.start()

    def _text_changed(self) -> None:
        if self.isVisible():
            self._timer.start()

    def _search(self) -> None:
        """Find all hits; a pattern that cannot be read is said, not shown as no hits."""
        if not self.isVisible():
            return
        self._text = self._edit.toPlainText()
        error = ""
        try:
            self._hits = find_all(self._text, self.query)
        except BadPattern as bad:
            self._hits = []
            place = self.tr("at character {place}").format(place=bad.where) if bad.where else ""
            error = self.tr("Not a regular expression: {reason} {place}").format(
                reason=bad.reason, place=place
            )
        self._set_error(error)
        self._mark()
        for button in (self.replace_one, self.replace_every, self._next, self._previous):
            if not self._hits and button.hasFocus():
                self.words.setFocus()  # else the keyboard would leave the bar
            button.setEnabled(bool(self._hits))

    def _set_error(self, words: str) -> None:
        self.words.setToolTip(plain_tip(words))
        self._error = words
        self.count.setProperty("role", "error" if words else "muted")
        self.count.style().unpolish(self.count)
        self.count.style().polish(self.count)

    def _go(self, index: int) -> None:
        start, end = self._hits[index]
        cursor = self._edit.textCursor()
        cursor.setPosition(units_before(self._text, start))
        cursor.setPosition(units_before(self._text, end), QTextCursor.MoveMode.KeepAnchor)
        self._edit.setTextCursor(cursor)
        self._edit.ensureCursorVisible()
        self._mark()

    def _current(self) -> int | None:
        """The index of the hit that is selected."""
        cursor = self._edit.textCursor()
        start = index_at(self._text, cursor.selectionStart())
        end = index_at(self._text, cursor.selectionEnd())
        return next((i for i, hit in enumerate(self._hits) if hit == (start, end)), None)

    def _mark(self) -> None:
        if not self.isVisible():
            return
        current = self._current()
        self._edit.show_found([self._selection(i, i == current) for i in self._near(current)])
        if self._error:
            self.count.setText(self._error)
        elif not self.words.text():
            self.count.setText("")
        elif not self._hits:
            self.count.setText(self.tr("Not found"))
        elif len(self._hits) >= MOST:
            self.count.setText(self.tr("More than {count}").format(count=MOST))
        elif current is None:
            self.count.setText(self.tr("%Ln hit(s)", "", len(self._hits)))
        else:
            self.count.setText(
                self.tr("{number} of {count}").format(number=current + 1, count=len(self._hits))
            )

    def _near(self, current: int | None) -> range:
        """The hits to mark: all, or those around the current one when there are very many."""
        if len(self._hits) <= MARKED:
            return range(len(self._hits))
        first = max(0, (current or 0) - MARKED // 2)
        return range(first, min(first + MARKED, len(self._hits)))

    def _selection(self, index: int, current: bool) -> QTextEdit.ExtraSelection:
        start, end = self._hits[index]
        plain = self._text.isascii()
        cursor = QTextCursor(self._edit.document())
        cursor.setPosition(start if plain else units_before(self._text, start))
        cursor.setPosition(
            end if plain else units_before(self._text, end), QTextCursor.MoveMode.KeepAnchor
        )
        look = QTextCharFormat()
        look.setBackground(self._colours[1 if current else 0])
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        selection.format = look
        return selection

    # ------------------------------------------------------------------ replacing

    def replace_this(self) -> None:
        """Replace the selected hit and go to the next; without one, go to the next first."""
        if self._edit.isReadOnly():
            return
        self._search()
        current = self._current()
        if current is None:
            self.step(backwards=False)
            return
        start, end = self._hits[current]
        try:
            new = replacement(self._text, (start, end), self.query, self.new.text())
        except BadPattern as bad:
            self._say_bad(bad)
            return
        place = start + len(new)
        edit = Edit(start, end, new, place, place)
        apply(self._edit, self._text, edit, is_plain(self._text))
        self._search()
        self.step(backwards=False)

    def replace_them(self) -> None:
        """Replace every hit, as one undo step."""
        if self._edit.isReadOnly():
            return
        self._search()
        try:
            new, count = replace_all(self._text, self.query, self.new.text())
        except BadPattern as bad:
            self._say_bad(bad)
            return
        if count:
            place = min(index_at(self._text, self._edit.textCursor().position()), len(new))
            edit = Edit(0, len(self._text), new, place, place)
            apply(self._edit, self._text, edit, is_plain(self._text))
            self.replaced.emit(count)
        self._search()

    def _say_bad(self, bad: BadPattern) -> None:
        self._set_error(self.tr("Cannot replace: {reason}").format(reason=bad.reason))
        self.count.setText(self._error)
