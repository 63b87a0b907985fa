"""The real program in a process of its own, with a hand at its keyboard, to be killed at work.

Called with a home folder, a library, an article's id, the pause between two keys in milliseconds,
a locale and, for a translation block by block, a block's id. It types the marks `1.`, `2.`, `3.` …
into the text by key events, and prints each one with the time at which it had been typed, in
seconds of the machine's steady clock.
"""

import itertools
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from kbeditor.app.paths import HOME_VARIABLE, own_paths
from kbeditor.domain.records import Kind, Ref
from kbeditor.ui.application import make_application
from kbeditor.ui.front import Front
from kbeditor.ui.panes.editor import EditorPane
from kbeditor.ui.program import Program
from kbeditor.ui.start import Start


def main(
    home: str, library: str, article: str, pause: str, locale: str, block: str | None = None
) -> int:
    """Type until the end, which comes from outside."""
    os.environ[HOME_VARIABLE] = home
    application = make_application()
    program = Program(Front(application, own_paths(), language="en", theme="light"))
    program.show()
    marks = itertools.count(1)
    hand = QTimer(interval=int(pause))

    def write() -> None:
        editor = program.desk.pane("editor")
        assert isinstance(editor, EditorPane)
        mark = next(marks)
        for letter in f"{mark}.":
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, ord(letter), Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(editor.edit, event)
        sys.stdout.write(f"{mark} {time.monotonic()}\n")
        sys.stdout.flush()

    def begin() -> None:
        """As soon as the article is open for writing."""
        editor = program.desk.pane("editor")
        if isinstance(editor, EditorPane) and editor.can_edit():
            if block is not None and program.selection.block != block:
                program.selection.set_block(block)
                return
            opened.stop()
            hand.start()

    def go() -> None:
        program.selection.set_locale(locale)
        program.selection.go(Ref(Kind.ARTICLE, article))
        opened.start()

    hand.timeout.connect(write)
    opened = QTimer(interval=0)
    opened.timeout.connect(begin)
    program.bridge.opened.connect(lambda _library: go())
    program.begin(Start(Path(library)))
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
