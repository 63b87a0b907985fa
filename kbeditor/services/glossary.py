"""The glossary: what terms are to be called in each locale."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kbeditor.domain.blocks import GlossaryTerm, TermHit
from kbeditor.domain.changes import Act, Outcome
from kbeditor.domain.errors import Conflict, KbError
from kbeditor.services.base import Service
from kbeditor.services.ids import new_id
from kbeditor.storage import glossary, pieces
from kbeditor.storage.store import Store
from kbeditor.translation.glossary import Glossary as Finder
from kbeditor.translation.glossary import find_terms


class Glossary(Service):
    """Use cases of the glossary. Everything can be undone."""

    def __init__(self, store: Store, source_locale: str) -> None:
        super().__init__(store, source_locale)
        self._finders: dict[str, tuple[tuple[GlossaryTerm, ...], Finder]] = {}

    def list(self, locale: str) -> tuple[GlossaryTerm, ...]:
        """A locale's terms, in alphabetical order."""
        with self._store.reading() as session:
            return glossary.terms(session, locale)

    def add(
        self,
        term: str,
        locale: str,
        translation: str,
        forbidden: Sequence[str] = (),
        note: str = "",
    ) -> Outcome[GlossaryTerm]:
        """Add a term. Raises NotFound (locale), KbError `empty_term`, `duplicate_term`."""
        new = _clean(GlossaryTerm(new_id(), term, locale, translation, tuple(forbidden), note))
        with self._store.writing(Act("glossary.add", {"title": new.term})) as unit:
            pieces.check_locale(unit.session, locale)
            _check_free(new, glossary.terms(unit.session, locale))
            glossary.add(unit, new)
        return Outcome(new, unit.changes)

    def update(self, term: GlossaryTerm, was: GlossaryTerm | None = None) -> Outcome[GlossaryTerm]:
        """Make the term of this id say this; its locale stays. `was`: what it said when somebody
        began to change it.

        Raises NotFound, Conflict (it says something else by now), KbError `empty_term`,
        `duplicate_term`.
        """
        new = _clean(term)
        with self._store.writing(Act("glossary.update", {"title": new.term})) as unit:
            known = glossary.get(unit.session, new.id)
            if was is not None and known != was:
                raise Conflict(f"“{known.term}”")
            new = replace(new, locale=known.locale)
            _check_free(new, glossary.terms(unit.session, new.locale))
            glossary.update(unit, new)
        return Outcome(new, unit.changes)

    def remove(self, ids: Sequence[str]) -> Outcome[int]:
        """Delete terms. Raises NotFound."""
        with self._store.writing(Act("glossary.remove", {"count": len(ids)})) as unit:
            glossary.remove(unit, ids)
        return Outcome(len(ids), unit.changes)

    def replace(
        self, locale: str, terms: Iterable[GlossaryTerm], *, keep_others: bool = False
    ) -> Outcome[int]:
        """Make these a locale's terms, as one act (ids and locales of the terms do not matter).

        `keep_others`: terms that are not among them stay. Of terms that come twice the last counts.
        How many were added, changed or removed. Raises NotFound (locale), KbError `empty_term`.
        """
        wanted = {each.term: each for each in map(_clean, terms)}
        with self._store.writing(Act("glossary.replace", {"count": len(wanted)})) as unit:
            pieces.check_locale(unit.session, locale)
            known = {each.term: each for each in glossary.terms(unit.session, locale)}
            gone = () if keep_others else [known[term].id for term in known.keys() - wanted.keys()]
            glossary.remove(unit, gone)
            changed = 0
            for term, each in wanted.items():
                old = known.get(term)
                new = replace(each, id=old.id if old else new_id(), locale=locale)
                if old is None:
                    glossary.add(unit, new)
                elif old != new:
                    glossary.update(unit, new)
                changed += old != new
        return Outcome(changed + len(gone), unit.changes)

    def hits(self, text: str, locale: str) -> tuple[TermHit, ...]:
        """The terms in a source block, where they stand; code and addresses are left out."""
        return find_terms(text, self.finder(locale))

    def finder(self, locale: str) -> Finder:
        """A locale's terms made ready for finding them in many blocks."""
        terms = self.list(locale)
        known = self._finders.get(locale)
        if known is None or known[0] != terms:
            known = self._finders[locale] = terms, Finder(terms)
        return known[1]


def _clean(term: GlossaryTerm) -> GlossaryTerm:
    said, translation = " ".join(term.term.split()), " ".join(term.translation.split())
    if not said or not translation:
        raise KbError("empty_term", "A glossary entry needs a term and its translation.")
    forbidden = dict.fromkeys(" ".join(each.split()) for each in term.forbidden)
    return replace(
        term,
        term=said,
        translation=translation,
        forbidden=tuple(each for each in forbidden if each and each != translation),
        note=term.note.strip(),
    )


def _check_free(new: GlossaryTerm, known: Iterable[GlossaryTerm]) -> None:
    if any(each.term == new.term and each.id != new.id for each in known):
        raise KbError(
            "duplicate_term",
            "“{term}” is in the glossary already: change that entry instead.",
            term=new.term,
        )
