"""The real program in a process of its own, which does what is asked of it line by line.

Called with a home folder, a library, the person's name, the window's language and theme. Each line
on its standard input is a JSON list, a command and its arguments; it answers each with a line of
JSON: what it sees after that.
"""

import json
import os
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from kbeditor.app.paths import HOME_VARIABLE, own_paths
from kbeditor.app.preferences import Preferences
from kbeditor.domain.records import Kind, Ref
from kbeditor.ui.application import make_application
from kbeditor.ui.front import Front
from kbeditor.ui.panes.editor import EditorPane
from kbeditor.ui.panes.navigator import NavigatorPane
from kbeditor.ui.program import Program
from kbeditor.ui.start import Start


class SecondWindow(QObject):
    """Runs the commands on the GUI thread, each when the library has nothing more to do."""

    asked = Signal(object)

    def __init__(self, program: Program) -> None:
        super().__init__()
        self.program = program
        self.asked.connect(self._do, Qt.ConnectionType.QueuedConnection)

    def listen(self) -> None:
        """Read what is asked until nobody asks any more."""
        for line in sys.stdin:
            self.asked.emit(json.loads(line))
        self.asked.emit(["quit"])

    @property
    def pane(self) -> EditorPane:
        """The editor."""
        pane = self.program.desk.pane("editor")
        assert isinstance(pane, EditorPane)
        return pane

    def _do(self, asked: list[Any]) -> None:
        command, *arguments = asked
        getattr(self, command)(*arguments)
        if command != "quit":
            self.program.bridge.run(lambda _workspace: None, lambda _none: self._tell())

    def _tell(self) -> None:
        navigator = self.program.desk.pane("navigator")
        assert isinstance(navigator, NavigatorPane)
        bar, merging = self.pane.page.conflict_bar, self.pane.conflicts.window
        banner = self.program.frame.banner.notice
        seen = {
            "body": self.pane.edit.toPlainText(),
            "dirty": self.pane._opened is not None and self.pane._opened.dirty,
            "bar": bar.label.text() if not bar.isHidden() else "",
            "presence": (
                self.pane.page.presence_bar.label.text()
                if not self.pane.page.presence_bar.isHidden()
                else ""
            ),
            "tree": sorted(navigator.model.present.values()),
            "titles": [node.row.title for node in navigator.model.forest.articles.values()],
            "merging": merging.counts.text() if merging is not None else "",
            "banner": banner.words if banner is not None else "",
        }
        sys.stdout.write(json.dumps(seen) + "\n")
        sys.stdout.flush()

    # ------------------------------------------------------------------ commands

    def look(self) -> None:
        """Tell what is there."""

    def go(self, article: str, locale: str) -> None:
        """Open an article's text."""
        self.program.selection.set_locale(locale)
        self.program.selection.go(Ref(Kind.ARTICLE, article))

    def type(self, words: str, where: str) -> None:
        """Type at the text's "Start" or "End"."""
        edit = self.pane.edit
        edit.moveCursor(QTextCursor.MoveOperation[where])
        for letter in words:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, ord(letter), Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(edit, event)

    def replace(self, old: str, new: str) -> None:
        """Put words in the place of others."""
        edit = self.pane.edit
        found = edit.document().find(old)
        found.insertText(new)

    def flush(self) -> None:
        """Save now."""
        self.program.desk.flush()

    def press(self, number: int) -> None:
        """A button of the bar above the text."""
        self.pane.page.conflict_bar.buttons[number].click()

    def choose(self, choice: str) -> None:
        """What to take in the window that merges."""
        assert self.pane.conflicts.window is not None
        self.pane.conflicts.window.card.buttons[choice].click()

    def preview(self) -> None:
        """The page as it will be."""
        assert self.pane.conflicts.window is not None
        self.pane.conflicts.window.sheet.setCurrentIndex(1)

    def apply(self) -> None:
        """Save what was merged."""
        assert self.pane.conflicts.window is not None
        self.pane.conflicts.window.apply.click()

    def resize(self, width: int, height: int) -> None:
        """Another size of the window."""
        self.program.window.resize(width, height)

    def picture(self, path: str) -> None:
        """A picture of the window, and of the one that merges."""
        merging = self.pane.conflicts.window
        (merging or self.program.window).grab().save(path)

    def quit(self) -> None:
        """The end."""
        self.program.window.close()
        QApplication.quit()


def give_up(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Whoever asked is told by the end of this."""
    traceback.print_exception(kind, error, trace)
    os._exit(1)


def main(home: str, library: str, who: str, language: str, theme: str) -> int:
    """Answer until the end."""
    os.environ[HOME_VARIABLE] = home
    sys.excepthook = give_up
    application = make_application()
    paths = own_paths()
    preferences = Preferences(paths.preferences)
    preferences.set("who", who)
    preferences.set("translate.blocks", False)
    program = Program(Front(application, paths, language=language, theme=theme))
    window = SecondWindow(program)
    program.show()
    program.bridge.opened.connect(lambda _library: threading.Thread(target=begin).start())
    begin: Callable[[], None] = window.listen
    program.begin(Start(Path(library)))
    result = application.exec()
    program.close()
    return result


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
