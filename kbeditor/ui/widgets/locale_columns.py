"""Which locales have a column of marks: chosen from the menu of the list's head."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QHeaderView, QMenu

from kbeditor.ui.desk import Desk
from kbeditor.ui.models.tree import TreeModel
from kbeditor.ui.widgets.row_views import RowView


class LocaleColumns(QObject):
    """Hides columns alike in several views of one tree."""

    def __init__(self, desk: Desk, tree: TreeModel, views: Sequence[RowView]) -> None:
        super().__init__(views[0])
        self._desk = desk
        self._tree = tree
        self._views = views
        self.hidden: set[str] = set()
        for view in views:
            header = view.header()
            header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            header.customContextMenuRequested.connect(
                lambda position, header=header: self._choose(header, position)
            )

    def apply(self) -> None:
        """Show and hide; after another library, or other locales."""
        for column, tag in enumerate(self._tree.locales, start=1):
            for view in self._views:
                view.setColumnHidden(column, tag in self.hidden)

    def show_locale(self, tag: str, shown: bool) -> None:
        """Give a locale its column, or take it away."""
        if shown:
            self.hidden.discard(tag)
        else:
            self.hidden.add(tag)
        self.apply()

    def _choose(self, header: QHeaderView, position: QPoint) -> None:
        menu = QMenu(header)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for locale in self._desk.locales:
            action = menu.addAction(f"{locale.name} ({locale.tag})")
            action.setCheckable(True)
            action.setChecked(locale.tag not in self.hidden)
            action.toggled.connect(lambda shown, tag=locale.tag: self.show_locale(tag, shown))
        menu.popup(header.mapToGlobal(position))
