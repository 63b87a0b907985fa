"""TBX, the standard of termbases: written as TBX-Basic of 2008, which most tools read; read as
that, as its fuller kin, and as ISO 30042 of 2019 in both of its styles."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from lxml import etree

from kbeditor.domain.blocks import GlossaryTerm
from kbeditor.domain.finding import ReportLine
from kbeditor.domain.progress import Progress
from kbeditor.domain.units import GlossaryFile
from kbeditor.exchange.incoming_terms import STEP_READ, GatheredTerms
from kbeditor.exchange.locale_fit import best_fit
from kbeditor.exchange.tmx import XML_LANG
from kbeditor.exchange.xliff import Element, local_name
from kbeditor.exchange.xml_safe import legal, opening, walk

_ROOT = re.compile(r"<(?:\w+:)?(martif|tbx)\b")
_STATUS = "administrativeStatus"
_PREFERRED, _FORBIDDEN = "preferredTerm-admn-sts", "deprecatedTerm-admn-sts"
_WRONG = ("deprecated", "superseded", "forbidden", "obsolete", "notrecommended")


def write_terms(
    out: BinaryIO,
    source_locale: str,
    target_locale: str,
    terms: Iterable[GlossaryTerm],
    program: str,
) -> int:
    """Write a termbase to a stream; how many terms. One entry a term, forbidden words marked."""
    head = etree.Element("martif", {"type": "TBX-Basic", XML_LANG: source_locale})
    description = _add(_add(_add(head, "martifHeader"), "fileDesc"), "sourceDesc")
    _add(description, "p", f"Glossary, made by {program}")
    start = etree.tostring(head, encoding="unicode").removesuffix("</martif>")
    out.write(f'<?xml version="1.0" encoding="UTF-8"?>\n{start}\n<text><body>\n'.encode())
    count = 0
    for term in terms:
        count += 1
        entry = etree.Element("termEntry", id=f"t{count}")
        if term.note:
            _add(entry, "note", term.note)
        _tig(_language(entry, source_locale), term.term, "")
        target = _language(entry, target_locale)
        _tig(target, term.translation, _PREFERRED)
        for wrong in term.forbidden:
            _tig(target, wrong, _FORBIDDEN)
        out.write(etree.tostring(entry, encoding="unicode").encode() + b"\n")
    out.write(b"</body></text>\n</martif>\n")
    return count


def is_tbx(source: Path) -> bool:
    """Whether a file looks like TBX; cheap, never raises."""
    return _ROOT.search(opening(source)) is not None


def read_terms(
    source: Path, source_locale: str, target_locale: str, progress: Progress
) -> GlossaryFile:
    """The terms of a file for a pair of languages. Raises BadFile with the line, Cancelled.

    Of several right translations the preferred one counts, else the first; the others go into the
    note. Each term of the source is a term of its own.
    """
    root = _ROOT.search(opening(source))
    found = GatheredTerms(source.name, source_locale, target_locale)
    others = 0
    languages: set[str] = set()
    for _, entry in walk(
        source,
        root[1] if root else "martif",
        (),
        ("termEntry", "conceptEntry"),
        progress,
        STEP_READ,
        external_dtd=True,
    ):
        concept = _read(entry)
        languages.update(concept.terms)
        names = best_fit(source_locale, concept.terms)
        others_of = [tag for tag in concept.terms if tag != names]
        translations = best_fit(target_locale, others_of)
        if names is None or translations is None:
            others += 1
            continue
        _take(concept, names, translations, found, entry.sourceline or 0)
    result = found.result()
    if not others:
        return result
    text = (
        f"Entries without a term in both {source_locale} and {target_locale}: {others:,}. "
        f"The file has {', '.join(sorted(languages)[:20]) or 'no languages'}."
    )
    line = ReportLine("warning", "other_languages", source.name, 0, text)
    return GlossaryFile(result.source_locale, result.terms, (*result.lines, line))


@dataclass(slots=True)
class _Concept:
    """An entry's terms (words, status) by language, and what is said about it."""

    terms: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def _read(entry: Element) -> _Concept:
    concept = _Concept()
    for element in entry.iter("{*}langSet", "{*}langSec"):
        terms = concept.terms.setdefault(element.get(XML_LANG, element.get("lang", "")), [])
        terms.extend(_terms(element))
    for element in entry.iter("{*}note", "{*}descrip", "{*}definition"):
        if local_name(element) != "descrip" or element.get("type") == "definition":
            concept.notes.append(_words(element))
    return concept


def _terms(language: Element) -> Iterator[tuple[str, str]]:
    for section in language.iter("{*}tig", "{*}ntig", "{*}termSec"):
        words = next(section.iter("{*}term"), None)
        if words is not None:
            yield _words(words), _status(section)


def _status(section: Element) -> str:
    """How a term is judged, in whichever style the file says it."""
    for element in section.iter("{*}termNote", f"{{*}}{_STATUS}"):
        if local_name(element) == _STATUS or element.get("type") == _STATUS:
            return _words(element).casefold()
    return ""


def _take(
    concept: _Concept, names: str, translations: str, found: GatheredTerms, line: int
) -> None:
    right: list[str] = []
    wrong: list[str] = []
    for words, status in concept.terms[translations]:
        if status.startswith(_WRONG):
            wrong.append(words)
        elif status.startswith("preferred"):
            right.insert(0, words)
        else:
            right.append(words)
    notes = [*concept.notes]
    if right[1:]:
        notes.append("Also: " + ", ".join(right[1:]))
    for words, _ in concept.terms[names]:
        found.take(
            words, next(iter(right), ""), wrong, "\n".join(dict.fromkeys(filter(None, notes))), line
        )


def _words(element: Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _language(entry: Element, locale: str) -> Element:
    return etree.SubElement(entry, "langSet", {XML_LANG: locale})


def _tig(language: Element, words: str, status: str) -> None:
    tig = etree.SubElement(language, "tig")
    _add(tig, "term", words)
    if status:
        _add(tig, "termNote", status).set("type", _STATUS)


def _add(parent: Element, name: str, text: str = "") -> Element:
    element = etree.SubElement(parent, name)
    if text:
        element.text = legal(text)
    return element
