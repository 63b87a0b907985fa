"""What single lines of Markdown look like: the patterns and small measures of the block scanner."""

import re
from collections.abc import Sequence

FENCE = re.compile(r"( *)(`{3,}(?=[^`]*$)|~{3,}) *(.*?) *$")
HEADING = re.compile(r" {0,3}(#{1,6})(?:[ ]+(.*))?$")
UNDERLINE = re.compile(r" {0,3}(=+|-+) *$")
RULE = re.compile(r" {0,3}(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$")
QUOTE = re.compile(r"\A {0,3}> ?")
ITEM = re.compile(r"( *)([-*+]|\d{1,9}[.)])( +(?=\S)|$)")
ROW_RULE = re.compile(r" {0,3}\|? *:?-+:? *(?:\| *:?-+:? *)*\|? *$")
DEFINITION = re.compile(r" {0,3}: +(?=\S)")
ADMONITION = re.compile(r" {0,3}(!!!|\?\?\?\+?) +([\w-]+)(?: +\"(.*)\")? *$")
COLLAPSIBLE = re.compile(r" {0,3}\+{3,} *(.*?) *$")
SHADE_BEGIN = re.compile(r" {0,3}> ?\[!BEGINSHADEBOX\b.*\] *$")
SHADE_END = re.compile(r" {0,3}> ?\[!ENDSHADEBOX\] *$")
FOOTNOTE = re.compile(r" {0,3}\[\^([^\]\s]{1,64})\]:(?: |$)")
REFERENCE = re.compile(
    r" {0,3}\[([^\]^][^\]]*)\]: *<?([^\s<>]+)>?(?: +(?:\"(.*)\"|'(.*)'|\((.*)\)))? *$"
)
ABBREVIATION = re.compile(r"\*\[([^\]]+)\]: *(.*?) *$")
ATTRIBUTES = re.compile(r" {0,3}\{:? *(?:[#.][\w-]|[\w-]+=)[^}]*\} *$")
CONTENTS = re.compile(r" {0,3}\[TOC\] *$")
HTML_OPEN = re.compile(r" {0,3}<(?:(/?)([A-Za-z][A-Za-z0-9-]*)(?=[\s/>]|$)|(!--)|[!?])")

_MIXED = "article aside blockquote center details div figure footer header main nav section"
_WHOLE = (
    "address caption col colgroup dd dl dt fieldset figcaption form h1 h2 h3 h4 h5 h6 hr iframe li "
    "noscript object ol p pre script style summary svg math table tbody td template textarea tfoot "
    "th thead title tr ul video audio"
)
MIXED_TAGS = frozenset(_MIXED.split())
"""Tags whose inside is Markdown again after a blank line."""
WHOLE_TAGS = frozenset(_WHOLE.split())
"""Tags whose inside is HTML to their end."""
BLOCK_TAGS = MIXED_TAGS | WHOLE_TAGS
VOID_TAGS = frozenset({"hr", "col"})


def indent_of(line: str) -> int:
    """Leading spaces of a line."""
    return len(line) - len(line.lstrip(" "))


def is_blank(line: str) -> bool:
    """Whether a line has nothing but spaces."""
    return not line or line.isspace()


def columns_of(row: str) -> int:
    """How many cells a table row has."""
    return len(split_row(row))


def split_row(row: str) -> list[str]:
    """The cells of a table row: cut at `|` that are neither escaped nor within a code span."""
    row = row.strip()
    if row.startswith("|"):
        row = row[1:]
    cells: list[str] = []
    cell: list[str] = []
    position = 0
    while position < len(row):
        character = row[position]
        if character == "\\" and position + 1 < len(row):
            following = row[position + 1]
            cell.append(following if following == "|" else character + following)
            position += 2
            continue
        if character == "`":
            ticks = len(row) - position - len(row[position:].lstrip("`"))
            close = _closing_ticks(row, position + ticks, ticks)
            stop = close + ticks if close >= 0 else position + ticks
            cell.append(row[position:stop].replace("\\|", "|"))
            position = stop
            continue
        if character == "|":
            cells.append("".join(cell).strip())
            cell = []
        else:
            cell.append(character)
        position += 1
    if cell or not cells:
        cells.append("".join(cell).strip())
        if len(cells) > 1 and not cells[-1]:
            cells.pop()
    return cells


def _closing_ticks(row: str, start: int, ticks: int) -> int:
    mark = "`" * ticks
    found = row.find(mark, start)
    while found >= 0:
        end = found + ticks
        if (end == len(row) or row[end] != "`") and row[found - 1] != "`":
            return found
        found = row.find(mark, end)
    return -1


def fence_closing(lines: Sequence[str], index: int, column: int = 0) -> int | None:
    """The line that closes the fence opened on a line (from a column on), or None."""
    opener = FENCE.match(lines[index][column:])
    assert opener is not None
    mark = opener[2]
    for position in range(index + 1, len(lines)):
        body = lines[position].strip()
        if body.startswith(mark) and not body.strip(mark[0]):
            return position
    return None
