"""A translator's package: one zip with the XLIFF, and all that helps to translate it."""

import io
import re
import tempfile
import time
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kbeditor.domain.exchange import FormatInfo
from kbeditor.domain.finding import Report, ReportLine
from kbeditor.domain.progress import Progress
from kbeditor.domain.units import Companions, Incoming, Unit, UnitFormat, UnitJob, UnitOptions
from kbeditor.domain.words import count_words
from kbeditor.exchange.bad_file import BadFile
from kbeditor.exchange.csv_cells import CsvWriter
from kbeditor.exchange.glossary_files import write_csv
from kbeditor.exchange.moving_in import new_file
from kbeditor.exchange.package_pages import Pages
from kbeditor.exchange.tbx import write_terms
from kbeditor.exchange.tmx import write_units
from kbeditor.exchange.unit_choice import chosen, is_wanted
from kbeditor.exchange.xliff import SUFFIXES
from kbeditor.exchange.xliff12 import Xliff12Format
from kbeditor.exchange.xliff20 import Xliff20Format
from kbeditor.exchange.xml_safe import MOST_BYTES
from kbeditor.exchange.zips import MOST_FILES, files_in, names_in, open_zip, put, read_entry

_XLIFFS: dict[str, UnitFormat] = {"2.0": Xliff20Format(), "1.2": Xliff12Format()}
_MEMORY = "memory/memory.tmx"
_GLOSSARY = "glossary/glossary"
_PREVIEW = "preview"
_MOST_UNPACKED = 16 * 1024**3
_ODD = re.compile(r"[^\w.-]")


class PackageFormat:
    """One `.zip` file. What comes back is its XLIFF; nothing else in it is read."""

    @property
    def info(self) -> FormatInfo:
        """What the format is called."""
        return FormatInfo("package", "Translator’s package", ".zip", False)

    def write(self, job: UnitJob, target: Path, options: UnitOptions, progress: Progress) -> Report:
        """Write `target` as a whole or not at all; the same bytes for the same job.

        Raises KbError, Cancelled.
        """
        started = time.monotonic()
        with new_file(target) as temporary, zipfile.ZipFile(temporary, "w") as archive:
            report = _Writing(archive, job, options, progress).write()
        return replace(report, target=str(target), seconds=time.monotonic() - started)

    def recognises(self, source: Path) -> bool:
        """Whether a file looks like this format; cheap, never raises."""
        return any(map(_is_xliff, names_in(source)))

    def read(self, source: Path, progress: Progress) -> Incoming:
        """Read and check the XLIFF in a package. Raises KbError with path and line, Cancelled."""
        with open_zip(source) as archive:
            entries = files_in(archive, source.name, MOST_FILES, _MOST_UNPACKED)
            found = [name for name in entries if _is_xliff(name)]
            if not found:
                raise BadFile("no_xliff", source.name, "there is no XLIFF file in it")
            if len(found) > 1:
                raise BadFile(
                    "many_xliff",
                    source.name,
                    "there is more than one XLIFF file in it ({names}); take the one that is "
                    "translated out of it and bring that in",
                    names=", ".join(found[:5]),
                )
            data = read_entry(archive, entries[found[0]], MOST_BYTES, found[0])
        with tempfile.TemporaryDirectory() as folder:
            # By its own name, which errors tell.
            file = Path(folder) / _ODD.sub("_", found[0].rpartition("/")[2])[-100:]
            file.write_bytes(data)
            reader = next((each for each in _XLIFFS.values() if each.recognises(file)), None)
            incoming = (reader or _XLIFFS["2.0"]).read(file, progress)
        return replace(incoming, format=self.info.id)


@dataclass(slots=True)
class _Counts:
    files: int = 0
    units: int = 0
    words: int = 0
    todo_units: int = 0
    todo_words: int = 0


class _Writing:
    """Goes through the job once for each part of the package: none is held as a whole."""

    def __init__(
        self, archive: zipfile.ZipFile, job: UnitJob, options: UnitOptions, progress: Progress
    ) -> None:
        self._archive, self._job = archive, job
        self._options, self._progress = options, progress
        self._pages = Pages(job)

    def write(self) -> Report:
        job, options = self._job, self._options
        name = f"translate/{job.source_locale}-to-{job.target_locale}.xlf"
        lines = self._write_xliff(name)
        memory = terms = pages = 0
        if job.companions is not None:
            memory = self._write_memory(job.companions)
            terms = self._write_glossary(job.companions)
            pages = self._write_pages(job.companions)
        counts = self._count()
        facts = {
            "xliff": name,
            "version": options.xliff,
            "memory": memory,
            "glossary": terms,
            "preview": pages,
            "counts": counts,
        }
        for readme, text in self._pages.readmes(facts):
            put(self._archive, readme, text)
        return Report(
            "",
            (
                ("files", counts.files),
                ("units", counts.units),
                ("words", counts.words),
                ("memory", memory),
                ("terms", terms),
                ("pages", pages),
            ),
            lines,
            0.0,
        )

    def _write_xliff(self, name: str) -> tuple[ReportLine, ...]:
        xliff = _XLIFFS[self._options.xliff]
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "a.xlf"
            report = xliff.write(self._job, file, self._options, self._progress)
            put(self._archive, name, file.read_bytes())
        return report.lines

    def _write_memory(self, companions: Companions) -> int:
        job, out = self._job, io.BytesIO()
        count, _ = write_units(
            out,
            job.source_locale,
            job.target_locale,
            companions.memory(self._units()),
            job.program,
            self._progress,
        )
        if count:
            put(self._archive, _MEMORY, out.getvalue())
        return count

    def _write_glossary(self, companions: Companions) -> int:
        job = self._job
        terms = tuple(companions.glossary(self._units()))
        if terms:
            out, table = io.BytesIO(), io.StringIO(newline="")
            write_terms(out, job.source_locale, job.target_locale, terms, job.program)
            put(self._archive, f"{_GLOSSARY}.tbx", out.getvalue())
            write_csv(CsvWriter(table), job.source_locale, job.target_locale, terms)
            put(self._archive, f"{_GLOSSARY}.csv", table.getvalue().encode("utf-8-sig"))
        return len(terms)

    def _write_pages(self, companions: Companions) -> int:
        """The preview's pages; each picture once, though many pages show it."""
        pictures: set[str] = set()
        for file in chosen(self._job, self._options, self._progress):
            locales = (self._job.source_locale, self._job.target_locale)
            sides = tuple(companions.page(file.owner, locale) for locale in locales)
            self._put_page(f"{file.owner.id}.html", self._pages.article(file, sides))
            for side in sides:
                for name, read in side.pictures.items() if side else ():
                    if name not in pictures:
                        pictures.add(name)
                        self._put_page(f"pictures/{name}", read())
        self._put_page("index.html", self._pages.index())
        self._put_page("preview.css", self._pages.style())
        return self._pages.count

    def _put_page(self, name: str, data: bytes) -> None:
        put(self._archive, f"{_PREVIEW}/{name}", data)

    def _units(self) -> Iterator[Unit]:
        for file in chosen(self._job, self._options, self._progress):
            yield from _translatable(file.units)

    def _count(self) -> _Counts:
        counts = _Counts()
        for file in chosen(self._job, self._options, self._progress):
            counts.files += 1
            for unit in _translatable(file.units):
                words = count_words(unit.source)
                counts.units += 1
                counts.words += words
                if is_wanted(unit, "todo"):
                    counts.todo_units += 1
                    counts.todo_words += words
        return counts


def _translatable(units: Iterable[Unit]) -> Iterator[Unit]:
    return (unit for unit in units if unit.kind.translatable)


def _is_xliff(name: str) -> bool:
    return name.lower().endswith(SUFFIXES) and "__MACOSX/" not in name
