"""The notes on an article: threads on the block and on the whole, answers, settled or open."""

from functools import partial

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kbeditor.domain.blocks import NoteThread
from kbeditor.domain.records import TextRef
from kbeditor.ui.aids.cards import Card, said
from kbeditor.ui.aids.reading import TextAids
from kbeditor.ui.aids.section import Section
from kbeditor.ui.desk import Desk
from kbeditor.ui.roles import ROLES, role_words
from kbeditor.ui.widgets.column_scroll import ColumnScroll
from kbeditor.ui.work import ROLE, role_of

LONGEST = 48
HEIGHT = 66


class NoteField(QPlainTextEdit):
    """A few lines to write; Ctrl+Enter sends them."""

    sent = Signal()

    def __init__(self, hint: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("framed", "true")
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setTabChangesFocus(True)
        self.setFixedHeight(HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.sent.emit()
        else:
            super().keyPressEvent(event)


class NotesTab(QWidget):
    """Writes at once: each act can be undone."""

    block_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._aids: TextAids | None = None
        self._block: str | None = None
        self._answering: str | None = None
        self.words = NoteField(self.tr("Write a note"), self)
        self.words.sent.connect(self._send)
        self.words.textChanged.connect(self._check)
        self.role = QComboBox(self)
        self.role.setAccessibleName(self.tr("Who speaks"))
        for role in ROLES:
            self.role.addItem(role_words(role), role)
        self.role.setCurrentIndex(self.role.findData(role_of(desk)))
        self.about_block = QCheckBox(self.tr("on this block"), self)
        self.send = QPushButton(self.tr("Send"), self)
        self.send.setToolTip(self.tr("Ctrl+Enter sends, too"))
        self.send.clicked.connect(lambda _checked=False: self._send())
        self.block = Section(desk, self.tr("On this block"), self)
        self.whole = Section(desk, self.tr("On the article"), self)
        self.others = Section(desk, self.tr("On other blocks"), self)
        self.settled = Section(desk, self.tr("Settled"), self)
        self.settled.fold(True)
        self._build()
        desk.themes.changed.connect(self._redraw)
        desk.preference_changed.connect(self._preference_changed)
        self.show_text(None)

    def _build(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.role)
        line.addWidget(self.about_block)
        line.addStretch(1)
        line.addWidget(self.send)
        head = QVBoxLayout()
        head.setContentsMargins(8, 8, 8, 4)
        head.setSpacing(6)
        head.addWidget(self.words)
        head.addLayout(line)
        page = QWidget(self)
        inside = QVBoxLayout(page)
        inside.setContentsMargins(8, 4, 8, 10)
        inside.setSpacing(6)
        for section in (self.block, self.whole, self.others, self.settled):
            inside.addWidget(section)
        inside.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(ColumnScroll(page, self), 1)

    @property
    def count(self) -> int:
        """How many threads are open."""
        threads = self._aids.threads if self._aids else ()
        return sum(each.resolved_at is None for each in threads)

    def show_text(self, aids: TextAids | None) -> None:
        """Show a text's threads."""
        if aids is None or self._aids is None or aids.ref != self._aids.ref:
            self._answering = None
        self._aids = aids
        self.words.setEnabled(aids is not None)
        self._redraw()

    def show_block(self, block_id: str | None) -> None:
        """Put the current block's threads first."""
        self._block = block_id
        self.about_block.setEnabled(block_id is not None)
        self.about_block.setChecked(block_id is not None)
        self._redraw()

    def _redraw(self) -> None:
        threads = self._aids.threads if self._aids else ()
        is_open = [each for each in threads if each.resolved_at is None]
        here = [each for each in is_open if each.block_id and each.block_id == self._block]
        whole = [each for each in is_open if each.block_id is None]
        rest = [each for each in is_open if each.block_id and each.block_id != self._block]
        settled = [each for each in threads if each.resolved_at is not None]
        nothing = self.tr("No open note.")
        self.block.show_items([self._card(each) for each in here], nothing)
        self.block.setVisible(self._block is not None)
        self.whole.show_items([self._card(each) for each in whole], nothing)
        for section, found in ((self.others, rest), (self.settled, settled)):
            section.show_items([self._card(each) for each in found], "")
            section.setVisible(bool(found))
        self._check()

    def _card(self, thread: NoteThread) -> Card:
        card = Card(self)
        if thread.block_id and thread.block_id != self._block:
            card.add_text(said(self._about(thread)), role="muted")
            card.used.connect(partial(self.block_wanted.emit, thread.block_id))
            card.setToolTip(self.tr("Enter or a double click goes to the block"))
        for note in thread.notes:
            who = " · ".join(each for each in (note.author, role_words(note.role)) if each)
            then = QDateTime.fromSecsSinceEpoch(round(note.created_at.timestamp()))
            when = QLocale().toString(then, QLocale.FormatType.ShortFormat)
            card.add_head(who, when, strong=True)
            card.add_text(said(note.body))
        if self._answering == thread.id:
            self._add_answer(card, thread)
        else:
            self._add_buttons(card, thread)
        first = thread.notes[0].body if thread.notes else ""
        card.setAccessibleName(first)
        return card

    def _add_buttons(self, card: Card, thread: NoteThread) -> None:
        answer = (self.tr("Answer"), partial(self._answer, thread.id))
        if thread.resolved_at is None:
            settle = (self.tr("Settle"), partial(self._resolve, thread.id))
        else:
            settle = (self.tr("Reopen"), partial(self._reopen, thread.id))
        delete = (self.tr("Delete"), partial(self._delete, thread.id))
        card.add_buttons([answer, settle, delete], quiet=[2])

    def _add_answer(self, card: Card, thread: NoteThread) -> None:
        field = NoteField(self.tr("Write an answer"), card)

        def send() -> None:
            words = field.toPlainText().strip()
            if words:
                self._answering = None
                role = self.role.currentData()
                self._desk.bridge.run(lambda ws: ws.notes.answer(thread.id, role, words))

        field.sent.connect(send)
        card.column.addWidget(field)
        card.add_buttons(
            [(self.tr("Send"), send), (self.tr("Cancel"), partial(self._answer, None))], quiet=[1]
        )
        card.setFocusProxy(field)
        self._field = field

    def _answer(self, thread_id: str | None) -> None:
        self._answering = thread_id
        self._redraw()
        if thread_id is not None:
            self._field.setFocus()

    def _about(self, thread: NoteThread) -> str:
        """How the block begins that a thread is on."""
        pair = self._aids.pair(thread.block_id) if self._aids else None
        if pair is None:
            return self.tr("On a block that is gone")
        words = " ".join((pair.source or pair.target or "").split())
        return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"

    def _send(self) -> None:
        words, aids = self.words.toPlainText().strip(), self._aids
        if not words or aids is None:
            return
        on_block = self.about_block.isChecked() and self.about_block.isEnabled()
        block, role = self._block if on_block else None, self.role.currentData()
        ref = aids.ref
        if aids.why_not:
            # Without a translation the note hangs on the source, and concerns every language.
            ref = TextRef(ref.owner, self._desk.selection.source_locale)
        self._desk.bridge.run(
            lambda ws: ws.notes.open(ref, block, role, words), lambda _thread: self.words.clear()
        )

    def _resolve(self, thread_id: str) -> None:
        self._desk.bridge.run(lambda ws: ws.notes.resolve(thread_id))

    def _reopen(self, thread_id: str) -> None:
        self._desk.bridge.run(lambda ws: ws.notes.reopen(thread_id))

    def _delete(self, thread_id: str) -> None:
        self._desk.bridge.run(lambda ws: ws.notes.delete(thread_id))

    def _check(self) -> None:
        self.send.setEnabled(bool(self.words.toPlainText().strip()) and self._aids is not None)

    def _preference_changed(self, key: str) -> None:
        if key == ROLE:
            self.role.setCurrentIndex(self.role.findData(role_of(self._desk)))
