"""The places that were found, grouped by text; each can be left out."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kbeditor.domain.replacing import Found, Place, Template, TextPlaces
from kbeditor.ui.models.roles import Role
from kbeditor.ui.plain import plain_tips
from kbeditor.ui.texts import mark_words, number_words

_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_TICK = Qt.CheckState


class Change(NamedTuple):
    """What one row shows: a place, and what would take it (None: it is only found)."""

    place: Place
    new: str | None


class PlacesModel(QAbstractItemModel):
    """A row per text, in the order of the tree; below it a row per place.

    An index below a text carries the text's number + 1; a text's carries 0. What a row says is made
    when it is looked at: there may be 100,000.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts: tuple[TextPlaces, ...] = ()
        self._template: Template | None = None
        self._out: dict[int, set[int]] = {}  # text -> its places that are left out
        self._out_count = 0
        self._total = 0

    def show_found(self, found: Found | None) -> None:
        """Replace all; every place is ticked."""
        self.beginResetModel()
        self._texts = found.texts if found else ()
        self._total = found.count if found else 0
        self._out, self._out_count = {}, 0
        self.endResetModel()

    def set_template(self, template: Template | None) -> None:
        """What is to take the places; None: nothing is replaced, and nothing can be left out."""
        self._template = template
        self._tell()

    @property
    def ticked(self) -> int:
        """How many places are to be replaced."""
        return self._total - self._out_count

    @property
    def total(self) -> int:
        """How many places there are."""
        return self._total

    def text(self, index: _Index) -> TextPlaces | None:
        """The text that a row belongs to."""
        if not index.isValid():
            return None
        return self._texts[index.internalId() - 1 if index.internalId() else index.row()]

    def place(self, index: _Index) -> Place | None:
        """The place of a row; None for a text's."""
        if not index.isValid() or not index.internalId():
            return None
        return self._texts[index.internalId() - 1].places[index.row()]

    def chosen(self) -> tuple[TextPlaces, ...]:
        """The texts with the places that are ticked."""
        found = []
        for number, each in enumerate(self._texts):
            out = self._out.get(number)
            if out is None:
                found.append(each)
            elif len(out) < len(each.places):
                kept = [place for row, place in enumerate(each.places) if row not in out]
                found.append(replace(each, places=tuple(kept)))
        return tuple(found)

    def tick(self, indexes: Iterable[_Index], ticked: bool) -> None:
        """Take places in, or leave them out; a text stands for all of its own."""
        for index in indexes:
            number = index.internalId() - 1 if index.internalId() else index.row()
            rows = (
                {index.row()} if index.internalId() else set(range(len(self._texts[number].places)))
            )
            out = self._out.pop(number, set())
            self._out_count -= len(out)
            out = out - rows if ticked else out | rows
            if out:
                self._out[number] = out
                self._out_count += len(out)
        self._tell()

    def tick_all(self, ticked: bool) -> None:
        """Take all in, or leave all out."""
        self._out = (
            {}
            if ticked
            else {number: set(range(len(each.places))) for number, each in enumerate(self._texts)}
        )
        self._out_count = 0 if ticked else self._total
        self._tell()

    def _tell(self) -> None:
        """Every row may look different; those in sight are asked again."""
        if self._texts:
            last = self.index(len(self._texts) - 1, 0)
            self.dataChanged.emit(self.index(0, 0), last)

    def _state(self, index: _Index) -> Qt.CheckState:
        if index.internalId():
            out = self._out.get(index.internalId() - 1, ())
            return _TICK.Unchecked if index.row() in out else _TICK.Checked
        out = self._out.get(index.row(), ())
        if not out:
            return _TICK.Checked
        whole = len(out) == len(self._texts[index.row()].places)
        return _TICK.Unchecked if whole else _TICK.PartiallyChecked

    # ------------------------------------------------------------------ what Qt asks

    def index(self, row: int, column: int, parent: _Index = _ROOT) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: _Index = _ROOT) -> QModelIndex:  # type: ignore[override]
        if not index.isValid() or index.internalId() == 0:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        if not parent.isValid():
            return len(self._texts)
        return 0 if parent.internalId() else len(self._texts[parent.row()].places)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 1

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags if self._template is None else flags | Qt.ItemFlag.ItemIsUserCheckable

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or self._template is None:
            return False
        self.tick([index], _TICK(value) == _TICK.Checked)
        return True

    @plain_tips
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        text = self.text(index)
        if text is None:
            return None
        place = self.place(index)
        if role == Qt.ItemDataRole.CheckStateRole:
            return None if self._template is None else self._state(index)
        if place is not None:
            return self._place_data(text, place, role)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return text.title or self.tr("Untitled")
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                count = self.tr("%Ln place(s)", "", len(text.places))
                return f"{text.ref.locale}: {mark_words(text.mark)}; {count}"
            case Role.LOCALE:
                return text.ref.locale
            case Role.MARK:
                return text.mark
            case Role.PATH:
                return text.path
            case Role.COUNT:
                return len(text.places)
            case Role.REF:
                return text.ref.owner
        return None

    def _place_data(self, text: TextPlaces, place: Place, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                change = self._change(text, place)
                arrow = "" if change.new is None else f" → {change.new}"
                return f"{place.before}{place.found}{arrow}{place.after}"
            case Role.SNIPPET:
                return self._change(text, place)
            case Role.PATH:
                return self._where(place)
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return self._where(place)
        return None

    def _change(self, text: TextPlaces, place: Place) -> Change:
        if self._template is None:
            return Change(place, None)
        return Change(place, self._template.fill(place.found, place.groups, text.ref.locale))

    def _where(self, place: Place) -> str:
        match place.field:
            case "title":
                return self.tr("Title")
            case "summary":
                return self.tr("Summary")
            case "keywords":
                return self.tr("Keyword")
        return self.tr("Line {number}").format(number=number_words(place.line))
