"""A body as the renderer reads it, and the way back from there to the body's own characters."""

import re
from bisect import bisect_right

LINE_END = re.compile(r"\r\n?|\n")

_ODD = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]")
_TAB = 4


class PlainText:
    """Lines that end in "\\n", tabs as spaces, no control characters: `text`.

    `starts` and `ends` are where the lines begin and end in the body. Lines are those that end in
    "\\n", "\\r\\n" or "\\r", no others.
    """

    def __init__(self, body: str) -> None:
        ends = [found.span() for found in LINE_END.finditer(body)]
        self.starts = [0, *(end for _, end in ends)]
        self.ends = [*(start for start, _ in ends), len(body)]
        self._columns: dict[int, list[int]] = {}
        if "\r" not in body and not _ODD.search(body):
            self.text = body
            self._plain_starts = self.starts
            return
        lines: list[str] = []
        self._plain_starts = [0]
        for number, (start, end) in enumerate(zip(self.starts, self.ends, strict=True)):
            line = body[start:end]
            if _ODD.search(line):
                line, self._columns[number] = _plain(line)
            lines.append(line)
            self._plain_starts.append(self._plain_starts[-1] + len(line) + 1)
        self.text = "\n".join(lines)

    def place(self, position: int) -> int:
        """Where a character of `text` stands in the body."""
        if self._plain_starts is self.starts:
            return position
        line = bisect_right(self._plain_starts, position) - 1
        column = position - self._plain_starts[line]
        columns = self._columns.get(line)
        return self.starts[line] + (columns[column] if columns else column)

    def line_of(self, position: int) -> int:
        """The line that a character of the body is in."""
        return bisect_right(self.starts, position) - 1


def _plain(line: str) -> tuple[str, list[int]]:
    """A line without tabs and control characters, and the place of each of its characters."""
    characters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(line):
        if character == "\t":
            width = _TAB - len(characters) % _TAB
            characters += " " * width
            # What begins within a tab begins after it.
            places += [place, *[place + 1] * (width - 1)]
        elif not _ODD.match(character):
            characters.append(character)
            places.append(place)
    return "".join(characters), [*places, len(line)]
