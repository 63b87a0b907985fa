"""What the checks hold against the whole text, what it lacks, and what was dismissed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kbeditor.domain.blocks import Dismissal, LibraryIssue
from kbeditor.ui.aids.cards import Card, said
from kbeditor.ui.aids.issue_cards import GapCard, IssueCard
from kbeditor.ui.aids.reading import TextAids
from kbeditor.ui.aids.section import Section
from kbeditor.ui.aids.words import SPACING, check_order, check_words
from kbeditor.ui.desk import Desk
from kbeditor.ui.widgets.column_scroll import ColumnScroll
from kbeditor.ui.widgets.layouts import clear

AT_FIRST = 20
"""Cards of one check that are shown until more are asked for."""


class TextTab(QWidget):
    """A part per check, French spacing folded; then what is missing and what was dismissed."""

    fix_wanted = Signal(object, object)  # LibraryIssue, Fix
    fix_all_wanted = Signal(object)  # [LibraryIssue]: the first fix of each
    dismiss_wanted = Signal(object)  # [LibraryIssue]
    insert_wanted = Signal(object)  # BlockGap
    complete_wanted = Signal()
    revoke_wanted = Signal(object)  # [Dismissal]
    block_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._aids: TextAids | None = None
        self._folded: dict[str, bool] = {SPACING: True, "dismissed": True}
        self._all: set[str] = set()
        self.sections: dict[str, Section] = {}
        page = QWidget(self)
        self._parts = QVBoxLayout()
        self._parts.setSpacing(6)
        inside = QVBoxLayout(page)
        inside.setContentsMargins(8, 6, 8, 10)
        inside.addLayout(self._parts)
        inside.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(ColumnScroll(page, self))
        desk.themes.changed.connect(self._redraw)

    def show_text(self, aids: TextAids | None) -> None:
        """Show a text's issues; None: nothing."""
        if aids is None or self._aids is None or aids.ref != self._aids.ref:
            self._all.clear()
        self._aids = aids
        self._redraw()

    def _redraw(self) -> None:
        clear(self._parts)
        self.sections.clear()
        if self._aids is None:
            return
        if self._aids.gaps:
            self._add_gaps(self._aids)
        by_check: dict[str, list[LibraryIssue]] = {}
        for each in self._aids.issues:
            by_check.setdefault(each.issue.check, []).append(each)
        for check in sorted(by_check, key=check_order):
            self._add_check(check, by_check[check])
        if self._aids.dismissals:
            self._add_dismissed(self._aids.dismissals)

    def _section(self, name: str, title: str, count: int, widgets: Sequence[QWidget]) -> Section:
        section = Section(self._desk, title, self)
        section.show_items(widgets, "", count)
        section.fold(self._folded.get(name, False))
        section.folded.connect(lambda folded: self._folded.update({name: folded}))
        self._parts.addWidget(section)
        self.sections[name] = section
        return section

    def _add_gaps(self, aids: TextAids) -> None:
        cards = []
        for gap in aids.gaps:
            card = GapCard(gap, self)
            card.insert_wanted.connect(self.insert_wanted)
            card.used.connect(partial(self.insert_wanted.emit, gap))
            cards.append(card)
        section = self._section("gaps", self.tr("Missing"), len(cards), cards)
        section.add_button("plus", self.tr("Insert all that is missing"), self.complete_wanted.emit)

    def _add_check(self, check: str, issues: Sequence[LibraryIssue]) -> None:
        shown = issues if check in self._all else issues[:AT_FIRST]
        widgets: list[QWidget] = []
        if len(shown) < len(issues):
            more = QPushButton(self.tr("Show all %Ln", "", len(issues)), self)
            more.clicked.connect(lambda _checked=False: self._show_all(check))
            widgets.append(more)
        cards = [self._card(each) for each in shown]
        section = self._section(check, check_words(check), len(issues), [*cards, *widgets])
        mendable = [each for each in issues if each.issue.fixes]
        if len(mendable) > 1 or (mendable and check == SPACING):
            section.add_button(
                "check",
                self.tr("Mend all %Ln", "", len(mendable)),
                partial(self.fix_all_wanted.emit, mendable),
            )
        if len(issues) > 1:
            section.add_button(
                "close",
                self.tr("Dismiss all %Ln…", "", len(issues)),
                partial(self.dismiss_wanted.emit, list(issues)),
            )

    def _card(self, issue: LibraryIssue) -> QWidget:
        card = IssueCard(self._desk, issue, self, with_place=True)
        card.fix_wanted.connect(self.fix_wanted)
        card.dismiss_wanted.connect(lambda each: self.dismiss_wanted.emit([each]))
        card.used.connect(partial(self.block_wanted.emit, issue.block_id))
        card.setToolTip(self.tr("Enter or a double click goes to the block"))
        return card

    def _show_all(self, check: str) -> None:
        self._all.add(check)
        self._redraw()

    def _add_dismissed(self, dismissals: Sequence[Dismissal]) -> None:
        cards = []
        for each in dismissals:
            card = Card(self)
            what = f"{check_words(each.check)}: {each.detail}" if each.detail else each.check
            if not each.detail or each.check == SPACING:
                what = check_words(each.check)
            card.add_text(said(what))
            why = self.tr("“{reason}” — {who}").format(reason=each.reason, who=each.who)
            card.add_text(said(why), role="muted")
            card.add_buttons(
                [(self.tr("Check again"), partial(self.revoke_wanted.emit, [each]))], quiet=[0]
            )
            cards.append(card)
        self._section("dismissed", self.tr("Dismissed"), len(cards), cards)
