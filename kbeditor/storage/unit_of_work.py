"""One transaction: watches every flush, so that what changed and how to undo it are known."""

from collections.abc import Sequence
from importlib import import_module
from typing import Any

from sqlalchemy import event, select
from sqlalchemy.orm import Session

from kbeditor.domain.blocks import BlockState
from kbeditor.domain.changes import Changes
from kbeditor.domain.progress import Progress, Silent
from kbeditor.domain.records import Kind, Ref, TextRef
from kbeditor.storage import indexing
from kbeditor.storage.block_tables import (
    BlockRow,
    DismissalRow,
    EquivalenceRow,
    GlossaryRow,
    MemoryRow,
    NoteRow,
    NoteThreadRow,
    SourceSegmentRow,
)
from kbeditor.storage.chunks import chunked
from kbeditor.storage.many_rows import replay_many, replays
from kbeditor.storage.people_tables import PersonRow, VersionNameRow
from kbeditor.storage.publishing_tables import FailedSearchRow, VoteRow
from kbeditor.storage.row_images import (
    Image,
    RowImage,
    image_of_deleted,
    image_of_dirty,
    image_of_new,
    replay_inverse,
)
from kbeditor.storage.tables import (
    TEXT,
    ArticleRow,
    AttachmentDataRow,
    AttachmentRow,
    CategoryRow,
    LibraryRow,
    LinkRow,
    LocaleRow,
    RenderingRow,
    RevisionRow,
    SettingRow,
    TextRow,
)
from kbeditor.storage.types import now

_CONTENT = frozenset({"title", "summary", "keywords", "body"})
_FOLLOWED = _CONTENT | {"published_id"}
"""When these change, blocks have to follow."""

_DERIVED = (LinkRow, RenderingRow, AttachmentDataRow, SourceSegmentRow, MemoryRow)


class Unit:
    """Hands out the session; collects row images and changes as rows are flushed."""

    def __init__(self, session: Session, who: str, role: str = "") -> None:
        self.session = session
        self.who = who
        self.role = role
        self.now = now()
        self.progress: Progress = Silent()
        """Told how far `finish` is with long work, which may be stopped there as well."""
        self.images: list[Image] = []
        self.changes = Changes()
        self._tree: set[Ref] = set()
        self._texts: set[TextRef] = set()
        self._attachments: set[str] = set()
        self._locales = self._settings = self._notes = self._glossary = self._checks = False
        self._votes = self._people = False
        self._reindex: set[int] = set()
        self._unindex: set[int] = set()
        self._before: dict[int, dict[str, Any]] = {}
        self._blocks: set[int] = set()
        self._translated: set[int] = set()
        self._named: set[str] = set()
        event.listen(session, "before_flush", self._before_flush)
        event.listen(session, "after_flush", self._after_flush)

    def replay(self, images: Sequence[Image]) -> None:
        """Put rows back as they were before. Raises Conflict, or IntegrityError as commit may."""
        rows = [each for each in images if isinstance(each, RowImage)]
        replay_inverse(self.session, rows, self._replay_many)
        for each in images:
            if not isinstance(each, RowImage):
                self.images.append(each.put_back(self.session))

    def _replay_many(self, run: Sequence[RowImage]) -> bool:
        if not replays(run):
            return False
        replay_many(self.session, run, self.now, self._keep)
        return True

    def finish(self) -> None:
        """Flush what is left, bring the derived tables up to date, sum up the changes."""
        self.session.flush()
        self._keep_blocks_in_step()
        self._keep_memory_in_step()
        self._tell_named()
        indexing.forget(self.session, self._unindex)
        indexing.refresh(self.session, self._reindex - self._unindex)
        self.changes = Changes(
            frozenset(self._tree),
            frozenset(self._texts),
            frozenset(self._attachments),
            self._locales,
            self._settings,
            self._notes,
            self._glossary,
            self._checks,
            self._votes,
            self._people,
        )

    def _tell_named(self) -> None:
        """Texts whose versions got other names; not those that went."""
        for revision_id in self._named:
            revision = self.session.get(RevisionRow, revision_id)
            text = self.session.get(TextRow, revision.text_id) if revision is not None else None
            if text is not None:
                self._texts.add(_text_ref(text))

    def _keep_blocks_in_step(self) -> None:
        linked: set[int] = set()
        for some in chunked(sorted(self._before)):
            have = select(TEXT.id).where(TEXT.id.in_(some), TEXT.done_words.is_not(None))
            linked.update(self.session.execute(have).scalars())
        before = {text_id: self._before[text_id] for text_id in self._before if text_id in linked}
        if not before and not self._blocks:
            return
        # Imported when there are blocks: splitting and aligning take a sixth of the time to open.
        following = import_module("kbeditor.storage.following")
        standings = import_module("kbeditor.storage.standings")
        source = following.source_locale(self.session)
        following.follow(self.session, before, source, self.progress)
        standings.refresh(self.session, self._blocks, source)
        self.session.flush()
        for text_id in self._blocks:
            row = self.session.get(TextRow, text_id)
            if row is not None:
                self._texts.add(_text_ref(row))

    def _keep_memory_in_step(self) -> None:
        if self._translated or self._unindex:
            # Imported as late as what keeps blocks in step.
            remembering = import_module("kbeditor.storage.remembering")
            remembering.forget(self.session, self._unindex)
            remembering.refresh(self.session, self._translated - self._unindex)

    def _before_flush(self, session: Session, _context: Any, _instances: Any) -> None:
        for row in session.dirty:
            if isinstance(row, (ArticleRow, CategoryRow)) and session.is_modified(row):
                row.version += 1
                row.updated_at = self.now

    def _after_flush(self, session: Session, _context: Any) -> None:
        for row in session.new:
            if not isinstance(row, _DERIVED):
                self._keep(row, image_of_new(row))
        for row in session.dirty:
            if not isinstance(row, _DERIVED):
                image = image_of_dirty(row)
                if image is not None:
                    self._keep(row, image)
        for row in session.deleted:
            if not isinstance(row, _DERIVED):
                self._keep(row, image_of_deleted(row))

    def _keep(self, row: Any, image: RowImage) -> None:
        table = image.table
        self.images.append(image)
        if table is TextRow:
            assert row.id is not None
            self._texts.add(_text_ref(row))
            if image.after is None:
                self._unindex.add(row.id)
            elif image.before is None or _CONTENT & image.after.keys():
                self._unindex.discard(row.id)
                self._reindex.add(row.id)
            if image.before is not None and image.after is not None:
                self._keep_before(row.id, image.before)
        elif table in (BlockRow, EquivalenceRow):
            self._blocks.add(row.text_id)
            if table is BlockRow and _is_translated(row, image):
                self._translated.add(row.text_id)
        elif table is ArticleRow:
            self._tree.add(Ref(Kind.ARTICLE, row.id))
        elif table is CategoryRow:
            self._tree.add(Ref(Kind.CATEGORY, row.id))
        elif table is AttachmentRow:
            self._attachments.add(row.id)
        elif table is LocaleRow:
            self._locales = True
        elif table in (SettingRow, LibraryRow):
            self._settings = True
        elif table in (NoteRow, NoteThreadRow):
            self._notes = True
        elif table is GlossaryRow:
            self._glossary = True
        elif table is DismissalRow:
            self._checks = True
        elif table in (VoteRow, FailedSearchRow):
            self._votes = True
        elif table is PersonRow:
            self._people = True
        elif table is VersionNameRow:
            self._named.add(row.revision_id)

    def _keep_before(self, text_id: int, before: dict[str, Any]) -> None:
        """What the text held before this unit; a later change of it does not count."""
        if _FOLLOWED & before.keys():
            self._before[text_id] = before | self._before.get(text_id, {})


def _is_translated(row: Any, image: RowImage) -> bool:
    """Whether the block was or is something that the translation memory knows."""
    state: int = row.state
    was: int = (image.before or {}).get("state", state)
    return max(state, was) >= BlockState.TRANSLATED


def _text_ref(row: Any) -> TextRef:
    if row.article_id is not None:
        return TextRef(Ref(Kind.ARTICLE, row.article_id), row.locale)
    assert row.category_id is not None
    return TextRef(Ref(Kind.CATEGORY, row.category_id), row.locale)
