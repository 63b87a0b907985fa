"""The headings of a Markdown text, for jumping."""

import re
from typing import NamedTuple

from kbeditor.ui.editor.syntax import TEXT, in_code, read_line

_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*(?:\{[^}]*\})?[ \t]*$")
_MARKS = re.compile(r"[*_`~]+|!?\[([^\]]*)\]\([^)]*\)")


class OutlineLine(NamedTuple):
    """One heading; `line` counts from 1."""

    level: int
    title: str
    line: int


def read_outline(text: str) -> list[OutlineLine]:
    """All headings outside code, in order."""
    if "#" not in text:
        return []
    found, state = [], TEXT
    for number, line in enumerate(text.split("\n"), start=1):
        inside = in_code(state)
        if inside or "`" in line or "~" in line or line.startswith(("    ", "\t")):
            _, state = read_line(line, state)  # only what can open or close code is read in full
        else:
            state = TEXT
        heading = None if inside else _HEADING.match(line)
        if heading is not None:
            title = _MARKS.sub(lambda mark: mark[1] or "", heading[2])
            found.append(OutlineLine(len(heading[1]), title.strip(), number))
    return found
