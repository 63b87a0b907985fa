"""A list of backups, newest first: when, why, what each holds, how large it is."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from kbeditor.domain.backups import Backup
from kbeditor.ui.ages import age_words, moment_words
from kbeditor.ui.plain import plain_tip
from kbeditor.ui.texts import number_words, size_words, words_of
from kbeditor.ui.words import QT_TRANSLATE_NOOP

WHEN, AGE, WHY, HOLDS, EDITED, SIZE = range(6)
_ROW = Qt.ItemDataRole.UserRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

REASONS: Mapping[str, str] = {
    "asked": QT_TRANSLATE_NOOP("Backups", "By hand"),
    "day": QT_TRANSLATE_NOOP("Backups", "First of the day"),
    "regular": QT_TRANSLATE_NOOP("Backups", "While working"),
    "closing": QT_TRANSLATE_NOOP("Backups", "On leaving"),
    "import": QT_TRANSLATE_NOOP("Backups", "Before an import"),
    "replace": QT_TRANSLATE_NOOP("Backups", "Before replacing"),
    "migration": QT_TRANSLATE_NOOP("Backups", "Before a new format"),
    "restore": QT_TRANSLATE_NOOP("Backups", "Before a restore"),
    "repair": QT_TRANSLATE_NOOP("Backups", "Before a repair"),
}


class BackupList(QTreeWidget):
    """What was chosen stays chosen when the list is read anew."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.backups: tuple[Backup, ...] = ()
        self.setProperty("framed", "true")
        self.setAccessibleName(self.tr("Backups"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setHeaderLabels(
            [
                self.tr("When"),
                self.tr("Age"),
                self.tr("Why"),
                self.tr("Holds"),
                self.tr("Last edit"),
                self.tr("Size"),
            ]
        )
        self.headerItem().setTextAlignment(SIZE, _RIGHT)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(HOLDS, QHeaderView.ResizeMode.Stretch)

    def show_backups(self, backups: Sequence[Backup], now: datetime) -> None:
        """Show these in place of those before."""
        former = self.chosen()
        self.backups = tuple(backups)
        self.clear()
        at = 0
        for line, each in enumerate(backups):
            self.addTopLevelItem(_item(each, now))
            if former is not None and each.path == former.path:
                at = line
        self.setCurrentIndex(self.model().index(at, 0, QModelIndex()))

    def chosen(self) -> Backup | None:
        """The backup that something is to be done with."""
        item = self.currentItem()
        return None if item is None else item.data(WHEN, _ROW)


def _item(backup: Backup, now: datetime) -> QTreeWidgetItem:
    edited = backup.holds.last_edit if backup.holds else None
    item = QTreeWidgetItem(
        [
            moment_words(backup.taken_at),
            age_words(backup.taken_at.isoformat(), now),
            words_of("Backups", REASONS, backup.reason),
            holds_words(backup),
            "" if edited is None else moment_words(edited),
            size_words(backup.size),
        ]
    )
    item.setData(WHEN, _ROW, backup)
    item.setTextAlignment(SIZE, _RIGHT)
    languages = ", ".join(backup.holds.locales) if backup.holds else ""
    item.setToolTip(HOLDS, "\n".join(filter(None, (holds_words(backup), languages))))
    item.setToolTip(WHEN, plain_tip(str(backup.path)))
    return item


def holds_words(backup: Backup) -> str:
    """`394 articles, 120,345 words, 3 languages`, or that it is damaged."""
    translate = QCoreApplication.translate
    if backup.problem:
        return translate("Backups", "Damaged: {why}").format(why=backup.problem)
    if backup.holds is None:
        return ""
    return translate("Backups", "{articles}, {words}, {languages}").format(
        articles=translate("Backups", "%Ln article(s)", "", backup.holds.articles),
        words=translate("Backups", "{count} words").format(count=number_words(backup.holds.words)),
        languages=translate("Backups", "%Ln language(s)", "", len(backup.holds.locales)),
    )
