"""The list of a text's versions: the working text first, then the newest."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from kbeditor.domain.versions import PUBLISHED, TextHistory, Version
from kbeditor.ui.history.words import (
    change_words,
    moment_words,
    version_words,
    working_words,
)
from kbeditor.ui.plain import plain_tip

WORKING = ""
"""Stands for the working text where others have a revision's id."""
_WHAT, _WHEN, _WHO, _WORDS = range(4)
_ID = Qt.ItemDataRole.UserRole
NARROW = 420
"""Pixels of the list below which one column goes."""
_WIDTHS = {_WHEN: 128, _WHO: 96, _WORDS: 84}


class VersionList(QTreeWidget):
    """Rows are found by revision id; marks tell which one readers see, and what is being edited."""

    chosen = Signal(str)  # a revision's id, or WORKING

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("framed", "true")
        self.setRootIsDecorated(False)
        self.setAllColumnsShowFocus(True)
        self.setUniformRowHeights(True)
        self.setAccessibleName(self.tr("Versions"))
        self.setHeaderLabels([self.tr("Version"), self.tr("When"), self.tr("By"), self.tr("Words")])
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_WHAT, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
        self._filling = False
        self.currentItemChanged.connect(self._choose)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In little room the versions' names come first; who wrote them is told below the list."""
        self.setColumnHidden(_WHO, event.size().width() < NARROW)
        super().resizeEvent(event)

    @property
    def current(self) -> str:
        """The id of the version chosen."""
        item = self.currentItem()
        return WORKING if item is None else str(item.data(_WHAT, _ID))

    @property
    def ids(self) -> list[str]:
        """The ids in sight, from the top."""
        return [str(item.data(_WHAT, _ID)) for item in self._items()]

    def show_history(self, history: TextHistory, *, only_kept: bool) -> None:
        """Show these; `only_kept`: only what was published or named. The row chosen stays, or else
        the newest version is.
        """
        before = self.current if self.topLevelItemCount() else None
        self._filling = True
        self.clear()
        shown = list(shown_versions(history, only_kept=only_kept))
        same = next((v.id for v in history.versions if v.content_hash == history.working_hash), "")
        self._add(
            WORKING, working_words(), moment_words(history.edited_at), history.edited_by, bold=True
        )
        for each in shown:
            words = [version_words(each)]
            if each.live:
                words.append(self.tr("live"))
            if each.id == same:
                words.append(self.tr("now", "a version that says what the working text says"))
            self._add(
                each.id,
                " · ".join(words),
                moment_words(each.created_at),
                each.author,
                bold=bool(each.name),
            )
        self._filling = False
        differs = [each.id for each in shown if each.content_hash != history.working_hash]
        first = differs[0] if differs else shown[0].id if shown else WORKING
        self.choose(before if before in self.ids else first)

    def show_counts(self, counts: Mapping[str, tuple[int, int]]) -> None:
        """Tell how many words each version brought and took."""
        for item in self._items():
            item.setText(_WORDS, change_words(counts.get(str(item.data(_WHAT, _ID)))))

    def choose(self, version_id: str | None) -> None:
        """Go to a version's row."""
        for item in self._items():
            if item.data(_WHAT, _ID) == version_id:
                self.setCurrentItem(item)

    def _items(self) -> Iterator[QTreeWidgetItem]:
        for row in range(self.topLevelItemCount()):
            item = self.topLevelItem(row)
            if item is not None:
                yield item

    def _add(self, id_: str, what: str, when: str, who: str, *, bold: bool) -> None:
        item = QTreeWidgetItem([what, when, who, ""])
        item.setData(_WHAT, _ID, id_)
        item.setTextAlignment(
            _WORDS, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        )
        font = item.font(_WHAT)
        font.setBold(bold)
        item.setFont(_WHAT, font)
        for column in (_WHAT, _WHO):
            item.setToolTip(column, plain_tip(item.text(column)))
        self.addTopLevelItem(item)

    def _choose(self) -> None:
        if not self._filling:
            self.chosen.emit(self.current)


def shown_versions(history: TextHistory, *, only_kept: bool) -> Sequence[Version]:
    """The versions of a list, the newest first."""
    return [
        each for each in history.versions if not only_kept or each.kind == PUBLISHED or each.name
    ]
