"""Plays the translator: writes translations into files that were handed out, as tools do."""

import csv
import zipfile
from collections.abc import Mapping
from pathlib import Path

import openpyxl
import polib
from lxml import etree


def translate(path: Path, said: Mapping[str, str]) -> None:
    """Give the blocks of these sources (without inline codes) these translations, as finished."""
    match path.suffix:
        case ".po":
            _po(path, said)
        case ".xlf" if 'version="2.0"' in path.read_text("utf-8")[:400]:
            _xliff(path, said, "segment")
        case ".xlf":
            _xliff(path, said, "trans-unit")
        case ".csv":
            _csv(path, said)
        case ".xlsx":
            _xlsx(path, said)
        case ".zip":
            _package(path, said)


def _po(path: Path, said: Mapping[str, str]) -> None:
    file = polib.pofile(str(path), wrapwidth=0)
    for entry in file:
        if entry.msgid in said:
            entry.msgstr = said[entry.msgid]
            entry.flags = [each for each in entry.flags if each != "fuzzy"]
    file.save(str(path))


def _xliff(path: Path, said: Mapping[str, str], unit: str) -> None:
    tree = etree.parse(str(path))
    for element in tree.iterfind(f".//{{*}}{unit}"):
        source = element.find("{*}source")
        assert source is not None
        words = "".join(map(str, source.itertext()))
        if words not in said:
            continue
        target = element.find("{*}target")
        if target is None:
            target = etree.Element(source.tag)
            target.tag = str(source.tag).replace("source", "target")
            source.addnext(target)
        for child in target:
            target.remove(child)
        target.text = said[words]
        (element if unit == "segment" else target).set("state", "translated")
        element.attrib.pop("subState", None)
    tree.write(str(path), encoding="utf-8", xml_declaration=True)


def _package(path: Path, said: Mapping[str, str]) -> None:
    """As a translator does: takes the XLIFF out and puts it back."""
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    [name] = [each for each in files if each.endswith(".xlf")]
    taken_out = path.with_suffix(".xlf")
    taken_out.write_bytes(files[name])
    translate(taken_out, said)
    files[name] = taken_out.read_bytes()
    with zipfile.ZipFile(path, "w") as archive:
        for each, data in files.items():
            archive.writestr(each, data)


def _csv(path: Path, said: Mapping[str, str]) -> None:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream))
    _fill(rows, said)
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows(rows)


def _xlsx(path: Path, said: Mapping[str, str]) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    rows = [[str(cell.value or "") for cell in row] for row in sheet.iter_rows()]
    _fill(rows, said)
    for number, row in enumerate(rows, 1):
        for place, value in enumerate(row, 1):
            if str(sheet.cell(number, place).value or "") != value:
                sheet.cell(number, place).value = value
    book.save(path)


def _fill(rows: list[list[str]], said: Mapping[str, str]) -> None:
    names = [name.partition(" (")[0] for name in rows[0]]
    source, target, state = (names.index(each) for each in ("source", "target", "state"))
    for row in rows[1:]:
        if row[source] in said:
            row[target], row[state] = said[row[source]], "translated"
