"""One locale's standing: bar, percent, words left, counts, and the next thing to do."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kbeditor.domain.states import State, make_mark
from kbeditor.domain.status import LocaleStatus
from kbeditor.ui.plain import PlainLabel, plain_tip
from kbeditor.ui.texts import number_words
from kbeditor.ui.themes import Themes
from kbeditor.ui.widgets.layouts import clear
from kbeditor.ui.widgets.leading import keep_leading
from kbeditor.ui.widgets.marks import mark_pixmap
from kbeditor.ui.widgets.state_bar import StateBar, parts_of

QUIET = "QPushButton { text-align: left; border: none; padding: 2px; background: transparent; }"
"""A button that looks like words, for lists of things that can be gone to."""

_COLUMNS = 2


class LocaleCard(QFrame):
    """Shows a `LocaleStatus`; its button asks for the next step, its counts for those articles."""

    step_wanted = Signal(object)  # LocaleStatus
    counts_wanted = Signal(str, str)  # locale, state code or "outdated"

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self._status: LocaleStatus | None = None
        self._name = PlainLabel(self)
        self._name.setProperty("role", "heading")
        keep_leading(self._name)
        self._percent = PlainLabel(self)
        self._percent.setProperty("role", "heading")
        self._bar = StateBar(themes, self)
        self._left = PlainLabel(self, wordWrap=True)
        self._left.setProperty("role", "muted")
        self.step = QPushButton(self, autoDefault=True)
        self.step.clicked.connect(lambda _checked=False: self.step_wanted.emit(self._status))
        self._counts = QGridLayout()
        self._counts.setHorizontalSpacing(8)
        self._counts.setVerticalSpacing(2)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._percent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 12)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._bar)
        layout.addLayout(self._counts)
        layout.addWidget(self._left)
        layout.addWidget(self.step)
        themes.changed.connect(self._redraw)

    def show_status(self, status: LocaleStatus, name: str) -> None:
        """Fill in; `name` is the locale's."""
        self._status = status
        source = self.tr("{name} · source") if status.is_source else "{name}"
        self._name.setText(source.format(name=name))
        self._name.setToolTip(plain_tip(status.locale))
        self._percent.setText(self.tr("{percent} %").format(percent=number_words(status.percent)))
        self._percent.setToolTip(
            self.tr("Of the source’s words: those in blocks that are current and translated.")
        )
        self._bar.show_parts(parts_of(status))
        self._bar.setToolTip(words_told(status))
        self._bar.setAccessibleName(self._counts_words(status))
        self._left.setText(self._left_words(status))
        self._left.setVisible(bool(self._left.text()))
        words = step_words(status)
        self.step.setText(words)
        self.step.setVisible(bool(words))
        self._redraw()

    def _redraw(self) -> None:
        clear(self._counts)
        if self._status is None:
            return
        for number, (code, count) in enumerate(counts(self._status)):
            row, column = divmod(number, _COLUMNS)
            self._counts.addWidget(self._count_button(code, count), row, column)

    def _count_button(self, code: str, count: int) -> QPushButton:
        assert self._status is not None
        locale = self._status.locale
        button = QPushButton(count_of_state(code, count), self, autoDefault=True)
        button.setFlat(True)
        button.setStyleSheet(QUIET)
        button.setIcon(mark_pixmap(_mark(code), self._themes, self.devicePixelRatioF()))
        button.setToolTip(self.tr("Show these articles in the matrix"))
        button.clicked.connect(lambda _checked=False: self.counts_wanted.emit(locale, code))
        return button

    def _counts_words(self, status: LocaleStatus) -> str:
        return ", ".join(count_of_state(code, count) for code, count in counts(status))

    def _left_words(self, status: LocaleStatus) -> str:
        parts = []
        if status.is_source:
            if status.words_left:
                parts.append(self.tr("%Ln word(s) left", "", status.words_left))
        elif status.words:
            reviewed = number_words(100 * status.words_reviewed // status.words)
            parts.append(self.tr("{percent} % reviewed").format(percent=reviewed))
            missing = status.words_left - status.words_outdated
            if status.words_outdated:
                parts.append(self.tr("%Ln word(s) outdated", "", status.words_outdated))
            if missing:
                parts.append(self.tr("%Ln word(s) missing", "", missing))
        if status.categories_missing:
            parts.append(
                self.tr("%Ln category(s) without a name here", "", status.categories_missing)
            )
        return " · ".join(parts)


def words_told(status: LocaleStatus) -> str:
    """The four parts of the words, for a tip: reviewed, to be reviewed, outdated, missing."""
    translate = QCoreApplication.translate
    done = status.words - status.words_left
    return "\n".join(
        (
            translate("Status", "%Ln word(s) reviewed", "", status.words_reviewed),
            translate("Status", "%Ln word(s) to be reviewed", "", done - status.words_reviewed),
            translate("Status", "%Ln word(s) outdated", "", status.words_outdated),
            translate(
                "Status",
                "%Ln word(s) missing or not finished",
                "",
                status.words_left - status.words_outdated,
            ),
        )
    )


def counts(status: LocaleStatus) -> list[tuple[str, int]]:
    """The counts worth showing, by state code: none that is zero, but published."""
    found = [
        ("published", status.published),
        ("in_review", status.in_review),
        ("draft", status.draft),
        ("missing", status.missing),
        ("outdated", status.outdated),
    ]
    return [(code, count) for code, count in found if count or code == "published"]


def count_of_state(code: str, count: int) -> str:
    """A number of articles in a state ("3 drafts"); `code` is a state's, or "outdated"."""
    translate = QCoreApplication.translate
    match code:
        case "published":
            return translate("Status", "%Ln published", "", count)
        case "in_review":
            return translate("Status", "%Ln in review", "", count)
        case "draft":
            return translate("Status", "%Ln draft(s)", "", count)
        case "missing":
            return translate("Status", "%Ln missing", "", count)
    return translate("Status", "%Ln outdated", "", count)


def step_words(status: LocaleStatus) -> str:
    """What the button says; empty when nothing is left to do."""
    translate = QCoreApplication.translate
    match status.next_step:
        case "update_outdated":
            return translate("Status", "Update %Ln outdated article(s)", "", status.outdated)
        case "translate_missing":
            return translate("Status", "Translate %Ln missing article(s)", "", status.missing)
        case "write_missing":
            return translate("Status", "Write %Ln missing article(s)", "", status.missing)
        case "finish_drafts":
            return translate("Status", "Finish %Ln draft(s)", "", status.draft)
        case "review":
            return translate("Status", "Review %Ln article(s)", "", status.in_review)
        case "write_first":
            return translate("Status", "Write the first article")
    return ""


def _mark(code: str) -> int:
    if code == "outdated":
        return make_mark(State.PUBLISHED, outdated=True, live=True)
    return make_mark(State.from_code(code), outdated=False, live=False)
