"""Title, and on wish summary, keywords and address, above the text."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kbeditor.ui.editor.open_text import OpenText


class _Summary(QPlainTextEdit):
    """Two lines of plain text; Enter and Tab leave the field."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setProperty("framed", True)
        self.setFixedHeight(52)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
            return
        super().keyPressEvent(event)


class Details(QWidget):
    """The fields of an open text besides its body."""

    slug_wanted = Signal(str)
    body_wanted = Signal()  # Enter or Down in the title: on to the text
    unfolded = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened: OpenText | None = None
        self.title = QLineEdit()
        self.title.setObjectName("editor.title")
        self.title.setPlaceholderText(self.tr("Title"))
        self.title.setAccessibleName(self.tr("Title"))
        self.title.setFrame(False)
        self.fold = QToolButton()
        self.fold.setCheckable(True)
        self.fold.setText(self.tr("Details"))
        self.fold.setArrowType(Qt.ArrowType.RightArrow)
        self.fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.fold.setToolTip(self.tr("Summary, keywords and address"))
        self.summary = _Summary()
        self.summary.setAccessibleName(self.tr("Summary"))
        self.summary.setPlaceholderText(self.tr("One or two sentences, shown under the title"))
        self.keywords = QLineEdit()
        self.keywords.setPlaceholderText(self.tr("Other words readers search for, with commas"))
        self.slug = QLineEdit()
        self.slug.setPlaceholderText(self.tr("From the title"))
        self.slug_note = QLabel()
        self.slug_note.setProperty("role", "muted")
        self._more = QWidget()
        form = QFormLayout(self._more)
        form.setContentsMargins(0, 4, 0, 8)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(self._label(self.tr("Summary")), self.summary)
        form.addRow(self._label(self.tr("Keywords")), self.keywords)
        address = QHBoxLayout()
        address.addWidget(self.slug, 1)
        address.addWidget(self.slug_note)
        form.addRow(self._label(self.tr("Address")), address)
        self._more.setVisible(False)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignBottom)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 12, 24, 0)
        self._column.setSpacing(4)
        self._column.addLayout(head)
        self._column.addWidget(self._more)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.title.backgroundRole())
        self.fold.toggled.connect(self._unfold)
        self.title.textEdited.connect(lambda words: self._set("title", words))
        self.title.returnPressed.connect(self.body_wanted)
        self.summary.textChanged.connect(self._summary_typed)
        self.keywords.textEdited.connect(self._keywords_typed)
        self.slug.editingFinished.connect(self._slug_typed)

    def _label(self, words: str) -> QLabel:
        label = QLabel(words)
        label.setProperty("role", "muted")
        return label

    def set_column(self, left: int, right: int) -> None:
        """Stand above the text's own column."""
        self._column.setContentsMargins(left + 2, 12, right, 0)

    def set_direction(self, right_to_left: bool) -> None:
        """Direction of what is typed; the labels follow the window's language."""
        direction = (
            Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
        )
        for field in (self.title, self.summary, self.keywords):
            field.setLayoutDirection(direction)
        option = self.summary.document().defaultTextOption()
        option.setTextDirection(direction)
        self.summary.document().setDefaultTextOption(option)

    def show_text(self, opened: OpenText | None) -> None:
        """Show a text's fields, or nothing."""
        self._opened = None  # what we fill in ourselves was not typed
        self.refill(opened)
        self._opened = opened

    def refill(self, opened: OpenText | None) -> None:
        """Bring the fields up to date without moving the caret where nothing changed."""
        shown, self._opened = self._opened, None
        for field, words in (
            (self.title, opened.title if opened else ""),
            (self.keywords, ", ".join(opened.keywords) if opened else ""),
        ):
            if field is not self.keywords or not field.hasFocus():
                _fill(field, words)
        summary = opened.summary if opened else ""
        if self.summary.toPlainText() != summary:
            self.summary.setPlainText(summary)
        if not self.slug.isModified():
            _fill(self.slug, opened.head.slug if opened else "")
        self._opened = shown

    def _unfold(self, on: bool) -> None:
        self._more.setVisible(on)
        self.fold.setArrowType(Qt.ArrowType.DownArrow if on else Qt.ArrowType.RightArrow)
        self.unfolded.emit(on)

    def _set(self, name: str, value: object) -> None:
        if self._opened is not None:
            self._opened.set_field(name, value)

    def _summary_typed(self) -> None:
        # A pasted text may bring lines of its own; a summary has none.
        self._set("summary", " ".join(self.summary.document().toRawText().split("\u2029")))

    def _keywords_typed(self, words: str) -> None:
        parts = (part.strip() for part in words.replace("،", ",").replace(";", ",").split(","))
        self._set("keywords", tuple(part for part in parts if part))

    def _slug_typed(self) -> None:
        if self._opened is not None and self.slug.isModified():
            self.slug.setModified(False)
            wanted = self.slug.text().strip()
            if wanted != self._opened.head.slug:
                self.slug_wanted.emit(wanted)


def _fill(field: QLineEdit, words: str) -> None:
    """Set a field's words and keep its caret when they are the same."""
    if field.text() != words:
        place = field.cursorPosition()
        field.setText(words)
        field.setCursorPosition(min(place, len(words)) if field.hasFocus() else 0)
