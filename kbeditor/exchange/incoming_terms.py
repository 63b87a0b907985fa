"""Gathers the terms that come in from a glossary file, and tells which were refused and why."""

from collections.abc import Iterable

from kbeditor.domain.blocks import GlossaryTerm
from kbeditor.domain.finding import ReportLine
from kbeditor.domain.limits import LONGEST_TITLE
from kbeditor.domain.units import GlossaryFile
from kbeditor.exchange.bad_file import BadFile

STEP_READ = "read_glossary"
MOST_TERMS = 200_000
_LONGEST_NOTE = 10_000  # characters
_MOST_LINES = 1_000


class GatheredTerms:
    """The terms of one file, `shown` its name. A term counts once: the first time it appears."""

    def __init__(self, shown: str, source_locale: str, target_locale: str) -> None:
        self._shown, self._source_locale, self._locale = shown, source_locale, target_locale
        self._terms: dict[str, GlossaryTerm] = {}
        self._lines: list[ReportLine] = []
        self._refused = 0

    def take(
        self, term: str, translation: str, forbidden: Iterable[str], note: str, line: int
    ) -> None:
        """Take a term, or report why not. Raises BadFile when there are far too many."""
        term, translation = " ".join(term.split()), " ".join(translation.split())
        wrong = dict.fromkeys(" ".join(each.split()) for each in forbidden)
        wrong.pop("", None)
        if not term:
            self.refuse("no_term", "A row", line, "it has no term")
        elif not translation:
            self.refuse("no_translation", f"“{term[:80]}”", line, "it has no translation")
        elif max(map(len, (term, translation, *wrong))) > LONGEST_TITLE:
            why = f"it is longer than {LONGEST_TITLE} characters"
            self.refuse("too_long", f"“{term[:80]}”", line, why)
        elif term in self._terms:
            self.refuse("twice", f"“{term}”", line, "it stands in the file twice")
        elif len(self._terms) == MOST_TERMS:
            raise BadFile(
                "too_many_terms", self._shown, "it has more than {limit:,} terms", limit=MOST_TERMS
            )
        else:
            # What is both right and forbidden is right.
            wrong.pop(translation, None)
            self._terms[term] = GlossaryTerm(
                "", term, self._locale, translation, tuple(wrong), note[:_LONGEST_NOTE]
            )

    def refuse(self, code: str, which: str, line: int, why: str) -> None:
        """Report a term that is not taken. `why` goes on a sentence."""
        self._refused += 1
        if self._refused <= _MOST_LINES:
            text = f"{which} was not taken: {why}."
            self._lines.append(ReportLine("warning", code, self._shown, line, text))

    def result(self) -> GlossaryFile:
        """All that was gathered, in the file's order."""
        lines = self._lines
        if more := self._refused - len(lines):
            text = f"{more:,} more terms were not taken for the like reasons."
            lines = [*lines, ReportLine("warning", "more", self._shown, 0, text)]
        return GlossaryFile(self._source_locale, tuple(self._terms.values()), tuple(lines))
