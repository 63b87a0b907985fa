"""Two versions of one text become one: what merged by itself, and what a person decides."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kbeditor.domain.errors import KbError
from kbeditor.domain.merging import Meeting, Origin, Stretch
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.base import Dialog
from kbeditor.ui.merging.card import HAND, MINE, THEIRS, ClashCard
from kbeditor.ui.merging.result import Place, Result
from kbeditor.ui.plain import PlainLabel
from kbeditor.ui.texts import error_words, number_words
from kbeditor.ui.widgets.changes_view import ChangesView, ShownChange


class MergeWindow(Dialog):
    """Shows a meeting; `decided` gives the words to save. It stays open until somebody says that
    they are saved: they may meet others meanwhile.
    """

    decided = Signal(object)  # Words

    def __init__(self, desk: Desk, meeting: Meeting) -> None:
        super().__init__(desk, "", 1080)
        self.setWindowTitle(self.tr("Compare and merge"))
        self.meeting = meeting
        self._places: list[Place] = []
        self._choices: dict[Place, str] = {}
        self._at = 0
        self._headline = PlainLabel(wordWrap=True)
        self._headline.setProperty("role", "heading")
        self.counts = PlainLabel(wordWrap=True)
        self.counts.setProperty("role", "muted")
        self.column.addWidget(self._headline)
        self.column.addWidget(self.counts)
        self.card = ClashCard(desk.themes)
        self.settled = ChangesView(desk.themes)
        self._sides = QTabWidget(documentMode=True)
        self._sides.addTab(self._make_clashes(), "")
        self._sides.addTab(self.settled, "")
        self.sheet = Result(desk)
        halves = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        halves.addWidget(self._sides)
        halves.addWidget(self.sheet)
        halves.setSizes([440, 600])
        self.column.addWidget(halves, 1)
        self._problem = PlainLabel(wordWrap=True)
        self._problem.setProperty("role", "error")
        self._problem.hide()
        self.column.addWidget(self._problem)
        apply = self.add_buttons(self.tr("Apply"))
        assert apply is not None
        self.apply: QPushButton = apply
        self._dress()
        self.card.chosen.connect(self._choose)
        self.sheet.written.connect(self._written)
        self.finished.connect(self.sheet.close_down)
        self.resize(1080, 700)
        self._show()

    def _make_clashes(self) -> QWidget:
        self._before, self._after = QToolButton(autoRaise=True), QToolButton(autoRaise=True)
        for button, words, by in (
            (self._before, self.tr("The one before"), -1),
            (self._after, self.tr("The next one"), 1),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.clicked.connect(lambda _checked=False, by=by: self._go(self._at + by))
        self._which = PlainLabel()
        row = QHBoxLayout()
        row.addWidget(self._which, 1)
        row.addWidget(self._before)
        row.addWidget(self._after)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 8, 8, 0)
        column.addLayout(row)
        column.addWidget(self.card, 1)
        return page

    def _dress(self) -> None:
        mirrored = self.isRightToLeft()
        arrows = Qt.ArrowType.LeftArrow, Qt.ArrowType.RightArrow
        for button, arrow in zip(
            (self._before, self._after), arrows[::-1] if mirrored else arrows, strict=True
        ):
            button.setArrowType(arrow)

    def accept(self) -> None:
        """Hand the result over; the window goes once it is saved."""
        self.apply.setEnabled(False)
        self.decided.emit(self.sheet.words())

    def saved(self) -> None:
        """The result is saved."""
        QDialog.accept(self)

    def show_again(self, meeting: Meeting) -> None:
        """Somebody wrote the text once more: what was decided here is now mine."""
        self.meeting = meeting
        self._show()
        self._tell(self.tr("It was changed once more meanwhile. Look at that, too."))

    def show_error(self, error: Exception) -> None:
        """It could not be saved; nothing is lost."""
        self._tell(error_words(error) if isinstance(error, KbError) else str(error))
        self._count()

    def _tell(self, words: str) -> None:
        self._problem.setText(words)
        self._problem.show()

    # ------------------------------------------------------------------ what is shown

    def _show(self) -> None:
        meeting = self.meeting
        merged, theirs = meeting.merged, meeting.theirs
        self._problem.hide()
        self._places = [(name, at) for name, field in merged.fields for at in field.clashes]
        self._choices = {}
        self._rtl = self.desk.right_to_left(theirs.ref.locale)
        who = theirs.edited_by
        words = self.tr("{who} changed “{title}” while you wrote") if who else ""
        words = words or self.tr("“{title}” was changed elsewhere while you wrote")
        self._headline.setText(words.format(who=who, title=theirs.title or meeting.mine.title))
        self.sheet.show_meeting(meeting, self._rtl)
        self.settled.show_changes(self._settled_changes())
        settled = self.tr("Merged by themselves ({count})").format(
            count=number_words(merged.settled)
        )
        self._sides.setTabText(1, settled)
        self._sides.setTabVisible(0, bool(self._places))
        self._sides.setTabVisible(1, bool(merged.settled))
        self._go(0)

    def _settled_changes(self) -> list[ShownChange]:
        whose = {
            Origin.MINE: self.tr("Mine"),
            Origin.THEIRS: self.tr("Theirs"),
            Origin.BOTH: self.tr("Both wrote the same"),
            Origin.WORDS: self.tr("Both, at different places"),
        }
        return [
            ShownChange("", whose[each.origin], each.base, each.text)
            for _, field in self.meeting.merged.fields
            for each in field.stretches
            if each.origin in whose
        ]

    def _clash(self, place: Place) -> Stretch:
        name, at = place
        return dict(self.meeting.merged.fields)[name].stretches[at]

    def _go(self, at: int) -> None:
        if self._places:
            self._at = at % len(self._places)
            place = self._places[self._at]
            fields = {"title": self.tr("Title"), "summary": self.tr("Summary"), "body": ""}
            which = self.tr("{number} of {all}").format(
                number=number_words(self._at + 1), all=number_words(len(self._places))
            )
            self._which.setText(", ".join(filter(None, (which, fields[place[0]]))))
            for button in (self._before, self._after):
                button.setVisible(len(self._places) > 1)
            self.card.show_clash(
                self._clash(place),
                self.meeting.theirs.edited_by,
                self._rtl,
                one_line=place[0] != "body",
                choice=self._choices.get(place, ""),
            )
            self.sheet.go(place)
        self._count()

    def _count(self) -> None:
        left = len(self._places) - len(self._choices)
        settled = self.tr("%Ln change(s) merged by themselves", "", self.meeting.merged.settled)
        to_decide = self.tr("%Ln to decide", "", left)
        self.counts.setText(f"{settled}, {to_decide}.")
        self._sides.setTabText(0, self.tr("To decide ({count})").format(count=number_words(left)))
        self.apply.setEnabled(left == 0)
        self.sheet.mark(dict.fromkeys(self._choices, True))

    # ------------------------------------------------------------------ deciding

    def _choose(self, choice: str) -> None:
        place = self._places[self._at]
        clash = self._clash(place)
        self._choices[place] = choice
        if choice == HAND:
            self.sheet.go(place, write=True)
            self._count()
            return
        words = {MINE: clash.mine, THEIRS: clash.theirs}.get(choice, clash.both)
        self.sheet.put(place, words)
        waiting = [at for at, each in enumerate(self._places) if each not in self._choices]
        later = [at for at in waiting if at > self._at]
        self._go((later or waiting or [self._at])[0])

    def _written(self, place: Place) -> None:
        self._choices[place] = HAND
        if place == self._places[self._at]:
            self.card.buttons[HAND].setChecked(True)
        self._count()
