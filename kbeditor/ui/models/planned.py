"""What a translators' file would change, as a table with ticks; and its verdicts in words."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, Qt, Signal
from PySide6.QtCore import QPersistentModelIndex as Persistent
from PySide6.QtGui import QIcon

from kbeditor.domain.handing import PlannedBlock, Verdict
from kbeditor.ui.icons import icon
from kbeditor.ui.plain import plain_tips
from kbeditor.ui.themes import Themes
from kbeditor.ui.words import QT_TRANSLATE_NOOP

ARTICLE, SOURCE, THEN, VERDICT = range(4)

VERDICTS: Mapping[Verdict, str] = {
    Verdict.TAKE: QT_TRANSLATE_NOOP("Verdict", "Comes in"),
    Verdict.OUTDATED: QT_TRANSLATE_NOOP("Verdict", "Comes in as outdated"),
    Verdict.CONFLICT: QT_TRANSLATE_NOOP("Verdict", "Changed here, too"),
    Verdict.REFUSED: QT_TRANSLATE_NOOP("Verdict", "Cannot be taken"),
    Verdict.UNCHANGED: QT_TRANSLATE_NOOP("Verdict", "Unchanged"),
}

REASONS: Mapping[str, str] = {
    "source_changed": QT_TRANSLATE_NOOP("Verdict", "The source was changed meanwhile."),
    "source_unknown": QT_TRANSLATE_NOOP(
        "Verdict", "The file does not say which source it was made from."
    ),
    "state": QT_TRANSLATE_NOOP("Verdict", "The words stay, only the state changes."),
    "same": QT_TRANSLATE_NOOP("Verdict", "It says the same as here."),
    "empty": QT_TRANSLATE_NOOP("Verdict", "There is no translation of it in the file."),
    "changed_here_only": QT_TRANSLATE_NOOP(
        "Verdict", "It was changed here, and not by the translator."
    ),
    "source_gone": QT_TRANSLATE_NOOP("Verdict", "Its source is no longer in the article."),
    "unknown_block": QT_TRANSLATE_NOOP("Verdict", "This library has no such block."),
    "not_translatable": QT_TRANSLATE_NOOP(
        "Verdict", "Code and HTML are not translated in other tools."
    ),
    "mixed_up": QT_TRANSLATE_NOOP(
        "Verdict", "Its source in the file is not the one that it was handed out with."
    ),
    "too_long": QT_TRANSLATE_NOOP("Verdict", "It is too long."),
    "foreign_code": QT_TRANSLATE_NOOP("Verdict", "It has {detail}, which its source does not."),
    "changed_here": QT_TRANSLATE_NOOP(
        "Verdict", "It was changed here since the file was handed out."
    ),
    "perhaps_changed_here": QT_TRANSLATE_NOOP(
        "Verdict",
        "It is translated here, and the file does not say whether that is new.",
    ),
    "shared": QT_TRANSLATE_NOOP(
        "Verdict",
        "Its translation here stands for several blocks.",
    ),
}

_ICONS = {
    Verdict.TAKE: ("check", "success"),
    Verdict.OUTDATED: ("history", "warning"),
    Verdict.CONFLICT: ("warning", "warning"),
    Verdict.REFUSED: ("error", "error"),
    Verdict.UNCHANGED: ("minus", "faint"),
}
_SHORT = 60
_LONGEST = 200  # characters that a row shows
_Index = QModelIndex | Persistent
_ROOT = QModelIndex()


def verdict_words(verdict: Verdict) -> str:
    """What is to become of a block."""
    return QCoreApplication.translate("Verdict", VERDICTS[verdict])


def reason_words(planned: PlannedBlock) -> str:
    """Why, as a sentence; "" where there is nothing to say."""
    source = REASONS.get(planned.why, "")
    return QCoreApplication.translate("Verdict", source).format(detail=planned.detail)


def left_out_words(planned: PlannedBlock) -> str:
    """That a block was not brought in, and why."""
    words = _line(planned.source or planned.then)
    short = words if len(words) <= _SHORT else words[: _SHORT - 1].rstrip() + "…"
    return QCoreApplication.translate("Verdict", "“{words}” was left out. {why}").format(
        words=short, why=reason_words(planned)
    )


class PlannedModel(QAbstractTableModel):
    """One row per block of the file; those that can come in have a tick. `chosen` emits how many
    are ticked.
    """

    chosen_changed = Signal(int)

    def __init__(self, themes: Themes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icons: dict[Verdict, QIcon] = {
            verdict: icon(name, themes, colour) for verdict, (name, colour) in _ICONS.items()
        }
        self._all: Sequence[PlannedBlock] = ()
        self._shown: Sequence[PlannedBlock] = ()
        self._chosen: set[str] = set()

    @property
    def chosen(self) -> frozenset[str]:
        """Ids of the blocks that are ticked."""
        return frozenset(self._chosen)

    def show_plan(self, planned: Sequence[PlannedBlock]) -> None:
        """Show other blocks; the good ones are ticked."""
        self._all = planned
        self._chosen = {each.id for each in planned if each.good}
        self.filter(None)
        self.chosen_changed.emit(len(self._chosen))

    def filter(self, verdict: Verdict | None) -> None:
        """Show the blocks of one verdict; None: all that is not unchanged."""
        self.beginResetModel()
        self._shown = [
            each
            for each in self._all
            if each.verdict is verdict
            or (verdict is None and each.verdict is not Verdict.UNCHANGED)
        ]
        self.endResetModel()

    def planned(self, index: _Index) -> PlannedBlock | None:
        """The block of a row."""
        return self._shown[index.row()] if index.isValid() else None

    def choose(self, rows: Sequence[int], ticked: bool) -> None:
        """Tick or untick rows, as far as they can be."""
        for row in rows:
            planned = self._shown[row]
            if planned.choosable:
                (self._chosen.add if ticked else self._chosen.discard)(planned.id)
        if self._shown:
            role = Qt.ItemDataRole.CheckStateRole
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, 0), [role])
        self.chosen_changed.emit(len(self._chosen))

    def is_chosen(self, row: int) -> bool:
        """Whether a row is ticked."""
        return self._shown[row].id in self._chosen

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else 4

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        planned = self.planned(index)
        if planned is not None and planned.choosable and index.column() == ARTICLE:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    @plain_tips
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        planned = self.planned(index)
        if planned is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(planned, index.column())
            case Qt.ItemDataRole.ToolTipRole if index.column() == VERDICT:
                return reason_words(planned) or None
            case Qt.ItemDataRole.DecorationRole if index.column() == VERDICT:
                return self._icons[planned.verdict]
            case Qt.ItemDataRole.CheckStateRole if index.column() == ARTICLE:
                if planned.choosable:
                    ticked = planned.id in self._chosen
                    return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.choose([index.row()], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (
                self.tr("Article"),
                self.tr("Source"),
                self.tr("From the file"),
                self.tr("What happens"),
            )[section]
        return None

    def _words(self, planned: PlannedBlock, column: int) -> str:
        match column:
            case 0:
                return planned.title or self.tr("(not in this library)")
            case 1:
                return _line(planned.source)
            case 2:
                return _line(planned.then)
            case _:
                return verdict_words(planned.verdict)


def _line(text: str) -> str:
    return " ".join(text[:_LONGEST].split())
