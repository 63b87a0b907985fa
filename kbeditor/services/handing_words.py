"""Takes in memories and glossaries: what a file of them holds for this library's locales."""

import time
from collections.abc import Collection, Sequence
from pathlib import Path

from kbeditor.domain.changes import Outcome
from kbeditor.domain.errors import KbError
from kbeditor.domain.exchange import FormatInfo
from kbeditor.domain.finding import Report, ReportLine
from kbeditor.domain.handing import HandingPlan
from kbeditor.domain.progress import Progress
from kbeditor.domain.units import GlossaryFile
from kbeditor.exchange.bad_file import BadFile
from kbeditor.exchange.glossary_files import FORMATS as GLOSSARIES
from kbeditor.exchange.glossary_files import read_glossary
from kbeditor.exchange.tmx_reading import read_tmx
from kbeditor.services.base import Service
from kbeditor.services.glossary import Glossary
from kbeditor.services.memory import Memory

TMX = FormatInfo("tmx", "Translation memory (TMX)", ".tmx", False)


class HandingWords(Service):
    """Pairs for the memory are counted in the plan, and read again when they are taken."""

    def plan_memory(self, path: Path, locales: Sequence[str], progress: Progress) -> HandingPlan:
        """The pairs of a TMX file in these locales. Raises KbError `nothing_in_file`, Cancelled."""
        counts: list[tuple[str, int]] = []
        lines: tuple[ReportLine, ...] = ()
        for locale in locales:
            reading = read_tmx(path, self._source, locale, progress)
            if count := sum(1 for _ in reading):
                counts.append((locale, count))
            lines = reading.lines
        if not counts:
            raise _nothing(path, lines)
        return HandingPlan(
            path,
            TMX.id,
            tuple(locale for locale, _ in counts),
            lines=lines if len(locales) == 1 else (),
            counts=(("pairs", sum(count for _, count in counts)),),
        )

    def apply_memory(self, plan: HandingPlan, progress: Progress) -> Outcome[Report]:
        """Add the pairs as one act, in place of what an earlier file of that name brought."""
        started = time.monotonic()
        pairs = {
            locale: read_tmx(plan.path, self._source, locale, progress) for locale in plan.locales
        }
        outcome = Memory(self._store, self._source).add(pairs, plan.path.name, progress)
        counts = (("pairs", outcome.value),)
        report = Report(plan.path.name, counts, plan.lines, time.monotonic() - started)
        return Outcome(report, outcome.changes)

    def plan_glossary(self, path: Path, locales: Sequence[str], progress: Progress) -> HandingPlan:
        """The terms of a file, for the one of these locales that it is for.

        Raises KbError `nothing_in_file`, `which_locale`, bad_file's codes; Cancelled.
        """
        locale, file = self._read_glossary(path, locales, progress)
        known = {each.term: each for each in Glossary(self._store, self._source).list(locale)}
        same = sum(
            (old := known.get(each.term)) is not None
            and (old.translation, old.forbidden, old.note)
            == (each.translation, each.forbidden, each.note)
            for each in file.terms
        )
        new = sum(each.term not in known for each in file.terms)
        return HandingPlan(
            path,
            GLOSSARIES[0].id,
            (locale,),
            terms=file.terms,
            lines=file.lines,
            counts=(
                ("new_terms", new),
                ("changed_terms", len(file.terms) - new - same),
                ("unchanged", same),
            ),
        )

    def apply_glossary(self, plan: HandingPlan) -> Outcome[Report]:
        """Add and change terms as one act; those that the file lacks stay."""
        started = time.monotonic()
        [locale] = plan.locales
        glossary = Glossary(self._store, self._source)
        outcome = glossary.replace(locale, plan.terms, keep_others=True)
        counts = (("terms", outcome.value),)
        report = Report(plan.path.name, counts, plan.lines, time.monotonic() - started)
        return Outcome(report, outcome.changes)

    def _read_glossary(
        self, path: Path, locales: Sequence[str], progress: Progress
    ) -> tuple[str, GlossaryFile]:
        read: dict[str, GlossaryFile] = {}
        other: BadFile | None = None
        for locale in locales:
            try:
                read[locale] = read_glossary(path, self._source, locale, progress)
            except BadFile as error:
                if error.code != "other_language":
                    raise
                other = error
        found = {locale: file for locale, file in read.items() if file.terms}
        if len(found) > 1:
            raise which_locale(path, found)
        for locale, file in found.items():
            return locale, file
        if other is not None and not read:
            raise other
        raise _nothing(path, next((file.lines for file in read.values()), ()))


def which_locale(path: Path, tags: Collection[str]) -> KbError:
    """The file may be for several locales."""
    return KbError(
        "which_locale",
        "{path} does not say which language it is for; choose one of {known}.",
        path=path.name,
        known=", ".join(tags) or "—",
    )


def _nothing(path: Path, lines: Sequence[ReportLine]) -> KbError:
    return KbError(
        "nothing_in_file",
        "There is nothing in {path} for the languages of this library. {why}",
        path=path.name,
        why=" ".join(each.text for each in lines),
    )
