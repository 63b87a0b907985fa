"""What comes back as XLIFF 1.2: units as other tools leave them."""

import re
from collections.abc import Iterator

from kbeditor.domain.blocks import BlockState
from kbeditor.exchange.incoming_units import Gathering
from kbeditor.exchange.inline_codes import Code, ForeignCode, Mark
from kbeditor.exchange.xliff import Element, children, local_name, read_texts
from kbeditor.exchange.xml_safe import is_legal

HASH = "kb:hash="
_REVIEWED = ("final", "signed-off")
_TRANSLATED = (
    "translated",
    "needs-review-translation",
    "needs-review-l10n",
    "needs-review-adaptation",
)
_PAIR = re.compile(r"((?:[^\\…]|\\.)*+)…((?:[^\\…]|\\.)*+)", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_CHARACTER = re.compile(r"U\+([0-9A-F]{4,6})")


def read_unit(unit: Element, owner_id: str, gathering: Gathering) -> None:
    """Take a `trans-unit`, or report why not."""
    unit_id, line = unit.get("id", ""), unit.sourceline or 0
    source, target = next(children(unit, "source"), None), next(children(unit, "target"), None)
    if source is None:
        gathering.refuse("no_source", unit_id, line, "it has no source")
        return
    target_parts = _parts(target) if target is not None else ()
    texts = read_texts(unit, _parts(source), target_parts, dict(_codes(source)), gathering)
    if texts is None:
        return
    source_text, target_text = texts
    state = _state(unit, target, target_text == source_text)
    if not target_text or state is BlockState.EMPTY:
        target_text, state = "", BlockState.EMPTY
    extra = unit.get("extradata", "")
    source_hash = extra.removeprefix(HASH) if extra.startswith(HASH) else ""
    gathering.take(unit_id, owner_id, (source_text, target_text), source_hash, state, line)


def _state(unit: Element, target: Element | None, same: bool) -> BlockState | None:
    """How far a unit is. `approved` counts only without a state: Poedit leaves it as it was.

    A translation without a state that is its source was only filled in beforehand.
    """
    if target is None:
        return BlockState.EMPTY
    state = target.get("state")
    if state is None:
        if unit.get("approved") == "yes":
            return BlockState.REVIEWED
        return BlockState.EMPTY if same else None
    if state in _REVIEWED:
        return BlockState.REVIEWED
    if state in _TRANSLATED:
        return BlockState.TRANSLATED
    return BlockState.EMPTY if same and state == "new" else BlockState.DRAFT


def _codes(source: Element) -> Iterator[tuple[str, Code]]:
    """The codes of a source by id, with the Markdown that they stand for."""
    for element in source.iter("{*}g", "{*}ph", "{*}x"):
        code_id = element.get("id", "")
        if local_name(element) == "g":
            if found := _PAIR.fullmatch(element.get("equiv-text", "")):
                start, end = (_ESCAPED.sub(r"\1", each) for each in found.groups())
                yield code_id, Code(code_id, "", start, end)
        elif raw := (element.text or element.get("equiv-text", "")):
            yield code_id, Code(code_id, "", raw)


def _parts(element: Element) -> Iterator[str | Mark]:
    """Words and marks in reading order. What segments a text (`mrk`) leaves no trace."""
    if element.text:
        yield element.text
    for child in element:
        code_id = child.get("id", "")
        match local_name(child):
            case "g":
                yield Mark(code_id, "open")
                yield from _parts(child)
                yield Mark(code_id, "close")
            case "ph" | "x":
                yield _character(code_id) or Mark(code_id, "alone")
            case "bx" | "bpt":
                yield Mark(child.get("rid", code_id), "open")
            case "ex" | "ept":
                yield Mark(child.get("rid", code_id), "close")
            case "mrk":
                yield from _parts(child)
            case other:
                raise ForeignCode(code_id or other)
        if child.tail:
            yield child.tail


def _character(code_id: str) -> str:
    """A character that XML cannot hold, from the code that stands for it."""
    found = _CHARACTER.fullmatch(code_id)
    character = chr(int(found[1], 16)) if found and int(found[1], 16) <= 0x10FFFF else ""
    refused = is_legal(character) or character == "\0" or "\ud800" <= character <= "\udfff"
    return "" if refused else character
