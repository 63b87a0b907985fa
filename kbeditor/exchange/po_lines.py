"""The lines of a PO file as entries.

polib's own reader joins a string that goes on over many lines in quadratic time, holds the whole
file, and splits lines at characters that stand inside strings; this one does not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NoReturn

import polib

from kbeditor.exchange.bad_file import BadFile

_KEYWORD = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)\s*(".*)', re.DOTALL)
_STRING = re.compile(r'"((?:[^"\\]|\\.)*+)"', re.DOTALL)


@dataclass(slots=True)
class Entry:
    """One message. `line` is that of its `msgid`, `offset` the characters before it in the file.

    `context` None: it has none. `comments` are the extracted ones, `reference` the first.
    """

    line: int = 0
    offset: int = 0
    context: str | None = None
    id: str = ""
    translation: str = ""
    plural: bool = False
    fuzzy: bool = False
    obsolete: bool = False
    comments: list[str] = field(default_factory=list)
    reference: str = ""


def entries(text: str, shown: str) -> Iterator[Entry]:
    """All entries of a PO file, obsolete ones too. Raises BadFile with the line."""
    reader = _Reader(shown)
    offset = 0
    # A form feed or a Unicode line separator is part of its string, so no `splitlines`.
    for number, line in enumerate(_lines(text), start=1):
        if finished := reader.feed(line.strip(" \t\n"), number, offset):
            yield finished
        offset += len(line)
    if finished := reader.finish():
        yield finished


def _lines(text: str) -> Iterator[str]:
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end


class _Reader:
    """Collects the lines of one entry after the other."""

    def __init__(self, shown: str) -> None:
        self._shown = shown
        self._line = 0
        self._begin()

    def _begin(self) -> None:
        self._entry = Entry()
        self._strings: dict[str, list[str]] = {}
        self._keyword = ""

    def feed(self, line: str, number: int, offset: int) -> Entry | None:
        """Take a line; the entry before it when that is over."""
        self._line = number
        if not line:
            return None
        finished = None
        obsolete = line.startswith("#~")
        if obsolete:
            line = line[2:].lstrip()
            if line.startswith("|") or not line:
                return None
        if line.startswith("#"):
            if "msgstr" in self._strings:
                finished = self.finish()
            self._comment(line)
        elif found := _KEYWORD.match(line):
            keyword = found[1]
            if keyword in ("msgctxt", "msgid") and "msgstr" in self._strings:
                finished = self.finish()
            self._begin_string(keyword, obsolete, offset)
            self._string(found[2])
        else:
            self._string(line)
        return finished

    def finish(self) -> Entry | None:
        """What was collected, if it is an entry; begin anew."""
        entry, strings = self._entry, self._strings
        self._begin()
        if not strings:
            return None
        if "msgid" not in strings or "msgstr" not in strings:
            missing = "msgstr" if "msgid" in strings else "msgid"
            raise BadFile(
                "po",
                self._shown,
                "there is an entry without {missing}",
                self._line,
                missing=missing,
            )
        entry.context = "".join(strings["msgctxt"]) if "msgctxt" in strings else None
        entry.id = "".join(strings["msgid"])
        entry.translation = "".join(strings["msgstr"])
        entry.plural = "msgid_plural" in strings
        return entry

    def _comment(self, line: str) -> None:
        entry = self._entry
        match line[:2]:
            case "#.":
                entry.comments.append(line[2:].strip())
            case "#:":
                entry.reference = entry.reference or (line[2:].split() or [""])[0]
            case "#,":
                entry.fuzzy |= "fuzzy" in (flag.strip() for flag in line[2:].split(","))

    def _begin_string(self, keyword: str, obsolete: bool, offset: int) -> None:
        keyword = "msgstr" if keyword == "msgstr[0]" else keyword
        if keyword in self._strings:
            self._fail("{keyword} stands there twice in one entry", keyword=keyword)
        if keyword == "msgid":
            self._entry.line, self._entry.offset = self._line, offset
        self._entry.obsolete |= obsolete
        self._strings[keyword] = []
        self._keyword = keyword

    def _string(self, line: str) -> None:
        found = _STRING.fullmatch(line)
        if found is None:
            self._fail("this is neither a comment nor a quoted string")
        if not self._keyword:
            self._fail("this string belongs to no entry")
        self._strings[self._keyword].append(polib.unescape(found[1]))

    def _fail(self, reason: str, **details: object) -> NoReturn:
        raise BadFile("po", self._shown, reason, self._line, **details)
