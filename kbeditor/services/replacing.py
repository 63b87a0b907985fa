"""Finds and replaces words in the whole library: listed first, then replaced as one act."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypedDict

from kbeditor.domain.backups import REPLACE
from kbeditor.domain.changes import Act, Outcome
from kbeditor.domain.errors import KbError
from kbeditor.domain.progress import Progress, Silent
from kbeditor.domain.replacing import (
    MOST_PLACES,
    Found,
    Left,
    Place,
    Query,
    Replaced,
    Scope,
    Template,
    TextPlaces,
)
from kbeditor.domain.tree import CategoryRow, Skeleton
from kbeditor.domain.versions import REPLACED
from kbeditor.services.backups import Before, no_backup
from kbeditor.services.base import Service
from kbeditor.services.writing import check_lengths, follow_title, rewrite
from kbeditor.storage import checkpoints, pieces, skeleton, texts
from kbeditor.storage.chunks import chunked
from kbeditor.storage.scanning import Scanned, scan
from kbeditor.storage.store import Store
from kbeditor.storage.texts import TextFacts
from kbeditor.storage.unit_of_work import Unit
from kbeditor.translation.searching import Searcher, Words

_BATCH = 100


class _Changed(TypedDict, total=False):
    """The fields that change."""

    title: str
    summary: str
    keywords: list[str]
    body: str


class Replacing(Service):
    """Use cases of finding and replacing in all texts. `before` keeps what there is."""

    def __init__(self, store: Store, source_locale: str, before: Before = no_backup) -> None:
        super().__init__(store, source_locale)
        self._before = before

    def find(
        self, query: Query, scope: Scope | None = None, progress: Progress | None = None
    ) -> Found:
        """All places in the order of the tree; at most `MOST_PLACES`, and then whole texts.

        Raises KbError (see `Searcher`), Cancelled.
        """
        scope, progress = scope or Scope(), progress or Silent()
        searcher = Searcher(query)
        with self._store.reading() as session:
            tags = [locale.tag for locale in pieces.locales(session)]
        wanted = [tag for tag in tags if not scope.locales or tag in scope.locales]
        found: list[TextPlaces] = []
        count = searched = passed = 0
        more = False
        with self._store.reading_rows() as connection:
            tree = skeleton.read_skeleton(connection, tags, self._source, self._source)
            paths = dict(_in_order(tree, scope))
            last = ""
            owners = 0
            for each in scan(connection, list(paths), wanted, self._source):
                if each.ref.owner.id != last:
                    last = each.ref.owner.id
                    if owners % _BATCH == 0:
                        progress.step("searching_texts", owners, len(paths))
                    owners += 1
                hits = searcher.find(_words(each, scope))
                searched += 1
                passed += hits.passed
                if not hits.places:
                    continue
                if count + len(hits.places) > MOST_PLACES:
                    more = True
                    break
                count += len(hits.places)
                path = paths[last]
                found.append(
                    TextPlaces(each.ref, each.title, each.mark, path, each.version, hits.places)
                )
        return Found(
            query, tuple(found), count, searched, passed, more, searcher.names, searcher.group_count
        )

    def replace(
        self,
        found: Found,
        new: str,
        chosen: Sequence[TextPlaces] | None = None,
        *,
        keep_case: bool = False,
        progress: Progress | None = None,
    ) -> Outcome[Replaced]:
        """Replace what was found, or `chosen` of it, as one act; what it said before is kept.

        A published text becomes a draft above its live version. A text that was changed since it
        was searched is left as it is, and told of. Raises KbError `bad_replacement`; Cancelled:
        nothing is changed.
        """
        progress = progress or Silent()
        template = Template(
            new,
            keep_case=keep_case,
            groups=found.group_count if found.query.regex else None,
            names=found.names,
        )
        wanted = found.texts if chosen is None else chosen
        count = sum(len(each.places) for each in wanted)
        if not count:
            return Outcome(Replaced(0, 0, ()))
        self._before(REPLACE, progress)
        left: list[Left] = []
        places = done = 0
        details = {"title": found.query.words, "new": new, "count": count}
        act = Act("text.replace", details)
        with self._store.writing(act) as unit:
            unit.progress = progress
            for start, some in enumerate(chunked(wanted, _BATCH)):
                progress.step("replacing", start * _BATCH, len(wanted))
                for each, known, changed in _rewritten(unit, some, template, left):
                    if rewrite(unit, known, **changed):
                        follow_title(unit, known, changed.get("title"))
                    places += len(each.places)
                    done += 1
            details["count"] = places
        return Outcome(Replaced(places, done, tuple(left)), unit.changes)


def _rewritten(
    unit: Unit, some: Sequence[TextPlaces], template: Template, left: list[Left]
) -> Iterator[tuple[TextPlaces, TextFacts, _Changed]]:
    """What texts are to say now; those that cannot are put into `left`."""
    ready = []
    for each, (_, known) in zip(
        some, texts.find_many(unit.session, [each.ref for each in some]), strict=True
    ):
        if known is None or known.version != each.version:
            reason = "gone" if known is None else "changed"
            left.append(Left(each.ref, each.title, reason))
            continue
        try:
            ready.append((each, known, _changed(known, each.places, template)))
        except KbError as error:
            left.append(Left(each.ref, each.title, error.code))
    checkpoints.put(unit, [known.id for _, known, _ in ready], REPLACED)
    yield from ready


def _changed(known: TextFacts, places: Sequence[Place], template: Template) -> _Changed:
    """What a text is to say. Raises KbError `too_long`, `empty_title`, `changed`."""
    values = _Changed()
    hit = {place.field for place in places}

    def new(field: str, said: str) -> str:
        own = [place for place in places if place.field == field]
        return _replaced(said, own, template, known.ref.locale)

    if "title" in hit:
        values["title"] = _in_one_line(new("title", known.title))
        if not values["title"]:
            raise KbError("empty_title", "A text needs a title.")
    if "summary" in hit:
        values["summary"] = new("summary", known.summary)
    if "keywords" in hit:
        own = [place for place in places if place.field == "keywords"]
        values["keywords"] = _keywords(known, own, template)
    if "body" in hit:
        values["body"] = new("body", known.body)
    check_lengths(title=values.get("title"), body=values.get("body"))
    return values


def _keywords(known: TextFacts, places: Sequence[Place], template: Template) -> list[str]:
    """The keywords with some changed; what says nothing any more, or the same as another, goes."""
    words = [
        _replaced(
            word, [place for place in places if place.part == part], template, known.ref.locale
        )
        for part, word in enumerate(known.keywords)
    ]
    return list(dict.fromkeys(filter(None, map(_in_one_line, words))))


def _in_one_line(said: str) -> str:
    """Line feeds that an expression brought in become spaces; no-break spaces stay."""
    return said.replace("\n", " ").strip()


def _replaced(said: str, places: Sequence[Place], template: Template, locale: str) -> str:
    parts, at = [], 0
    for place in places:
        if said[place.start : place.end] != place.found:
            raise KbError("changed", "The text was changed meanwhile.")
        parts += [said[at : place.start], template.fill(place.found, place.groups, locale)]
        at = place.end
    return "".join([*parts, said[at:]])


def _words(each: Scanned, scope: Scope) -> Words:
    fields = scope.fields
    return Words(
        each.ref.locale,
        each.title,
        each.title if "title" in fields else "",
        each.summary if "summary" in fields else "",
        each.keywords if "keywords" in fields else (),
        each.body if "body" in fields else "",
    )


def _in_order(tree: Skeleton, scope: Scope) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Ids of what is searched, as the tree shows it, with the titles of the categories above."""
    children: dict[str | None, list[CategoryRow]] = {}
    for category in tree.categories:
        children.setdefault(category.parent_id, []).append(category)
    articles: dict[str | None, list[str]] = {}
    if scope.articles:
        for article in tree.articles:
            articles.setdefault(article.category_id, []).append(article.id)
    by_id = {category.id: category for category in tree.categories}
    if scope.branch is None:
        stack: list[tuple[CategoryRow, tuple[str, ...]]] = [
            (each, ()) for each in reversed(children.get(None, []))
        ]
        for id_ in articles.get(None, []):
            yield id_, ()
    else:
        branch = by_id.get(scope.branch)
        stack = [(branch, _path(branch, by_id))] if branch is not None else []
    while stack:
        category, path = stack.pop()
        if scope.categories:
            yield category.id, path
        inside = (*path, category.title)
        for id_ in articles.get(category.id, []):
            yield id_, inside
        stack += [(each, inside) for each in reversed(children.get(category.id, []))]


def _path(category: CategoryRow, by_id: Mapping[str, CategoryRow]) -> tuple[str, ...]:
    titles: list[str] = []
    above = category.parent_id
    while above is not None:
        titles.append(by_id[above].title)
        above = by_id[above].parent_id
    return tuple(reversed(titles))
