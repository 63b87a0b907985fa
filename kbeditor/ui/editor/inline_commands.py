"""Commands on a stretch of text: emphasis, code, links, footnotes; a second press removes them."""

import re

from kbeditor.ui.editor.edit import Command, Edit

_WORD = re.compile(r"[\w'’-]+")
_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:|kb:)\S+")
_NOTE = re.compile(r"\[\^(\d+)\]")


def stretch(text: str, anchor: int, position: int) -> tuple[int, int]:
    """What a command works on: the selection without spaces at its ends, else the word there."""
    start, end = sorted((anchor, position))
    if start == end:
        line = text.rfind("\n", 0, start) + 1
        stop = text.find("\n", start)
        for word in _WORD.finditer(text, line, stop if stop >= 0 else len(text)):
            if word.start() <= start <= word.end():
                return word.span()
        return start, end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def toggle(mark: str) -> Command:
    """Put `mark` on both sides of the selection or word, or take it away.

    Where one types at the end of marked words, it leaves them: what is typed next is plain.
    """

    def command(text: str, anchor: int, position: int) -> Edit:
        size = len(mark)
        if anchor == position and _ends_here(text, position, mark):
            return Edit(position, position, "", position + size, position + size)
        start, end = stretch(text, anchor, position)
        inner = text[start:end]
        if len(inner) >= 2 * size and _closed(inner, mark):
            bare = inner[size:-size]
            return Edit(start, end, bare, start, start + len(bare))
        if _surrounded(text, start, end, mark):
            low, high = (position, position) if anchor == position else (start, end)
            return Edit(start - size, end + size, inner, low - size, high - size)
        # An unfinished pair without words between: the second press takes it away, too.
        if start == end and text[start - size : start] == mark == text[end : end + size]:
            return Edit(start - size, end + size, "", start - size, start - size)
        lines = inner.split("\n")
        if len(lines) > 1:  # emphasis does not cross paragraphs: each line has its own
            new = "\n".join(f"{mark}{each}{mark}" if each.strip() else each for each in lines)
            return Edit(start, end, new, start, start + len(new))
        kept = position - start if anchor == position else -1
        if kept >= 0:  # without a selection the caret stays where it was in the word
            return Edit(start, end, mark + inner + mark, start + size + kept, start + size + kept)
        return Edit(start, end, mark + inner + mark, start + size, end + size)

    return command


def _closed(inner: str, mark: str) -> bool:
    """Whether the text begins and ends with exactly this mark."""
    if not (inner.startswith(mark) and inner.endswith(mark)):
        return False
    if len(mark) == 1 and mark in "*_" and inner.startswith(mark * 2):
        return inner.startswith(mark * 3)
    return True


def _surrounded(text: str, start: int, end: int, mark: str) -> bool:
    """Whether exactly this mark stands on both sides."""
    size = len(mark)
    if start == end or text[max(start - size, 0) : start] != mark or text[end : end + size] != mark:
        return False
    if size == 1 and mark in "*_":
        before = len(text[:start]) - len(text[:start].rstrip(mark))
        return before != 2  # two are strong emphasis, which is another mark
    return True


def _ends_here(text: str, position: int, mark: str) -> bool:
    """Whether marked words end right behind `position`, and began in the same line."""
    ahead = text[text.rfind("\n", 0, position) + 1 : position]
    star = mark[0]
    behind = len(text[position:]) - len(text[position:].lstrip(star))
    if behind != len(mark) or ahead.endswith(star):
        return False
    runs = re.findall(re.escape(star) + "+", ahead)
    return sum(len(run) == len(mark) for run in runs) % 2 == 1


def wrap(opening: str, closing: str) -> Command:
    """Put brackets or quotes around the selection."""

    def command(text: str, anchor: int, position: int) -> Edit | None:
        if anchor == position:
            return None
        start, end = sorted((anchor, position))
        size = len(opening)
        return Edit(start, end, opening + text[start:end] + closing, anchor + size, position + size)

    return command


def link(address: str, words: str = "") -> Command:
    """Make the selection a link; without one, `words` (or a place for them, selected)."""

    def command(text: str, anchor: int, position: int) -> Edit:
        start, end = sorted((anchor, position))
        shown = text[start:end].strip() or words
        new = f"[{escape_label(shown) if not text[start:end].strip() else shown}]({address})"
        if not shown:
            return Edit(start, end, new, start + 1, start + 1)
        return Edit(start, end, new, start + len(new), start + len(new))

    return command


def escape_label(words: str) -> str:
    """A title as the words of a link: brackets and backslashes escaped, one line."""
    return re.sub(r"([\[\]\\])", r"\\\1", " ".join(words.split()))


def is_address(words: str) -> bool:
    """Whether pasted words are one address and nothing else."""
    return _ADDRESS.fullmatch(words.strip()) is not None


def insert(words: str, select: str = "") -> Command:
    """Put words in place of the selection; `select`: the part of them then selected."""

    def command(_text: str, anchor: int, position: int) -> Edit:
        start, end = sorted((anchor, position))
        if select and (at := words.find(select)) >= 0:
            return Edit(start, end, words, start + at, start + at + len(select))
        return Edit(start, end, words, start + len(words), start + len(words))

    return command


def footnote(text: str, anchor: int, position: int) -> Edit:
    """A footnote mark at the caret and its note at the end, where the caret goes."""
    at = max(anchor, position)
    number = max((int(found[1]) for found in _NOTE.finditer(text)), default=0) + 1
    tail = text[at:].rstrip("\n")
    gap = "\n" if re.search(r"(?:\A|\n)\[\^[^\]]+\]:[^\n]*\Z", tail) else "\n\n"
    new = f"[^{number}]{tail}{gap}[^{number}]: "
    return Edit(at, len(text), new + "\n", at + len(new), at + len(new))
