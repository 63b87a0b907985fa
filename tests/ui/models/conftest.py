"""Item models are watched by Qt's own model tester: what it finds fails the test."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtTest import QAbstractItemModelTester

Watch = Callable[[QAbstractItemModel], None]


@pytest.fixture
def watch(qtlog: Any) -> Iterator[Watch]:
    """Call with a model before it is changed; its faults are collected until the test ends."""
    testers: list[QAbstractItemModelTester] = []
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    yield lambda model: testers.append(QAbstractItemModelTester(model, mode))
    faults = [record.message for record in qtlog.records if "FAIL!" in record.message]
    assert faults == []
