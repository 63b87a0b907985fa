"""The cells of a table row, where they stand, and how a text is written into one."""

import re


def cells_of(row: str) -> list[tuple[int, int]]:
    """Where the cells of a row are: (start, end) without the spaces around them.

    The row is cut as the renderer cuts it: at `|` that are neither escaped nor in a code span.
    """
    start = len(row) - len(row.lstrip())
    end = len(row.rstrip())
    if row.startswith("|", start):
        start += 1
    if "\\" not in row and "`" not in row:
        cuts = [index for index in range(start, end) if row[index] == "|"]
    else:
        cuts = _cuts(row, start, end)
    bounds = [start, *(cut + 1 for cut in cuts)]
    ends = [*cuts, end]
    cells = [_trimmed(row, first, last) for first, last in zip(bounds, ends, strict=True)]
    if len(cells) > 1 and cells[-1][0] == cells[-1][1]:
        cells.pop()
    return cells


def _cuts(row: str, start: int, end: int) -> list[int]:
    cuts: list[int] = []
    position = start
    while position < end:
        character = row[position]
        if character == "\\" and position + 1 < end:
            position += 2
        elif character == "`":
            position = _after_code(row, position, end)
        else:
            if character == "|":
                cuts.append(position)
            position += 1
    return cuts


def _after_code(row: str, position: int, end: int) -> int:
    """The place after a code span, or after the backticks that open none."""
    opened = position
    while opened < end and row[opened] == "`":
        opened += 1
    mark = row[position:opened]
    found = row.find(mark, opened, end)
    while found >= 0:
        after = found + len(mark)
        if (after == end or row[after] != "`") and row[found - 1] != "`":
            return after
        found = row.find(mark, after, end)
    return opened


def _trimmed(row: str, start: int, end: int) -> tuple[int, int]:
    text = row[start:end]
    inner = text.strip()
    if not inner:
        return start, start
    first = start + len(text) - len(text.lstrip())
    return first, first + len(inner)


def from_cell(raw: str) -> str:
    """The Markdown of a cell as it is outside a table: `\\|` is a plain `|` there."""
    if "\\|" not in raw:
        return raw
    return re.sub(r"\\(.)", lambda found: "|" if found[1] == "|" else found[0], raw, flags=re.S)


def to_cell(text: str) -> str:
    """A text so that it stands in one cell: on one line, every `|` escaped."""
    line = " ".join(text.split("\n")).strip()
    if "|" not in line:
        return line
    return re.sub(r"\\.|\|", lambda found: "\\|" if found[0] == "|" else found[0], line, flags=re.S)
