"""Search over the whole library, as a person types."""

from dataclasses import replace

from kbeditor.domain.finding import Hit
from kbeditor.services.base import Service
from kbeditor.storage import nodes, search, texts


class Searching(Service):
    """Full-text search and search in titles."""

    def find(self, query: str, locale: str | None = None, limit: int = 50) -> tuple[Hit, ...]:
        """Working texts that hold all words (the last one as a beginning), best first."""
        return self._find(query, locale, limit, titles_only=False)

    def titles(self, query: str, locale: str | None = None, limit: int = 20) -> tuple[Hit, ...]:
        """Texts whose title holds all words, best first."""
        return self._find(query, locale, limit, titles_only=True)

    def _find(
        self, query: str, locale: str | None, limit: int, *, titles_only: bool
    ) -> tuple[Hit, ...]:
        with self._store.reading_rows() as connection:
            hits = search.find(
                connection, query, self._source, locale, limit, titles_only=titles_only
            )
        with self._store.reading() as session:
            above = nodes.paths(session, [hit.owner for hit in hits])
            ids = {each for path in above.values() for each in path}
            named = {
                tag: texts.titles(session, ids, tag, self._source)
                for tag in {h.locale for h in hits}
            }
        return tuple(
            replace(
                hit,
                path=tuple(named[hit.locale].get(each, "") for each in reversed(above[hit.owner])),
            )
            for hit in hits
        )
