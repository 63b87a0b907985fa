"""How far each language of a release is."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kbeditor.domain.releases import Gate, GateFinding, LocaleState
from kbeditor.ui.desk import Desk
from kbeditor.ui.plain import PlainLabel
from kbeditor.ui.texts import number_words

_BEHIND = (Gate.STALE, Gate.STALE_IMPORTANT)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class LocalesPage(QWidget):
    """One line per language."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.list = QTreeWidget()
        self.list.setProperty("framed", "true")
        self.list.setRootIsDecorated(False)
        self.list.setAllColumnsShowFocus(True)
        self.list.setAccessibleName(self.tr("Languages of the release"))
        self.list.setHeaderLabels(
            [
                self.tr("Language"),
                self.tr("Articles"),
                self.tr("In another language"),
                self.tr("Left out"),
                self.tr("Behind the source"),
                self.tr("Words left"),
            ]
        )
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, 6):
            self.list.headerItem().setTextAlignment(column, _RIGHT)
        note = PlainLabel(
            self.tr(
                "Words left are those of the source that are not translated, or changed since."
            ),
            wordWrap=True,
        )
        note.setProperty("role", "muted")
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 10, 0, 0)
        column_.setSpacing(8)
        column_.addWidget(self.list, 1)
        column_.addWidget(note)

    def show_states(
        self, states: Sequence[LocaleState], findings: Sequence[GateFinding] = ()
    ) -> None:
        """Show these in place of those before; `findings` tell what is behind its source."""
        behind = Counter(each.locale for each in findings if each.gate in _BEHIND)
        self.list.clear()
        warn = self._desk.themes.colour("warning")
        for state in states:
            locale = self._desk.locale(state.locale)
            name = f"{locale.name} ({locale.tag})" if locale else state.locale
            figures = (
                state.pages,
                state.fallbacks,
                state.left_out,
                behind[state.locale],
                state.words_left,
            )
            item = QTreeWidgetItem(
                [name, *("–" if not each else number_words(each) for each in figures)]
            )
            for column, figure in enumerate(figures, start=1):
                item.setTextAlignment(column, _RIGHT)
                if column == 4 and figure:
                    item.setForeground(column, warn)
            self.list.addTopLevelItem(item)
