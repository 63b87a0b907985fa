"""Finding glossary terms in a block, in the singular and the plural, and their translations."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kbeditor.domain.blocks import GlossaryTerm, TermHit
from kbeditor.domain.ideographs import IDEOGRAPHS
from kbeditor.translation.inline import tokens
from kbeditor.translation.prose import FILL, MARK, prose, words

_BETWEEN = re.compile(rf"[\s'’\u00ad/{MARK}{FILL}-]*+")
_ARABIC = "\u0620"  # before its first letter are those of most languages
_ARTICLE = "ال"
_PROCLITICS = re.compile(rf"([وف])?([بكل])?({_ARTICLE}|(?<=ل)ل)?")
_UNSPACED = re.compile(rf"[{IDEOGRAPHS}\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A phrase to find: per word the forms that count. `exact`: letter case counts, too."""

    term: GlossaryTerm
    forms: tuple[frozenset[str], ...]
    exact: bool


class Glossary:
    """Terms made ready for finding: build it once for many blocks.

    A block's words are looked up by the first word of each term, so the number of terms does not
    matter.
    """

    def __init__(self, terms: Iterable[GlossaryTerm]) -> None:
        self._source = _index((term, term.term) for term in terms)

    def find(self, blanked: str) -> tuple[TermHit, ...]:
        """The terms in a block's words (from `prose`): in order, the longest where several fit."""
        return tuple(_find(blanked, self._source)) if self._source else ()


def find_terms(text: str, terms: Sequence[GlossaryTerm] | Glossary) -> tuple[TermHit, ...]:
    """The glossary terms in a block's Markdown, code and addresses left out."""
    glossary = terms if isinstance(terms, Glossary) else Glossary(terms)
    return glossary.find(prose(tokens(text)))


def find_translation(blanked: str, term: GlossaryTerm) -> tuple[TermHit, ...]:
    """Where a term's translation, or an inflected form of it, stands in a block's words."""
    return _find_phrase(blanked, term, term.translation, loose=True)


def find_forbidden(blanked: str, term: GlossaryTerm) -> tuple[TermHit, ...]:
    """Where a forbidden translation stands, unless as a part of the right one."""
    right = find_translation(blanked, term)
    return tuple(
        hit
        for phrase in term.forbidden
        for hit in _find_phrase(blanked, term, phrase, loose=False)
        if not any(hit.start < other.end and other.start < hit.end for other in right)
    )


def _find_phrase(blanked: str, term: GlossaryTerm, phrase: str, loose: bool) -> tuple[TermHit, ...]:
    if _UNSPACED.search(phrase):
        return tuple(
            TermHit(term, found.start(), found.end())
            for found in re.finditer(re.escape(phrase), blanked)
        )
    if not loose:
        return tuple(_find(blanked, _index([(term, phrase)])))
    wanted = [_Inflected(found[0].casefold()) for found in words(phrase)]
    there = words(blanked)
    folded = [found[0].casefold() for found in there]
    size = len(wanted)
    return tuple(
        TermHit(term, there[at].start(), there[at + size - 1].end())
        for at in range(len(there) - size + 1 if size else 0)
        if wanted[0].fits(folded[at])
        and all(wanted[place].fits(folded[at + place]) for place in range(1, size))
    )


class _Inflected:
    """What a word may become in a sentence: made once for all words it is compared with."""

    def __init__(self, form: str) -> None:
        self._forms = _forms(form)
        form = form.removeprefix(_ARTICLE)
        self._stem = form[: max(4, len(form) - 2)] if len(form) > 3 else form
        self._longest = len(form) + 3

    def fits(self, word: str) -> bool:
        """Whether a word is a form or may be one: the stem is the same."""
        if word in self._forms or self._may_be(word):
            return True
        return word > _ARABIC and any(self._may_be(word[at:]) for at in _beginnings(word))

    def _may_be(self, word: str) -> bool:
        return word.startswith(self._stem) and len(word) <= self._longest


def _beginnings(word: str) -> list[int]:
    """Where a word may begin: Arabic writes its article, "and" and "with" onto the next one."""
    found = _PROCLITICS.match(word)
    return [found.end(each) for each in (1, 2, 3) if found[each]] if found else []


def _index(phrases: Iterable[tuple[GlossaryTerm, str]]) -> dict[str, list[_Wanted]]:
    index: dict[str, list[_Wanted]] = {}
    for term, phrase in phrases:
        exact = any(word[0][1:] != word[0][1:].lower() for word in words(phrase))
        forms = tuple(_forms(word[0] if exact else word[0].casefold()) for word in words(phrase))
        if not forms:
            continue
        wanted = _Wanted(term, forms, exact)
        for first in {form.casefold() for form in forms[0]}:
            index.setdefault(first, []).append(wanted)
    for entries in index.values():
        entries.sort(key=lambda wanted: -len(wanted.forms))
    return index


def _find(blanked: str, index: dict[str, list[_Wanted]]) -> Iterator[TermHit]:
    there = words(blanked)
    folded = [found[0].casefold() for found in there]
    at = 0
    while at < len(there):
        fitting = (
            wanted
            for wanted in index.get(folded[at], ())
            if _stands(blanked, there[at : at + len(wanted.forms)], folded, at, wanted)
        )
        found = next(fitting, None)
        if found is None:
            at += 1
            continue
        size = len(found.forms)
        yield TermHit(found.term, there[at].start(), there[at + size - 1].end())
        at += size


def _stands(
    blanked: str, there: list[re.Match[str]], folded: list[str], at: int, wanted: _Wanted
) -> bool:
    if len(there) < len(wanted.forms):
        return False
    for place, forms in enumerate(wanted.forms):
        if (there[place][0] if wanted.exact else folded[at + place]) not in forms:
            return False
        if place and not _BETWEEN.fullmatch(blanked, there[place - 1].end(), there[place].start()):
            return False
    return True


def _forms(word: str) -> frozenset[str]:
    """A word with its plurals and singulars, by the rules of English and of French."""
    if len(word) < 2 or not word.isalpha():
        return frozenset({word})
    forms = {word, word + "s", word + "es", word + "x"}
    if word.endswith("y"):
        forms.add(word[:-1] + "ies")
    if word.endswith("al"):
        forms.add(word[:-1] + "ux")
    if len(word) > 3:
        if word.endswith("ies"):
            forms.add(word[:-3] + "y")
        if word.endswith("aux"):
            forms.add(word[:-2] + "l")
        if word.endswith(("ses", "xes", "zes", "ches", "shes")):
            forms.add(word[:-2])
        if word.endswith(("s", "x")) and not word.endswith(("ss", "us", "is")):
            forms.add(word[:-1])
    return frozenset(forms)
