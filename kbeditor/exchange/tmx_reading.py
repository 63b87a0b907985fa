"""What comes in as TMX, whichever tool wrote it: the pairs of two languages, one by one."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from kbeditor.domain.finding import ReportLine
from kbeditor.domain.limits import LONGEST_BODY
from kbeditor.domain.progress import Progress
from kbeditor.domain.units import MemoryUnit
from kbeditor.exchange.bad_file import BadFile
from kbeditor.exchange.locale_fit import best_fit
from kbeditor.exchange.tmx import ORIGIN, STAMP, XML_LANG
from kbeditor.exchange.xliff import Element, children, local_name
from kbeditor.exchange.xml_safe import opening, walk

STEP_READ = "import_memory"
MOST_UNITS = 5_000_000
_MOST_LANGUAGES = 200
_LINE_END = re.compile(r"\r\n?")
_STAMP = re.compile(r"\d{8}T\d{6}Z")
_ROOT = re.compile(r"<tmx\b", re.IGNORECASE)


class TmxReading:
    """The pairs of a file, to be gone through once; then `lines` tell what was passed over."""

    def __init__(
        self, source: Path, source_locale: str, target_locale: str, progress: Progress
    ) -> None:
        self._source, self._progress = source, progress
        self._wanted = (source_locale, target_locale)
        self._languages: set[str] = set()
        self._taken = self._others = self._empty = self._long = 0

    def __iter__(self) -> Iterator[MemoryUnit]:
        """Raises BadFile with the line, Cancelled; what came before it is then worth nothing."""
        origin = source_language = ""
        for _, element in walk(
            self._source,
            "tmx",
            (),
            ("header", "tu"),
            self._progress,
            STEP_READ,
            external_dtd=True,
        ):
            if local_name(element) == "header":
                origin = element.get("creationtool", "")
                source_language = element.get("srclang", "")
            elif unit := self._unit(element, source_language, origin):
                self._taken += 1
                if self._taken > MOST_UNITS:
                    raise BadFile(
                        "too_many_units",
                        self._source.name,
                        "it has more than {limit:,} pairs",
                        limit=MOST_UNITS,
                    )
                yield unit

    @property
    def lines(self) -> tuple[ReportLine, ...]:
        """What was passed over, by reason."""
        found = []
        if self._others:
            source, target = self._wanted
            languages = ", ".join(sorted(self._languages)[:20])
            text = (
                f"Units without a text in both {source} and {target}: {self._others:,}. "
                f"The file has {languages or 'no languages'}."
            )
            found.append(("other_languages", text))
        if self._empty:
            found.append(("empty", f"Units without words: {self._empty:,}."))
        if self._long:
            text = f"Units longer than {LONGEST_BODY:,} characters: {self._long:,}."
            found.append(("too_long", text))
        return tuple(
            ReportLine("warning", code, self._source.name, 0, text) for code, text in found
        )

    def _unit(self, element: Element, source_language: str, origin: str) -> MemoryUnit | None:
        source_language = element.get("srclang", source_language)
        variants: dict[str, Element] = {}
        for variant in children(element, "tuv"):
            variants.setdefault(_language(variant), variant)
        if len(self._languages) < _MOST_LANGUAGES:
            self._languages.update(language for language in variants if language)
        wanted_source, wanted_target = self._wanted
        # Of several that fit, the one that the file itself calls its source.
        first = [tag for tag in variants if tag.casefold() == source_language.casefold()]
        source = best_fit(wanted_source, [*first, *variants])
        target = best_fit(wanted_target, [tag for tag in variants if tag != source])
        if source is None or target is None:
            self._others += 1
            return None
        texts = [_text(variants[tag]) for tag in (source, target)]
        if not all(text.strip() for text in texts):
            self._empty += 1
            return None
        if max(map(len, texts)) > LONGEST_BODY:
            self._long += 1
            return None
        said = (each.text or "" for each in children(element, "prop") if each.get("type") == ORIGIN)
        return MemoryUnit(
            texts[0], texts[1], next(said, origin), _moment(element, variants[target])
        )


def read_tmx(
    source: Path, source_locale: str, target_locale: str, progress: Progress
) -> TmxReading:
    """The pairs of a TMX file (any version) in two languages; other regions of them fit, too.

    Nothing is read before it is asked for. Inline elements give the Markdown that is in them.
    """
    return TmxReading(source, source_locale, target_locale, progress)


def is_tmx(source: Path) -> bool:
    """Whether a file looks like TMX; cheap, never raises."""
    return _ROOT.search(opening(source)) is not None


def _language(variant: Element) -> str:
    """What a variant says of its language: `xml:lang` or the old `lang`, in any case."""
    for name in (XML_LANG, "lang"):
        if value := variant.get(name):
            return value.strip()
    for name, value in variant.attrib.items():
        if str(name).rpartition("}")[2].casefold() in ("lang", "xml:lang"):
            return str(value).strip()
    return ""


def _text(variant: Element) -> str:
    segment = next(children(variant, "seg"), None)
    return "" if segment is None else _LINE_END.sub("\n", "".join(map(str, segment.itertext())))


def _moment(unit: Element, variant: Element) -> str:
    """When a pair was last worked on, as ISO 8601; "" when nothing sound is said."""
    for element in (variant, unit):
        for name in ("changedate", "creationdate"):
            if _STAMP.fullmatch(stamp := element.get(name, "")):
                try:
                    return datetime.strptime(stamp, STAMP).replace(tzinfo=UTC).isoformat()
                except ValueError:  # a thirteenth month
                    continue
    return ""
