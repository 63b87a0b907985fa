"""Takes a picture of the real window without a screen: `python -m kbeditor.ui.picture LIB OUT`."""

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QDockWidget, QLineEdit, QMenu, QWidget

from kbeditor.app.paths import Paths
from kbeditor.domain.records import Kind, Library, Ref
from kbeditor.ui.application import make_application
from kbeditor.ui.dialogs.importing import ImportDialog
from kbeditor.ui.front import Front
from kbeditor.ui.panes.preview import PreviewPane
from kbeditor.ui.preview.text_view import TextView
from kbeditor.ui.program import Program
from kbeditor.ui.start import Start

PATIENCE_MS = 60_000
LOOK_MS = 50
TITLE_BAR = 30  # pixels
STEADY_LOOKS = 20  # Chromium paints a page's tiles one by one, later ones up to half a second on
READY = "document.readyState === 'complete' && Array.from(document.images).every(i => i.complete)"


class Photographer(QObject):
    """Waits until the window shows what was asked for, then takes its picture.

    Ready means: the library has no work in line, the preview took its last patch, the page's
    pictures are loaded, and a second of looks gave the same picture.
    """

    def __init__(self, program: Program, arguments: argparse.Namespace) -> None:
        super().__init__()
        self._program = program
        self._arguments = arguments
        self._done = False
        self._acted = False
        self._typed = False
        self._last: bytes = b""
        self._steady = 0
        self.failure = ""
        self._waits_for_page = False
        self._looks = QTimer(self, interval=LOOK_MS)
        self._looks.timeout.connect(self._look)
        self._end = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._end.timeout.connect(lambda: self._give_up("the window was not ready in time"))
        program.errors.broke.connect(self._give_up)
        program.errors.noticed.connect(lambda notice: self._give_up(notice.words))
        program.bridge.opened.connect(self._opened)
        pane = program.desk.pane(PreviewPane.id)
        assert isinstance(pane, PreviewPane)
        self._preview = pane
        pane.view.patched.connect(self._patched)
        self._end.start()
        if not arguments.library:
            self._begin_looking()

    def _opened(self, _library: Library) -> None:
        wanted = self._arguments
        desk = self._program.desk
        if wanted.locale:
            desk.selection.set_locale(wanted.locale)
        for pane_id in wanted.show or ():
            desk.frame.show_pane(pane_id, focus=False)
        if wanted.tall:
            docks = self._program.window.findChildren(QDockWidget)
            tall = [each for each in docks if each.objectName() == f"dock.{wanted.show[-1]}"]
            half = self._program.window.height() // 2
            self._program.window.resizeDocks(tall, [half], Qt.Orientation.Vertical)
        if wanted.article is None:
            self._begin_looking()
        else:
            desk.bridge.run(lambda ws: ws.search.titles(wanted.article, None, 1), self._found)

    def _found(self, hits: Sequence[object]) -> None:
        if not hits:
            self._give_up(f"no article is called {self._arguments.article}")
            return
        ref = getattr(hits[0], "owner", None)
        assert isinstance(ref, Ref)
        self._waits_for_page = ref.kind is Kind.ARTICLE
        self._program.desk.selection.go(ref)
        self._begin_looking()

    def _begin_looking(self) -> None:
        self._looks.start()

    def _patched(self) -> None:
        self._waits_for_page = False

    def _look(self) -> None:
        if not self._waits_for_page and self._program.bridge.idle:
            view = self._preview.view
            if isinstance(view, TextView):
                self._consider(True)
            else:
                view.ask(READY, self._consider)

    def _consider(self, ready: object) -> None:
        if not ready or self._done:
            return
        if self._arguments.plan and not self._acted:
            self._acted = True
            dialog = ImportDialog(self._program.desk)
            dialog.open()
            dialog.source.setText(self._arguments.plan)
            dialog.primary.click()
            return
        if self._arguments.action and not self._acted:
            self._acted = True
            self._program.desk.actions.trigger(self._arguments.action)
            return
        if self._arguments.type and not self._typed:
            self._type()
            return
        picture = take(self._program.window)
        bits = bytes(picture.toImage().constBits())
        if bits != self._last:
            self._last, self._steady = bits, 0
            return
        self._steady += 1
        if self._steady < STEADY_LOOKS:
            return
        self._done = True
        if not picture.save(self._arguments.out):
            self.failure = f"{self._arguments.out} cannot be written"
        self._leave()

    def _type(self) -> None:
        self._typed = True
        dialogs = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog)]
        places: list[QWidget] = [each for each in dialogs if each.isVisible()]
        if not places:
            pane = self._program.desk.pane(self._arguments.show[-1])
            assert pane is not None
            places = [pane]
        field = places[0].findChild(QLineEdit)
        assert isinstance(field, QLineEdit)
        field.setText(self._arguments.type)

    def _give_up(self, reason: str) -> None:
        self.failure = reason
        self._leave()

    def _leave(self) -> None:
        self._looks.stop()
        self._end.stop()
        QApplication.exit(0)


def take(window: QWidget) -> QPixmap:
    """The window with the dialogs and menus that stand over it."""
    picture = window.grab()
    painter = QPainter(picture)
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog | QMenu) and widget.isVisible():
            place = _place(window, widget)
            painter.drawPixmap(place, widget.grab())
            painter.setPen(window.palette().color(QPalette.ColorRole.Dark))
            painter.drawRect(_framed(painter, place, widget))
    painter.end()
    return picture


def _framed(painter: QPainter, place: QPoint, widget: QWidget) -> QRect:
    """What the system frames a window with: a dialog has its title above it."""
    inside = QRect(place, widget.size())
    if not widget.windowTitle() or not widget.windowFlags() & Qt.WindowType.WindowTitleHint:
        return inside
    bar = QRect(inside.left(), inside.top() - TITLE_BAR, inside.width(), TITLE_BAR)
    painter.fillRect(bar, widget.palette().color(QPalette.ColorRole.Button))
    painter.drawRect(bar)
    painter.save()
    painter.setPen(widget.palette().color(QPalette.ColorRole.WindowText))
    painter.drawText(bar, Qt.AlignmentFlag.AlignCenter, widget.windowTitle())
    painter.restore()
    return inside.united(bar)


def _place(window: QWidget, widget: QWidget) -> QPoint:
    """Where it stands over the window; dialogs in the middle, as a window manager puts them."""
    if widget.windowFlags() & Qt.WindowType.Popup == Qt.WindowType.Popup:
        return widget.mapToGlobal(QPoint(0, 0)) - window.mapToGlobal(QPoint(0, 0))
    spare = window.size() - widget.size()
    return QPoint(spare.width() // 2, spare.height() // 2)


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the command's words."""
    parser = argparse.ArgumentParser(prog="python -m kbeditor.ui.picture", description=__doc__)
    parser.add_argument("library", help='a .kb file; "" for the page without a library')
    parser.add_argument("out", help="the picture to write (.png)")
    parser.add_argument("--dark", action="store_true", help="the dark theme")
    parser.add_argument("--language", default="en", help="language of the window")
    parser.add_argument("--article", help="open the article with this title")
    parser.add_argument("--locale", help="language version of the article")
    parser.add_argument("--size", default="1440x900", help="width x height in pixels")
    parser.add_argument("--show", action="append", metavar="PANE", help="show this pane, too")
    parser.add_argument("--tall", action="store_true", help="half of the window for that pane")
    parser.add_argument("--type", metavar="WORDS", help="write into the dialog or the shown pane")
    parser.add_argument("--plan", metavar="PATH", help="show what an import of it would bring")
    parser.add_argument("--action", help="do this at the end (an action's id, as go.palette)")
    return parser.parse_args(arguments)


def main(words: Sequence[str]) -> int:
    """Take one picture; returns the exit code."""
    arguments = parse(words)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    width, height = (int(part) for part in arguments.size.split("x"))
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        # Dialogs show where they would write: no picture tells of the machine it was taken on.
        paths = Paths(home, home, home, home, Path("~") / "Documents")
        application = make_application()
        application.setCursorFlashTime(0)  # a blinking caret never stands still
        theme = "dark" if arguments.dark else "light"
        program = Program(Front(application, paths, language=arguments.language, theme=theme))
        program.errors.install_hooks()
        photographer = Photographer(program, arguments)
        program.show()
        program.window.resize(width, height)
        start = Start(Path(arguments.library) if arguments.library else None)
        QTimer.singleShot(0, lambda: program.begin(start))
        try:
            application.exec()
        finally:
            program.close()
            program.errors.remove_hooks()
    if photographer.failure:
        sys.stderr.write(f"{photographer.failure}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
