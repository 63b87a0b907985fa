"""What a click on a link of the preview does: articles open here, addresses after a question."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from kbeditor.domain.records import Kind, Ref
from kbeditor.ui.desk import Desk

if TYPE_CHECKING:
    from kbeditor.app.workspace import Workspace

LIBRARY_SCHEME = "kb"
OPENED_OUTSIDE = frozenset({"http", "https", "mailto", "tel"})


class Links(QObject):
    """Follows links; `to_fragment` scrolls within the page that is shown."""

    def __init__(self, desk: Desk, parent: QWidget, to_fragment: Callable[[str], None]) -> None:
        super().__init__(parent)
        self._desk, self._parent, self._to_fragment = desk, parent, to_fragment

    def follow(self, address: str) -> None:
        """Do what a click on this address means."""
        url = QUrl(address)
        fragment = url.fragment()
        if url.scheme() == LIBRARY_SCHEME:
            id_ = url.path()
            if id_ in ("", "preview"):
                self._to_fragment(fragment)
            else:
                self._open(id_)
        elif url.scheme() in OPENED_OUTSIDE:
            self._ask(address)

    def _open(self, id_: str) -> None:
        """Show the article or category with this id; of a file only its name is told."""
        locale = self._desk.selection.locale
        article, category = Ref(Kind.ARTICLE, id_), Ref(Kind.CATEGORY, id_)

        def find(workspace: "Workspace") -> Ref | str | None:
            categories, articles = workspace.tree.rows([article, category], locale)
            if articles or categories:
                return article if articles else category
            files = (each.name for each in workspace.attachments.list() if each.id == id_)
            return next(files, None)

        def then(found: Ref | str | None) -> None:
            if found is None:
                self._desk.say(self.tr("This link leads to nothing in this library."))
            elif isinstance(found, str):
                self._desk.say(self.tr("Readers download the file {name} here.").format(name=found))
            else:
                self._desk.selection.go(found)

        self._desk.bridge.run(find, then)

    def _ask(self, address: str) -> None:
        """Show where a link really leads before the browser opens it."""
        box = QMessageBox(self._parent)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle(self.tr("Open link"))
        box.setText(self.tr("Open this address in the browser?"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(shown_address(address))
        opens = box.addButton(self.tr("Open"), QMessageBox.ButtonRole.AcceptRole)
        copies = box.addButton(self.tr("Copy address"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)

        def done() -> None:
            if box.clickedButton() is opens:
                QDesktopServices.openUrl(QUrl(address))
            elif box.clickedButton() is copies:
                QGuiApplication.clipboard().setText(address)
            box.deleteLater()

        box.finished.connect(done)
        box.open()


def shown_address(address: str) -> str:
    """An address as plain text, its host in the form machines use, cut when very long."""
    shown = QUrl(address).toString(QUrl.ComponentFormattingOption.FullyEncoded)
    return shown if len(shown) <= 300 else shown[:300] + "…"
