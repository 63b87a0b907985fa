"""Which texts and revisions go into a bundle, whole or by locale and state."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from kbeditor.domain.exchange import ExportOptions
from kbeditor.domain.records import Revision, Text
from kbeditor.domain.states import State

_REFERENCE = re.compile(r"\bkb:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})")


@dataclass(frozen=True, slots=True)
class Chosen:
    """A text as it goes out, with the revisions that go with it."""

    text: Text
    revisions: tuple[Revision, ...]


@dataclass(frozen=True, slots=True)
class Selection:
    """What the options ask for. `whole`: everything goes, working texts and history included."""

    source_locale: str
    locales: frozenset[str]
    least: State
    whole: bool

    @classmethod
    def of(
        cls, options: ExportOptions, source_locale: str, locales: Collection[str]
    ) -> "Selection":
        """A text that exists is at least a draft, so that asking for drafts asks for all."""
        chosen = locales if options.locales is None else set(options.locales) & set(locales)
        whole = set(chosen) == set(locales) and options.least_state <= State.DRAFT
        return cls(source_locale, frozenset(chosen), options.least_state, whole)

    def choose(self, texts: Sequence[tuple[Text, tuple[Revision, ...]]]) -> list[Chosen]:
        """The texts of one owner that go out, and what of their history is needed with them.

        Of a part, a text that is far enough goes out as it is, one that is not as it was
        published; of the history, what is live and what a translation that goes out follows.
        """
        if self.whole:
            return [Chosen(text, revisions) for text, revisions in texts]
        out = [
            Chosen(version, revisions)
            for text, revisions in texts
            if text.locale in self.locales and (version := self._version(text, revisions))
        ]
        followed = {chosen.text.based_on for chosen in out}
        followed |= {
            revision.based_on
            for chosen in out
            for revision in chosen.revisions
            if revision.id == chosen.text.published
        }
        has_source = any(chosen.text.locale == self.source_locale for chosen in out)
        return [self._trim(chosen, followed, has_source) for chosen in out]

    def _version(self, text: Text, revisions: Sequence[Revision]) -> Text | None:
        if text.state >= self.least:
            return text
        live = next((each for each in revisions if each.id == text.published), None)
        if live is None:
            return None
        return replace(
            text,
            title=live.title,
            summary=live.summary,
            keywords=live.keywords,
            body=live.body,
            state=State.PUBLISHED,
            based_on=live.based_on,
            edited_at=live.created_at,
            edited_by=live.author,
        )

    def _trim(self, chosen: Chosen, followed: set[str | None], has_source: bool) -> Chosen:
        kept = tuple(
            revision if has_source else replace(revision, based_on=None)
            for revision in chosen.revisions
            if revision.id == chosen.text.published or revision.id in followed
        )
        text = chosen.text
        if not has_source:
            text = replace(text, based_on=None, outdated=False)
        return Chosen(text, kept)


def references(body: str) -> set[str]:
    """Ids of articles, categories and attachments that a body links to or shows."""
    return set(_REFERENCE.findall(body)) if "kb:" in body else set()
