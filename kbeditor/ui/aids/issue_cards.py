"""A card for something that a check found, and one for something that is missing."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kbeditor.domain.blocks import BlockGap, Fix, LibraryIssue
from kbeditor.ui.aids.cards import Card, marked, plain, said
from kbeditor.ui.aids.words import fix_words, gap_fix_words, gap_words, issue_words
from kbeditor.ui.desk import Desk

AROUND = 32
"""Characters shown before and behind the place of an issue."""
LONGEST = 160


class IssueCard(Card):
    """The sentence, the place, a button for each fix, and one that calls it no fault."""

    fix_wanted = Signal(object, object)  # LibraryIssue, Fix
    dismiss_wanted = Signal(object)  # LibraryIssue

    def __init__(
        self, desk: Desk, issue: LibraryIssue, parent: QWidget, *, with_place: bool = False
    ) -> None:
        super().__init__(parent)
        self.issue = issue
        themes = desk.themes
        sentence = issue_words(issue.issue, issue.target)
        self.setAccessibleName(sentence)
        label = self.add_text(said(sentence))
        level = "error" if issue.issue.level == "error" else "warning"
        side = "right" if self.isRightToLeft() else "left"
        self.setStyleSheet(f"Card {{ border-{side}: 3px solid {themes.hex(level)}; }}")
        label.setToolTip(
            self.tr("An error") if issue.issue.level == "error" else self.tr("A warning")
        )
        if with_place:
            words, spans = excerpt(issue)
            rtl = desk.right_to_left(issue.text.locale)
            self.add_text(marked(words, spans, themes, rtl), role="muted")
        buttons = [(fix_words(fix), partial(self._fix, fix)) for fix in issue.issue.fixes]
        buttons.append((self.tr("Dismiss…"), partial(self.dismiss_wanted.emit, issue)))
        self.buttons = self.add_buttons(buttons, quiet=[len(buttons) - 1])

    def _fix(self, fix: Fix) -> None:
        self.fix_wanted.emit(self.issue, fix)


class GapCard(Card):
    """What is missing, how it begins, and the button that puts it in."""

    insert_wanted = Signal(object)  # BlockGap

    def __init__(self, gap: BlockGap, parent: QWidget) -> None:
        super().__init__(parent)
        self.gap = gap
        self.add_text(said(gap_words(gap.what)))
        text = gap.text if len(gap.text) <= LONGEST else gap.text[:LONGEST] + "…"
        self.add_text(plain(text), role="muted")
        self.setAccessibleName(gap_words(gap.what))
        self.buttons = self.add_buttons(
            [(gap_fix_words(gap.what), partial(self.insert_wanted.emit, gap))]
        )


def excerpt(issue: LibraryIssue) -> tuple[str, list[tuple[int, int]]]:
    """The words around the place of an issue, and where in them it stands."""
    target, start, end = issue.target, issue.issue.start, issue.issue.end
    if start == end == len(target):  # something is missing: there is no place to show
        first, last = 0, min(len(target), 2 * AROUND)
    else:
        first, last = max(0, start - AROUND), min(len(target), end + AROUND)
    before, after = "…" if first else "", "…" if last < len(target) else ""
    words = before + target[first:last].replace("\n", " ") + after
    shift = len(before) - first
    whole = start == 0 and end == len(target)
    return words, [] if start == end or whole else [(start + shift, end + shift)]
