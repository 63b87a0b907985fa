"""What kind of exchange file something is, by its content: an export replaces its own kind only."""

import re
import zipfile
from pathlib import Path

_HEAD = 65_536
_MARKS = (
    (re.compile(rb"<xliff[\s>]"), "xliff"),
    (re.compile(rb"<tmx[\s>]"), "tmx"),
    (re.compile(rb"<(martif|tbx)[\s>]"), "tbx"),
    (re.compile(rb'^msgid "', re.MULTILINE), "po"),
)
_ENTRIES = (("bundle.json", "bundle"), ("xl/", "xlsx"), ("translate/", "package"))
_TABLE = re.compile(r'"?(id|term|locale)\b[^,;\t\n]*"?[,;\t]')


def kind_of(path: Path) -> str:
    """`xliff`, `tmx`, `tbx`, `po`, `table:…`, `bundle`, `xlsx`, `package`; "" for anything else.

    Raises OSError.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if head.startswith(b"PK\x03\x04"):
        return _kind_of_zip(path)
    for mark, kind in _MARKS:
        if mark.search(head):
            return kind
    table = _TABLE.match(head.decode("utf-8-sig", "replace"))
    return f"table:{table[1]}" if table else ""


def _kind_of_zip(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return ""
    for mark, kind in _ENTRIES:
        if any(name.startswith(mark) for name in names):
            return kind
    return ""
