"""Reads JSON that others wrote: one meaning only, within limits, errors with their place."""

import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any, NoReturn
from uuid import UUID

from kbeditor.exchange.bad_file import BadFile
from kbeditor.exchange.folder import decode_text

DEEPEST = 20  # of values whose shape is not ours (settings, unknown front matter)
MOST_VALUES = 2_000_000
"""A file of brackets takes thirty times its size in memory; attachments.json of the largest library
that is taken has nine tenths of this.
"""
_SURROGATE = re.compile("[\ud800-\udfff]")
# Python reads many more spellings of a time than other programs do.
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:\d\d)", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_BIGGEST = 1 << 63


class _Refused(ValueError):
    """A value that JSON readers disagree about; the message says which."""


def loads(data: bytes, shown: str) -> "Node":
    """Parse a JSON object. BadFile: not UTF-8 JSON, a key twice, NaN or infinity, integers
    beyond 64 bits, nesting without end, far too many values.
    """
    if sum(map(data.count, (b"{", b"[", b","))) > MOST_VALUES:
        raise BadFile("json", shown, "it has more than {limit:,} values", limit=MOST_VALUES)
    text = decode_text(data, shown)
    try:
        value = json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_constant,
            parse_int=_integer,
            parse_float=_number,
        )
    except json.JSONDecodeError as error:
        raise BadFile(
            "json", shown, "this is not JSON ({problem})", error.lineno, problem=error.msg
        ) from error
    except _Refused as error:
        raise BadFile("json", shown, "{problem}", problem=str(error)) from error
    except RecursionError as error:
        raise BadFile("json", shown, "it is nested too deeply") from error
    return Node(value, shown, "$")


class Node:
    """A JSON object with its place; each reader checks the type and names the place if wrong.

    Keys are taken as they are read; `finish` refuses those that nobody asked for.
    """

    __slots__ = ("_left", "file", "path", "value")

    def __init__(self, value: object, file: str, path: str) -> None:
        self.file, self.path = file, path
        if not isinstance(value, dict):
            self.fail("", "this is not an object")
        self.value: dict[str, Any] = value
        self._left = set(value)

    def fail(self, key: str, reason: str, **details: object) -> NoReturn:
        """Raise BadFile for a key of this object (or for itself)."""
        where = f"{self.path}.{key}" if key else self.path
        raise BadFile("json", self.file, "{where}: " + reason, 0, where=where, **details)

    def finish(self) -> None:
        """Refuse keys that were not read."""
        if self._left:
            self.fail(min(self._left), "nothing of this name is known here")

    def has(self, key: str) -> bool:
        """Whether the key is there."""
        return key in self.value

    def is_null(self, key: str) -> bool:
        """Whether there is a null, which is taken then; else nothing is."""
        return self._null(key)

    def text(self, key: str, longest: int | None = None) -> str:
        """A string without NUL and lone surrogates, of at most `longest` characters."""
        value = self._clean(key, self._take(key, str, "a string"))
        if longest is not None and len(value) > longest:
            self.fail(key, "this is longer than {limit:,} characters", limit=longest)
        return value

    def optional_text(self, key: str) -> str | None:
        """A string, or null."""
        return None if self._null(key) else self.text(key)

    def integer(self, key: str, least: int = 0) -> int:
        """An integer of at least `least`."""
        value: int = self._take(key, int, "an integer")
        if value < least:
            self.fail(key, "this is less than {least}", least=least)
        return value

    def optional_integer(self, key: str, least: int = 0) -> int | None:
        """An integer, or null."""
        return None if self._null(key) else self.integer(key, least)

    def flag(self, key: str) -> bool:
        """True or false."""
        value: bool = self._take(key, bool, "true or false")
        return value

    def uuid(self, key: str) -> str:
        """A UUID in its usual spelling."""
        value = self.text(key)
        try:
            usual = str(UUID(value)) == value
        except ValueError:
            usual = False
        if not usual:
            self.fail(key, "this is not a UUID in lower case")
        return value

    def optional_uuid(self, key: str) -> str | None:
        """A UUID, or null."""
        return None if self._null(key) else self.uuid(key)

    def time(self, key: str) -> datetime:
        """A time with its zone, ISO 8601; given back in UTC."""
        value = self.text(key)
        try:
            if not _TIME.fullmatch(value):
                raise ValueError(value)
            return datetime.fromisoformat(value).astimezone(UTC)
        except (ValueError, OverflowError):
            self.fail(key, "this is not a time with its zone such as 2026-01-31T12:00:00Z")

    def optional_date(self, key: str) -> date | None:
        """A day, or null."""
        if self._null(key):
            return None
        value = self.text(key)
        try:
            if not _DAY.fullmatch(value):
                raise ValueError(value)
            return date.fromisoformat(value)
        except ValueError:
            self.fail(key, "this is not a day such as 2026-01-31")

    def one_of(self, key: str, choices: tuple[str, ...]) -> str:
        """One of a few words."""
        value = self.text(key)
        if value not in choices:
            self.fail(key, "this is none of {choices}", choices=", ".join(choices))
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of strings."""
        values = self._take(key, list, "a list")
        for place, value in enumerate(values):
            if not isinstance(value, str):
                self.fail(f"{key}[{place}]", "this is not a string")
            self._clean(f"{key}[{place}]", value)
        return tuple(values)

    def words_by_key(self, key: str) -> dict[str, str]:
        """An object whose values are strings."""
        inner = Node(self._take(key, dict, "an object"), self.file, f"{self.path}.{key}")
        return {self._clean(key, each): inner.text(each) for each in inner.value}

    def nodes(self, key: str) -> Iterator["Node"]:
        """A list of objects."""
        for place, value in enumerate(self._take(key, list, "a list")):
            yield Node(value, self.file, f"{self.path}.{key}[{place}]")

    def node(self, key: str) -> "Node":
        """An object."""
        return Node(self._take(key, dict, "an object"), self.file, f"{self.path}.{key}")

    def free(self, key: str) -> dict[str, Any]:
        """An object of whatever shape, its strings checked and its depth limited."""
        value: dict[str, Any] = self._take(key, dict, "an object")
        self._check_free(key, value, 0)
        return value

    def _check_free(self, where: str, value: object, depth: int) -> None:
        if depth > DEEPEST:
            self.fail(where, "this is nested deeper than {limit}", limit=DEEPEST)
        if isinstance(value, str):
            self._clean(where, value)
        elif isinstance(value, list):
            for place, each in enumerate(value):
                self._check_free(f"{where}[{place}]", each, depth + 1)
        elif isinstance(value, dict):
            for name, each in value.items():
                self._check_free(f"{where}.{self._clean(where, name)}", each, depth + 1)

    def _take(self, key: str, kind: type, words: str) -> Any:
        if key not in self.value:
            self.fail(key, "this is missing")
        self._left.discard(key)
        value = self.value[key]
        # True is an int to Python, but not to JSON.
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            self.fail(key, "this is not {words}", words=words)
        return value

    def _null(self, key: str) -> bool:
        if key in self.value and self.value[key] is None:
            self._left.discard(key)
            return True
        return False

    def _clean(self, key: str, value: str) -> str:
        if "\0" in value:
            self.fail(key, "there is a NUL character in it")
        if not value.isascii() and _SURROGATE.search(value):
            self.fail(key, "there is half a character (a lone surrogate) in it")
        return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        twice = Counter(key for key, _ in pairs).most_common(1)[0][0]
        raise _Refused(f"the key “{twice[:80]}” stands in one object twice")
    return value


def _constant(word: str) -> NoReturn:
    raise _Refused(f"{word} is not a JSON number")


def _integer(digits: str) -> int:
    if len(digits) > 20 or not -_BIGGEST <= (value := int(digits)) < _BIGGEST:
        raise _Refused(f"the number {digits[:30]} does not fit in 64 bits")
    return value


def _number(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise _Refused(f"the number {digits[:30]} is too big")
    return value
