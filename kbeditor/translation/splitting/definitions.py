"""Definition lists: lines of terms, then what they mean behind a `:`."""

from kbeditor.rendering.lines import DEFINITION
from kbeditor.translation.splitting.state import BlockState


def definition_after(own: BlockState, line: int, end: int) -> int | None:
    """The `:` line right after a paragraph, or after one blank line."""
    after = line + 1 if line < end and own.blank(line) else line
    return after if after < end and _defines(own, after) else None


def definitions(own: BlockState, start: int, terms_end: int, first: int, end: int) -> None:
    """A definition list: lines of terms, then definitions that begin with `:`; and so on."""
    last = _definitions_end(own, first, end)
    with own.box("definitions", start, last):
        for line in range(start, terms_end):
            own.leaf("term", line, line + 1, own.trimmed_lines(line, line + 1))
        line = first
        while line < last:
            if own.blank(line):
                line += 1
            elif _defines(own, line):
                line = _definition(own, line, last)
            else:
                own.leaf("term", line, line + 1, own.trimmed_lines(line, line + 1))
                line += 1
    own.line = last


def _defines(own: BlockState, line: int) -> bool:
    if own.sCount[line] >= 4 or own.blank(line):
        return False
    return DEFINITION.match(own.line_text(line)) is not None


def _definition(own: BlockState, start: int, last: int) -> int:
    end = start + 1
    while end < last and not _defines(own, end):
        if own.blank(end - 1) and not own.blank(end) and own.sCount[end] < 2:
            break
        end += 1
    found = DEFINITION.match(own.line_text(start))
    assert found is not None
    with own.box("definition", start, own.first_end(start, end)):
        own.after_mark(start, end, own.skipSpaces(own.text_span(start)[0] + 1))
    return end


def _definitions_end(own: BlockState, first: int, end: int) -> int:
    last = line = first + 1
    while line < end:
        if own.blank(line):
            line += 1
            continue
        opens = own.interrupts(line, end)
        belongs = (
            _defines(own, line) or own.sCount[line] >= 2 or (not opens and _is_term(own, line, end))
        )
        if not belongs and (last != line or opens):
            break
        line += 1
        last = line
    return last


def _is_term(own: BlockState, line: int, end: int) -> bool:
    """Whether a line (or those right after it) leads to a `:` line."""
    following = line
    while following < end and not own.blank(following):
        following += 1
        if following < end and _defines(own, following):
            return True
        if following - line > 8:
            return False
    following += 1
    return following < end and _defines(own, following)
