"""Reads XML that others wrote: no entities, no DTD, no network, within limits, with lines."""

import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import BinaryIO, NoReturn
from xml.parsers import expat

from lxml import etree

from kbeditor.domain.progress import Progress
from kbeditor.exchange.bad_file import BadFile
from kbeditor.exchange.folder import opened

MOST_BYTES = 200 * 1024**2
_OPENING = 65_536  # bytes
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """Words that only inform, without the control characters that XML 1.0 cannot hold."""
    return _ILLEGAL.sub("\ufffd", text)


def illegal_parts(text: str) -> Iterator[str]:
    """Text in parts: each character that XML 1.0 cannot hold is a part of its own."""
    position = 0
    for found in _ILLEGAL.finditer(text):
        if found.start() > position:
            yield text[position : found.start()]
        yield found[0]
        position = found.end()
    if position < len(text):
        yield text[position:]


def is_legal(text: str) -> bool:
    """Whether XML 1.0 can hold every character of a text."""
    return _ILLEGAL.search(text) is None


def split_name(element: etree._Element) -> tuple[str, str]:
    """An element's namespace and local name; lxml's own way fails for a namespace with a brace."""
    namespace, _, name = str(element.tag).rpartition("}")
    return namespace.removeprefix("{"), name


def opening(source: Path) -> str:
    """The first 64 kB of a file as text; "" when it cannot be read, or is a zip: what lies in there
    unpacked is not what the file is.
    """
    try:
        with opened(source, source.name) as stream:
            data = stream.read(_OPENING)
    except BadFile:
        return ""
    if data.startswith(b"PK\x03\x04"):
        return ""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    return data.decode("utf-8", errors="replace")


def walk(
    source: Path,
    root: str,
    begin: Collection[str],
    end: Collection[str],
    progress: Progress,
    step: str,
    *,
    external_dtd: bool = False,
) -> Iterator[tuple[str, etree._Element]]:
    """Go through an XML file whose outermost element is `root` (all names without namespace):
    ("start", element) for those in `begin`, with attributes but no children yet, and
    ("end", element), whole, for those in `end`.

    What is behind is let go of, so memory does not grow with the file: an element from `end` must
    be used before the next one is asked for. A document type is refused; `external_dtd` lets one
    pass that only names a file, which is not read (TMX has it). Raises BadFile, Cancelled.
    """
    shown = source.name
    with opened(source, shown) as stream:
        yield from walk_stream(
            stream, shown, root, begin, end, progress, step, external_dtd=external_dtd
        )


def walk_stream(
    stream: BinaryIO,
    shown: str,
    root: str,
    begin: Collection[str],
    end: Collection[str],
    progress: Progress,
    step: str,
    *,
    external_dtd: bool = False,
) -> Iterator[tuple[str, etree._Element]]:
    """As `walk`, through bytes that can be read twice; `shown` names them in errors."""
    size = stream.seek(0, 2)
    if size > MOST_BYTES:
        raise BadFile(
            "file_too_large", shown, "it is larger than {limit:,} bytes", limit=MOST_BYTES
        )
    stream.seek(0)
    _check_prolog(stream, shown, root, external_dtd)
    stream.seek(0)
    for count, (event, element) in enumerate(_walk(stream, shown, begin, end)):
        if count % 500 == 0:
            progress.step(step, stream.tell(), size)
        yield event, element


def _walk(
    stream: BinaryIO, shown: str, begin: Collection[str], end: Collection[str]
) -> Iterator[tuple[str, etree._Element]]:
    parser = etree.iterparse(
        stream,
        events=("start", "end"),
        tag=[f"{{*}}{name}" for name in {*begin, *end}],
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for event, element in parser:
            name = split_name(element)[1]
            if name in (begin if event == "start" else end):
                yield event, element
            if event == "end" and name in end:
                _let_go(element)
    except etree.XMLSyntaxError as error:
        # What the parser raises may be a consequence; the first entry of its log is the cause.
        entry = next(iter(parser.error_log), None)
        problem, line = (entry.message, entry.line) if entry else (error.msg, error.lineno or 0)
        if entry and entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT:
            problem = "a part of it is far too long or nested far too deeply"
        raise _unsound(shown, line, problem) from error


def _unsound(shown: str, line: int, problem: str) -> BadFile:
    reason = "this is not sound XML ({problem})"
    return BadFile("xml", shown, reason, line, problem=" ".join(problem.split()))


def _let_go(element: etree._Element) -> None:
    """Empty an element and drop its elder siblings."""
    element.clear(keep_tail=False)
    parent = element.getparent()
    if parent is not None:
        while (elder := element.getprevious()) is not None:
            parent.remove(elder)


class _RootReached(Exception):
    """The prolog is over."""


def _check_prolog(stream: BinaryIO, shown: str, root: str, external_dtd: bool) -> None:
    """Refuse another root, and a document type before the real parser sees what it declares.

    lxml leaves entities in text alone, but expands those in attributes.
    """
    parser = expat.ParserCreate()

    def doctype(name: str, system: str | None, public: str | None, internal: bool) -> None:
        if internal or not external_dtd:
            raise BadFile(
                "doctype",
                shown,
                "it declares a document type, which is not allowed here",
                parser.CurrentLineNumber,
            )

    def element(name: str, attributes: dict[str, str]) -> NoReturn:
        if name.rpartition(":")[2] != root:
            raise BadFile(
                "wrong_root",
                shown,
                "this is no {root} file; it begins with <{name}>",
                parser.CurrentLineNumber,
                root=root,
                name=name[:80],
            )
        raise _RootReached

    parser.StartDoctypeDeclHandler = doctype
    parser.StartElementHandler = element
    try:
        parser.ParseFile(stream)
    except _RootReached:
        return
    except expat.ExpatError as error:
        problem = expat.errors.messages.get(error.code, "unreadable")
        raise _unsound(shown, error.lineno, problem) from error
    except (LookupError, ValueError) as error:  # from Python's own codecs
        raise _unsound(shown, 1, "its encoding is unknown") from error
