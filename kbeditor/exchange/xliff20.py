"""XLIFF 2.0 (OASIS standard of 2014; read to 2.2): one `<file>` an article, codes as pc and ph."""

from pathlib import Path

from lxml import etree

from kbeditor.domain.blocks import BlockState, Freshness
from kbeditor.domain.exchange import FormatInfo
from kbeditor.domain.finding import Report
from kbeditor.domain.progress import Progress
from kbeditor.domain.units import Incoming, Unit, UnitFile, UnitJob, UnitOptions
from kbeditor.exchange.bad_file import BadFile
from kbeditor.exchange.incoming_units import STEP_READ, Gathering
from kbeditor.exchange.inline_codes import Coded, Piece, source_pieces, target_pieces
from kbeditor.exchange.xliff import (
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
from kbeditor.exchange.xliff12 import VERSION
from kbeditor.exchange.xliff20_reading import DRAFT, OUTDATED, read_unit
from kbeditor.exchange.xml_safe import opening, split_name, walk

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
NAMESPACES = (NAMESPACE, "urn:oasis:names:tc:xliff:document:2.2")
VERSIONS = ("2.0", "2.1", "2.2")
_METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
_MATCHES = "urn:oasis:names:tc:xliff:matches:2.0"
_TYPES = {
    "strong": ("fmt", "xlf:b"),
    "em": ("fmt", "xlf:i"),
    "break": ("fmt", "xlf:lb"),
    "link": ("link", "kb:link"),
    "image": ("image", "kb:image"),
}


class Xliff20Format:
    """One `.xlf` file."""

    @property
    def info(self) -> FormatInfo:
        """What the format is called."""
        return FormatInfo("xliff2", "XLIFF 2.0", ".xlf", False)

    def write(self, job: UnitJob, target: Path, options: UnitOptions, progress: Progress) -> Report:
        """Write `target` as a whole or not at all. Raises KbError, Cancelled."""
        names = {None: NAMESPACE, "mda": _METADATA, "mtc": _MATCHES}
        root = etree.Element(f"{{{NAMESPACE}}}xliff", nsmap=names)
        root.set("version", "2.0")  # Poedit refuses 2.1
        root.set("srcLang", job.source_locale)
        root.set("trgLang", job.target_locale)

        def file_element(root: Element, file: UnitFile) -> Element:
            return _write_file(root, job, file, options)

        return write_document(job, target, options, progress, root, file_element)

    def recognises(self, source: Path) -> bool:
        """Whether a file looks like this format; cheap, never raises."""
        found = VERSION.search(opening(source))
        return found is not None and found[1].startswith("2.")

    def read(self, source: Path, progress: Progress) -> Incoming:
        """Read and check a file. Raises KbError `bad_file` with path and line."""
        gathering = Gathering(self.info.id, source.name)
        owner, locales = "", ("", "")
        for event, element in walk(
            source, "xliff", ("xliff", "file"), ("unit",), progress, STEP_READ
        ):
            line = element.sourceline or 0
            if event == "end":
                if element.get("translate") != "no":
                    read_unit(element, owner, gathering)
            elif local_name(element) == "file":
                library, owner = from_original(element.get("original", ""))
                gathering.belongs_to(library, locales, line)
            else:
                _check_version(element, source.name)
                locales = (element.get("srcLang", ""), element.get("trgLang", ""))
        return gathering.result()


def _write_file(root: Element, job: UnitJob, file: UnitFile, options: UnitOptions) -> Element:
    element = add(root, "file", id=file.owner.id, original=original(job, file))
    element.set("canResegment", "no")
    element.set(XML_SPACE, "preserve")
    if file.skeleton:
        add(element, "skeleton", file.skeleton)
    add(add(element, "notes"), "note", place(file), category="place")
    for unit in file.units:
        _write_unit(element, unit, options)
    return element


def _write_unit(file: Element, unit: Unit, options: UnitOptions) -> None:
    element = add(file, "unit", id=unit.id, type=f"kb:{unit.kind.value}")
    metadata = add(element, f"{{{_METADATA}}}metadata")
    add(add(metadata, "metaGroup", category="kbeditor"), "meta", unit.source_hash, type="hash")
    outdated = unit.freshness is Freshness.OUTDATED
    if outdated and unit.previous and unit.target:
        _write_previous(element, unit)
    if unit.notes:
        notes = add(element, "notes")
        for note in unit.notes:
            add(notes, "note", note)
    data = _Data(element)
    segment = add(element, "segment", id="s1")
    pieces: tuple[Piece, ...] = (unit.source,)
    if unit.kind.translatable:
        pieces = source_pieces(unit.source)
    else:
        element.set("translate", "no")
    data.fill(add(segment, "source"), pieces)
    if unit.kind.translatable and unit.target:
        data.fill(add(segment, "target"), target_pieces(unit.target, pieces))
        if outdated or unit.state < BlockState.TRANSLATED:
            segment.set("state", "initial")
            segment.set("subState", OUTDATED if outdated else DRAFT)
        else:
            reviewed = unit.state is BlockState.REVIEWED
            segment.set("state", "reviewed" if reviewed else "translated")
    elif unit.kind.translatable:
        segment.set("state", "initial")
        if options.prefill:
            data.fill(add(segment, "target"), pieces)
    data.finish()


def _write_previous(unit_element: Element, unit: Unit) -> None:
    """The translation beside the source that it was made from, as a match of the segment."""
    matches = add(unit_element, f"{{{_MATCHES}}}matches")
    match = add(matches, "match", ref="#s1", type="other", origin="kbeditor")
    match.set("subType", "kb:previous")
    data = _Data(match)
    pieces = source_pieces(unit.previous)
    data.fill(add(match, f"{{{NAMESPACE}}}source"), pieces)
    data.fill(add(match, f"{{{NAMESPACE}}}target"), target_pieces(unit.target, pieces))
    data.finish()


class _Data:
    """The `originalData` of a unit or match: what its inline codes stand for, each once."""

    def __init__(self, owner: Element) -> None:
        self._element = add(owner, f"{{{NAMESPACE}}}originalData")
        self._ids: dict[str, str] = {}

    def fill(self, element: Element, pieces: tuple[Piece, ...]) -> None:
        """Put words and codes into an element."""
        fill(element, pieces, self._add_code, _add_character)

    def finish(self) -> None:
        """Leave nothing behind where there were no codes: the element may not be empty."""
        parent = self._element.getparent()
        if not self._ids and parent is not None:
            parent.remove(self._element)

    def _add_code(self, parent: Element, coded: Coded) -> Element:
        code = coded.code
        word = code.value.partition(":")[0]
        type_, sub_type = _TYPES.get(word, ("other", f"kb:{word}"))
        if code.closing is None:
            element = add(parent, "ph", id=code.id)
            ends = {"dataRef": code.opening, "disp": code.opening}
        else:
            element = add(parent, "pc", id=code.id)
            ends = {
                "dataRefStart": code.opening,
                "dataRefEnd": code.closing,
                "dispStart": code.opening,
                "dispEnd": code.closing,
            }
        element.set("type", type_)
        element.set("subType", sub_type)
        for name, raw in ends.items():
            element.set(name, self._id(raw) if name.startswith("dataRef") else raw)
        return element

    def _id(self, raw: str) -> str:
        if raw not in self._ids:
            self._ids[raw] = f"d{len(self._ids) + 1}"
            add(self._element, "data", raw, id=self._ids[raw])
        return self._ids[raw]


def _add_character(parent: Element, character: str) -> Element:
    return add(parent, "cp", hex=f"{ord(character):04X}")


def _check_version(root: Element, shown: str) -> None:
    version = root.get("version", "")
    if split_name(root)[0] not in NAMESPACES or version not in VERSIONS:
        raise BadFile(
            "not_xliff",
            shown,
            "this is XLIFF {version}; 2.0 to 2.2 can be read",
            root.sourceline or 0,
            version=version,
        )
