"""What both XLIFF formats share: writing article by article, and words with codes in elements."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from lxml import etree

from kbeditor.domain.finding import Report
from kbeditor.domain.progress import Progress
from kbeditor.domain.units import UnitFile, UnitJob, UnitOptions
from kbeditor.exchange.incoming_units import Gathering
from kbeditor.exchange.inline_codes import Code, Coded, ForeignCode, Mark, Piece, TooLong, markdown
from kbeditor.exchange.moving_in import new_file
from kbeditor.exchange.unit_choice import chosen
from kbeditor.exchange.xml_safe import illegal_parts, is_legal, legal, split_name

Element = etree._Element

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
SUFFIXES = (".xlf", ".xliff")
_SPLIT = "/"
# Elements with words in them: no white space may be added within.
_WORDS = frozenset(("source", "target", "note", "data", "meta", "internal-file", "skeleton", "ph"))


def write_document(
    job: UnitJob,
    target: Path,
    options: UnitOptions,
    progress: Progress,
    root: Element,
    file_element: Callable[[Element, UnitFile], Element],
) -> Report:
    """Write a document whole or not at all, one `<file>` at a time.

    `file_element` adds the file's element to the given root. Raises KbError, Cancelled.
    """
    started = time.monotonic()
    files = units = 0
    with new_file(target) as temporary, temporary.open("wb") as out:
        head = etree.tostring(root, encoding="unicode").removesuffix("/>") + ">"
        out.write(f'<?xml version="1.0" encoding="UTF-8"?>\n{head}'.encode())
        for file in chosen(job, options, progress):
            files += 1
            units += sum(unit.kind.translatable for unit in file.units)
            element = file_element(root, file)
            _indent(element, 1)
            # Written as a part of its root, it does not repeat the root's namespaces.
            whole = etree.tostring(root, encoding="unicode", with_tail=False)
            out.write(("\n  " + whole[len(head) : whole.rindex("</")]).encode())
            root.remove(element)
        out.write(f"\n</{etree.QName(root).localname}>\n".encode())
    counts = (("files", files), ("units", units))
    return Report(str(target), counts, (), time.monotonic() - started)


def add(parent: Element, name: str, text: str = "", /, **attributes: str) -> Element:
    """A child in the parent's namespace, or in that of a full name; `_` in attributes is `-`."""
    full = name if name.startswith("{") else f"{{{etree.QName(parent).namespace}}}{name}"
    element = etree.SubElement(parent, full)
    for key, value in attributes.items():
        element.set(key.rstrip("_").replace("_", "-"), legal(value))
    if text:
        element.text = legal(text)
    return element


def fill(
    element: Element,
    pieces: Iterable[Piece],
    add_code: Callable[[Element, Coded], Element],
    add_character: Callable[[Element, str], Element],
) -> None:
    """Put words and codes into an element. `add_code` and `add_character` add one child each."""
    for piece in pieces:
        if isinstance(piece, str):
            for part in illegal_parts(piece):
                if is_legal(part):
                    append_words(element, part)
                else:
                    add_character(element, part)
        else:
            child = add_code(element, piece)
            if piece.code.closing is not None:
                fill(child, piece.pieces, add_code, add_character)


def read_texts(
    unit: Element,
    source: Iterable[str | Mark],
    target: Iterable[str | Mark],
    codes: Mapping[str, Code],
    gathering: Gathering,
) -> tuple[str, str] | None:
    """A unit's source and translation as Markdown, or None: it was refused."""
    unit_id, line = unit.get("id", ""), unit.sourceline or 0
    source_text = None
    try:
        source_text = markdown(source, codes)
        return source_text, markdown(target, codes)
    except TooLong:
        gathering.refuse_long(unit_id, line)
    except ForeignCode as error:
        if source_text is None:
            why = "the inline codes of its source were lost on the way"
            gathering.refuse("lost_code", unit_id, line, why)
        else:
            why = f"its translation has the inline code {error}, which its source does not have"
            gathering.refuse("foreign_code", unit_id, line, why)
    return None


def original(job: UnitJob, file: UnitFile) -> str:
    """What a file was made from: library, kind and id."""
    return _SPLIT.join((job.library_id, file.owner.kind.value, file.owner.id))


def from_original(value: str) -> tuple[str, str]:
    """Library and owner of a file, from what `original` made; ("", "") for another program's."""
    parts = value.split(_SPLIT)
    return (parts[0], parts[2]) if len(parts) == 3 else ("", "")


def place(file: UnitFile) -> str:
    """Where an article stands, as people read it."""
    return " › ".join((*file.path, file.title))


def local_name(element: Element) -> str:
    """The name without its namespace."""
    return split_name(element)[1]


def children(element: Element, name: str) -> Iterator[Element]:
    """The direct children of a local name."""
    return element.iterchildren(f"{{*}}{name}")


def append_words(element: Element, words: str) -> None:
    """Words behind everything that an element has so far."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words


def _indent(element: Element, level: int) -> None:
    """Two spaces a level, but nothing where white space is part of the words."""
    if not len(element) or local_name(element) in _WORDS:
        return
    element.text = "\n" + "  " * (level + 1)
    for child in element:
        _indent(child, level + 1)
        child.tail = element.text
    child.tail = "\n" + "  " * level
