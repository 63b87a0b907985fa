"""Writes an import plan: many rows at once, outside undo, within one transaction."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import func, insert, select, text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlmodel import SQLModel

from kbeditor.domain.blocks import Segment
from kbeditor.domain.errors import KbError
from kbeditor.domain.exchange import ImportPlan, NewRevision, NewText
from kbeditor.domain.hashing import content_hash
from kbeditor.domain.ordering import GAP
from kbeditor.domain.progress import Progress
from kbeditor.domain.records import Kind
from kbeditor.domain.states import Significance
from kbeditor.domain.words import count_words
from kbeditor.storage import blocks, indexing, readers, standings, work
from kbeditor.storage.chunks import batched, chunked
from kbeditor.storage.people_tables import VersionNameRow
from kbeditor.storage.tables import (
    ARTICLE,
    CATEGORY,
    TEXT,
    ArticleRow,
    AttachmentDataRow,
    AttachmentRow,
    CategoryRow,
    LinkRow,
    OldSlugRow,
    RevisionRow,
    TextRow,
)
from kbeditor.storage.types import now
from kbeditor.translation.splitting import text_segments

FreeSlug = Callable[[str, str, set[str]], str]
"""(wished slug or "", title, slugs taken there) -> a free slug."""

_BATCH = 200


class BulkWriter:
    """Inserts one plan. `who` is recorded where the plan names nobody."""

    def __init__(self, session: Session, who: str, source_locale: str, free_slug: FreeSlug) -> None:
        self._session = session
        self._who = who
        self._source = source_locale
        self._free_slug = free_slug
        self._now = now()
        self._taken: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._scopes: dict[str, str] = {}
        self._numbers: dict[str, tuple[int, str]] = {}  # source revision -> its number and hash
        self._whole = False  # a bundle says itself what a translation is based on
        self._translated: list[int] = []  # texts that came with their blocks
        self._drafts: dict[str, str] = {}  # owner -> hash of a source that was never published

    def write(self, plan: ImportPlan, progress: Progress) -> None:
        """Insert everything but the library's own record and locales.

        Raises KbError `plan_outdated` when what the plan brings is in the library by now.
        """
        try:
            self._write(plan, progress)
        except IntegrityError as error:
            raise KbError(
                "plan_outdated",
                "The library was changed since this import was planned. Plan it anew; "
                "nothing was changed.",
            ) from error

    def _write(self, plan: ImportPlan, progress: Progress) -> None:
        self._whole = plan.library is not None
        self._attachments(plan, progress)
        self._tree(plan)
        self._read_slugs()
        done = 0
        for batch in batched(plan.texts(), _BATCH):
            self._texts(batch)
            done += len(batch)
            progress.step("import_texts", done, plan.text_count)
        for some in chunked(self._translated):
            standings.refresh(self._session, some, self._source)
            self._session.expunge_all()  # a big library is not held in memory
        work.put_terms(self._session, plan.terms)
        readers.put(self._session, plan.readers)
        if plan.old_slugs:
            self._session.execute(
                insert(OldSlugRow),
                [
                    {
                        "article_id": each.owner.id if each.owner.kind is Kind.ARTICLE else None,
                        "category_id": each.owner.id if each.owner.kind is Kind.CATEGORY else None,
                        "locale": each.locale,
                        "parent_id": each.parent_id,
                        "slug": each.slug,
                        "retired_at": each.retired_at,
                    }
                    for each in plan.old_slugs
                ],
            )

    def _attachments(self, plan: ImportPlan, progress: Progress) -> None:
        for index, new in enumerate(plan.attachments):
            if index % 50 == 0:
                progress.step("import_attachments", index, len(plan.attachments))
            # The bytes may be there still, from an attachment that was removed.
            self._session.execute(
                insert(AttachmentDataRow).prefix_with("OR IGNORE"),
                [{"sha256": new.sha256, "data": new.read()}],
            )
        if plan.attachments:
            self._session.execute(
                insert(AttachmentRow),
                [
                    {
                        "id": new.id,
                        "sha256": new.sha256,
                        "name": new.name,
                        "media_type": new.media_type,
                        "size": new.size,
                        "width": new.width,
                        "height": new.height,
                        "alt": new.alt,
                        "variants": new.variants,
                        "created_at": new.created_at or self._now,
                    }
                    for new in plan.attachments
                ],
            )

    def _tree(self, plan: ImportPlan) -> None:
        last_category = self._last_positions(CATEGORY.parent_id, CATEGORY.position)
        last_article = self._last_positions(ARTICLE.category_id, ARTICLE.position)
        if plan.categories:
            self._session.execute(
                insert(CategoryRow),
                [
                    {
                        "id": new.id,
                        "parent_id": new.parent_id,
                        "position": last_category.get(new.parent_id, 0) + GAP * (new.position + 1),
                        "labels": list(new.labels),
                        "extra": new.extra,
                        "created_at": new.created_at or self._now,
                        "updated_at": new.updated_at or self._now,
                        "version": 1,
                    }
                    for new in plan.categories
                ],
            )
        for batch in batched(plan.articles, 5000):
            self._session.execute(
                insert(ArticleRow),
                [
                    {
                        "id": new.id,
                        "category_id": new.category_id,
                        "position": last_article.get(new.category_id, 0) + GAP * (new.position + 1),
                        "labels": list(new.labels),
                        "promoted": new.promoted,
                        "owner": new.owner,
                        "review_by": new.review_by,
                        "extra": new.extra,
                        "created_at": new.created_at or self._now,
                        "updated_at": new.updated_at or self._now,
                        "version": 1,
                    }
                    for new in batch
                ],
            )
        self._scopes = {new.id: new.parent_id or "" for new in plan.categories}
        self._scopes |= {new.id: new.category_id or "" for new in plan.articles}

    def _last_positions(self, parent: Any, position: Any) -> dict[str | None, int]:
        rows = self._session.execute(select(parent, func.max(position)).group_by(parent))
        return {row[0]: row[1] for row in rows}

    def _read_slugs(self) -> None:
        rows = self._session.execute(text("SELECT locale, slug_scope, slug FROM text"))
        for locale, scope, slug in rows:
            self._taken[locale, scope].add(slug)

    def _texts(self, batch: list[NewText]) -> None:
        first = (
            self._session.execute(text("SELECT coalesce(max(id), 0) FROM text")).scalar_one() + 1
        )
        texts: list[dict[str, Any]] = []
        revisions: list[dict[str, Any]] = []
        links: list[dict[str, Any]] = []
        names: list[dict[str, Any]] = []
        index: list[dict[str, Any]] = []
        for text_id, new in enumerate(batch, first):
            texts.append(self._text_values(text_id, new))
            revisions += self._revision_values(text_id, new)
            names += self._name_values(new)
            index.append(
                indexing.index_values(text_id, new.title, new.keywords, new.summary, new.body)
            )
            links += [
                {"text_id": text_id, "target": target, "fragment": fragment}
                for target, fragment in indexing.links_in(new.body)
            ]
        for table, rows in (
            (TextRow, texts),
            (RevisionRow, revisions),
            (VersionNameRow, names),
            (LinkRow, links),
        ):
            if rows:
                self._session.execute(insert(table), rows)
        indexing.fill(self._session, index)
        self._work(dict(enumerate(batch, first)))

    def _work(self, batch: dict[int, NewText]) -> None:
        """Insert what translators left with some texts."""
        rows: dict[type[SQLModel], list[dict[str, Any]]] = defaultdict(list)
        for text_id, new in batch.items():
            if new.work is None:
                continue
            segments: tuple[Segment, ...] = ()
            if new.work.blocks is not None:
                said = self._described(new)
                segments = text_segments(said.title, said.summary, said.keywords, said.body)
                if work.fits(new.work, segments):
                    self._translated.append(text_id)
                    made = {"blocks_hash": _hash(said), "done_words": 0}
                    self._session.execute(update(TextRow).where(TEXT.id == text_id).values(**made))
            for table, row in work.rows_of(text_id, new.work, segments):
                rows[table].append(row)
            former = (Segment(each.kind, each.text, each.hash, 0) for each in new.work.former)
            blocks.remember(self._session, former)
        for table, found in rows.items():
            self._session.execute(insert(table), found)

    def _described(self, new: NewText) -> NewText | NewRevision:
        """What blocks are of: the working text of a translation, a source's published one."""
        live = [each for each in new.revisions if each.kind == "published"]
        if new.locale != self._source or not live:
            return new
        return next((each for each in live if each.id == new.published), live[-1])

    def _text_values(self, text_id: int, new: NewText) -> dict[str, Any]:
        is_source = new.locale == self._source
        live = next((each for each in new.revisions if each.id == new.published), None)
        live_hash = "" if live is None else _hash(live)
        if is_source:
            for each in new.revisions:
                self._numbers[each.id] = each.number, _hash(each)
        upto = 0 if live is None else live.number
        changed = [
            each for each in new.revisions if each.kind == "published" and each.number <= upto
        ]
        now_hash = content_hash(new.title, new.summary, new.keywords, new.body)
        if is_source and live is None and not self._whole:
            self._drafts[new.owner.id] = now_hash
        number, base_hash = self._numbers.get(new.based_on or "", (0, ""))
        if not base_hash and not is_source:
            # It came with its source: current, once that is published as it is.
            base_hash = self._drafts.get(new.owner.id, "")
        scope = self._scopes[new.owner.id]
        taken = self._taken[new.locale, scope]
        slug = self._free_slug(new.slug, new.title, taken)
        taken.add(slug)
        return {
            "id": text_id,
            "article_id": new.owner.id if new.owner.kind is Kind.ARTICLE else None,
            "category_id": new.owner.id if new.owner.kind is Kind.CATEGORY else None,
            "locale": new.locale,
            "slug_scope": scope,
            "slug": slug,
            "title": new.title,
            "state": int(new.state),
            "published_id": new.published,
            "published_hash": live_hash,
            "published_words": 0 if live is None else count_words(live.body),
            "changed_number": _last(changed, Significance.UPDATE) if is_source else 0,
            "important_number": _last(changed, Significance.IMPORTANT) if is_source else 0,
            "based_on": new.based_on,
            "based_on_number": number,
            "based_on_hash": base_hash,
            "live_number": 0 if live is None else self._live_number(live, now_hash, number),
            "content_hash": now_hash,
            "words": count_words(new.body),
            "version": 1,
            "created_at": self._now,
            "edited_at": new.edited_at or self._now,
            "edited_by": self._who if new.edited_by is None else new.edited_by,
            "keywords": list(new.keywords),
            "extra": new.extra,
            "summary": new.summary,
            "body": new.body,
        }

    def _live_number(self, live: Any, working_hash: str, number: int) -> int:
        """What the live version is based on: as the working text, where it says the same."""
        if _hash(live) == working_hash:
            return number
        return self._numbers.get(live.based_on or "", (0, ""))[0]

    def _revision_values(self, text_id: int, new: NewText) -> Iterator[dict[str, Any]]:
        for each in new.revisions:
            yield {
                "id": each.id,
                "text_id": text_id,
                "number": each.number,
                "kind": each.kind,
                "title": each.title,
                "author": self._who if each.author is None else each.author,
                "created_at": each.created_at or self._now,
                "based_on": each.based_on,
                "significance": int(each.significance),
                "note": each.note,
                "words": count_words(each.body),
                "content_hash": _hash(each),
                "keywords": list(each.keywords),
                "summary": each.summary,
                "body": each.body,
                "role": each.role,
            }

    def _name_values(self, new: NewText) -> Iterator[dict[str, Any]]:
        for each in new.revisions:
            if each.name:
                author = self._who if each.author is None else each.author
                yield {
                    "revision_id": each.id,
                    "name": each.name,
                    "author": author,
                    "created_at": each.created_at or self._now,
                }


def _hash(revision: Any) -> str:
    return content_hash(revision.title, revision.summary, revision.keywords, revision.body)


def _last(revisions: list[Any], least: Significance) -> int:
    return max((each.number for each in revisions if each.significance >= least), default=0)
