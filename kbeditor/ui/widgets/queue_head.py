"""Above the work queue: whose it is, in which language, how far that is, a filter, the next one."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from kbeditor.domain.records import Locale
from kbeditor.domain.status import CategoryProgress
from kbeditor.ui.roles import ROLES, role_words
from kbeditor.ui.texts import number_words
from kbeditor.ui.themes import Themes
from kbeditor.ui.widgets.elided import ElidedLabel
from kbeditor.ui.widgets.state_bar import StateBar

BAR = (60, 140)
FILTER = (120, 240)
"""Pixels that these have at least and at most: a window is not kept wide by a queue."""


class QueueHead(QWidget):
    """One row; what happens to its fields is the pane's."""

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self.role = QComboBox(self)
        self.role.setAccessibleName(self.tr("Your role"))
        self.role.setToolTip(self.tr("Whose work is shown"))
        for role in ROLES:
            self.role.addItem(role_words(role), role)
        self.locales = QComboBox(self)
        self.locales.setAccessibleName(self.tr("Language"))
        self._bar = StateBar(themes, self)
        self._bar.setMinimumWidth(BAR[0])
        self._bar.setMaximumWidth(BAR[1])
        self._said = ElidedLabel()
        self._said.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._said.setProperty("role", "muted")
        self.words = QLineEdit(self)
        self.words.setClearButtonEnabled(True)
        self.words.setPlaceholderText(self.tr("Filter by title or category"))
        self.words.setAccessibleName(self.tr("Filter by title or category"))
        self.words.setMinimumWidth(FILTER[0])
        self.words.setMaximumWidth(FILTER[1])
        self.next = QPushButton(self.tr("Next article"), self, autoDefault=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 8, 8, 4)
        row.setSpacing(6)
        for widget in (self.role, self.locales):
            row.addWidget(widget)
        row.addWidget(self._bar, 1)
        row.addWidget(self._said)
        row.addStretch(1)
        row.addWidget(self.words, 2)
        row.addWidget(self.next)

    def fill_locales(self, locales: Sequence[Locale], source: str, chosen: str) -> None:
        """Offer these languages."""
        self.locales.clear()
        for locale in locales:
            words = self.tr("{name} · source") if locale.tag == source else "{name}"
            self.locales.addItem(words.format(name=locale.name), locale.tag)
        self.choose_locale(chosen)

    def choose_locale(self, tag: str) -> None:
        """Show that a language is chosen."""
        self.locales.setCurrentIndex(self.locales.findData(tag))

    def show_progress(self, whole: CategoryProgress | None) -> None:
        """How far the whole library is; None: that is not known."""
        self._bar.setVisible(whole is not None)
        if whole is None:
            self._said.setText("")
            return
        done = whole.words - whole.words_left
        other = whole.words_left - whole.words_outdated
        self._bar.show_parts(
            [
                ("mark_published", done),
                ("mark_outdated", whole.words_outdated),
                ("pressed", other),
            ]
        )
        words = self.tr("{percent} %").format(percent=number_words(whole.percent))
        if whole.words_left:
            words += " · " + self.tr("%Ln word(s) left", "", whole.words_left)
        self._said.setText(words)
        tip = self.tr(
            "{done} words are current and translated, {outdated} outdated, {other} missing or "
            "not finished"
        ).format(
            done=number_words(done),
            outdated=number_words(whole.words_outdated),
            other=number_words(other),
        )
        for widget in (self._bar, self._said):
            widget.setToolTip(tip)
        self._bar.setAccessibleName(tip)
