"""Commands on whole lines: headings, lists, quotes, call-outs, code blocks, moving and copying."""

import re
from collections.abc import Callable

from kbeditor.ui.editor.edit import Command, Edit

_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+")
ITEM = re.compile(r"^([ \t]*)([-*+]|\d{1,9}[.)])([ \t]+)(\[[ xX]\][ \t]+)?")
_QUOTE = re.compile(r"^ {0,3}>[ ]?")
_CALLOUT = re.compile(r"^ {0,3}>[ ]?\[!(\w+)\]")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
CALLOUTS = ("note", "tip", "important", "warning", "caution")


def line_span(text: str, anchor: int, position: int) -> tuple[int, int]:
    """From the start of the first touched line to the end of the last, its newline excluded.

    A selection that ends at the very start of a line does not touch that line.
    """
    start, end = sorted((anchor, position))
    if end > start and text[end - 1] == "\n":
        end -= 1
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    return begin, len(text) if stop < 0 else stop


def _on_lines(change: Callable[[list[str]], list[str]]) -> Command:
    """A command that rewrites the touched lines; a bare caret keeps its place in its line."""

    def command(text: str, anchor: int, position: int) -> Edit:
        start, end = line_span(text, anchor, position)
        old = text[start:end].split("\n")
        lines = change(old)
        new = "\n".join(lines)
        if anchor == position:
            caret = max(start, position + len(new) - (end - start))
            caret = min(caret, start + len(new))
            return Edit(start, end, new, caret, caret)
        return Edit(start, end, new, start, start + len(new))

    return command


def heading(level: int) -> Command:
    """Make the lines headings of a level, or plain text again if they already are."""

    def change(lines: list[str]) -> list[str]:
        words = [line for line in lines if line.strip()]
        found = [_HEADING.match(line) for line in words]
        off = bool(found) and all(each is not None and len(each[1]) == level for each in found)
        mark = "" if off or not level else "#" * level + " "
        bare = [_HEADING.sub("", line) for line in lines]
        return [mark + line if line.strip() or len(lines) == 1 else line for line in bare]

    return _on_lines(change)


def listing(kind: str) -> Command:
    """Make the lines items of a "bullet", "number" or "task" list, or plain lines again."""

    def change(lines: list[str]) -> list[str]:
        words = [line for line in lines if line.strip()]
        off = bool(words) and all(_kind(line) == kind for line in words)
        result, number = [], 0
        for line in lines:
            if not line.strip() and len(lines) > 1:
                result.append(line)
                continue
            item = ITEM.match(line)
            depth = item[1] if item else line[: len(line) - len(line.lstrip())]
            bare = line[item.end() :] if item else line.lstrip()
            if off:
                result.append(depth + bare)
                continue
            number += 1
            mark = {"bullet": "- ", "number": f"{number}. ", "task": "- [ ] "}[kind]
            result.append(depth + mark + bare)
        return result

    return _on_lines(change)


def _kind(line: str) -> str:
    """Which kind of list item a line is; "" when none."""
    item = ITEM.match(line)
    if item is None:
        return ""
    if item[4]:
        return "task"
    return "number" if item[2][0].isdigit() else "bullet"


def quote(lines: list[str]) -> list[str]:
    """Quote the lines, or take the quote marks away when all have one."""
    if all(_QUOTE.match(line) for line in lines):
        return [_QUOTE.sub("", line, count=1) for line in lines]
    return [f"> {line}" if line.strip() else ">" for line in lines]


toggle_quote: Command = _on_lines(quote)


def callout(kind: str) -> Command:
    """Put the lines into a call-out; in one already: change its kind, or leave it if the same."""

    def command(text: str, anchor: int, position: int) -> Edit:
        start, end = line_span(text, anchor, position)
        begin = start
        while begin and _QUOTE.match(_line_at(text, begin)) and not _opens(text, begin):
            begin = text.rfind("\n", 0, begin - 1) + 1
        if _opens(text, begin):
            stop = begin
            while (after := text.find("\n", stop)) >= 0 and _QUOTE.match(_line_at(text, after + 1)):
                stop = after + 1
            stop = text.find("\n", stop) if "\n" in text[stop:] else len(text)
            lines = text[begin:stop].split("\n")
            present = _CALLOUT.match(lines[0])
            if present is not None and present[1].lower() == kind:
                new = "\n".join(_QUOTE.sub("", line, count=1) for line in lines[1:])
            else:
                new = "\n".join([f"> [!{kind.upper()}]", *lines[1:]])
            place = min(begin + len(new), max(begin, position + len(new) - (stop - begin)))
            return Edit(begin, stop, new, place, place)
        lines = text[start:end].split("\n")
        ahead = "\n" if start and text[:start].rstrip(" ")[-2:] not in ("\n", "\n\n") else ""
        body = [f"> {line}" if line.strip() else ">" for line in lines]
        if body == [">"]:
            body = ["> "]
        new = ahead + "\n".join([f"> [!{kind.upper()}]", *body])
        return Edit(start, end, new, start + len(new), start + len(new))

    return command


def _line_at(text: str, start: int) -> str:
    stop = text.find("\n", start)
    return text[start:] if stop < 0 else text[start:stop]


def _opens(text: str, start: int) -> bool:
    return _CALLOUT.match(_line_at(text, start)) is not None


def code_block(text: str, anchor: int, position: int) -> Edit:
    """Fence the lines, or take the fence away when the selection or its neighbours are one."""
    start, end = line_span(text, anchor, position)
    lines = text[start:end].split("\n")
    if len(lines) > 1 and _FENCE.match(lines[0]) and _FENCE.match(lines[-1]):
        new = "\n".join(lines[1:-1])
        return Edit(start, end, new, start, start + len(new))
    above = text.rfind("\n", 0, max(start - 1, 0)) + 1
    below = text.find("\n", end + 1)
    below = len(text) if below < 0 else below
    if (
        start
        and end < len(text)
        and _FENCE.match(text[above:start])
        and _FENCE.match(text[end + 1 : below])
    ):
        new = text[start:end]
        return Edit(above, below, new, above, above + len(new))
    inner = text[start:end]
    runs = [len(run) for run in re.findall(r"`{3,}", inner)]
    fence = "`" * (max(runs, default=2) + 1)
    new = f"{fence}\n{inner}\n{fence}"
    if anchor == position and not inner:
        place = start + len(fence) + 1
        return Edit(start, end, new, place, place)
    return Edit(start, end, new, start + len(fence), start + len(fence))  # where the language goes


def block(words: str, select: str = "") -> Command:
    """Insert a block of its own below the caret's paragraph line, with blank lines around it."""

    def command(text: str, anchor: int, position: int) -> Edit:
        start, end = line_span(text, anchor, position)
        if text[start:end].strip():
            at = end
            ahead = "\n\n"
        else:
            at = start
            above = text[:start]
            ahead = "" if not above.strip() or above.endswith("\n\n") else "\n"
            end = max(end, start)
        behind = text[end:]
        gap = "" if behind.startswith("\n\n") else "\n"
        new = ahead + words + gap
        begin = at + len(ahead)
        if select and (place := words.find(select)) >= 0:
            return Edit(at, end, new, begin + place, begin + place + len(select))
        return Edit(at, end, new, begin + len(words), begin + len(words))

    return command


def table(rows: int, columns: int, header: str) -> Command:
    """An empty table; `header` is the placeholder of its first cell, selected."""
    head = "| " + " | ".join([header] + [" " * len(header)] * (columns - 1)) + " |"
    rule = "| " + " | ".join(["-" * max(3, len(header))] * columns) + " |"
    row = "| " + " | ".join([" " * len(header)] * columns) + " |"
    return block("\n".join([head, rule, *[row] * rows]), select=header)


def move_lines(down: bool) -> Command:
    """Move the touched lines one line up or down."""

    def command(text: str, anchor: int, position: int) -> Edit | None:
        start, end = line_span(text, anchor, position)
        if down:
            if end >= len(text):
                return None
            stop = text.find("\n", end + 1)
            stop = len(text) if stop < 0 else stop
            other = text[end + 1 : stop]
            shift = len(other) + 1
            return Edit(
                start, stop, other + "\n" + text[start:end], anchor + shift, position + shift
            )
        if not start:
            return None
        above = text.rfind("\n", 0, start - 1) + 1
        other = text[above : start - 1]
        shift = len(other) + 1
        return Edit(above, end, text[start:end] + "\n" + other, anchor - shift, position - shift)

    return command


def duplicate_lines(text: str, anchor: int, position: int) -> Edit:
    """Copy the touched lines below themselves and go to the copy."""
    start, end = line_span(text, anchor, position)
    shift = end - start + 1
    return Edit(end, end, "\n" + text[start:end], anchor + shift, position + shift)


def delete_lines(text: str, anchor: int, position: int) -> Edit | None:
    """Remove the touched lines."""
    start, end = line_span(text, anchor, position)
    if not text:
        return None
    if end < len(text):
        return Edit(start, end + 1, "", start, start)
    start = max(start - 1, 0)
    return Edit(start, end, "", start, start)
