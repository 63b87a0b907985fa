"""XLIFF 1.2 (OASIS standard of 2008), strict: one `<file>` an article, inline codes as g and ph."""

import re
from datetime import UTC
from pathlib import Path

from lxml import etree

from kbeditor.domain.blocks import BlockKind, BlockState, Freshness
from kbeditor.domain.exchange import FormatInfo
from kbeditor.domain.finding import Report
from kbeditor.domain.progress import Progress
from kbeditor.domain.units import Incoming, Unit, UnitFile, UnitJob, UnitOptions
from kbeditor.exchange.bad_file import BadFile
from kbeditor.exchange.incoming_units import STEP_READ, Gathering
from kbeditor.exchange.inline_codes import Coded, Piece, source_pieces, target_pieces
from kbeditor.exchange.xliff import (
    SUFFIXES,
    XML_SPACE,
    Element,
    add,
    fill,
    from_original,
    local_name,
    original,
    place,
    write_document,
)
from kbeditor.exchange.xliff12_reading import HASH, read_unit
from kbeditor.exchange.xml_safe import opening, split_name, walk

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
VERSION = re.compile(r"<(?:\w+:)?xliff\b[^>]*?\bversion\s*=\s*[\"']([^\"']*)")
_TOOL = "kbeditor"
_BETWEEN = "…"  # in equiv-text, stands for what is between a pair's ends
_RESTYPES = {
    BlockKind.HEADING: "heading",
    BlockKind.ITEM: "listitem",
    BlockKind.CELL: "cell",
    BlockKind.KEYWORDS: "keywords",
}
_CTYPES = {"strong": "bold", "em": "italic", "link": "link", "image": "image", "break": "lb"}
_DELIMITERS = ("bold", "italic", "link")
_PLACEHOLDERS = ("image", "lb")


class Xliff12Format:
    """One `.xlf` file."""

    @property
    def info(self) -> FormatInfo:
        """What the format is called."""
        return FormatInfo("xliff", "XLIFF 1.2", ".xlf", False)

    def write(self, job: UnitJob, target: Path, options: UnitOptions, progress: Progress) -> Report:
        """Write `target` as a whole or not at all. Raises KbError, Cancelled."""
        root = etree.Element(f"{{{NAMESPACE}}}xliff", nsmap={None: NAMESPACE})
        root.set("version", "1.2")

        def file_element(root: Element, file: UnitFile) -> Element:
            return _write_file(root, job, file, options)

        return write_document(job, target, options, progress, root, file_element)

    def recognises(self, source: Path) -> bool:
        """Whether a file looks like this format; cheap, never raises.

        An XLIFF that does not say its version is taken, too: to tell what is wrong with it.
        """
        found = VERSION.search(opening(source))
        if found is None:
            return source.suffix.lower() in SUFFIXES and source.is_file()
        return found[1].startswith("1.")

    def read(self, source: Path, progress: Progress) -> Incoming:
        """Read and check a file. Raises KbError `bad_file` with path and line."""
        gathering = Gathering(self.info.id, source.name)
        owner = ""
        for event, element in walk(
            source, "xliff", ("xliff", "file"), ("trans-unit",), progress, STEP_READ
        ):
            if event == "end":
                if element.get("translate") != "no":
                    read_unit(element, owner, gathering)
            elif local_name(element) == "file":
                library, owner = from_original(element.get("original", ""))
                locales = (element.get("source-language", ""), element.get("target-language", ""))
                gathering.belongs_to(library, locales, element.sourceline or 0)
            elif split_name(element)[0] != NAMESPACE:
                raise BadFile(
                    "not_xliff", source.name, "this is not XLIFF 1.2", element.sourceline or 0
                )
        return gathering.result()


def _write_file(root: Element, job: UnitJob, file: UnitFile, options: UnitOptions) -> Element:
    moment = job.created_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    element = add(
        root,
        "file",
        original=original(job, file),
        source_language=job.source_locale,
        target_language=job.target_locale,
        datatype="x-markdown",
        product_name=job.library_name,
        tool_id=_TOOL,
        date=moment,
    )
    header = add(element, "header")
    if file.skeleton:
        add(add(header, "skl"), "internal-file", file.skeleton, form="text/markdown")
    add(header, "note", place(file), from_=_TOOL)
    program, _, version = job.program.partition(" ")
    add(header, "tool", tool_id=_TOOL, tool_name=program, tool_version=version)
    body = add(element, "body")
    for unit in file.units:
        _write_unit(body, unit, options)
    return element


def _write_unit(body: Element, unit: Unit, options: UnitOptions) -> None:
    element = add(body, "trans-unit", id=unit.id)
    element.set(XML_SPACE, "preserve")
    element.set("restype", _RESTYPES.get(unit.kind, f"x-{unit.kind.value}"))
    element.set("extradata", HASH + unit.source_hash)
    outdated = unit.freshness is Freshness.OUTDATED
    pieces = source_pieces(unit.source) if unit.kind.translatable else (unit.source,)
    _fill(add(element, "source"), pieces)
    if not unit.kind.translatable:
        element.set("translate", "no")
    elif unit.target:
        target = add(element, "target")
        _fill(target, target_pieces(unit.target, pieces))
        if outdated or unit.state < BlockState.TRANSLATED:
            target.set("state", "needs-translation")
        elif unit.state is BlockState.TRANSLATED:
            target.set("state", "translated")
        else:
            target.set("state", "signed-off")
            element.set("approved", "yes")
    elif options.prefill:
        _fill(add(element, "target"), pieces)
    for note in unit.notes:
        add(element, "note", note)
    if outdated and unit.previous and unit.target:
        earlier = add(element, "alt-trans", alttranstype="previous-version", origin=_TOOL)
        earlier.set(XML_SPACE, "preserve")
        pieces = source_pieces(unit.previous)
        _fill(add(earlier, "source"), pieces)
        _fill(add(earlier, "target"), target_pieces(unit.target, pieces))


def _fill(element: Element, pieces: tuple[Piece, ...]) -> None:
    fill(element, pieces, _add_code, _add_character)


def _add_code(parent: Element, coded: Coded) -> Element:
    code = coded.code
    word = code.value.partition(":")[0]
    ctype = _CTYPES.get(word, f"x-{word}")
    if code.closing is None:
        if ctype in _DELIMITERS:
            ctype = f"x-{word}"
        return add(parent, "ph", code.opening, id=code.id, ctype=ctype, equiv_text=code.opening)
    if ctype in _PLACEHOLDERS:
        ctype = f"x-{word}"
    between = _escape(code.opening) + _BETWEEN + _escape(code.closing)
    return add(parent, "g", id=code.id, ctype=ctype, equiv_text=between)


def _add_character(parent: Element, character: str) -> Element:
    name = f"U+{ord(character):04X}"
    return add(parent, "ph", name, id=name, ctype="x-character", equiv_text=name)


def _escape(end: str) -> str:
    """An end of a pair, in which "…" no longer stands bare."""
    return end.replace("\\", "\\\\").replace(_BETWEEN, "\\" + _BETWEEN)
