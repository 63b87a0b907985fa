"""The current article in every locale: its state, and what can be done about it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QMenu, QPushButton, QToolButton, QWidget

from kbeditor.domain.records import Locale, Ref, TextHead, TextRef
from kbeditor.domain.states import State
from kbeditor.ui.desk import Desk
from kbeditor.ui.icons import icon
from kbeditor.ui.plain import PlainLabel
from kbeditor.ui.texts import mark_words
from kbeditor.ui.widgets.layouts import clear
from kbeditor.ui.widgets.locale_card import QUIET
from kbeditor.ui.widgets.marks import mark_icon


class TextStates(QWidget):
    """A row per locale: the name opens the text, the menu changes its state."""

    open_wanted = Signal(str)  # locale
    state_wanted = Signal(object, object)  # TextRef, State
    still_valid_wanted = Signal(object)  # TextRef

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self.buttons: dict[str, QPushButton] = {}
        self.menus: dict[str, QToolButton] = {}

    def show_heads(self, owner: Ref, locales: Sequence[Locale], heads: Sequence[TextHead]) -> None:
        """Fill in, in the order of the locales."""
        clear(self._grid)
        self.buttons.clear()
        self.menus.clear()
        by_locale = {head.locale: head for head in heads}
        for row, locale in enumerate(locales):
            head = by_locale.get(locale.tag)
            mark = head.mark if head is not None else 0
            name = QPushButton(locale.name, self, autoDefault=True)
            name.setFlat(True)
            name.setIcon(mark_icon(mark, self._desk.themes))
            name.setStyleSheet(QUIET)
            name.setToolTip(self.tr("Open this text"))
            font = name.font()
            font.setBold(locale.tag == self._desk.selection.locale)
            name.setFont(font)
            name.clicked.connect(lambda _checked=False, tag=locale.tag: self.open_wanted.emit(tag))
            words = PlainLabel(mark_words(mark), self, wordWrap=True)
            words.setProperty("role", "muted")
            more = self._more(TextRef(owner, locale.tag), head)
            self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignLeft)
            self._grid.addWidget(words, row, 1)
            self._grid.addWidget(more, row, 2)
            self.buttons[locale.tag], self.menus[locale.tag] = name, more

    def _more(self, text: TextRef, head: TextHead | None) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setIcon(icon("more", self._desk.themes))
        button.setToolTip(self.tr("Change the state"))
        button.setAccessibleName(self.tr("Change the state"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        menu = QMenu(button)
        if head is None:
            menu.addAction(self.tr("Write it"), partial(self.open_wanted.emit, text.locale))
        else:
            self._fill(menu, text, head)
        button.setMenu(menu)
        return button

    def _fill(self, menu: QMenu, text: TextRef, head: TextHead) -> None:
        menu.addAction(self.tr("Open"), partial(self.open_wanted.emit, text.locale))
        menu.addSeparator()
        for state, words in (
            (State.IN_REVIEW, self.tr("Submit for review")),
            (State.PUBLISHED, self.tr("Publish")),
            (State.DRAFT, self.tr("Back to draft")),
        ):
            action = menu.addAction(words, partial(self.state_wanted.emit, text, state))
            action.setEnabled(head.state is not state or (head.outdated and state > State.DRAFT))
        if head.outdated:
            menu.addSeparator()
            menu.addAction(
                self.tr("Mark as still valid"), partial(self.still_valid_wanted.emit, text)
            )
