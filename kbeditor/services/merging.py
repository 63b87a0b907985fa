"""Two people wrote the same text: what both made of it, and how the outcome is kept."""

from collections.abc import Mapping
from dataclasses import replace

from kbeditor.domain.changes import Act, Outcome
from kbeditor.domain.errors import Conflict, KbError, NotFound
from kbeditor.domain.merging import Meeting, MergedText, Words
from kbeditor.domain.records import Kind, Ref, Text, TextRef
from kbeditor.domain.states import State
from kbeditor.domain.versions import MERGED
from kbeditor.services.base import Service
from kbeditor.services.block_editing import BlockEditing
from kbeditor.services.ids import new_id
from kbeditor.services.placing import positions
from kbeditor.services.writing import add_text, check_lengths, follow_title, rewrite
from kbeditor.storage import checkpoints, kept_words, nodes, texts
from kbeditor.storage.texts import TextFacts
from kbeditor.storage.unit_of_work import Unit
from kbeditor.translation.merging import merge


class Merging(Service):
    """Use cases of conflicts. Nothing is written before somebody decided."""

    def meet(self, ref: TextRef, base: Words, mine: Words) -> Meeting:
        """What I wrote beside what the library says now, merged. Raises NotFound: it is gone."""
        theirs = self._text(ref)
        return Meeting(theirs, base, mine, merge(base, mine, _words(theirs)))

    def meet_blocks(
        self, ref: TextRef, said: Mapping[str, str], typed: Mapping[str, str]
    ) -> Meeting:
        """As `meet`, for a translation of which I wrote some blocks: `said` is what those said when
        I began, `typed` what they say here. What others wrote in other blocks is on both sides.
        """
        theirs = self._text(ref)
        with self._store.reading() as session:
            unit = Unit(session, self._store.who)
            sides = []
            for words in ({each: said.get(each, "") for each in typed}, typed):
                editing = BlockEditing(unit, ref, self._source, theirs.version)
                known = editing.now.keys() | {each for each in words if editing.places(each)}
                editing.write({each: text for each, text in words.items() if each in known})
                sides.append(Words(*editing.fields, editing.body))
        base, mine = sides
        return Meeting(theirs, base, mine, merge(base, mine, _words(theirs)))

    def merge(self, base: Words, mine: Words, theirs: Words) -> MergedText:
        """Merge three versions; see `translation.merging`."""
        return merge(base, mine, theirs)

    def save(self, ref: TextRef, version: int, words: Words, mine: Words) -> Outcome[Text]:
        """Write what was decided. What the library says and what I wrote become checkpoints.

        Raises Conflict when the text was written once more since `version`, NotFound, KbError
        `too_long`.
        """
        check_lengths(title=words.title, body=words.body)
        with self._store.writing() as unit:
            known = texts.facts(unit.session, ref)
            if known.version != version:
                raise Conflict(f"“{known.title}”")
            checkpoints.put(unit, [known.id], MERGED)
            if mine not in (words, _words(known)):
                kept_words.keep(unit, known, mine, MERGED)
            rewrite(
                unit,
                known,
                title=words.title,
                summary=words.summary,
                keywords=words.keywords,
                body=words.body,
            )
            follow_title(unit, known, words.title)
        return self._told_text(unit, ref)

    def give_up(self, ref: TextRef, mine: Words) -> Outcome[Text]:
        """Leave the library's words as they are; mine become a checkpoint. Raises NotFound."""
        with self._store.writing() as unit:
            known = texts.facts(unit.session, ref)
            if mine != _words(known):
                kept_words.keep(unit, known, mine, MERGED)
        return self._told_text(unit, ref)

    def put_back(self, ref: TextRef, words: Words) -> Outcome[Text]:
        """Make a translation anew that somebody deleted while I wrote. Can be undone.

        Raises NotFound (the article is gone, too), KbError `exists`.
        """
        with self._store.writing(
            Act("text.begin", {"title": words.title, "locale": ref.locale})
        ) as unit:
            if texts.find(unit.session, ref) is not None:
                raise KbError("exists", "This text exists already.")
            nodes.parent_of(unit.session, ref.owner)
            self._add(unit, ref, words)
        return self._told_text(unit, ref)

    def save_as_new(self, locale: str, words: Words) -> Outcome[Ref]:
        """A new article at the top with what I wrote, where the old one was deleted for ever."""
        ref = Ref(Kind.ARTICLE, new_id())
        with self._store.writing(Act("article.create", {"title": words.title})) as unit:
            position = positions(unit, Kind.ARTICLE, None, None, [ref.id])[0]
            nodes.add_article(unit, ref.id, None, position)
            if locale != self._source:
                empty = replace(words, summary="", keywords=(), body="")
                self._add(unit, TextRef(ref, self._source), empty)
            self._add(unit, TextRef(ref, locale), words)
        return Outcome(ref, unit.changes)

    def _text(self, ref: TextRef) -> Text:
        with self._store.reading() as session:
            found = texts.get(session, ref, self._source)
        if found is None:
            raise NotFound("text", ref.owner.id)
        return found

    def _add(self, unit: Unit, ref: TextRef, words: Words) -> None:
        check_lengths(title=words.title, body=words.body)
        add_text(
            unit,
            ref,
            self._source,
            title=words.title,
            state=State.DRAFT,
            summary=words.summary,
            keywords=words.keywords,
            body=words.body,
        )


def _words(text: Text | TextFacts) -> Words:
    return Words(text.title, text.summary, tuple(text.keywords), text.body)
