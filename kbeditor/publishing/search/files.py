"""The form of the search's script files: lines that call a function with JSON; and reading them."""

import json
import re
from collections.abc import Callable
from typing import Any

HEAD, NAMES, PART, TEXTS = "kbSearchHead", "kbSearchNames", "kbSearchPart", "kbSearchTexts"
INDEX = "index.js"

Read = Callable[[str], bytes | None]
"""Gives a file of the last build by its address, None where it is not there or not as it was."""

_LINE = re.compile(r"^(\w+)\((.*)\);$")


class SearchLostError(Exception):
    """An earlier file that is needed is not there: the search must be made from all texts."""


def call(function: str, *arguments: object) -> str:
    """One line of a script."""
    return f"{function}({','.join(map(script_json, arguments))});\n"


_encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def script_json(data: object) -> str:
    """JSON that may stand in a script: no `<`, no line separators."""
    text = _encoded(data)
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def calls(script: bytes) -> dict[str, list[Any]]:
    """The arguments of the calls in a script, by function (the last of each)."""
    found: dict[str, list[Any]] = {}
    for line in script.decode().split("\n"):
        matched = _LINE.match(line)
        if matched:
            found[matched[1]] = json.loads(f"[{matched[2]}]")
    return found


class Earlier:
    """The search of one locale as the last build left it."""

    def __init__(self, folder: str, read: Read) -> None:
        """Raises SearchLostError where there is none."""
        self._folder = folder
        self._read = read
        self._first = self._calls(INDEX)
        if HEAD not in self._first:
            raise SearchLostError(folder)
        self.head: dict[str, Any] = self._first[HEAD][0]

    def bytes(self, name: str) -> bytes | None:
        """A file as it was."""
        return self._read(f"{self._folder}/{name}")

    def names(self, group: int) -> list[list[Any]]:
        """Rows of names: number, title, where, address, labels."""
        found = self._first if NAMES in self._first else self._calls(f"names-{group}.js")
        rows: list[list[Any]] = self._argument(found, NAMES, 1)
        return rows

    def part(self, name: str) -> dict[str, str]:
        """The words of a part, and their rows."""
        found = self._first if PART in self._first else self._calls(name)
        words, rows = self._argument(found, PART, 1), self._argument(found, PART, 2)
        return dict(zip(words.split(" "), rows.split(" "), strict=True)) if words else {}

    def texts(self, group: int) -> list[list[Any]]:
        """Rows of texts: number, headings, keywords, summary, body."""
        rows: list[list[Any]] = self._argument(self._calls(f"texts-{group}.js"), TEXTS, 1)
        return rows

    def _calls(self, name: str) -> dict[str, list[Any]]:
        script = self.bytes(name)
        if script is None:
            raise SearchLostError(name)
        try:
            return calls(script)
        except ValueError as error:
            raise SearchLostError(name) from error

    def _argument(self, found: dict[str, list[Any]], function: str, place: int) -> Any:
        try:
            return found[function][place]
        except LookupError as error:
            raise SearchLostError(function) from error
