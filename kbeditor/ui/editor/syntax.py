"""Which parts of a Markdown line are what: line by line, with a state carried between lines."""

import re
from collections.abc import Iterator
from typing import NamedTuple


class Style:
    """What a piece of a line is, as bits: several may hold at once (bold in a heading in a quote).

    Plain integers, because an IntFlag costs more than the matching.
    """

    PLAIN = 0
    MARK = 1 << 0  # punctuation of the markup itself
    HEADING_1 = 1 << 1
    HEADING_2 = 1 << 2
    HEADING_3 = 1 << 3
    STRONG = 1 << 4
    EMPHASIS = 1 << 5
    STRIKE = 1 << 6
    CODE = 1 << 7
    LINK = 1 << 8
    ADDRESS = 1 << 9
    QUOTE = 1 << 10
    CALLOUT = 1 << 11
    HTML = 1 << 12
    FOOTNOTE = 1 << 13
    ATTRIBUTE = 1 << 14
    COMMENT = 1 << 15
    DONE = 1 << 16  # a ticked task
    MARKED = 1 << 17
    LIST = 1 << 18  # a list item's bullet or number


class Span(NamedTuple):
    """One piece of a line; pieces of a line never overlap and are in order."""

    start: int
    length: int
    style: int


HEADING = Style.HEADING_1 | Style.HEADING_2 | Style.HEADING_3

# A line's state, handed to the next line. Fences keep their character and length in it.
TEXT, BLANK, COMMENT, HTML_BLOCK, INDENTED, _FENCE = 0, 1, 2, 3, 4, 16
LONGEST_INLINE = 8_000
"""Longer lines are coloured as blocks only: the inline patterns are not linear on hostile text."""

_FENCE_LINE = re.compile(r"^([ >\t]*(?:(?:[-*+]|\d{1,9}[.)])[ ]+)?)(`{3,}|~{3,})([^`]*)$")
_HEADING_LINE = re.compile(r"^( {0,3})(#{1,6})(?=[ \t]|$)([ \t]*)(.*?)([ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r"^ {0,3}(=+|-+)[ \t]*$")
_RULE = re.compile(r"^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_QUOTE = re.compile(r"^[ ]{0,3}(?:>[ ]?)+")
_CALLOUT = re.compile(r"^(\[!)(\w+)(\][+-]?)(.*)$")
_ADMONITION = re.compile(r"^([ ]*)(!!!|\?\?\?\+?)([ ]+[\w -]+)([ ]+\"[^\"]*\")?[ ]*$")
_ITEM = re.compile(r"^([ \t]*)([-*+]|\d{1,9}[.)])([ \t]+)(\[[ xX]\](?=[ \t]))?")
_TABLE_RULE = re.compile(r"^[ ]*\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)+\|?[ ]*$")
_FOOTNOTE_START = re.compile(r"^ {0,3}(\[\^[^\]\s]+\]:)")
_DEFINITION = re.compile(r"^ {0,3}(\[[^\]]+\]:)[ \t]*(\S+)(.*)$")
_ABBREVIATION = re.compile(r"^ {0,3}(\*\[[^\]]+\]:)")
_TERM = re.compile(r"^( {0,3}:)(?=[ \t])")
_HTML_START = re.compile(
    r"^ {0,3}</?(?:div|details|summary|table|p|pre|ul|ol|figure|section|dl)\b", re.I
)
_PIPE = re.compile(r"(?<!\\)\|")

_INLINE = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<code>(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))"
    r"|(?P<footnote>\[\^[^\]\s]+\])"
    r"|(?P<open>!?\[)(?P<words>(?:[^\[\]\\]|\\.|!?\[[^\[\]]*\](?:\([^()]*\))?)*)"
    r"(?P<turn>\]\(|\]\[)(?P<address>(?:[^()\[\]\\]|\\.|\([^()]*\))*)(?P<close>[)\]])"
    r"|(?P<auto><(?:https?:|mailto:|tel:|kb:)[^\s<>]+>)"
    r"|(?P<comment><!--.*?-->)"
    r"|(?P<tag></?[A-Za-z][^<>]*>)"
    r"|(?P<bare>\bhttps?://[^\s<>()\]|]+)"
    r"|(?P<attribute>\{:?[ ]*[#.\w][^{}]*\})"
    r"|(?P<entity>&(?:\#\w+|\w+);)"
    r"|(?P<both>\*\*\*)(?=\S)(?P<both_words>.+?)(?<=\S)\*\*\*(?!\*)"
    r"|(?P<strong>\*\*|(?<!\w)__)(?=\S)(?P<strong_words>.+?)(?<=\S)(?P=strong)(?![*_])"
    r"|(?P<emphasis>\*|(?<!\w)_)(?=[^\s*_])(?P<emphasis_words>(?:[^*_]|\*\*[^*]+\*\*|__[^_]+__|(?<=\w)_(?=\w))+?)"
    r"(?<=\S)(?P=emphasis)(?!\w)"
    r"|(?P<strike>~~)(?=\S)(?P<strike_words>.+?)(?<=\S)~~"
    r"|(?P<marked>==)(?=\S)(?P<marked_words>.+?)(?<=\S)=="
)


def in_code(state: int) -> bool:
    """Whether a line that ends in this state belongs to a code block."""
    return state >= _FENCE or state == INDENTED


def read_line(line: str, before: int) -> tuple[list[Span], int]:
    """The coloured pieces of a line, and the state for the next one.

    `before` is the state that the line above ended in (TEXT or a negative number at the start).
    """
    before = max(before, 0)
    if before >= _FENCE:
        return _within_fence(line, before)
    if before == COMMENT:
        end = line.find("-->")
        if end < 0:
            return ([Span(0, len(line), Style.COMMENT)] if line else []), COMMENT
        return [Span(0, end + 3, Style.COMMENT), *_inline(line, end + 3, len(line), 0)], TEXT
    if not line.strip():
        return [], BLANK
    fence = _FENCE_LINE.match(line)
    if fence is not None:
        marks = len(fence[1])
        length = min(len(fence[2]), 200)
        state = _FENCE + (length << 1 | (fence[2][0] == "~")) * _FENCE
        spans = [Span(marks, len(line) - marks, Style.CODE | Style.MARK)]
        return ([Span(0, marks, Style.MARK)] if marks else []) + spans, state
    # Indented text below a list belongs to the item; only what follows a blank line and is not
    # itself an item is shown as code, when it is deep enough to be no continuation.
    deep = line.startswith(("        ", "\t\t")) and before == BLANK
    if (deep or (before == INDENTED and line.startswith(("    ", "\t")))) and not _ITEM.match(line):
        return [Span(0, len(line), Style.CODE)], INDENTED
    if before == HTML_BLOCK or _HTML_START.match(line):
        return list(_inline(line, 0, len(line), Style.HTML)), HTML_BLOCK
    return _text_line(line, before)


def _within_fence(line: str, state: int) -> tuple[list[Span], int]:
    """A line of a fenced block, or its end."""
    kind = state // _FENCE - 1
    mark, least = ("~" if kind & 1 else "`"), kind >> 1
    words = line.strip(" \t>")
    if len(words) >= least and not words.strip(mark):
        return [Span(0, len(line), Style.CODE | Style.MARK)], TEXT
    return ([Span(0, len(line), Style.CODE)] if line else []), state


def _text_line(line: str, before: int) -> tuple[list[Span], int]:
    """Any line outside code and raw HTML."""
    heading = _HEADING_LINE.match(line)
    if heading is not None:
        style = _level(len(heading[2]))
        start = heading.end(3)
        spans = [Span(0, start, style | Style.MARK), *_inline(line, start, heading.end(4), style)]
        if heading.end(4) < len(line):
            spans.append(Span(heading.end(4), len(line) - heading.end(4), style | Style.MARK))
        return spans, BLANK
    underline = _UNDERLINE.match(line)
    if underline is not None and before == TEXT:
        level = Style.HEADING_1 if underline[1][0] == "=" else Style.HEADING_2
        return [Span(0, len(line), Style.MARK | level)], BLANK
    if _RULE.match(line) or _TABLE_RULE.match(line):
        return [Span(0, len(line), Style.MARK)], BLANK
    spans, start, style = [], 0, Style.PLAIN
    quote = _QUOTE.match(line)
    if quote is not None:
        start, style = quote.end(), Style.QUOTE
        spans.append(Span(0, start, Style.MARK | Style.QUOTE))
        callout = _CALLOUT.match(line[start:])
        if callout is not None:
            spans.append(Span(start, len(line) - start, Style.CALLOUT))
            return spans, TEXT
    admonition = _ADMONITION.match(line)
    if admonition is not None:
        return [Span(0, len(line), Style.CALLOUT)], TEXT
    item = _ITEM.match(line[start:])
    if item is not None:
        begin, start = start, start + item.end()
        spans.append(Span(begin, item.end(), Style.LIST | style))
        if item[4] and item[4][1] in "xX":
            style |= Style.DONE
    else:
        note = _FOOTNOTE_START.match(line)
        definition = None if note else _DEFINITION.match(line)
        term = _ABBREVIATION.match(line) or _TERM.match(line)
        if note is not None:
            spans.append(Span(0, note.end(), Style.FOOTNOTE))
            start = note.end()
        elif definition is not None:
            spans.append(Span(0, definition.end(1), Style.LINK))
            spans.append(Span(definition.start(2), len(line) - definition.start(2), Style.ADDRESS))
            return spans, TEXT
        elif term is not None:
            spans.append(Span(0, term.end(), Style.MARK))
            start = term.end()
    state = TEXT
    if "<!--" in line and "-->" not in line[line.rfind("<!--") :]:
        state = COMMENT
        opening = line.rfind("<!--")
        spans += _inline(line, start, opening, style)
        spans.append(Span(opening, len(line) - opening, Style.COMMENT))
        return spans, state
    if "|" in line and (line.lstrip().startswith("|") or line.count("|") > 1):
        return spans + _cells(line, start, style), state
    spans += _inline(line, start, len(line), style)
    return spans, state


def _level(marks: int) -> int:
    return (Style.HEADING_1, Style.HEADING_2)[marks - 1] if marks < 3 else Style.HEADING_3


def _cells(line: str, start: int, style: int) -> list[Span]:
    """A table row: its bars are marks, its cells text."""
    spans: list[Span] = []
    for bar in _PIPE.finditer(line, start):
        spans += _inline(line, start, bar.start(), style)
        spans.append(Span(bar.start(), 1, Style.MARK))
        start = bar.end()
    return spans + list(_inline(line, start, len(line), style))


def _inline(line: str, start: int, end: int, style: int) -> Iterator[Span]:
    """Emphasis, code, links and so on between two columns; what is left over has `style`."""
    at = start
    if end - start <= LONGEST_INLINE:
        while (found := _INLINE.search(line, at, end)) is not None:
            if found.start() > at and style:
                yield Span(at, found.start() - at, style)
            yield from _piece(line, found, style)
            at = found.end()
    if at < end and style:
        yield Span(at, end - at, style)


_WHOLE = {
    "escape": Style.MARK,
    "footnote": Style.FOOTNOTE,
    "auto": Style.LINK,
    "bare": Style.LINK,
    "comment": Style.COMMENT,
    "tag": Style.HTML | Style.MARK,
    "attribute": Style.ATTRIBUTE,
    "entity": Style.HTML,
}
_PAIRS = {
    "both": Style.STRONG | Style.EMPHASIS,
    "strong": Style.STRONG,
    "emphasis": Style.EMPHASIS,
    "strike": Style.STRIKE,
    "marked": Style.MARKED,
}


def _piece(line: str, found: re.Match[str], style: int) -> Iterator[Span]:
    """The pieces of one inline match."""
    start, end = found.span()
    for name, own in _WHOLE.items():
        if found[name] is not None:
            yield Span(start, end - start, style | own)
            return
    if found["code"] is not None:
        ticks = len(found["ticks"])
        yield Span(start, ticks, style | Style.CODE | Style.MARK)
        yield Span(start + ticks, end - start - 2 * ticks, style | Style.CODE)
        yield Span(end - ticks, ticks, style | Style.CODE | Style.MARK)
        return
    if found["open"] is not None:
        yield Span(start, len(found["open"]), style | Style.MARK)
        yield from _inline(line, *found.span("words"), style | Style.LINK)
        yield Span(found.start("turn"), 2, style | Style.MARK)
        if found["address"]:
            yield Span(found.start("address"), len(found["address"]), style | Style.ADDRESS)
        yield Span(end - 1, 1, style | Style.MARK)
        return
    for name, own in _PAIRS.items():
        if found[name] is not None:
            size = len(found[name])
            yield Span(start, size, style | own | Style.MARK)
            yield from _inline(line, *found.span(f"{name}_words"), style | own)
            yield Span(end - size, size, style | own | Style.MARK)
            return
