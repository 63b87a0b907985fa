"""A text's history: checkpoints, listing and comparing versions, naming them, going back."""

from collections.abc import Sequence
from datetime import datetime

from kbeditor.domain.changes import Act, Outcome
from kbeditor.domain.errors import KbError, NotFound
from kbeditor.domain.hashing import content_hash
from kbeditor.domain.limits import LONGEST_TITLE
from kbeditor.domain.progress import Progress, Silent
from kbeditor.domain.records import Revision, Text, TextRef
from kbeditor.domain.states import State
from kbeditor.domain.versions import NAMED, RESTORED, Comparison, Content, TextHistory
from kbeditor.services.base import Service
from kbeditor.storage import checkpoints, histories, texts
from kbeditor.storage.texts import TextFacts
from kbeditor.storage.unit_of_work import Unit
from kbeditor.translation.comparing import compare, count_changes

WordCounts = dict[str, tuple[int, int]]


class Versions(Service):
    """Use cases of a text's history."""

    def revisions(self, ref: TextRef) -> tuple[Revision, ...]:
        """All revisions of a text, checkpoints among them, oldest first. Raises NotFound."""
        with self._store.reading() as session:
            return tuple(texts.revisions(session, texts.facts(session, ref).id))

    def history(self, ref: TextRef) -> TextHistory | None:
        """A text's versions without what they say, the newest first; None: there is no text."""
        with self._store.reading() as session:
            known = texts.find(session, ref)
            text = texts.get(session, ref, self._source)
            if known is None or text is None:
                return None
            found = histories.versions(session, known.id, known.published_id)
        return TextHistory(
            ref,
            text.title,
            text.state,
            known.content_hash,
            text.edited_at,
            text.edited_by,
            tuple(reversed(found)),
        )

    def word_counts(self, ref: TextRef, progress: Progress | None = None) -> WordCounts:
        """How many words came and went with each version, by revision id, and under "" from the
        newest one to the working text. Reads every version: a work for a thread of its own.
        """
        progress = progress or Silent()
        counts: WordCounts = {}
        before = ""
        found = self.revisions(ref)
        for index, each in enumerate(found):
            progress.step("reading_versions", index, len(found))
            counts[each.id] = count_changes(before, each.body)
            before = each.body
        with self._store.reading() as session:
            counts[""] = count_changes(before, texts.facts(session, ref).body)
        return counts

    def content(self, ref: TextRef, revision_id: str | None) -> Content:
        """What a version says; None: the working text. Raises NotFound, also for a version of
        another text.
        """
        with self._store.reading() as session:
            known = texts.facts(session, ref)
            if revision_id is None:
                return Content(known.title, known.summary, known.keywords, known.body)
            found = _own(texts.revision(session, revision_id), known)
            return Content(found.title, found.summary, found.keywords, found.body)

    def compare(self, ref: TextRef, old: str | None, new: str | None) -> Comparison:
        """How one version of a text became another; None: the working text. Raises NotFound."""
        return compare(self.content(ref, old), self.content(ref, new))

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

    def checkpoint(
        self, refs: Sequence[TextRef], why: str, edited_since: datetime | None = None
    ) -> Outcome[int]:
        """Keep what texts say now, where no version says so yet; how many were kept.

        `why` is a code of `domain.versions`; `edited_since`: only what was written at or after that
        moment. No act: it cannot be undone, and undo of other acts passes it by. Texts that are
        missing are passed over.
        """
        with self._store.reading() as session:
            ids = [text.id for _, text in texts.find_many(session, refs) if text]
            ids = checkpoints.lacking(session, ids, edited_since)
        if not ids:
            return Outcome(0)
        with self._store.writing() as unit:
            made = checkpoints.put(unit, ids, why)
        return Outcome(len(made), unit.changes)

    def name_version(self, ref: TextRef, revision_id: str | None, name: str) -> Outcome[str]:
        """Give a version a name, another one, or none (""). None: the working text, which is kept
        as a version for it. Can be undone. The version's id. Raises NotFound, KbError `too_long`.
        """
        name = " ".join(name.split())
        if len(name) > LONGEST_TITLE:
            raise KbError(
                "too_long", "A name may have {most} characters at most.", most=LONGEST_TITLE
            )
        act = Act("version.name" if name else "version.unname", {"title": name})
        with self._store.writing(act) as unit:
            known = texts.facts(unit.session, ref)
            if revision_id is None:
                checkpoints.put(unit, [known.id], NAMED)
                revision_id = checkpoints.newest(unit.session, known.id)
            if revision_id is None:
                raise KbError("nothing_written", "Nothing is written here yet.")
            _own(texts.revision(unit.session, revision_id), known)
            histories.name(unit, revision_id, name)
        return Outcome(revision_id, unit.changes)

    def revert(self, ref: TextRef, revision_id: str) -> Outcome[Text]:
        """Make an earlier revision the working text again, based on the source that it was made
        from; what the text said before is kept as a checkpoint. Can be undone. Raises NotFound.
        """
        with self._store.writing(Act("text.revert", {})) as unit:
            known = texts.facts(unit.session, ref)
            old = _own(texts.revision(unit.session, revision_id), known)
            live = old.id == known.published_id
            state = State.PUBLISHED if live else min(known.state, State.DRAFT)
            old_hash = content_hash(old.title, old.summary, old.keywords, old.body)
            if (old_hash, state) != (known.content_hash, known.state):
                if old_hash != known.content_hash:
                    checkpoints.put(unit, [known.id], RESTORED)
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
        """Drop the draft: back to the live version; it is kept as a checkpoint. Raises KbError
        `not_live`.
        """
        with self._store.reading() as session:
            live = texts.facts(session, ref).published_id
        if live is None:
            raise KbError(
                "not_live", "This text was never published: there is nothing to go back to."
            )
        return self.revert(ref, live)


def _own(revision: Revision, text: TextFacts) -> Revision:
    """A revision of this very text. Raises NotFound."""
    if revision.text_id != text.id:
        raise NotFound("revision", revision.id)
    return revision
