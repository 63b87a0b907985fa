"""The start: the window is on the screen first, and what makes it work changes nothing in it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kbeditor.app.paths import HOME_VARIABLE, Paths
from kbeditor.shipped import resources
from kbeditor.ui.front import Front
from kbeditor.ui.pixmaps import DRAWN
from kbeditor.ui.program import Program
from kbeditor.ui.start import Start

FIRST = """
import builtins, sys
from kbeditor.app.paths import own_paths
from kbeditor.ui.application import make_application, show_front

front = show_front(make_application(), own_paths())
print(builtins.__import__.__name__, *sys.modules)
"""
DEAR = {
    "kbeditor.domain.records",
    "kbeditor.rendering.client",
    "kbeditor.ui.action",
    "kbeditor.ui.desk",
    "logging.handlers",
    "sqlalchemy",
    "subprocess",
}


@pytest.fixture
def front(qtbot: QtBot, tmp_path: Path) -> Iterator[Front]:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    home = tmp_path / "home"
    paths = Paths(home, home, home / "cache", home / "logs", home / "documents")
    yield Front(application, paths, language="en", theme="light")
    application.setStyleSheet("")


def test_the_window_is_painted_before_the_program_is_there_and_then_looks_the_same(
    qtbot: QtBot, front: Front
) -> None:
    with qtbot.waitSignal(front.window.painted):
        front.show()
    first, window_id = front.window.grab().toImage(), front.window.winId()
    program = Program(front)
    try:
        program.begin(Start())
        qtbot.waitUntil(lambda: program.bridge.idle)
        QApplication.processEvents()
        assert front.window.grab().toImage() == first
        assert front.window.winId() == window_id
        assert all(menu.actions() for menu in front.window.menus.values())
    finally:
        program.close()


def test_little_is_imported_before_the_window_is_on_the_screen(tmp_path: Path) -> None:
    environment = {**os.environ, HOME_VARIABLE: str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    first = subprocess.run(
        [sys.executable, "-c", FIRST], env=environment, capture_output=True, text=True, check=True
    )
    importing, *modules = first.stdout.split()
    assert importing == "__import__"  # Python's own: PySide6's hook would read every source
    imported = set(modules)
    assert "kbeditor.ui.welcome" in imported
    compiled_now = {"subprocess"}  # the window's texts, in a home that is new
    assert DEAR & imported - compiled_now == set()


@pytest.mark.parametrize(
    "path", sorted((resources() / "icons").glob("*.svg")), ids=lambda p: p.stem
)
def test_an_icon_names_the_size_it_is_drawn_in(path: Path) -> None:
    assert path.read_bytes().count(DRAWN) == 1
