"""The strip under the preview: how many things want a look, and on wish which."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QToolButton, QVBoxLayout, QWidget

from kbeditor.domain.rendered import RenderWarning
from kbeditor.ui.words import QT_TRANSLATE_NOOP

WARNINGS: Mapping[str, str] = {
    "broken_link": QT_TRANSLATE_NOOP("Warning", "A link leads to nothing in this library"),
    "missing_picture": QT_TRANSLATE_NOOP("Warning", "A picture is not in this library"),
    "picture_refused": QT_TRANSLATE_NOOP(
        "Warning", "Only pictures of the library are shown: {address}"
    ),
    "picture_without_alt": QT_TRANSLATE_NOOP(
        "Warning", "A picture has no description for those who cannot see it"
    ),
    "empty_link": QT_TRANSLATE_NOOP("Warning", "A link has no words: {address}"),
    "relative_link": QT_TRANSLATE_NOOP(
        "Warning", "A link to a file next to the text leads nowhere here: {address}"
    ),
    "html_removed": QT_TRANSLATE_NOOP("Warning", "<{name}> is not allowed and was left out"),
    "footnote_missing": QT_TRANSLATE_NOOP("Warning", "The footnote {name} has no note"),
    "heading_jump": QT_TRANSLATE_NOOP("Warning", "A heading skips a level"),
    "duplicate_id": QT_TRANSLATE_NOOP("Warning", "Two headings have the id {id}"),
    "unclosed_fence": QT_TRANSLATE_NOOP("Warning", "A code block is not closed"),
    "unknown_language": QT_TRANSLATE_NOOP(
        "Warning", "The language {language} of a code block is not known"
    ),
    "unknown_callout": QT_TRANSLATE_NOOP("Warning", "There is no call-out named {name}"),
    "too_deep": QT_TRANSLATE_NOOP("Warning", "Lists or quotes are nested too deeply"),
    "render_failed": QT_TRANSLATE_NOOP(
        "Warning", "The text could not be laid out and is shown as it was typed"
    ),
    "too_slow": QT_TRANSLATE_NOOP(
        "Warning", "The text takes too long to lay out and is shown as it was typed"
    ),
    "text_too_large": QT_TRANSLATE_NOOP(
        "Warning", "The text is too large to lay out and is shown as it was typed"
    ),
    "line_too_long": QT_TRANSLATE_NOOP(
        "Warning", "A line is too long to lay out; the text is shown as it was typed"
    ),
}

MOST_ROWS = 6


def warning_words(warning: RenderWarning) -> str:
    """A warning's sentence in the window's language."""
    source = WARNINGS.get(warning.code)
    details = dict(warning.details)
    if source is None:
        shown = warning.code.replace("_", " ").capitalize()
        return ": ".join([shown, *details.values()])
    return QCoreApplication.translate("Warning", source).format_map(_Blank(details))


class _Blank(dict[str, str]):
    """A detail that is not there is left blank."""

    def __missing__(self, _key: str) -> str:
        return ""


class WarningsStrip(QWidget):
    """Hidden without warnings; a click on one asks for its line."""

    line_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Sequence[RenderWarning] = ()
        self.fold = QToolButton()
        self.fold.setCheckable(True)
        self.fold.setArrowType(Qt.ArrowType.RightArrow)
        self.fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.list = _List()
        self.list.setVisible(False)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 2, 8, 2)
        column.setSpacing(0)
        column.addWidget(self.fold)
        column.addWidget(self.list)
        self.fold.toggled.connect(self._unfold)
        self.list.itemClicked.connect(self._go)
        self.list.itemActivated.connect(self._go)
        self.hide()

    def show_warnings(self, warnings: Sequence[RenderWarning]) -> None:
        """Show these, by line."""
        warnings = sorted(warnings, key=lambda warning: warning.line)
        if warnings == self._shown:
            return
        self._shown = warnings
        self.fold.setText(self.tr("%Ln warning(s)", "", len(warnings)))
        self.list.clear()
        for warning in warnings:
            words = self.tr("Line {line}: {words}").format(
                line=warning.line, words=warning_words(warning)
            )
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, warning.line)
            self.list.addItem(item)
        row = self.list.sizeHintForRow(0) if warnings else 0
        self.list.setFixedHeight(min(len(warnings), MOST_ROWS) * row + 4)
        self.setVisible(bool(warnings))

    def _unfold(self, on: bool) -> None:
        self.list.setVisible(on)
        self.fold.setArrowType(Qt.ArrowType.DownArrow if on else Qt.ArrowType.RightArrow)

    def _go(self, item: QListWidgetItem) -> None:
        self.line_wanted.emit(item.data(Qt.ItemDataRole.UserRole))


class _List(QListWidget):
    """Enter goes to the line."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self.itemActivated.emit(item)
            return
        super().keyPressEvent(event)
