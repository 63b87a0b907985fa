"""The whole library as it was at a release, as a library of its own: built from its snapshot."""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from kbeditor.domain.errors import KbError
from kbeditor.domain.exchange import (
    ImportPlan,
    NewArticle,
    NewAttachment,
    NewCategory,
    NewLibrary,
    NewLocale,
    NewRevision,
    NewText,
)
from kbeditor.domain.finding import Report, ReportLine
from kbeditor.domain.progress import Progress, Silent
from kbeditor.domain.records import Attachment, Kind, Revision, TextHead
from kbeditor.domain.source import Page
from kbeditor.domain.states import State
from kbeditor.moving import beside, clear_abandoned, move_in, remove
from kbeditor.publishing.snapshot import Snapshot, opened
from kbeditor.services.base import Service
from kbeditor.services.creating import create_store
from kbeditor.services.importing import Importing
from kbeditor.storage import histories, releases
from kbeditor.storage.chunks import batched

_BATCH = 200
Published = Mapping[int, Sequence[Revision]]
Bytes = Callable[[str], bytes | None]


class AsOf(Service):
    """Use cases of looking back at the whole library."""

    def build(self, number: int, target: Path, progress: Progress | None = None) -> Report:
        """Write the library as it was at a release to a new file.

        It holds what that release showed: tree, texts with the versions published by then, drafts
        that it let through, pictures, settings. Other drafts, blocks, glossary and notes of then
        are not known any more. Raises NotFound, Cancelled, KbError (`exists`, `no_folder`,
        `damaged_release`); nothing is left then.
        """
        progress, started = progress or Silent(), time.monotonic()
        if target.exists():
            raise KbError("exists", "There is already a file {path}.", path=str(target))
        clear_abandoned(target)
        unfinished = beside(target)
        try:
            with self._store.reading() as session:
                past = _Past(
                    opened(releases.snapshot(session, number)),
                    partial(histories.published, session),
                    partial(releases.bytes_of, session),
                )
                library = past.snapshot.library
                store = create_store(
                    unfinished, library.name, library.source_locale, (), self._store.who
                )
                try:
                    Importing(store, library.source_locale).write(past.plan(), progress)
                finally:
                    store.close()
            move_in(unfinished, target)
        finally:
            for each in ("", "-wal", "-shm"):
                remove(unfinished.with_name(unfinished.name + each))
        counts = (
            ("articles", len(past.articles)),
            ("categories", len(past.snapshot.categories)),
            ("texts", past.told),
            ("attachments", len(past.snapshot.attachments)),
        )
        return Report(str(target), counts, tuple(past.lines), time.monotonic() - started)


class _Past:
    """A snapshot as an import into an empty library. What was deleted for good since is missing,
    and is told in `lines`.
    """

    def __init__(
        self,
        snapshot: Snapshot,
        published: Callable[[Sequence[int]], Published],
        data: Bytes,
    ) -> None:
        self.snapshot = snapshot
        self.lines: list[ReportLine] = []
        self.told = 0
        self._published = published
        self._data = data
        seen = {each.owner.id for each in snapshot.heads if each.published}
        seen |= {each.owner.id for each in snapshot.heads if each.id in snapshot.working}
        self.articles = [each for each in snapshot.articles if each.id in seen]
        if drafts := len(snapshot.articles) - len(self.articles):
            text = f"{drafts} articles that were drafts then are not known any more."
            self.lines.append(ReportLine("info", "drafts_unknown", "", 0, text))
        self._owners = {each.id for each in snapshot.categories}
        self._owners |= {each.id for each in self.articles}

    def plan(self) -> ImportPlan:
        """Everything that is to be inserted."""
        then, library = self.snapshot, self.snapshot.library
        places: Counter[tuple[Kind, str | None]] = Counter()

        def place(kind: Kind, parent: str | None) -> int:
            places[kind, parent] += 1
            return places[kind, parent] - 1

        return ImportPlan(
            importer="as_of",
            title=library.name,
            library=NewLibrary(
                library.id, library.name, library.source_locale, library.created_at, then.settings
            ),
            locales=tuple(
                NewLocale(each.tag, each.name, each.direction, each.fallback, each.published)
                for each in then.locales
            ),
            categories=tuple(
                NewCategory(
                    each.id,
                    each.parent_id,
                    place(Kind.CATEGORY, each.parent_id),
                    each.labels,
                    each.extra,
                    each.created_at,
                    each.updated_at,
                )
                for each in then.categories
            ),
            articles=tuple(
                NewArticle(
                    each.id,
                    each.category_id,
                    place(Kind.ARTICLE, each.category_id),
                    each.labels,
                    each.promoted,
                    each.owner,
                    each.review_by,
                    each.extra,
                    each.created_at,
                    each.updated_at,
                )
                for each in self.articles
            ),
            texts=self._texts,
            text_count=len(then.heads),
            attachments=tuple(self._attachments()),
            old_slugs=tuple(each for each in then.old_slugs if each.owner.id in self._owners),
        )

    def _attachments(self) -> Iterator[NewAttachment]:
        for each in self.snapshot.attachments:
            if self._data(each.sha256) is None:
                text = f"The file {each.name} was deleted for good since."
                self.lines.append(ReportLine("warning", "file_gone", each.name, 0, text))
                continue
            yield NewAttachment(
                each.id,
                each.sha256,
                each.name,
                each.media_type,
                each.size,
                each.width,
                each.height,
                partial(self._read, each),
                each.alt,
                each.variants,
                each.created_at,
            )

    def _read(self, attachment: Attachment) -> bytes:
        return self._data(attachment.sha256) or b""

    def _texts(self) -> Iterator[NewText]:
        """By owner, the source first, as translations name the source's versions."""
        source = self.snapshot.library.source_locale
        heads = [each for each in self.snapshot.heads if each.owner.id in self._owners]
        heads.sort(key=lambda each: (each.owner.id, each.locale != source))
        for some in batched(heads, _BATCH):
            live = self._published([each.id for each in some if each.published])
            for head in some:
                text = self._text(head, live.get(head.id, ()))
                if text is not None:
                    self.told += 1
                    yield text

    def _text(self, head: TextHead, published: Sequence[Revision]) -> NewText | None:
        live = next((each for each in published if each.id == head.published), None)
        if live is not None:
            upto = tuple(each for each in published if each.number <= live.number)
            return _published_text(head, live, upto)
        draft = self.snapshot.working.get(head.id)
        if draft is None and head.published:
            text = f"“{head.title}” ({head.locale}) was deleted for good since."
            self.lines.append(ReportLine("warning", "text_gone", head.title, 0, text))
        if draft is None and head.locale != self.snapshot.library.source_locale:
            return None
        # Of a category's draft, or one beside a live translation, the name is known: the tree needs
        # it.
        return _draft(head, draft)


def _published_text(head: TextHead, live: Revision, versions: Sequence[Revision]) -> NewText:
    return NewText(
        owner=head.owner,
        locale=head.locale,
        title=live.title,
        slug=head.slug,
        summary=live.summary,
        keywords=live.keywords,
        body=live.body,
        state=State.PUBLISHED,
        published=live.id,
        # Called still valid, or up to date, since it was published.
        based_on=head.based_on if head.state is State.PUBLISHED else live.based_on,
        revisions=tuple(map(_revision, versions)),
        edited_at=live.created_at,
        edited_by=live.author,
    )


def _draft(head: TextHead, draft: Page | None) -> NewText:
    return NewText(
        owner=head.owner,
        locale=head.locale,
        title=draft.title if draft else head.title,
        slug=head.slug,
        summary=draft.summary if draft else "",
        keywords=draft.keywords if draft else (),
        body=draft.body if draft else "",
        state=min(head.state, State.IN_REVIEW),
        based_on=head.based_on,
        edited_at=head.edited_at,
        edited_by=head.edited_by,
    )


def _revision(each: Revision) -> NewRevision:
    return NewRevision(
        each.id,
        each.number,
        each.kind,
        each.title,
        each.summary,
        each.keywords,
        each.body,
        each.based_on,
        each.significance,
        each.note,
        each.author,
        each.created_at,
    )
