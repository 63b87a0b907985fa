"""Exports: fills in missing HTML, then hands a consistent reading to the format's exporter."""

from pathlib import Path

from kbeditor.domain.errors import KbError
from kbeditor.domain.exchange import Exporter, ExportOptions, FormatInfo
from kbeditor.domain.finding import Report
from kbeditor.domain.progress import Progress, Silent
from kbeditor.exchange.catalogue import EXPORTERS as EXCHANGE
from kbeditor.publishing.catalogue import EXPORTERS as PUBLISHING
from kbeditor.rendering.client import RenderPool
from kbeditor.rendering.pipeline import RENDERER_VERSION
from kbeditor.services.base import Service
from kbeditor.services.filling import Filling
from kbeditor.storage.reading import StoredSource

EXPORTERS: tuple[Exporter, ...] = (*PUBLISHING, *EXCHANGE)


class Exporting(Service):
    """Lists the formats and writes them."""

    def formats(self) -> tuple[FormatInfo, ...]:
        """What can be exported."""
        return tuple(exporter.info for exporter in EXPORTERS)

    def export(
        self,
        format_id: str,
        target: Path,
        options: ExportOptions | None = None,
        progress: Progress | None = None,
    ) -> Report:
        """Write the library to `target`, as a whole or not at all.

        Raises KbError (unknown format or locale, target not ours, disk), Cancelled.
        """
        progress = progress or Silent()
        options = options or ExportOptions()
        exporter = next((each for each in EXPORTERS if each.info.id == format_id), None)
        if exporter is None:
            known = ", ".join(each.info.id for each in EXPORTERS)
            raise KbError(
                "unknown_format",
                "There is no export format “{format}”; there are: {known}.",
                format=format_id,
                known=known,
            )
        if not self._store.read_only:
            Filling(self._store, self._source).fill(progress)
        with (
            StoredSource(self._store.reading(), RENDERER_VERSION) as source,
            RenderPool() as pool,
        ):
            return exporter.export(source, target, options, pool.render_many, progress)
