"""Imports: planned first, then written in one transaction."""

import time
from collections.abc import Callable
from pathlib import Path

from kbeditor.domain.backups import IMPORT
from kbeditor.domain.changes import EVERYTHING, Outcome
from kbeditor.domain.errors import Cancelled, KbError
from kbeditor.domain.exchange import ImportOptions, ImportPlan, ImportTarget
from kbeditor.domain.finding import Report, ReportLine
from kbeditor.domain.progress import Progress, Silent
from kbeditor.domain.records import Locale
from kbeditor.exchange.catalogue import IMPORTERS
from kbeditor.services.backups import Before, no_backup
from kbeditor.services.base import Service
from kbeditor.services.filling import Filling
from kbeditor.services.locales import describe
from kbeditor.services.slugs import free_slug
from kbeditor.storage import nodes, people, pieces
from kbeditor.storage.bulk import BulkWriter
from kbeditor.storage.reading import library_record
from kbeditor.storage.store import Store
from kbeditor.storage.unit_of_work import Unit


class Importing(Service):
    """Plans and applies imports. `replaced` is called when a whole library took the place,
    `before` when what there is should be kept first.
    """

    def __init__(
        self,
        store: Store,
        source_locale: str,
        replaced: Callable[[], None] = lambda: None,
        before: Before = no_backup,
    ) -> None:
        super().__init__(store, source_locale)
        self._replaced = replaced
        self._before = before

    def plan(
        self, source: Path, options: ImportOptions | None = None, progress: Progress | None = None
    ) -> ImportPlan:
        """Read and check a folder or file; nothing is changed.

        Raises KbError: no such place, a kind no importer knows, or a bad file with path and line.
        """
        options = options or ImportOptions()
        if not source.exists():
            raise KbError("no_file", "There is no file or folder {path}.", path=str(source))
        importer = next((each for each in IMPORTERS if each.recognises(source)), None)
        if importer is None:
            raise KbError(
                "unknown_import",
                "{path} is neither a folder of Markdown files nor a kbeditor bundle.",
                path=str(source),
            )
        with self._store.reading() as session:
            if options.parent_id is not None:
                nodes.category(session, options.parent_id)
            target = ImportTarget(
                source_locale=self._source,
                locales=tuple(each.tag for each in pieces.locales(session)),
                empty=pieces.is_empty(session),
                attachment_ids=pieces.attachment_ids(session),
                ids=pieces.all_ids(session),
            )
        return importer.plan(source, target, options, progress or Silent())

    def apply(self, plan: ImportPlan, progress: Progress | None = None) -> Outcome[Report]:
        """Write a plan in one transaction, then render what it published.

        Raises KbError or Cancelled; the library is then as before. Stopped while it renders, the
        import stands: the report says so, and the next export renders the rest.
        """
        progress = progress or Silent()
        started = time.monotonic()
        self._before(IMPORT, progress)
        self.write(plan, progress)
        lines = plan.lines + self._render(progress)
        report = Report(plan.title, plan.counts, lines, time.monotonic() - started)
        return Outcome(report, EVERYTHING)

    def _render(self, progress: Progress) -> tuple[ReportLine, ...]:
        try:
            Filling(self._store, self._source).fill(progress)
        except Cancelled:
            text = "Everything was imported; the next export renders what is left of it."
            return (ReportLine("info", "rendering_stopped", "", 0, text),)
        return ()

    def write(self, plan: ImportPlan, progress: Progress | None = None) -> None:
        """Write a plan in one transaction; rendering is left to `Filling`. Raises as `apply`."""
        with self._store.writing() as unit:
            source = self._library(unit, plan)
            self._locales(unit, plan)
            writer = BulkWriter(unit.session, unit.who, source, free_slug)
            writer.write(plan, progress or Silent())
        if plan.library is not None:
            self._source = plan.library.source_locale
            self._replaced()
        self._store.undo.clear()

    def _library(self, unit: Unit, plan: ImportPlan) -> str:
        """Take over a whole library's own record and settings; the source locale."""
        new = plan.library
        if new is None:
            return self._source
        if not pieces.is_empty(unit.session):
            raise KbError("not_empty", "A whole library can only be imported into an empty one.")
        library = library_record(unit.session)
        pieces.add_library(unit, new.id or library.id, new.name, new.source_locale, new.created_at)
        for key, value in new.settings.items():
            pieces.put_setting(unit, key, value)
        for person in new.people:
            people.put(unit, person)
        wanted = {each.tag for each in plan.locales}
        for each in pieces.locales(unit.session):
            if each.tag not in wanted:
                pieces.remove_locale(unit, each.tag)
        unit.session.flush()
        return new.source_locale

    def _locales(self, unit: Unit, plan: ImportPlan) -> None:
        known = {each.tag: each for each in pieces.locales(unit.session)}
        whole = plan.library is not None
        for position, new in enumerate(plan.locales, 1 if whole else len(known) + 1):
            if new.tag in known:
                if whole:
                    pieces.update_locale(unit, new.tag, position=position)
                continue
            found = describe(new.tag, position)
            pieces.add_locale(
                unit,
                Locale(
                    new.tag,
                    new.name or found.name,
                    new.direction or found.direction,
                    position,
                    new.fallback,
                    new.published,
                ),
            )
        if whole:
            for new in plan.locales:
                pieces.update_locale(unit, new.tag, fallback=new.fallback, published=new.published)
        unit.session.flush()
