"""What holds for all tests: how Qt draws, and which tests share one process."""

import os
from pathlib import Path

import pytest

# Before anything imports Qt. Who wants to watch says QT_QPA_PLATFORM=xcb.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if hasattr(os, "geteuid") and os.geteuid() == 0:
    # Chromium refuses its sandbox to root; ordinary users keep it.
    os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")

_HERE = Path(__file__).parent
_WITH_WINDOW = (_HERE / "ui", _HERE / "journeys")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests with a window or a browser in one process of a parallel run, in order."""
    for item in items:
        if any(item.path.is_relative_to(folder) for folder in _WITH_WINDOW):
            item.add_marker(pytest.mark.xdist_group("window"))
