"""Mending what the checks found in the current text, and putting in what it lacks."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from kbeditor.domain.blocks import BlockGap, Dismissal, Fix, LibraryIssue
from kbeditor.domain.records import TextRef
from kbeditor.ui.aids.reading import TextAids, read_text
from kbeditor.ui.aids.target import Target
from kbeditor.ui.aids.words import SPACING
from kbeditor.ui.desk import Desk


class MendActs(QObject):
    """What is typed is handed in first: what was found is of the stored text."""

    failed = Signal()  # the text says something else meanwhile

    def __init__(self, desk: Desk, target: Target, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._target = desk, target

    def fix(self, issue: LibraryIssue, fix: Fix) -> None:
        """Mend an issue: in the open block as a step of its typing, else as an act."""
        mended = self._target.fix_here(issue, fix)
        self._desk.flush()
        if not mended:
            self._mend([(issue, fix)])

    def fix_all(self, issues: Sequence[LibraryIssue]) -> None:
        """Mend several issues, each by its first fix, as one act."""
        self._desk.flush()
        if issues:
            self._mend([(each, each.issue.fixes[0]) for each in issues])
        else:
            self._desk.say(self.tr("Nothing to mend."))

    def spacing(self) -> None:
        """Mend French spacing in the whole text."""
        self._with_fresh(
            lambda aids: self.fix_all([e for e in aids.issues if e.issue.check == SPACING])
        )

    def insert_missing(self) -> None:
        """Put in what the current block lacks; where it lacks nothing, what the text lacks."""
        self._with_fresh(self._insert_first)

    def insert(self, gap: BlockGap) -> None:
        """Put in a block that is missing."""
        ref = current_text(self._desk)
        if ref is not None:
            self._desk.flush()
            self._desk.bridge.run(lambda ws: ws.issues.insert(ref, [gap]))

    def complete(self) -> None:
        """Put in everything that is missing."""
        ref = current_text(self._desk)
        if ref is not None:
            self._desk.flush()
            self._desk.bridge.run(
                lambda ws: ws.issues.complete(ref, ws.issues.text(ref)),
                lambda count: self._desk.say(self.tr("%Ln thing(s) put in", "", count)),
            )

    def revoke(self, dismissals: Sequence[Dismissal]) -> None:
        """Check again what was dismissed."""
        ids = [each.id for each in dismissals]
        self._desk.bridge.run(lambda ws: ws.issues.revoke(ids))

    def _mend(self, chosen: Sequence[tuple[LibraryIssue, Fix]]) -> None:
        def mended(count: int) -> None:
            if count:
                self._desk.say(self.tr("%Ln place(s) mended", "", count))
            else:
                self._desk.say(self.tr("The text has changed meanwhile: look again."))
                self.failed.emit()

        self._desk.bridge.run(lambda ws: ws.issues.fix(chosen), mended)

    def _with_fresh(self, then: Callable[[TextAids], None]) -> None:
        ref, source = current_text(self._desk), self._desk.selection.source_locale
        if ref is not None:
            self._desk.flush()
            self._desk.bridge.run(lambda ws: read_text(ws, ref, source), then)

    def _insert_first(self, aids: TextAids) -> None:
        block = self._desk.selection.block
        for gap in aids.gaps:
            if gap.block_id == block:
                self.insert(gap)
                return
        for issue, fix in _insertions(aids.issues_of(block)):
            self.fix(issue, fix)
            return
        if aids.gaps or _insertions(aids.issues):
            self.complete()
        else:
            self._desk.say(self.tr("Nothing of the source is missing."))


def current_text(desk: Desk) -> TextRef | None:
    """The text of the selection; None: nothing is open."""
    selection = desk.selection
    if selection.current is None or desk.library is None:
        return None
    return TextRef(selection.current, selection.locale)


def _insertions(issues: Sequence[LibraryIssue]) -> list[tuple[LibraryIssue, Fix]]:
    return [
        (each, fix) for each in issues for fix in each.issue.fixes if fix.code.startswith("insert_")
    ]
