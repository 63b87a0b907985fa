"""Finds link destinations and first-level headings in Markdown, code and comments left alone."""

import html
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple
from urllib.parse import unquote

# Each pattern below is linear: nothing optional stands between two repetitions of the same signs,
# and repetitions that could be tried again are possessive. Hostile files must not hold the import.
_START = re.compile(
    r"^(?P<fence>(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*(?P<mark>`{3,}|~{3,}))"
    r"|^(?P<heading>#)(?=[ \t])"
    r"|^(?P<underline>=+)[ \t]*$"
    r"|^[ \t>]*(?P<definition>\[)(?!\^)"
    r"|(?P<code>`+)"
    r"|(?P<inline>\]\()"
    r"|(?P<comment><!--)"
    r"|(?P<tag><[A-Za-z])",
    re.M,
)
_BLANK = re.compile(r"\n[ \t>]*\n")
_TICKS = re.compile(r"`+")
_DESTINATION = re.compile(
    r"\s*+(?:<(?P<angle>[^<>\n]*)>"
    r"|(?P<plain>(?:[^\s()<>\\]|\\.|\((?:[^\s()\\]|\\.)*+\))*+))"
    r"(?:\s++(?:\"[^\"]*+\"|'[^']*+'|\([^()]*+\)))?+\s*+\)"
)
_SPACED = re.compile(
    r"[ \t]*+(?P<spaced>[^()<>\"'\n]*+)(?:\"[^\"\n]*+\"[ \t]*+|'[^'\n]*+'[ \t]*+)?+\)"
)
_DEFINITION = re.compile(r"\[[^\[\]\n]++\]:[ \t]*+(?:<(?P<angle>[^<>\n]*)>|(?P<plain>\S++))")
_TAG = re.compile(r"<(?P<name>[A-Za-z][A-Za-z0-9-]*+)[^<>]*+>")
_ADDRESS = re.compile(
    r"\s(?:href|src|poster)\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'<>]+))",
    re.I,
)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_HELD = frozenset({"pre", "script", "style", "textarea"})


class Found(NamedTuple):
    """A destination or a first-level heading, by its place in the body.

    `kind` is "link" (an inline link or picture, a reference's definition, an address in HTML) or
    "heading" (then `start` and `end` enclose its lines, and `raw` is its words with attributes).
    """

    kind: str
    start: int
    end: int
    raw: str
    html: bool = False


class Destination(NamedTuple):
    """Where a link points, decoded: path with `/`, and the fragment as it was written."""

    path: str
    fragment: str


def scan(body: str) -> Iterator[Found]:
    """All destinations and first-level headings of a Markdown body, in order."""
    position, size = 0, len(body)
    ends = _Ends(body)
    while position < size and (found := _START.search(body, position)):
        kind = found.lastgroup if found.lastgroup != "mark" else "fence"
        start = found.start()
        position = found.end()
        if kind == "fence":
            position = _end_of_fence(body, found)
        elif kind == "code":
            position = _end_of_code(body, found, ends)
        elif kind == "comment":
            position = ends.past("-->", position)
        elif kind == "heading":
            end = _end_of_line(body, start)
            yield Found("heading", start, end, body[position:end].strip().rstrip("#"))
            # Links in the heading come next, so the search goes on within it.
        elif kind == "underline":
            before = body.rfind("\n", 0, max(start - 1, 0)) + 1
            words = body[before : max(start - 1, 0)].strip()
            if words and words[0] not in ">|-*+#":
                yield Found("heading", before, found.end(), words)
        elif kind == "inline":
            if start == 0 or body[start - 1] != "\\":
                match = _DESTINATION.match(body, position) or _SPACED.match(body, position)
                if match and (link := _destination(match)):
                    yield link
                    position = match.end()
        elif kind == "definition":
            if (match := _DEFINITION.match(body, found.start("definition"))) and (
                link := _destination(match)
            ):
                yield link
                position = match.end()
        elif match := _TAG.match(body, start):
            for address in _ADDRESS.finditer(body, match.start(), match.end()):
                if link := _destination(address):
                    yield link._replace(html=True)
            position = match.end()
            if match["name"].lower() in _HELD:
                position = ends.past(f"</{match['name']}", position)


def destination(raw: str) -> Destination | None:
    """What a destination means within a folder; None when it leads elsewhere (`https:` …)."""
    if _SCHEME.match(raw):
        return None
    text = html.unescape(raw) if "&" in raw else raw
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text).replace("\\", "/")
    path, _, fragment = text.partition("#")
    path = path.partition("?")[0]
    return Destination(unquote(path) if "%" in path else path, fragment)


def rewrite(body: str, change: Callable[[str], str | None]) -> str:
    """The body with destinations changed; `change` gets each as written, None leaves it."""
    pieces: list[str] = []
    done = 0
    for found in scan(body):
        if found.kind != "link":
            continue
        new = change(found.raw)
        if new is None:
            continue
        start, end = found.start, found.end
        if not found.html and body[start - 1] == "<" and body[end : end + 1] == ">":
            start, end = start - 1, end + 1  # what we write needs no brackets
        pieces += (body[done:start], new)
        done = end
    pieces.append(body[done:])
    return "".join(pieces)


def _destination(match: re.Match[str]) -> Found | None:
    for name, value in match.groupdict().items():
        if value and value.strip():
            start = match.start(name)
            return Found("link", start, start + len(value.rstrip()), value.rstrip())
    return None


def _end_of_line(body: str, position: int) -> int:
    end = body.find("\n", position)
    return len(body) if end < 0 else end


def _end_of_fence(body: str, found: re.Match[str]) -> int:
    line_end = _end_of_line(body, found.end())
    mark = found["mark"]
    if mark[0] == "`" and "`" in body[found.end() : line_end]:
        return found.end()  # a code span that stands on its own line
    close = re.compile(rf"^[ \t>]*{mark[0]}{{{len(mark)},}}[ \t]*$", re.M)
    end = close.search(body, line_end)
    return end.end() if end else len(body)


def _end_of_code(body: str, found: re.Match[str], ends: "_Ends") -> int:
    start = found.start()
    if start and body[start - 1] == "\\":
        return start + 1
    for ticks in _TICKS.finditer(body, found.end(), ends.of_paragraph(found.end())):
        if len(ticks[0]) == len(found[0]):
            return ticks.end()
    return found.end()


class _Ends:
    """Where things end in a body; each stretch of it is searched once, however often asked."""

    def __init__(self, body: str) -> None:
        self.body = body
        self._paragraph = -1
        self._none_left: set[str] = set()

    def of_paragraph(self, position: int) -> int:
        """The next blank line. Positions asked for must not go back."""
        if self._paragraph < position:
            blank = _BLANK.search(self.body, position)
            self._paragraph = blank.start() if blank else len(self.body)
        return self._paragraph

    def past(self, end: str, position: int) -> int:
        """Behind the next `end`; where there is none any more, `position` itself."""
        if end not in self._none_left:
            place = self.body.find(end, position)
            if place >= 0:
                return place + len(end)
            self._none_left.add(end)
        return position
