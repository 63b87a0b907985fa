"""Many calls of Qt from Python do not end the interpreter (docs/decisions/0003)."""

import os
import subprocess
import sys

MANY_CALLS = """
from PySide6.QtCore import QCoreApplication, QObject
from kbeditor.ui.keeping_constants import keep_constants

keep_constants()
application = QCoreApplication([])
thing = QObject()
for number in range(60_000):
    thing.setObjectName("thing")
print("alive")
"""


def test_the_interpreter_outlives_many_calls() -> None:
    done = subprocess.run(
        [sys.executable, "-c", MANY_CALLS],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "alive\n", done.stderr
