"""Articles: creating, duplicating, and what belongs to all their language versions."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from kbeditor.domain.changes import Act, Outcome
from kbeditor.domain.errors import NotFound
from kbeditor.domain.records import Article, Kind, Ref, TextRef
from kbeditor.domain.states import State
from kbeditor.services.base import Service
from kbeditor.services.ids import new_id
from kbeditor.services.placing import positions
from kbeditor.services.writing import add_text
from kbeditor.storage import nodes, texts

UNSET: Final = date.min
"""Stands for "leave the review date as it is"."""


class Articles(Service):
    """Use cases of articles."""

    def get(self, article_id: str) -> Article:
        """An article. Raises NotFound."""
        with self._store.reading() as session:
            return nodes.article(session, article_id)

    def create(
        self, category_id: str | None, title: str, locale: str, before: str | None = None
    ) -> Outcome[Ref]:
        """A new article with an empty draft in one locale."""
        ref = Ref(Kind.ARTICLE, new_id())
        with self._store.writing(Act("article.create", {"title": title})) as unit:
            if category_id is not None:
                nodes.category(unit.session, category_id)
            position = positions(unit, Kind.ARTICLE, category_id, before, [ref.id])[0]
            nodes.add_article(unit, ref.id, category_id, position)
            add_text(unit, TextRef(ref, locale), self._source, title=title, state=State.DRAFT)
        return Outcome(ref, unit.changes)

    def duplicate(self, ids: Sequence[str]) -> Outcome[tuple[Ref, ...]]:
        """Copies of articles, each right after its original, with all texts as drafts."""
        made = []
        with self._store.writing(Act("article.duplicate", {"count": len(ids)})) as unit:
            for each in ids:
                original = nodes.article(unit.session, each)
                if original.trashed_at is not None:
                    raise NotFound("article", each)
                order = nodes.siblings(unit.session, Kind.ARTICLE, original.category_id)
                place = [sibling for sibling, _ in order].index(each)
                after = order[place + 1][0] if place + 1 < len(order) else None
                ref = Ref(Kind.ARTICLE, new_id())
                position = positions(unit, Kind.ARTICLE, original.category_id, after, [ref.id])[0]
                nodes.add_article(
                    unit,
                    ref.id,
                    original.category_id,
                    position,
                    labels=list(original.labels),
                    extra=original.extra,
                    owner=original.owner,
                )
                copies = sorted(
                    texts.of_owners(unit.session, [Ref(Kind.ARTICLE, each)]),
                    key=lambda text: text.ref.locale != self._source,
                )
                for text in copies:
                    add_text(
                        unit,
                        TextRef(ref, text.ref.locale),
                        self._source,
                        title=text.title,
                        state=State.DRAFT,
                        summary=text.summary,
                        keywords=text.keywords,
                        body=text.body,
                        extra=text.extra,
                    )
                made.append(ref)
        return Outcome(tuple(made), unit.changes)

    def update(
        self,
        ids: Sequence[str],
        *,
        labels: Sequence[str] | None = None,
        promoted: bool | None = None,
        owner: str | None = None,
        review_by: date | None = UNSET,
    ) -> Outcome[None]:
        """Set what belongs to the article in every language; None leaves a thing as it is."""
        values: dict[str, Any] = {}
        if labels is not None:
            values["labels"] = list(dict.fromkeys(filter(None, map(str.strip, labels))))
        if promoted is not None:
            values["promoted"] = promoted
        if owner is not None:
            values["owner"] = owner
        if review_by != UNSET:
            values["review_by"] = review_by
        with self._store.writing(Act("article.update", {"count": len(ids)})) as unit:
            nodes.update(unit, [Ref(Kind.ARTICLE, each) for each in ids], **values)
        return Outcome(None, unit.changes)
