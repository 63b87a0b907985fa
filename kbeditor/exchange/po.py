"""PO files of GNU gettext: one entry a block, for translators and out of the library."""

import time
from pathlib import Path

import polib
from babel.core import Locale, UnknownLocaleError
from babel.messages.plurals import get_plural

from kbeditor.domain.blocks import BlockState, Freshness
from kbeditor.domain.exchange import FormatInfo
from kbeditor.domain.finding import Report
from kbeditor.domain.progress import Progress
from kbeditor.domain.units import Incoming, Unit, UnitFile, UnitJob, UnitOptions
from kbeditor.exchange.bad_file import BadFile
from kbeditor.exchange.folder import decode_text, read_limited
from kbeditor.exchange.incoming_units import STEP_READ, Gathering
from kbeditor.exchange.moving_in import new_file
from kbeditor.exchange.po_lines import Entry, entries
from kbeditor.exchange.unit_choice import chosen
from kbeditor.exchange.xml_safe import legal

MOST_BYTES = 200 * 1024**2
LIBRARY = "X-Kb-Library"
TARGET = "X-Kb-Locale"
SOURCE = "X-Source-Language"  # Poedit's name for it
_HASH = "kb:hash="
# gettext has no scripts in its names of languages, but these usual stand-ins.
_GETTEXT_NAMES = {"zh_Hans": "zh_CN", "zh_Hant": "zh_TW", "sr_Latn": "sr@latin"}


class PoFormat:
    """One `.po` file. Code and HTML stay at home: it has no place for what is not translated."""

    @property
    def info(self) -> FormatInfo:
        """What the format is called."""
        return FormatInfo("po", "PO (gettext)", ".po", False)

    def write(self, job: UnitJob, target: Path, options: UnitOptions, progress: Progress) -> Report:
        """Write `target` as a whole or not at all. Raises KbError, Cancelled."""
        started = time.monotonic()
        files = units = 0
        with (
            new_file(target) as temporary,
            temporary.open("w", encoding="utf-8", newline="\n") as out,
        ):
            out.write(_header(job))
            for file in chosen(job, options, progress):
                files += 1
                for position, unit in enumerate(file.units, start=1):
                    if unit.kind.translatable:
                        units += 1
                        out.write("\n")
                        # Lines as long as they are: polib takes an escape apart when it wraps.
                        out.write(_entry(file, unit, position, options).__unicode__(wrapwidth=0))
        counts = (("files", files), ("units", units))
        return Report(str(target), counts, (), time.monotonic() - started)

    def recognises(self, source: Path) -> bool:
        """Whether a file looks like this format; cheap, never raises."""
        return source.suffix.lower() == ".po" and source.is_file()

    def read(self, source: Path, progress: Progress) -> Incoming:
        """Read and check a file. Raises KbError `bad_file` with path and line."""
        text = decode_text(read_limited(source, source.name, MOST_BYTES), source.name)
        gathering = Gathering("po", source.name)
        headed = False
        for count, entry in enumerate(entries(text, source.name)):
            if count % 500 == 0:
                progress.step(STEP_READ, entry.offset, len(text))
            if not entry.id and entry.context is None:
                head = dict(_fields(entry.translation))
                locales = (head.get(SOURCE, ""), head.get(TARGET, ""))
                gathering.belongs_to(head.get(LIBRARY, ""), locales, entry.line)
                headed = True
            elif not entry.obsolete:
                _take(entry, gathering)
        if not headed:
            raise BadFile("not_po", source.name, "it has no PO header, so it is no PO file")
        return gathering.result()


def _header(job: UnitJob) -> str:
    moment = job.created_at.strftime("%Y-%m-%d %H:%M%z")
    language = job.target_locale.replace("-", "_")
    fields = {
        "Project-Id-Version": _one_line(job.library_name),
        "POT-Creation-Date": moment,
        "PO-Revision-Date": moment,
        "Last-Translator": "",
        "Language-Team": "",
        "Language": _GETTEXT_NAMES.get(language, language),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": _plural_forms(job.target_locale),
        "X-Generator": job.program,
        SOURCE: job.source_locale,
        TARGET: job.target_locale,
        LIBRARY: job.library_id,
    }
    head = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return polib.POEntry(msgid="", msgstr=head).__unicode__(wrapwidth=0)


def _plural_forms(locale: str) -> str:
    """No block has plurals, but readers of PO want to know how they would go."""
    try:
        parsed = Locale.parse(locale, sep="-")
    except (UnknownLocaleError, ValueError):
        return "nplurals=2; plural=(n != 1);"
    return str(get_plural(parsed))


def _entry(file: UnitFile, unit: Unit, position: int, options: UnitOptions) -> polib.POEntry:
    outdated = unit.freshness is Freshness.OUTDATED
    target = unit.target
    fuzzy = bool(target) and (outdated or unit.state < BlockState.TRANSLATED)
    if not target and options.prefill:
        target, fuzzy = unit.source, True
    place = " › ".join((*file.path, file.title))
    comment = [f"{unit.kind.value} · {_one_line(place)}", *map(_note, unit.notes)]
    comment.append(f"{_HASH}{unit.source_hash}")
    return polib.POEntry(
        msgctxt=unit.id,
        msgid=unit.source,
        msgstr=target,
        comment=legal("\n".join(comment)),
        occurrences=[(file.owner.id, str(position))],
        flags=["fuzzy"] if fuzzy else [],
        previous_msgid=unit.previous if outdated and unit.previous else None,
        previous_msgctxt=unit.id if outdated and unit.previous else None,
    )


def _take(entry: Entry, gathering: Gathering) -> None:
    if entry.plural:
        gathering.refuse("plural", entry.context or "", entry.line, "it has plural forms")
        return
    hashes = [text.removeprefix(_HASH) for text in entry.comments if text.startswith(_HASH)]
    target = entry.translation
    state = BlockState.TRANSLATED
    if entry.fuzzy:
        state = BlockState.DRAFT
        if target == entry.id:  # it was only filled in beforehand
            target = ""
    if not target:
        state = BlockState.EMPTY
    gathering.take(
        entry.context or "",
        entry.reference.rpartition(":")[0],
        (entry.id, target),
        hashes[-1] if hashes else "",
        state,
        entry.line,
    )


def _fields(head: str) -> list[tuple[str, str]]:
    parts = (line.partition(":") for line in head.split("\n"))
    return [(name.strip(), value.strip()) for name, colon, value in parts if colon]


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _note(note: str) -> str:
    """A note, which may have lines but none that could be taken for the hash."""
    return "\n".join(f"Note: {line}" for line in note.splitlines())
