"""Translation status: where every locale stands, and the matrix of articles and locales."""

from collections.abc import Collection

from kbeditor.domain.status import LocaleStatus, MatrixRow
from kbeditor.services.base import Service
from kbeditor.storage import pieces, skeleton
from kbeditor.translation.progress import locale_statuses


class Statuses(Service):
    """Reads the status of texts."""

    def matrix(self, ids: Collection[str] | None = None) -> tuple[MatrixRow, ...]:
        """All live articles (or some) with their marks in every locale."""
        tags = self._tags()
        with self._store.reading_rows() as connection:
            return skeleton.read_matrix(connection, tags, self._source, ids)

    def overview(self) -> tuple[LocaleStatus, ...]:
        """One row per locale, in order."""
        tags = self._tags()
        with self._store.reading_rows() as connection:
            rows = skeleton.read_matrix(connection, tags, self._source, None)
            categories = skeleton.read_categories(connection, tags, self._source, self._source)
        return locale_statuses(tags, self._source, rows, [row.marks for row in categories])

    def _tags(self) -> tuple[str, ...]:
        with self._store.reading() as session:
            return tuple(locale.tag for locale in pieces.locales(session))
