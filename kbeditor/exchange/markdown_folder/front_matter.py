"""The YAML between two `---` lines at the top of a Markdown file, read without surprises."""

import re
from typing import TYPE_CHECKING, NamedTuple, NoReturn, TypeAlias

import yaml

from kbeditor.exchange.bad_file import BadFile

if TYPE_CHECKING:
    Value: TypeAlias = "str | list[Value] | dict[str, Value]"

LARGEST = 64 * 1024  # bytes
DEEPEST = 20

# libyaml's parser where it was built in: the same events, fifty times as fast.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_FENCED = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$\n?", re.S | re.M)


class Parts(NamedTuple):
    """A Markdown file: YAML text ("" if none), body, and the body's first line in the file."""

    yaml: str
    body: str
    first_line: int


def split(text: str) -> Parts:
    """Cut a file at its front matter. Without a closing line there is none."""
    if not text.startswith("---"):
        return Parts("", text, 1)
    found = _FENCED.match(text)
    if not found:
        return Parts("", text, 1)
    return Parts(found[1], text[found.end() :], text.count("\n", 0, found.end()) + 1)


def parse(text: str, path: str, first_line: int = 2) -> "dict[str, Value]":
    """Front matter as nested dicts, lists and strings; every scalar stays the string it is.

    Refused with BadFile: more than 64 kB, nesting deeper than 20, anchors and aliases (a small
    file could unfold to gigabytes), tags, a key twice, anything but `key: value` at the top.
    """
    if not text.strip():
        return {}
    if len(text.encode()) > LARGEST:
        raise BadFile(
            "front_matter",
            path,
            "the front matter is larger than {limit:,} bytes",
            first_line,
            limit=LARGEST,
        )
    builder = _Builder(path, first_line)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.YAMLError as error:
        raise _not_yaml(error, text, path, first_line) from error
    return builder.result


class _Builder:
    """Builds the value from the parser's events, so that nothing is ever unfolded."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path, self.first_line = path, first_line
        self.result: dict[str, Value] = {}
        self._open: list[dict[str, Value] | list[Value]] = []
        self._keys: list[str | None] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_magic(event)
            self._scalar(event)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._refuse_magic(event)
            if len(self._open) >= DEEPEST:
                self._fail(event, "the front matter is nested deeper than {limit}", limit=DEEPEST)
            opened: dict[str, Value] | list[Value]
            opened = {} if isinstance(event, yaml.MappingStartEvent) else []
            self._add(opened, event)
            self._open.append(opened)
            self._keys.append(None)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._open.pop()
            self._keys.pop()
        elif isinstance(event, yaml.AliasEvent):
            self._fail(event, "the front matter uses an alias (*{name})", name=event.anchor)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._fail(event, "the front matter holds more than one document")

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        if self._open and isinstance(self._open[-1], dict) and self._keys[-1] is None:
            if event.value in self._open[-1]:
                self._fail(event, "the key “{key}” stands there twice", key=event.value)
            self._keys[-1] = event.value
        else:
            self._add(event.value, event)

    def _add(self, value: "Value", event: yaml.Event) -> None:
        if not self._open:
            if not isinstance(value, dict):
                self._fail(event, "the front matter is not a list of “key: value” lines")
            self.result = value
            return
        holder = self._open[-1]
        if isinstance(holder, list):
            holder.append(value)
            return
        key = self._keys[-1]
        if key is None:
            self._fail(event, "a key of the front matter is not a plain word")
        holder[key] = value
        self._keys[-1] = None

    def _refuse_magic(
        self, event: yaml.ScalarEvent | yaml.MappingStartEvent | yaml.SequenceStartEvent
    ) -> None:
        if event.tag is not None:
            self._fail(event, "the front matter uses a tag ({tag})", tag=event.tag)
        if event.anchor is not None:
            self._fail(event, "the front matter uses an anchor (&{name})", name=event.anchor)

    def _fail(self, event: yaml.Event, reason: str, **details: object) -> NoReturn:
        line = self.first_line + (event.start_mark.line if event.start_mark else 0)
        raise BadFile("front_matter", self.path, reason, line, **details)


def _not_yaml(error: yaml.YAMLError, text: str, path: str, first_line: int) -> BadFile:
    mark = getattr(error, "problem_mark", None)
    position = getattr(error, "position", None)  # a character that YAML forbids has this instead
    offset = mark.line if mark else text.count("\n", 0, position) if position else 0
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "unknown"
    return BadFile(
        "front_matter",
        path,
        "the front matter is not valid YAML: {problem}",
        first_line + offset,
        problem=problem,
    )
