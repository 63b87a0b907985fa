"""Calling issues no fault: asks for the reason, which others will read."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from kbeditor.domain.blocks import LibraryIssue
from kbeditor.ui.aids.words import issue_words
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.ask_words import AskWords


def ask_dismiss(desk: Desk, issues: Sequence[LibraryIssue]) -> None:
    """Ask why these are no faults, and dismiss them as one act."""
    translate = QCoreApplication.translate
    if len(issues) == 1:
        what = issue_words(issues[0].issue, issues[0].target)
    else:
        what = translate("Dismiss", "%Ln issue(s)", "", len(issues))
    question = translate("Dismiss", "Why is this no fault? Whoever looks here later reads it.")
    AskWords(
        translate("Dismiss", "Dismiss"),
        f"{what}\n\n{question}",
        "",
        lambda reason: desk.bridge.run(lambda ws: ws.issues.dismiss_all(issues, reason)),
        desk.window,
    ).open()
