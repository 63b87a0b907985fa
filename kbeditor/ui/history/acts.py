"""What can be done with a version: going back to it, naming it, copying its text."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from kbeditor.domain.records import Text, TextRef
from kbeditor.domain.versions import Version
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.ask_words import AskWords
from kbeditor.ui.history.words import version_words, working_words

if TYPE_CHECKING:
    from kbeditor.app.workspace import Workspace


def restore_version(desk: Desk, ref: TextRef, version: Version) -> None:
    """Make a version the working text again, and say so."""
    words = QCoreApplication.translate(
        "History", "{version} is the working text again. Undo brings back what was there."
    )

    def done(_text: Text) -> None:
        desk.say(words.format(version=version_words(version)))

    desk.flush()
    desk.bridge.run(lambda ws: ws.texts.revert(ref, version.id), done)


def ask_name(
    desk: Desk, parent: QWidget, ref: TextRef, version: Version | None, then: Callable[[str], None]
) -> None:
    """Ask what a version is to be called (None: the working text); `then` gets its id."""
    translate = QCoreApplication.translate
    name = version.name if version else ""
    sentence = translate(
        "History", "What this version is called. Named versions are kept for ever."
    )
    if name:
        sentence += " " + translate("History", "Leave it empty to take the name away.")

    def put(words: str) -> None:
        desk.flush()
        id_ = version.id if version else None
        desk.bridge.run(lambda ws: ws.texts.name_version(ref, id_, words), then)

    title = translate("History", "Name Version")
    AskWords(title, sentence, name, put, parent, may_be_empty=bool(name)).open()


def copy_text(desk: Desk, ref: TextRef, version: Version | None) -> None:
    """Put what a version says (None: the working text) on the clipboard, as Markdown."""
    words = QCoreApplication.translate("History", "The text of {version} is copied")
    called = version_words(version) if version else working_words()

    def work(workspace: "Workspace") -> str:
        return workspace.texts.content(ref, version.id if version else None).body

    def done(body: str) -> None:
        QGuiApplication.clipboard().setText(body)
        desk.say(words.format(version=called))

    desk.flush()
    desk.bridge.run(work, done)
