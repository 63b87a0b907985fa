"""Which SQLite the program uses: the current one of a wheel, else the standard library's.

SQLite 3.7.0 to 3.51.2 can lose a WAL reset when two connections write; the wheel carries a newer
one, but is not made for every system.
"""

from types import ModuleType

try:
    import pysqlite3 as _driver
except ImportError:  # no wheel for this system
    import sqlite3 as _driver

sqlite: ModuleType = _driver


def describe() -> str:
    """The driver's name and its SQLite version, for the About window."""
    return f"{sqlite.__name__} {sqlite.sqlite_version}"
