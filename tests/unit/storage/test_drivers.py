"""Both SQLites: the wheel's, and the standard library's where there is no wheel."""

import os
import subprocess
import sys
from pathlib import Path

from kbeditor.storage.driver import describe, sqlite
from tests.helpers.library import opened

ROOT = Path(__file__).parents[3]
CORE = (
    "tests/unit/storage/test_opening.py",
    "tests/unit/storage/test_migrating.py",
    "tests/unit/storage/test_backup.py",
    "tests/unit/services/test_search.py",
    "tests/unit/services/test_importing.py",
)
# What follows from this point on behaves as if the wheel were not installed.
WITHOUT_WHEEL = """
import sys
sys.modules["pysqlite3"] = None
import pytest
from kbeditor.storage.driver import describe
assert describe().startswith("sqlite3 "), describe()
sys.exit(pytest.main(["-q", "-p", "no:cacheprovider", *sys.argv[1:]]))
"""


def test_the_standard_librarys_sqlite_does_it_all() -> None:
    result = subprocess.run(
        [sys.executable, "-c", WITHOUT_WHEEL, *CORE],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if not name.startswith("PYTEST")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout[-4000:] + result.stderr[-2000:]
    assert " passed" in result.stdout


def test_the_driver_is_named(path: Path) -> None:
    with opened(path) as ws:
        assert ws.driver == describe() == f"{sqlite.__name__} {sqlite.sqlite_version}"
