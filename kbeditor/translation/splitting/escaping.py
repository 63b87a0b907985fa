"""Texts made fit for the place they go to, so that they stay the kind of block they were."""

import re

from kbeditor.rendering.lines import ATTRIBUTES, BLOCK_TAGS, ROW_RULE, RULE, UNDERLINE
from kbeditor.translation.splitting.rows import to_cell

ONE_LINE = frozenset({"heading", "cell", "caption", "term"})

_OPENS = re.compile(
    r"#{1,6}(?:[ \t]|$)|>|[-+*](?:[ \t]|$)|`{3}|~{3}|\+{3}|!{3}[ \t]|\?{3}\+?[ \t]|:[ \t]"
    r"|</?(?:" + "|".join(sorted(BLOCK_TAGS)) + r")(?=[\s/>]|$)|<!|<\?"
    r"|\[TOC\]|\[[^\]\n]+\]:|\*\[[^\]\n]+\]:|\[!(?!UICONTROL|DNL|BADGE)[A-Za-z]|\[[ xX]\][ \t]",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(\d{1,9})([.)](?:[ \t]|$))")
_LAST_HASHES = re.compile(r"(^|[ \t])(#+[ \t]*)$")
_TICKS = re.compile(r"(?<!\\)`")


def fitted(kind: str, text: str, underlined: bool = False) -> str:
    """A text without what its kind of block cannot have: blank lines, indentation, line ends."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if kind == "code":
        return text
    if kind == "html":
        return text.strip("\n")
    lines = [line.lstrip(" \t") for line in text.split("\n") if line and not line.isspace()]
    if kind == "cell":
        return to_cell("\n".join(lines))
    if kind in ONE_LINE and not underlined:
        return " ".join(line.strip(" \t") for line in lines)
    return "\n".join(lines).rstrip(" \t")


def escaped(kind: str, text: str) -> str:
    """A fitted text with a backslash wherever it would begin another block."""
    if kind == "code":
        return text
    if kind == "html":
        return "\n".join(line for line in text.split("\n") if line and not line.isspace())
    if kind == "cell":
        text = _TICKS.sub(r"\\`", text)
        return text + "\\" if len(text) - len(text.rstrip("\\")) & 1 else text
    first, *further = text.split("\n")
    lines = [_escaped_line(first)]
    for line in further:
        careful = _escaped_line(line)
        if careful != line and not lines[-1].endswith(("  ", "\\")):
            # Joined to the line before it says the same without a backslash.
            lines[-1] += f" {line}"
        else:
            lines.append(careful)
    text = "\n".join(lines)
    if kind == "heading":
        text = _LAST_HASHES.sub(r"\1\\\2", text)
    if kind == "caption":
        text = text.replace("[", "(").replace("]", ")")
    return text


def _escaped_line(line: str) -> str:
    numbered = _NUMBER.match(line)
    if numbered:
        return f"{numbered[1]}\\{line[numbered.start(2) :]}"
    opens = _OPENS.match(line) or RULE.match(line) or UNDERLINE.match(line)
    if opens or ROW_RULE.match(line) or ATTRIBUTES.match(line):
        return f"\\{line}"
    return line


def longer_fence(mark: str, text: str) -> str:
    """A fence that no line of a code closes, at least as long as the given one."""
    longest = max(
        (len(run) for run in re.findall(rf"^\s*({mark[0]}{{3,}})", text, re.M)), default=0
    )
    return mark[0] * max(len(mark), longest + 1)
