"""Files that are called libraries: empty, foreign, damaged, tampered with, or no files at all."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from functools import cache
from pathlib import Path

from kbeditor.app.opening import create_library
from kbeditor.domain.records import TextRef
from tests.hostile.case import Make, also, case, directory, file, link, pipe, sparse

NAME = "shop.kb"


@cache
def _sound() -> bytes:
    """A library with an article; made once."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / NAME
        with closing(create_library(path, "Shop", "en", ["fr"])) as ws:
            article = ws.articles.create(None, "Returns", "en").value
            ref = TextRef(article, "en")
            text = ws.texts.get(ref)
            assert text is not None
            ws.texts.save(ref, text.version, body="A word.\n\nMore.\n")
        return path.read_bytes()


def _library(folder: Path) -> Path:
    (folder / NAME).write_bytes(_sound())
    return folder / NAME


def _told(*statements: str) -> Make:
    """A library into which somebody wrote by SQL."""

    def run(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA journal_mode=DELETE")
            connection.execute("PRAGMA writable_schema=ON")
            for each in statements:
                connection.execute(each)
            connection.commit()

    return also(_library, run)


def _bytes(change: Callable[[bytearray], object]) -> Make:
    def run(path: Path) -> None:
        data = bytearray(path.read_bytes())
        change(data)
        path.write_bytes(data)

    return also(_library, run)


def _other_log(path: Path) -> None:
    """The log of another library beside this one."""
    other = path.with_name("other.kb")
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE evil (x)")
        connection.execute("INSERT INTO evil VALUES (randomblob(100000))")
        connection.commit()
        shutil.copy(f"{other}-wal", f"{path}-wal")


def _junk_log(path: Path) -> None:
    Path(f"{path}-wal").write_bytes(os.urandom(100_000))


def _foreign(folder: Path) -> Path:
    with closing(sqlite3.connect(folder / NAME)) as connection:
        connection.execute("CREATE TABLE song (title)")
    return folder / NAME


def _hard_linked(path: Path) -> None:
    os.link(path, path.with_name("second.kb"))


def _scribbled(start: int, length: int) -> Callable[[bytearray], object]:
    def change(data: bytearray) -> None:
        data[start : start + length] = b"\xa5" * min(length, max(0, len(data) - start))

    return change


def _cut(size: int) -> Callable[[bytearray], object]:
    def change(data: bytearray) -> None:
        del data[size:]

    return change


_VIEW = "CREATE VIEW evil AS SELECT load_extension('/tmp/evil.so'), readfile('/etc/passwd')"
_NOT_SQLITE = (("text", b"Dear all,\n" * 400), ("zeros", bytes(8_192)), ("zip", b"PK\3\4" * 400))

CASES = (
    case("kb-none", "library", lambda folder: folder / NAME, "no_file", NAME),
    case("kb-empty", "library", file(NAME, b""), "empty_file", NAME, "empty"),
    case("kb-short", "library", file(NAME, b"SQLite format 3\0"), "not_sqlite", NAME),
    *(case(f"kb-{n}", "library", file(NAME, d), "not_sqlite", NAME) for n, d in _NOT_SQLITE),
    case("kb-huge", "library", sparse(NAME, 1 << 40), "not_sqlite", NAME),
    case("kb-folder", "library", directory(NAME), "no_file", NAME),
    case("kb-pipe", "library", pipe(NAME), "no_file", NAME, needs="pipes"),
    case("kb-device", "library", link(NAME, "/dev/zero"), "no_file", NAME, needs="links"),
    case("kb-link-to-itself", "library", link(NAME, NAME), "no_file", NAME, needs="links"),
    case("kb-link-to-nothing", "library", link(NAME, "gone.kb"), "no_file", NAME, needs="links"),
    case("kb-two-names", "library", also(_library, _hard_linked), needs="links"),
    case("kb-foreign", "library", _foreign, "not_ours", NAME, "another program"),
    case("kb-other-mark", "library", _told("PRAGMA application_id=77"), "not_ours", NAME),
    case("kb-newer", "library", _told("PRAGMA user_version=99"), "newer_format", NAME, "99"),
    case("kb-older-than-all", "library", _told("PRAGMA user_version=-5")),
    case("kb-no-format", "library", _told("PRAGMA user_version=0")),
    case("kb-no-articles", "library", _told("DROP TABLE article"), "damaged"),
    case(
        "kb-name-not-utf8",
        "library",
        _told(
            "UPDATE sqlite_master SET name = CAST(x'fcfc' AS TEXT), tbl_name = CAST(x'fcfc' AS TEXT) WHERE name = 'article'"
        ),
        "damaged",
    ),
    case("kb-no-library-row", "library", _told("DELETE FROM library"), "damaged"),
    case(
        "kb-cut-in-half",
        "library",
        _bytes(lambda data: _cut(len(data) // 2)(data)),
        "damaged",
    ),
    case("kb-one-page", "library", _bytes(_cut(4_096)), "damaged"),
    case("kb-one-byte-less", "library", _bytes(lambda data: _cut(len(data) - 1)(data))),
    case("kb-schema-scribbled", "library", _bytes(_scribbled(3_300, 796)), "damaged"),
    case("kb-pages-scribbled", "library", _bytes(_scribbled(8_192, 400_000)), "damaged"),
    case("kb-page-size-odd", "library", _bytes(_scribbled(16, 2)), "not_sqlite", NAME),
    case("kb-schema-version-odd", "library", _bytes(_scribbled(44, 4)), "damaged"),
    case("kb-encoding-odd", "library", _bytes(_scribbled(56, 4))),
    case("kb-later-sqlite", "library", _bytes(_scribbled(18, 2)), "not_sqlite", "shop.kb"),
    case(
        "kb-trigger",
        "library",
        _told("CREATE TRIGGER evil AFTER UPDATE ON text BEGIN DELETE FROM article; END"),
        "foreign_schema",
        NAME,
        "evil",
    ),
    case(
        "kb-trigger-on-insert",
        "library",
        _told(
            "CREATE TRIGGER evil BEFORE INSERT ON block BEGIN SELECT randomblob(1000000000); END"
        ),
        "foreign_schema",
        NAME,
        "evil",
    ),
    case("kb-view", "library", _told(_VIEW), "foreign_schema", NAME, "evil"),
    case(
        "kb-view-for-table",
        "library",
        _told(
            "PRAGMA foreign_keys=OFF",
            "ALTER TABLE setting RENAME TO setting2",
            "CREATE VIEW setting AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n) "
            "SELECT x AS key, x AS value FROM n",
        ),
        "foreign_schema",
        NAME,
        "setting",
    ),
    case(
        "kb-generated-column",
        "library",
        _told("ALTER TABLE article ADD COLUMN evil GENERATED ALWAYS AS (hex(zeroblob(300000000)))"),
        "foreign_schema",
        NAME,
        "article",
    ),
    case(
        "kb-index-of-an-expression",
        "library",
        _told("CREATE INDEX evil ON text (length(body || body))"),
        "foreign_schema",
        NAME,
        "evil",
    ),
    case(
        "kb-virtual-table",
        "library",
        _told("CREATE VIRTUAL TABLE evil USING fts5(x, content='text')"),
        "foreign_schema",
        NAME,
        "evil",
    ),
    case(
        "kb-schema-of-nonsense",
        "library",
        _told("UPDATE sqlite_master SET sql='CREATE TABLE article (evil' WHERE name='article'"),
        "damaged",
    ),
    case("kb-huge-text", "library", _told("UPDATE text SET body = hex(zeroblob(20000000))")),
    case("kb-number-for-text", "library", _told("UPDATE text SET title = 7, body = x'ff00'")),
    case(
        "kb-text-for-number",
        "library-check",
        _told("PRAGMA ignore_check_constraints=ON", "UPDATE text SET state = 'evil'"),
        "",
        "cannot be read",
    ),
    case(
        "kb-not-utf8", "library", _told("UPDATE text SET body = CAST(x'ff41fe' AS TEXT)"), "damaged"
    ),
    case("kb-nul-in-text", "library", _told("UPDATE text SET body = 'a' || char(0) || 'b'")),
    case(
        "kb-bad-json",
        "library",
        _told("INSERT INTO setting (key, value) VALUES ('evil', '{evil')"),
        "damaged",
    ),
    case(
        "kb-deep-json",
        "library",
        _told(
            "INSERT INTO setting (key, value) VALUES ('evil', replace(hex(zeroblob(50000)), '0', '['))"
        ),
        "damaged",
    ),
    case(
        "kb-circle",
        "library",
        _told(
            "PRAGMA foreign_keys=OFF",
            "INSERT INTO category SELECT * FROM category",
        ),
    ),
    case("kb-log-of-another", "library", also(_library, _other_log), "not_ours", "shop.kb"),
    case("kb-log-of-nonsense", "library", also(_library, _junk_log)),
    case(
        "kb-journal-of-nonsense",
        "library",
        also(_library, lambda path: Path(f"{path}-journal").write_bytes(os.urandom(100_000))),
    ),
)
