"""What comes back as XLIFF 2.0 to 2.2: units as other tools leave them."""

from collections.abc import Iterator

from kbeditor.domain.blocks import BlockState
from kbeditor.exchange.incoming_units import Gathering
from kbeditor.exchange.inline_codes import Code, ForeignCode, Mark
from kbeditor.exchange.xliff import Element, children, local_name, read_texts

DRAFT, OUTDATED = "kb:draft", "kb:outdated"
"""Our sub-states of "initial"."""
_FUZZY = ":fuzzy"  # Poedit's sub-state of "translated" for what is not finished


def read_unit(unit: Element, owner_id: str, gathering: Gathering) -> None:
    """Take a `unit`, or report why not."""
    unit_id, line = unit.get("id", ""), unit.sourceline or 0
    # One segment, unless a tool has cut the unit into sentences all the same.
    segments = [*unit.iterchildren("{*}segment", "{*}ignorable")]
    data = {each.get("id", ""): _text(each) for each in unit.iterfind("{*}originalData/{*}data")}
    codes = dict(code for each in segments for code in _codes(each, data))
    sides = (_all_parts(segments, "source"), _all_parts(segments, "target"))
    texts = read_texts(unit, *sides, codes, gathering)
    if texts is None:
        return
    source, target = texts
    words = [each for each in segments if local_name(each) == "segment"]
    filled = [each for each in words if _is_filled(each)]
    if filled and len(filled) < len(words):
        gathering.refuse("partly", unit_id, line, "only a part of it is translated")
        return
    states = [_state(each, target == source) for each in filled]
    told = [state for state in states if state is not None]
    state = min(told, default=BlockState.EMPTY) if len(told) == len(states) else None
    if state is BlockState.EMPTY:
        target = ""
    gathering.take(unit_id, owner_id, (source, target), _hash(unit), state, line)


def _state(segment: Element, same: bool) -> BlockState | None:
    """How far a segment with a translation is.

    A sub-state of ours counts only while the state is what we wrote: other tools change the one
    and forget the other. An initial translation that is its source was only filled in beforehand.
    """
    sub_state = segment.get("subState", "")
    match segment.get("state", "initial"):
        case "translated":
            return BlockState.DRAFT if sub_state.endswith(_FUZZY) else BlockState.TRANSLATED
        case "reviewed" | "final":
            return BlockState.REVIEWED
        case _ if sub_state in (DRAFT, OUTDATED):
            return BlockState.DRAFT
        case _:
            return BlockState.EMPTY if same else None


def _hash(unit: Element) -> str:
    for meta in unit.iterfind(
        "{*}metadata/{*}metaGroup[@category='kbeditor']/{*}meta[@type='hash']"
    ):
        return meta.text or ""
    return ""


def _is_filled(segment: Element) -> bool:
    target = next(children(segment, "target"), None)
    return target is not None and bool(target.text or len(target))


def _all_parts(segments: list[Element], which: str) -> Iterator[str | Mark]:
    for segment in segments:
        side = next(children(segment, which), None)
        if side is None and local_name(segment) == "ignorable":
            side = next(children(segment, "source"), None)
        if side is not None:
            yield from _parts(side)


def _codes(segment: Element, data: dict[str, str]) -> Iterator[tuple[str, Code]]:
    """The codes of a segment's source by id, with the Markdown that they stand for."""
    for element in segment.iterfind("{*}source//*"):
        code_id = element.get("id", "")
        match local_name(element):
            case "ph" if (raw := data.get(element.get("dataRef", ""))) is not None:
                yield code_id, Code(code_id, "", raw)
            case "pc":
                start = data.get(element.get("dataRefStart", ""))
                end = data.get(element.get("dataRefEnd", ""))
                if start is not None and end is not None:
                    yield code_id, Code(code_id, "", start, end)


def _parts(element: Element) -> Iterator[str | Mark]:
    """Words and marks in reading order. Annotations (`mrk`, `sm`, `em`) leave no trace."""
    if element.text:
        yield element.text
    for child in element:
        code_id = child.get("copyOf", child.get("id", ""))
        match local_name(child):
            case "pc":
                yield Mark(code_id, "open")
                yield from _parts(child)
                yield Mark(code_id, "close")
            case "ph":
                yield Mark(code_id, "alone")
            case "sc":
                yield Mark(code_id, "open")
            case "ec":
                yield Mark(child.get("startRef", code_id), "close")
            case "cp":
                yield _character(child)
            case "mrk":
                yield from _parts(child)
            case "sm" | "em":
                pass
            case other:
                raise ForeignCode(code_id or other)
        if child.tail:
            yield child.tail


def _text(data: Element) -> str:
    return "".join(part for part in _parts(data) if isinstance(part, str))


def _character(element: Element) -> str:
    """A character that XML cannot hold."""
    try:
        character = chr(int(element.get("hex", ""), 16))
    except (ValueError, OverflowError):
        return ""
    return "" if character == "\0" or "\ud800" <= character <= "\udfff" else character
