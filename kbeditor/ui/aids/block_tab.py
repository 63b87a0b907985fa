"""What helps with the current block: suggestions, terms, and what the checks hold against it."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from kbeditor.domain.blocks import LibraryIssue, Match, TermHit
from kbeditor.domain.word_diff import diff_words
from kbeditor.ui.aids.cards import Card, diffed, plain, said
from kbeditor.ui.aids.issue_cards import IssueCard
from kbeditor.ui.aids.reading import BlockAids
from kbeditor.ui.aids.section import Section
from kbeditor.ui.aids.words import origin_percent
from kbeditor.ui.desk import Desk
from kbeditor.ui.icons import icon
from kbeditor.ui.plain import PlainLabel
from kbeditor.ui.widgets.column_scroll import ColumnScroll

ICON = QSize(14, 14)


class BlockTab(QWidget):
    """Three parts that fold; it only shows, and tells what is wanted."""

    put_wanted = Signal(str)  # a whole translation
    insert_wanted = Signal(str)  # some words
    term_wanted = Signal(object)  # GlossaryTerm to change, None to add one
    fix_wanted = Signal(object, object)  # LibraryIssue, Fix
    dismiss_wanted = Signal(object)  # [LibraryIssue]

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: BlockAids | None = None
        self._issues: tuple[LibraryIssue, ...] = ()
        self.matches: tuple[Match, ...] = ()
        page = QWidget(self)
        self.suggestions = Section(desk, self.tr("Suggestions"), page)
        self.terms = Section(desk, self.tr("Terms"), page)
        self.checks = Section(desk, self.tr("Checks"), page)
        self.terms.add_button("plus", self.tr("Add a term"), lambda: self.term_wanted.emit(None))
        self._sections = {
            "suggestions": self.suggestions,
            "terms": self.terms,
            "checks": self.checks,
        }
        inside = QVBoxLayout(page)
        inside.setContentsMargins(8, 6, 8, 10)
        inside.setSpacing(6)
        for section in self._sections.values():
            inside.addWidget(section)
        inside.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(ColumnScroll(page, self))
        desk.themes.changed.connect(self._redraw)
        self.show_block(None)
        self.show_issues(())

    def save_state(self) -> dict[str, Any]:
        """Which parts are folded."""
        return {"folded": [name for name, each in self._sections.items() if each.is_folded]}

    def restore_state(self, state: dict[str, Any]) -> None:
        """As `save_state` gave it."""
        folded = state.get("folded", [])
        for name, section in self._sections.items():
            section.fold(name in folded)

    def show_block(self, aids: BlockAids | None) -> None:
        """Suggestions and terms; None: no block is open."""
        self._shown = aids
        self.matches = aids.matches if aids else ()
        nothing = self.tr("Nothing like this was translated before.") if aids else ""
        self.suggestions.show_items(self._suggestions(aids), nothing)
        nothing = self.tr("No glossary term stands in this block.") if aids else ""
        self.terms.show_items([self._term(hit) for hit in (aids.hits if aids else ())], nothing)

    def show_issues(self, issues: Sequence[LibraryIssue], nothing: str = "") -> None:
        """What the checks hold against the block."""
        self._issues = tuple(issues)
        cards = [self._issue(each) for each in issues]
        self.checks.show_items(cards, nothing)

    def _redraw(self) -> None:
        self.show_block(self._shown)
        self.show_issues(self._issues, self.checks.nothing.text())

    def _rtl(self) -> bool:
        return self._desk.right_to_left(self._desk.selection.locale)

    def _source_rtl(self) -> bool:
        return self._desk.right_to_left(self._desk.selection.source_locale)

    def _suggestions(self, aids: BlockAids | None) -> list[QWidget]:
        if aids is None:
            return []
        return [self._suggestion(aids, number) for number in range(1, len(aids.matches) + 1)]

    def _suggestion(self, aids: BlockAids, number: int) -> QWidget:
        match = aids.matches[number - 1]
        card = Card(self)
        percent, _ = card.add_head(
            f"{number} · {origin_percent(match.percent)}", match.origin, strong=True
        )
        if match.percent >= 100:
            percent.setStyleSheet(f"color: {self._desk.themes.hex('success')}")
        card.add_text(plain(match.target, self._rtl()))
        if match.percent < 100:
            pieces = diff_words(match.source, aids.source, flowing=True)
            card.add_text(diffed(pieces, self._desk.themes, self._source_rtl()), role="muted")
        card.setToolTip(self.tr("Enter or a double click takes this translation"))
        card.setAccessibleName(f"{origin_percent(match.percent)}: {match.target}")
        card.used.connect(lambda: self.put_wanted.emit(match.target))
        return card

    def _term(self, hit: TermHit) -> QWidget:
        return TermRow(
            self._desk,
            hit,
            lambda: self.insert_wanted.emit(hit.term.translation),
            lambda: self.term_wanted.emit(hit.term),
            self,
        )

    def _issue(self, issue: LibraryIssue) -> QWidget:
        card = IssueCard(self._desk, issue, self)
        card.fix_wanted.connect(self.fix_wanted)
        card.dismiss_wanted.connect(lambda each: self.dismiss_wanted.emit([each]))
        return card


class TermRow(Card):
    """A term: its translation is inserted by Enter, a double click, or its button."""

    def __init__(
        self,
        desk: Desk,
        hit: TermHit,
        insert: Callable[[], None],
        change: Callable[[], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        term = hit.term
        self.used.connect(insert)
        line = QHBoxLayout()
        line.setSpacing(4)
        arrow = "←" if self.layoutDirection() == self.layoutDirection().RightToLeft else "→"
        label = PlainLabel(f"{term.term} {arrow}", self)
        label.setProperty("role", "muted")
        self.take = QPushButton(term.translation, self)
        self.take.setProperty("small", "quiet")
        self.take.setToolTip(self.tr("Insert at the cursor"))
        self.take.clicked.connect(lambda _checked=False: insert())
        more = QPushButton(self)
        more.setProperty("small", "quiet")
        more.setIcon(icon("pencil", desk.themes))
        more.setIconSize(ICON)
        more.setToolTip(self.tr("Change this term"))
        more.setAccessibleName(self.tr("Change this term"))
        more.clicked.connect(lambda _checked=False: change())
        label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        line.addWidget(label)
        line.addWidget(self.take)
        line.addStretch(1)
        line.addWidget(more)
        self.column.setContentsMargins(9, 2, 4, 2)
        self.column.setSpacing(0)
        self.column.addLayout(line)
        if term.forbidden:
            words = self.tr("not: {words}").format(words=", ".join(term.forbidden))
            self.add_text(said(words), role="error")
        if term.note:
            self.add_text(said(term.note), role="muted")
        self.setAccessibleName(f"{term.term}: {term.translation}")
