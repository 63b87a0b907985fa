"""Revisions of texts: listing, comparing with the source, going back."""

from kbeditor.domain.changes import Act, Outcome
from kbeditor.domain.errors import KbError, NotFound
from kbeditor.domain.hashing import content_hash
from kbeditor.domain.records import Revision, Text, TextRef
from kbeditor.domain.states import State
from kbeditor.services.base import Service
from kbeditor.storage import texts
from kbeditor.storage.texts import TextFacts
from kbeditor.storage.unit_of_work import Unit


class Versions(Service):
    """Use cases of a text's history."""

    def revisions(self, ref: TextRef) -> tuple[Revision, ...]:
        """All revisions of a text, oldest first. Raises NotFound."""
        with self._store.reading() as session:
            return tuple(texts.revisions(session, texts.facts(session, ref).id))

    def source_change(self, ref: TextRef) -> tuple[Revision | None, Revision | None]:
        """What a translation is based on, and the published source now (None: there is none)."""
        with self._store.reading() as session:
            text = texts.find(session, ref)
            source = texts.find(session, TextRef(ref.owner, self._source))
            base = text.based_on if text else None
            now = source.published_id if source else None
            return (
                texts.revision(session, base) if base else None,
                texts.revision(session, now) if now else None,
            )

    def revert(self, ref: TextRef, revision_id: str) -> Outcome[Text]:
        """Make an earlier revision the working text again, based on the source that it was made
        from. Can be undone. Raises NotFound.
        """
        with self._store.writing(Act("text.revert", {})) as unit:
            known = texts.facts(unit.session, ref)
            old = texts.revision(unit.session, revision_id)
            if old.text_id != known.id:
                raise NotFound("revision", revision_id)
            live = old.id == known.published_id
            state = State.PUBLISHED if live else min(known.state, State.DRAFT)
            old_hash = content_hash(old.title, old.summary, old.keywords, old.body)
            if (old_hash, state) != (known.content_hash, known.state):
                texts.update(
                    unit,
                    known.id,
                    title=old.title,
                    summary=old.summary,
                    keywords=list(old.keywords),
                    body=old.body,
                    content_hash=old_hash,
                    words=old.words,
                    state=int(state),
                    **self._base(unit, known, old),
                    version=known.version + 1,
                    edited_at=unit.now,
                    edited_by=unit.who,
                )
        return self._told_text(unit, ref)

    def _base(self, unit: Unit, known: TextFacts, old: Revision) -> dict[str, object]:
        """What a translation's earlier words are based on, where its present ones are based on a
        newer source.
        """
        number = known.live_number
        if old.id != known.published_id:
            number = texts.revision(unit.session, old.based_on).number if old.based_on else 0
        if known.ref.locale == self._source or number >= known.based_on_number:
            return {}
        base = texts.published(unit.session, TextRef(known.ref.owner, self._source), number)
        return {
            "based_on": base.id if base else None,
            "based_on_number": number,
            "based_on_hash": base.content_hash if base else "",
        }

    def discard(self, ref: TextRef) -> Outcome[Text]:
        """Drop the draft: back to the live version. Raises KbError `not_live`."""
        with self._store.reading() as session:
            live = texts.facts(session, ref).published_id
        if live is None:
            raise KbError(
                "not_live", "This text was never published: there is nothing to go back to."
            )
        return self.revert(ref, live)
