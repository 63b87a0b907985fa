"""The tree as a whole: reading it, moving, trash and restore of categories and articles alike."""

from collections.abc import Iterable, Sequence

from kbeditor.domain.changes import Act, Outcome
from kbeditor.domain.errors import KbError
from kbeditor.domain.records import Kind, Ref
from kbeditor.domain.tree import ArticleRow, CategoryRow, Skeleton, TrashRow
from kbeditor.services.base import Service
from kbeditor.services.placing import move_addresses, positions
from kbeditor.storage import nodes, pieces, skeleton, texts
from kbeditor.storage.unit_of_work import Unit


class Tree(Service):
    """Reads and rearranges the tree."""

    def skeleton(self, locale: str) -> Skeleton:
        """All live categories and articles, titled in `locale` (else the source's words)."""
        tags = self._tags()
        with self._store.reading_rows() as connection:
            return skeleton.read_skeleton(connection, tags, self._source, locale)

    def categories(self, locale: str) -> tuple[CategoryRow, ...]:
        """All live categories, titled in `locale` (else the source's words)."""
        tags = self._tags()
        with self._store.reading_rows() as connection:
            return skeleton.read_categories(connection, tags, self._source, locale)

    def rows(
        self, refs: Iterable[Ref], locale: str
    ) -> tuple[tuple[CategoryRow, ...], tuple[ArticleRow, ...]]:
        """Fresh rows of some; those no longer live are left out."""
        tags = self._tags()
        with self._store.reading_rows() as connection:
            return skeleton.read_rows(connection, tags, self._source, locale, refs)

    def trashed(self) -> tuple[TrashRow, ...]:
        """What lies in the trash, latest first."""
        with self._store.reading_rows() as connection:
            return skeleton.read_trash(connection, self._source)

    def path(self, ref: Ref, locale: str) -> tuple[str, ...]:
        """Titles of the categories above, from the top. Raises NotFound."""
        with self._store.reading() as session:
            ids = nodes.ancestors(session, nodes.parent_of(session, ref))
            titles = texts.titles(session, ids, locale, self._source)
        return tuple(titles.get(each, "") for each in reversed(ids))

    def move(self, refs: Sequence[Ref], parent_id: str | None, before: str | None) -> Outcome[None]:
        """Put things under a category (None: the top), before a sibling of the same kind or last.

        Raises NotFound, or KbError `move_into_itself`.
        """
        with self._store.writing(Act("tree.move", self._named(refs))) as unit:
            above = set(nodes.ancestors(unit.session, parent_id))
            if any(ref.kind is Kind.CATEGORY and ref.id in above for ref in refs):
                raise KbError("move_into_itself", "A category cannot be moved into itself.")
            for kind in Kind:
                moving = [ref.id for ref in refs if ref.kind is kind]
                siblings = {each[0] for each in nodes.siblings(unit.session, kind, parent_id)}
                anchor = before if before in siblings else None
                for each, position in zip(
                    moving, positions(unit, kind, parent_id, anchor, moving), strict=True
                ):
                    nodes.place(unit, Ref(kind, each), parent_id, position)
            unit.session.flush()
            move_addresses(unit, refs)
        return Outcome(None, unit.changes)

    def trash(self, refs: Sequence[Ref]) -> Outcome[int]:
        """Put things into the trash; what a category holds goes with it."""
        with self._store.writing(Act("tree.trash", self._named(refs))) as unit:
            nodes.update(unit, refs, trashed_at=unit.now)
            move_addresses(unit, refs)
        return Outcome(len(refs), unit.changes)

    def restore(self, refs: Sequence[Ref]) -> Outcome[int]:
        """Take things back from the trash; to the top when their category is gone or trashed."""
        with self._store.writing(Act("tree.restore", self._named(refs))) as unit:
            # All first: what comes back together with its category stays in it.
            nodes.update(unit, refs, trashed_at=None)
            for ref in refs:
                parent_id = nodes.parent_of(unit.session, ref)
                if self._in_trash(unit, parent_id):
                    last = positions(unit, ref.kind, None, None, [ref.id])[0]
                    nodes.place(unit, ref, None, last)
            unit.session.flush()
            move_addresses(unit, refs)
        return Outcome(len(refs), unit.changes)

    def purge(self, refs: Sequence[Ref]) -> Outcome[int]:
        """Delete things in the trash for ever, with all that a category holds.

        Cannot be undone. Raises KbError `not_in_trash`.
        """
        with self._store.writing() as unit:
            doomed = dict.fromkeys(refs)
            for ref in refs:
                if not nodes.is_trashed(unit.session, ref):
                    raise KbError(
                        "not_in_trash", "Only what lies in the trash can be deleted for ever."
                    )
                if ref.kind is Kind.CATEGORY:
                    doomed.update(dict.fromkeys(nodes.descendants(unit.session, ref.id)))
            texts.delete(unit, [each.id for each in texts.of_owners(unit.session, list(doomed))])
            nodes.remove(unit, [ref for ref in doomed if ref.kind is Kind.ARTICLE])
            nodes.remove(unit, [ref for ref in doomed if ref.kind is Kind.CATEGORY])
        return Outcome(len(doomed), unit.changes)

    def _in_trash(self, unit: Unit, parent_id: str | None) -> bool:
        return any(
            nodes.is_trashed(unit.session, Ref(Kind.CATEGORY, each))
            for each in nodes.ancestors(unit.session, parent_id)
        )

    def _tags(self) -> tuple[str, ...]:
        with self._store.reading() as session:
            return tuple(locale.tag for locale in pieces.locales(session))

    def _named(self, refs: Sequence[Ref]) -> dict[str, object]:
        """What the undo entry says: the title of one thing, or how many."""
        with self._store.reading() as session:
            title = texts.titles(session, [refs[0].id], self._source, self._source) if refs else {}
        return {"count": len(refs), "title": next(iter(title.values()), "")}
