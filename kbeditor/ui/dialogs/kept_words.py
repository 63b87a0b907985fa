"""Kept words beside what the library says: put back or discarded one by one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QListWidget, QPushButton, QVBoxLayout

from kbeditor.app.unsaved import Kept
from kbeditor.domain.changes import Outcome
from kbeditor.domain.errors import KbError
from kbeditor.domain.records import Text
from kbeditor.ui.ages import moment_words
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.base import GAP, Dialog
from kbeditor.ui.kept_words import find_kept, put_back, unsaved_of
from kbeditor.ui.plain import PlainLabel
from kbeditor.ui.texts import error_words
from kbeditor.ui.widgets.diff_view import DiffView
from kbeditor.ui.widgets.question import ask

if TYPE_CHECKING:
    from kbeditor.app.workspace import Workspace


class KeptWordsDialog(Dialog):
    """A list of texts; for each, how the kept words differ from those of the library."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "", 860)
        self.setWindowTitle(self.tr("Words that were not saved"))
        self.add_sentence(
            self.tr(
                "These words could not be saved when they were typed. What is struck out stands in "
                "the library now, what is underlined was kept."
            )
        )
        self._found: tuple[tuple[Kept, Text], ...] = ()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Texts"))
        self.list.setFixedWidth(240)
        self.list.currentRowChanged.connect(self._show)
        self.difference = DiffView(desk.themes)
        self.difference.setAccessibleName(self.tr("What is different"))
        self.difference.setMinimumHeight(300)
        self._when = PlainLabel()
        self._when.setProperty("role", "muted")
        side = QVBoxLayout()
        side.addWidget(self._when)
        side.addWidget(self.difference, 1)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.list)
        row.addLayout(side, 1)
        self.column.addLayout(row, 1)
        self._error = PlainLabel(wordWrap=True)
        self._error.setProperty("role", "error")
        self._error.hide()
        self.column.addWidget(self._error)
        self.add_buttons(None)
        self.put_back: QPushButton = self.add_extra_button(self.tr("&Put Back"))
        self.discard: QPushButton = self.add_extra_button(self.tr("&Discard…"))
        self.put_back.clicked.connect(lambda _checked=False: self._put_back())
        self.discard.clicked.connect(lambda _checked=False: self._ask_discard())
        self._read()

    def _read(self) -> None:
        unsaved = unsaved_of(self.desk)
        self.desk.bridge.run(lambda ws: find_kept(ws, unsaved), self._fill)

    def _fill(self, found: Sequence[tuple[Kept, Text]]) -> None:
        self._found = tuple(found)
        self.list.clear()
        for kept, _ in self._found:
            self.list.addItem(f"{kept.title} ({kept.ref.locale})")
        if self._found:
            self.list.setCurrentRow(0)
        else:
            self.accept()

    def _chosen(self) -> tuple[Kept, Text] | None:
        row = self.list.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    def _show(self, _row: int) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        kept, text = chosen
        self._when.setText(self.tr("Kept {when}").format(when=moment_words(kept.kept_at)))
        old = [str(_words(getattr(text, name))) for name in kept.fields]
        new = [str(_words(value)) for value in kept.fields.values()]
        # Which words a block said before is not known here: what was typed is shown as new.
        new += [words for _, words in kept.blocks]
        self.difference.show_change("\n\n".join(old), "\n\n".join(new))

    def _put_back(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        kept, text = chosen

        def work(workspace: "Workspace") -> Outcome[None]:
            return Outcome(None, put_back(workspace, kept, text))

        self.desk.bridge.run(work, lambda _none: self._over(kept), self._failed)

    def _ask_discard(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            ask(
                self,
                self.tr("Discard the kept words of “{title}”?").format(title=chosen[0].title),
                self.tr("They are in no other place."),
                (self.tr("Discard"), lambda: self._over(chosen[0])),
                dangerous=True,
            )

    def _over(self, kept: Kept) -> None:
        unsaved_of(self.desk).drop(kept.ref)
        self._error.hide()
        self._read()

    def _failed(self, error: Exception) -> bool:
        if not isinstance(error, KbError):
            return False
        self._error.setText(error_words(error))
        self._error.show()
        return True


def _words(value: object) -> object:
    return ", ".join(value) if isinstance(value, tuple) else value
