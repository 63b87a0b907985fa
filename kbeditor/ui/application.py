"""Start of the window: first what can be seen, then, once it is on the screen, all the rest."""

import logging
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from kbeditor import __version__
from kbeditor.app.logs import start_logging
from kbeditor.app.paths import Paths
from kbeditor.ui.front import Front
from kbeditor.ui.preview.scheme import register_scheme
from kbeditor.ui.start import Start

if TYPE_CHECKING:
    from kbeditor.ui.collecting import Collector
    from kbeditor.ui.program import Program

log = logging.getLogger(__name__)

SMALLEST_FONT = 10.0


def prepare_environment() -> None:
    """What Qt must find before its application is made."""
    if sys.platform == "linux" and os.geteuid() == 0:
        # Chromium refuses to sandbox for root; for everybody else the sandbox stays on.
        os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
        log.warning("the preview runs without Chromium’s sandbox, which root cannot have")
    register_scheme()


def make_application(arguments: Sequence[str] = ()) -> QApplication:
    """The QApplication in our style, with a font of readable size."""
    prepare_environment()
    # A style set by a method would be handed back, and with it come all of Qt's words for styles.
    application = QApplication(["kbeditor", "-style", "Fusion", *arguments])
    application.setApplicationName("kbeditor")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("kbeditor")
    font = application.font()
    if 0 < font.pointSizeF() < SMALLEST_FONT:
        font.setPointSizeF(SMALLEST_FONT)
        application.setFont(font)
    return application


def show_front(application: QApplication, paths: Paths) -> Front:
    """The window as it is seen first, once that is on the screen."""
    front = Front(application, paths)
    loop = QEventLoop()
    front.window.painted.connect(loop.quit)
    front.show()
    loop.exec()
    return front


def make_program(front: Front) -> tuple["Program", "Collector"]:
    """What makes the window work. Imported here: it costs as much again as all before it, and
    nobody should wait for that before an empty screen.
    """
    from kbeditor.ui.collecting import Collector
    from kbeditor.ui.program import Program

    program = Program(front)
    return program, Collector(program.bridge)


def has_screen() -> bool:
    """Whether Qt can show a window here."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run(start: Start, paths: Paths) -> int:
    """Show the window until it is closed; returns the exit code."""
    if not has_screen():
        sys.stderr.write(
            "kbeditor: there is no screen here; `kbeditor --help` lists what works without one.\n"
        )
        return 1
    start_logging(paths.log)
    application = make_application()
    front = show_front(application, paths)
    if not front.window.isVisible():
        return 0  # closed again before it was there
    program, collector = make_program(front)
    program.errors.install_hooks()
    QTimer.singleShot(0, lambda: program.begin(start))
    try:
        return application.exec()
    finally:
        program.close()
        program.errors.remove_hooks()
        collector.end()
