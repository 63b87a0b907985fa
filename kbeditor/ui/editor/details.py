"""Title, and on wish summary, keywords and address, above the text."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from kbeditor.ui.editor.direction import set_text_direction
from kbeditor.ui.editor.open_text import OpenText
from kbeditor.ui.editor.plain_field import PlainField
from kbeditor.ui.plain import PlainLabel


class Details(QWidget):
    """The fields of an open text besides its body."""

    slug_wanted = Signal(str)
    body_wanted = Signal()  # Enter or Down in the title: on to the text

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened: OpenText | None = None
        self.title = PlainField((1, 4))
        self.title.setObjectName("editor.title")
        self.title.setPlaceholderText(self.tr("Title"))
        self.title.setAccessibleName(self.tr("Title"))
        self.title.setFrameShape(PlainField.Shape.NoFrame)
        self.summary = PlainField((2, 4))
        self.summary.setProperty("framed", True)
        self.summary.setAccessibleName(self.tr("Summary"))
        self.summary.setPlaceholderText(self.tr("One or two sentences, shown under the title"))
        self.keywords = QLineEdit()
        self.keywords.setPlaceholderText(self.tr("Other words readers search for, with commas"))
        self.slug = QLineEdit()
        self.slug.setPlaceholderText(self.tr("From the title"))
        self._more = QWidget()
        form = QFormLayout(self._more)
        form.setContentsMargins(4, 4, 0, 8)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for words, field in (
            (self.tr("Summary"), self.summary),
            (self.tr("Keywords"), self.keywords),
            (self.tr("Address"), self.slug),
        ):
            label = PlainLabel(words)
            label.setProperty("role", "muted")
            label.setBuddy(field)
            form.addRow(label, field)
        self._more.setVisible(False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 12, 24, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.title)
        self._column.addWidget(self._more)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.keywords.backgroundRole())
        self.title.edited.connect(lambda words: self._set("title", words))
        self.title.left.connect(self.body_wanted)
        self.summary.edited.connect(lambda words: self._set("summary", words))
        self.summary.left.connect(self.keywords.setFocus)
        self.keywords.textEdited.connect(self._keywords_typed)
        self.slug.editingFinished.connect(self._slug_typed)

    def set_column(self, left: int, right: int) -> None:
        """Stand above the text's own column."""
        self._column.setContentsMargins(left, 12, right, 0)

    def set_direction(self, right_to_left: bool) -> None:
        """Direction of what is typed; the labels follow the window's language."""
        direction = (
            Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
        )
        self.keywords.setLayoutDirection(direction)
        for field in (self.title, self.summary):
            set_text_direction(field, right_to_left)

    def set_read_only(self, on: bool) -> None:
        """Whether the fields can only be read."""
        for field in (self.title, self.summary, self.keywords, self.slug):
            field.setReadOnly(on)

    def unfold(self, on: bool) -> None:
        """Show or hide what is below the title."""
        self._more.setVisible(on)
        self.summary.fit()

    def show_text(self, opened: OpenText | None) -> None:
        """Show a text's fields, or nothing."""
        self._opened = opened
        self.keywords.setModified(False)
        self.slug.setModified(False)
        self.refill(opened)

    def refill(self, opened: OpenText | None) -> None:
        """Bring the fields up to date without moving the caret where nothing changed."""
        self.title.fill(opened.title if opened else "")
        self.summary.fill(opened.summary if opened else "")
        if not self.keywords.hasFocus() or not self.keywords.isModified():
            _fill(self.keywords, ", ".join(opened.keywords) if opened else "")
        if not self.slug.isModified():
            _fill(self.slug, opened.base.slug if opened else "")

    def _set(self, name: str, value: object) -> None:
        if self._opened is not None:
            self._opened.set_field(name, value)

    def _keywords_typed(self, words: str) -> None:
        parts = (part.strip() for part in words.replace("،", ",").replace(";", ",").split(","))
        self._set("keywords", tuple(part for part in parts if part))

    def _slug_typed(self) -> None:
        if self._opened is not None and self.slug.isModified():
            self.slug.setModified(False)
            wanted = self.slug.text().strip()
            if wanted != self._opened.base.slug:
                self.slug_wanted.emit(wanted)


def _fill(field: QLineEdit, words: str) -> None:
    if field.text() != words:
        field.setText(words)
        field.setCursorPosition(0)
