"""What is asked before something is inserted or gone to: links, pictures, tables, lines."""

from PySide6.QtCore import QMimeData, QObject, QPoint, QSize
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMenu, QToolButton

from kbeditor.ui.desk import Desk
from kbeditor.ui.editor import pictures
from kbeditor.ui.editor.inline_commands import insert, link
from kbeditor.ui.editor.line_commands import table
from kbeditor.ui.editor.link_dialog import LinkDialog
from kbeditor.ui.editor.markdown_edit import MarkdownEdit
from kbeditor.ui.editor.outline import read_outline
from kbeditor.ui.editor.table_picker import TablePicker


class Asking(QObject):
    """Opens dialogs for a text and puts what they give into it. None of them blocks."""

    def __init__(self, desk: Desk, edit: MarkdownEdit) -> None:
        super().__init__(edit)
        self._desk, self._edit = desk, edit
        edit.files_pasted.connect(self.paste_files)

    def line(self) -> None:
        """Ask for a line number and go there."""
        edit = self._edit
        dialog = QInputDialog(edit.window())
        dialog.setInputMode(QInputDialog.InputMode.IntInput)
        dialog.setWindowTitle(self.tr("Go to line"))
        dialog.setLabelText(self.tr("Line (1 to {last}):").format(last=edit.blockCount()))
        dialog.setIntRange(1, edit.blockCount())
        dialog.setIntValue(edit.textCursor().blockNumber() + 1)
        dialog.intValueSelected.connect(edit.go_to_line)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def link(self) -> None:
        """Ask for an article or an address and link the selection to it."""
        words = self._edit.textCursor().selectedText()
        words = "" if "\u2029" in words else words
        locale = self._desk.selection.locale
        dialog = LinkDialog(self._desk.bridge, locale, words, self._edit.window())
        dialog.chosen.connect(lambda address, title: self._edit.perform(link(address, title)))
        dialog.open()

    def picture(self) -> None:
        """Ask for files, add them to the library and show them in the text."""
        dialog = QFileDialog(self._edit.window(), self.tr("Insert pictures"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [
                self.tr("Pictures (*.png *.jpg *.jpeg *.gif *.webp *.svg)"),
                self.tr("All files (*)"),
            ]
        )
        dialog.filesSelected.connect(lambda paths: self._add(pictures.files(paths)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def table(self) -> None:
        """Ask for a size at the caret and insert a table of it."""
        themes, edit = self._desk.themes, self._edit
        picker = TablePicker(themes.colour("border_strong"), themes.colour("accent_soft"), edit)
        header = self.tr("Header")
        picker.picked.connect(lambda rows, columns: edit.perform(table(rows, columns, header)))
        picker.show()  # its size is known only then
        picker.move(self._beside_caret(picker.size()))

    def _beside_caret(self, size: QSize) -> QPoint:
        """Where a small window is below the caret, or above it at the foot of the screen."""
        caret, to_screen = self._edit.cursorRect(), self._edit.viewport().mapToGlobal
        screen = self._edit.screen().availableGeometry()
        place = to_screen(caret.bottomLeft())
        if place.y() + size.height() > screen.bottom():
            above = to_screen(caret.topLeft()).y() - size.height()
            place.setY(min(above, screen.bottom() - size.height()))
        place.setX(min(place.x(), screen.right() - size.width()))
        return place

    def paste_files(self, data: QMimeData) -> None:
        """Add pasted or dropped pictures and files."""
        self._add(pictures.sources_in(data, self.tr("picture")))

    def _add(self, sources: list[tuple[str, pictures.Reader]]) -> None:
        document = self._edit.document()

        def then(words: str) -> None:
            if self._edit.document() is document:  # else another text was opened meanwhile
                self._edit.perform(insert(words))

        pictures.add_all(self._desk.bridge, sources, then)


class OutlineButton(QToolButton):
    """A menu of the text's headings; a choice goes there."""

    def __init__(self, edit: MarkdownEdit) -> None:
        super().__init__()
        self._edit = edit
        self.setToolTip(self.tr("Outline: jump to a heading"))
        self.setAccessibleName(self.tr("Outline"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self._menu.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self._menu.clear()
        lines = read_outline(self._edit.toPlainText())
        top = min((line.level for line in lines), default=1)
        for line in lines:
            title = "    " * (line.level - top) + line.title.replace("&", "&&")
            action = self._menu.addAction(title)
            action.triggered.connect(lambda _c=False, at=line.line: self._edit.go_to_line(at))
        if not lines:
            self._menu.addAction(self.tr("No headings yet")).setEnabled(False)
