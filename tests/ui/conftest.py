"""What every test with a window must leave behind: nothing, and no warning."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from kbeditor.ui.application import prepare_environment

# Before pytest-qt makes the application: the web engine learns of `kb:` then or never.
prepare_environment()

HARMLESS = (
    "This plugin does not support",  # what the offscreen platform cannot do
    "Sandboxing disabled by user",
)
CHROMIUM = ("GPUInfo", "QRhi", "Failed to create RHI", "Vulkan", "GBM is not supported")


def _new_timers() -> list[QTimer]:
    """Those that run and were made since `gc.freeze`."""
    return [
        thing
        for thing in gc.get_objects()
        if type(thing) is QTimer and Shiboken.isValid(thing) and thing.isActive()
    ]


@pytest.fixture(autouse=True)
def nothing_left(qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail when a window, a thread or a running timer outlives the test, or Qt warned."""
    threads = set(threading.enumerate())
    windows = set(QApplication.topLevelWidgets())
    gc.freeze()  # to look through all that was imported would take longer than the tests
    yield
    application = QApplication.instance()
    assert application is not None
    application.processEvents()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    left = [each for each in QApplication.topLevelWidgets() if each not in windows]
    assert not left, f"left over: {left}"
    assert not (set(threading.enumerate()) - threads), "threads were left over"
    assert not _new_timers(), "timers were left running"
    log = request.node.qt_log_capture if hasattr(request.node, "qt_log_capture") else None
    warned = [
        record.message
        for record in (log.records if log else ())
        if record.type_name in {"QtWarningMsg", "QtCriticalMsg", "QtFatalMsg"}
        and not record.message.startswith(HARMLESS)
        and not any(word in record.message for word in CHROMIUM)
    ]
    assert not warned, f"Qt warned: {warned}"
