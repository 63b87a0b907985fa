"""What changes of a source cost its translators, and which of them were called minor."""

from collections.abc import Iterable, Mapping, Sequence

from kbeditor.domain.blocks import (
    Equivalence,
    Freshness,
    LocaleCost,
    PublishCost,
    Segment,
    SourceChange,
)
from kbeditor.domain.changes import Act, Outcome
from kbeditor.domain.errors import NotFound
from kbeditor.domain.records import TextRef
from kbeditor.domain.states import Significance
from kbeditor.services.ids import new_id
from kbeditor.services.pairing import Pairing, no_source
from kbeditor.storage import blocks, following, republishing, texts
from kbeditor.storage.republishing import Republishing
from kbeditor.storage.texts import TextFacts
from kbeditor.storage.unit_of_work import Unit
from kbeditor.translation.alignment import Change, same_but_markup
from kbeditor.translation.carrying import after_publishing
from kbeditor.translation.freshness import Equal, Row, compare
from kbeditor.translation.kept import Block


class SourceChanges(Pairing):
    """Use cases of a source's changes."""

    def cost(self, ref: TextRef, significance: Significance = Significance.UPDATE) -> PublishCost:
        """What publishing the working source would change, and what that costs each locale.

        Nothing, where it was never published. Locales without a text are not listed: there, all is
        to be translated anyway. Raises NotFound.
        """
        self.make(ref.owner)
        with self._store.reading() as session:
            text = texts.facts(session, ref)
            change = republishing.change_of(session, text)
            if change is None or not blocks.is_made(session, text.id):
                return PublishCost((), (), False)
            old = blocks.of_text(session, text.id)
            gone = blocks.ids_once_there(session, ref.owner.id)
            new = after_publishing(old, change.steps, change.new, gone, new_id)
            listed = tuple(_source_changes(change, old, new))
            minor = (
                [
                    (new[step.new].id, old[step.old].hash, new[step.new].hash)
                    for step in change.steps
                    if step.change is Change.EDITED
                    and step.old is not None
                    and step.new is not None
                ]
                if significance is Significance.MINOR
                else []
            )
            known = blocks.called_minor(session, text.id)
            locales = []
            for each in texts.of_owners(session, [ref.owner]):
                if each.ref.locale != self._source and blocks.is_made(session, each.id):
                    target = blocks.of_text(session, each.id)
                    before = old, _standing(old, target, Equal(known))
                    after = new, _standing(new, target, Equal([*known, *minor]))
                    locales.append(_locale_cost(each.ref.locale, before, after))
        touching = [each for each in listed if each.change != "moved"]
        return PublishCost(listed, tuple(locales), all(each.minor for each in touching))

    def call_minor(self, ref: TextRef, block_ids: Sequence[str], why: str) -> Outcome[int]:
        """Say, after it was published, that what changed in these blocks needs no translator.

        How many changes that were: one for each version that a translation is based on. Undoable.
        """
        self.make(ref.owner)
        with self._store.writing(Act("block.minor", {"count": len(block_ids)})) as unit:
            session = unit.session
            text = texts.facts(session, ref)
            now = {each.id: each.hash for each in blocks.of_text(session, text.id)}
            translations = [
                each.id
                for each in texts.of_owners(session, [ref.owner])
                if each.ref.locale != self._source
            ]
            equal = blocks.equal_for(session, text.id)
            changes = [
                (id_, hash_, now[id_])
                for found in blocks.of_texts(session, translations).values()
                for block in found
                for id_, hash_ in block.based_on
                if id_ in block_ids and id_ in now and hash_ and not equal(id_, hash_, now[id_])
            ]
            done = blocks.add_minor(
                session, text.id, changes, who=unit.who, why=why, created_at=unit.now
            )
        return Outcome(done, unit.changes)

    def equivalences(self, ref: TextRef | None = None) -> tuple[Equivalence, ...]:
        """Changes that were called minor, of one source or of all, oldest first."""
        with self._store.reading() as session:
            ids = None if ref is None else [texts.facts(session, ref).id]
            found = blocks.minor_changes(session, ids)
            said = blocks.remembered(
                session, [hash_ for each in found for hash_ in (each.old_hash, each.new_hash)]
            )
            now: dict[int, Mapping[str, str]] = {}
            made = []
            for each in found:
                if each.text_id not in now:
                    segments = following.segments_described(session, each.text_id)
                    now[each.text_id] = {segment.hash: segment.text for segment in segments}
                texts_now = now[each.text_id]
                made.append(
                    Equivalence(
                        each.id,
                        texts.ref_of(session, each.text_id),
                        each.block_id,
                        each.old_hash,
                        each.new_hash,
                        said.get(each.old_hash) or texts_now.get(each.old_hash, ""),
                        said.get(each.new_hash) or texts_now.get(each.new_hash, ""),
                        each.who,
                        each.why,
                        each.created_at,
                    )
                )
        return tuple(made)

    def revoke(self, ids: Sequence[int]) -> Outcome[int]:
        """These changes were not minor: what is based on the old words is outdated again."""
        with self._store.reading() as session:
            found = blocks.minor_changes(session, None)
            owners = {texts.ref_of(session, e.text_id).owner for e in found if e.id in ids}
        for owner in owners:
            self.make(owner)
        with self._store.writing(Act("block.revoke", {"count": len(ids)})) as unit:
            done = blocks.remove_minor(unit.session, ids)
        return Outcome(done, unit.changes)

    def _prepare(self, ref: TextRef) -> None:
        """Make a translation's blocks. Raises NotFound, KbError `source_unpublished`."""
        if ref.locale == self._source:
            raise NotFound("translation", ref.locale)
        self.make(ref.owner)
        with self._store.reading() as session:
            if not blocks.is_made(session, texts.facts(session, ref).id):
                raise no_source()

    def _source_text(self, unit: Unit, ref: TextRef) -> TextFacts:
        return texts.facts(unit.session, TextRef(ref.owner, self._source))


def _standing(source: Sequence[Block], target: Sequence[Block], equal: Equal) -> tuple[Row, ...]:
    return compare(
        [each.as_source() for each in source], [each.as_target() for each in target], equal
    ).rows


def _locale_cost(
    locale: str,
    before: tuple[Sequence[Block], tuple[Row, ...]],
    after: tuple[Sequence[Block], tuple[Row, ...]],
) -> LocaleCost:
    """What is outdated, new or an orphan after that was not before. Each: source blocks, rows."""
    now, then = _stale(*after), _stale(*before)
    words = {each.id: each.words for each in after[0]}
    outdated = now[Freshness.OUTDATED] - then[Freshness.OUTDATED]
    new = now[Freshness.NEW] - then[Freshness.NEW]
    return LocaleCost(
        locale,
        len(outdated),
        sum(words[each] for each in outdated),
        len(new),
        sum(words[each] for each in new),
        len(now[Freshness.ORPHAN] - then[Freshness.ORPHAN]),
    )


def _stale(source: Sequence[Block], rows: Iterable[Row]) -> dict[Freshness, set[str]]:
    """Ids of source blocks by how they stand; of orphans the place in the translation."""
    found: dict[Freshness, set[str]] = {each: set() for each in Freshness}
    for row in rows:
        found[row.freshness].add(str(row.target) if row.source is None else source[row.source].id)
    return found


def _source_changes(
    change: Republishing, old: Sequence[Block], new: Sequence[Block]
) -> Iterable[SourceChange]:
    for step in change.steps:
        if step.change is Change.SAME:
            continue
        before: Segment | None = None if step.old is None else change.old[step.old]
        after: Segment | None = None if step.new is None else change.new[step.new]
        block = new[step.new] if step.new is not None else old[step.old or 0]
        edited = before is not None and after is not None and step.change is Change.EDITED
        yield SourceChange(
            block.id,
            block.kind,
            step.change.value,
            before.text if before else None,
            after.text if after else None,
            block.words,
            edited
            and before is not None
            and after is not None
            and after.kind.translatable
            and same_but_markup(before.text, after.text),
        )
