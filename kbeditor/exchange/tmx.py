"""TMX 1.4: a translation memory for other tools, written and read unit by unit."""

import time
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from lxml import etree

from kbeditor.domain.finding import Report, ReportLine
from kbeditor.domain.progress import Progress
from kbeditor.domain.units import MemoryUnit
from kbeditor.exchange.inline_codes import Piece, source_pieces, target_pieces
from kbeditor.exchange.moving_in import new_file
from kbeditor.exchange.xliff import Element, append_words
from kbeditor.exchange.xml_safe import is_legal, legal

STEP_WRITE = "export_memory"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ORIGIN = "x-kb-origin"
STAMP = "%Y%m%dT%H%M%SZ"
_DOCTYPE = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'
_TYPES = {"strong": "bold", "em": "italic", "link": "link", "image": "image"}


def write_tmx(
    target: Path,
    source_locale: str,
    target_locale: str,
    units: Iterable[MemoryUnit],
    program: str,
    progress: Progress,
) -> Report:
    """Write a memory as a whole or not at all. `program` is a name and a version.

    Units with characters that XML cannot hold are left out and counted. Raises KbError, Cancelled.
    """
    started = time.monotonic()
    with new_file(target) as temporary, temporary.open("wb") as out:
        written, left_out = write_units(out, source_locale, target_locale, units, program, progress)
    lines = []
    if left_out:
        text = f"Pairs with control characters, which TMX cannot hold, were left out: {left_out:,}."
        lines.append(ReportLine("warning", "control_characters", target.name, 0, text))
    counts = (("units", written), ("left_out", left_out))
    return Report(str(target), counts, tuple(lines), time.monotonic() - started)


def write_units(
    out: BinaryIO,
    source_locale: str,
    target_locale: str,
    units: Iterable[MemoryUnit],
    program: str,
    progress: Progress,
) -> tuple[int, int]:
    """Write a memory to a stream; how many units were written, and how many left out."""
    written = left_out = 0
    name, _, version = program.partition(" ")
    out.write(f'<?xml version="1.0" encoding="UTF-8"?>\n{_DOCTYPE}\n<tmx version="1.4">\n'.encode())
    header = etree.Element("header")
    for attribute, value in {
        "creationtool": name,
        "creationtoolversion": version,
        "segtype": "block",
        "o-tmf": "kbeditor",
        "adminlang": "en",
        "srclang": source_locale,
        "datatype": "x-markdown",
    }.items():
        header.set(attribute, legal(value))
    out.write(b"  " + etree.tostring(header) + b"\n  <body>\n")
    for count, unit in enumerate(units):
        if count % 500 == 0:
            progress.step(STEP_WRITE, count, 0)
        if is_legal(unit.source) and is_legal(unit.target):
            out.write(b"    " + _unit(unit, source_locale, target_locale) + b"\n")
            written += 1
        else:
            left_out += 1
    out.write(b"  </body>\n</tmx>\n")
    return written, left_out


def _unit(unit: MemoryUnit, source_locale: str, target_locale: str) -> bytes:
    element = etree.Element("tu")
    if stamp := _stamp(unit.created_at):
        element.set("creationdate", stamp)
    if unit.origin:
        origin = etree.SubElement(element, "prop", type=ORIGIN)
        origin.text = legal(unit.origin)
    source = source_pieces(unit.source)
    for locale, pieces in (
        (source_locale, source),
        (target_locale, target_pieces(unit.target, source)),
    ):
        variant = etree.SubElement(element, "tuv", {XML_LANG: locale})
        _fill(etree.SubElement(variant, "seg"), pieces)
    return etree.tostring(element, encoding="unicode").encode()


def _fill(segment: Element, pieces: Iterable[Piece]) -> None:
    """Words and codes one after another: what is between the ends of a pair is not inside it."""
    for piece in pieces:
        if isinstance(piece, str):
            append_words(segment, piece)
            continue
        code = piece.code
        marks = {"x": code.id}
        word = code.value.partition(":")[0]
        marks["type"] = _TYPES.get(word, f"x-{word}")
        if code.closing is None:
            etree.SubElement(segment, "ph", marks).text = code.opening
        else:
            etree.SubElement(segment, "bpt", marks | {"i": code.id}).text = code.opening
            _fill(segment, piece.pieces)
            etree.SubElement(segment, "ept", {"i": code.id}).text = code.closing


def _stamp(moment: str) -> str:
    """A time as TMX has it, in UTC; "" for what is no time."""
    try:
        found = datetime.fromisoformat(moment)
    except ValueError:
        return ""
    found = found.astimezone(UTC) if found.tzinfo else found
    return found.strftime(STAMP)
