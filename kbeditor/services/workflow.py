"""States of texts: submitting, publishing, retracting, saying that a translation is still valid."""

from collections.abc import Sequence
from dataclasses import dataclass

from kbeditor.domain.changes import Act, Outcome
from kbeditor.domain.records import TextRef
from kbeditor.domain.states import Significance, State
from kbeditor.services.base import Service
from kbeditor.services.writing import follow_source, publish
from kbeditor.storage import texts


@dataclass(frozen=True, slots=True)
class StateReport:
    """How many texts got the state, and why others did not (`missing`, `empty_title`)."""

    done: int
    skipped: tuple[tuple[TextRef, str], ...]


class Workflow(Service):
    """Changes the states of one text or of many at once."""

    def set_state(
        self,
        refs: Sequence[TextRef],
        state: State,
        *,
        significance: Significance = Significance.UPDATE,
        note: str = "",
        up_to_date: bool = False,
    ) -> Outcome[StateReport]:
        """Give texts a state; to publish makes the working text the live one.

        `up_to_date`: the translations now match the published source. A draft state never
        retracts what is live. `state` is DRAFT, IN_REVIEW or PUBLISHED.
        """
        done, skipped = 0, []
        with self._store.writing(
            Act(
                f"text.{state.code}", {"count": len(refs), "locale": refs[0].locale if refs else ""}
            )
        ) as unit:
            # Sources first: their translations then follow what is published now.
            ordered = sorted(refs, key=lambda ref: ref.locale != self._source)
            for ref, text in texts.find_many(unit.session, ordered):
                if text is None:
                    skipped.append((ref, "missing"))
                    continue
                if state is not State.DRAFT and not text.title.strip():
                    skipped.append((ref, "empty_title"))
                    continue
                if up_to_date and ref.locale != self._source:
                    follow_source(unit, text, self._source)
                if state is State.PUBLISHED:
                    publish(unit, ref, self._source, significance, note)
                else:
                    texts.update(unit, text.id, state=int(state))
                done += 1
        return Outcome(StateReport(done, tuple(skipped)), unit.changes)

    def still_valid(self, refs: Sequence[TextRef]) -> Outcome[int]:
        """The source's edit needs no change in these translations: they are up to date again."""
        with self._store.writing(Act("text.still_valid", {"count": len(refs)})) as unit:
            found = [text for _, text in texts.find_many(unit.session, refs) if text is not None]
            for text in found:
                follow_source(unit, text, self._source)
        return Outcome(len(found), unit.changes)

    def retract(self, refs: Sequence[TextRef]) -> Outcome[int]:
        """Take the live versions of texts away from readers; the working texts stay, as drafts."""
        with self._store.writing(Act("text.retract", {"count": len(refs)})) as unit:
            found = [
                text
                for _, text in texts.find_many(unit.session, refs)
                if text is not None and text.published_id is not None
            ]
            for text in found:
                texts.update(
                    unit,
                    text.id,
                    published_id=None,
                    published_hash="",
                    published_words=0,
                    state=int(min(text.state, State.DRAFT)),
                )
        return Outcome(len(found), unit.changes)
