"""Gathers what goes to translators: the library article by article, each block with its state."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kbeditor.domain.blocks import FIELDS, BlockPair, BlockState, NoteThread
from kbeditor.domain.errors import KbError, NotFound
from kbeditor.domain.finding import ReportLine
from kbeditor.domain.records import Kind, Ref, TextRef
from kbeditor.domain.units import Unit, UnitFile, UnitOptions
from kbeditor.exchange.unit_choice import is_wanted
from kbeditor.rendering.pipeline import RENDERER_VERSION
from kbeditor.services.pairing import Pairing
from kbeditor.storage import following, notes, splits, texts
from kbeditor.storage.reading import StoredSource
from kbeditor.storage.store import Store
from kbeditor.translation.returning import stamp, standing_text


@dataclass(frozen=True, slots=True)
class _Place:
    """An article or category, and the titles of the categories that it stands in."""

    owner: Ref
    title: str
    path: tuple[str, ...]


class HandingOut(Pairing):
    """Reads the library in its order; of each owner only when it is asked for."""

    def __init__(self, store: Store, source_locale: str) -> None:
        super().__init__(store, source_locale)
        self._unpublished = 0

    def files(self, locale: str, options: UnitOptions, *, skeletons: bool) -> Iterator[UnitFile]:
        """What there is to hand out in a locale. Blocks must be made (see `Linking`)."""
        self._unpublished = 0
        for place in self._places():
            if file := self._file(place, locale, options, skeletons):
                yield file

    def left_out(self) -> tuple[ReportLine, ...]:
        """What the last files lack: sources that were never published."""
        if not self._unpublished:
            return ()
        some = self._unpublished
        text = (
            f"{some:,} articles or categories were left out: their source was never published."
            if some > 1
            else "An article or category was left out: its source was never published."
        )
        return (ReportLine("info", "source_unpublished", "", 0, text),)

    def _places(self) -> Sequence[_Place]:
        """Everything that is not in the trash, category by category."""
        with StoredSource(self._store.reading(), RENDERER_VERSION) as source:
            categories = source.categories()
            within: dict[str | None, list[Ref]] = defaultdict(list)
            for article in source.articles():
                within[article.category_id].append(Ref(Kind.ARTICLE, article.id))
        owners = [Ref(Kind.CATEGORY, each.id) for each in categories]
        owners += [ref for some in within.values() for ref in some]
        with self._store.reading() as session:
            titles = texts.titles(session, [each.id for each in owners], self._source, self._source)
        paths: dict[str | None, tuple[str, ...]] = {None: ()}
        found = []
        for category in categories:
            above = paths[category.parent_id]
            title = titles.get(category.id, "")
            paths[category.id] = (*above, title)
            found.append(_Place(Ref(Kind.CATEGORY, category.id), title, above))
            found += _articles(within[category.id], titles, paths[category.id])
        found += _articles(within[None], titles, ())
        return found

    def _file(
        self, place: _Place, locale: str, options: UnitOptions, skeletons: bool
    ) -> UnitFile | None:
        try:
            pairs, _ = self.pairs_or_missing(TextRef(place.owner, locale))
        except NotFound:
            return None  # deleted since the tree was read
        except KbError as error:
            if error.code != "source_unpublished":
                raise
            self._unpublished += 1
            return None
        notes_of = self._notes(place.owner, locale) if any(e.open_notes for e in pairs) else {}
        there = [each for each in pairs if each.source is not None]
        units = {
            at: unit
            for at, pair in enumerate(there)
            if is_wanted(unit := _unit(pair, notes_of.get(pair.id, ())), options.only)
        }
        if not units:
            return None
        skeleton = self._skeleton(place.owner, there, units) if skeletons else ""
        return UnitFile(place.owner, place.title, place.path, tuple(units.values()), skeleton)

    def _notes(self, owner: Ref, locale: str) -> Mapping[str | None, tuple[str, ...]]:
        """Open threads by the block they are on, each as one text."""
        with self._store.reading() as session:
            threads = notes.threads(session, owner, {locale, self._source})
        found: dict[str | None, tuple[str, ...]] = defaultdict(tuple)
        for each in threads:
            if each.resolved_at is None and each.notes:
                found[each.block_id] += (_said(each),)
        return found

    def _skeleton(self, owner: Ref, pairs: Sequence[BlockPair], units: Mapping[int, Unit]) -> str:
        with self._store.reading() as session:
            source = texts.facts(session, TextRef(owner, self._source))
            body = following.content_described(session, source.id).body
            document = splits.document(session, body)
        first = sum(each.kind in FIELDS for each in pairs)
        for at in sorted(units, reverse=True):
            if at >= first:
                start, end = document.offsets(at - first)
                body = f"{body[:start]}{{{{kb:{units[at].id}}}}}{body[end:]}"
        return body


def _articles(
    refs: Sequence[Ref], titles: Mapping[str, str], path: tuple[str, ...]
) -> Iterator[_Place]:
    return (_Place(ref, titles.get(ref.id, ""), path) for ref in refs)


def _unit(pair: BlockPair, said: tuple[str, ...]) -> Unit:
    target = standing_text(pair)
    if pair.shared:
        said = ("This translation stands for several blocks of the source.", *said)
    return Unit(
        id=pair.id,
        kind=pair.kind,
        source=pair.source or "",
        source_hash=stamp(pair.source_hash, target),
        target=target,
        state=pair.state if target else BlockState.EMPTY,
        freshness=pair.freshness,
        previous=pair.previous or "",
        notes=said,
    )


def _said(thread: NoteThread) -> str:
    return "\n".join(f"{each.author or each.role}: {each.body}" for each in thread.notes)
