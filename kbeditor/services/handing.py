"""Exchange with translators and their tools: what is handed out, and what comes back."""

import time
from collections.abc import Collection, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from kbeditor import __version__
from kbeditor.domain.backups import IMPORT
from kbeditor.domain.changes import Outcome
from kbeditor.domain.errors import KbError
from kbeditor.domain.exchange import FormatInfo
from kbeditor.domain.finding import Report
from kbeditor.domain.handing import HandingPlan
from kbeditor.domain.progress import Progress, Silent
from kbeditor.domain.units import UnitFile, UnitFormat, UnitJob, UnitOptions
from kbeditor.exchange.catalogue import UNIT_FORMATS
from kbeditor.exchange.glossary_files import FORMATS as GLOSSARY_FORMATS
from kbeditor.exchange.glossary_files import is_glossary, write_glossary
from kbeditor.exchange.tmx import write_tmx
from kbeditor.exchange.tmx_reading import is_tmx
from kbeditor.rendering.client import RenderWorker
from kbeditor.services.backups import Before, no_backup
from kbeditor.services.base import Service
from kbeditor.services.companions import Companions
from kbeditor.services.glossary import Glossary
from kbeditor.services.handing_in import HandingIn
from kbeditor.services.handing_out import HandingOut
from kbeditor.services.handing_words import TMX, HandingWords, which_locale
from kbeditor.services.linking import Linking
from kbeditor.services.memory import Memory
from kbeditor.storage import pairs, pieces
from kbeditor.storage.reading import library_record
from kbeditor.storage.store import Store

PROGRAM = f"kbeditor {__version__}"
_WITH_SKELETON = ("xliff", "xliff2", "package")


class Handing(Service):
    """Hands out blocks, memory and glossary of one locale, and takes them in again. `before` is
    called when what there is should be kept first.
    """

    def __init__(self, store: Store, source_locale: str, before: Before = no_backup) -> None:
        super().__init__(store, source_locale)
        self._before = before

    def formats(self) -> tuple[FormatInfo, ...]:
        """What can be handed out; all of it comes back in, too."""
        return (*(each.info for each in UNIT_FORMATS), TMX, *GLOSSARY_FORMATS)

    def export(
        self,
        format_id: str,
        locale: str,
        target: Path,
        options: UnitOptions | None = None,
        progress: Progress | None = None,
    ) -> Report:
        """Write what a locale's translators get, as a whole or not at all. `options` are for
        blocks.

        Raises KbError (`unknown_format`, `unknown_locale`, `nothing_to_hand_out`, disk), Cancelled.
        """
        progress, options = progress or Silent(), options or UnitOptions()
        locale = self._known(locale)
        if format_id == TMX.id:
            self._make_blocks(progress)  # the memory knows what is translated by its blocks
            units = Memory(self._store, self._source).iterate(locale)
            return write_tmx(target, self._source, locale, units, PROGRAM, progress)
        if format_id in {each.id for each in GLOSSARY_FORMATS}:
            terms = Glossary(self._store, self._source).list(locale)
            return write_glossary(format_id, target, self._source, locale, terms, PROGRAM)
        unit_format = next((each for each in UNIT_FORMATS if each.info.id == format_id), None)
        if unit_format is None:
            raise KbError(
                "unknown_format",
                "There is no export format “{format}”; there are: {known}.",
                format=format_id,
                known=", ".join(each.id for each in self.formats()),
            )
        return self._export_blocks(unit_format, locale, target, options, progress)

    def _export_blocks(
        self,
        unit_format: UnitFormat,
        locale: str,
        target: Path,
        options: UnitOptions,
        progress: Progress,
    ) -> Report:
        started = time.monotonic()
        self._make_blocks(progress)
        out = HandingOut(self._store, self._source)
        with_skeleton = unit_format.info.id in _WITH_SKELETON
        handed_out: set[str] = set()

        def files() -> Iterator[UnitFile]:
            for file in out.files(locale, options, skeletons=with_skeleton):
                handed_out.add(file.owner.id)
                yield file

        with self._store.reading() as session:
            library = library_record(session)
        with closing(RenderWorker()) as worker:  # a process, but only for what asks for pages
            job = UnitJob(
                library.id,
                library.name,
                self._source,
                locale,
                datetime.now(UTC),
                PROGRAM,
                files,
                Companions(self._store, self._source, locale, worker, handed_out),
            )
            report = unit_format.write(job, target, options, progress)
        lines = (*report.lines, *out.left_out())
        return replace(report, lines=lines, seconds=time.monotonic() - started)

    def recognises(self, path: Path) -> bool:
        """Whether a file looks like something that translators give back; cheap, never raises."""
        return path.is_file() and (
            is_tmx(path) or is_glossary(path) or any(each.recognises(path) for each in UNIT_FORMATS)
        )

    def plan(
        self, path: Path, locale: str | None = None, progress: Progress | None = None
    ) -> HandingPlan:
        """What a file would change; nothing is changed. `locale`: for a file that does not say.

        Raises KbError: `no_file`, `not_handed_out`, bad_file's codes, `other_library`,
        `other_source`, `unknown_locale`, `other_locale`, `which_locale`, `nothing_in_file`;
        Cancelled.
        """
        progress = progress or Silent()
        if not path.is_file():
            raise KbError("no_file", "There is no file {path}.", path=str(path))
        wanted = None if locale is None else self._known(locale)
        words = HandingWords(self._store, self._source)
        locales = [wanted] if wanted else self._translations()
        if is_tmx(path):
            return words.plan_memory(path, locales, progress)
        if is_glossary(path):
            return words.plan_glossary(path, locales, progress)
        unit_format = next((each for each in UNIT_FORMATS if each.recognises(path)), None)
        if unit_format is None:
            raise KbError(
                "not_handed_out",
                "{path} is no file that translators give back: PO, XLIFF, CSV, XLSX, a package, "
                "TMX or TBX.",
                path=path.name,
            )
        incoming = unit_format.read(path, progress)
        with self._store.reading() as session:
            own = library_record(session).id
        if incoming.library_id not in ("", own):
            raise KbError(
                "other_library",
                "{path} was handed out from another library; open that one to take it in.",
                path=path.name,
            )
        if incoming.source_locale and not _alike(incoming.source_locale, self._source):
            raise KbError(
                "other_source",
                "{path} translates from {found}; the source language of this library is {source}.",
                path=path.name,
                found=incoming.source_locale,
                source=self._source,
            )
        found = self._locale_of(path, incoming.target_locale, wanted)
        self._make_blocks(progress)
        return HandingIn(self._store, self._source).plan(path, incoming, found, progress)

    def apply(
        self,
        plan: HandingPlan,
        accept: Collection[str] | None = None,
        progress: Progress | None = None,
    ) -> Outcome[Report]:
        """Bring in the blocks of these ids (None: all good ones), or what else the file holds.

        It is one act that can be undone. What is no longer as it was planned is left alone and
        reported. Raises KbError, Cancelled: nothing is changed.
        """
        progress = progress or Silent()
        self._before(IMPORT, progress)
        words = HandingWords(self._store, self._source)
        if plan.format == TMX.id:
            return words.apply_memory(plan, progress)
        if plan.terms:
            return words.apply_glossary(plan)
        return HandingIn(self._store, self._source).apply(plan, accept, progress)

    def _make_blocks(self, progress: Progress) -> None:
        """Give every published source its blocks, and every translation: they are what goes."""
        with self._store.reading() as session:
            wanted = [*pairs.unmade(session, self._source), *pairs.pending(session, self._source)]
        if wanted and self._store.read_only:
            raise KbError(
                "blocks_not_made",
                "This library can only be read here, and its texts were not split into blocks yet: "
                "open it once where it can be written.",
            )
        if wanted:
            Linking(self._store, self._source).link(progress, tuple(dict.fromkeys(wanted)))

    def _translations(self) -> list[str]:
        with self._store.reading() as session:
            tags = [each.tag for each in pieces.locales(session)]
        return [each for each in tags if each != self._source]

    def _known(self, locale: str) -> str:
        """A locale that is translated into, as the library writes it."""
        tags = self._translations()
        found = next((each for each in tags if _alike(each, locale)), None)
        if found is None:
            raise KbError(
                "no_translations",
                "This library is not translated into “{tag}”; it is into: {known}.",
                tag=locale,
                known=", ".join(tags) or "—",
            )
        return found

    def _locale_of(self, path: Path, said: str, wanted: str | None) -> str:
        if not said and wanted is None:
            tags = self._translations()
            if len(tags) != 1:
                raise which_locale(path, tags)
            return tags[0]
        if said and wanted and not _alike(said, wanted):
            raise KbError(
                "other_locale",
                "{path} is a translation into {found}, not into {wanted}.",
                path=path.name,
                found=said,
                wanted=wanted,
            )
        return wanted or self._known(said)


def _alike(one: str, other: str) -> bool:
    return one.replace("_", "-").casefold() == other.replace("_", "-").casefold()
