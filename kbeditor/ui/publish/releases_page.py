"""What was released: when, by whom, what was said about it; building and verifying it again."""

from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kbeditor.domain.releases import Release
from kbeditor.ui.desk import Desk
from kbeditor.ui.plain import plain_tip
from kbeditor.ui.texts import number_words
from kbeditor.ui.widgets.empty import EmptyState

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NUMBER, _DATE, _PROFILE, _NOTE, _AUTHOR, _PAGES = range(6)


class ReleasesPage(QWidget):
    """The newest stands first."""

    again_wanted = Signal(object)  # Release
    as_of_wanted = Signal(object)  # Release
    verify_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.list = QTreeWidget()
        self.list.setProperty("framed", "true")
        self.list.setRootIsDecorated(False)
        self.list.setAllColumnsShowFocus(True)
        self.list.setUniformRowHeights(True)
        self.list.setAccessibleName(self.tr("Releases"))
        self.list.setHeaderLabels(
            [
                self.tr("No."),
                self.tr("When"),
                self.tr("Profile"),
                self.tr("Note"),
                self.tr("By"),
                self.tr("Pages"),
            ]
        )
        header = self.list.header()
        header.setStretchLastSection(False)
        for column, width in ((_NUMBER, 52), (_DATE, 150), (_PROFILE, 140), (_AUTHOR, 110)):
            header.resizeSection(column, width)
        header.resizeSection(_PAGES, 70)
        header.setSectionResizeMode(_NOTE, QHeaderView.ResizeMode.Stretch)
        self.list.headerItem().setTextAlignment(_PAGES, _RIGHT)
        self.again = QPushButton(self.tr("Build again…"), autoDefault=False)
        self.again.setToolTip(self.tr("The same files as then, in another folder"))
        self.verify = QPushButton(self.tr("Verify…"), autoDefault=False)
        self.verify.setToolTip(self.tr("Whether a published site is as it was built, file by file"))
        self.as_of = QPushButton(self.tr("Open the library as it was"), autoDefault=False)
        self.as_of.setToolTip(self.tr("All of it as of this release, to read only"))
        self._empty = EmptyState(desk.themes, "history", self)
        self._empty.say(
            self.tr("Nothing was published yet"),
            self.tr("Each release is remembered here: what it held, and the note it was given."),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        tools = QHBoxLayout()
        tools.addStretch(1)
        tools.addWidget(self.as_of)
        tools.addWidget(self.verify)
        tools.addWidget(self.again)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 10, 0, 0)
        column_.setSpacing(8)
        column_.addWidget(self._stack, 1)
        column_.addLayout(tools)
        self.list.itemActivated.connect(lambda _item, _column: self._again())
        self.again.clicked.connect(lambda _checked=False: self._again())
        self.as_of.clicked.connect(lambda _checked=False: self._as_of())
        self.verify.clicked.connect(lambda _checked=False: self.verify_wanted.emit())
        self.show_releases(())

    def show_releases(self, releases: Sequence[Release]) -> None:
        """Show these in place of those before."""
        self.list.clear()
        for each in releases:
            moment = QDateTime.fromSecsSinceEpoch(int(each.created_at.timestamp()))
            when = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
            words = [
                number_words(each.number),
                when,
                each.profile_name,
                each.note,
                each.author,
                number_words(each.pages),
            ]
            item = QTreeWidgetItem(words)
            item.setData(0, Qt.ItemDataRole.UserRole, each)
            item.setToolTip(_NOTE, plain_tip(each.note))
            item.setTextAlignment(_PAGES, _RIGHT)
            self.list.addTopLevelItem(item)
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.again.setEnabled(bool(releases))
        self.as_of.setEnabled(bool(releases))
        self._stack.setCurrentWidget(self.list if releases else self._empty)

    def _as_of(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.as_of_wanted.emit(item.data(0, Qt.ItemDataRole.UserRole))

    def _again(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.again_wanted.emit(item.data(0, Qt.ItemDataRole.UserRole))
