"""What every dialog has in common: margins, a row of buttons, opening beside the event loop."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLayoutItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kbeditor.ui.desk import Desk
from kbeditor.ui.plain import PlainLabel

MARGIN = 20
GAP = 12


class Dialog(QDialog):
    """Opens with `open()`: it blocks its window, never the event loop. Gone when closed."""

    def __init__(self, desk: Desk, title: str, width: int = 480) -> None:
        super().__init__(desk.window)
        self.desk = desk
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(width, 0)
        self.setMinimumWidth(min(width, 420))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self.column.setSpacing(GAP)
        self._buttons: QDialogButtonBox | None = None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        for form in self.findChildren(QFormLayout):
            _lead_to_fields(form)
        self.make_room()

    def make_room(self) -> None:
        """Grow for what came in, where it needs more room than there is."""
        self.column.activate()
        width = max(self.width(), self.column.totalMinimumSize().width())
        # A layout asks for the height of words that are wrapped only once its width is known.
        height = max(self.height(), self.column.totalHeightForWidth(width))
        if (width, height) != (self.width(), self.height()):
            self.resize(width, height)

    def add_sentence(self, words: str) -> QLabel:
        """A quiet sentence of explanation."""
        label = PlainLabel(words, wordWrap=True)
        label.setProperty("role", "muted")
        self.column.addWidget(label)
        return label

    def add_form(self) -> QFormLayout:
        """Rows of label and field."""
        form = make_form()
        self.column.addLayout(form)
        return form

    def add_buttons(self, accept: str | None, cancel: str | None = None) -> QPushButton | None:
        """The row at the foot. `accept` words make the default button, which is returned.

        Without `accept` there is only a button that closes.
        """
        kind = QDialogButtonBox.StandardButton
        box = QDialogButtonBox(kind.Cancel if accept else kind.Close)
        if cancel is not None:
            box.button(kind.Cancel if accept else kind.Close).setText(cancel)
        for button in box.buttons():
            if isinstance(button, QPushButton):
                button.setIcon(QIcon())  # ours are words only
                button.setAutoDefault(False)
        box.rejected.connect(self.reject)
        self._buttons = box
        chosen: QPushButton | None = None
        if accept:
            chosen = QPushButton(accept)
            chosen.setDefault(True)
            box.addButton(chosen, QDialogButtonBox.ButtonRole.AcceptRole)
            box.accepted.connect(self.accept)
        self.column.addWidget(box)
        return chosen

    def add_extra_button(self, words: str) -> QPushButton:
        """One more button at the left of the row; call after `add_buttons`."""
        assert self._buttons is not None
        button = QPushButton(words, autoDefault=False)
        self._buttons.addButton(button, QDialogButtonBox.ButtonRole.ResetRole)
        return button


def make_form(parent: QWidget | None = None) -> QFormLayout:
    """A form in our spacing: labels at the left, fields as wide as there is room."""
    form = QFormLayout(parent)
    form.setContentsMargins(0, 0, 0, 0)
    form.setHorizontalSpacing(16)
    form.setVerticalSpacing(10)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
    return form


def _lead_to_fields(form: QFormLayout) -> None:
    """A label's letter, and what is read of it, belong to the field: Qt knows it only where the
    field is the whole row, without buttons beside it or a note below.
    """
    roles = QFormLayout.ItemRole
    for row in range(form.rowCount()):
        label = form.itemAt(row, roles.LabelRole)
        words = label.widget() if label is not None else None
        field = _first_field(form.itemAt(row, roles.FieldRole))
        if isinstance(words, QLabel) and field is not None:
            words.setBuddy(field)
            if not field.accessibleName():
                field.setAccessibleName(words.text().replace("&", ""))


def _first_field(item: QLayoutItem | None) -> QWidget | None:
    """The first widget in a row, or in what it holds, that takes the keyboard."""
    if item is None:
        return None
    widget = item.widget()
    if widget is not None and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return widget
    layout = widget.layout() if widget is not None else item.layout()
    if layout is not None:
        for at in range(layout.count()):
            found = _first_field(layout.itemAt(at))
            if found is not None:
                return found
    return None


def with_note(field: QWidget, words: str) -> QWidget:
    """A field with small print below it."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(field)
    column.addWidget(note(words))
    return holder


def note(words: str = "") -> QLabel:
    """Small print below a field."""
    label = PlainLabel(words, wordWrap=True)
    label.setProperty("role", "muted")
    return label
